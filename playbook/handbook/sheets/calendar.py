"""The sheet of the week: every slot with the draft that goes out then, and after them the drafts that come later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from playbook.content.calendar.weeks import Calendar, Entry, two_weeks
from playbook.content.draft import STATUSES, Draft
from playbook.content.plan import ContentPlan
from playbook.handbook.held import Held
from playbook.handbook.sheets.cells import Cell, Column, Growing, Item, Place, Sheet, items, numbered, told
from playbook.handbook.sheets.kinds import SOME_WORDS, WEEKDAY, Choice, Kind
from playbook.handbook.sheets.moments import CLOCK_TIME
from playbook.handbook.sheets.names import account_names, accounts, card_accounts, people
from playbook.language import Text, join, same
from playbook.timing.plan import Slot, TimingPlan
from playbook.week import moment

ANY_MONDAY = date(2024, 1, 1)  # the week is one like any other: its days have no dates
WEEK = 7
TITLE = Text("一周日历", "Week")
ABOUT = Text(
    "一行一个发布时段，按星期和钟点排；草稿照队列的顺序排进时段。这一周排不下的草稿在后面。改时段、改草稿都可以；"
    "添一行、不写编号，就是加一个时段；删一行，就是去掉这个时段，草稿还在队列里。",
    "A row for each posting slot, in order of time; drafts take the slots in the order of the queue. Those that this "
    "week has no room for come after them. Slots and drafts can both be changed here. A row added without an id is a "
    "new slot; deleting a row takes the slot away and leaves its draft in the queue.",
)
NO_DRAFT = Text("还没有草稿", "no draft yet")
LATER = Text("下一周 {when}", "a week later, {when}")
OPEN_STATUSES = ("idea", "draft", "review", "approved")
COLUMNS = (
    Column("day", Text("星期", "Day"), 8),
    Column("time", Text("时刻", "Time"), 8),
    Column("account", Text("账号", "Account"), 16),
    Column("column", Text("栏目", "Column"), 14),
    Column("text", Text("正文", "Text"), 60),
    Column("who", Text("谁写", "Written by"), 12),
    Column("status", Text("状态", "Status"), 11),
    Column("on_duty", Text("谁值班", "On duty"), 16),
    Column("remark", Text("说明", "Remark"), 24),
)


def calendar_sheet(held: Held) -> Sheet | None:
    """Return the sheet; None while neither slots nor drafts are planned."""
    timing, content = held.plan(TimingPlan), held.plan(ContentPlan)
    if not timing and not content:
        return None
    laid = two_weeks(content or ContentPlan(), timing or TimingPlan(), ANY_MONDAY)
    rows = _Rows(held, timing, content, laid)
    return Sheet("calendar", TITLE, ABOUT, COLUMNS, numbered("T", rows.made()), _growing(held) if timing else None)


class _Rows:
    """The rows of the week: those with a slot, then the drafts that have none in it."""

    def __init__(self, held: Held, timing: TimingPlan | None, content: ContentPlan | None, laid: Calendar) -> None:
        self._held, self._laid = held, laid
        self._slots, self._drafts = _slot_items(timing), _draft_items(content)
        ids = card_accounts(held.facts, *(each[0] for each in self._slots))
        self._account = accounts(ids, held.facts, required=True)
        self._names = account_names([*ids, *(each.account for each in content.queue)] if content else ids, held.facts)
        columns = {each.id: same(each.name or each.id) for each in content.columns} if content else {}
        self._kinds: dict[str, Kind] = {
            "column": Choice(columns, empty=""),
            "text": SOME_WORDS,
            "owner": people(held.facts),
            "status": Choice(STATUSES, required=True),
        }

    def made(self) -> Iterator[tuple[Mapping[str, Cell], Item | None]]:
        """Yield the cells of each row, with the slot that goes if the row is deleted."""
        placed: set[str] = set()
        for entry in self._laid.entries:
            if entry.at.date() < ANY_MONDAY + timedelta(days=WEEK):
                yield self._slot_row(entry)
                placed |= {entry.draft.id} if entry.draft else set()
        for draft_id, (draft, item) in self._drafts.items():
            if draft_id not in placed and draft.status in OPEN_STATUSES:
                yield self._draft_row(draft, item), None

    def _slot_row(self, entry: Entry) -> tuple[Mapping[str, Cell], Item]:
        day, hour, minute = entry.at.isoweekday(), entry.at.hour, entry.at.minute
        item = self._slots[entry.account, ((day - 1) * 24 + hour) * 60 + minute]
        on_duty = join([same(each.name) for each in self._held.facts.company.on_duty(day, hour)])
        cells = {
            "day": item.cell("day", WEEKDAY),
            "time": item.whole("time", CLOCK_TIME),
            "account": item.cell("account", self._account),
            "on_duty": Cell(on_duty),
            "remark": Cell(None if entry.draft else NO_DRAFT),
        }
        return cells | (self._draft_cells(self._drafts[entry.draft.id][1]) if entry.draft else {}), item

    def _draft_row(self, draft: Draft, item: Item) -> Mapping[str, Cell]:
        later, waiting = self._laid.entry(draft.id), [each.why for each in self._laid.waiting if each.draft == draft]
        when = moment(later.at.isoweekday(), later.at.hour, later.at.minute) if later else None
        remark = LATER.format(when=when) if when else (waiting[0] if waiting else STATUSES[draft.status])
        return told(account=self._names[draft.account], remark=remark) | self._draft_cells(item)

    def _draft_cells(self, item: Item) -> dict[str, Cell]:
        shown = {name: item.cell(name, kind) for name, kind in self._kinds.items()}
        return {"who" if name == "owner" else name: cell for name, cell in shown.items()}


def _slot_items(timing: TimingPlan | None) -> dict[tuple[str, int], Item]:
    slots = timing.slots if timing else []
    made = items(timing, "slots", [_slot_key(each) for each in slots]) if timing else []
    return {(slot.account, slot.minutes): item for slot, item in zip(slots, made, strict=True)}


def _slot_key(slot: Slot) -> str:
    return f"{slot.account}/{slot.minutes}"


def _draft_items(content: ContentPlan | None) -> dict[str, tuple[Draft, Item]]:
    queue = content.queue if content else []
    made = items(content, "queue", [each.id for each in queue]) if content else []
    return {draft.id: (draft, item) for draft, item in zip(queue, made, strict=True)}


def _growing(held: Held) -> Growing:
    account = accounts(card_accounts(held.facts), held.facts, required=True)
    fields: dict[str, tuple[Kind, str]] = {
        "day": (WEEKDAY, "day"),
        "time": (CLOCK_TIME, ""),
        "account": (account, "account"),
    }
    return Growing(Place("timing", ("slots",)), fields, ("account", "day", "hour", "minute"))
