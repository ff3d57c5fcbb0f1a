"""A drill that was played well, played again with one thing done otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.crisis.drill.actions import Act
from playbook.crisis.drill.log import Log, LogError, replay
from playbook.facts import sample_facts
from playbook.plans import read_plan

WORDS: set[Act] = {"hold", "public", "correct", "apologise", "close"}
EARLY = range(8)  # steps in which a word may come before the facts
LEAVES = 12  # the step in which whoever is at the desk leaves


def varied_drills(field: PlanField) -> Iterator[Log]:
    """Yield the drill broken off, and played without some of its actions or with others added."""
    right: Any = field.expect.value(sample_facts())
    log = read_plan(Log, right if isinstance(right, dict) else right.model_dump(mode="json"))
    begun = [each for each in log.acts if each.step < LEAVES]
    yield log.model_copy(update={"acts": begun, "played": LEAVES})
    acts: dict[int, Act] = {each.step: each.action for each in log.acts}
    quiet = _without(acts, WORDS)
    unasked = _without(quiet, {"ask"})
    tried = [_without(acts, {"private"}), _without(acts, {"pause"}), quiet, quiet | {1: "hold", 2: "pause"}]
    tried.append({step: act for step, act in _without(acts, {"hand_over"}).items() if step < LEAVES})
    tried += [acts | {step: "delete"} for step in EARLY if step not in acts]
    tried += [unasked | {step: "public"} for step in EARLY]
    for each in tried:
        yield from _played(log, each)


def _without(acts: dict[int, Act], left_out: set[Act]) -> dict[int, Act]:
    return {step: act for step, act in acts.items() if act not in left_out}


def _played(log: Log, acts: dict[int, Act]) -> Iterator[Log]:
    """Yield the log with these actions; nothing if one of them could not be taken."""
    done = [{"step": step, "action": act} for step, act in sorted(acts.items())]
    changed = Log.model_validate(log.model_dump() | {"acts": done})
    try:
        replay(changed)
    except LogError:
        return
    yield changed
