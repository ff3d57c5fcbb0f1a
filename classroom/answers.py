"""Answer files: read strictly, written whole. A learner's answers are data and nothing else.

One file an exercise, JSON in UTF-8:
`{"format": 1, "exercise": …, "learner": …, "variant": …, "answers": {question: {field: value}}, "attempts": {…}}`
"""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from classroom import refusals
from classroom.outline import LESSON
from playbook.language import Text
from playbook.places import write_safely
from playbook.shown import cut

LARGEST = 256 * 1024  # bytes; real files have a few thousand
DEEPEST = 20
ATTEMPTS = 50
# Control characters; and lone surrogates, which break every file they are written to.
CANNOT_SHOW = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")
MAY_NOT_SHOW = re.compile(rf"{CANNOT_SHOW.pattern}|\\[ubf]")  # in JSON, which may have them as escapes
SHOWN = 60  # characters of what was read that a message repeats
BRACKET = re.compile(r"[\[\]{}]")
Value = Any  # text, number, list or plan; each field of the spec says which
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,40}$")]
Answer = dict[Name, Value]


class AnswerError(ValueError):
    """An answer file that cannot be used; `args[0]` is a Text: where, what was read, what is wanted, what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


class Attempt(BaseModel):
    """What was answered when the learner asked for a check, and what help had been seen by then."""

    model_config = ConfigDict(extra="forbid", strict=True)
    answer: Answer
    hints: int = Field(default=0, ge=0, le=50)
    solution_seen: bool = False


class AnswerFile(BaseModel):
    """All answers of one learner to one exercise."""

    model_config = ConfigDict(extra="forbid", strict=True)
    format: int = Field(default=1, ge=1, le=1)  # Literal[1] would take true and 1.0
    exercise: Annotated[str, StringConstraints(pattern=LESSON)]
    learner: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    variant: Annotated[str, StringConstraints(min_length=1, max_length=80)] = "sample"
    answers: dict[Name, Answer] = Field(default_factory=dict)
    attempts: dict[Name, Annotated[list[Attempt], Field(max_length=ATTEMPTS)]] = Field(default_factory=dict)


def read_answers(path: Path) -> AnswerFile:
    """Read an answer file. Raises AnswerError (the learner can mend it) or OSError."""
    with path.open("rb") as stream:
        return parse_answers(stream.read(LARGEST + 1))


def parse_answers(data: bytes) -> AnswerFile:
    """Read answers from the bytes of a file. Raises AnswerError and nothing else, whatever the bytes."""
    text = _text(data)
    value = _json(text)
    if not isinstance(value, dict):
        raise _refused(refusals.NOT_OBJECT, read=shown(value))
    if "nbformat" in value:
        raise _refused(refusals.OTHER_FILE, kind=refusals.NOTEBOOK)
    if MAY_NOT_SHOW.search(text) and (
        bad := next((at for at, words in _texts(value) if CANNOT_SHOW.search(words)), None)
    ):
        raise _refused(refusals.BAD_TEXT, place=_place(bad))
    try:
        return AnswerFile.model_validate(value)
    except ValidationError as error:
        raise _misshapen(error) from error


def write_answers(path: Path, answers: AnswerFile) -> None:
    """Write an answer file, whole or not at all."""
    write_safely(path, json.dumps(answers.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")


def shown(value: Value) -> str:
    """Return a value as JSON writes it, short and inert: `"90"` is a text and `90` a number."""
    return cut(json.dumps(value, ensure_ascii=False), SHOWN)


def nearest(read: str, known: Iterable[str]) -> Text:
    """Return ` (did you mean …?)` for a misspelt word, or nothing where no known word comes near."""
    close = get_close_matches(read, list(known), n=1, cutoff=0.5)
    return refusals.MEANT.format(close=close[0]) if close else Text("", "")


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise _refused(refusals.TOO_LARGE)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):  # a sync cut short leaves zeros
        raise _refused(refusals.EMPTY)
    kind = next((name for magic, name in refusals.FIRST_BYTES.items() if data.startswith(magic)), None)
    if kind:
        raise _refused(refusals.OTHER_FILE, kind=kind)
    if (place := data[:4].find(0)) >= 0:  # no text begins so, but UTF-16 and UTF-32 without a mark do
        raise _refused(refusals.ENCODING, place=place + 1, encoding=_encoding(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":  # cut in the middle of a character
            before = data[: error.start].decode("utf-8-sig")
            where = {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}
            raise _refused(refusals.CUT_OFF, **where) from error
        raise _refused(refusals.ENCODING, place=error.start + 1, encoding=_encoding(data)) from error


def _encoding(data: bytes) -> Text:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return refusals.UTF_32
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 0 in data[:4]:
        return refusals.UTF_16
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return refusals.NO_ENCODING
    return refusals.GBK


def _json(text: str) -> Value:
    if _depth(text) > DEEPEST:
        raise _refused(refusals.TOO_DEEP)
    try:
        return json.loads(
            text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise _no_json(text, error) from error


def _no_json(text: str, error: json.JSONDecodeError) -> AnswerError:
    where = {"line": error.lineno, "column": error.colno}
    sign = text[error.pos : error.pos + 1]
    if wanted := refusals.FULL_WIDTH.get(sign):
        return _refused(refusals.WIDE_SIGN, read=sign, wanted=wanted, **where)
    if not sign or error.msg.startswith("Unterminated"):  # in the middle of a text
        return _refused(refusals.CUT_OFF, **where)
    return _refused(refusals.NOT_JSON, read=cut(text[error.pos : error.pos + 12], SHOWN), **where)


def _depth(text: str) -> int:
    """Return how deep brackets nest, outside strings; an upper bound is enough."""
    # Every quote starts a match, closed or not: a hostile file must not make this search again and again.
    bare = re.sub(r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?', "", text, flags=re.DOTALL)
    depth = deepest = 0
    for sign in BRACKET.findall(bare):
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    return deepest


def _texts(value: Value, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text in a value, names included, with the way to it."""
    if isinstance(value, str):
        yield steps, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        if isinstance(step, str):
            yield (*steps, step), step
        yield from _texts(each, (*steps, step))


def _place(steps: Iterable[str | int]) -> str:
    """Return the way to a value in words: `attempts → typical → 1`; places in a list count from 1."""
    words = [str(step + 1) if isinstance(step, int) else cut(step, SHOWN) for step in steps if step != "[key]"]
    return " → ".join(words)


def _refused(why: Text, **values: object) -> AnswerError:
    return AnswerError(why.format(**values) + refusals.AGAIN)


def _misshapen(error: ValidationError) -> AnswerError:
    first = error.errors(include_url=False)[0]
    kind, steps, read = first["type"], first["loc"], first.get("input")
    place, last = _place(steps), str(steps[-1])
    if kind == "missing":
        return _refused(refusals.MISSING, place=place)
    if kind == "extra_forbidden":
        known = Attempt.model_fields if len(steps) > 1 else AnswerFile.model_fields
        return _refused(refusals.UNKNOWN, place=place, nearest=nearest(last, known))
    if steps == ("format",):
        return _refused(refusals.VERSION, read=shown(read))
    wanted = refusals.WANTED.get(kind, refusals.FITTING)
    if steps == ("exercise",) and isinstance(read, str):
        wanted = refusals.EXERCISE
    wanted = wanted.format(**first.get("ctx", {}))
    return _refused(refusals.WRONG_SHAPE, place=place, read=shown(read), wanted=wanted)


def _no_duplicates(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    seen: dict[str, Value] = {}
    for name, value in pairs:
        if name in seen:
            raise _refused(refusals.TWICE, name=cut(name, SHOWN))
        seen[name] = value
    return seen


def _no_constant(word: str) -> Value:
    raise _refused(refusals.NOT_FINITE, read=word)


def _finite(digits: str) -> float:
    if not math.isfinite(float(digits)):
        raise _refused(refusals.NOT_FINITE, read=cut(digits, SHOWN))
    return float(digits)


def _whole(digits: str) -> int:
    if len(digits) > 18:  # noqa: PLR2004 - more digits than any count has
        raise _refused(refusals.NOT_FINITE, read=cut(digits, SHOWN))
    return int(digits)
