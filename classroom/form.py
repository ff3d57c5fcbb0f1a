"""What a learner answers with: controls, Check, Hint, Solution, and the verdict beneath."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets
from IPython.display import HTML, display

from classroom.answers import AnswerFile
from classroom.controls import Feedback, Put, control, line
from classroom.exercise import SAMPLE, TextField
from classroom.grading import OUTCOMES, Verdict
from classroom.learner import learner_id
from classroom.session import Session, spoken
from classroom.variants import show_variant
from classroom.whose import company_switch
from playbook.language import COLON, Text
from playbook.own import has_own
from playbook.sample.card import NAME

MARKS = {"right": "✓", "partly": "½", "wrong": "✗", "blank": "–", "to_mark": "✎", "error": "!"}
CHECK = Text("检查", "Check")
SAVE = Text("记下", "Note it")
HINT = Text("提示", "Hint")
SOLUTION = Text("看答案", "Solution")
FIRST_TRY = Text("先答一次并点“检查”，再看答案。", "Try once and press Check first; then you can see the solution.")
ALWAYS_SAMPLE = Text(
    "练习用的是示例公司{name}的数据；你们自家的数据和计划不受影响。",
    "An exercise uses the data of the sample company, {name}; your own company’s data and plans are left alone.",
)
OWN_DATA = Text(
    "这一页问的是你自己的一份数据（{variant}），和同学的不一定一样：数都从这一页的图和表里读。",
    "This page asks about data of your own ({variant}), which may differ from your neighbour’s: take every number from "
    "the charts and tables of this page.",
)
NOTHING_TO_RECALL = Text(
    "这条路线上，前面还没有可以回想的内容。往下看吧。",
    "Nothing to recall yet: no lesson on your path comes before this one. Read on.",
)
READ_AGAIN = Text("这是前面一课讲的，可以回去再看：", "An earlier lesson explains this. To read it again: ")
CHANGED = Text("改过了：再点一次“检查”，新的答案才算。", "Changed: press Check again, and the new answer counts.")
POINTS = Text("（{points}/{most} 分）", " ({points} of {most} points)")


class Page:
    """A page's questions: `ask` shows the controls of one, `verdict` what came of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._feedback: dict[str, Feedback] = {}
        if session.notice:
            display(HTML(f"<p>{escape(str(session.notice))}</p>"))

    def ask(self, question: str) -> Any:  # noqa: ANN401 - a widget when live, HTML when a record
        """Show a question's controls (live), or what was answered (a page run with given answers)."""
        if not self._session.live:
            head = self._head(question) if self._session.part == "recall" else ""
            return HTML(head + self._record(question))
        form = self._form(question)
        if self._session.part == "exercise":
            return form
        return widgets.VBox([widgets.HTML(self._head(question)), form, self._said(question)])

    def recall(self) -> Any:  # noqa: ANN401 - as `ask`
        """Show two or three questions of earlier lessons, to be answered from memory; their answers are kept apart."""
        lesson = self._session.exercise
        nothing = "" if self._session.live else AnswerFile(exercise=lesson, learner=learner_id()).model_dump_json()
        recalled = Page(Session(lesson, "recall", nothing))
        questions = recalled._session.questions
        if not questions:
            return widgets.HTML(line("hint", NOTHING_TO_RECALL))
        shown = [recalled.ask(name) for name in questions]
        return widgets.VBox(shown) if self._session.live else HTML("".join(each.data for each in shown))

    def verdict(self, question: str) -> widgets.HTML | None:
        """Show the verdict: beneath the controls when live, else as plain text, which nbval compares."""
        if self._session.live:
            return self._said(question)
        print(verdict_line(self._session, question))  # noqa: T201 - plain text is what nbval compares
        return None

    def _said(self, question: str) -> Feedback:
        if question not in self._feedback:
            self._feedback[question] = Feedback()
            if self._session.tried(question):
                self._feedback[question].judge(said(self._session, question, self._session.verdict(question)))
        return self._feedback[question]

    def _form(self, question: str) -> widgets.VBox:
        asked, session = self._session.questions[question], self._session
        feedback = self._said(question)
        controls = []
        for name, field in asked.fields.items():
            put = _putter(session, question, name, feedback)
            controls.append(control(session.facts, field, session.answer(question).get(name), put, feedback))
        marked = any(not isinstance(each, TextField) and each.expect for each in asked.fields.values())
        buttons = [_button(CHECK if marked else SAVE, lambda _: _check(session, question, feedback), primary=True)]
        if asked.hints:
            buttons.append(_button(HINT, lambda button: _hint(session, question, feedback, button)))
        if marked:
            buttons.append(_button(SOLUTION, lambda button: _solution(session, question, feedback, button)))
        return widgets.VBox([*controls, widgets.HBox(buttons, layout=widgets.Layout(flex_flow="row wrap"))])

    def _head(self, question: str) -> str:
        asked = self._session.questions[question]
        return f"<h3>{escape(str(asked.title))}</h3><p>{escape(str(asked.asked(self._session.facts)))}</p>"

    def _record(self, question: str) -> str:
        asked, answer = self._session.questions[question], self._session.answer(question)
        rows = [
            f"<p>{escape(str(field.label))}{escape(str(Text('：', ': ')))}"
            f"<b>{escape(str(spoken(asked, name, answer[name])) if name in answer else '—')}</b></p>"
            for name, field in asked.fields.items()
        ]
        return "".join(rows)


def exercise(name: str, answers: str = "") -> Page:
    """Open an exercise's questions; `answers` is what papermill hands in, empty when a learner sits here."""
    session = Session(name, "exercise", answers)
    show_variant(session.file.variant)
    page = Page(session)
    if session.file.variant != SAMPLE:
        display(HTML(line("hint", OWN_DATA.format(variant=session.file.variant))))
    if has_own() and not answers:
        display(HTML(line("hint", ALWAYS_SAMPLE.format(name=NAME))))
    return page


def lesson(name: str) -> Page:
    """Open the ungraded questions of a lesson; where there are own data, say whose the page shows."""
    if has_own():
        display(company_switch())
    return Page(Session(name, "lesson"))


def verdict_line(session: Session, question: str) -> str:
    """Return a verdict as one plain line: outcome, points, message. What a person marks has no points yet."""
    verdict = session.verdict(question)
    got = "—" if verdict.outcome == "to_mark" else f"{verdict.points:g}"
    points = f"{got}/{session.questions[question].points}"
    return f"{OUTCOMES[verdict.outcome]} · {points} · {verdict.message}".rstrip(" ·")


def said(session: Session, question: str, verdict: Verdict) -> str:
    """Return a verdict as HTML: a mark, the outcome in words with the points, the message."""
    most = session.questions[question].points
    points = (
        POINTS.format(points=f"{verdict.points:g}", most=most) if most and verdict.outcome != "blank" else Text("", "")
    )
    outcome = Text("", "") if verdict.outcome == "to_mark" else OUTCOMES[verdict.outcome] + points + Text("。", ". ")
    message = escape(str(outcome + verdict.message))
    again = _read_again(session, question) if verdict.outcome in {"wrong", "partly"} else ""
    return f'<p class="verdict-{verdict.outcome}" role="status">{MARKS[verdict.outcome]} {message}{again}</p>'


def _read_again(session: Session, question: str) -> str:
    """Return a link from a lesson to the earlier one that taught what a recalled question asks, else nothing."""
    taught = session.taught.get(question)
    if taught is None:
        return ""
    return f'<br>{escape(str(READ_AGAIN))}<a href="../{escape(taught.id)}.ipynb">{escape(str(taught.title))}</a>'


def _check(session: Session, question: str, feedback: Feedback) -> None:
    feedback.judge(feedback.problem or said(session, question, session.check(question)))


def _hint(session: Session, question: str, feedback: Feedback, button: widgets.Button) -> None:
    hint = session.hint(question)
    button.disabled = hint is None
    if hint is not None:
        feedback.help(line("hint", hint))


def _solution(session: Session, question: str, feedback: Feedback, button: widgets.Button) -> None:
    if session.tried(question):
        button.disabled = True
        feedback.help(line("solution", SOLUTION + COLON + session.solution(question)))
    else:
        feedback.judge(line("hint", FIRST_TRY))


def _button(label: Text, pressed: Callable[[widgets.Button], None], *, primary: bool = False) -> widgets.Button:
    button = widgets.Button(description=str(label), button_style="primary" if primary else "")
    button.on_click(pressed)
    return button


def _putter(session: Session, question: str, field: str, feedback: Feedback) -> Put:
    def put(value: Any) -> None:  # noqa: ANN401 - each field has its type
        session.change(question, field, value)
        # What was said of the former answer no longer holds, though its points still do. Words count as they stand.
        is_words = isinstance(session.questions[question].fields[field], TextField)
        feedback.judge(line("hint", CHANGED) if session.may_improve(question) and not is_words else "")

    return put
