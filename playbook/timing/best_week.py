"""The best week that keeps its constraints: whole numbers of posts, weighed exactly.

Integer programming (HiGHS, through scipy), because no rule of thumb is right here: whoever takes 15:00 first may lose
14:00 and 16:00 together, and a post moved on Sunday may break the silence before Monday. There is a yes or a no for
each of 168 hours at most; HiGHS proves its answer best, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp

from playbook.facts import Facts
from playbook.timing.analysis import strength, usual_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DAY, WEEK = 24, 7 * 24  # hours
FEW, WITHIN = 2, 2  # two posts within two hours are fine, a third makes a burst
BLOCK = 12  # hours told apart in one go: a weight of 2 ** 11 is far from the solver's tolerance
INFEASIBLE = 2  # scipy's status


@dataclass(frozen=True)
class Constraints:
    """What a week must keep.

    `posts` a week; `gap_hours` (1 or 2) from the start of a post to the next, over midnight and the week's end too;
    `days` (1 = Monday … 7) and `hours` (0 to 23) that may be used; `attended` keeps to hours with somebody on duty;
    `least_a_day` and `most_a_day` hold for each of `days` (left out: as even as the usable hours allow);
    `silence_hours` is the longest stretch without a post, in which the hours of all other days do not count: they are
    silent on purpose. `least_share` leaves out hours where a typical post gets less than this share of the account's
    usual; `bursts` allows three posts within two hours.
    """

    posts: int
    gap_hours: int = 1
    days: tuple[int, ...] = tuple(range(1, 8))
    hours: tuple[int, ...] = tuple(range(24))
    attended: bool = True
    least_a_day: int | None = None
    most_a_day: int | None = None
    silence_hours: int = 48
    least_share: float = 0.0
    bursts: bool = False

    def __post_init__(self) -> None:
        least, most = self.least_a_day, self.most_a_day
        wanted = {
            "posts: a whole number from 1": self.posts >= 1,
            "gap_hours: 1 or 2": self.gap_hours in {1, 2},
            "days: one or more of 1 (Monday) to 7, each once": _each_once(self.days, range(1, 8)),
            "hours: one or more of 0 to 23, each once": _each_once(self.hours, range(24)),
            "least_a_day: from 0": least is None or least >= 0,
            "most_a_day: from 1, and not below least_a_day": most is None or most >= max(1, least or 0),
            "silence_hours: from 1": self.silence_hours >= 1,
        }
        wrong = [said for said, fine in wanted.items() if not fine]
        if wrong:
            raise ValueError(f"wanted {'; '.join(wrong)}; read {self}")


def worth(facts: Facts, account: str, asked: Constraints) -> Floats:
    """Return what a typical post of the account gets on 7 days x 24 hours; NaN where it may not go out or none know."""
    week = strength(facts.posts, account)
    if np.isnan(week).all():
        return week
    week[week < asked.least_share * usual_of(facts.posts, account)] = np.nan
    for day, hour in np.ndindex(week.shape):
        barred = day + 1 not in asked.days or hour not in asked.hours
        if barred or (asked.attended and not facts.company.on_duty(day + 1, hour)):
            week[day, hour] = np.nan
    return week


def best_week(values: Floats, asked: Constraints) -> list[int] | None:
    """Return the hours of the best week, as hours since Monday 0:00 in order; None if the constraints cannot be kept.

    `values` is what `worth` gives: whole or half numbers on 7 days x 24 hours, NaN for an hour that may not be used.
    Unless both day limits are given, the most even days come first, then the highest sum; if they are, the sum comes
    first. Of weeks that are still equal it is the one that posts earlier: compared hour by hour from Monday 0:00, the
    first difference decides. So there is one answer, on every machine.
    """
    cells = known(values)
    programme = Programme(cells, asked, asked.posts, asked.posts)
    uneven = np.append(np.zeros(len(cells), dtype=np.int64), [-1, 1])  # most a day less least a day
    loss = -np.append(_whole(values.reshape(-1)[cells]), [0, 0])
    as_even = asked.least_a_day is None or asked.most_a_day is None
    for cost in (uneven, loss) if as_even else (loss, uneven):
        found = programme.least(cost)
        if found is None:
            return None
        programme.hold(cost, int(cost @ found))
    return [cells[i] for i in _earliest(programme, len(cells))]


def most_that_fit(values: Floats, asked: Constraints) -> int:
    """Return the most posts that the constraints leave room for, whatever `posts` says; 0 if no number fits."""
    return _extreme(values, asked, -1)


def fewest_that_fit(values: Floats, asked: Constraints) -> int:
    """Return the fewest posts that keep the constraints, whatever `posts` says; 0 if no number does."""
    return _extreme(values, asked, 1)


def known(values: Floats) -> list[int]:
    """Return the hours since Monday 0:00 that have a value."""
    return [int(cell) for cell in np.flatnonzero(~np.isnan(values))]


def fits(values: Floats, asked: Constraints) -> bool:
    """Tell whether the constraints can be kept."""
    programme = Programme(known(values), asked, asked.posts, asked.posts)
    return programme.least(np.zeros(programme.size, dtype=np.int64)) is not None


def _extreme(values: Floats, asked: Constraints, sign: int) -> int:
    programme = Programme(known(values), asked, 1, WEEK)
    cost = sign * np.append(np.ones(programme.size - 2, dtype=np.int64), [0, 0])
    found = programme.least(cost)
    return 0 if found is None else int(found[:-2].sum())


class Programme:
    """The constraints as rows over one unknown an hour (a post or none), then the least and the most posts a day."""

    def __init__(self, cells: list[int], asked: Constraints, fewest: int, most: int) -> None:
        self.size = len(cells) + 2
        self.low = np.append(np.zeros(len(cells), dtype=np.int64), [asked.least_a_day or 0, 0])
        limit = DAY if asked.most_a_day is None else asked.most_a_day
        self.high = np.append(np.ones(len(cells), dtype=np.int64), [DAY, limit])
        every = np.append(np.ones(len(cells), dtype=np.int64), [0, 0])
        self._rows: list[tuple[Ints, float, float]] = [
            (every, fewest, most),
            *_rows(np.array(cells, dtype=np.int64), asked),
        ]

    def least(self, cost: Ints) -> Ints | None:
        """Return the unknowns at which a cost is least; None if the constraints cannot be kept."""
        weights, low, high = (np.array(part) for part in zip(*self._rows, strict=True))
        found = milp(
            cost, integrality=np.ones(self.size, dtype=np.int64), bounds=Bounds(self.low, self.high),
            constraints=LinearConstraint(weights, low, high), options={"mip_rel_gap": 0},
        )  # fmt: skip
        if found.status == INFEASIBLE:
            return None
        if found.x is None:
            raise RuntimeError(f"the solver gave up: {found.message}")
        # The solver keeps constraints to a tolerance; these are whole numbers, so the answer can be checked exactly.
        whole = np.rint(found.x).astype(np.int64)
        if ((weights @ whole < low) | (weights @ whole > high)).any():
            raise RuntimeError("the solver broke a constraint by rounding; values this large need smaller units")
        return whole

    def hold(self, cost: Ints, most: int) -> None:
        """Let a cost be no more than this from now on."""
        self._rows.append((cost, -np.inf, most))


def _rows(cells: Ints, asked: Constraints) -> Iterator[tuple[Ints, float, float]]:
    """Yield each constraint: weights of the unknowns, and the least and most that they may add up to."""
    later = (cells[None, :] - cells[:, None]) % WEEK  # hours from one cell to another, over the week's end
    if asked.gap_hours > 1:
        yield from ((_padded(near), 0, 1) for near in later < asked.gap_hours)
    if not asked.bursts:
        yield from ((_padded(near), 0, FEW) for near in later <= WITHIN)
    order = {day: number for number, day in enumerate(sorted(asked.days))}
    clock = np.array([order[cell // DAY + 1] * DAY + cell % DAY for cell in cells.tolist()], dtype=np.int64)
    if asked.silence_hours < DAY * len(order):  # else one post is enough
        ahead = (clock[None, :] - clock[:, None]) % (DAY * len(order))
        yield from ((_padded(next_), 1, WEEK) for next_ in (ahead > 0) & (ahead <= asked.silence_hours))
    for day in order:
        on_day = cells // DAY + 1 == day
        yield _padded(on_day, least=-1), 0, DAY
        yield _padded(on_day, most=-1), -DAY, 0


def _padded(chosen: npt.NDArray[np.bool_], least: int = 0, most: int = 0) -> Ints:
    return np.append(chosen.astype(np.int64), [least, most])


def _earliest(programme: Programme, cells: int) -> list[int]:
    """Fix the hours from Monday on, a block at a time; each block's earlier hours outweigh all later ones together."""
    for start in range(0, cells, BLOCK):
        block = slice(start, min(start + BLOCK, cells))
        cost = np.zeros(programme.size, dtype=np.int64)
        cost[block] = -(2 ** np.arange(block.stop - start)[::-1])
        found = programme.least(cost)
        if found is None:
            raise RuntimeError("the solver found no week where it had found one before")
        programme.low[block] = programme.high[block] = found[block]
    return [int(i) for i in np.flatnonzero(programme.low[:cells])]


def _whole(values: Floats) -> Ints:
    """Return whole numbers in the same proportion above the lowest: as small as can be, for the solver's tolerance."""
    halves = np.rint(2 * values).astype(np.int64)
    above = halves - halves.min(initial=np.iinfo(np.int64).max)
    smallest: Ints = above // max(1, int(np.gcd.reduce(above)))
    return smallest


def _each_once(read: tuple[int, ...], known: range) -> bool:
    return bool(read) and len(set(read)) == len(read) and set(read) <= set(known)
