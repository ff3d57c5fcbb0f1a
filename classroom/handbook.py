"""The handbook as it grows: chapters written, issues open, and the one button of the course's pages that builds it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import ipywidgets as widgets

from classroom.controls import line
from classroom.outline import outline
from classroom.pages.open import pages_folder
from playbook.coherence import coherence
from playbook.handbook.build import FILES, build
from playbook.handbook.held import PLANS, Held, held
from playbook.language import Text, join, language, same
from playbook.offers import offered
from playbook.own import own_folder, shows_own
from playbook.places import course_work, write_safely
from playbook.posts import PostsError

BUILD = Text("编成手册", "Build the handbook")
BUILDING = Text("正在编，请稍候……", "Building, one moment …")
STATE = Text(
    "{name}：一共 {count} 章，动过笔的 {n} 章，其中 {clear} 章没有查出问题。点一章的名字，去做那一章的课。",
    "{name}: {n} of {count} chapters begun, {clear} of them with no issue open. The name of a chapter leads to its "
    "lessons.",
)
THERE, MISSING = Text("动过笔的：", "Begun: "), Text("还没有写的：", "Not written yet: ")
OPEN = Text("（{n} 个问题没有解决）", " ({n} open)")
CLASHES = Text("这些计划之间有 {n} 处矛盾。", "Contradictions between these plans: {n}.")
MEND = Text("每个问题怎么改，手册里都写着。", "The handbook says how to mend each of them.")
BUILT = Text("手册编好了，四个文件在 {folder}。", "The handbook is built. Its four files are in {folder}.")
LOOK = Text("打开手册（新标签页）", "Open the handbook (in a new tab)")
ASIDE = Text("上次编好以后有人改过的，保留为 {name}。", "What was edited since the last build is kept as {name}.")
NOT_BUILT = Text(
    "没有编成：{why} 如果这几个文件正在 Word 或 Excel 里开着，先关掉，再点一次。",
    "Not built: {why} If one of the files is open in Word or Excel, close it there and press again.",
)
WHAT = {
    "handbook.html": Text(
        "双击就开，不用联网，打印也用它", "a double click opens it, no network needed; print from it"
    ),
    "handbook.docx": Text("给要批注、要改字的人", "for whoever comments or edits"),
    "handbook.xlsx": Text(
        "每天填的表：时段、草稿、对话、指标", "the tables that are filled in daily: slots, drafts, replies, measures"
    ),
    "calendar.ics": Text(
        "导进日历：时段、例行的事、到期的日子", "to import into a calendar: slots, routines, days that come due"
    ),
}
SEEN = "handbook.html"  # the copy that the server can show: it serves nothing outside the folder of pages


def handbook(page: str = "start") -> widgets.Widget:
    """Show how far the handbook of the company that pages show has grown, and offer to build it.

    `page` is the page it stands on, `11_capstone/01_bring_it_together`: its links lead from there.
    """
    up = "../" * page.count("/")  # relative, since a server may lie below an address of its own
    state, said = widgets.HTML(_state(up)), widgets.HTML()
    button = widgets.Button(description=str(BUILD), button_style="primary", layout=widgets.Layout(width="auto"))

    def pressed(_: object) -> None:
        said.value = line("hint", BUILDING)
        button.disabled = True
        try:
            said.value = _built(up)
            state.value = _state(up)
        finally:
            button.disabled = False

    button.on_click(pressed)
    return widgets.VBox([state, button, said])


def handbook_folder() -> Path:
    """Return where the button builds: beside the plans of the company that pages show."""
    return (own_folder() if shows_own() else course_work()) / "handbook"


def state_html(known: Held, up: str = "") -> str:
    """Return as HTML which chapters are written, with how many issues, which are not, and what cannot be read.

    `up` leads from the page to the folder of the lessons.
    """
    counts = {"count": len(PLANS), "n": len(known.written), "clear": len(known.clear)}
    parts = [_said(STATE.format(name=known.facts.company.name, **counts))]
    parts += [line("hint", error.args[0]) for error in known.unreadable.values()]
    missing = [system for system in PLANS if known.plans[system] is None]
    for head, systems in ((THERE, list(known.written)), (MISSING, missing)):
        if systems:
            parts.append(f"<p>{escape(str(head))}{join([same(_chapter(each, known, up)) for each in systems])}</p>")
    between = len(coherence(known))
    if between:
        parts.append(_said(CLASHES.format(n=between)))
    if between or any(known.findings.values()):
        parts.append(_said(MEND))
    return "".join(parts)


def _chapter(system: str, known: Held, up: str) -> str:
    """Return a chapter's name, which leads to the first lesson of its system, and how many issues are open in it."""
    entry = next(each for each in outline().system if each.id.endswith(f"_{system}"))
    first = next((lesson for lesson in entry.lesson if not lesson.draft), None)
    name = escape(str(entry.title))
    still_open = len(known.findings.get(system, []))
    return (f'<a href="{up}{escape(first.id)}.ipynb">{name}</a>' if first else name) + (
        escape(str(OPEN.format(n=still_open))) if still_open else ""
    )


def _state(up: str) -> str:
    try:
        return state_html(held(), up)
    except PostsError as error:
        return line("hint", error.args[0])


def _built(up: str) -> str:
    """Build, and return as HTML where the files lie and links to each; or why it was not built."""
    folder = handbook_folder()
    try:
        built = build(None, folder, [language()])
        write_safely(pages_folder() / language() / SEEN, (folder / FILES[0]).read_bytes())
        links = "".join(offered(folder / name, WHAT[name]) for name in FILES)
    except (PostsError, OSError) as error:
        why = error.args[0] if isinstance(error, PostsError) else same(str(error))
        return line("hint", NOT_BUILT.format(why=why))
    served = (
        f"{language()}/{SEEN}"  # course-page makes the whole address of it: a second tab lies deeper than the first
    )
    seen = f"{up}../../../files/{served}"  # for a page without it, below `/doc/tree/zh/`
    look = f'<a href="{seen}" data-served="{served}" target="_blank" rel="noopener">{escape(str(LOOK))}</a>'
    aside = "".join(line("hint", ASIDE.format(name=path.name)) for path in built.aside)
    return f"{line('hint', BUILT.format(folder=folder))}<p><b>{look}</b></p>{links}{aside}"


def _said(text: Text) -> str:
    return f"<p>{escape(str(text))}</p>"
