"""How a repost is passed on: the steps down a tree, with the shapes measured on public data.

Each tree has its own share of direct reposts and its own chance of going a step deeper (`spread.fitted` of the
calibration, which the sample's trees follow too), so that a few trees go deep and most do not.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from playbook.sample.readers import arrived_by
from playbook.sample.truths import Ints, Numbers, calibration

Shape = Literal["wide", "relayed", "ordinary"]
DEEPEST = 100  # steps; the deepest tree that was measured has 59


def grow(expected: Numbers, shape: Shape, chance: np.random.Generator) -> Ints:
    """Return reposts by depth, trees x steps, where so many are `expected` of each tree in all.

    The first column holds the direct reposts. Each direct repost brings so many at the second step that the tree has
    its share of direct ones, and each of those below brings its chance of a further one.
    """
    fitted = calibration()["spread"]["fitted"]
    first, rest = fitted[shape]["direct"]
    direct = chance.beta(first, rest, len(expected))
    deeper = chance.beta(fitted["deeper"][0] * (1 - direct), fitted["deeper"][1])
    step = chance.poisson(expected * direct)
    steps, brings = [step], (1 - direct) * (1 - deeper) / direct
    while step.any() and len(steps) < DEEPEST:
        step = chance.poisson(step * brings)
        steps.append(step)
        brings = deeper
    return np.column_stack(steps).astype(np.int64)


def still_to_come(minutes: float, shape: Shape) -> float:
    """Return the share of a post's reactions that is yet to come at this age (1 when it is new)."""
    hours, share = arrived_by(calibration()["spread"]["fitted"][shape]["arrived_after_hours"])
    return float(1 - np.interp(minutes / 60, hours, share))
