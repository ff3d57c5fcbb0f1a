"""What an absolute word is said of: goods, as far as can be seen, or a person, a match, a place in a table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from playbook.content.reading.lists import Found, words
from playbook.content.reading.seen import Seen

NEAR = 40  # characters on either side in which goods, a price or an invitation make a claim of a word
BEFORE, AFTER = 60, 24  # characters before and after speech that tell who speaks
SPEECH = re.compile(r"[“「『][^“”「」『』]{0,400}[”」』]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Subjects:
    """Where a text speaks of goods (`goods`) and of people, in order; what claims nothing (`idle`); and speech."""

    seen: Seen
    goods: tuple[int, ...]
    people: tuple[int, ...]
    idle: tuple[Span, ...]
    speeches: tuple[Span, ...]
    puzzle: bool

    def of_goods(self, each: Found) -> bool:
        """Tell whether goods, a service, a price or an invitation stands in the sentence of a word, or near it."""
        start, end = self.seen.sentence(each.start)
        return _between(self.goods, max(start, each.start - NEAR), min(end, each.end + NEAR))

    def claims_nothing(self, each: Found) -> bool:
        """Tell whether a word is said of no goods: of a person or a match, in speech of people, in a riddle."""
        if _within(self.idle, each) or self._spoken_of_people(each):
            return True
        return self.puzzle and not self.of_goods(each)

    def _spoken_of_people(self, each: Found) -> bool:
        start, end = self.seen.clause(each.start)
        if _between(self.goods, max(start, each.start - NEAR), min(end, each.end + NEAR)):
            return False
        speech = _within(self.speeches, each)
        first, last = speech or self.seen.sentence(each.start)
        first = max(0, first - BEFORE) if speech else max(first, each.start - BEFORE)
        if not speech and not words("absolutes")["says"].pattern.search(self.seen.plain, first, each.start):
            return False
        return _between(self.people, max(first, each.start - 2 * BEFORE), min(last + AFTER, each.end + BEFORE))


def subjects(seen: Seen) -> Subjects:
    """Read what a text speaks of, once for all of its words."""
    lists = words("absolutes")
    return Subjects(
        seen,
        tuple(each.start() for each in lists["on_sale"].pattern.finditer(seen.plain)),
        tuple(each.start() for each in lists["people"].pattern.finditer(seen.plain)),
        tuple(each.span() for each in lists["no_goods"].pattern.finditer(seen.plain)),
        tuple(each.span() for each in SPEECH.finditer(seen.plain)),
        bool(words("tone")["puzzle"].pattern.search(seen.plain)),
    )


def _between(places: tuple[int, ...], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _within(spans: tuple[Span, ...], each: Found) -> Span | None:
    """Return which of some stretches in order (none overlapping another) a word touches, None if none."""
    number = max(0, bisect_right(spans, (each.start, len(each.words) + each.end)) - 1)
    return next((span for span in spans[number : number + 2] if span[0] < each.end and each.start < span[1]), None)
