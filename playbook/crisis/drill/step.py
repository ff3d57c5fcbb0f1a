"""A quarter of an hour of a crisis: what we do, what happens to us, how the story spreads, who is still awake."""

from __future__ import annotations

import numpy as np

from playbook.crisis.drill.acting import acted, cheer, costs, fed, taken_back
from playbook.crisis.drill.scenarios import MOODS, STEP, pools
from playbook.crisis.drill.state import APOLOGISED, NEVER, NOBODY, State, begin
from playbook.crisis.drill.world import JOURNALIST, LARGE, WHO_LARGE, World
from playbook.sample.truths import Ints, Numbers

QUICKLY, SLOWLY = 0.5, 2.0  # hours over which the two means of volume are taken
MOST_PASSED = 0.9  # a mention never leads to more than this many others
SPOKEN_SHARE = 0.5  # of what negative mentions cost when we have spoken and been right: an assumption
PATIENCE = 8  # steps of silence until it angers to the full
STAYS = 4  # steps that somebody stays after hours unless the desk was handed to them


def start(of: World) -> State:
    """Return how it stands when the alarm rings: the facts will come in by themselves, late."""
    state = begin(of)
    return state.but(known_at=np.maximum(np.ceil(of.late / STEP), 1).astype(np.int64))


def step(of: World, state: State, action: Ints) -> State:
    """Play one step in every run; `action` is a place in ACTS a run. The state given stays as it is.

    Raises IndexError after the last step.
    """
    if state.step >= of.scenario.steps:
        raise IndexError(f"the drill {of.scenario.id} ends after {of.scenario.steps} steps")
    state = acted(of, state, action)
    state = _facts(of, _asked_of_us(of, _events(of, state)))
    state = _staff(of, _waiting(of, _spread(of, state)))
    return state.but(step=state.step + 1)


def _events(of: World, state: State) -> State:
    """Let posts about it appear, large accounts take it up, and the scheduled post go out."""
    here, does = of.chances[state.step], of.effects
    everybody = np.ones(of.runs, bool)
    state = fed(state, everybody, of.fuel[state.step] * of.scale)
    open_ended = state.last * (1 - _calm(state))
    large = here[:, LARGE] < 1 - np.exp(-does.large_rate * open_ended)
    brings = does.large_feeds * of.scenario.size * (0.5 + here[:, WHO_LARGE])
    state = fed(state, large, brings)
    if of.scenario.scheduled and state.step == of.scenario.scheduled:
        state = cheer(of, state, ~state.paused)
    return state


def _asked_of_us(of: World, state: State) -> State:
    """Let journalists and the platform ask, be answered, or write without us."""
    does, spoken = of.effects, state.first_at != NEVER
    asks = of.chances[state.step, :, JOURNALIST] < 1 - np.exp(-does.journalist_rate * state.last)
    waiting = state.inquiries + asks
    since = np.where((state.inquiries == 0) & asks, state.step, state.inquired_at)
    noticed = state.noticed | bool(of.scenario.notice and state.step == of.scenario.notice)
    served = (state.escalated_at != NEVER) & spoken
    waiting, noticed = np.where(served, 0, waiting), noticed & ~served
    unheard = (waiting > 0) & (state.step - since >= does.journalist_waits / STEP)
    state = state.but(
        inquiries=np.where(unheard, 0, waiting),
        inquired_at=np.where(unheard | (waiting == 0), NEVER, since),
        noticed=noticed,
        unheard=state.unheard + unheard,
    )
    state = fed(state, unheard, does.unheard_feeds * of.scenario.size * of.scale)
    return costs(state, unheard, does.unheard_costs)


def _facts(of: World, state: State) -> State:
    """Let the facts come in, and with them what was said too early; and let a promise be broken."""
    new = ~state.known & (state.step + 1 >= state.known_at)
    state = state.but(known=state.known | new)
    wrong = new & (state.in_doubt | ((state.stance == APOLOGISED) & state.early & ~of.ours))
    state = taken_back(of, state, wrong)
    state = state.but(firm=np.where(wrong, 0.0, state.firm), soft=np.where(wrong, 0.0, state.soft))
    late = (state.due != NEVER) & (state.step >= state.due)
    state = state.but(due=np.where(late, NEVER, state.due), broken=state.broken + late)
    return costs(state, late, of.effects.broken_costs)


def _calm(state: State) -> Numbers:
    """Return the share of passing on that our words stop."""
    return np.maximum(state.soft, state.firm)


def _spread(of: World, state: State) -> State:
    """Let mentions come in and be passed on; count them by mood; let standing go with the negative ones."""
    out = of.share_out[state.step]
    expected = (state.pots * out).sum(axis=1)
    arrived = np.rint(np.maximum(expected + np.sqrt(expected) * of.noise[state.step], 0.0))
    passing = np.minimum(of.scenario.passing * (1 - _calm(state)) * (1 + state.anger), MOST_PASSED)
    shares = _moods(of, state)
    by_mood = arrived[:, None] * shares
    negative = by_mood[:, 1] + by_mood[:, 2]
    quick = state.quick + (arrived - state.quick) * (1 - np.exp(-STEP / QUICKLY))
    eased = 1 - (1 - SPOKEN_SHARE) * np.minimum(_calm(state) / of.effects.final_calms, 1.0)
    lost = of.effects.negative_costs * negative * eased / (of.scenario.size * of.scale)
    return state.but(
        pots=state.pots * (1 - out) + (passing * arrived)[:, None] * pools(),
        last=arrived,
        by_mood=by_mood,
        quick=quick,
        slow=state.slow + (arrived - state.slow) * (1 - np.exp(-STEP / SLOWLY)),
        peak=np.maximum(state.peak, quick),
        total=state.total + arrived,
        negative=state.negative + negative,
        anger=_angered(of, state),
        standing=np.maximum(state.standing - lost, 0.0),
        soft=state.soft * (1 - of.effects.hold_fades),
    )


def _moods(of: World, state: State) -> Numbers:
    """Return the share of each mood: silence adds anger, facts take questions away and add defenders."""
    usual = np.array([of.scenario.moods[name] for name in MOODS])
    weights = np.tile(usual, (of.runs, 1))
    weights[:, 0] *= np.where(state.explained, 0.5, 1.0)
    weights[:, 2] += usual[2] * state.anger * 2
    weights[:, 3] += np.where(state.explained, 0.1, 0.0)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _angered(of: World, state: State) -> Numbers:
    """Return the anger that silence adds: in full after two hours without a word, none while our words hold."""
    target = of.effects.silence_angers * (1 - np.minimum(_calm(state) / of.effects.hold_calms, 1.0))
    return np.asarray(state.anger + (target - state.anger) / PATIENCE)


def _waiting(of: World, state: State) -> State:
    """Let people begin to wait for an answer, and give up."""
    new = of.effects.asking * (state.by_mood[:, 0] + state.by_mood[:, 1])
    left = of.effects.gives_up * state.waiting
    worth = np.maximum(of.effects.asking * of.scenario.size * of.scale, 1.0)
    state = state.but(waiting=state.waiting + new - left, asked=state.asked + new, gone=state.gone + left)
    return costs(state, np.ones(of.runs, bool), of.effects.gone_costs * left / worth)


def _staff(of: World, state: State) -> State:
    """Let whoever is at the desk tire and leave, and whoever comes on duty take an empty desk."""
    people, duty = np.arange(len(of.duty)), of.on_duty(state.step)
    at_desk = people == state.holder[:, None]
    worked = np.maximum(state.worked + np.where(at_desk, STEP, -STEP / 2), 0.0)
    before = of.on_duty(max(state.step - STAYS, 0))
    mine = np.maximum(state.holder, 0)
    unasked = ~state.called & ~duty[mine] & ~before[mine] & (state.step >= STAYS)
    tired = np.take_along_axis(worked, mine[:, None], axis=1)[:, 0] >= of.effects.gone_after
    holder = np.where(state.staffed & (unasked | (tired & ~duty[mine]) | (tired & state.called)), NOBODY, state.holder)
    fresh = np.where(duty, worked, np.inf)
    comes = np.where(np.isfinite(fresh).any(axis=1), np.argmin(fresh, axis=1), NOBODY)
    taken = np.where(holder == NOBODY, comes, holder)
    return state.but(worked=worked, holder=taken, called=state.called & (taken == state.holder))
