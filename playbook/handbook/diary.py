"""`calendar.ics`: the plans in the calendar of a phone or a mail program, in Shanghai's time.

A second import updates the first, for an entry keeps its UID: it is made of the system and the entry of its plan, and
never of the words or the time. Programs take the entry with the higher SEQUENCE and the later DTSTAMP; both come from
the day on which a plan was last saved, so that the same plans give the same bytes and later plans win. What a plan no
longer has stays in the calendar of whoever imported it: the format has no way to say what is gone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from playbook.content.calendar.weeks import next_monday
from playbook.handbook.due_days import due_days
from playbook.handbook.happenings import Happening
from playbook.handbook.held import SHANGHAI, Held
from playbook.handbook.inert import lines, one_line
from playbook.handbook.lessons import title
from playbook.handbook.routines import routines
from playbook.language import Text

WEEKS = 13  # a quarter; then whoever reads the plan decides anew
FALLBACK = date(2026, 1, 1)  # for a company without a plan
COUNTED_FROM = date(2020, 1, 1)
ZONE, OFFSET = "Asia/Shanghai", timedelta(hours=8)
PRODUCT = "-//weibo-operations//handbook//EN"
NAME = Text("{company}：微博运营", "{company}: Weibo")


def first_monday_of(held: Held) -> date:
    """Return when the calendar begins unless somebody says: the Monday after the day a plan was last saved."""
    return next_monday(held.newest or FALLBACK)


def calendar(held: Held, first_monday: date | None = None) -> bytes:
    """Return the calendar in the reader's language; the same plans give the same bytes.

    What comes again begins in the week of `first_monday` (any day of it will do) and ends after thirteen weeks.
    """
    begins = first_monday or first_monday_of(held)
    monday = begins - timedelta(days=begins.weekday())
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", one_line(NAME.format(company=held.facts.company.name)))
    made.add("x-wr-timezone", ZONE)
    made.add_component(_zone())
    happenings = [*routines(held, monday), *due_days(held)]
    for each in sorted(happenings, key=lambda happening: (happening.first, happening.at or time(), happening.id)):
        made.add_component(_event(each, held, monday + timedelta(weeks=WEEKS)))
    packed: bytes = made.to_ical()
    return packed


def _event(happening: Happening, held: Held, until: date) -> Event:
    saved = held.newest or FALLBACK
    event = Event()
    event.add("uid", _uid(happening.id, held))
    event.add("dtstamp", datetime.combine(saved, time(), UTC))
    event.add("sequence", max(0, (saved - COUNTED_FROM).days))
    event.add("summary", one_line(happening.title))
    if str(happening.note).strip():
        event.add("description", "\n".join(lines(happening.note)))
    event.add("categories", [str(title(happening.system))])
    _timed(event, happening)
    if happening.rule:
        event.add("rrule", dict(happening.rule) | {"UNTIL": _until(happening, until)})
    return event


def _timed(event: Event, happening: Happening) -> None:
    """Set when an event is; whole days do not make anybody busy."""
    if happening.at is None:
        event.add("dtstart", happening.first)
        event.add("dtend", (happening.last or happening.first) + timedelta(days=1))  # the first day after it
        event.add("transp", "TRANSPARENT")
    else:
        begins = datetime.combine(happening.first, happening.at, SHANGHAI)
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=happening.minutes))


def _until(happening: Happening, until: date) -> date:
    """Return the end of what comes again: a moment in UTC for what has a time, else the last day."""
    if happening.at is None:
        return until - timedelta(days=1)
    return datetime.combine(until, time(), SHANGHAI).astimezone(UTC) - timedelta(seconds=1)


def _uid(entry: str, held: Held) -> str:
    """Return an entry's UID: the course's sample and every company have their own."""
    company = "sample" if held.facts.invented else min(each.id for each in held.facts.company.accounts)
    return f"{quote(entry, safe='/')}@{quote(company, safe='')}.weibo-operations"


def _zone() -> Timezone:
    """Return Shanghai's time as it has been since 1991: eight hours ahead, no summer time."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001 - a time zone begins in its own time
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone
