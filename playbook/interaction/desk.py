"""A desk with a queue: whoever is on duty and free takes what is due first, and is busy until it is answered."""

from __future__ import annotations

from bisect import bisect_right
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Spans = list[tuple[int, int]]  # from a minute up to another, in order, none touching the next


class Waiting(NamedTuple):
    """A message that waits for an answer: when it came, when it is due, its row, how long it takes, who alone may."""

    arrived: float
    deadline: float
    row: int
    minutes: float
    only: str
    kind: str


def worked_off(waiting: list[Waiting], spans: dict[str, Spans], end: float) -> dict[int, tuple[float, str]]:
    """Return, by row, when each message was answered and by whom; what nobody came to before `end` has no entry.

    An answer that is begun is finished, even beyond the end of the shift.
    """
    coming = sorted(waiting, reverse=True)  # the next to arrive is the last
    queues: dict[str, list[tuple[float, int, Waiting]]] = {"": [], **{person: [] for person in spans}}
    free = [(float(each[0][0]), place, person) for place, (person, each) in enumerate(spans.items()) if each]
    heapify(free)
    done: dict[int, tuple[float, str]] = {}
    while free:
        now, place, person = heappop(free)
        there = _next_on_duty(spans[person], now)
        if there is None or there >= end:
            continue
        if there > now:
            heappush(free, (there, place, person))
            continue
        while coming and coming[-1].arrived <= now:
            each = coming.pop()
            heappush(queues[each.only], (each.deadline, each.row, each))
        taken = _take(queues[""], queues[person])
        if taken:
            done[taken.row] = (now + taken.minutes, person)
            heappush(free, (now + taken.minutes, place, person))
        elif coming:
            heappush(free, (coming[-1].arrived, place, person))
    return done


def _take(shared: list[tuple[float, int, Waiting]], own: list[tuple[float, int, Waiting]]) -> Waiting | None:
    """Take what is due first of what anybody may answer and what this person alone may."""
    queue = min((each for each in (shared, own) if each), key=lambda each: each[0], default=None)
    return heappop(queue)[2] if queue else None


def _next_on_duty(spans: Spans, now: float) -> float | None:
    """Return the first moment from `now` on in which a person is on duty; None after the last."""
    at = bisect_right(spans, (now, float("inf"))) - 1
    if at >= 0 and now < spans[at][1]:
        return now
    return float(spans[at + 1][0]) if at + 1 < len(spans) else None
