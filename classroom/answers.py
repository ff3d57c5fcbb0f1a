"""Answer files: read strictly, written whole. A learner's answers are data and nothing else.

One file an exercise, JSON in UTF-8:
`{"format": 1, "exercise": …, "learner": …, "variant": …, "answers": {question: {field: value}}, "attempts": {…}}`
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from playbook.language import Text
from playbook.places import write_safely

LARGEST = 256 * 1024
DEEPEST = 20
ATTEMPTS = 50
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
    format: Literal[1] = 1
    exercise: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}_[a-z_]+/[0-9]{2}_[a-z0-9_]+$")]
    learner: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    variant: Annotated[str, StringConstraints(min_length=1, max_length=80)] = "sample"
    answers: dict[Name, Answer] = Field(default_factory=dict)
    attempts: dict[Name, Annotated[list[Attempt], Field(max_length=ATTEMPTS)]] = Field(default_factory=dict)


def read_answers(path: Path) -> AnswerFile:
    """Read an answer file. Raises AnswerError (the learner can mend it) or OSError."""
    with path.open("rb") as stream:
        return parse_answers(stream.read(LARGEST + 1))


def parse_answers(data: bytes) -> AnswerFile:
    """Read answers from the bytes of a file. Raises AnswerError."""
    value = _json(_text(data))
    if not isinstance(value, dict):
        raise AnswerError(_MESSAGES["not_object"].format(read=_shown(value)))
    try:
        return AnswerFile.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " → ".join(_shown(step) for step in first["loc"])
        raise AnswerError(
            _MESSAGES["wrong_shape"].format(place=place, read=_shown(first.get("input")), wanted=first["msg"])
        ) from error


def write_answers(path: Path, answers: AnswerFile) -> None:
    """Write an answer file, whole or not at all."""
    write_safely(path, json.dumps(answers.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise AnswerError(_MESSAGES["too_large"])
    if not data.strip():
        raise AnswerError(_MESSAGES["empty"])
    kind = next((name for magic, name in _OTHER_FILES.items() if data.startswith(magic)), None)
    if kind:
        raise AnswerError(_MESSAGES["other_file"].format(kind=kind))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerError(_MESSAGES["encoding"].format(place=error.start)) from error
    return text


def _json(text: str) -> Value:
    if _depth(text) > DEEPEST:
        raise AnswerError(_MESSAGES["too_deep"])
    try:
        value = json.loads(
            text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise AnswerError(
            _MESSAGES["not_json"].format(
                line=error.lineno, column=error.colno, read=_shown(text[error.pos : error.pos + 12])
            )
        ) from error
    if re.search(r"[\ud800-\udfff]", text) or _has_bad_text(value):
        raise AnswerError(_MESSAGES["bad_text"])
    return value


def _depth(text: str) -> int:
    """Return how deep brackets nest, outside strings; an upper bound is enough."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    depth = deepest = 0
    for sign in bare:
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    return deepest


def _has_bad_text(value: Value) -> bool:
    if isinstance(value, str):
        return bool(re.search(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]", value))
    if isinstance(value, list):
        return any(_has_bad_text(each) for each in value)
    if isinstance(value, dict):
        return any(_has_bad_text(each) for pair in value.items() for each in pair)
    return False


def _no_duplicates(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    seen = dict(pairs)
    if len(seen) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise AnswerError(_MESSAGES["twice"].format(name=_shown(twice)))
    return seen


def _no_constant(word: str) -> Value:
    raise AnswerError(_MESSAGES["not_finite"].format(read=word))


def _finite(digits: str) -> float:
    if not math.isfinite(float(digits)):
        raise AnswerError(_MESSAGES["not_finite"].format(read=_shown(digits)))
    return float(digits)


def _whole(digits: str) -> int:
    if len(digits) > 18:  # noqa: PLR2004 - more digits than any count has
        raise AnswerError(_MESSAGES["not_finite"].format(read=_shown(digits)))
    return int(digits)


def _shown(value: Value) -> str:
    """Return what was read, short and inert: control characters and direction marks are written out."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=True, default=str)
    safe = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
    return safe if len(safe) <= 60 else safe[:57] + "…"  # noqa: PLR2004 - fits in a cell


_OTHER_FILES = {
    b"PK\x03\x04": Text("压缩包或 Office 文件", "a ZIP or Office file"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Office 文件", "an old Office file"),
    b"%PDF": Text("PDF", "a PDF"),
    b"\x89PNG": Text("图片", "a picture"),
    b"\xff\xd8\xff": Text("图片", "a picture"),
}
_AGAIN = Text("请回到课程首页重新点“交作业”。", "Please press “Hand in” on the first page of the course again.")
_MESSAGES = {
    "empty": Text("文件是空的，多半是没有传完。", "The file is empty; most likely it was not fully sent. ") + _AGAIN,
    "too_large": Text("文件超过 256 KB，不像作业文件。", "The file is larger than 256 KB, which no answer file is. ")
    + _AGAIN,
    "other_file": Text("这是{kind}，不是作业文件。", "This is {kind}, not an answer file. ") + _AGAIN,
    "encoding": Text(
        "第 {place} 个字节不是 UTF-8 文字，文件可能被别的软件另存过。",
        "Byte {place} is not UTF-8 text; another program may have saved the file. ",
    )
    + _AGAIN,
    "too_deep": Text(
        "括号套得太深，不是课程写出的文件。", "Brackets nest too deep; the course did not write this file. "
    )
    + _AGAIN,
    "not_json": Text(
        "第 {line} 行第 {column} 个字符读到 {read}，文件在这里断了或被改过。",
        "Line {line}, character {column} has {read}: the file breaks off or was changed there. ",
    )
    + _AGAIN,
    "twice": Text(
        "“{name}”出现了两次，不知道该用哪个。", "“{name}” stands there twice, and which one counts is unclear. "
    )
    + _AGAIN,
    "not_finite": Text("读到 {read}，这不是一个可用的数。", "It has {read}, which is not a usable number. ") + _AGAIN,
    "bad_text": Text("文字里有不能显示的控制字符。", "The text holds control characters that cannot be shown. ")
    + _AGAIN,
    "not_object": Text(
        "读到 {read}，作业文件应是一组以 {{ 开头的内容。", "It has {read}; an answer file begins with {{. "
    )
    + _AGAIN,
    "wrong_shape": Text(
        "在 {place} 读到 {read}，不合要求（{wanted}）。", "At {place} it has {read}, which will not do ({wanted}). "
    )
    + _AGAIN,
}
