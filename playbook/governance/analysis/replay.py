"""What a workflow would have met: the log's drafts once more, with other hours, a deputy, time limits.

Each draft takes the covered time that it took in the log, or the workflow's limit if that is less. Drafts that nobody
read then (waved through, withdrawn) take what the middle draft of their kind took. That a deputy reads as fast as the
approver, and that limits are kept, is assumed; that a shorter queue makes everybody faster is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

import numpy as np
import pandas as pd

from playbook.governance.analysis.waiting import (
    careful,
    first_day,
    hours_there,
    log_end,
    minute,
    minutes_open,
)
from playbook.governance.workflow import LANES, Cover, Lane, Move, Workflow, minutes, ways_out
from playbook.sample.truths import Flags, Numbers

NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Met:
    """Of how many slots a workflow would have met how many, in all and by lane; `said` shares are 0 to 1."""

    met: int
    slots: int
    lanes: dict[Lane, tuple[int, int]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Return the share of slots met; nan if the log has none."""
        return self.met / self.slots if self.slots else float("nan")


def met(workflow: Workflow, approvals: pd.DataFrame) -> Met:
    """Return how many of the log's slots a workflow would have met."""
    known = approvals if approvals.empty else approvals[approvals["slot"] < log_end(approvals)]
    if known.empty:
        return Met(0, 0)
    kept = would_meet(workflow, known)
    lanes = known["kind"].map(workflow.lane)
    by_lane = {lane: (int(kept[lanes == lane].sum()), int((lanes == lane).sum())) for lane in LANES}
    return Met(int(kept.sum()), len(known), {lane: each for lane, each in by_lane.items() if each[1]})


def would_meet(workflow: Workflow, approvals: pd.DataFrame) -> Flags:
    """Tell for each draft of the log whether this workflow would have met its slot."""
    first = first_day(approvals)
    lanes = approvals["kind"].map(workflow.lane)
    opened = minutes_open(approvals, workflow.covered())
    slot = minute(approvals["slot"], first)
    written = minute(approvals["written_at"], first)
    ahead = (lanes != "fast").to_numpy() & (workflow.ahead > 0)
    written = np.where(ahead, np.maximum(np.minimum(written, slot - 60 * workflow.ahead), 0), written)
    limits = np.array([_limit(workflow, lane) for lane in LANES])[[LANES.index(lane) for lane in lanes]]
    needed = np.where(limits < 0, np.inf, np.minimum(took(approvals), limits))
    return np.asarray(opened[slot] - opened[written] >= np.maximum(needed, 1))


def took(approvals: pd.DataFrame) -> Numbers:
    """Return how many minutes of the approver's hours each draft took from writing to decision."""
    first, read = first_day(approvals), careful(approvals)
    opened = minutes_open(approvals)
    done = minute(approvals["decided"].fillna(approvals["written_at"]), first)
    spent = pd.Series(opened[done] - opened[minute(approvals["written_at"], first)], approvals.index, dtype=float)
    spent = spent.where(read)
    usual = spent.groupby(approvals["kind"]).transform("median")
    return spent.fillna(usual).fillna(spent.median()).to_numpy(dtype=float)


def _limit(workflow: Workflow, lane: Lane) -> float:
    """Return what a lane may take at most, in minutes; infinite without limits, less than 0 without a way out."""
    if not ways_out(workflow, lane):
        return -1
    limit = minutes(workflow, lane)
    return float("inf") if limit is None else float(limit)


def today(approvals: pd.DataFrame, who: str = "") -> Workflow:
    """Return the workflow that the log shows: one approver, in the hours in which they read, and no limits."""
    hours = hours_there(approvals)
    covers = []
    for day in sorted({day for day, _ in hours}):
        of_day = sorted(hour for other, hour in hours if other == day)
        covers.append(Cover(who=who, days=[day], start=of_day[0], end=of_day[-1] + 1))
    steps = (("draft", "approved"), ("approved", "published"), ("draft", "withdrawn"), ("published", "archived"))
    lanes = list(get_args(Lane))
    moves = [Move.model_validate({"source": a, "to": b, "who": "approver", "lanes": lanes}) for a, b in steps]
    return Workflow(moves=moves, covers=covers)
