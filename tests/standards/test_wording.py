"""Texts: Chinese typography, filler, what is left to write, the glossary's words. A good text has no fault."""

from __future__ import annotations

import pytest

from classroom.standards import glossary, wording
from classroom.standards.texts import Said, everything_said

from .course import LESSON, SPEC, Course, added, none, only


def faults(zh: str) -> list[str]:
    return [what for what, _ in wording.badly_set(Said("a.md", "line 1", "zh", zh))]


@pytest.mark.parametrize(
    ("zh", "mend"),
    [
        ("发了2500 条", "put a space"),
        ("用Excel 打开", "put a space"),
        ("95%区间", "put a space"),
        ("用`work`文件夹", "put a space"),
        ("几点发?", "full-width punctuation"),
        ("先看,再答", "full-width punctuation"),
        ("看完了.", "full-width punctuation"),
        ("茶馆 (虚构) 的", "parentheses"),
        ("茶馆(虚构的", "parentheses"),
        ('他说"不发"', "quotation marks"),
        ("他说「不发」", "quotation marks"),
        ("发了 10 条 ，", "leave out the space"),
        ("按 Ctrl+Z （撤销）", "leave out the space"),
        ("先看， 再答", "leave out the space"),
        ("占 95 % 以上", "before %"),
        ("2011-2014 年", "range"),
        ("18–22 点", "range"),
        ("真的吗？！", "one punctuation mark"),
        ("看完了。。", "one punctuation mark"),
        ("等等...", "ellipsis"),
        ("等等…", "ellipsis"),
    ],
)
def test_chinese_that_is_set_badly_is_told_how_to_mend_it(zh: str, mend: str) -> None:
    assert mend in " ".join(faults(zh))


@pytest.mark.parametrize(
    "zh",
    [
        "看 @岚间茶馆 去年 2500 条，95% 区间，2.6 倍。",
        "2011—2014 年；2025-01-28 到 2025-02-03；18:00 至 22:59。",
        "按 Ctrl+Z（苹果电脑按 ⌘Z）收回。",
        "写成“3分钟前”“1.2万”“100万+”，平台就是这样写的。",
        "用 `--map 内容=text,时间` 说明；再看[数据说明](datasets/读我.md)。",
        "**几点发？** 从表里读，约 {minutes} 分钟，{n}分。",
        '<p class="hint">先看图</p>……再答。',
        "运行 start.py 或者 3.11 版",
        "only English, here (and there)...",
    ],
)
def test_chinese_that_is_set_well_has_no_fault(zh: str) -> None:
    assert faults(zh) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("playbook/new.py", 'from playbook.language import Text\nX = Text("发了10条", "ten posts")\n'),
        ("playbook/new.py", 'X = make(zh="发了10条", en="ten posts")\n'),
        ("start.py", 'X = {"posts.zh": "发了10条"}\n'),
        ("playbook/timing/rules.toml", '[rule]\nzh = "发了10条"\nen = "ten posts"\n'),
        ("playbook/conflicts.toml", 'question = { zh = "发了10条", en = "ten posts" }\n'),
        ("docs/style.zh-CN.md", "发了10条\n"),
        ("docs/facilitator/zh/05_timing.md", "发了10条\n"),
    ],
)
def test_chinese_is_looked_at_wherever_it_stands(course: Course, file: str, text: str) -> None:
    course.write(file, text)
    assert [fault.file for fault in wording.chinese_is_set_in_one_way()] == [file]


def test_chinese_is_looked_at_in_pages_and_specs(course: Course) -> None:
    course.spoil("read-habit", added("\n\n发了10条"))
    course.replace(SPEC, "这是平均数。", "这是 20点的平均数。")
    places = [fault.place for fault in wording.chinese_is_set_in_one_way()]
    assert places == ["read-habit", "exercise.typical.mistakes.1"]


@pytest.mark.parametrize(
    ("language", "more"), [("zh", "，显然如此。"), ("en", " It is Simply so."), ("en", " You can easily see it.")]
)
def test_filler_is_told(course: Course, language: str, more: str) -> None:
    course.spoil("read-habit", added(more), language)
    assert only(wording.no_filler_is_left).place == "read-habit"


def test_words_that_only_contain_filler_are_none(course: Course) -> None:
    course.spoil("read-habit", added(" Adjust it, with justice. Not `just` this. Who wins most easily?"), "en")
    assert none(wording.no_filler_is_left)


def test_the_style_guide_may_show_what_not_to_write(course: Course) -> None:
    course.write("docs/style.md", "simply\n")
    assert none(wording.no_filler_is_left)


@pytest.mark.parametrize(
    "file", ["playbook/timing/rules.toml", "docs/facilitator/zh/05_timing.md", "exercises/specs/05_timing/09_new.toml"]
)
def test_what_is_published_is_written(course: Course, file: str) -> None:
    course.write(file, 'zh = "【待写】这里写一句话"\nen = "One sentence."\n')
    assert only(wording.nothing_is_left_to_write).file == file


def test_a_draft_may_have_something_left_to_write(course: Course) -> None:
    course.spoil("read-habit", added(" [to write]"), "en")
    assert only(wording.nothing_is_left_to_write).place == "read-habit"
    course.make_draft()
    assert none(wording.nothing_is_left_to_write)


def test_the_outline_of_what_is_published_is_written(course: Course) -> None:
    course.replace("outline.toml", "say when a mean misleads", "[to write]")
    assert only(wording.nothing_is_left_to_write).file == "outline.toml"
    course.make_draft()
    assert none(wording.nothing_is_left_to_write)


def test_texts_of_every_kind_are_read_in_both_languages() -> None:
    for language in ("zh", "en"):
        kinds = {text.file.rpartition(".")[2] for text in everything_said() if text.language == language}
        assert kinds == {"ipynb", "toml", "md", "py"}


# ---------------------------------------------------------------- the glossary

GLOSSARY = "docs/glossary.toml"


def test_a_term_without_its_explanation(course: Course) -> None:
    course.replace(
        GLOSSARY, "[term.median]", '[term.empty]\nzh = "空"\nen = "empty"\nlesson = "05_timing/99"\n\n[term.median]'
    )
    assert ["says" in fault.what or "05_timing/99" in fault.what for fault in glossary.terms_are_whole()] == [
        True,
        True,
    ]


def test_an_eighth_term_in_a_lesson(course: Course) -> None:
    brings = (course.home / GLOSSARY).read_text("utf-8").count(f'lesson = "{LESSON}"')
    more = "".join(f'[term.more-{number}]\nlesson = "{LESSON}"\n' for number in range(8 - brings))
    course.replace(GLOSSARY, "[term.median]", f"{more}[term.median]")
    assert "8 terms" in only(glossary.lessons_bring_few_terms).what


def test_a_term_that_its_lesson_does_not_introduce(course: Course) -> None:
    course.spoil("ask-mean", lambda cell: cell.update(source=cell["source"].replace("**median**", "median")), "en")
    assert only(glossary.terms_are_introduced_in_bold).file == f"notebooks/en/{LESSON}.ipynb"


@pytest.mark.parametrize(("language", "more"), [("zh", "均值是 3。"), ("en", " Engagement is low.")])
def test_a_word_that_the_glossary_avoids(course: Course, language: str, more: str) -> None:
    course.spoil("read-habit", added(more), language)
    fault = only(glossary.avoided_words_are_avoided)
    assert (fault.place, "the course's word is" in fault.what) == ("read-habit", True)
