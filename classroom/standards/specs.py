"""What a spec owes the learner: both languages whole, a word on every mistake, a hint, and no answer given away."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from classroom.exercise import (
    AnyField,
    Call,
    ChoiceField,
    NumberField,
    OrderField,
    Question,
    Spec,
    SpecError,
    read_spec,
    spec_ids,
    specs_folder,
)
from classroom.outline import outline
from classroom.session import right_answer
from classroom.standards.fault import Fault, here, is_draft, unless_changed
from classroom.standards.texts import pairs
from playbook.facts import sample_facts
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

known = cache(sample_facts)  # the same facts each time, so that what was computed of them is not computed again
PARTS = ("lesson", "exercise", "recall")
Look = tuple[Spec | None, str, str]  # the spec if it can be read, the first place where it is wrong, what is wrong
Asked = tuple[str, str, Question, dict[str, Any]]  # file, place, question, its right answer


def specs_can_be_read() -> Iterator[Fault]:
    """Every spec is read without complaint, and every function that it calls is there and answers."""
    for file, _, (_, place, wrong) in _looked_at():
        if wrong:
            yield Fault(file, place, wrong)


def specs_are_whole_in_both_languages() -> Iterator[Fault]:
    """No text of a spec is empty, and both languages fill in the same `{numbers}`."""
    for file, _, _ in readable_specs():
        for place, pair in pairs(tomllib.loads((course_home() / file).read_text("utf-8"))):
            texts = [str(pair.get(each, "")).strip() for each in LANGUAGES]
            if not all(texts):
                yield Fault(file, place, "lacks its text in one language; write both")
            zh, en = (sorted(set(re.findall(r"\{(\w+)", text))) for text in texts)
            if zh != en:
                yield Fault(file, place, f"fills in {zh} in Chinese and {en} in English; both need the same")


def minutes_are_those_of_the_outline() -> Iterator[Fault]:
    """A spec states the minutes that `outline.toml` states for its exercise."""
    stated = {lesson.id: lesson.exercise_minutes for lesson in outline().every_lesson()}
    for file, name, spec in _specs():
        if spec.exercise and spec.minutes != stated.get(name):
            yield Fault(
                file, "minutes", f"says {spec.minutes}, outline.toml says {stated.get(name)}; measure, write both"
            )


def every_exercise_question_helps() -> Iterator[Fault]:
    """An exercise question has a hint, and every wrong option of a judged choice a message of its own."""
    for file, place, question, right in _judged():
        if place.startswith("exercise.") and not question.hints:
            yield Fault(file, place, "has no hint; write where to look first")
        said = [mistake.text for mistake in question.mistakes]
        if len(set(said)) < len(said):
            yield Fault(file, place, "says the same on two mistakes; say what went wrong in each")
        for name, option in _untold(question, right):
            yield Fault(
                file, f"{place}.fields.{name}", f"has no mistake for the option {option!r}; say why it is wrong"
            )


def no_hint_gives_the_answer() -> Iterator[Fault]:
    """No hint and no mistake's message holds the answer: the number, the right label alone, the labels in order."""
    for file, place, question, right in _judged():
        texts = {f"hints.{number}": hint for number, hint in enumerate(question.hints, start=1)}
        texts |= {f"mistakes.{number}": each.text for number, each in enumerate(question.mistakes, start=1)}
        for where, text in texts.items():
            for language in LANGUAGES:
                said = text.in_language(language)
                if any(gives_away(said, question.fields[name], right[name], language) for name in right):
                    yield Fault(file, f"{place}.{where}.{language}", "holds the answer; say where to look instead")


def gives_away(said: str, field: AnyField, right: Any, language: Language) -> bool:  # noqa: ANN401 - by field
    """Tell whether a text holds the right answer of a field.

    A right label may stand in a text that names all the others too, as when it says what each of them means.
    """
    if isinstance(field, NumberField):
        return bool(re.search(rf"(?<![\d.]){right:.10g}(?!\.?\d)", re.sub(r"(?<=\d),(?=\d{3})", "", said)))
    if not isinstance(field, ChoiceField | OrderField):
        return False
    labels = {option.id: option.text.in_language(language).casefold() for option in field.options}
    if isinstance(field, OrderField):
        return bool(re.search(".*".join(re.escape(labels[each]) for each in right), said.casefold(), re.DOTALL))
    named = _named(list(labels.values()), said.casefold())
    return labels[right] in named and len(named) < len(labels)


def _named(labels: list[str], text: str) -> set[str]:
    """Return the labels that stand in a text; the longest are looked for first, since 支持 stands in 不支持."""
    found = set()
    for label in sorted(labels, key=len, reverse=True):
        if re.search(rf"(?<![a-z]){re.escape(label)}(?![a-z])", text):
            found.add(label)
            text = text.replace(label, " ")
    return found


def _untold(question: Question, right: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, field in question.fields.items():
        if isinstance(field, ChoiceField) and name in right:
            told = [each.when[name] for each in question.mistakes if list(each.when) == [name]]
            covered = {each.value(known()) if isinstance(each, Call) else each for each in told}
            yield from ((name, option.id) for option in field.options if option.id not in covered | {right[name]})


def _judged() -> Iterator[Asked]:
    """Yield every question of the published course that has a right answer."""
    for file, _, spec in _specs():
        for part in PARTS:
            for name, question in getattr(spec, part).items():
                if right := right_answer(question, known()):
                    yield file, f"{part}.{name}", question, right


def readable_specs() -> Iterator[tuple[str, str, Spec]]:
    """Yield every spec with its file and its lesson's id, drafts too; one that cannot be read is told elsewhere."""
    return ((file, name, spec) for file, name, (spec, _, wrong) in _looked_at() if spec and not wrong)


def _looked_at() -> Iterator[tuple[str, str, Look]]:
    for name in spec_ids():
        path = specs_folder() / f"{name}.toml"
        yield here(path), name, _look(path)


@unless_changed
def _look(path: Path) -> Look:
    try:
        spec = read_spec(path)
    except SpecError as error:
        return None, "", str(error)
    return spec, *_uncomputed(spec)


def _uncomputed(spec: Spec) -> tuple[str, str]:
    """Return the first question of which something cannot be computed, and why; two empty texts if all can."""
    for part in PARTS:
        for name, question in getattr(spec, part).items():
            given = [each for mistake in question.mistakes for each in mistake.when.values()]
            try:
                right_answer(question, known())
                question.explained(known())
                for call in given:
                    if isinstance(call, Call):
                        call.value(known())
            except (ImportError, ValueError, TypeError, LookupError, AttributeError) as error:
                return f"{part}.{name}", f"cannot be computed: {error!r}; look at `call` and what it is given"
    return "", ""


def _specs() -> Iterator[tuple[str, str, Spec]]:
    return (spec for spec in readable_specs() if not is_draft(spec[0]))
