"""A page of the course in the browser: opened, waited for, looked at."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, TypedDict

from playwright.sync_api import ConsoleMessage, Dialog, Locator, Page

from playbook.language import Text

from .course import Course

RUN_WITHIN = 90_000  # ms: the first kernel has pandas and matplotlib to import
SHOTS = os.environ.get("COURSE_SHOTS")

# Counts the runs of a page that have come to their end, whoever asked for them.
COUNT_RUNS = """
window.runs = { begun: 0, ended: 0 };
const wait = setInterval(() => {
  if (!window.jupyterapp) return;
  clearInterval(wait);
  window.jupyterapp.commands.commandExecuted.connect((_, { id, result }) => {
    if (id !== "notebook:run-all-cells") return;
    window.runs.begun += 1;
    result.finally(() => { window.runs.ended += 1; });
  });
}, 10);
"""
CODE_CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .map(({ model }) => model).filter((model) => model.type === "code")
  .map((model) => ({ id: model.id, count: model.executionCount, outputs: model.outputs.toJSON() }))"""
SCROLLER = ".jp-WindowedPanel-outer"
NARROW = (390, 844)  # a phone held upright
# What a finger would push sideways: boxes whose content is wider than they are, other than tables, charts and code.
SIDEWAYS = f"""() => [document.documentElement, document.body, document.querySelector("{SCROLLER}"),
    ...document.querySelectorAll(".jp-Notebook, .jp-Notebook *")]
  .filter((box) => box.clientWidth && box.scrollWidth > box.clientWidth + 1)
  .filter((box) => !["visible", "clip"].includes(getComputedStyle(box).overflowX) || box === document.documentElement)
  .filter((box) => !box.closest(".jp-CodeMirrorEditor, .cm-editor"))
  .filter((box) => !box.querySelector(":scope > div > table, :scope > img"))
  .map((box) => `${{box.tagName}}.${{box.className}} ${{box.scrollWidth}} > ${{box.clientWidth}}`)"""


IN_FOCUS = """([said, whole]) => { const one = document.activeElement;
  const label = one.labels?.length ? one.labels[0].innerText : one.innerText || "";
  return one.matches("button") && !whole ? label.includes(said) : label.trim() === said; }"""


class CodeCell(TypedDict):
    """A code cell after its run: its id, its execution count (None if it has not run), its outputs."""

    id: str
    count: int | None
    outputs: list[dict[str, Any]]


class Reader:
    """Somebody who reads pages of the course; `complaints` is what the browser's console said against them.

    `dialogs` are the questions and alarms that the browser itself put up, by their kind.
    """

    def __init__(self, page: Page, course: Course) -> None:
        self.page, self.course = page, course
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        page.add_init_script(COUNT_RUNS)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("dialog", self._asked)

    def open(self, name: str) -> Reader:
        """Open a page and wait until it has run by itself."""
        self.go(name)
        return self.wait()

    def go(self, name: str) -> None:
        """Open a page without waiting for it to run."""
        self.complaints.clear()
        self.page.goto(self.course.page(name))

    def wait(self) -> Reader:
        """Wait until a page that was just opened has run by itself."""
        self._wait_for_run(1)
        return self

    def run_again(self) -> None:
        """Press the button that runs the page, and wait until it has run."""
        ended = self.page.evaluate("window.runs.ended")
        self.page.locator('[data-jp-item-name="run-page"]').click()
        self._wait_for_run(int(ended) + 1)

    def restart_kernel(self) -> None:
        """Restart the page's kernel, which forgets all that was in it."""
        self.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")

    def leave(self) -> None:
        """Close the page and end its kernel, which would go on without it and keep its memory."""
        self.page.evaluate("window.jupyterapp?.shell.currentWidget?.sessionContext?.shutdown()")
        self.page.close()

    def code_cells(self) -> list[CodeCell]:
        """Return the code cells as the notebook holds them."""
        cells: list[CodeCell] = self.page.evaluate(CODE_CELLS)
        return cells

    def cell(self, cell_id: str) -> Locator:
        """Return a cell by its id."""
        place = self.page.evaluate(
            "id => window.jupyterapp.shell.currentWidget.content.widgets.findIndex(({ model }) => model.id === id)",
            cell_id,
        )
        assert place >= 0, f"the page has no cell {cell_id}"
        return self.page.locator(".jp-Notebook .jp-Cell").nth(place)

    def said(self, cell_id: str) -> str:
        """Return what a cell puts out in words."""
        return plain(" ".join(self.cell(cell_id).locator(".jp-OutputArea-output").all_inner_texts()))

    def see(self, cell_id: str, words: str) -> None:
        """Wait until a cell says these words."""
        self.cell(cell_id).get_by_text(flexible(words)).first.wait_for()

    def tab_to(self, label: Text, most: int, *, whole: bool = False) -> None:
        """Press Tab, `most` times at most, until the focus is on a control of this label or a button that says it.

        A button may say more than that, unless `whole`.
        """
        said = label.in_language(self.course.language)
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(IN_FOCUS, [said, whole]):
                return
        raise AssertionError(f"{most} presses of Tab do not reach {said}")

    def sideways(self) -> list[str]:
        """Return the boxes that a screen as narrow as a phone's makes scroll sideways."""
        size = self.page.viewport_size
        assert size is not None
        self.page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        self.page.wait_for_function("width => document.documentElement.clientWidth <= width", arg=NARROW[0])
        found: list[str] = self.page.evaluate(SIDEWAYS)
        self.page.set_viewport_size(size)
        return found

    def shoot(self, name: str) -> None:
        """Save the whole page as a picture in the folder COURSE_SHOTS, if it is set."""
        if not SHOTS:
            return
        size = self.page.viewport_size
        assert size is not None
        height = self.page.evaluate(f"document.querySelector('{SCROLLER}').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": int(height) + 120})
        self.page.wait_for_timeout(300)  # a picture has no condition to wait for
        self.page.screenshot(path=Path(SHOTS) / f"{self.course.language}-{size['width']}-{name}.png")
        self.page.set_viewport_size(size)

    def _wait_for_run(self, count: int) -> None:
        self.page.wait_for_function(
            """count => window.runs.ended >= count && window.runs.begun === window.runs.ended
              && !document.querySelector(".jp-Notebook .jp-mod-running")""",
            arg=count,
            timeout=RUN_WITHIN,
        )

    def _asked(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.accept()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")


def plain(words: str) -> str:
    """Return text with every run of spaces as one: ipywidgets writes some that do not break."""
    return re.sub(r"\s+", " ", words).strip()


def flexible(words: str) -> re.Pattern[str]:
    """Return a pattern of these words, whatever spaces stand between them."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
