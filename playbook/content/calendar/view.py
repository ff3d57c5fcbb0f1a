"""The two weeks on a page: a row an entry, saved as a file for the team, and a file of theirs read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from playbook.content import words
from playbook.content.calendar.back import bring_in
from playbook.content.calendar.cells import Cells, Names, rows_of
from playbook.content.calendar.files import CSV, XLSX, CalendarFileError, read_sheet, to_csv, to_xlsx
from playbook.content.calendar.html import calendar_html, report_html
from playbook.content.calendar.weeks import Calendar, next_monday, two_weeks
from playbook.content.plan import ContentPlan, Mix
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.offers import offered
from playbook.own import plans_folder
from playbook.places import free_name, write_safely
from playbook.planners import Desk, Planner
from playbook.rules import Finding
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.usual import usual_week
from playbook.week import listed

WRITERS: dict[str, Callable[[list[Cells]], bytes]] = {CSV: to_csv, XLSX: to_xlsx}
ALL_ACCOUNTS = ""


class CalendarView(Planner[ContentPlan]):
    """The queue in the slots of two weeks from `first`; what a file changes can be undone here."""

    def __init__(
        self, desk: Desk[ContentPlan], known: Facts, timing: Desk[TimingPlan], first: date | None = None
    ) -> None:
        self._timing = timing
        self._first = first or next_monday(date.today())  # noqa: DTZ011 - the day on the reader's own clock
        self._folder = plans_folder()
        self._left = desk.plan.queue  # as this view last saw it
        options = [(f"@{each.name}", each.id) for each in known.company.accounts]
        self.account = widgets.Dropdown(
            options=[(str(words.EVERY_ACCOUNT), ALL_ACCOUNTS), *options],
            description=str(words.ACCOUNT),
            style={"description_width": "initial"},
        )
        auto = widgets.Layout(width="auto")
        self.save = {
            CSV: widgets.Button(description=str(words.SAVE_CSV), layout=auto),
            XLSX: widgets.Button(description=str(words.SAVE_XLSX), layout=auto),
        }
        self.bring = widgets.FileUpload(accept=f".{CSV},.{XLSX}", description=str(words.BRING), layout=auto)
        self.back = widgets.Button(description=str(words.UNDO))
        self.said, self._table = widgets.HTML(), widgets.HTML()
        super().__init__(desk, known, "calendar")
        timing.watch("calendar", self._refresh)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        wrapped = widgets.Layout(flex_flow="row wrap")
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        buttons = widgets.HBox([*self.save.values(), self.bring, self.back], layout=wrapped)
        self.children = (self.account, buttons, self.said, self._table, whose)

    def _listen(self) -> None:
        self.account.observe(lambda _: self._refresh(), "value")
        for kind, button in self.save.items():
            button.on_click(lambda _, kind=kind: self._save(kind))
        self.bring.observe(self._chosen, "value")
        self.back.on_click(lambda _: self.undo())

    @property
    def calendar(self) -> Calendar:
        """Return the two weeks as the plans stand; an account for which no week is planned, in its hours of habit."""
        slots = [*self._timing.plan.slots, *(slot for week in self._habits.values() for slot in week)]
        return two_weeks(self.plan, self._timing.plan.model_copy(update={"slots": slots}), self._first)

    @property
    def _habits(self) -> dict[str, list[Slot]]:
        """Return the accounts of the queue without a week, with as many busy hours as their mix has posts a week."""
        planned = {slot.account for slot in self._timing.plan.slots}
        without = dict.fromkeys(each.account for each in self.plan.queue if each.account not in planned)
        weeks = {each: usual_week(self.facts, each, self._posts_a_week(each)) for each in without}
        return {account: week for account, week in weeks.items() if week}

    def _posts_a_week(self, account: str) -> int:
        return (self.plan.mix(account) or Mix(account=account)).posts_a_week

    def saved_as(self, kind: str) -> Text:
        """Save every account’s calendar as `csv` or `xlsx` beside the plans; say where, and what kept its old name.

        A file of that name that says something else (a colleague’s changes, maybe) is kept under another.
        Raises OSError.
        """
        path = self._path(kind)
        data = WRITERS[kind](self._rows())
        earlier = _kept_aside(path, data)
        write_safely(path, data)
        kept = words.EARLIER.format(name=earlier.name) if earlier else same("")
        return words.SAVED_AS.format(path=path) + kept

    def bring_back(self, name: str, data: bytes) -> str:
        """Take a file’s changes into the queue; return what became of its rows, as HTML."""
        try:
            sheet = read_sheet(name, data)
        except CalendarFileError as error:
            return f'<p class="planner-notice" role="status">{escape(str(error))}</p>'
        plan = self._desk.latest()
        brought = bring_in(sheet, plan, self.calendar, Names(self.facts.company, plan))
        self._left = brought.plan.queue
        self._change(lambda _: brought.plan)
        return report_html(name, brought)

    def _rows(self) -> list[Cells]:
        return rows_of(self.plan, self.calendar, Names(self.facts.company, self.plan))

    def _chosen(self, change: dict[str, Any]) -> None:
        for each in change["new"]:
            self.said.value = self.bring_back(Path(each["name"]).name, bytes(each["content"]))
        if change["new"]:
            self.bring.value = ()  # the same file may be chosen again

    def _save(self, kind: str) -> None:
        try:
            said, link = self.saved_as(kind), offered(self._path(kind))
        except OSError as error:
            said, link = words.NOT_SAVED.format(why=error.strerror or error), ""
        self.said.value = f'<p role="status">{escape(str(said))}</p>{link}'

    def _path(self, kind: str) -> Path:
        return self._folder / f"calendar.{kind}"

    def _restored(self, plan: ContentPlan) -> ContentPlan:
        """Give back the drafts as they were before a file was read."""
        self._left = plan.queue
        return self.plan.model_copy(update={"queue": plan.queue})

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - a calendar has none of its own
        if self.plan.queue != self._left:  # written on since: to undo the file would undo that too
            self._past.clear()
            self._left = self.plan.queue
        self.back.disabled = not self._past
        names = Names(self.facts.company, self.plan)
        calendar = self.calendar
        habitual = [each for each in self._habits if self.account.value in {ALL_ACCOUNTS, each}]
        told = words.HABIT.format(accounts=listed(same(f"@{names.accounts[each]}") for each in habitual))
        notice = f'<p class="planner-notice">{escape(str(told))}</p>' if habitual else ""
        self._table.value = notice + calendar_html(calendar, names, self.account.value or None)


def _kept_aside(path: Path, data: bytes) -> Path | None:
    """Keep a file that says something else than `data` under a free name and return that; None if there is none."""
    if not path.is_file() or _says(path.name, path.read_bytes()) == _says(path.name, data):
        return None
    earlier = free_name(path, "earlier")
    path.replace(earlier)
    return earlier


def _says(name: str, data: bytes) -> object:
    """Return what a file’s rows hold: two workbooks that say the same differ in their bytes."""
    try:
        return read_sheet(name, data)
    except CalendarFileError:
        return data
