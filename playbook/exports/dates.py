"""When a post was published, in every form that exports write: the day, and the time in Shanghai if it is told."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from playbook.exports import reasons
from playbook.language import Text

SHANGHAI = timezone(timedelta(hours=8))
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
ISO = re.compile(rf"({DAY})(?:[T ]({CLOCK})(:[0-5][0-9])?(?:\.[0-9]+)?(?:\+08:?00)?)?")
ZONED = re.compile(rf"{DAY}[T ]{CLOCK}(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)? ?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})")
MAIL = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ 0-9]?[0-9]) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})", re.ASCII)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HOUR = r"(?: *([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?"
SIGNS = (("年", "月", "日"), ("/", "/", ""), ("-", "-", ""), (r"\.", r"\.", ""))  # the last three as Excel saves dates
SPELT = tuple(
    re.compile(f"([0-9]{{4}}){year}([0-9]{{1,2}}){month}([0-9]{{1,2}}){day}{HOUR}") for year, month, day in SIGNS
)
EPOCH = re.compile("[12][0-9]{9}(?:[0-9]{3})?")
LEAP = (2, 29)
SECONDS = 10  # digits of an epoch in seconds; with three more it is in milliseconds
AGO = re.compile("([0-9]{1,3}) *(秒|分钟|小时)前")
UNITS = {"秒": "seconds", "分钟": "minutes", "小时": "hours"}
NAMED = re.compile("(今天|昨天|前天) *([0-9]{1,2}):([0-9]{2})")
NAMES = {"今天": 0, "昨天": 1, "前天": 2}
YEARLESS = re.compile("([0-9]{1,2})(?:月|-)([0-9]{1,2})日?(?: *([0-9]{1,2}):([0-9]{2}))?")
FIRST_YEAR, LAST_YEAR = 1992, 2100  # of a time: outside, the zone of Shanghai is another and Weibo far away

When = tuple[str, str]  # a day, and a time with +08:00 or nothing
NEVER: When = ("", "")


def moments(
    columns: Sequence[list[str]], taken: list[str] | None, given: datetime | None
) -> tuple[list[str], list[str], dict[int, Text]]:
    """Return days and times (ISO, empty if not told) and why rows have none or were reckoned.

    `columns` are date cells, the first that can be read counting; `taken` is when each row was fetched, `given` when
    the person says the export was made.
    """
    found = [_plain(cell) for cell in columns[0]]
    why: dict[int, Text] = {}
    enough = 0 if len(columns) == 1 else 1  # a day will do, or its time is looked for in the other columns
    for place in [place for place, when in enumerate(found) if not when[enough]]:
        cells = [column[place] for column in columns]
        found[place] = max((_written(cell.strip()) for cell in cells), key=lambda when: (bool(when[1]), bool(when[0])))
        if not found[place][0]:
            found[place], why[place] = _reckoned(cells, _fetched(taken[place] if taken else "", given))
    return [day for day, _ in found], [at for _, at in found], why


def _plain(cell: str) -> When:
    """Read the usual form, without a zone or in that of Shanghai, fast."""
    match = ISO.fullmatch(cell)
    if not match or not _is_day(match[1]):
        return NEVER
    day, clock, second = match.groups()
    if not clock:
        return day, ""
    return (day, f"{day}T{clock}{second or ':00'}+08:00") if FIRST_YEAR <= int(day[:4]) <= LAST_YEAR else NEVER


def _written(cell: str) -> When:
    """Read any form that tells the whole date by itself."""
    if (when := _plain(cell))[0]:
        return when
    try:
        for form, read in FORMS:
            if match := form.fullmatch(cell):
                return read(match)
    except (ValueError, OverflowError):
        pass
    return NEVER


def _zoned(match: re.Match[str]) -> When:
    return _at(datetime.fromisoformat(match[0].replace(" +", "+").replace(" -", "-").replace(" Z", "Z")))


def _mail(match: re.Match[str]) -> When:
    month, day, hour, minute, second, zone, year = match.groups()
    offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    parts = int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second)
    return _at(datetime(*parts, tzinfo=timezone(offset)))


def _spelt(match: re.Match[str]) -> When:
    year, month, day, *clock = match.groups()
    if clock[0] is None:
        return date(int(year), int(month), int(day)).isoformat(), ""
    hour, minute, second = (int(each or 0) for each in clock)
    return _at(datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=SHANGHAI))


def _epoch(match: re.Match[str]) -> When:
    return _at(datetime.fromtimestamp(int(match[0][:SECONDS]), UTC))


FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], When]], ...] = (
    (ZONED, _zoned),
    (MAIL, _mail),
    *((form, _spelt) for form in SPELT),
    (EPOCH, _epoch),
)


def _at(moment: datetime) -> When:
    here = moment.astimezone(SHANGHAI).isoformat(timespec="seconds")
    return (here[:10], here) if FIRST_YEAR <= int(here[:4]) <= LAST_YEAR else NEVER


def _fetched(cell: str, given: datetime | None) -> datetime | None:
    """Return when a row was fetched: as it says itself, else as the person says."""
    _, at = _written(cell.strip())
    if at:
        return datetime.fromisoformat(at)
    return given.replace(tzinfo=SHANGHAI) if given and not given.tzinfo else given


def _reckoned(cells: list[str], taken: datetime | None) -> tuple[When, Text]:
    """Read a date that is relative to when it was fetched; say what was done."""
    for cell in map(str.strip, cells):
        if cell == "刚刚" or AGO.fullmatch(cell) or NAMED.fullmatch(cell) or YEARLESS.fullmatch(cell):
            if taken is None:
                return NEVER, reasons.NO_TAKEN
            when = _from(cell, taken)
            if when[0]:
                return when, reasons.RELATIVE.format(at=when[1] or when[0], column="{column}")
            return NEVER, reasons.AFTER_TAKEN
    return NEVER, reasons.NO_DATE


def _from(cell: str, taken: datetime) -> When:
    try:
        taken = taken.astimezone(SHANGHAI)
        if match := AGO.fullmatch(cell):
            return _at(taken - timedelta(**{UNITS[match[2]]: int(match[1])}))
        if match := NAMED.fullmatch(cell):
            day = taken - timedelta(days=NAMES[match[1]])
            when = day.replace(hour=int(match[2]), minute=int(match[3]), second=0, microsecond=0)
            return _at(when) if when <= taken else NEVER
        if match := YEARLESS.fullmatch(cell):
            return _last(match, taken)
        return _at(taken)
    except (ValueError, OverflowError):
        return NEVER


def _last(match: re.Match[str], taken: datetime) -> When:
    """Return the last such day before the export was made."""
    month, day, hour, minute = (int(each or 0) for each in match.groups())
    for year in (taken.year, taken.year - 1):
        if (month, day) == LEAP and not isleap(year):
            continue
        when = datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)
        if when <= taken:
            return _at(when) if match[3] else (_at(when)[0], "")
    return NEVER


@lru_cache(maxsize=4096)
def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
