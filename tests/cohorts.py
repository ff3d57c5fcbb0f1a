"""Made-up cohorts: right answers of the course with seeded mistakes, and, in a dirty one, files of every bad kind.

The same seed makes the same files, byte for byte, with the same times.
"""

from __future__ import annotations

import io
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from classroom.answers import AnswerFile
from classroom.exercise import AnyField, ChoiceField, NumberField, OrderField, PlanField, Spec, exercise_ids, load_spec
from classroom.grading import misfit
from classroom.session import right_answer
from classroom.variants import data_for, variant_of

WRONG, BLANK, SKIPPED = 0.25, 0.05, 0.02  # of the questions answered wrongly, left blank; of the exercises left out
FEWER = 0.1  # of the lists in a plan have an entry less
FIRST = 1_700_000_000  # seconds: when the first learner handed in; the next a minute later
NAMES = ("李雷", "韩梅梅", "Li, Lei", "王小明", "=1+1", "欧阳娜娜")
SAID = ("晚上八点看的人多，先试三个月。", "We try it for a month.", "先问同事。", "看数据再定，", "因为读者在晚上。")
Spoil = Callable[[bytes], bytes]
SPOILT: dict[str, tuple[str, Spoil]] = {  # how a file goes bad: its ending, and what becomes of its bytes
    "empty": (".json", lambda _: b""),
    "cut short": (".json", lambda data: data[: len(data) // 2]),
    "GBK": (".json", lambda data: data.decode().replace('"learner": "', '"learner": "学').encode("gbk")),
    "zeros": (".json", lambda data: bytes(len(data))),
    "of another": (".json", lambda data: data.replace(b'"learner": "', b'"learner": "x')),
    "another variant": (".json", lambda data: data.replace(b'"format"', b'"variant": "exam-7", "format"')),
    "not a number": (".json", lambda data: data.replace(b'"format": 1', b'"format": NaN')),
    "Word": (".docx", lambda data: b"PK" + data),
    "a notebook": (".ipynb", lambda data: data),
    "a broken zip": (".zip", lambda data: zipped({"a.json": data})[:-40]),
    "an evil zip": (".zip", lambda data: zipped({"../../a.json": data})),
    "too deep": (".json", lambda _: b"[" * 5000),
}


def make_cohort(folder: Path, learners: int, *, dirty: float = 0.0, seed: int = 0, code: str = "") -> tuple[Path, Path]:
    """Write `learners` hand-ins, half of them zips, `dirty` of the files bad; return the submissions and the roster.

    With a course code, each learner answers for a variant. Few hand in the same plan, as few people would.
    """
    submissions, roster = folder / "submissions", folder / "roster.csv"
    submissions.mkdir(parents=True)
    for number in range(learners):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - a made-up cohort, not a secret
        files = dict(_files(learner_id(number), chance, dirty, code))
        when = FIRST + 60 * number
        if number % 2 and all(name.endswith(".json") for name in files):
            _put(submissions / f"{learner_id(number)}.zip", zipped(files), when)
        else:
            for name, data in files.items():
                _put(submissions / learner_id(number) / name, data, when)
    lines = [f'{learner_id(number)},"{NAMES[number % len(NAMES)]}"' for number in range(learners)]
    roster.write_text("\n".join(["learner,name", *lines, ""]), encoding="utf-8")
    return submissions, roster


def learner_id(number: int) -> str:
    """Return the id of a made-up learner."""
    return f"{number:05}"


def zipped(files: dict[str, bytes]) -> bytes:
    """Pack files, with one time for all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 8, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(learner: str, chance: random.Random, dirty: float, code: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one learner: name, bytes."""
    for exercise in exercise_ids():
        if chance.random() < SKIPPED:
            continue
        data = json.dumps(_sheet(exercise, learner, chance, code), ensure_ascii=False).encode()
        ending = ".json"
        if chance.random() < dirty:
            ending, spoil = SPOILT[chance.choice(list(SPOILT))]
            data = spoil(data)
        yield exercise.replace("/", "__") + ending, data


def _sheet(exercise: str, learner: str, chance: random.Random, code: str) -> dict[str, Any]:
    """Answer an exercise as a learner would: a first attempt that may be wrong, often mended by the second."""
    spec = _spec(exercise)
    variant = variant_of(code, learner, spec)
    asked, right = spec.exercise, _right(exercise, variant)
    answers: dict[str, Any] = {}
    attempts: dict[str, Any] = {}
    for name, question in asked.items():
        if chance.random() < BLANK:
            continue
        answer = {field: _given(question.fields[field], right[name].get(field), chance) for field in question.fields}
        first = {field: _slipped(question.fields[field], value, chance) for field, value in answer.items()}
        tries = [first] if chance.random() < WRONG else []
        answers[name] = first if tries and chance.random() < WRONG else answer
        attempts[name] = [{"answer": each} for each in [*tries, answers[name]]]
    head = {"format": 1, "exercise": exercise, "learner": learner, "variant": variant}
    return head | {"answers": answers, "attempts": attempts}


@cache
def _spec(exercise: str) -> Spec:
    return load_spec(exercise)


@cache
def _right(exercise: str, variant: str) -> dict[str, dict[str, Any]]:
    asked = _spec(exercise).exercise
    answers = {name: right_answer(question, data_for(variant)) for name, question in asked.items()}
    made: dict[str, dict[str, Any]] = AnswerFile(exercise=exercise, learner="0", answers=answers).model_dump(
        mode="json"
    )["answers"]
    return made


def _given(field: AnyField, right: Any, chance: random.Random) -> Any:  # noqa: ANN401 - each field has its type
    """Return a right answer; words, and what a plan says in words, are each learner's own."""
    if field.kind == "text":
        return chance.choice(SAID) + (str(chance.randrange(100)) if chance.random() < WRONG else "")
    if isinstance(field, PlanField):
        planned = _planned(right, chance)
        return right if misfit(field, planned) else planned  # of a few plans the planner sets every entry
    return right


def _planned(plan: Any, chance: random.Random) -> Any:  # noqa: ANN401
    """Plan as somebody else would: entries in another order, now and then one fewer, sentences in other words."""
    if isinstance(plan, dict):
        return {name: _planned(value, chance) for name, value in plan.items()}
    if isinstance(plan, list):
        planned = [_planned(value, chance) for value in plan]
        if len(planned) > 1 and isinstance(planned[0], dict):
            chance.shuffle(planned)
            del planned[len(planned) - (chance.random() < FEWER) :]
        return planned
    if isinstance(plan, str) and plan.endswith(("。", ".", "？")):
        return f"{plan}（{chance.randrange(1_000_000)}）"
    return plan


def _slipped(field: AnyField, value: Any, chance: random.Random) -> Any:  # noqa: ANN401
    """Return an answer that is wrong, of the right kind."""
    if isinstance(field, NumberField):
        return min(field.at_most, value + chance.choice((1, 2, 5, 10, 30, 100)))
    if isinstance(field, ChoiceField):
        return chance.choice([option.id for option in field.options if option.id != value])
    if isinstance(field, OrderField):
        return chance.sample(value, len(value))
    if isinstance(field, PlanField):
        longest = max((name for name in value if isinstance(value[name], list)), key=lambda name: len(value[name]))
        return value | {longest: value[longest][: chance.randrange(len(value[longest]) or 1)]}
    return value


def _put(path: Path, data: bytes, when: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (when, when))
