"""The handbook of the company that pages show, made from a page: one button, four files, and where they lie."""

from __future__ import annotations

from html import escape
from pathlib import Path

import ipywidgets as widgets

from playbook.coherence import coherence
from playbook.handbook.build import FILES, Built, build
from playbook.handbook.held import PLANS
from playbook.language import Text, language
from playbook.own import own_folder, shows_own
from playbook.places import course_home, course_work
from playbook.posts import PostsError

FOLDER = "handbook"
MAKE = Text("编出手册", "Make the handbook")
MAKING = Text("正在编，请稍候……", "Making it, one moment …")
LIES = Text("写好了，四个文件在 {folder}：", "Written. Four files lie in {folder}:")
WHAT: dict[str, Text] = {
    "handbook.html": Text(
        "双击打开，不用联网，打印也用它", "opens with a double click, without a network; print from it"
    ),
    "handbook.docx": Text("给要批注、要改字的人", "for whoever comments or edits"),
    "handbook.xlsx": Text(
        "每天填的表：时段、草稿、对话、指标", "the tables that are filled in daily: slots, drafts, replies, measures"
    ),
    "calendar.ics": Text(
        "导进日历：时段、例行、要到的日子", "to import into a calendar: slots, routines, days that come due"
    ),
}
STATE = Text(
    "十一章里写了 {written} 章；各份计划自己的清单一共还有 {open} 条，计划之间的矛盾还有 {between} 处。",
    "Chapters written: {written} of {count}. Left in the plans’ own lists: {open}. Contradictions between plans: "
    "{between}.",
)
KEPT = Text("改过的那一份没有丢，现在叫 {name}。", "The one that was edited is not lost: it is called {name} now.")
COLON = Text("：", ": ")
COULD_NOT = Text(
    "没有写成：{why}。原来的文件都还在。", "It could not be written: {why}. The files that were there are still there."
)


class HandbookButton(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A button that writes the handbook, and beneath it what was written, or why nothing was."""

    def __init__(self) -> None:
        self.button = widgets.Button(description=str(MAKE), button_style="primary", layout={"width": "auto"})
        self.said = widgets.HTML()
        self.button.on_click(lambda _: self.make())
        super().__init__([self.button, self.said])

    def make(self) -> None:
        """Write the four files for the company that pages show; those of before are replaced together."""
        out = (own_folder() if shows_own() else course_work()) / FOLDER
        self.said.value = f'<p role="status">{escape(str(MAKING))}</p>'
        self.button.disabled = True
        try:
            self.said.value = _said(build(None, out, [language()]), out)
        except PostsError as error:
            self.said.value = _failed(str(error.args[0]))
        except OSError as error:
            self.said.value = _failed(str(error))
        finally:
            self.button.disabled = False


def make_handbook() -> HandbookButton:
    """Show the button."""
    return HandbookButton()


def _said(built: Built, out: Path) -> str:
    known = built.held
    items = "".join(f"<li><code>{name}</code>{escape(str(COLON + WHAT[name]))}</li>" for name in FILES)
    state = STATE.format(
        written=len(known.written), count=len(PLANS),
        open=sum(map(len, known.findings.values())), between=len(coherence(known)),
    )  # fmt: skip
    kept = "".join(f"<p>{escape(str(KEPT.format(name=each.name)))}</p>" for each in built.aside)
    lies = escape(str(LIES.format(folder=_near(out))))
    return f'<p role="status">{lies}</p><ul>{items}</ul>{kept}<p>{escape(str(state))}</p>'


def _failed(why: str) -> str:
    return f'<p role="status">{escape(str(COULD_NOT.format(why=why)))}</p>'


def _near(folder: Path) -> str:
    """Return a folder as seen from the course's own, where it lies in there."""
    home = course_home().resolve()
    whole = folder.resolve()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else str(whole)
