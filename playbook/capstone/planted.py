"""Whole plans with a few contradictions drawn by a seed, and whether somebody has repaired them.

`made` makes the plans that fit together: `sound_plans` for the sample company, `unseen_plans` for one of the capstone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from playbook.capstone.plants import plant, plants
from playbook.coherence import Clash, coherence
from playbook.facts import Facts
from playbook.handbook.held import PLANS, Held
from playbook.handbook.model import sound_plans
from playbook.language import Language, language
from playbook.plans import Plan
from playbook.rules import Finding
from playbook.sample.truths import generator

Maker = Callable[[Facts], dict[str, Plan]]
JUDGED_TOGETHER = {"governance", "timing", "metrics"}  # one review looks at all three
FEWEST, MOST = 3, 5  # contradictions
LEFT = 0.75  # of what stood in a plan must still stand there: a repair is no clearing out


@dataclass(frozen=True)
class Outcome:
    """What is still wrong with plans that somebody repaired: clashes, plans that are gone or emptied, new findings."""

    clashes: tuple[Clash, ...]
    missing: tuple[str, ...]
    emptied: tuple[str, ...]
    findings: tuple[tuple[str, Finding], ...]

    @property
    def repaired(self) -> bool:
        """Tell whether nothing is."""
        return not (self.clashes or self.missing or self.emptied or self.findings)


def planted(facts: Facts, seed: int, made: Maker = sound_plans) -> dict[str, Plan]:
    """Return plans with three to five contradictions; the same seed gives the same ones."""
    return dict(drawn(facts, seed, made)[0])


def checks_of(facts: Facts, seed: int, made: Maker = sound_plans) -> tuple[str, ...]:
    """Return the checks that find these contradictions, in the order in which they were drawn."""
    return drawn(facts, seed, made)[1]


def drawn(
    facts: Facts, seed: int, made: Maker = sound_plans, among: tuple[str, ...] = ()
) -> tuple[dict[str, Plan], tuple[str, ...]]:
    """Return such plans and the checks that find what is planted; `among` are the checks to draw from (none: all)."""
    return _drawn(facts, seed, made, language(), among or tuple(plants()))


@lru_cache(maxsize=16)
def _drawn(
    facts: Facts,
    seed: int,
    made: Maker,
    wanted: Language,
    among: tuple[str, ...],
) -> tuple[dict[str, Plan], tuple[str, ...]]:
    """Plant one after the other, as long as each is found beside those before it and hides or adds no other."""
    chance = generator(seed, "capstone")
    number = int(chance.integers(FEWEST, MOST + 1))
    plans, found = _made(facts, made, wanted), list[str]()
    for check in chance.permutation(list(among)):
        if len(found) == number:
            break
        try:
            tried = plant(plans, str(check))
        except LookupError:  # what it would change is gone already
            continue
        if {each.id for each in clashes(tried, facts)} == {*found, str(check)}:
            plans, found = tried, [*found, str(check)]
    return plans, tuple(found)


@lru_cache(maxsize=8)
def _made(facts: Facts, made: Maker, wanted: Language) -> dict[str, Plan]:  # noqa: ARG001 - plans differ by language
    return made(facts)


def clashes(plans: Mapping[str, Plan], facts: Facts) -> list[Clash]:
    """Return where these plans do not fit together."""
    return coherence(_held(plans, facts))


def examined(plans: Mapping[str, Plan], facts: Facts, seed: int, made: Maker = sound_plans) -> Outcome:
    """Hold plans against those that were handed over for a seed."""
    return compared(plans, planted(facts, seed, made), _made(facts, made, language()), facts)


def compared(plans: Mapping[str, Plan], given: Mapping[str, Plan], sound: Mapping[str, Plan], facts: Facts) -> Outcome:
    """Hold plans against those that were given: is every contradiction gone, and nothing else lost or broken?

    A finding is new if neither the plans given nor those that fit together (`sound`) have it.
    """
    systems = _changed(plans, given)
    known = (*_findings(given, facts, systems), *_findings(sound, facts, systems))
    before = {(system, each.rule, each.what) for system, each in known}
    return Outcome(
        clashes=tuple(clashes(plans, facts)),
        missing=tuple(each for each in given if each not in plans),
        emptied=tuple(each for each in given if each in plans and _size(plans[each]) < LEFT * _size(given[each])),
        findings=tuple(
            (system, each)
            for system, each in _findings(plans, facts, systems)
            if (system, each.rule, each.what) not in before
        ),
    )


def repaired(plans: Mapping[str, Plan], facts: Facts, seed: int, made: Maker = sound_plans) -> bool:
    """Tell whether the plans handed over for a seed are repaired."""
    return examined(plans, facts, seed, made).repaired


def _changed(plans: Mapping[str, Plan], given: Mapping[str, Plan]) -> set[str]:
    """Return the systems whose review may say something else than of the plans given."""
    changed = {each for each in plans if plans[each] != given.get(each)}
    return changed | JUDGED_TOGETHER if changed & JUDGED_TOGETHER else changed


def _findings(plans: Mapping[str, Plan], facts: Facts, systems: set[str]) -> Iterator[tuple[str, Finding]]:
    looked_at = {name: plan for name, plan in plans.items() if name in systems}
    for system, found in _held(looked_at, facts).findings.items():
        for each in found:
            yield system, each


def _held(plans: Mapping[str, Plan], facts: Facts) -> Held:
    return Held(facts, {**dict.fromkeys((*PLANS, "company")), **plans}, None)


def _size(plan: Plan) -> int:
    """Return how many things stand in a plan."""
    return _leaves(plan.model_dump(mode="json"))


def _leaves(value: Any) -> int:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return sum(map(_leaves, value.values()))
    if isinstance(value, list):
        return sum(map(_leaves, value))
    return int(value not in ("", None))
