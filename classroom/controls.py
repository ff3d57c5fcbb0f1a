"""The controls of a question's fields, one kind each, and what is said beneath them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from classroom.exercise import AnyField, ChoiceField, NumberField, OrderField, PlanField
from playbook.controls import FITTING
from playbook.facts import Facts
from playbook.language import Text
from playbook.planners import Asked, Desk
from playbook.plans import PlanError, read_plan
from playbook.rules import resolve

Put = Callable[[Any], None]
NO_NUMBER = Text(
    "“{read}”不是 {low:,.0f} 到 {high:,.0f} 之间的数，请填数字。",
    "“{read}” is not a number from {low:,.0f} to {high:,.0f}. Please type a number.",
)
WORDS_IN_IT = Text("“{read}”里有字，只填数字。", "Digits only, please: “{read}” has words in it.")
TWICE = Text("“{option}”选了两次，每个只能用一次。", "“{option}” is chosen twice; use each one once.")
UNITS = "%％条倍"  # what people type after a number
PICK = Text("请选", "choose")


class Feedback(widgets.HTML):  # type: ignore[misc]  # ipywidgets has no types
    """What is said beneath a question: the verdict, then the hints and the solution as they were asked for.

    `problem` is what keeps an answer from being read (a word where a number is wanted); it goes before a verdict.
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: dict[str, str] = {}  # by field
        self._verdict = ""
        self._help: list[str] = []

    def judge(self, verdict: str) -> None:
        """Say what came of the answer."""
        self._verdict = verdict
        self._show()

    @property
    def problem(self) -> str:
        """Return what keeps an answer from being read, of every field of which something does."""
        return "".join(self._problems.values())

    def doubt(self, field: str, problem: str) -> None:
        """Say what keeps a field from being read, or (empty) that nothing does; other fields keep their own."""
        before = self.problem
        self._problems.pop(field, None)
        if problem:
            self._problems[field] = problem
        if self.problem or before:
            self._verdict = self.problem
            self._show()

    def help(self, line: str) -> None:
        """Add a hint or the solution beneath; what was said before stays."""
        if line not in self._help:
            self._help.append(line)
            self._show()

    def _show(self) -> None:
        self.value = self._verdict + "".join(self._help)


def line(kind: str, text: Text) -> str:
    """Return one line of what is said, escaped; `kind` is what its style goes by."""
    return f'<p class="verdict-{kind}" role="status">{escape(str(text))}</p>'


def control(facts: Facts, field: AnyField, value: Any, put: Put, feedback: Feedback) -> widgets.Widget:  # noqa: ANN401
    """Return the control of a field, showing the saved value and saving every change."""
    if isinstance(field, PlanField):
        return _planner(facts, field, value, put)
    if isinstance(field, OrderField):
        return _order(field, value, put, feedback)
    if isinstance(field, NumberField):
        return _number(field, value, put, feedback)
    if isinstance(field, ChoiceField):
        known = {option.id for option in field.options}
        shown = widgets.RadioButtons(
            options=[(str(option.text), option.id) for option in field.options],
            value=value if value in known else None,
            layout=widgets.Layout(width="100%"),
        )
    else:
        shown = widgets.Textarea(value=value or "", rows=3, layout=widgets.Layout(width="auto"))
    shown.observe(lambda change: put(change["new"] or None), "value")
    return _labelled(field, shown)


def _number(field: NumberField, value: Any, put: Put, feedback: Feedback) -> widgets.Widget:  # noqa: ANN401
    control = widgets.Text(value="" if value is None else f"{value:.10g}", layout=widgets.Layout(width="10em"))

    def typed(change: dict[str, Any]) -> None:
        number = read_number(change["new"])
        usable = number is not None and field.at_least <= number <= field.at_most
        put(number if usable else None)
        typed_in = change["new"].strip()
        wordy = number is None and any(sign.isdigit() for sign in typed_in) and any(sign.isalpha() for sign in typed_in)
        missing = WORDS_IN_IT if wordy else NO_NUMBER
        said = missing.format(read=typed_in, low=field.at_least, high=field.at_most)
        feedback.doubt(str(field.label), "" if usable or not typed_in else line("hint", said))

    control.observe(typed, "value")
    return _labelled(field, control)


def read_number(text: str) -> float | int | None:
    """Read a number as people type it: full-width digits, thousands commas, spaces, a unit after it. None if none."""
    plain = text.translate(str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")).replace(",", "").strip()
    plain = plain.rstrip(UNITS).rstrip()
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
            layout=widgets.Layout(width="22em", max_width=FITTING),
            style={"description_width": "2em"},
        )
        for place in range(len(field.options))
    ]
    labels = {option.id: option.text for option in field.options}

    def chosen(_: object) -> None:
        order = [place.value for place in places]
        put(order)
        twice = next((each for each in order if each and order.count(each) > 1), None)
        feedback.doubt(str(field.label), line("hint", TWICE.format(option=labels[twice])) if twice else "")

    for each in places:
        each.observe(chosen, "value")
    return _labelled(field, widgets.VBox(places))


def _planner(facts: Facts, field: PlanField, value: Any, put: Put) -> widgets.Widget:  # noqa: ANN401
    model = resolve(field.model)
    first = read_plan(model, field.begin.value(facts)) if field.begin else model()
    try:
        plan = read_plan(model, value) if value else first
    except PlanError:
        plan = first
    keep: Put = lambda changed: put(changed.model_dump(mode="json"))  # noqa: E731 - one expression, used once
    return resolve(field.planner)(Desk(plan, keep), facts, Asked((field.account,), field.at_least, field.stances))


def _labelled(field: AnyField, control: widgets.Widget) -> widgets.VBox:
    return widgets.VBox([widgets.HTML(f"<b>{escape(str(field.label))}</b>"), control])
