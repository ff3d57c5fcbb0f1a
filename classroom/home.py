"""The first page: who learns here, what the course holds and where I stand, the company card, handing in."""

from __future__ import annotations

import base64
from html import escape

import ipywidgets as widgets

from classroom.learner import UNNAMED, LearnerError, learner_id, set_learner
from classroom.outline import outline
from classroom.progress import Standing, hand_in, next_lesson, standings
from playbook.language import Text

NAME = Text("姓名或学号", "Name or number")
KEEP = Text("保存", "Save")
KNOWN = Text(
    "已记住：{name}。以后不用再填，想改就改了再保存。", "Saved as {name}. To change it, type another and save again."
)
HAND_IN = Text("交作业", "Hand in")
REFRESH = Text("刷新", "Refresh")
PACKED = Text(
    "练习的答案已打包：{path}。把这个文件交给老师；改了答案，再点一次“交作业”就行。",
    "Your exercise answers are packed: {path}. Send this file to your instructor. "
    "If you change an answer later, press again for a new one.",
)
DOWNLOAD = Text("下载 {name}", "Download {name}")
LESSON, EXERCISE = Text("课", "Lesson"), Text("练习", "Exercise")
MINUTES = Text("约 {n} 分钟", "about {n} minutes")
NEXT = Text("下一步", "Next")
ALL_DONE = Text("全部做完了。可以交作业了。", "Everything is done. You can hand in.")


def who() -> widgets.Widget:
    """Ask for the learner's name or number, once; show it afterwards."""
    known = learner_id()
    field = widgets.Text(
        continuous_update=False,
        value="" if known == UNNAMED else known,
        description=str(NAME),
        style={"description_width": "initial"},
    )
    button = widgets.Button(description=str(KEEP), button_style="primary")
    said = widgets.HTML("" if known == UNNAMED else _paragraph(KNOWN.format(name=known)))

    def keep(_: object) -> None:
        try:
            said.value = _paragraph(KNOWN.format(name=set_learner(field.value)))
        except LearnerError as error:
            said.value = _paragraph(error.args[0])

    button.on_click(keep)
    field.observe(keep, "value")  # Enter, or leaving the field
    return widgets.VBox([widgets.HBox([field, button], layout=widgets.Layout(flex_flow="row wrap")), said])


def contents() -> widgets.Widget:
    """Show what the course holds, where the learner stands, and what is next."""
    shown = widgets.HTML(contents_html())
    button = widgets.Button(description=str(REFRESH))
    button.on_click(lambda _: setattr(shown, "value", contents_html()))
    return widgets.VBox([shown, button])


def contents_html() -> str:
    """Return the table of contents as HTML, with links that open pages."""
    stands = {each.lesson.id: each for each in standings()}
    parts = []
    for system in outline().system:
        rows = "".join(_row(stands[lesson.id]) for lesson in system.lesson)
        parts.append(f"<h3>{escape(str(system.title))}</h3><p>{escape(str(system.about))}</p><ul>{rows}</ul>")
    following = next_lesson()
    then = _link(f"{following.id}.ipynb", following.title) if following else escape(str(ALL_DONE))
    return f"{''.join(parts)}<p><b>{escape(str(NEXT))}</b>{escape(str(Text('：', ': ')))}{then}</p>"


def hand_in_button() -> widgets.Widget:
    """Write the answers into one file, say where it lies, and offer it for download."""
    button = widgets.Button(description=str(HAND_IN), button_style="primary")
    said = widgets.HTML()

    def pressed(_: object) -> None:
        try:
            path = hand_in()
        except (LearnerError, OSError) as error:
            said.value = _paragraph(error.args[0] if isinstance(error, LearnerError) else Text(str(error), str(error)))
            return
        data = base64.b64encode(path.read_bytes()).decode()
        link = (
            f'<a download="{escape(path.name)}" href="data:application/zip;base64,{data}">'
            f"{escape(str(DOWNLOAD.format(name=path.name)))}</a>"
        )
        said.value = _paragraph(PACKED.format(path=path)) + f"<p>{link}</p>"

    button.on_click(pressed)
    return widgets.VBox([button, said])


def _row(standing: Standing) -> str:
    lesson = standing.lesson
    read, done = ("✓ " if each else "" for each in (standing.read, standing.done))
    state = Text("{a}/{q} 题，{p:g}/{m} 分", "{a} of {q} answered, {p:g} of {m} points").format(
        a=standing.answered, q=standing.questions, p=standing.points, m=standing.most
    )
    title = LESSON + Text("：", ": ") + lesson.title
    first = f"{_link(f'{lesson.id}.ipynb', title)} · {_minutes(lesson.minutes)}"
    second = f"{_link(f'exercises/{lesson.id}.ipynb', EXERCISE)} · {_minutes(lesson.exercise_minutes)}"
    return f"<li>{read}{first}<br>{done}{second} · {escape(str(state))}</li>"


def _minutes(count: int) -> str:
    return escape(str(MINUTES.format(n=count)))


def _link(path: str, text: Text) -> str:
    return f'<a href="{escape(path)}">{escape(str(text))}</a>'


def _paragraph(text: Text) -> str:
    return f'<p role="status">{escape(str(text))}</p>'
