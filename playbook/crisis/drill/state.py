"""How a drill stands after a step: numbers, one row a run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playbook.crisis.drill.scenarios import PACES
from playbook.crisis.drill.world import World
from playbook.sample.truths import Flags, Ints, Numbers

NOBODY = -1
NEVER = -1
OPEN, APOLOGISED, CORRECTED = 0, 1, 2  # where we stand


@dataclass(frozen=True, eq=False)
class State:
    """How it stands at the begin of `step`; each array has a row a run. Steps that have not come are NEVER.

    The story: `pots` (mentions still to come, by pace), `last` (mentions of the step before), `by_mood` (of them, in
    the order of MOODS), `quick` and `slow` (means over half an hour and over two hours, a step), `peak` (the highest
    `quick`), `total`, `negative`, `anger` (the share of moods that silence has added).
    What is lost: `standing` (100 at first), `waiting` (people who wait for an answer), `asked`, `answered`, `gone`.
    What is known: `asked_at`, `known_at` (the step in which facts come in), `known`.
    What was said: `soft` and `firm` (the share of passing on that our words stop; `soft` wears off), `holds`,
    `spoke_at` (last), `first_at` (first), `due` (by when the next word is promised), `stance`, `early` (it was taken
    before the facts), `explained` (the facts stand in public), `in_doubt` (an answer before the facts must be taken
    back), `closed_at`.
    Who asks: `inquiries` (journalists waiting), `inquired_at` (the oldest), `noticed` (the platform waits),
    `escalated_at`. Who is there: `holder`, `called` (was handed the desk), `worked` (hours, runs x people).
    What was done: `paused`, `deleted`, `seen`, `cheered`, `slips`, `taken_back`, `unheard`, `broken`.
    """

    step: int
    pots: Numbers
    last: Numbers
    by_mood: Numbers
    quick: Numbers
    slow: Numbers
    peak: Numbers
    total: Numbers
    negative: Numbers
    anger: Numbers
    standing: Numbers
    waiting: Numbers
    asked: Numbers
    answered: Numbers
    gone: Numbers
    asked_at: Ints
    known_at: Ints
    known: Flags
    soft: Numbers
    firm: Numbers
    holds: Ints
    spoke_at: Ints
    first_at: Ints
    due: Ints
    stance: Ints
    early: Flags
    explained: Flags
    in_doubt: Flags
    closed_at: Ints
    inquiries: Ints
    inquired_at: Ints
    noticed: Flags
    escalated_at: Ints
    holder: Ints
    called: Flags
    worked: Numbers
    paused: Flags
    deleted: Ints
    seen: Ints
    cheered: Ints
    slips: Ints
    taken_back: Ints
    unheard: Ints
    broken: Ints

    def but(self, **changed: Numbers | Ints | Flags | int) -> State:
        """Return the same with some of it changed: `replace` would ask for each field, a thousand times a drill."""
        new = object.__new__(State)
        new.__dict__.update(self.__dict__, **changed)
        return new

    @property
    def rising(self) -> Flags:
        """Tell whether volume still rises: the last half hour is above the last two hours."""
        return np.asarray(self.quick > self.slow)

    @property
    def staffed(self) -> Flags:
        """Tell whether anybody is at the desk."""
        return np.asarray(self.holder != NOBODY)

    @property
    def at_desk(self) -> Numbers:
        """Return for how many hours whoever is at the desk has been there; 0 where nobody is."""
        here = self.worked[np.arange(len(self.holder)), np.maximum(self.holder, 0)]
        return np.asarray(np.where(self.staffed, here, 0.0))


def begin(of: World) -> State:
    """Return how it stands when the alarm has rung and nobody has done anything."""
    none, no, never = np.zeros(of.runs), np.zeros(of.runs, bool), np.full(of.runs, NEVER)
    zero = np.zeros(of.runs, np.int64)
    duty = np.flatnonzero(of.on_duty(0))
    return State(
        step=0, pots=np.zeros((of.runs, len(PACES))), last=none, by_mood=np.zeros((of.runs, 5)), quick=none, slow=none,
        peak=none, total=none, negative=none, anger=none, standing=none + 100, waiting=none, asked=none, answered=none,
        gone=none, asked_at=never, known_at=never, known=no, soft=none, firm=none, holds=zero, spoke_at=never,
        first_at=never, due=never, stance=zero, early=no, explained=no, in_doubt=no, closed_at=never, inquiries=zero,
        inquired_at=never, noticed=no, escalated_at=never, holder=zero + (duty[0] if len(duty) else 0), called=no,
        worked=np.zeros((of.runs, len(of.duty))), paused=no, deleted=zero, seen=zero, cheered=zero, slips=zero,
        taken_back=zero, unheard=zero, broken=zero,
    )  # fmt: skip
