"""A small company's plans, its workbook opened as a team would, and a hand that changes cells in it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Role
from playbook.crisis.watching import Keyword, Watch, WatchDay
from playbook.facts import sample_facts
from playbook.governance.people import Role as Job
from playbook.governance.plan import GovernancePlan
from playbook.handbook.held import PLANS, Held
from playbook.handbook.readback import ReadBack, read_back
from playbook.handbook.workbook import workbook
from playbook.language import Language, language, speaking
from playbook.matrix.plan import MatrixPlan, Place
from playbook.metrics.measures import MeasureName
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.scorecard import Row, Scorecard
from playbook.plans import Plan
from playbook.timing.plan import Slot, TimingPlan

CellValue = str | float | bool | date | time | timedelta | None
NEWEST = date(2026, 3, 30)
CARD: tuple[MeasureName, ...] = ("comments", "orders")


@cache
def plans() -> dict[str, Plan]:
    """Return plans of six systems that a workbook is made of, for the sample company."""
    slots = [("flagship", 1, 9, 30), ("flagship", 3, 15, 0), ("shop", 5, 21, 0)]
    drafts = [("d1", "flagship", "八十度泡龙井"), ("d2", "flagship", "今天来了两位老朋友"), ("d3", "shop", "新茶到了")]
    rows = [Row(measure=each, low=1.5, high=20, owner="xiaoman", base_from=date(2025, 3, 3)) for each in CARD]
    made: list[Plan] = [
        TimingPlan(slots=[Slot(account=a, day=d, hour=h, minute=m) for a, d, h, m in slots]),
        ContentPlan(
            columns=[Column(id="tea", name="泡茶问答"), Column(id="days", name="茶馆一天")],
            queue=[Draft(id=i, account=a, text=t, column="tea", owner="xiaoman") for i, a, t in drafts],
        ),
        MatrixPlan(places=[Place(account=each, owner="xiaoman", hours=7.5) for each in ("flagship", "shop")]),
        CrisisPlan(
            watch=Watch(
                words=[Keyword(word=each, kind="brand", why="我们的名字") for each in ("岚间", "岚间茶馆")],
                watch_days=[WatchDay(what="春节", first=date(2026, 2, 16), last=date(2026, 2, 22), searches=8)],
                owner="xiaoman",
                days=[1, 2, 3],
                start=9,
                end=18,
            ),
            roles=[Role(duty="coordinator", who="xiaoman", deputy="老岚", start=0, end=24)],
        ),
        GovernancePlan(roles=[Job(role="approver", who="xiaoman", deputy="shen")]),
        MetricsPlan(scorecards=[Scorecard(account="flagship", rows=rows)]),
    ]
    return {each.system: each for each in made}


def company(**changed: Plan | None) -> Held:
    """Return the company with these plans in the place of its own."""
    return _unchanged() if not changed else _with(changed)


@cache
def _unchanged() -> Held:
    return _with({})


def _with(changed: dict[str, Plan | None]) -> Held:
    none: dict[str, Plan | None] = dict.fromkeys((*PLANS, "company"))
    return Held(sample_facts(), none | plans() | changed, NEWEST)


def with_plan(plan: Plan) -> Held:
    """Return the company with another plan of one system."""
    return company(**{plan.system: plan})


def drafted(*texts: str) -> ContentPlan:
    """Return the content plan with the texts of the flagship's drafts in the place of its own."""
    content = plans()["content"]
    assert isinstance(content, ContentPlan)
    return content.model_copy(
        update={"queue": [Draft(id=f"d{at}", account="flagship", text=text) for at, text in enumerate(texts)]}
    )


@cache
def _built(wanted: Language) -> bytes:
    with speaking(wanted):
        return workbook(company())


class Team:
    """A workbook in the hands of a team: its cells are found by sheet, row id and column id."""

    def __init__(self, of: Held | None = None) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(workbook(of) if of else _built(language())))

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet by its id."""
        return next(page for page in self.book.worksheets if page["A1"].value == f"handbook:{name}")

    def cell(self, sheet: str, row: str, column: str) -> Cell:
        """Return a cell by the ids of its sheet, row and column."""
        page = self.sheet(sheet)
        at = next(cell.column for cell in page[1] if cell.value == column)
        number = next(cell.row for cell in page["A"] if cell.value == row)
        found = page.cell(number, at)
        assert isinstance(found, Cell)
        return found

    def rows(self, sheet: str) -> Iterator[str]:
        """Yield the ids of the rows."""
        return (str(cell.value) for cell in self.sheet(sheet)["A"][2:] if cell.value)

    def row(self, sheet: str, column: str, says: str) -> str:
        """Return the id of the first row that says this in a column."""
        return next(row for row in self.rows(sheet) if self.cell(sheet, row, column).value == says)

    def type(self, sheet: str, row: str, column: str, value: CellValue) -> str:
        """Write into a cell; return its address."""
        cell = self.cell(sheet, row, column)
        cell.value = value
        return str(cell.coordinate)

    def add(self, sheet: str, **values: CellValue) -> str:
        """Add a row without an id; return the address of its first cell."""
        page = self.sheet(sheet)
        number = page.max_row + 1
        for column, value in values.items():
            at = next(cell.column for cell in page[1] if cell.value == column)
            page.cell(number, at).value = value
        return f"A{number}"

    def save(self, folder: Path) -> Path:
        """Save the workbook; return its file."""
        path = folder / "handbook.xlsx"
        self.book.save(path)
        return path

    def read(self, folder: Path, of: Held | None = None) -> ReadBack:
        """Save the workbook and read it back into the plans of the company."""
        return read_back(self.save(folder), of or company())


def changed(before: Plan, after: Plan) -> dict[str, tuple[Any, Any]]:
    """Return every place in which two plans differ: before, after."""
    one, other = (_flat(each.model_dump(mode="json")) for each in (before, after))
    return {place: (one.get(place), other.get(place)) for place in one | other if one.get(place) != other.get(place)}


def _flat(data: object, place: str = "") -> dict[str, Any]:
    if isinstance(data, dict | list) and data:
        steps = data.items() if isinstance(data, dict) else enumerate(data)
        return {key: leaf for step, part in steps for key, leaf in _flat(part, f"{place}/{step}").items()}
    return {place: data}


def after(read: ReadBack, of: Held) -> Held:
    """Return the company with the plans that were read back."""
    return replace(of, plans={**of.plans, **read.plans})
