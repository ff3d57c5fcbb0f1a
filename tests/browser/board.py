"""The planner of the matrix on a page: its board as it is seen, its form, and its findings."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from .course import Course, until
from .reader import Reader, plain

PLAN = "plans/matrix.json"
PAGE = "matrix_board"  # a page of the test's own, with the planner in the cell `plan`, as a lesson has it
CELLS = {"setup": "from playbook.matrix import planner", "plan": "planner.plan_matrix(least=6)"}
Arrow = tuple[str, str, str]  # by, of, when


def lay_page(course: Course) -> str:
    """Lay the test’s own page among the pages of the course; return its name."""
    return course.lay_page(PAGE, CELLS)


class Board:
    """The planner that a cell of the page shows."""

    def __init__(self, reader: Reader, cell_id: str = "plan") -> None:
        self.reader = reader
        self.box = reader.cell(cell_id)
        self.card("flagship").wait_for()

    def card(self, account: str) -> Locator:
        """Return the card of an account."""
        return self.box.locator(f'[data-account="{account}"]')

    def handle(self, account: str) -> Locator:
        """Return the button on a card from which an arrow is drawn."""
        return self.box.locator(f'[data-pick="{account}"]')

    def chip(self, at: str) -> Locator:
        """Return the chip of an arrow, "by>of"."""
        return self.box.locator(f'[data-when="{at}"]')

    def control(self, label: str) -> Locator:
        """Return a control of the form by its label."""
        return self.box.get_by_label(label, exact=True)

    def drag(self, by: str, of: str) -> None:
        """Hold a card with the mouse and let it go over another one."""
        mouse = self.reader.page.mouse
        for account in (of, by):
            self.card(account).scroll_into_view_if_needed()
        mouse.move(*_middle(self.card(by)))
        mouse.down()
        mouse.move(*_middle(self.card(of)), steps=6)
        mouse.up()

    def walk(self, account: str) -> None:
        """Go to a card with the arrow keys, from the card that has the focus."""
        for _ in range(20):
            here = self.reader.page.evaluate("document.activeElement.dataset.account")
            if here == account:
                return
            self.reader.page.keyboard.press(_way(_middle(self.card(here)), _middle(self.card(account))))
        raise AssertionError(f"the arrow keys do not lead to {account}")

    @property
    def shown(self) -> list[Arrow]:
        """Return the arrows as the chips show them."""
        chips = self.box.locator("[data-when]").evaluate_all(
            "nodes => nodes.map(n => [n.dataset.when, n.parentNode.matches('.board-later') ? 'later' : 'at_once'])"
        )
        return sorted((*at.split(">"), when) for at, when in chips)

    @property
    def lines(self) -> int:
        """Return how many arrows the picture has."""
        return self.box.locator("[data-arrow] > .board-stroke").count()

    @property
    def done(self) -> str:
        """Return what the board has said aloud last."""
        return plain(self.box.locator('.board [role="status"]').inner_text())

    def settle(self, *arrows: Arrow) -> None:
        """Wait until the plan that is saved and the board that is seen hold these arrows and no other."""
        until(lambda: relays(self.reader.course) == sorted(arrows), f"a saved plan of {arrows}")
        until(lambda: self.shown == sorted(arrows), f"a board that shows {arrows}")


def relays(course: Course) -> list[Arrow] | None:
    """Return the relays of the learner's saved plan."""
    plan: dict[str, Any] | None = course.json(PLAN)
    return None if plan is None else sorted((each["by"], each["of"], each["when"]) for each in plan["relays"])


def place(course: Course, account: str) -> dict[str, Any]:
    """Return an account's place in the saved plan; empty if it has none."""
    plan: dict[str, Any] = course.json(PLAN) or {"places": []}
    return next((each for each in plan["places"] if each["account"] == account), {})


def _middle(node: Locator) -> tuple[float, float]:
    box = node.bounding_box()
    assert box, "it is not shown"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _way(here: tuple[float, float], there: tuple[float, float]) -> str:
    across, down = there[0] - here[0], there[1] - here[1]
    if abs(across) > abs(down):
        return "ArrowRight" if across > 0 else "ArrowLeft"
    return "ArrowDown" if down > 0 else "ArrowUp"
