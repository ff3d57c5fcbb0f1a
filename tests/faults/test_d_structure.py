"""D. Structure: JSON that is none, that says things twice, or that the course cannot have written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from classroom.answers import AnswerError, parse_answers
from tests.faults.handed import FLAT, RIGHT, WRONG_ORDER, Cohort, sheet
from tests.faults.told import Case, Told


def mended(data: bytes, zh: str, en: str) -> Case:
    """Return the case of a file without an id that the learner must hand in again."""
    return Case.of("a.json", data, "FIX", zh, en)


def changed(zh: str, en: str, **more: Any) -> Case:  # noqa: ANN401 - whatever JSON can hold
    """Return the case of an answer file, sound but for what is given."""
    return Case(lambda me: {"a.json": sheet(me, **more)}, "FIX", zh, en)


def instead(data: str, by: str, zh: str, en: str) -> Case:
    """Return the case of a sound file in which some text was replaced."""
    return Case(lambda me: {"a.json": sheet(me).replace(data.encode(), by.encode())}, "FIX", zh, en)


ALIASES = "a: &a [x, x]\nb: &b [" + ", ".join(["*a"] * 9) + "]\nc: [" + ", ".join(["*b"] * 9) + "]\n"
CASES: dict[int, dict[str, Case]] = {
    37: {"YAML whose aliases swell": mended(ALIASES.encode(), "第 1 行第 1 个字符读到 a: &a", "Line 1, character 1")},
    38: {"YAML that holds itself": mended(b"&a [*a]", "第 1 行第 1 个字符读到 &a [*a]", "Line 1, character 1")},
    39: {
        "21 deep": mended(b'{"a":' * 21 + b"1" + b"}" * 21, "括号套得太深", "Brackets nest too deep"),
        "100,000 deep": mended(b"[" * 100_000, "括号套得太深", "Brackets nest too deep"),
    },
    40: {
        "a tag of Python": mended(b"!!python/object/apply:os.system ['ls']", "读到 !!python", "has !!python"),
        "a tag as a key": changed("__class__", "__class__", __class__={}),
    },
    41: {
        "two sheets": Case(lambda me: {"a.json": sheet(me) * 2}, "FIX", "第 1 行第", "Line 1, character"),
        "two YAML documents": mended(b"---\na: 1\n---\na: 2\n", "第 1 行", "Line 1"),
    },
    42: {
        "a name": mended(b'{"format": 1, "format": 1}', "“format”出现了两次", "“format” stands there twice"),
        "a question": mended(b'{"answers": {"q": {}, "q": {}}}', "“q”出现了两次", "“q” stands there twice"),
    },
    43: {"tabs between": Case(lambda me: {"a.json": sheet(me, RIGHT).replace(b", ", b",\n\t")}, "GRADED", points=12)},
    44: {
        "a full-width colon": mended(
            '{"a"：1}'.encode(), "读到全角的 ： ，应为半角的 : ，", "full-width ： ; wanted: : ."
        ),
        "full-width quotes": mended(
            "{“a”: 1}".encode(), '读到全角的 “ ，应为半角的 " ，', 'full-width “ ; wanted: " .'
        ),
    },
    45: {
        "a list": mended(b"[1, 2]", "读到 [1, 2]，作业文件应是", "It has [1, 2]; an answer file begins with {"),
        "a text": mended(b'"\\u0000"', r'读到 "\u0000"', r'It has "\u0000"'),
        "null": mended(b"null", "读到 null", "It has null"),
        "no learner": mended(b'{"exercise": "05_timing/01_a"}', "缺少 learner", "learner is missing"),
    },
    46: {
        "of the file": changed("不认识 lerner（是不是 learner？）", "not known (did you mean learner?)", lerner=1),
        "of the file, of no likeness": changed("不认识 zzz，", "zzz is not known;", zzz=1),
        "of an attempt": changed(
            "不认识 attempts → q → 1 → hint（是不是 hints？）",
            "attempts → q → 1 → hint is not known (did you mean hints?)",
            attempts={"q": [{"answer": {}, "hint": 1}]},
        ),
        "a question": changed(
            "没有题目 typicl（是不是 typical？）", "no question typicl (did you mean typical?)", answers={"typicl": {}}
        ),
        "a question among the attempts": changed(
            "没有题目 weke（是不是 week？）", "no question weke (did you mean week?)", attempts={"weke": []}
        ),
        "a field": changed(
            "题目 rank 没有 hour 这一空（是不是 hours？）",
            "Question rank has no field hour (did you mean hours?)",
            answers={"rank": {"hour": WRONG_ORDER}},
        ),
        "a field of an attempt": changed(
            "没有 zzz 这一空，", "no field zzz;", attempts={"rank": [{"answer": {"zzz": 1}}]}
        ),
        "a question of the lesson": Case(
            lambda me: {"a.json": sheet(me, {"predict": {"hour": "10"}})},
            "FIX",
            "predict 是课文里的题，不计分",
            "predict is a question of the lesson",
        ),
    },
    47: {
        "code": changed("小写字母开头", "a name of lower-case letters", answers={"__import__('os')": {}}),
        "two lines": changed(r'读到 "a\nb"', r'it has "a\nb"', answers={"a\nb": {}}),
        "an attribute": changed("answers → q → a.b", "answers → q → a.b", answers={"q": {"a.b": 1}}),
        "a builtin": changed("没有题目 sum，", "no question sum;", answers={"sum": {}}),
        "an exercise that is a path": changed(
            '读到 "../../etc"，应为：05_timing', 'has "../../etc"; wanted: an exercise such', exercise="../../etc"
        ),
    },
    51: {
        "single quotes": mended(b"{\n 'a': 1}", "第 2 行第 2 个字符读到 'a': 1}", "Line 2, character 2 has 'a': 1}"),
        "a comma too many": mended(b'{"a": 1\n,}', "第 2 行第", "Line 2, character"),  # where, differs by Python
        "a comment": mended(b'{"a": 1} // mine', "第 1 行第 10 个字符", "Line 1, character 10"),
        "half a file": mended(
            b'{"format": 1, "exerci', "到第 1 行第 15 个字符就断了", "breaks off at line 1, character 15"
        ),
        "cut after a value": mended(b'{"a":1', "到第 1 行第 7 个字符就断了", "breaks off at line 1, character 7"),
        "NaN": mended(b'{"a": NaN}', "读到 NaN", "has NaN, which is not a usable number"),
    },
    53: {
        "another exercise": changed(
            "没有练习 05_timing/01_find_our_ours（是不是 05_timing/01_find_our_hours？）",
            "no exercise 05_timing/01_find_our_ours (did you mean 05_timing/01_find_our_hours?)",
            exercise="05_timing/01_find_our_ours",
        ),
        "another format": changed("文件格式是 2，这里读的是 1", "has format 2; format 1 is wanted", format=2),
        "format true": changed("文件格式是 true", "has format true", format=True),
        "format 1.0": changed("文件格式是 1.0", "has format 1.0", format=1.0),
    },
    54: {
        "another variant": changed(
            "这份作答用的是数据 exam-7，按学号和课程代码应该用 sample",
            "made for the data exam-7; by number and course code they should be for sample",
            variant="exam-7",
        )
    },
}
SHAPES: dict[str, tuple[dict[str, Any], str, str]] = {
    "an exercise that is a number": ({"exercise": 5}, "读到 5，应为：文字", "has 5; wanted: a text"),
    "a learner that is a number": (
        {"learner": 12},
        "在 learner 读到 12，应为：文字",
        "At learner it has 12; wanted: a",
    ),
    "a learner without letters": ({"learner": ""}, '在 learner 读到 ""，应为：至少 1 个字', "at least 1 character"),
    "an endless learner": ({"learner": "x" * 81}, "最多 80 个字", "at most 80 characters"),
    "answers that are a list": (
        {"answers": [1]},
        "在 answers 读到 [1]，应为：一组 {名称: 值}",
        "a group of {name: value}",
    ),
    "an answer that is a text": ({"answers": {"q": "x"}}, '在 answers → q 读到 "x"', 'At answers → q it has "x"'),
    "attempts that are no list": ({"attempts": {"q": {}}}, "应为：一个列表 […]", "wanted: a list […]"),
    "an attempt that is no group": ({"attempts": {"q": [1]}}, "attempts → q → 1 读到 1", "attempts → q → 1 it has 1"),
    "51 attempts": ({"attempts": {"q": [{"answer": {}}] * 51}}, "最多 50 次作答", "at most 50 attempts"),
    "hints that are true": (
        {"attempts": {"q": [{"answer": {}, "hints": True}]}},
        "读到 true，应为：整数",
        "has true; wanted: a whole number",
    ),
    "hints below zero": ({"attempts": {"q": [{"answer": {}, "hints": -1}]}}, "不小于 0 的数", "a number not below 0"),
    "hints without end": ({"attempts": {"q": [{"answer": {}, "hints": 51}]}}, "不大于 50 的数", "not above 50"),
    "a solution half seen": (
        {"attempts": {"q": [{"answer": {}, "solution_seen": 1}]}},
        "应为：true 或 false",
        "wanted: true or false",
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(CASES, tmp_path_factory.mktemp("structure"))


@pytest.mark.parametrize("name", CASES[37])
def test_fault_037_an_alias_bomb_is_no_json_and_never_swells(told: Told, name: str) -> None:
    told(37, name)


@pytest.mark.parametrize("name", CASES[38])
def test_fault_038_an_alias_to_itself_is_no_json(told: Told, name: str) -> None:
    told(38, name)


@pytest.mark.parametrize("name", CASES[39])
def test_fault_039_brackets_without_end_are_told_as_too_deep(told: Told, name: str) -> None:
    told(39, name)


@pytest.mark.parametrize("name", CASES[40])
def test_fault_040_a_tag_that_makes_objects_is_words(told: Told, name: str) -> None:
    told(40, name)


@pytest.mark.parametrize("name", CASES[41])
def test_fault_041_two_sheets_in_one_file_are_refused(told: Told, name: str) -> None:
    told(41, name)


@pytest.mark.parametrize("name", CASES[42])
def test_fault_042_a_name_that_stands_twice_is_named(told: Told, name: str) -> None:
    """By its name: a learner sends the file again and edits no line of it."""
    told(42, name)


@pytest.mark.parametrize("name", CASES[43])
def test_fault_043_tabs_are_as_good_as_spaces(told: Told, name: str) -> None:
    told(43, name)


@pytest.mark.parametrize("name", CASES[44])
def test_fault_044_a_full_width_sign_is_shown_with_the_one_that_is_wanted(told: Told, name: str) -> None:
    told(44, name)


@pytest.mark.parametrize("name", CASES[45])
def test_fault_045_what_is_no_group_of_answers_is_refused(told: Told, name: str) -> None:
    told(45, name)


@pytest.mark.parametrize("name", CASES[46])
def test_fault_046_a_name_nobody_knows_is_told_with_the_nearest(told: Told, name: str) -> None:
    told(46, name)


@pytest.mark.parametrize("name", CASES[47])
def test_fault_047_a_name_that_would_be_code_is_refused(told: Told, name: str) -> None:
    """Refused for the learner to mend, not put aside: names are compared with those of the course and never run."""
    told(47, name)


def test_fault_048_a_question_left_out_is_blank_and_the_others_count(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet(answers={name: RIGHT[name] for name in ("rank", "week")}))
    graded = cohort.graded()
    assert [(item.question, item.outcome) for item in graded.items] == [
        ("typical", "blank"),
        ("rank", "right"),
        ("weekend", "blank"),
        ("week", "right"),
    ]
    assert graded.rows[0].note.zh == "4 题中有 2 题没有作答：typical, weekend。"


WORDS = [
    "@name 好",
    "`x`",
    "100% 是",
    "a: b",
    "#话题# 后面的话",
    "- 一",
    "yes",
    "no",
    "on",
    "off",
    "NO",
    "null",
    "~",
    "010",
]


@pytest.mark.parametrize("text", WORDS[:4])
def test_fault_049_a_sign_that_other_formats_read_as_theirs_stays_a_sign(text: str) -> None:
    assert parse_answers(sheet(answers={"q": {"f": text}})).answers["q"]["f"] == text


def test_fault_050_nothing_after_a_hash_is_lost() -> None:
    assert parse_answers(sheet(answers={"q": {"f": WORDS[4]}})).answers["q"]["f"] == "#话题# 后面的话"


@pytest.mark.parametrize("name", CASES[51])
def test_fault_051_what_is_almost_json_is_told_with_line_and_place(told: Told, name: str) -> None:
    told(51, name)


def test_fault_052_a_page_sent_back_untouched_is_not_answered_and_not_wrong(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    graded = cohort.graded()
    assert {item.outcome for item in graded.items} == {"blank"}
    assert (graded.rows[0].status, graded.rows[0].points) == ("GRADED", 0)
    assert "4 题中有 4 题没有作答" in graded.rows[0].note.zh


@pytest.mark.parametrize("name", CASES[53])
def test_fault_053_answers_for_another_course_are_not_held_against_this_one(told: Told, name: str) -> None:
    told(53, name)


@pytest.mark.parametrize("name", CASES[54])
def test_fault_054_answers_for_other_data_are_told_and_not_graded(told: Told, name: str) -> None:
    told(54, name)


def test_a_file_without_a_name_asks_for_one(cohort: Cohort) -> None:
    cohort.put(f"0012/{FLAT}", sheet("unnamed"))
    row = cohort.row()
    assert (row.status, "文件里没有姓名。请先在课程首页填写" in row.note.zh) == ("FIX", True)
    assert "The file has no name. Give your name" in row.note.en


@pytest.mark.parametrize(("more", "zh", "en"), SHAPES.values(), ids=SHAPES.keys())
def test_a_part_of_the_wrong_shape_is_told_with_the_way_to_it(more: dict[str, Any], zh: str, en: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_answers(sheet(**more))
    assert zh in caught.value.args[0].zh
    assert en in caught.value.args[0].en


REFUSALS: list[Callable[[str], Any]] = [case.files for group in CASES.values() for case in group.values()]


@pytest.mark.parametrize("files", REFUSALS)
def test_a_refusal_is_short_shows_no_sign_that_acts_and_says_to_hand_in_again(files: Callable[[str], Any]) -> None:
    [data] = files("0012").values()
    try:
        parse_answers(data)
    except AnswerError as error:
        said = error.args[0]
        assert said.zh.isprintable()
        assert said.en.isprintable()
        assert "[key]" not in said.en  # pydantic's word
        assert max(len(said.zh), len(said.en)) < 320
        assert said.zh.endswith("请在课程首页重新点“交作业”，把写出的 zip 再交一次。")
        assert said.en.endswith("Press “Hand in” on the first page of the course again and send the zip it writes.")
