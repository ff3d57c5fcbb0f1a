"""A strategy of the sample company with which nothing is wrong, and goals for an exercise to mend."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from playbook.facts import Facts
from playbook.language import Text
from playbook.plans import read_plan
from playbook.stances import decided
from playbook.strategy.plan import StrategyPlan

Said = Callable[[Text], str]
GOAL_PARTS = ("positioning", "promises", "backing", "goals", "not_done", "phase", "chain", "risks")
BOUGHT = Text("初期买粉 3000，再做内容", "buy 3,000 followers first, then write")
HANDS = Text("想来茶馆上班的人", "people who want to work here")
HIRING = Text("招到店员", "to find staff for the store")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.strategy").joinpath("model_plan.toml").read_text("utf-8"))


def sound_data(said: Said | None = None) -> dict[str, Any]:
    """Return the sound plan as plain data, in both languages unless `said` otherwise."""
    data: dict[str, Any] = _worded(_table(), said or _in_both)
    return data


def sound_plan() -> StrategyPlan:
    """Return a plan that the review lets pass, in both languages."""
    return read_plan(StrategyPlan, sound_data())


def flawed_goals(facts: Facts) -> StrategyPlan:  # noqa: ARG001 - the same for every company
    """Return the goals that an exercise mends, in the reader's language.

    Four faults: the brand goes by the number of followers; a fourth goal is to hire; readers are to be bought first;
    and nothing says what the channel does not do.
    """
    plan = _goals(str)
    brand = {"measure": "followers", "base": 52000, "low": 60000, "high": 70000}
    hire = plan["goals"][0] | {
        "purpose": "recruitment", "measure": "link_clicks", "account": "flagship", "function": "brand",
        "brings": "brand", "model": "exposure", "horizon": "long", "why": str(HIRING), "audience": str(HANDS),
        "base": 12, "low": 20, "high": 30,
    }  # fmt: skip
    goals = [*plan["goals"][:2], plan["goals"][2] | brand, hire]
    changed = {"goals": goals, "not_done": [], "phase": plan["phase"] | {"growth": str(BOUGHT)}}
    return read_plan(StrategyPlan, plan | changed)


def mended_goals(facts: Facts, topics: list[str]) -> StrategyPlan:
    """Return the goals mended, in the reader's language, with a stance on each topic: one right answer."""
    from playbook.strategy.review import review  # noqa: PLC0415 - the review reads this module for its examples

    plan = read_plan(StrategyPlan, _goals(str))
    return decided(plan, facts.main, facts, topics, lambda tried: review(tried, facts))


def _goals(said: Said) -> dict[str, Any]:
    sound = sound_data(said)
    return {name: sound[name] for name in GOAL_PARTS}


def changed_plan(example: dict[str, Any]) -> StrategyPlan:
    """Return a plan from an example of `rules.toml`: the sound one, changed.

    Of a part that stands once, the fields given are changed. Of a list, those of the entries named by number, from 1
    (false: it goes; a number beyond the last adds one); a list given whole takes the other's place. `drop` names fields
    that are left open, of a part or of numbered entries.
    """
    data = sound_data()
    given = dict(example)
    for part, names in given.pop("drop", {}).items():
        data[part] = _dropped(data[part], names)
    for part, change in given.items():
        before = data.get(part)
        if isinstance(before, dict) and isinstance(change, dict):
            data[part] = before | change
        elif isinstance(before, list) and isinstance(change, dict):
            data[part] = _edited(before, change)
        else:
            data[part] = change
    return read_plan(StrategyPlan, data)


def _dropped(before: Any, names: Any) -> Any:  # noqa: ANN401 - a part, or a list of entries
    if isinstance(names, list):
        return {name: value for name, value in before.items() if name not in names}
    return [_dropped(entry, names.get(str(number), [])) for number, entry in enumerate(before, start=1)]


def _edited(entries: list[Any], change: dict[str, Any]) -> list[Any]:
    numbered = dict(enumerate(entries, start=1))
    for number, fields in change.items():
        numbered[int(number)] = fields and numbered.get(int(number), {}) | fields
    return [entry for _, entry in sorted(numbered.items()) if entry is not False]


def _worded(value: Any, said: Said) -> Any:  # noqa: ANN401 - data as TOML holds it
    """Return data with every pair of languages said in one text."""
    if isinstance(value, dict):
        if value.keys() == {"zh", "en"}:
            return said(Text.of(value))
        return {name: _worded(each, said) for name, each in value.items()}
    if isinstance(value, list):
        return [_worded(each, said) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _in_both(text: Text) -> str:
    return f"{text.zh} / {text.en}"
