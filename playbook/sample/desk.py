"""The sample's desk: when somebody on duty gets round to each thing in the inbox."""

from __future__ import annotations

from bisect import bisect_left

import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.duty import roster

MINUTE = pd.Timedelta(minutes=1)


class Desk:
    """The free moments of everybody on duty from one day to another, each good for one answer."""

    def __init__(self, first: pd.Timestamp, last: pd.Timestamp, minutes: int) -> None:
        shifts = roster()
        shifts = shifts[shifts["on"].between(first, last) & ~shifts["absent"]]
        self._free = sorted(
            (moment, person)
            for on, person, start, end in zip(
                shifts["on"], shifts["person"], shifts["start"], shifts["end"], strict=True
            )
            for moment in pd.date_range(
                on.tz_localize(ZONE) + start * 60 * MINUTE, periods=(end - start) * 60 // minutes, freq=minutes * MINUTE
            )
        )

    def answer(self, ready: pd.Series) -> pd.DataFrame:
        """Give each thing, in the order they become ready, the next free moment: `answered_at` and `answered_by`.

        What is not ready at all (`NaT`), or not before the last free moment, is not answered.
        """
        taken = {}
        for row, moment in ready.dropna().sort_values(kind="stable").items():
            free = bisect_left(self._free, (moment, ""))
            if free < len(self._free):
                taken[row] = self._free.pop(free)
        answers = pd.DataFrame.from_dict(taken, orient="index", columns=["answered_at", "answered_by"])
        return answers.reindex(ready.index)
