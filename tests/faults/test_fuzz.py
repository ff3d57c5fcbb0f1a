"""Ten thousand spoilt answer files: each ends in one row, none raises, none is graded above its sound original."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from classroom.exercise import Call, ChoiceField, NumberField, OrderField, Question, exercise_ids, load_spec
from classroom.gradebook import Item
from playbook.facts import sample_facts
from tests.faults.handed import Cohort
from tests.faults.mutants import Mutant, mutants, sound

Json = Any
Points = dict[tuple[str, bool, str], float]  # of a sound file: exercise, with slips or not, question


@pytest.fixture(scope="module", autouse=True)
def _one_exercise() -> None:
    """Let the course have all its exercises here."""


@pytest.mark.parametrize("many", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_whatever_was_done_to_a_file_it_ends_in_one_row_and_earns_nothing_by_it(tmp_path: Path, many: int) -> None:
    cohort = Cohort(tmp_path)
    made = list(mutants(many))
    sounds = {f"sound{int(slips)}": slips for slips in (False, True)}
    for mutant in made:
        cohort.put(_place(mutant.learner, mutant.exercise), mutant.data)
    for learner, slips in sounds.items():
        for exercise in exercise_ids():
            cohort.put(_place(learner, exercise), sound(exercise, learner, slips=slips))
    learners = sorted({mutant.learner for mutant in made})
    cohort.listed(*learners, *sounds)
    graded = cohort.graded()
    rows, items = graded.rows, graded.items
    assert [(row.learner, row.exercise) for row in rows] == [
        (learner, exercise) for learner in sorted([*learners, *sounds]) for exercise in sorted(exercise_ids())
    ]
    assert all(row.note.zh and row.note.en for row in rows if row.status != "GRADED")
    statuses = Counter(row.status for row in rows if row.learner not in sounds)
    sys.stdout.write(f"{many} spoilt files of {len(learners)} learners: {dict(statuses)}\n")
    assert statuses["ERROR"] == 0
    assert statuses["FIX"] > many / 4  # the ways of spoiling do spoil
    points: Points = {
        (item.exercise, sounds[item.learner], item.question): item.points or 0
        for item in items
        if item.learner in sounds
    }
    assert [item for item in _above(items, made, points) if not _is_right(item, made)] == []


def _place(learner: str, exercise: str) -> str:
    return f"{learner}/{exercise.replace('/', '__')}.json"


def _above(items: Iterable[Item], made: Iterable[Mutant], points: Points) -> list[Item]:
    """Return the items that have more points than the same question of the file they were spoilt from."""
    slips = {(mutant.learner, mutant.exercise): mutant.slips for mutant in made}
    return [
        item
        for item in items
        if (item.learner, item.exercise) in slips
        and (item.points or 0) > points[item.exercise, slips[item.learner, item.exercise], item.question]
    ]


def _is_right(item: Item, made: Iterable[Mutant]) -> bool:
    """Tell whether some file of the learner does hold what makes the item right, as plain JSON reads it."""
    question = load_spec(item.exercise).exercise[item.question]
    files = [_plain(mutant.data) for mutant in made if mutant.learner == item.learner]
    return any(_holds(question, file, item) for file in files if isinstance(file, dict))


def _holds(question: Question, file: dict[str, Json], item: Item) -> bool:
    """Tell whether any judged field of a question has the very value that is right."""
    if file.get("exercise") != item.exercise:
        return False
    tries = [file["answers"].get(item.question, {}), *(each["answer"] for each in file["attempts"][item.question])]
    return any(
        _same(each.get(name), field.expect.value(sample_facts()))
        for name, field in question.fields.items()
        if isinstance(field, NumberField | ChoiceField | OrderField) and isinstance(field.expect, Call)
        for each in tries
    )


def _same(read: Json, right: Json) -> bool:
    return json.dumps(read) == json.dumps(right) or (type(read) is float and read == right)


def _plain(data: bytes) -> Json:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
