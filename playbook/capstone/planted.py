"""Whole plans with a few contradictions drawn by a seed, and whether somebody has repaired them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def planted(facts: Facts, seed: int) -> dict[str, Plan]:
    """Return sound plans with three to five contradictions; the same seed gives the same ones."""
    return dict(_drawn(facts, seed, language())[0])


def checks_of(facts: Facts, seed: int) -> tuple[str, ...]:
    """Return the checks that find these contradictions, in the order in which they were drawn."""
    return _drawn(facts, seed, language())[1]


@lru_cache(maxsize=16)
def _drawn(facts: Facts, seed: int, wanted: Language) -> tuple[dict[str, Plan], tuple[str, ...]]:  # noqa: ARG001 - plans differ by language
    """Plant one after the other, as long as each is found beside those before it and hides or adds no other."""
    chance = generator(seed, "capstone")
    number = int(chance.integers(FEWEST, MOST + 1))
    plans, drawn = sound_plans(facts), list[str]()
    for check in chance.permutation(list(plants())):
        if len(drawn) == number:
            break
        try:
            tried = plant(plans, str(check))
        except LookupError:  # what it would change is gone already
            continue
        if {each.id for each in clashes(tried, facts)} == {*drawn, str(check)}:
            plans, drawn = tried, [*drawn, str(check)]
    return plans, tuple(drawn)


def clashes(plans: Mapping[str, Plan], facts: Facts) -> list[Clash]:
    """Return where these plans do not fit together."""
    return coherence(_held(plans, facts))


def examined(plans: Mapping[str, Plan], facts: Facts, seed: int) -> Outcome:
    """Hold plans against those that were handed over: is every contradiction gone, and nothing else lost or broken?"""
    given = planted(facts, seed)
    before = {(system, each.rule, each.what) for system, each in _findings(given, facts)}
    return Outcome(
        clashes=tuple(clashes(plans, facts)),
        missing=tuple(each for each in given if each not in plans),
        emptied=tuple(each for each in given if each in plans and _size(plans[each]) < LEFT * _size(given[each])),
        findings=tuple(
            (system, each) for system, each in _findings(plans, facts) if (system, each.rule, each.what) not in before
        ),
    )


def repaired(plans: Mapping[str, Plan], facts: Facts, seed: int) -> bool:
    """Tell whether the plans handed over for a seed are repaired."""
    return examined(plans, facts, seed).repaired


def _findings(plans: Mapping[str, Plan], facts: Facts) -> Iterator[tuple[str, Finding]]:
    for system, found in _held(plans, facts).findings.items():
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
