"""The room of a drill on a page: what is seen of it, and how it is played."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from playbook.crisis.drill_words import ROOM

from .course import Course, until
from .reader import Reader

DRILL = "plans/drill.json"
PAGE = "crisis_drill"  # a page of the test's own
CELLS = {
    "setup": "from playbook.crisis.drill_planner import play_drill",
    "drill": 'play_drill(scenario="teacup")',
}
STEPS = 24


def lay_page(course: Course) -> str:
    """Lay the test’s own page among the pages of the course; return its name."""
    return course.lay_page(PAGE, CELLS)


class RoomView:
    """The room that a cell of the page shows."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.cell = reader.cell("drill")
        self.room.wait_for()

    @property
    def room(self) -> Locator:
        """Return the room, which takes the keys."""
        return self.cell.locator(".room")

    def card(self, act: str) -> Locator:
        """Return the card of an action."""
        return self.cell.locator(f'[data-act="{act}"]')

    def button(self, name: str) -> Locator:
        """Return a button of the clock."""
        return self.cell.locator(f'[data-do="{name}"]')

    @property
    def done(self) -> str:
        """Return what the room has said aloud last."""
        return self.cell.locator(".room-done").inner_text()

    @property
    def runs(self) -> bool:
        """Tell whether the clock runs."""
        return self.button("pause").get_attribute("aria-pressed") == "false"

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.reader.page.keyboard.press(key)

    def settle(self, played: int) -> dict[str, Any]:
        """Wait until so many steps are saved in the learner's work, and the page shows them; return the log."""
        until(lambda: log(self.reader.course).get("played") == played, f"{played} steps saved")
        until(lambda: self.bars() == played, f"{played} bars in the chart")
        return log(self.reader.course)

    def bars(self) -> int:
        """Return how many bars the chart has."""
        return (self.cell.locator(".room-all").get_attribute("d") or "").count("M")

    def word(self, key: str) -> str:
        """Return a word of the room in the page's language."""
        return ROOM[key].in_language(self.reader.course.language)


def log(course: Course) -> dict[str, Any]:
    """Return the drill that lies in the learner's work; nothing in it if none lies there."""
    return dict(course.json(DRILL) or {})
