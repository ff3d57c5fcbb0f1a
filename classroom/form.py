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
from playbook.posts import back_to_sample, has_own_posts
from playbook.rules import resolve

Put = Callable[[Any], None]
MARKS = {"right": "✓", "partly": "½", "wrong": "✗", "blank": "–", "to_mark": "✎", "error": "!"}
CHECK = Text("检查", "Check")
SAVE = Text("记下", "Note it")
HINT = Text("提示", "Hint")
SOLUTION = Text("看答案", "Solution")
FIRST_TRY = Text("先答一次并点“检查”，再看答案。", "Try once and press Check first; then you can see the solution.")
NO_NUMBER = Text(
    "“{read}”不是 {low:,.0f} 到 {high:,.0f} 之间的数，请填数字。",
    "“{read}” is not a number from {low:,.0f} to {high:,.0f}. Please type a number.",
)
TWICE = Text("“{option}”选了两次，每个只能用一次。", "“{option}” is chosen twice; use each one once.")
POINTS = Text("（{points}/{most} 分）", " ({points} of {most} points)")
OWN = Text(
    "图和计划表显示的是你们自家的数据；正文和题目里的数字仍是示例公司的。",
    "Charts and planner show your own company’s data; the numbers in the text and questions are still the sample’s.",
)
BACK = Text("回到示例公司", "Back to the sample company")
WENT_BACK = Text(
    "已回到示例公司，请点“▶ 运行本页”。自家数据保留在 {path}；要再用，重新运行 playbook read。",
    "Back to the sample company: press “▶ Run page”. Your own data are kept as {path}; "
    "run `playbook read` to use them again.",
)
PICK = Text("请选", "choose")


class Feedback(widgets.HTML):  # type: ignore[misc]  # ipywidgets has no types
    """What is said beneath a question: the verdict, then the hints and the solution as they were asked for.

    `problem` is what keeps an answer from being read (a word where a number is wanted); it goes before a verdict.
    """

    def __init__(self) -> None:
        super().__init__()
        self.problem = ""
        self._verdict = ""
        self._help: list[str] = []

    def judge(self, verdict: str) -> None:
        """Say what came of the answer."""
        self._verdict = verdict
        self._show()

    def doubt(self, problem: str) -> None:
        """Say what keeps the answer from being read, or (empty) that nothing does."""
        if problem or self.problem:
            self.problem, self._verdict = problem, problem
            self._show()

    def help(self, line: str) -> None:
        """Add a hint or the solution beneath; what was said before stays."""
        if line not in self._help:
            self._help.append(line)
            self._show()

    def _show(self) -> None:
        self.value = self._verdict + "".join(self._help)


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
            put = _putter(session, question, name)
            controls.append(_control(session, field, session.answer(question).get(name), put, feedback))
        marked = any(not isinstance(each, TextField) and each.expect for each in asked.fields.values())
        buttons = [_button(CHECK if marked else SAVE, lambda _: _check(session, question, feedback), primary=True)]
        if asked.hints:
            buttons.append(_button(HINT, lambda button: _hint(session, question, feedback, button)))
        if marked:
            buttons.append(_button(SOLUTION, lambda button: _solution(session, question, feedback, button)))
        return widgets.VBox([*controls, widgets.HBox(buttons, layout=widgets.Layout(flex_flow="row wrap"))])

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
    """Open the ungraded questions of a lesson; on own data, say that prose and questions speak of the sample."""
    if has_own_posts():
        display(_own_data())
    return _page(name, "lesson", "")


def _own_data() -> widgets.Widget:
    told = widgets.HTML(_line("hint", OWN))
    back = widgets.Button(description=str(BACK))

    def pressed(_: widgets.Button) -> None:
        kept = back_to_sample()
        back.disabled = True
        told.value = _line("hint", WENT_BACK.format(path=kept))

    back.on_click(pressed)
    return widgets.VBox([told, back])


def _page(name: str, part: Part, answers: str) -> Page:
    return Page(Session(name, part, answers))


def verdict_line(session: Session, question: str) -> str:
    """Return a verdict as one plain line: outcome, points, message."""
    verdict = session.verdict(question)
    points = f"{verdict.points:g}/{session.questions[question].points}"
    return f"{OUTCOMES[verdict.outcome]} · {points} · {verdict.message}".rstrip(" ·")


def said(session: Session, question: str, verdict: Verdict) -> str:
    """Return a verdict as HTML: a mark, the outcome in words with the points, the message."""
    most = session.questions[question].points
    points = (
        POINTS.format(points=f"{verdict.points:g}", most=most) if most and verdict.outcome != "blank" else Text("", "")
    )
    outcome = Text("", "") if verdict.outcome == "to_mark" else OUTCOMES[verdict.outcome] + points + Text("。", ". ")
    message = escape(str(outcome + verdict.message))
    return f'<p class="verdict-{verdict.outcome}" role="status">{MARKS[verdict.outcome]} {message}</p>'


def _check(session: Session, question: str, feedback: Feedback) -> None:
    feedback.judge(feedback.problem or said(session, question, session.check(question)))


def _hint(session: Session, question: str, feedback: Feedback, button: widgets.Button) -> None:
    hint = session.hint(question)
    button.disabled = hint is None
    if hint is not None:
        feedback.help(_line("hint", hint))


def _solution(session: Session, question: str, feedback: Feedback, button: widgets.Button) -> None:
    if session.tried(question):
        button.disabled = True
        feedback.help(_line("solution", SOLUTION + Text("：", ": ") + session.solution(question)))
    else:
        feedback.judge(_line("hint", FIRST_TRY))


def _line(kind: str, text: Text) -> str:
    return f'<p class="verdict-{kind}" role="status">{escape(str(text))}</p>'


def _button(label: Text, pressed: Callable[[widgets.Button], None], *, primary: bool = False) -> widgets.Button:
    button = widgets.Button(description=str(label), button_style="primary" if primary else "")
    button.on_click(pressed)
    return button


def _putter(session: Session, question: str, field: str) -> Put:
    return lambda value: session.change(question, field, value)


def _control(session: Session, field: AnyField, value: Any, put: Put, feedback: Feedback) -> widgets.Widget:  # noqa: ANN401
    """Return the control of a field, showing the saved value and saving every change."""
    if isinstance(field, PlanField):
        return _planner(session, field, value, put)
    if isinstance(field, OrderField):
        return _order(field, value, put, feedback)
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


def _number(field: NumberField, value: Any, put: Put, feedback: Feedback) -> widgets.Widget:  # noqa: ANN401
    control = widgets.Text(value="" if value is None else f"{value:g}", layout=widgets.Layout(width="10em"))

    def typed(change: dict[str, Any]) -> None:
        number = read_number(change["new"])
        usable = number is not None and field.at_least <= number <= field.at_most
        put(number if usable else None)
        missing = NO_NUMBER.format(read=change["new"].strip(), low=field.at_least, high=field.at_most)
        feedback.doubt("" if usable or not change["new"].strip() else _line("hint", missing))

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


def _order(field: OrderField, value: Any, put: Put, feedback: Feedback) -> widgets.Widget:  # noqa: ANN401
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
    labels = {option.id: option.text for option in field.options}

    def chosen(_: object) -> None:
        order = [place.value for place in places]
        put(order)
        twice = next((each for each in order if each and order.count(each) > 1), None)
        feedback.doubt(_line("hint", TWICE.format(option=labels[twice])) if twice else "")

    for each in places:
        each.observe(chosen, "value")
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
