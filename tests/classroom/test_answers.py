"""Answer files are read strictly: whatever the bytes, they are answers or are refused with what to do."""

from __future__ import annotations

import json
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.answers import LARGEST, AnswerError, AnswerFile, Attempt, parse_answers, read_answers, write_answers
from playbook.language import Text

EXERCISE = "05_timing/01_find_our_hours"
GOOD: dict[str, Any] = {
    "format": 1,
    "exercise": EXERCISE,
    "learner": "0012",
    "variant": "sample",
    "answers": {"typical": {"reactions": 145}},
    "attempts": {"typical": [{"answer": {"reactions": 90}, "hints": 1, "solution_seen": False}]},
}


def written(**changed: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(GOOD | changed, ensure_ascii=False).encode()


def refusal(data: bytes) -> Text:
    with pytest.raises(AnswerError) as caught:
        parse_answers(data)
    said: Text = caught.value.args[0]
    return said


def test_a_written_file_is_read_back_equal(tmp_path: Path) -> None:
    answers = AnswerFile.model_validate(GOOD)
    write_answers(tmp_path / "a.json", answers)
    assert read_answers(tmp_path / "a.json") == answers


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + written(),
        written().replace(b", ", b",\r\n"),
        written().replace(b", ", b",\r"),
        written(learner="张三\u2028\u0085"),
        written(learner="👩‍🔬"),
        json.dumps(GOOD).encode(),
        json.dumps({key: GOOD[key] for key in ("exercise", "learner")}).encode(),
    ],
    ids=["BOM", "CR LF", "CR", "other line ends", "emoji", "escaped", "the least there can be"],
)
def test_what_editors_and_systems_vary_is_accepted(data: bytes) -> None:
    assert parse_answers(data).exercise == EXERCISE


DEEP = b'{"a":' * 21 + b"1" + b"}" * 21
REFUSED: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "文件是空的", "is empty"),
    "spaces": (b" \r\n\t ", "文件是空的", "is empty"),
    "a BOM alone": (b"\xef\xbb\xbf", "文件是空的", "is empty"),
    "zeros of a sync cut short": (b"\x00" * 900, "文件是空的", "is empty"),
    "more than 256 KB": (written(learner="x" * LARGEST), "超过 256 KB", "larger than 256 KB"),
    "Word or ZIP": (b"PK\x03\x04rest", "压缩包或 Office 文件", "a ZIP or Office file"),
    "an empty ZIP": (b"PK\x05\x06" + b"\x00" * 18, "压缩包或 Office 文件", "a ZIP or Office file"),
    "old Word": (b"\xd0\xcf\x11\xe0rest", "旧版 Office 文件", "an old Office file"),
    "PDF": (b"%PDF-1.7", "PDF", "a PDF"),
    "PNG": (b"\x89PNG\r\n", "图片", "a picture"),
    "JPEG": (b"\xff\xd8\xff\xe0", "图片", "a picture"),
    "RAR": (b"Rar!\x1a\x07", "zip 以外的压缩包", "an archive, but no zip"),
    "a notebook": (json.dumps({"cells": [], "nbformat": 4}).encode(), "一页笔记本", "a notebook"),
    "GBK": (
        '{"答案": "你好，世界"}'.encode("gbk"),
        "第 3 个字节不是 UTF-8 文字（像是 GBK",
        "Byte 3 is not UTF-8 text (it seems to be GBK",
    ),
    "UTF-16": ('{"a": 1}'.encode("utf-16"), "UTF-16", "UTF-16"),
    "no encoding": (b'{"a": "\xff\xff"}', "认不出是哪一种编码", "in no encoding we know"),
    "a raw lone surrogate": (b'{"a": "\xed\xa0\xbd"}', "第 8 个字节", "Byte 8"),
    "no JSON": (b"{\n 'a': 1}", "第 2 行第 2 个字符读到 'a': 1}", "Line 2, character 2 has 'a': 1}"),
    "a comma too many": (b'{"a": 1\n,}', "第 2 行第", "Line 2, character"),  # Python 3.13 points one character earlier
    "a comment": (b'{"a": 1} // mine', "第 1 行第 10 个字符", "Line 1, character 10"),
    "half a file": (written()[:60], "第 1 行", "Line 1"),
    "cut after a value": (b'{"a":1', "读到 文件的结尾", "has the end of the file"),
    "a full-width colon": ('{"a"：1}'.encode(), "读到 ：1}", "has ：1}"),
    "a raw NUL in a text": (b'{"a": "x\x00y"}', r"\x00y", r"\x00y"),
    "an escaped NUL": (
        written(learner="a\x00b"),
        "learner 的文字里有不能显示的控制字符",
        "text at learner holds control",
    ),
    "an escape sequence": (written(learner="\x1b[2J"), "learner 的文字里有", "text at learner holds"),
    "a lone surrogate": (
        written(learner="X").replace(b'"X"', b'"\\ud83d"'),
        "learner 的文字里有",
        "text at learner holds",
    ),
    "control signs in a name": (written(answers={"a\x07": {}}), r"answers → a\x07", r"answers → a\x07"),
    "a name twice": (b'{"format": 1, "format": 1}', "“format”出现了两次", "“format” stands there twice"),
    "a question twice": (b'{"answers": {"q": {}, "q": {}}}', "“q”出现了两次", "“q” stands there twice"),
    "NaN": (b'{"a": NaN}', "读到 NaN", "has NaN, which is not a usable number"),
    "infinity": (b'{"a": -Infinity}', "读到 -Infinity", "has -Infinity"),
    "1e999": (b'{"a": 1e999}', "读到 1e999", "has 1e999"),
    "5,000 digits": (
        b'{"a": ' + b"7" * 5000 + b"}",
        "7777…，这不是一个可用的数",
        "7777…, which is not a usable number",
    ),
    "too deep": (DEEP, "括号套得太深", "Brackets nest too deep"),
    "far too deep": (b"[" * 100_000, "括号套得太深", "Brackets nest too deep"),
    "a list": (b"[1, 2]", "读到 [1, 2]，作业文件应是", "It has [1, 2]; an answer file begins with {"),
    "a text": (b'"\\u0000"', r'读到 "\u0000"', r'It has "\u0000"'),
    "null": (b"null", "读到 null", "It has null"),
    "an unknown key": (
        written(lerner=1),
        "不认识 lerner（是不是 learner？）",
        "lerner is not known (did you mean learner?)",
    ),
    "an unknown key of no likeness": (written(zzz=1), "不认识 zzz，", "zzz is not known;"),
    "an unknown key of an attempt": (
        written(attempts={"q": [{"answer": {}, "hint": 1}]}),
        "不认识 attempts → q → 1 → hint（是不是 hints？）",
        "attempts → q → 1 → hint is not known (did you mean hints?)",
    ),
    "no learner": (b'{"exercise": "05_timing/01_find_our_hours"}', "缺少 learner", "learner is missing"),
    "another format": (written(format=2), "文件格式是 2，这里读的是 1", "has format 2; format 1 is wanted"),
    "format true": (written(format=True), "文件格式是 true", "has format true"),
    "format 1.0": (written(format=1.0), "文件格式是 1.0", "has format 1.0"),
    "an exercise that is a path": (
        written(exercise="../../etc"),
        '读到 "../../etc"，应为：05_timing',
        'has "../../etc"; wanted: an exercise such as 05_timing',
    ),
    "an exercise that is a number": (written(exercise=5), "读到 5，应为：文字", "has 5; wanted: a text"),
    "a learner that is a number": (
        written(learner=12),
        "在 learner 读到 12，应为：文字",
        "At learner it has 12; wanted: a text",
    ),
    "a learner without letters": (
        written(learner=""),
        '在 learner 读到 ""，应为：至少 1 个字',
        "wanted: at least 1 character",
    ),
    "an endless learner": (written(learner="x" * 81), "最多 80 个字", "at most 80 characters"),
    "answers that are a list": (
        written(answers=[]),
        "在 answers 读到 []，应为：一组 {名称: 值}",
        "a group of {name: value}",
    ),
    "an answer that is a text": (written(answers={"q": "x"}), '在 answers → q 读到 "x"', 'At answers → q it has "x"'),
    "a name that is code": (written(answers={"__import__('os')": {}}), "小写字母开头", "a name of lower-case letters"),
    "a name of two lines": (written(answers={"a\nb": {}}), r'读到 "a\nb"', r'it has "a\nb"'),
    "a field named like code": (written(answers={"q": {"a.b": 1}}), "answers → q → a.b", "answers → q → a.b"),
    "attempts that are no list": (written(attempts={"q": {}}), "应为：一个列表 […]", "wanted: a list […]"),
    "an attempt that is no group": (
        written(attempts={"q": [1]}),
        "attempts → q → 1 读到 1",
        "attempts → q → 1 it has 1",
    ),
    "51 attempts": (written(attempts={"q": [{"answer": {}}] * 51}), "最多 50 次作答", "at most 50 attempts"),
    "hints that are true": (
        written(attempts={"q": [{"answer": {}, "hints": True}]}),
        "读到 true，应为：整数",
        "has true; wanted: a whole number",
    ),
    "hints below zero": (
        written(attempts={"q": [{"answer": {}, "hints": -1}]}),
        "不小于 0 的数",
        "a number not below 0",
    ),
    "hints without end": (
        written(attempts={"q": [{"answer": {}, "hints": 51}]}),
        "不大于 50 的数",
        "a number not above 50",
    ),
    "a solution half seen": (
        written(attempts={"q": [{"answer": {}, "solution_seen": 1}]}),
        "应为：true 或 false",
        "wanted: true or false",
    ),
}


@pytest.mark.parametrize(("data", "zh", "en"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_says_what_was_read_and_what_to_do(data: bytes, zh: str, en: str) -> None:
    said = refusal(data)
    assert zh in said.zh
    assert en in said.en
    assert said.zh.endswith("请回到课程首页重新点“交作业”。")
    assert said.en.endswith("Please press “Hand in” on the first page of the course again.")


@pytest.mark.parametrize("data", [case[0] for case in REFUSED.values()], ids=REFUSED.keys())
def test_a_refusal_is_short_and_shows_no_sign_that_acts(data: bytes) -> None:
    said = refusal(data)
    assert said.zh.isprintable()
    assert said.en.isprintable()
    assert "[key]" not in said.en  # pydantic's word
    assert max(len(said.zh), len(said.en)) < 320


def test_a_direction_mark_is_written_out() -> None:
    assert r"\u202e" in refusal(written(answers={"\u202eevil": {}})).zh


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as stream:
        stream.truncate(64 * LARGEST)
    tracemalloc.start()
    with pytest.raises(AnswerError, match="256 KB"):
        read_answers(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * LARGEST


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":"' + b'\\"' * 130_000,
        b'{"a":"' + b"\\" * 261_999,
        b'"' * 262_000,
        ("{" + ",".join(f'"k{n}":1' for n in range(26_000)) + ',"k25999":1}').encode(),
        b'{"a":' + b"9" * 262_000 + b"}",
        b'{"a":' + b"[" * 19 + b"1," * 120_000 + b"1" + b"]" * 19 + b"}",
    ],
    ids=["escaped quotes", "backslashes", "quotes", "many names", "digits", "many numbers"],
)
def test_no_256_kb_take_long(data: bytes) -> None:
    began = time.perf_counter()
    refusal(data)
    assert time.perf_counter() - began < 2


def test_an_attempt_remembers_no_help_unless_told() -> None:
    assert Attempt(answer={}).model_dump() == {"answer": {}, "hints": 0, "solution_seen": False}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


def read(data: bytes) -> AnswerFile | Text:
    """Return the answers, or the refusal; anything else that is raised fails the test."""
    try:
        return parse_answers(data)
    except AnswerError as error:
        said: Text = error.args[0]
        return said


@given(st.binary())
def test_any_bytes_are_answers_or_refused(data: bytes) -> None:
    assert str(read(data))


@given(st.data())
def test_any_damage_to_a_good_file_is_answers_or_refused(data: st.DataObject) -> None:
    good = written()
    at = data.draw(st.integers(0, len(good)))
    gone = data.draw(st.integers(0, 9))
    assert str(read(good[:at] + data.draw(st.binary(max_size=9)) + good[at + gone :]))


@given(st.sampled_from([*GOOD, "other"]), JSON)
def test_any_value_at_any_place_is_answers_or_refused(key: str, value: object) -> None:
    assert str(read(json.dumps(GOOD | {key: value}).encode()))


@given(st.sampled_from(["answer", "hints", "solution_seen", "other"]), JSON)
def test_any_value_in_an_attempt_is_answers_or_refused(key: str, value: object) -> None:
    assert str(read(json.dumps(GOOD | {"attempts": {"q": [{"answer": {}} | {key: value}]}}).encode()))
