"""The planner of the week on a page: its grid as it is seen, and its findings."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from playbook.facts import Facts
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.review import review_account

from .course import Course, until
from .reader import Reader, plain

Cell = tuple[int, int]  # day (1 = Monday), hour
PLAN = "plans/timing.json"


class Week:
    """The planner that a cell of the page shows."""

    def __init__(self, reader: Reader, cell_id: str = "plan", file: str = PLAN) -> None:
        self.reader, self.file = reader, file
        self.box = reader.cell(cell_id)
        self.box.locator('[role="grid"]').wait_for()

    def cell(self, day: int, hour: int) -> Locator:
        """Return the cell of a day and an hour."""
        return self.box.locator(f'[data-cell="{(day - 1) * 24 + hour}"]')

    def drag(self, start: Cell, end: Cell) -> None:
        """Hold a cell with the mouse and let it go over another one."""
        mouse = self.reader.page.mouse
        for place in (end, start):
            self.cell(*place).scroll_into_view_if_needed()
        mouse.move(*_middle(self.cell(*start)))
        mouse.down()
        mouse.move(*_middle(self.cell(*end)), steps=6)
        mouse.up()

    @property
    def shown(self) -> list[Cell]:
        """Return the set cells as the grid shows them."""
        cells = self.box.locator("[data-cell].week-slot").evaluate_all(
            "nodes => nodes.map(n => Number(n.dataset.cell))"
        )
        return sorted((cell // 24 + 1, cell % 24) for cell in cells)

    @property
    def findings(self) -> list[str]:
        """Return what the list beside the grid finds, sentence by sentence."""
        return [plain(words) for words in self.box.locator(".planner-findings li > p:first-child").all_inner_texts()]

    def settle(self, *cells: Cell) -> None:
        """Wait until the plan that is saved and the grid that is seen hold these cells and no other."""
        until(lambda: saved(self.reader.course, self.file) == sorted(cells), f"a saved plan of {cells}")
        until(lambda: self.shown == sorted(cells), f"a grid that shows {cells}")

    def expect_findings(self, plan: TimingPlan, account: str, facts: Facts) -> None:
        """Wait until the list says what the review says of this plan."""
        wanted = [
            plain(each.what.in_language(self.reader.course.language)) for each in review_account(plan, account, facts)
        ]
        until(lambda: self.findings == wanted, f"the findings {wanted}; shown are {self.findings}")


def plan_of(account: str, *cells: Cell) -> TimingPlan:
    """Return the plan that has an account's posts in these cells, on the hour."""
    return TimingPlan(slots=[Slot(account=account, day=day, hour=hour) for day, hour in cells])


def saved(course: Course, file: str = PLAN) -> list[Cell] | None:
    """Return the cells of the learner's saved plan."""
    plan: dict[str, Any] | None = course.json(file)
    return None if plan is None else sorted((slot["day"], slot["hour"]) for slot in plan["slots"])


def _middle(cell: Locator) -> tuple[float, float]:
    box = cell.bounding_box()
    assert box, "the cell is not shown"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
