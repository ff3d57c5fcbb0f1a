"""What a drill is worth: standing kept, people answered, and a story that stayed small. The weights are assumptions."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from playbook.crisis.drill.state import NEVER, State
from playbook.crisis.drill.world import World
from playbook.sample.truths import Numbers

STANDING, ANSWERED, SMALL = 60.0, 20.0, 20.0
A_FEW = 20.0  # where fewer than this many people ask, each left without an answer costs no more than one in so many


class Score(NamedTuple):
    """A score of at most 100 and its parts, an array with a row a run."""

    whole: Numbers
    standing: Numbers
    answered: Numbers
    small: Numbers


def score(of: World, state: State) -> Score:
    """Return what a drill is worth as it stands.

    60 for standing kept; 20 for those who asked and were answered; 20 for a story no larger than it would have been if
    nobody had passed it on. Points are taken off for alarming everybody over a trifle.
    """
    trifle = (state.escalated_at != NEVER) & (state.total < of.effects.trifle)
    standing = STANDING * state.standing / 100
    left = (state.asked - state.answered) / np.maximum(state.asked, A_FEW)
    answered = ANSWERED * (1 - np.clip(left, 0.0, 1.0))
    small = SMALL * np.minimum(of.alone / np.maximum(state.total, 1.0), 1.0)
    whole = standing + answered + small - np.where(trifle, of.effects.needless, 0.0)
    return Score(np.maximum(whole, 0.0), standing, answered, small)
