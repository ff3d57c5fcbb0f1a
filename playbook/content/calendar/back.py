"""The team’s changes in the calendar’s file brought back into the queue, with a word on every row. Nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from playbook.content.calendar.cells import HEADS, Cells, Names, cells_of, clean, guarded, id_of, lossy, unguarded
from playbook.content.calendar.fields import TAKEN, Unread
from playbook.content.calendar.files import Line, Sheet
from playbook.content.calendar.weeks import Calendar
from playbook.content.draft import Draft
from playbook.content.plan import ContentPlan
from playbook.content.queue import MOST, fresh_id
from playbook.exports.dates import moments
from playbook.language import LANGUAGES, Text, join
from playbook.shown import cut

Outcome = Literal["kept", "changed", "added", "left_out"]
OUTCOMES: dict[Outcome, Text] = {
    "changed": Text("改了", "changed"),
    "added": Text("新加", "added"),
    "left_out": Text("没有收", "left out"),
    "kept": Text("没有变", "as it was"),
}
ALIKE = Text("和计划里一样。", "The plan says the same.")
IN_GBK = Text(
    "和计划里一样，只是存成 GBK 时丢了表情符号；表情照原来的保留。",
    "The plan says the same but for emoji, which saving in GBK lost; they stay as they were.",
)
EMPTY_SLOT = Text("空时段，没有写正文。", "An empty slot, nothing written in it.")
NOW = Text("原来是“{before}”。", "Before: “{before}”.")
NEW = Text(
    "新草稿，编号 {id}，排在 @{account} 队尾。", "A new draft with the id {id}, last in the queue of @{account}."
)
TWICE = Text(
    "编号 {id} 在第 {line} 行已经有了，要每个编号只有一行。",
    "Line {line} has the id {id} already; wanted: each id once.",
)
UNKNOWN = Text(
    "计划里没有编号 {id} 的草稿。要作为新草稿收，就清空这一格再读一次。",
    "The plan has no draft with the id {id}. To add it as a new one, clear this cell and read the file again.",
)
NO_ACCOUNT = Text("要公司卡上一个账号的名字：{names}。", "Wanted: the name of an account on the card: {names}.")
BY_QUEUE = Text(
    "时间由队列的顺序和时段计划定，这里是“{before}”。要挪，就在队列里上移或下移。",
    "The queue and the timing plan set the time, here “{before}”. To move the draft, move it in the queue.",
)
BY_ACCOUNT = Text(
    "草稿不能在表里换账号，仍是“{before}”。", "A draft cannot change its account in the file; it stays with “{before}”."
)
FULL = Text(
    "队列满了，最多 {most} 条。先去掉一些，再读一次。", "The queue is full at {most} drafts. Remove some first."
)
WHEN = frozenset({"date", "time"})
FOLLOW = frozenset({"id", "form", "topic", "mentions", "length"})  # these are reckoned anew from the draft
NO_SLOT = Text("没有排上", "no slot")
COUNTED = Text("{outcome} {count}", "{outcome}: {count}")


@dataclass(frozen=True)
class Told:
    """What became of a row, or of one of its cells: where it stands, what was read there, and why."""

    line: int
    draft: str
    outcome: Outcome
    why: Text
    field: str = ""
    read: str = ""


@dataclass(frozen=True)
class Brought:
    """The plan with what was brought in, and what became of every row."""

    plan: ContentPlan
    told: tuple[Told, ...]

    @property
    def said(self) -> Text:
        """Return how many rows, or cells of them, came to what."""
        counts = Counter(each.outcome for each in self.told)
        return join([COUNTED.format(outcome=text, count=counts[each]) for each, text in OUTCOMES.items()], "，", "; ")


def bring_in(sheet: Sheet, plan: ContentPlan, calendar: Calendar, names: Names) -> Brought:
    """Take what a file changed of the drafts, by id, and its rows without an id as new drafts.

    Words, column, status, marks, owner and notes are taken. A draft that the file lacks stays as it is. A cell
    counts as changed if it is not as the course would write it, in either language, or as Excel would save that.
    Days and times are looked at only if the file is of these two weeks.
    """
    drafts = {each.id: each for each in plan.queue}
    seen: dict[str, int] = {}
    told: list[Told] = []
    passed_over = FOLLOW if _is_of(sheet, calendar) else FOLLOW | WHEN
    for line in sheet.lines:
        row = _Row(line, sheet.in_gbk, names, passed_over)
        if not row.id:
            draft, said = row.added(drafts)
        elif row.id in seen or row.id not in drafts:
            why = TWICE.format(id=row.id, line=seen[row.id]) if row.id in seen else UNKNOWN.format(id=row.id)
            draft, said = None, [row.told("left_out", why, "id")]
        else:
            seen[row.id] = line.number
            entry = calendar.entry(row.id)
            written = cells_of(drafts[row.id], entry.at if entry else None, names)
            draft, said = row.changed(drafts[row.id], written)
        drafts |= {draft.id: draft} if draft else {}
        told += said
    return Brought(plan.model_copy(update={"queue": list(drafts.values())}), tuple(told))


def _is_of(sheet: Sheet, calendar: Calendar) -> bool:
    """Tell whether a file is of the calendar's two weeks: any of its days is one of theirs."""
    days = {str(day) for day in calendar.days}
    return any(_moment("date", line.cells.get("date", "")) in days for line in sheet.lines)


class _Row:
    """One row of the file against the drafts."""

    def __init__(self, line: Line, in_gbk: bool, names: Names, passed_over: frozenset[str]) -> None:
        self._line, self._in_gbk, self._names = line, in_gbk, names
        self._looked_at = [key for key in HEADS if key in line.cells and key not in passed_over]
        self.id = unguarded(line.cells["id"].strip())

    def told(self, outcome: Outcome, why: Text, field: str = "", draft: str = "") -> Told:
        return Told(self._line.number, draft or self.id, outcome, why, field, self._line.cells.get(field, ""))

    def changed(self, draft: Draft, written: Cells) -> tuple[Draft, list[Told]]:
        """Return the draft with the cells that say something else, and what became of them."""
        told, lost = [], False
        for field in self._looked_at:
            alike = self._alike(field, written[field])
            lost |= alike == "lossy"
            if alike:
                continue
            try:
                draft = draft.model_copy(update=self._taken(field, draft, written[field]))
                told.append(self.told("changed", NOW.format(before=_short(written[field])), field))
            except Unread as error:
                told.append(self.told("left_out", error.args[0], field))
        return draft, told or [self.told("kept", IN_GBK if lost else ALIKE)]

    def added(self, drafts: dict[str, Draft]) -> tuple[Draft | None, list[Told]]:
        """Return a new draft of a row without an id, and what became of its cells; None for an empty slot."""
        if not self._line.cells.get("text", "").strip():
            return None, [self.told("kept", EMPTY_SLOT)]
        account = id_of(unguarded(self._line.cells.get("account", "")), self._names.accounts)
        if account is None:
            listed = "、".join(self._names.accounts.values())
            return None, [self.told("left_out", NO_ACCOUNT.format(names=listed), "account")]
        if len(drafts) >= MOST:
            return None, [self.told("left_out", FULL.format(most=MOST), "text")]
        draft, told = Draft(id=fresh_id(drafts), account=account), []
        for field in TAKEN:
            if self._line.cells.get(field, "").strip():
                try:
                    draft = draft.model_copy(update=self._taken(field, draft, Text("", "")))
                except Unread as error:
                    told.append(self.told("left_out", error.args[0], field, draft.id))
        if not draft.text:
            return None, told
        why = NEW.format(id=draft.id, account=self._names.accounts[account])
        return draft, [self.told("added", why, "text", draft.id), *told]

    def _alike(self, field: str, written: Text) -> str:
        """Tell whether a cell is as the course would write it (`same`), or as GBK would leave that (`lossy`)."""
        read = self._line.cells[field]
        if field in WHEN:
            read = _moment(field, read)
        for said in {clean(written.in_language(each)) for each in LANGUAGES}:
            if read.strip() == said.strip() or read in {said, guarded(said)}:
                return "same"
            if self._in_gbk and {read, unguarded(read)} & set(lossy(said)):
                return "lossy"
        return ""

    def _taken(self, field: str, draft: Draft, written: Text) -> dict[str, Any]:
        """Return what a changed cell changes of the draft; raise Unread for what it cannot."""
        if field in WHEN:
            raise Unread(BY_QUEUE.format(before=written if str(written) else NO_SLOT))
        if field == "account":
            raise Unread(BY_ACCOUNT.format(before=written))
        return TAKEN[field](unguarded(self._line.cells[field]), draft, self._names)


def _short(said: Text) -> Text:
    return Text(cut(said.zh), cut(said.en))


def _moment(field: str, cell: str) -> str:
    """Return a day or a time of day as the course writes it; as it stands if it is neither."""
    read = cell.strip()
    if field == "date":
        [day], _, _ = moments([[read]], None, None)
        return day or read
    hour, colon, minute = read.partition(":")
    return f"{int(hour):02}:{minute[:2]}" if colon and hour.isdecimal() else read
