"""Answer files are read strictly: whatever the bytes, they are answers or are refused with what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.answers import AnswerError, AnswerFile, Attempt, parse_answers, read_answers, write_answers
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
