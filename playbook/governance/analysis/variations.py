"""A few workflows beside today's: who else approves, and when; each is replayed on the log."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.governance.analysis.replay import Met, met, today
from playbook.governance.workflow import Cover, Workflow
from playbook.language import Text

Deputy = Literal["today", "evening", "weekend", "both", "friday", "limit"]
SAID: dict[Deputy, Text] = {
    "today": Text("照现在", "as it is"),
    "evening": Text("周一到周四晚上，沈牧代批", "Shen Mu approves, Mon to Thu evenings"),
    "weekend": Text("周末 10—19 点，陶然代批", "Tao Ran approves, weekends 10 to 19"),
    "both": Text("晚上和周末都有人代批", "both"),
    "friday": Text("再加周五晚上", "both, and Friday evenings"),
    "limit": Text("再加时限：一小时之内批完", "all that, each within an hour"),
}
EVENING = Cover(who="shen", days=[1, 2, 3, 4], start=18, end=22)
WEEKEND = Cover(who="tao", days=[6, 7], start=10, end=19)
FRIDAY = Cover(who="shen", days=[5], start=18, end=22)
MORE: dict[Deputy, list[Cover]] = {
    "today": [], "evening": [EVENING], "weekend": [WEEKEND], "both": [EVENING, WEEKEND],
    "friday": [EVENING, WEEKEND, FRIDAY], "limit": [EVENING, WEEKEND, FRIDAY],
}  # fmt: skip
LIMIT = 30  # minutes a step, of two steps


def with_deputy(approvals: pd.DataFrame, deputy: Deputy) -> Workflow:
    """Return today's workflow with somebody who approves when the approver is not there."""
    now = today(approvals)
    moves = [each.model_copy(update={"within": LIMIT}) for each in now.moves] if deputy == "limit" else now.moves
    return now.model_copy(update={"covers": [*now.covers, *MORE[deputy]], "moves": moves})


def deputies(approvals: pd.DataFrame) -> dict[Deputy, Met]:
    """Return how many slots each of these workflows would have met; nobody waves anything through unread."""
    return {name: met(with_deputy(approvals, name), approvals) for name in SAID}
