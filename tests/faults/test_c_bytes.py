"""C. Bytes and encoding: what editors, systems and accidents make of a text file."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from classroom.answers import LARGEST, AnswerError, parse_answers, read_answers
from tests.faults.handed import RIGHT, Cohort, sheet
from tests.faults.told import Case, Told


def taken(change: bytes, to: bytes) -> Case:
    """Return the case of a sound file that an editor saved in its own way."""
    return Case(lambda me: {"a.json": sheet(me, RIGHT).replace(change, to)}, "GRADED", points=12)


def mended(data: bytes, zh: str, en: str) -> Case:
    """Return the case of a file that the learner must hand in again."""
    return Case.of("a.json", data, "FIX", zh, en)


CASES: dict[int, dict[str, Case]] = {
    28: {"a BOM": Case(lambda me: {"a.json": b"\xef\xbb\xbf" + sheet(me, RIGHT)}, "GRADED", points=12)},
    29: {
        "UTF-16": mended('{"a": 1}'.encode("utf-16"), "UTF-16", "UTF-16"),
        "UTF-32": mended('{"a": 1}'.encode("utf-32"), "UTF-32", "UTF-32"),
        "UTF-16 without a mark": mended('{"a": 1}'.encode("utf-16-le"), "第 2 个字节", "from byte 2 on"),
        "UTF-32 without a mark": mended('{"a": 1}'.encode("utf-32-be"), "第 1 个字节", "from byte 1 on"),
    },
    30: {
        "GBK": mended(
            '{"答案": "你好，世界"}'.encode("gbk"),
            "（像是 GBK，记事本叫它 ANSI；第 3 个字节起",
            "(it seems to be GBK, which Notepad calls ANSI; unreadable from byte 3 on)",
        ),
    },
    31: {
        "no encoding": mended(b'{"a": "\xff\xff"}', "第 8 个字节", "its encoding is unknown"),
        "a raw lone surrogate": mended(b'{"a": "\xed\xa0\xbd"}', "第 8 个字节", "from byte 8 on"),
    },
    32: {
        "a raw NUL": mended(b'{"a": "x\x00y"}', r"\x00y", r"\x00y"),
        "an escaped NUL": Case(
            lambda me: {"a.json": sheet(me, {"q": {"f": "a\0"}})},
            "FIX",
            "answers → q → f 的文字里有不能显示",
            "text at answers → q → f holds control",
        ),
        "an escape sequence": Case(
            lambda me: {"a.json": sheet("\x1b[2J")}, "FIX", "learner 的文字里有", "text at learner holds"
        ),
        "a control sign in a name": Case(
            lambda me: {"a.json": sheet(me, {"a\x07": {}})}, "FIX", r"answers → a\x07", r"answers → a\x07"
        ),
        "a direction mark in a name": Case(
            lambda me: {"a.json": sheet(me, {"\u202eevil": {}})}, "FIX", r"\u202eevil", r"\u202eevil"
        ),
    },
    33: {
        "CR LF": taken(b", ", b",\r\n"),
        "CR": taken(b", ", b",\r"),
    },
    34: {
        "a lone surrogate": Case(
            lambda me: {"a.json": sheet("X").replace(b'"X"', b'"\\ud83d"')},
            "FIX",
            "learner 的文字里有",
            "text at learner holds",
        )
    },
    35: {
        "more than 256 KB": Case(
            lambda me: {"a.json": sheet(me, variant="x" * LARGEST)}, "FIX", "超过 256 KB", "larger than 256 KB"
        )
    },
    36: {"a line of 5 MB": mended(b'{"a": "' + b"x" * 5_000_000 + b'"}', "超过 256 KB", "larger than 256 KB")},
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(CASES, tmp_path_factory.mktemp("bytes"))


@pytest.mark.parametrize("name", CASES[28])
def test_fault_028_a_byte_order_mark_is_read_over(told: Told, name: str) -> None:
    told(28, name)


@pytest.mark.parametrize("name", CASES[29])
def test_fault_029_another_unicode_than_utf_8_is_named(told: Told, name: str) -> None:
    """It could be read by its mark; but another program saved it, and an answer file is UTF-8 for every reader."""
    told(29, name)


@pytest.mark.parametrize("name", CASES[30])
def test_fault_030_gbk_is_named_with_what_notepad_calls_it(told: Told, name: str) -> None:
    told(30, name)


@pytest.mark.parametrize("name", CASES[31])
def test_fault_031_bytes_of_no_encoding_are_told_with_their_place_and_never_left_out(told: Told, name: str) -> None:
    told(31, name)


@pytest.mark.parametrize("name", CASES[32])
def test_fault_032_control_signs_are_written_out_where_they_are_told(told: Told, name: str) -> None:
    told(32, name)


@pytest.mark.parametrize("name", CASES[33])
def test_fault_033_however_lines_end_the_answers_are_read(told: Told, name: str) -> None:
    told(33, name)


def test_fault_033_line_ends_of_other_worlds_stay_in_a_text() -> None:
    assert parse_answers(sheet("张三\u2028\u2029\u0085")).learner == "张三\u2028\u2029\u0085"


@pytest.mark.parametrize("name", CASES[34])
def test_fault_034_half_a_sign_is_refused_before_it_breaks_a_table(told: Told, name: str) -> None:
    told(34, name)


@pytest.mark.parametrize("name", CASES[35])
def test_fault_035_a_file_larger_than_any_answer_file_is_refused(told: Told, name: str) -> None:
    told(35, name)


def test_fault_035_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as stream:
        stream.truncate(64 * LARGEST)
    tracemalloc.start()
    with pytest.raises(AnswerError, match="256 KB"):
        read_answers(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * LARGEST


@pytest.mark.parametrize("name", CASES[36])
def test_fault_036_an_endless_line_is_refused(told: Told, name: str) -> None:
    told(36, name)


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
def test_fault_036_no_256_kb_take_long(data: bytes) -> None:
    began = time.process_time()
    with pytest.raises(AnswerError):
        parse_answers(data)
    assert time.process_time() - began < 2  # a search that goes back would take minutes


def test_a_file_cut_in_the_middle_of_a_character_is_told_as_cut_off() -> None:
    with pytest.raises(AnswerError) as told:
        parse_answers('{"a":\n"你好'.encode()[:-1])
    assert "第 2 行第 3 个字符就断了" in told.value.args[0].zh


def test_fault_030_a_gbk_file_that_utf_8_can_read_too_is_told_by_its_name(cohort: Cohort) -> None:
    """The two bytes of 学 are one letter of UTF-8, ѧ: the file would seem to be somebody else’s."""
    cohort.listed("学0012")
    cohort.put("学0012/a.json", sheet("学0012").decode().encode("gbk"))
    row = cohort.row()
    assert row.status == "FIX"
    assert "读成了 ѧ0012：文件像是存成了 GBK" in row.note.zh
    assert "saved as GBK, which Notepad calls ANSI. Press “Hand in”" in row.note.en
