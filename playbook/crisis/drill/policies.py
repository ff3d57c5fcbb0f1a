"""Ways of acting through a whole drill, which see what a player sees: no facts before they are known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from playbook.crisis.drill.actions import ACTS, NUMBER, Act, allowed
from playbook.crisis.drill.score import Score, score
from playbook.crisis.drill.state import APOLOGISED, NEVER, State
from playbook.crisis.drill.step import start, step
from playbook.crisis.drill.world import World
from playbook.language import Text
from playbook.sample.truths import Flags, Ints

LOUD = 6.0  # mentions a quarter of an hour from which a story is no trifle, if it still rises
LOOKS = 3  # steps in which the sensible plan looks before it speaks
SOON = 3  # steps before the next word is due
QUEUE = 3.0  # people waiting from which they are answered
TIRING = 0.9  # of the hours after which one is tired
LATE = 32  # steps: eight hours
DELETIONS = (2, 10, 18, 26)
Policy = Callable[[World, State], Ints]
Wish = tuple[Act, Flags]


class Way(NamedTuple):
    """A policy and its name."""

    name: Text
    acts: Policy


def played(of: World, policy: Policy) -> State:
    """Play a whole drill by a policy and return how it ends."""
    state = start(of)
    for _ in range(of.scenario.steps):
        state = step(of, state, policy(of, state))
    return state


def scored(of: World, policy: Policy) -> Score:
    """Return what a policy is worth in each run."""
    return score(of, played(of, policy))


def first_wish(of: World, state: State, wishes: list[Wish]) -> Ints:
    """Return the first action that is wished for and can be taken, in each run; else waiting."""
    can = allowed(of, state)
    chosen = np.zeros(of.runs, np.int64)
    for act, wished in reversed(wishes):
        chosen = np.where(wished & can[:, NUMBER[act]], NUMBER[act], chosen)
    return chosen


def nothing(of: World, state: State) -> Ints:  # noqa: ARG001 - as every policy
    """Wait to the end."""
    return np.zeros(of.runs, np.int64)


def sensible(of: World, state: State) -> Ints:
    """Tell how grave it is; ask; hold while it rises; say what the facts say; hand over; close."""
    return _judging(of, state, holds=True)


def patient(of: World, state: State) -> Ints:
    """Do the same, and say nothing until the facts are known."""
    return _judging(of, state, holds=False)


def _judging(of: World, state: State, *, holds: bool) -> Ints:
    always = np.ones(of.runs, bool)
    hot = (state.quick >= LOUD) | (state.peak >= LOUD) | (state.inquiries > 0) | state.noticed
    looked = state.step >= LOOKS
    tired = (state.at_desk >= TIRING * of.effects.tired_after) | _leaving(of, state)
    due = (state.due != NEVER) & (state.due - state.step <= SOON)
    fault, other = state.known & of.ours, state.known & ~of.ours
    return first_wish(of, state, [
        ("hand_over", hot & tired),
        ("apologise", hot & fault),
        ("correct", hot & other),
        ("ask", always),
        ("pause", always),
        ("hold", hot & holds & ~state.known & (state.first_at == NEVER)),
        ("escalate", hot & ((state.inquiries > 0) | state.noticed | (looked & state.rising))),
        ("hold", hot & due),
        ("close", hot & (state.waiting < QUEUE)),
        ("private", state.waiting >= np.where(hot, QUEUE, 1.0)),
    ])  # fmt: skip


def script(of: World, state: State) -> Ints:
    """Follow the same script whatever it is: hold, apologise after an hour, answer in public after two, close."""
    at = {0: "hold", 1: "pause", 4: "apologise", 8: "public", 12: "escalate", 16: "close"}
    always = np.ones(of.runs, bool)
    wishes: list[Wish] = [(act, always) for act in ACTS if at.get(state.step) == act]
    return first_wish(of, state, [*wishes, ("private", state.waiting >= QUEUE)])


def apologetic(of: World, state: State) -> Ints:
    """Apologise at once, whatever it is; then answer in private."""
    open_ended = state.stance != APOLOGISED
    return first_wish(of, state, [("apologise", open_ended), ("private", state.waiting >= QUEUE)])


def eager(of: World, state: State) -> Ints:
    """Answer everything at once, in public."""
    return first_wish(of, state, [("public", state.waiting >= 1)])


def late(of: World, state: State) -> Ints:
    """Wait eight hours, well within 24, and then do what is sensible."""
    return sensible(of, state) if state.step >= LATE else nothing(of, state)


def deleting(of: World, state: State) -> Ints:
    """Delete what is written against us, four times on the first day, and say nothing."""
    return np.full(of.runs, NUMBER["delete" if state.step in DELETIONS else "wait"])


def logged(acts: dict[int, Act]) -> Policy:
    """Return the policy that does what a log says, by step."""
    return partial(_logged, acts)


def _logged(acts: dict[int, Act], of: World, state: State) -> Ints:
    return np.full(of.runs, NUMBER[acts.get(state.step, "wait")])


def _leaving(of: World, state: State) -> Flags:
    """Tell whether whoever is at the desk is past their hours, and nobody has handed it to them."""
    return np.asarray(state.staffed & ~state.called & ~of.on_duty(state.step)[np.maximum(state.holder, 0)])


POLICIES: dict[str, Way] = {
    "sensible": Way(Text("先判断，再查，再说", "judge, find out, then speak"), sensible),
    "patient": Way(Text("查清以前不说话", "silent until the facts"), patient),
    "late": Way(Text("等 8 小时再动", "wait eight hours, then act"), late),
    "nothing": Way(Text("什么也不做", "do nothing"), nothing),
    "script": Way(Text("一套话走到底", "the same script always"), script),
    "apologetic": Way(Text("先道歉再说", "apologise at once"), apologetic),
    "eager": Way(Text("条条公开回", "answer everything in public"), eager),
    "deleting": Way(Text("删", "delete"), deleting),
}
