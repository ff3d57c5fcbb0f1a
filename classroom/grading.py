"""One pure function: a question, an answer and the data in, a verdict out. It prints, reads and asks nothing.

The page, the command line and every test call `grade`, so they agree.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatchcase
from itertools import takewhile
from typing import Any, Literal

from classroom import refusals
from classroom.answers import Answer, AnswerFile, Attempt
from classroom.exercise import (
    AnyField,
    Call,
    ChoiceField,
    Mistake,
    NumberField,
    OrderField,
    PlanFault,
    PlanField,
    Question,
    TextField,
)
from playbook.facts import Facts
from playbook.language import LANGUAGES, Text, join
from playbook.plans import PlanError, read_plan
from playbook.rules import Finding, resolve
from playbook.shown import cut

LONGEST_WHY = 120  # characters of what is wrong with a plan, which may quote the whole of it
Outcome = Literal["right", "partly", "wrong", "blank", "to_mark", "error"]
OUTCOMES: dict[Outcome, Text] = {
    "right": Text("对", "Right"),
    "partly": Text("对了一部分", "Partly right"),
    "wrong": Text("不对", "Not right"),
    "blank": Text("还没有作答", "Not answered yet"),
    "to_mark": Text("已记下", "Noted"),
    "error": Text("批改出错", "The check failed"),
}
_UNLISTED = Text(
    "回到题目和图表，一步一步核对。可以点“提示”。",
    "Go back to the question and its chart or table, and check each step. A hint can help.",
)
_STILL = Text("还缺：{fields}。", "Still missing: {fields}.")
_TO_MARK = Text("由老师批阅。", "Your instructor marks this one.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of an answer; `message` says what to change, `mistake` which listed mistake was made, from 0."""

    outcome: Outcome
    points: float
    message: Text
    mistake: int | None = None


def grade(question: Question, answer: Answer, data: Facts) -> Verdict:
    """Judge one answer. Raises what a checker raises: a caller that grades many isolates it as `error`."""
    values = {name: clean(field, answer.get(name)) for name, field in question.fields.items()}
    missing = [field.label for name, field in question.fields.items() if values[name] is None]
    if missing:
        some = len(missing) < len(values)
        return Verdict("blank", 0, _STILL.format(fields=join(missing)) if some else Text("", ""))
    judged = {name: field for name, field in question.fields.items() if not _unmarked(field)}
    if not judged:
        return Verdict("to_mark", 0, _TO_MARK if question.points else question.explained(data))
    found = {name: _found(field, values[name], data) for name, field in judged.items()}
    wrong = {name: found[name] for name, field in judged.items() if not _is_right(field, found[name], data)}
    if not wrong:
        return Verdict("right", question.points, question.explained(data))
    share = Decimal(len(judged) - len(wrong)) / len(judged)
    points = float((question.points * share).quantize(Decimal("0.1"), ROUND_HALF_UP))
    made = _mistake(question, wrong, data)
    message = _UNLISTED if made is None else question.mistakes[made].text
    return Verdict("partly" if share else "wrong", points, message, made)


def counted(question: Question, answer: Answer, attempts: list[Attempt]) -> Answer:
    """Return the answer that points are given for: the last attempt before the solution was seen.

    Without attempts it is the answer; when every attempt came after the solution, nothing was answered unaided. Words
    count as they stand, since nothing is checked in them that one would ask for again, until the solution was seen.
    """
    if not attempts:
        return answer
    unaided = list(takewhile(lambda attempt: not attempt.solution_seen, attempts))
    given = unaided[-1].answer if unaided else {}
    if len(unaided) < len(attempts):
        return given
    words = {name for name, field in question.fields.items() if isinstance(field, TextField)}
    return {name: value for name, value in given.items() if name not in words} | {
        name: value for name, value in answer.items() if name in words
    }


def counted_in(answers: AnswerFile, name: str, question: Question) -> Answer:
    """Return the answer to a question of a file, by its name, that points are given for; {} where there is none."""
    return counted(question, answers.answers.get(name, {}), answers.attempts.get(name, []))


def clean(field: AnyField, value: Any) -> Any:  # noqa: ANN401 - the field says which type
    """Return a field's value as that kind of field holds it, or None where it is blank or of another kind."""
    if isinstance(field, NumberField):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if is_number and field.at_least <= value <= field.at_most else None
    if isinstance(field, OrderField):
        known = {option.id for option in field.options}
        whole = isinstance(value, list) and all(isinstance(each, str) for each in value) and set(value) == known
        return value if whole and len(value) == len(known) else None
    if isinstance(field, ChoiceField):
        return value if isinstance(value, str) and value in {option.id for option in field.options} else None
    if isinstance(field, PlanField):
        return value if isinstance(value, dict) and _is_begun(value) else None
    return value.strip() if isinstance(value, str) and _says_something(value) and len(value) <= field.longest else None


def misfit(field: AnyField, value: Any) -> Text | None:  # noqa: ANN401
    """Return what is wanted where a value is none that the field's control can have saved; None where it can."""
    if value is None or _half_filled(field, value):
        return None
    if isinstance(field, PlanField):
        return _plan_misfit(field, value)
    if clean(field, value) is not None:
        return None
    if isinstance(field, NumberField):
        return refusals.WANTED_IN["number"].format(low=field.at_least, high=field.at_most)
    if isinstance(field, TextField):
        return refusals.WANTED_IN["text"].format(longest=field.longest)
    return refusals.WANTED_IN[field.kind].format(known=", ".join(option.id for option in field.options))


def _half_filled(field: AnyField, value: Any) -> bool:  # noqa: ANN401
    """Tell whether a control was begun and not finished, which is no fault: it counts as blank."""
    if isinstance(field, OrderField):
        known = ["", *(option.id for option in field.options)]  # a place not chosen yet is saved as ""
        return isinstance(value, list) and len(value) < len(known) and all(each in known for each in value)
    if isinstance(field, PlanField):
        return bool(value == {})
    return isinstance(field, TextField) and isinstance(value, str) and not _says_something(value)


def _plan_misfit(field: PlanField, value: Any) -> Text | None:  # noqa: ANN401
    if not isinstance(value, dict):
        return refusals.WANTED_IN["plan"]
    try:
        read_plan(resolve(field.model), value)
    except PlanError as error:
        why = Text(*(cut(error.args[0].in_language(each), LONGEST_WHY) for each in LANGUAGES))
        return refusals.WANTED_IN["unreadable"].format(why=why)
    return None


def _says_something(text: str) -> bool:
    """Tell whether anything in a text can be seen: not only spaces and zero-width signs."""
    return any(not sign.isspace() and unicodedata.category(sign) != "Cf" for sign in text)


def _found(field: AnyField, value: Any, data: Facts) -> Any:  # noqa: ANN401
    """Return what a field's (clean) value is judged by: itself, or what is wrong with a plan, reviewed this once."""
    return _plan_faults(field, value, data) if isinstance(field, PlanField) else value


def _is_right(field: AnyField, found: Any, data: Facts) -> bool:  # noqa: ANN401
    """Tell whether what was found in a field is right."""
    if isinstance(field, PlanField):
        return not found
    if isinstance(field, TextField) or field.expect is None:
        return False  # nothing to hold it against
    return _same(field, found, field.expect.value(data))


def _is_begun(plan: dict[str, Any]) -> bool:
    """Tell whether anything is planned: stances and reasons alone are no plan yet."""
    return any(_holds_something(part) for part in plan.values())


def _holds_something(part: Any) -> bool:  # noqa: ANN401 - whatever a part of a plan is written as
    """Tell whether a part has rows or words, or is a section with rows in it (the words of a watch)."""
    if isinstance(part, dict):
        return any(isinstance(each, list) and each for each in part.values())
    return isinstance(part, list | str) and bool(part)


def _unmarked(field: AnyField) -> bool:
    return isinstance(field, TextField) or field.expect is None


def _same(field: AnyField, value: Any, other: Any) -> bool:  # noqa: ANN401
    if isinstance(field, NumberField):
        return abs(Decimal(str(value)) - Decimal(str(other))) <= Decimal(str(field.within))
    return bool(value == other)


def _mistake(question: Question, wrong: dict[str, Any], data: Facts) -> int | None:
    """Return the place of the first listed mistake that was made, or None if nobody listed it."""
    listed = enumerate(question.mistakes)
    return next((place for place, each in listed if _applies(each, question, wrong, data)), None)


def _applies(mistake: Mistake, question: Question, wrong: dict[str, Any], data: Facts) -> bool:
    return all(
        name in wrong and _matches(question.fields[name], wrong[name], wanted, data)
        for name, wanted in mistake.when.items()
    )


def _matches(field: AnyField, found: Any, wanted: Any, data: Facts) -> bool:  # noqa: ANN401
    if isinstance(wanted, PlanFault) and isinstance(field, PlanField):
        named = {"too_few": wanted.too_few, "undecided": wanted.undecided}
        return any(fnmatchcase(fault, wanted.finds or "") for fault in found) or any(
            name in found for name, asked in named.items() if asked
        )
    return _same(field, found, wanted.value(data) if isinstance(wanted, Call) else wanted)


def _plan_faults(field: PlanField, value: dict[str, Any], data: Facts) -> set[str]:
    """Return what is wrong with a plan: the rules its review names, `too_few`, and `undecided` stances."""
    try:
        plan = read_plan(resolve(field.model), value)
    except PlanError:
        return {"unreadable"}
    findings: list[Finding] = resolve(field.review)(plan, field.account, data)
    few = {"too_few"} if plan.entries(field.account) < field.at_least else set()
    undecided = {"undecided"} if any(plan.position(topic) is None for topic in field.stances) else set()
    return {finding.rule for finding in findings} | few | undecided
