"""What a learner answers with: controls, Check, Hint, Solution, and the verdict beneath."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets
from IPython.display import HTML, display

from classroom.exercise import AnyField, ChoiceField, NumberField, OrderField, PlanField, TextField
from classroom.grading import OUTCOMES, Verdict
from classroom.session import Part, Session, spoken
from playbook.language import Text
from playbook.plans import PlanError, read_plan
from playbook.rules import resolve

Put = Callable[[Any], None]
MARKS = {"right": "✓", "partly": "½", "wrong": "✗", "blank": "–", "to_mark": "✎", "error": "!"}
CHECK = Text("检查", "Check")
SAVE = Text("记下", "Note it")
HINT = Text("提示", "Hint")
SOLUTION = Text("看答案", "Solution")
FIRST_TRY = Text("先答一次并点“检查”，再看答案。", "Try once and press Check first; then you can see the solution.")
NO_NUMBER = Text("“{read}”读不成 {low:g} 到 {high:g} 之间的数。", "“{read}” is not a number from {low:g} to {high:g}.")
PICK = Text("请选", "choose")


class Page:
    """A page's questions: `ask` shows the controls of one, `verdict` what came of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._feedback: dict[str, widgets.HTML] = {}
        if session.notice:
            display(HTML(f"<p>{escape(str(session.notice))}</p>"))

    def ask(self, question: str) -> Any:  # noqa: ANN401 - a widget when live, HTML when a record
        """Show a question's controls (live), or what was answered (a page run with given answers)."""
        if not self._session.live:
            return HTML(self._record(question))
        form = self._form(question)
        if self._session.part == "exercise":
            return form
        asked = self._session.questions[question]
        head = widgets.HTML(f"<h3>{escape(str(asked.title))}</h3><p>{escape(str(asked.prompt))}</p>")
        return widgets.VBox([head, form, self._said(question)])

    def verdict(self, question: str) -> widgets.HTML | None:
        """Show the verdict: beneath the controls when live, else as plain text, which nbval compares."""
        if self._session.live:
            return self._said(question)
        print(verdict_line(self._session, question))  # noqa: T201 - plain text is what nbval compares
        return None

    def _said(self, question: str) -> widgets.HTML:
        if question not in self._feedback:
            known = self._session.verdict(question) if self._session.tried(question) else None
            self._feedback[question] = widgets.HTML(said(known) if known else "")
        return self._feedback[question]

    def _form(self, question: str) -> widgets.VBox:
        asked, session = self._session.questions[question], self._session
        feedback = self._said(question)
        controls = []
        for name, field in asked.fields.items():
            put = _putter(session, question, name)
            controls.append(_control(session, field, session.answer(question).get(name), put, feedback))
        marked = any(not isinstance(each, TextField) and each.expect for each in asked.fields.values())
        buttons = [_button(CHECK if marked else SAVE, lambda: said(session.check(question)), feedback, primary=True)]
        if asked.hints:
            buttons.append(_button(HINT, lambda: _line("hint", session.hint(question)), feedback))
        if marked:
            buttons.append(_button(SOLUTION, lambda: _solution(session, question), feedback))
        return widgets.VBox([*controls, widgets.HBox(buttons)])

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
    return _page(name, "exercise", answers)


def lesson(name: str) -> Page:
    """Open the ungraded questions of a lesson."""
    return _page(name, "lesson", "")


def _page(name: str, part: Part, answers: str) -> Page:
    return Page(Session(name, part, answers))


def verdict_line(session: Session, question: str) -> str:
    """Return a verdict as one plain line: outcome, points, message."""
    verdict = session.verdict(question)
    points = f"{verdict.points:g}/{session.questions[question].points}"
    return f"{OUTCOMES[verdict.outcome]} · {points} · {verdict.message}".rstrip(" ·")


def said(verdict: Verdict) -> str:
    """Return a verdict as HTML: a mark, the outcome in words, the message."""
    message = f"{OUTCOMES[verdict.outcome]}{Text('。', '. ')}{verdict.message}"
    return f'<p class="verdict-{verdict.outcome}" role="status">{MARKS[verdict.outcome]} {escape(message)}</p>'


def _line(kind: str, text: Text) -> str:
    return f'<p class="verdict-{kind}" role="status">{escape(str(text))}</p>'


def _solution(session: Session, question: str) -> str:
    return _line("solution", session.solution(question)) if session.tried(question) else _line("hint", FIRST_TRY)


def _button(label: Text, answer: Callable[[], str], feedback: widgets.HTML, *, primary: bool = False) -> widgets.Button:
    button = widgets.Button(description=str(label), button_style="primary" if primary else "")

    def pressed(_: widgets.Button) -> None:
        feedback.value = answer()

    button.on_click(pressed)
    return button


def _putter(session: Session, question: str, field: str) -> Put:
    return lambda value: session.change(question, field, value)


def _control(session: Session, field: AnyField, value: Any, put: Put, feedback: widgets.HTML) -> widgets.Widget:  # noqa: ANN401
    """Return the control of a field, showing the saved value and saving every change."""
    if isinstance(field, PlanField):
        return _planner(session, field, value, put)
    if isinstance(field, OrderField):
        return _order(field, value, put)
    if isinstance(field, NumberField):
        return _number(field, value, put, feedback)
    if isinstance(field, ChoiceField):
        known = {option.id for option in field.options}
        control = widgets.RadioButtons(
            options=[(str(option.text), option.id) for option in field.options],
            value=value if value in known else None,
            layout=widgets.Layout(width="100%"),
        )
    else:
        control = widgets.Textarea(value=value or "", rows=3, layout=widgets.Layout(width="100%"))
    control.observe(lambda change: put(change["new"] or None), "value")
    return _labelled(field, control)


def _number(field: NumberField, value: Any, put: Put, feedback: widgets.HTML) -> widgets.Widget:  # noqa: ANN401
    control = widgets.Text(value="" if value is None else f"{value:g}", layout=widgets.Layout(width="10em"))

    def typed(change: dict[str, Any]) -> None:
        number = read_number(change["new"])
        usable = number is not None and field.at_least <= number <= field.at_most
        put(number if usable else None)
        missing = NO_NUMBER.format(read=change["new"].strip(), low=field.at_least, high=field.at_most)
        feedback.value = "" if usable or not change["new"].strip() else _line("hint", missing)

    control.observe(typed, "value")
    return _labelled(field, control)


def read_number(text: str) -> float | int | None:
    """Read a number as people type it: full-width digits, thousands commas, spaces. None if it is none."""
    plain = text.translate(str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")).replace(",", "").strip()
    try:
        number = float(plain)
    except ValueError:
        return None
    if number != number or abs(number) == float("inf"):  # noqa: PLR0124 - NaN is not equal to itself
        return None
    return int(number) if number.is_integer() else number


def _order(field: OrderField, value: Any, put: Put) -> widgets.Widget:  # noqa: ANN401
    options = [(f"— {PICK} —", ""), *((str(option.text), option.id) for option in field.options)]
    known = value if isinstance(value, list) else []
    places = [
        widgets.Dropdown(
            options=options,
            value=known[place] if place < len(known) else "",
            description=f"{place + 1}.",
            layout=widgets.Layout(width="22em", max_width="100%"),
            style={"description_width": "2em"},
        )
        for place in range(len(field.options))
    ]
    for each in places:
        each.observe(lambda _: put([place.value for place in places]), "value")
    return _labelled(field, widgets.VBox(places))


def _planner(session: Session, field: PlanField, value: Any, put: Put) -> widgets.Widget:  # noqa: ANN401
    model = resolve(field.model)
    try:
        plan = read_plan(model, value) if value else model()
    except PlanError:
        plan = model()
    keep: Put = lambda changed: put(changed.model_dump(mode="json"))  # noqa: E731 - one expression, used once
    return resolve(field.planner)(plan, session.facts, keep, accounts=[field.account])


def _labelled(field: AnyField, control: widgets.Widget) -> widgets.VBox:
    return widgets.VBox([widgets.HTML(f"<b>{escape(str(field.label))}</b>"), control])
