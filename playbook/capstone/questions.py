"""What the capstone asks: how many contradictions, between which plans, what each way to repair one comes to.

The company is the capstone's own, drawn by `seed`: the sample's facts that every question is handed are not looked at.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from playbook.capstone.given import Given, given
from playbook.capstone.planted import Outcome, clashes, compared
from playbook.capstone.plants import plant
from playbook.capstone.repairs import mended, ways
from playbook.coherence import Clash
from playbook.facts import Facts
from playbook.language import Language, language

Comes = Literal["repaired", "same", "moved", "broken", "emptied"]


def count(facts: Facts, seed: int) -> int:  # noqa: ARG001 - see above
    """Return in how many places the plans clash."""
    return len(_given(seed, language()).checks)


def between(facts: Facts, seed: int, check: str) -> list[str]:  # noqa: ARG001 - see above
    """Return the systems whose plans a contradiction is between, in the order in which they are named."""
    held = _given(seed, language())
    found = [each.systems for each in clashes(held.plans, held.facts) if each.id == check]
    return list(dict.fromkeys(system for pair in found for system in pair))


def comes_to(facts: Facts, seed: int, check: str, way: int) -> Comes:  # noqa: ARG001 - see above
    """Return what a way (from 1) to repair a contradiction comes to, were it the only one in the plans.

    `repaired`; the `same` contradiction stays; it is `moved` between other plans; a rule of one system is `broken`; or
    the plans are `emptied`. Raises IndexError if there is no such way.
    """
    outcome = tried(seed, check, way)
    if outcome.repaired:
        return "repaired"
    if any(each.id == check for each in outcome.clashes):
        return "same"
    if outcome.clashes:
        return "moved"
    return "broken" if outcome.findings else "emptied"


def repairing(facts: Facts, seed: int, check: str) -> str:
    """Return the way (as text, from 1) that repairs a contradiction; raise ValueError unless there is exactly one."""
    numbers = range(1, len(ways()[check]) + 1)
    found = [str(each) for each in numbers if comes_to(facts, seed, check, each) == "repaired"]
    if len(found) != 1:
        raise ValueError(f"{check}: wanted one way that repairs it; read {found}")
    return found[0]


def tried(seed: int, check: str, way: int) -> Outcome:
    """Return what is wrong after a way (from 1) to repair a contradiction, the only one; raises as `comes_to`."""
    return _tried(seed, check, way, language())


@lru_cache(maxsize=128)
def _tried(seed: int, check: str, way: int, wanted: Language) -> Outcome:
    held = _given(seed, wanted)
    alone = plant(held.sound, check)
    return compared(mended(alone, ways()[check][way - 1], held.sound), alone, held.sound, held.facts)


def found(seed: int) -> list[Clash]:
    """Return where the plans clash, as they are handed over."""
    held = _given(seed, language())
    return clashes(held.plans, held.facts)


@lru_cache(maxsize=4)
def _given(seed: int, wanted: Language) -> Given:  # noqa: ARG001 - plans are in the reader's language
    return given(seed)
