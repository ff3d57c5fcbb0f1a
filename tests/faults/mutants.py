"""Answer files gone wrong: right answers to every exercise, spoilt in a seeded way, byte by byte or value by value."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from classroom.exercise import AnyField, ChoiceField, NumberField, OrderField, exercise_ids, load_spec
from classroom.pages.build import right_answers

Json = Any  # whatever JSON holds
SLIPS = 0.5  # of the files are spoilt from answers that are wrong, so that a mistake in grading could give points
STRANGE: tuple[Json, ...] = (
    None, True, False, 0, -1, 1, 1e300, -0.0, 10**17, 0.1 + 0.2, "", " ", "\u3000", "\u200b", "NaN", "=1+1", "null",
    "\u202ex", "<script>alert(1)</script>", "{{7*7}}", "../../x", "x" * 5000, "９０", "suppоrted", "\ud83d", "\x00",
    "\x1b[2J", "a\nb", [], [[]], {}, {"a": {}}, [None], ["x"] * 60, {"__class__": 1}, {"slots": [{}]},
)  # fmt: skip
NAMES = ("", "a", "typical", "__init__", "learner", "format", "answers", "A b", "x" * 50, "名", "a\u0301", "slots")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt file: whose, for which exercise, of which of the two sound files (right, or with slips), its bytes."""

    learner: str
    exercise: str
    slips: bool
    data: bytes


def mutants(number: int, seed: int = 0) -> Iterator[Mutant]:
    """Yield so many spoilt files, one for each exercise of a learner, and then the next learner's."""
    exercises = exercise_ids()
    for place in range(number):
        chance = random.Random(f"{seed} {place}")  # noqa: S311 - a made-up fault, not a secret
        exercise, learner = exercises[place % len(exercises)], f"{place // len(exercises):05}"
        slips = chance.random() < SLIPS
        file = json.loads(sound(exercise, learner, slips=slips))
        yield Mutant(learner, exercise, slips, chance.choice(WAYS)(file, chance))


def sound(exercise: str, learner: str, *, slips: bool) -> bytes:
    """Return a sound answer file, all right or with slips, and an attempt at each question."""
    return json.dumps(_answers(exercise, slips=slips) | {"learner": learner}, ensure_ascii=False).encode()


@cache
def _answers(exercise: str, *, slips: bool) -> dict[str, Json]:
    file: dict[str, Json] = right_answers(exercise).model_dump(mode="json")
    for name, question in load_spec(exercise).exercise.items():
        answer = file["answers"].setdefault(name, {})
        for field, asked in question.fields.items():
            right = answer.get(field, "晚上读者多，先试三个月。")  # words, which nothing computes
            answer[field] = _slipped(asked, right) if slips else right
    file["attempts"] = {name: [{"answer": answer}] for name, answer in file["answers"].items()}
    return file


def _slipped(field: AnyField, right: Json) -> Json:
    """Return an answer of the right kind that is wrong; plans and texts stay."""
    if isinstance(field, NumberField):
        return min(field.at_most, right + 10 * (field.within + 1))
    if isinstance(field, OrderField):
        return right[::-1]
    if isinstance(field, ChoiceField):
        return next(option.id for option in field.options if option.id != right)
    return right


def _flipped(file: Json, chance: random.Random) -> bytes:
    data = bytearray(_written(file))
    for _ in range(chance.choice((1, 1, 2, 5, 50))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(file: Json, chance: random.Random) -> bytes:
    data = _written(file)
    start = chance.choice((0, 0, chance.randrange(len(data))))
    return data[start : start + chance.randrange(len(data))]


def _pasted(file: Json, chance: random.Random) -> bytes:
    data = _written(file)
    at, other = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:at] + data[other : other + chance.randrange(400)] + data[at:]


def _swapped(file: Json, chance: random.Random) -> bytes:
    """Let two values change places, wherever they are."""
    (one, first), (two, second) = (chance.choice(list(_places(file))) for _ in range(2))
    one[first], two[second] = copy.deepcopy(two[second]), copy.deepcopy(one[first])
    return _written(file)


def _replaced(file: Json, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 3))):
        inside, step = chance.choice(list(_places(file)))
        inside[step] = copy.deepcopy(chance.choice(STRANGE))
    return _written(file)


def _renamed(file: Json, chance: random.Random) -> bytes:
    inside, step = chance.choice([(inside, step) for inside, step in _places(file) if isinstance(inside, dict)])
    inside[chance.choice(NAMES)] = inside.pop(step)
    return _written(file)


def _removed(file: Json, chance: random.Random) -> bytes:
    inside, step = chance.choice(list(_places(file)))
    del inside[step]
    return _written(file)


def _nested(file: Json, chance: random.Random) -> bytes:
    inside, step = chance.choice(list(_places(file)))
    for _ in range(chance.choice((1, 2, 15, 25, 400))):
        inside[step] = chance.choice(([inside[step]], {"a": inside[step]}))
    return _written(file)


def _retyped(file: Json, chance: random.Random) -> bytes:
    """Write a value as another type would have it: 90 as "90", a text as a list, true as 1."""
    inside, step = chance.choice(list(_places(file)))
    value = inside[step]
    inside[step] = chance.choice((str(value), [value], {"value": value}, value == value, len(str(value))))  # noqa: PLR0124
    return _written(file)


def _saved(file: Json, chance: random.Random) -> bytes:
    """Save it as another program would, without changing what it says."""
    text = json.dumps(file, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1, "\t")))
    return text.replace("\n", chance.choice(("\n", "\r\n", "\r"))).encode(
        chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32"))
    )


WAYS: tuple[Callable[[Json, random.Random], bytes], ...] = (
    _flipped, _cut, _pasted, _swapped, _replaced, _replaced, _renamed, _removed, _nested, _retyped, _saved,
)  # fmt: skip


def _places(value: Json) -> Iterator[tuple[Json, Any]]:
    """Yield every place in a value: the group or list, and the name or number within it."""
    steps = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield value, step
        yield from _places(value[step])


def _written(file: Json) -> bytes:
    return json.dumps(file, ensure_ascii=False, allow_nan=True).encode("utf-8", "surrogatepass")
