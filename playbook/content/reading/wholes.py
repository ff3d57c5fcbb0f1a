"""What a list found, shown whole: a superlative to the end of its word, a price with its unit, bait with its clause."""

from __future__ import annotations

import re

from playbook.content.reading.lists import Found, words
from playbook.content.reading.seen import Seen

# What follows a 史上最 that a list found without its word.
OF_ALL_TIMES = re.compile(r"[一-龥]{1,4}(?=的)|[全强低高难快火牛大好贵热长晚早]|[一-龥]{2}")
FIGURE = re.compile(r"[0-9.¥￥]")
PER = r"(?:[/每一](?:张|份|人|位|箱|晚|斤|盒|节|套|只|瓶|杯|间|台|次|单|件|本|罐|课|期|月|年|条|桌))?"
AFTER_DIGIT = re.compile(rf"[0-9]{{0,9}}(?:\.[0-9]{{1,2}})?(?:元|块钱?|毛)?{PER}")
AFTER_UNIT = re.compile(PER)
FRONT = 9  # characters of a number that may stand before the place where a list found it
AROUND = 16  # characters of a clause shown on either side


def whole_superlative(seen: Seen, each: Found) -> Found:
    """Return a superlative with the rest of its word (`最美` of 最美丽; `史上最` with what it is)."""
    at = seen.plain.rfind("最", each.start, each.end)
    if at < 0:
        return each
    if at == each.end - 1:
        rest = OF_ALL_TIMES.match(seen.plain, each.end)
        return stretched(seen, each, each.start, rest.end() if rest else each.end)
    compound = words("absolutes")["compounds"].pattern.match(seen.plain, at + 1)
    return stretched(seen, each, each.start, max(each.end, compound.end() if compound else 0))


def whole_price(seen: Seen, each: Found) -> Found:
    """Return a price with all its digits and its unit (`0元/张` of 10元/张)."""
    start, end = each.start, each.end
    if FIGURE.match(seen.plain, start):
        while start > max(0, each.start - FRONT) and FIGURE.match(seen.plain, start - 1):
            start -= 1
    last = seen.plain[end - 1 : end]
    rest = (AFTER_DIGIT if last.isdigit() else AFTER_UNIT).match(seen.plain, end)
    return stretched(seen, each, start, rest.end() if rest and (last.isdigit() or last in "元块") else end)


def whole_clause(seen: Seen, each: Found) -> Found:
    """Return words with the clause around them, without its last sign and what stands before a bracket or a #."""
    first, last = seen.clause(each.start)
    start, end = max(first, each.start - AROUND), max(each.end, min(last - 1, each.end + AROUND))
    start = max(start, *(seen.plain.rfind(sign, start, each.start) + 1 for sign in "()#"))
    while start < each.start and not seen.plain[start].isalnum():
        start += 1
    while end > each.end and not seen.plain[end - 1].isalnum():
        end -= 1
    return stretched(seen, each, start, end)


def apart(found: list[Found]) -> list[Found]:
    """Return what was found in the order of the text, of what overlaps only the longest."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def stretched(seen: Seen, each: Found, start: int, end: int) -> Found:
    """Return what was found, from `start` to `end` of the plain text."""
    end = min(end, len(seen.plain))
    return each if (start, end) == (each.start, each.end) else Found(start, end, seen.original(start, end))
