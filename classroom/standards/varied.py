"""What an exercise owes that asks each learner of other data (`varies = true`): all it says holds in every variant."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import signature
from typing import Any

from classroom.answers import Answer
from classroom.exercise import Call, ChoiceField, Mistake, NumberField, OrderField, PlanFault, Question, Spec
from classroom.grading import clean, grade
from classroom.session import right_answer
from classroom.standards.fault import Fault
from classroom.standards.specs import gives_away, known, readable_specs
from classroom.variants import seeds
from playbook.facts import Facts, variant_facts
from playbook.language import LANGUAGES
from playbook.rules import resolve

UNCOMPUTED = (ImportError, ValueError, TypeError, LookupError, AttributeError)
NEAR = 0.02  # of a half: a figure that rounds up or down as one calculates
CLOSER = 3  # more decimals


def varying_specs_hold_in_a_variant() -> Iterator[Fault]:
    """An exercise with `varies = true` holds in the first variant (tests look at all) as it does in the sample."""
    data = variant_facts(seeds()[0])
    for file, _, spec in readable_specs():
        for place, what in unheld(spec, data) if spec.varies else ():
            yield Fault(file, place, f"{what}; mend it, or say `varies = false`")


def unheld(spec: Spec, data: Facts) -> Iterator[tuple[str, str]]:
    """Yield what of an exercise does not hold when it is asked of these data: the place, and what is wrong."""
    for name, question in spec.exercise.items():
        try:
            found = [*_unheld(question, data)]
        except UNCOMPUTED as error:
            found = [f"cannot be computed in a variant: {error!r}"]
        yield from ((f"exercise.{name}", what) for what in found)


def _unheld(question: Question, data: Facts) -> Iterator[str]:
    right, told = right_answer(question, data), right_answer(question, known())
    question.explained(data)
    for name, field in question.fields.items():
        if name not in right:
            continue
        if clean(field, right[name]) is None:
            yield f"{name}: the right answer of a variant is {right[name]!r}, which the field does not take"
        elif isinstance(field, ChoiceField | OrderField) and right[name] != told[name]:
            yield f"{name}: right in a variant is {right[name]!r}, and the words are written for {told[name]!r}"
        elif isinstance(field, NumberField) and isinstance(field.expect, Call) and _is_close(field, field.expect, data):
            yield f"{name}: {right[name]!r} of a variant lies so near a half that rounding decides"
    if right and grade(question, right, data).outcome != "right":
        yield "the right answer of a variant is not judged right"
    yield from _given_away(question, right)
    for place, mistake in enumerate(question.mistakes):
        made = _made(mistake, data)
        if made and _can_be_given(question, made) and grade(question, right | made, data).mistake != place:
            yield f"mistakes.{place + 1}: in a variant it cannot be told from the right answer or another mistake"


def _is_close(field: NumberField, expect: Call, data: Facts) -> bool:
    """Tell whether a figure that is asked for as a whole number lies next to a half."""
    called = resolve(expect.call)
    if field.within or not callable(called) or "decimals" not in signature(called).parameters:
        return False
    exact = expect.model_copy(update={"given": expect.given | {"decimals": CLOSER}}).value(data)
    return abs(float(exact) % 1 - 0.5) < NEAR


def _given_away(question: Question, right: Answer) -> Iterator[str]:
    texts = [*question.hints, *(each.text for each in question.mistakes)]
    for text in texts:
        for language in LANGUAGES:
            said = text.in_language(language)
            if any(gives_away(said, question.fields[name], value, language) for name, value in right.items()):
                yield f"“{said}” holds the answer of a variant"


def _made(mistake: Mistake, data: Facts) -> dict[str, Any]:
    """Return the answer that a mistake is known by; nothing for one that is made in a plan."""
    if any(isinstance(each, PlanFault) for each in mistake.when.values()):
        return {}
    return {name: each.value(data) if isinstance(each, Call) else each for name, each in mistake.when.items()}


def _can_be_given(question: Question, made: Answer) -> bool:
    return all(clean(question.fields[name], value) is not None for name, value in made.items())
