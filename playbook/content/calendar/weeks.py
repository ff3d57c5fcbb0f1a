"""The queue laid into the week's slots: what goes out when in two weeks, and what finds no place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from playbook.content.draft import Draft, Status
from playbook.content.plan import ContentPlan
from playbook.language import Text
from playbook.timing.plan import Slot, TimingPlan

DAYS = 14
PLACED: frozenset[Status] = frozenset({"draft", "review", "approved"})  # an idea is not written, a sent post is gone
NO_SLOTS = Text(
    "这个账号还没有排发布时段；先在时段计划里排。",
    "This account has no slots yet. Set them in the timing plan first.",
)
FULL = Text(
    "这两周的时段都排满了；等下一轮，或在时段计划里加一格。",
    "All slots of these two weeks are taken. Leave it for the next two, or add a slot to the timing plan.",
)
SAME_TEXT = Text(
    "和 {other} 的文字一样；改写一条，或归档一条。",
    "It says the same as {other}. Rewrite one of the two, or archive one.",
)


@dataclass(frozen=True)
class Entry:
    """A slot of an account at a time (Shanghai), with the draft that goes out then; None if it is still empty."""

    at: datetime
    account: str
    draft: Draft | None


@dataclass(frozen=True)
class Waiting:
    """A draft without a slot, and why."""

    draft: Draft
    why: Text


@dataclass(frozen=True)
class Calendar:
    """Fourteen days from `first`: the entries in order of time, and the drafts that are waiting."""

    first: date
    entries: tuple[Entry, ...]
    waiting: tuple[Waiting, ...]

    @property
    def days(self) -> list[date]:
        """Return the fourteen days."""
        return [self.first + timedelta(days=day) for day in range(DAYS)]

    def entry(self, draft_id: str) -> Entry | None:
        """Return the entry that a draft has; None if it has none."""
        return next((each for each in self.entries if each.draft and each.draft.id == draft_id), None)


def next_monday(today: date) -> date:
    """Return the first Monday after a day."""
    return today + timedelta(days=7 - today.weekday())


def two_weeks(content: ContentPlan, timing: TimingPlan, first: date | None = None) -> Calendar:
    """Lay each account's drafts, in the order of the queue, into its slots of fourteen days from `first`.

    Without a `first` it is the next Monday. Of two drafts with the same words, of whatever account, the later waits.
    """
    begins = first or next_monday(date.today())  # noqa: DTZ011 - the day on the reader's own clock
    copies = _copies(content.queue)
    entries: list[Entry] = []
    waiting = {each: Waiting(draft, SAME_TEXT.format(other=copies[each])) for each, draft in _ready(content, copies)}
    for account in dict.fromkeys([*(each.account for each in timing.slots), *(each.account for each in content.queue)]):
        moments = _moments(timing.of(account), begins)
        drafts = [each for each in content.of(account) if each.status in PLACED and each.id not in copies]
        placed = [*drafts[: len(moments)], *[None] * (len(moments) - len(drafts))]
        entries += [Entry(at, account, draft) for at, draft in zip(moments, placed, strict=True)]
        why = FULL if moments else NO_SLOTS
        waiting |= {each.id: Waiting(each, why) for each in drafts[len(moments) :]}
    in_time = sorted(entries, key=lambda each: each.at)
    return Calendar(begins, tuple(in_time), tuple(waiting[each.id] for each in content.queue if each.id in waiting))


def _ready(content: ContentPlan, ids: dict[str, str]) -> list[tuple[str, Draft]]:
    return [(each.id, each) for each in content.queue if each.id in ids]


def _copies(queue: list[Draft]) -> dict[str, str]:
    """Return the drafts to be placed whose words stand earlier in the queue already: id, and the id of the earlier."""
    first: dict[str, str] = {}
    copies = {}
    for draft in queue:
        words = "".join(draft.text.split())
        if draft.status not in PLACED or not words:
            continue
        if words in first:
            copies[draft.id] = first[words]
        else:
            first[words] = draft.id
    return copies


def _moments(slots: list[Slot], first: date) -> list[datetime]:
    """Return when an account's slots come in the fourteen days, in order of time."""
    days = [first + timedelta(days=day) for day in range(DAYS)]
    times = {day: [time(each.hour, each.minute) for each in slots if each.day == day] for day in range(1, 8)}
    return [datetime.combine(day, at) for day in days for at in times[day.isoweekday()]]
