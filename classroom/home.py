"""The first page: who learns here, on which path, what it holds and where I stand, the terms, handing in."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

import ipywidgets as widgets

from classroom.glossary import published_terms
from classroom.learner import LearnerError, choose_path, chosen_path
from classroom.outline import Lesson, outline
from classroom.progress import Standing, hand_in, next_lesson, standings
from classroom.registration import asked_who, paragraph, to_check, to_redo
from playbook.handbook.lessons import lesson_number
from playbook.language import COLON, Text, same
from playbook.offers import offered

OWN_LINE = 'style="float: none; width: auto"'  # JupyterLab gives a term a fifth of the width: a phone cuts long words
HAND_IN = Text("交作业", "Hand in")
REFRESH = Text("刷新", "Refresh")
PACKED = Text(
    "练习的答案已打包：{path}。把这个文件交给老师；改了答案，再点一次“交作业”就行。",
    "Your exercise answers are packed: {path}. Send this file to your instructor. "
    "If you change an answer later, press again for a new one.",
)
LESSON, EXERCISE = same("{number} {title}"), Text("练习 {number}", "Exercise {number}")
MINUTES, HOURS = Text("{n} 分钟", "{n} minutes"), Text("{n} 小时", "{n} hours")
LONG = 180  # minutes from which on hours say more
ABOUT = Text("估计 {time}", "estimated {time}")
NEXT = Text("下一步", "Next")
ALL_DONE = Text("这条路线走完了。可以交作业了。", "You have finished this path. You can hand in.")
PATH = Text("{title}（估计 {time}）", "{title} (estimated {time})")
TOTAL = Text("你的路线：{path}，估计共 {time}。", "Your path: {path}, estimated {time} in all.")
STATE = Text("{a}/{q} 题，{p:g}/{m} 分", "{a} of {q} answered, {p:g} of {m} points")
TO_MARK = Text("，另有 {n:g} 分等老师批", ", {n:g} more for your instructor to mark")
MORE = Text("其他课", "More lessons")
TERMS = Text("点开看 {n} 个词", "Show {n} terms")
# The table of contents that the page shows, which the choice of a path redraws as well. A page that is run again makes
# another: a browser that has just come in knows no widget of an earlier run.
_tables: list[widgets.HTML] = []


def who() -> widgets.Widget:
    """Ask for the learner's name or number, and for a course code; what follows from them is shown at once."""
    return asked_who(_refresh)


def path() -> widgets.Widget:
    """Ask which path through the course the learner takes; the contents follow at once."""
    on = chosen_path()
    chosen = widgets.RadioButtons(
        options=[(str(PATH.format(title=each.title, time=_long(each.minutes))), each.id) for each in outline().paths()],
        value=on.id,
        layout=widgets.Layout(width="100%"),
    )
    said = widgets.HTML(paragraph(on.about))

    def choose(change: dict[str, str]) -> None:
        choose_path(change["new"])
        said.value = paragraph(chosen_path().about)
        _refresh()

    chosen.observe(choose, "value")
    return widgets.VBox([chosen, said])


def contents() -> widgets.Widget:
    """Show what the learner's path holds, where the learner stands and what is next; folded, what else there is."""
    table = widgets.HTML(contents_html())
    _tables[:] = [table]
    button = widgets.Button(description=str(REFRESH))
    button.on_click(lambda _: setattr(table, "value", contents_html()))
    return widgets.VBox([table, button])


def contents_html() -> str:
    """Return the table of contents as HTML, with links that open pages."""
    on, stands = chosen_path(), standings()
    total = escape(str(TOTAL.format(path=on.title, time=_long(on.minutes))))
    following = next_lesson()
    then = _next_link(following, stands) if following else escape(str(ALL_DONE))
    after = f"<p><b>{escape(str(NEXT))}</b>{escape(str(COLON))}{then}</p>"
    others = [each.lesson for each in stands if each.lesson not in on.lessons]
    practice = [each.lesson for each in stands if each.questions and each.lesson not in on.exercises]
    more = _systems(stands, others, practice)
    return f"<p>{total}</p>{_systems(stands, on.lessons, on.exercises)}{after}{_folded(MORE, more) if more else ''}"


def _next_link(following: Lesson, stands: list[Standing]) -> str:
    """Return a link to a lesson, or to its exercise where the lesson has been read."""
    read = next(each.read for each in stands if each.lesson == following)
    if read and following.exercise_minutes is not None:
        return _link(f"exercises/{following.id}.ipynb", _named(EXERCISE, following) + COLON + following.title)
    return _link(f"{following.id}.ipynb", _named(LESSON, following))


def _refresh() -> None:
    for table in _tables[-1:]:
        table.value = contents_html()


def glossary() -> widgets.HTML:
    """Show the terms of the course, folded; nothing as long as there are none."""
    terms = published_terms()
    rows = "".join(
        f"<dt {OWN_LINE}><b>{escape(str(each.word))}</b></dt><dd>{escape(str(each.says))}</dd>" for each in terms
    )
    return widgets.HTML(_folded(TERMS.format(n=len(terms)), f"<dl>{rows}</dl>") if terms else "")


def hand_in_button() -> widgets.Widget:
    """Write the answers into one file, say where it lies, and offer it for download."""
    button = widgets.Button(description=str(HAND_IN), button_style="primary")
    said = widgets.HTML()

    def pressed(_: object) -> None:
        try:
            path = hand_in()
        except (LearnerError, OSError) as error:
            said.value = paragraph(error.args[0] if isinstance(error, LearnerError) else Text(str(error), str(error)))
            return
        said.value = paragraph(PACKED.format(path=path)) + to_redo() + to_check() + offered(path)

    button.on_click(pressed)
    return widgets.VBox([button, said])


def _systems(stands: list[Standing], lessons: Collection[Lesson], exercises: Collection[Lesson]) -> str:
    """Return these lessons and exercises, system by system; a system without any is left out."""
    rows = {each.lesson.id: _row(each, each.lesson in lessons, each.lesson in exercises) for each in stands}
    parts = []
    for system in outline().system:
        listed = "".join(f"<li>{row}</li>" for lesson in system.lesson if (row := rows.get(lesson.id)))
        if listed:
            parts.append(f"<h3>{escape(str(system.title))}</h3><p>{escape(str(system.about))}</p><ul>{listed}</ul>")
    return "".join(parts)


def _row(standing: Standing, with_lesson: bool, with_exercise: bool) -> str:
    """Return a lesson, its exercise, or both, one line each; an exercise that stands alone names its lesson."""
    lesson, lines = standing.lesson, []
    if with_lesson:
        title = _link(f"{lesson.id}.ipynb", _named(LESSON, lesson))
        lines.append(f"{'✓ ' if standing.read else ''}{title} · {_minutes(lesson.minutes)}")
    if with_exercise:
        state = STATE.format(a=standing.answered, q=standing.questions, p=standing.points, m=standing.most)
        if standing.to_mark:
            state += TO_MARK.format(n=standing.to_mark)
        exercise = _named(EXERCISE, lesson)
        title = _link(f"exercises/{lesson.id}.ipynb", exercise if with_lesson else exercise + COLON + lesson.title)
        minutes = _minutes(lesson.exercise_minutes or 0)
        lines.append(f"{'✓ ' if standing.done else ''}{title} · {minutes} · {escape(str(state))}")
    return "<br>".join(lines)


def _folded(head: Text, body: str) -> str:
    return f"<details><summary>{escape(str(head))}</summary>{body}</details>"


def _named(pattern: Text, lesson: Lesson) -> Text:
    """Name a lesson or its exercise as pages do, which send readers to 6.1 or to exercise 6.1."""
    return pattern.format(number=lesson_number(lesson.id), title=lesson.title)


def _minutes(count: int) -> str:
    return escape(str(ABOUT.format(time=MINUTES.format(n=count))))


def _long(count: int) -> Text:
    return HOURS.format(n=round(count / 60)) if count >= LONG else MINUTES.format(n=count)


def _link(path: str, text: Text) -> str:
    return f'<a href="{escape(path)}">{escape(str(text))}</a>'
