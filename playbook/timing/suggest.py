"""The best week under the stated constraints, with one sentence a slot on why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.timing.analysis import strength
from playbook.timing.best_week import DAY, FEW, WEEK, WITHIN, Constraints, Floats, best_week, most_that_fit, worth
from playbook.timing.clash import NOTHING, why_not
from playbook.timing.plan import Slot
from playbook.week import DAYS, clock, listed

__all__ = ["Constraints", "Suggested", "Suggestion", "most_posts", "suggest"]

BEST = Text(
    "这时发的一条通常得 {gets} 次互动，当天能用的钟点里最多。",
    "A typical post gets {gets} reactions at this hour, the most of all usable hours that day.",
)
TIED = Text(
    "通常得 {gets} 次互动，和 {ties}一样，当天能用的钟点里没有更多的。",
    "Usually {gets} reactions, as at {ties}; no usable hour that day gets more.",
)
ONLY = Text(
    "当天能用、数据又说得准的只有这个钟点，通常得 {gets} 次互动。",
    "The one hour that day that can be used and that the data know: usually {gets} reactions.",
)
USED = Text(
    "通常得 {gets} 次互动，能用的钟点里排第 {rank}；比它多的 {better}也排上了。",
    "Usually {gets} reactions, rank {rank} among the usable hours that day; {better}, ahead of it, is taken too.",
)
PASSED = Text(
    "通常得 {gets} 次互动，能用的钟点里排第 {rank}；{hour}更多（{more} 次），{reason}。",
    "Usually {gets} reactions, number {rank} among the usable hours; {hour} gets more ({more}), {reason}.",
)
BEST_USABLE = Text(
    "能用的钟点里最多，通常得 {gets} 次互动；{hour}还要多（{more} 次），{reason}。",
    "The most of all usable hours: usually {gets} reactions. {hour} would get more ({more}), {reason}.",
)
NOBODY = Text("可是没有人值班", "but nobody is on duty then")
BARRED = Text("可是不在选定的钟点里", "but it is not among the hours you chose")
TOO_CLOSE = Text("可是离 {near}不到 {gap} 小时", "but is less than {gap} hours from {near}")
BURST = Text("可是 {near}已经排上，再加它，两小时内就有三条", "but with {near} would make three posts within two hours")
SILENT = Text(
    "可是换过去，停发就超过 {silence} 小时", "but moving there would leave more than {silence} hours of silence"
)
EXPECTED = Text(
    "按各钟点的中位数，这 {posts} 条加起来约得 {total} 次互动。",
    "Counting the median of each hour, these {posts} posts add up to about {total} reactions.",
)
UNEVEN = Text(
    "各天能用的钟点不一样多，所以{least_day}只有 {least} 条，{most_day}有 {most} 条。",
    "The days differ in usable hours, so {least_day} has {least} and {most_day} has {most}.",
)


@dataclass(frozen=True)
class Suggested:
    """A slot, the reactions that a typical post gets then, and why it was chosen."""

    slot: Slot
    gets: float
    why: Text


@dataclass(frozen=True)
class Suggestion:
    """The slots in order of time, the reactions they add up to, and what is expected; or no slots and what clashes."""

    slots: tuple[Suggested, ...] = ()
    total: float = 0.0
    said: Text = NOTHING
    unable: Text | None = None


def suggest(facts: Facts, account: str, asked: Constraints) -> Suggestion:
    """Return the week of an account at which typical posts get most in all, among those that keep the constraints.

    The value of a slot is `strength`: the median of the account's posts at that hour, workdays and weekend apart. An
    hour that the data cannot tell is never suggested. `best_week` says which of several equal weeks is chosen.
    """
    values = worth(facts, account, asked)
    cells = best_week(values, asked)
    if cells is None:
        return Suggestion(unable=why_not(facts, account, asked))
    reasons = _Reasons(facts, account, asked, values, cells)
    slots = tuple(
        Suggested(
            Slot(account=account, day=cell // DAY + 1, hour=cell % DAY), float(values.flat[cell]), reasons.why(cell)
        )
        for cell in cells
    )
    total = sum(each.gets for each in slots)
    said = [EXPECTED.format(posts=len(slots), total=f"{total:,.0f}"), *_uneven(cells, asked)]
    return Suggestion(slots, total, join(said, "", " "))


def most_posts(facts: Facts, account: str, asked: Constraints) -> int:
    """Return the most posts a week that the constraints leave room for, whatever `posts` says; 0 if no week fits."""
    return most_that_fit(worth(facts, account, asked), asked)


class _Reasons:
    """Why each slot of a week is where it is."""

    def __init__(self, facts: Facts, account: str, asked: Constraints, values: Floats, cells: list[int]) -> None:
        self.asked, self.values, self.cells = asked, values, cells
        self.known = strength(facts.posts, account)

    def why(self, cell: int) -> Text:
        """Say what a post gets at this hour and how it stands to the other hours of its day."""
        day, hour = divmod(cell, DAY)
        row, gets, rank = self.values[day], self.values[day, hour], self._rank(day, hour)
        # A usable hour passed over says more than one that never could be used; the day's best slot names the latter.
        better = self._passed_over(row, day, gets)
        if better is None and rank == 1:
            better = self._passed_over(self.known[day], day, gets)
        if better is not None:
            return (BEST_USABLE if rank == 1 else PASSED).format(
                gets=_number(gets), rank=rank, hour=clock(better), more=_number(self.known[day, better]),
                reason=self._reason(day * DAY + hour, day * DAY + better),
            )  # fmt: skip
        if rank > 1:
            return USED.format(gets=_number(gets), rank=rank, better=_clocks(row > gets))
        ties = (row == gets) & (np.arange(DAY) != hour)
        if ties.any():
            return TIED.format(gets=_number(gets), ties=_clocks(ties))
        return (BEST if np.isfinite(row).sum() > 1 else ONLY).format(gets=_number(gets))

    def _passed_over(self, row: Floats, day: int, gets: float) -> int | None:
        """Return the best hour of a day that gets more than this and has no slot; None if there is none."""
        open_ = np.where(row > gets, row, -np.inf)
        open_[[cell % DAY for cell in self.cells if cell // DAY == day]] = -np.inf
        best = int(open_.argmax())
        return best if np.isfinite(open_[best]) else None

    def _reason(self, cell: int, better: int) -> Text:
        """Say why a slot is not at a better hour of its day: what would be wrong if it moved there."""
        if better % DAY not in self.asked.hours:
            return BARRED
        if np.isnan(self.values.flat[better]):
            return NOBODY
        others = [each for each in self.cells if each != cell]
        near = [each for each in others if min((each - better) % WEEK, (better - each) % WEEK) < self.asked.gap_hours]
        if near:
            where = listed(clock(each % DAY) for each in near)
            return TOO_CLOSE.format(near=where, gap=self.asked.gap_hours)
        moved = np.array([*others, better])
        if not self.asked.bursts and any(((moved - each) % WEEK <= WITHIN).sum() > FEW for each in moved):
            close = [each for each in others if min((each - better) % WEEK, (better - each) % WEEK) <= WITHIN]
            return BURST.format(near=listed(clock(each % DAY) for each in close))
        return SILENT.format(silence=self.asked.silence_hours)

    def _rank(self, day: int, hour: int) -> int:
        return 1 + int((self.values[day] > self.values[day, hour]).sum())


def _clocks(chosen: npt.NDArray[np.bool_]) -> Text:
    return join([clock(int(hour)) for hour in np.flatnonzero(chosen)])


def _uneven(cells: list[int], asked: Constraints) -> Iterator[Text]:
    """Say that the days could not be filled evenly, where nobody asked for that."""
    counts = Counter(cell // DAY + 1 for cell in cells)
    least, most = min(asked.days, key=lambda day: counts[day]), max(asked.days, key=lambda day: counts[day])
    if counts[most] - counts[least] > 1 and None in {asked.least_a_day, asked.most_a_day}:
        yield UNEVEN.format(least_day=DAYS[least - 1], least=counts[least], most_day=DAYS[most - 1], most=counts[most])


def _number(value: float) -> str:
    """Return a median in whole reactions, as the planner's cells say it."""
    return f"{value:,.0f}"
