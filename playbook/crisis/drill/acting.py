"""What an action does. Each function changes the runs in `who` alone, and returns the state after it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from playbook.crisis.drill.actions import ACTS, Act, barred
from playbook.crisis.drill.scenarios import STEP, pools
from playbook.crisis.drill.state import APOLOGISED, CORRECTED, NEVER, State
from playbook.crisis.drill.world import SEEN, SLIPS, TAKEN_BACK, World
from playbook.sample.truths import Flags, Ints, Numbers

AGAIN = 8  # steps within which another public word is tedious
REPEATED = 0.5  # each further holding statement does this share of the one before: an assumption
SETTLES = 0.5  # share of those who wait that a public word with the facts answers: an assumption
Doing = Callable[[World, State, Flags], State]


def acted(of: World, state: State, action: Ints) -> State:
    """Take an action in each run; one that cannot be taken is waiting."""
    before = state
    for number in sorted(set(action.tolist())):
        act = ACTS[number]
        who = (action == number) & ~barred(of, before, act)
        if act in DOES and who.any():
            state = DOES[act](of, state, who)
    return state


def fed(state: State, who: Flags, mentions: Numbers | float) -> State:
    """Add mentions that are still to come."""
    return state.but(pots=state.pots + np.where(who, mentions, 0.0)[:, None] * pools())


def costs(state: State, who: Flags, points: Numbers | float) -> State:
    """Take points off the standing, which never falls below 0."""
    return state.but(standing=np.maximum(state.standing - np.where(who, points, 0.0), 0.0))


def _timely(of: World, state: State, calms: float) -> Numbers:
    """Return how much words calm: less once volume falls by itself."""
    return np.where(state.rising | (state.step < AGAIN), calms, calms * of.effects.late_share)


def _speak(of: World, state: State, who: Flags) -> State:
    """Do what every public word does: draw attention, keep a promise, and go wrong when tired."""
    does = of.effects
    again = (state.spoke_at != NEVER) & (state.step - state.spoke_at < AGAIN) & ~state.rising
    state = fed(state, who, does.attention * np.where(again, does.tedious, 1.0))
    slips = who & (state.at_desk >= does.tired_after) & (of.chances[state.step, :, SLIPS] < does.slip)
    state = costs(fed(state, slips, does.attention), slips, does.broken_costs)
    return state.but(
        spoke_at=np.where(who, state.step, state.spoke_at),
        first_at=np.where(who & (state.first_at == NEVER), state.step, state.first_at),
        due=np.where(who, NEVER, state.due),
        slips=state.slips + slips,
    )


def _ask(of: World, state: State, who: Flags) -> State:
    at = np.maximum(state.step + np.ceil(of.asked / STEP).astype(np.int64), state.step + 1)
    return state.but(
        asked_at=np.where(who, state.step, state.asked_at),
        known_at=np.where(who, np.minimum(at, state.known_at), state.known_at),
    )


def _hold(of: World, state: State, who: Flags) -> State:
    calms = _timely(of, state, of.effects.hold_calms) * REPEATED**state.holds
    state = _speak(of, state, who)
    return state.but(
        soft=np.where(who, np.maximum(state.soft, calms), state.soft),
        holds=state.holds + who,
        due=np.where(who, state.step + round(of.effects.promise_hours / STEP), state.due),
    )


def _private(of: World, state: State, who: Flags) -> State:
    slow = np.where(state.known, 1.0, 0.5) * np.where(state.at_desk >= of.effects.tired_after, 0.5, 1.0)
    served = np.where(who, np.minimum(state.waiting, of.effects.answers * slow), 0.0)
    return state.but(waiting=state.waiting - served, answered=state.answered + served)


def _public(of: World, state: State, who: Flags) -> State:
    calms = _timely(of, state, of.effects.answer_calms)
    wrong = who & ~state.known & (of.chances[state.step, :, TAKEN_BACK] < of.effects.guess_wrong)
    knowing = who & state.known
    state = _settle(_speak(of, state, who), knowing)
    return state.but(
        firm=np.where(knowing, np.maximum(state.firm, calms), state.firm),
        soft=np.where(who & ~state.known, np.maximum(state.soft, calms), state.soft),
        explained=state.explained | knowing,
        in_doubt=state.in_doubt | wrong,
    )


def _correct(of: World, state: State, who: Flags) -> State:
    turns = np.where(state.stance == APOLOGISED, of.effects.early_share, 1.0)
    return _stand(of, state, who, CORRECTED, right=~of.ours, share=turns)


def _apologise(of: World, state: State, who: Flags) -> State:
    share = np.where(state.known, 1.0, of.effects.early_share)
    state = state.but(early=np.where(who, ~state.known, state.early))
    return _stand(of, state, who, APOLOGISED, right=of.ours | ~state.known, share=share)


def _stand(  # noqa: PLR0913 - what both stances differ in
    of: World, state: State, who: Flags, stance: int, *, right: Flags, share: Numbers
) -> State:
    """Take a stance; one that the facts speak against costs at once what a word taken back costs."""
    calms = _timely(of, state, of.effects.final_calms) * share
    state = _speak(of, state, who)
    good, bad = who & right, who & ~right
    won = np.where(good & state.known, of.effects.mended * share * (100 - state.standing), 0.0)
    state = state.but(
        stance=np.where(who, stance, state.stance),
        firm=np.where(good, np.maximum(state.firm, calms), np.where(bad, 0.0, state.firm)),
        explained=state.explained | (good & state.known),
        in_doubt=state.in_doubt & ~(who & state.known),
        standing=state.standing + won,
    )
    return taken_back(of, state, bad)


def taken_back(of: World, state: State, who: Flags) -> State:
    """Let a wrong word come back: mentions, and standing."""
    state = fed(state, who, of.effects.wrong_feeds * of.scenario.size * of.scale)
    state = costs(state, who, of.effects.wrong_costs)
    return state.but(taken_back=state.taken_back + who, in_doubt=state.in_doubt & ~who)


def _escalate(of: World, state: State, who: Flags) -> State:  # noqa: ARG001 - as every action
    return state.but(escalated_at=np.where(who, state.step, state.escalated_at))


def _hand_over(of: World, state: State, who: Flags) -> State:
    """Give the desk to whoever is on duty by the card and least tired; to somebody at home if nobody else is."""
    order = state.worked - 100.0 * of.on_duty(state.step)
    order = np.where(np.arange(len(of.duty)) == state.holder[:, None], np.inf, order)
    return state.but(
        holder=np.where(who, np.argmin(order, axis=1), state.holder), called=np.where(who, True, state.called)
    )


def _pause(of: World, state: State, who: Flags) -> State:  # noqa: ARG001 - as every action
    return state.but(paused=state.paused | who)


def _close(of: World, state: State, who: Flags) -> State:
    state = _settle(_speak(of, state, who), who)
    return state.but(closed_at=np.where(who, state.step, state.closed_at))


def _settle(state: State, who: Flags) -> State:
    served = np.where(who, SETTLES * state.waiting, 0.0)
    return state.but(waiting=state.waiting - served, answered=state.answered + served)


def _delete(of: World, state: State, who: Flags) -> State:
    seen = who & (of.chances[state.step, :, SEEN] < of.effects.deletion_seen)
    state = fed(state, seen, of.effects.deletion_feeds * of.scenario.size * of.scale)
    state = costs(state, seen, of.effects.deletion_costs)
    return state.but(
        deleted=state.deleted + who,
        seen=state.seen + seen,
        soft=np.where(seen, 0.0, state.soft),
        inquiries=state.inquiries + seen,
        inquired_at=np.where(seen & (state.inquiries == 0), state.step, state.inquired_at),
    )


def cheer(of: World, state: State, who: Flags) -> State:
    """Let a cheerful post go out: the more people are angry, the worse."""
    grave = np.minimum(1.0, state.total / of.effects.trifle)
    state = fed(state, who, of.effects.attention + of.effects.cheer_feeds * of.scenario.size * of.scale * grave)
    state = costs(state, who, of.effects.cheer_costs * grave)
    return state.but(cheered=state.cheered + who)


DOES: dict[Act, Doing] = {
    "ask": _ask, "hold": _hold, "private": _private, "public": _public, "correct": _correct, "apologise": _apologise,
    "escalate": _escalate, "hand_over": _hand_over, "pause": _pause, "close": _close, "delete": _delete, "cheer": cheer,
}  # fmt: skip
