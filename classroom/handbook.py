"""The handbook as it grows, on the first page: chapters written, issues open, and a button that builds it."""

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
    "{name}：{count} 章里写好了 {n} 章。点一章的名字，去做那一章的课。",
    "{name}: {n} of {count} chapters are written. The name of a chapter leads to its lessons.",
)
THERE, MISSING = Text("写好的：", "Written: "), Text("还没有写的：", "Not written yet: ")
OPEN = Text("（{n} 个问题没有解决）", " ({n} open)")
CLASHES = Text("写好的计划之间有 {n} 处矛盾。", "Contradictions between these plans: {n}.")
MEND = Text("每个问题怎么改，手册里都写着。", "The handbook says how to mend each of them.")
BUILT = Text("手册编好了，四个文件在 {folder}。", "The handbook is built. Its four files lie in {folder}.")
LOOK = Text("打开手册（新标签页）", "Open the handbook (in a new tab)")
ASIDE = Text("上次编好以后有人改过的，保留为 {name}。", "What was edited since the last build is kept as {name}.")
NOT_BUILT = Text(
    "没有编成：{why} 如果这几个文件正在 Word 或 Excel 里开着，先关掉，再点一次。",
    "Not built: {why} If one of the files is open in Word or Excel, close it there and press again.",
)
SEEN = "handbook.html"  # the copy that the server can show: it serves nothing outside the folder of pages


def handbook() -> widgets.Widget:
    """Show how far the handbook of the company that pages show has grown, and offer to build it."""
    state, said = widgets.HTML(_state()), widgets.HTML()
    button = widgets.Button(description=str(BUILD), button_style="primary", layout=widgets.Layout(width="auto"))

    def pressed(_: object) -> None:
        said.value = line("hint", BUILDING)
        said.value = _built()
        state.value = _state()

    button.on_click(pressed)
    return widgets.VBox([state, button, said])


def handbook_folder() -> Path:
    """Return where the button builds: beside the plans of the company that pages show."""
    return (own_folder() if shows_own() else course_work()) / "handbook"


def state_html(known: Held) -> str:
    """Return as HTML which chapters are written, with how many issues, which are not, and what cannot be read."""
    parts = [_said(STATE.format(name=known.facts.company.name, count=len(PLANS), n=len(known.written)))]
    parts += [line("hint", error.args[0]) for error in known.unreadable.values()]
    missing = [system for system in PLANS if known.plans[system] is None]
    for head, systems in ((THERE, list(known.written)), (MISSING, missing)):
        if systems:
            parts.append(f"<p>{escape(str(head))}{join([same(_chapter(each, known)) for each in systems])}</p>")
    between = len(coherence(known))
    if between:
        parts.append(_said(CLASHES.format(n=between)))
    if between or any(known.findings.values()):
        parts.append(_said(MEND))
    return "".join(parts)


def _chapter(system: str, known: Held) -> str:
    """Return a chapter's name, which leads to the first lesson of its system, and how many issues are open in it."""
    entry = next(each for each in outline().system if each.id.endswith(f"_{system}"))
    first = next((lesson for lesson in entry.lesson if not lesson.draft), None)
    name = escape(str(entry.title))
    still_open = len(known.findings.get(system, []))
    return (f'<a href="{escape(first.id)}.ipynb">{name}</a>' if first else name) + (
        escape(str(OPEN.format(n=still_open))) if still_open else ""
    )


def _state() -> str:
    try:
        return state_html(held())
    except PostsError as error:
        return line("hint", error.args[0])


def _built() -> str:
    """Build, and return as HTML where the files lie and links to each; or why it was not built."""
    folder = handbook_folder()
    try:
        built = build(None, folder, [language()])
        write_safely(pages_folder() / language() / SEEN, (folder / FILES[0]).read_bytes())
        links = "".join(offered(folder / name) for name in FILES)
    except (PostsError, OSError) as error:
        why = error.args[0] if isinstance(error, PostsError) else same(str(error))
        return line("hint", NOT_BUILT.format(why=why))
    # From `/doc/tree/zh/start.ipynb`; relative, since a server may lie below an address of its own.
    look = f'<a href="../../../files/{language()}/{SEEN}" target="_blank" rel="noopener">{escape(str(LOOK))}</a>'
    aside = "".join(line("hint", ASIDE.format(name=path.name)) for path in built.aside)
    return f"{line('hint', BUILT.format(folder=folder))}<p><b>{look}</b></p>{links}{aside}"


def _said(text: Text) -> str:
    return f"<p>{escape(str(text))}</p>"
