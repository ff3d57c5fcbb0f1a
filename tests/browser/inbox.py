"""The inbox on a page: what is seen of it, and how it is filed."""

from __future__ import annotations

from playwright.sync_api import Locator

from .course import Course, until
from .reader import Reader

MARKS = "plans/inbox.json"
PAGE = "interaction_inbox"  # a page of the test's own, with the planners in cells of their own, as a lesson has them
CELLS = {
    "setup": "from playbook.interaction import planner",
    "plan": "planner.plan_replies()",
    "inbox": "planner.triage_inbox()",
    "follows": "planner.plan_follows()",
}


def lay_page(course: Course) -> str:
    """Lay the test’s own page among the pages of the course; return its name."""
    return course.lay_page(PAGE, CELLS)


class InboxView:
    """The inbox that a cell of the page shows."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.box = reader.cell("inbox")
        self.list.wait_for()

    @property
    def list(self) -> Locator:
        """Return the list that takes the keys."""
        return self.box.locator(".inbox-list")

    @property
    def chosen(self) -> int:
        """Return the place of the chosen message, from 0."""
        return int(self.box.locator('.inbox-row[aria-selected="true"]').get_attribute("data-place") or -1)

    @property
    def done(self) -> str:
        """Return what the inbox has said aloud last."""
        return self.box.locator('.inbox [role="status"]').inner_text()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.reader.page.keyboard.press(key)

    def settle(self, count: int) -> None:
        """Wait until so many messages are filed in the learner's work, and the page says so."""
        until(lambda: len(marks(self.reader.course)) == count, f"{count} messages filed in the learner's work")
        if count:
            until(lambda: f" {count} " in f"{self.done} ", f"a word that {count} are filed")


def marks(course: Course) -> dict[str, str]:
    """Return what is filed in the learner's work."""
    return dict((course.json(MARKS) or {"marks": {}})["marks"])
