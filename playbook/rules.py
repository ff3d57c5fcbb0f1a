"""What the sources and today's law say (`rules.toml` of each system), and what a review finds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from playbook.language import Text

# A system is a folder of the playbook with rules in it.
SYSTEMS = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/rules.toml")))


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: one of the eight articles of 2011-2014, a law, a measurement, or this course."""

    id: str
    name: Text
    short: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. It is checked by a review (with an example each way) or shown in a lesson's cell, with the reason."""

    id: str
    name: Text
    source: Source
    says: Text
    values: dict[str, Any]
    checked_by: str | None
    shown_in: str | None
    because: Text | None
    counterexample: dict[str, Any] | None
    good: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a review found: the rule (by id), what is wrong where, and what would mend it.

    `at` names the places in the plan (for timing `account/day/hour`), so that a planner can point.
    """

    rule: str
    what: Text
    mend: Text
    at: tuple[str, ...] = field(default=())

    @property
    def source(self) -> Text:
        """Return who says so, for the reader."""
        return rule(self.rule).source.name


@cache
def sources() -> dict[str, Source]:
    """Read `sources.toml`: every source a rule may name, by id."""
    table = tomllib.loads(resources.files("playbook").joinpath("sources.toml").read_text("utf-8"))
    return {key: Source(key, Text.of(entry), Text.of(entry["short"])) for key, entry in table.items()}


@cache
def rules(system: str) -> dict[str, Rule]:
    """Read a system's `rules.toml`: its rules by id. Raises ValueError naming a rule that makes no sense."""
    table = tomllib.loads(resources.files(f"playbook.{system}").joinpath("rules.toml").read_text("utf-8"))
    return {f"{system}.{key}": _rule(f"{system}.{key}", entry) for key, entry in table.items()}


def rule(rule_id: str) -> Rule:
    """Return one rule by its id; raise KeyError if no system has it."""
    return rules(rule_id.partition(".")[0])[rule_id]


def _rule(rule_id: str, entry: dict[str, Any]) -> Rule:
    if not entry.get("checked_by") and not entry.get("shown_in"):
        raise ValueError(f"rule {rule_id} is neither checked_by a review nor shown_in a lesson")
    if entry.get("checked_by") and not ("counterexample" in entry and "good" in entry):
        raise ValueError(f"rule {rule_id} is checked, so it needs a counterexample and a good example")
    if not entry.get("checked_by") and "because" not in entry:
        raise ValueError(f"rule {rule_id} is only shown, so it needs `because`: why no review can check it")
    return Rule(
        id=rule_id,
        name=Text.of(entry["name"]),
        source=sources()[entry["source"]],
        says=Text.of(entry),
        values=entry.get("values", {}),
        checked_by=entry.get("checked_by"),
        shown_in=entry.get("shown_in"),
        because=Text.of(entry["because"]) if "because" in entry else None,
        counterexample=entry.get("counterexample"),
        good=entry.get("good"),
    )


def resolve(name: str) -> Any:  # noqa: ANN401 - the caller knows what it asked for
    """Import `package.module:name`, as rules and exercise specs write it. Raises ValueError if it is not there."""
    module, _, attribute = name.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{name}: there is no such function ({error})") from error


def coverage(system: str) -> list[tuple[Rule, Text | None]]:
    """Run every checked rule's examples; return each rule with what is wrong with its coverage, or None.

    The counterexample must give a finding with the rule's id, the good example none.
    """
    return [(each, _examined(each)) for each in rules(system).values()]


def _examined(each: Rule) -> Text | None:
    if each.checked_by is None:
        return None
    review = resolve(each.checked_by)
    if each.id not in {finding.rule for finding in review(each.counterexample)}:
        return Text("反例没有引出这条规则的发现", "the counterexample gives no finding of this rule")
    if each.id in {finding.rule for finding in review(each.good)}:
        return Text("正例也被判为有问题", "the good example gives a finding of this rule")
    return None


def named(rule_id: str) -> Text:
    """Return a rule's name and who says so."""
    each = rule(rule_id)
    return each.name + Text(" · ", " · ") + each.source.name
