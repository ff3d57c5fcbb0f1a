"""The course keeps its standards; each of those on pages is broken by a copy of the course with one fault in it."""

from __future__ import annotations

import shutil

import pytest

from classroom.standards import HABITS, STANDARDS, Standard, data, habits, pages, parity, rules
from classroom.standards.fault import is_draft

from .course import LESSON, Course, added, none, only, written


@pytest.mark.slow  # `classroom lint` says the same, and says it of every change
@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.__name__)
def test_the_course_keeps_its_standards(standard: Standard) -> None:
    assert [str(fault) for fault in standard()] == []


@pytest.mark.parametrize("standard", [*STANDARDS, *HABITS], ids=lambda each: each.__name__)
def test_every_standard_says_what_it_wants(standard: Standard) -> None:
    assert standard.__doc__
    assert standard.__doc__.endswith(".")


def test_a_page_in_one_language_alone(course: Course) -> None:
    (course.home / f"notebooks/en/{LESSON}.ipynb").unlink()
    assert only(parity.pages_come_in_both_languages).file == f"notebooks/zh/{LESSON}.ipynb"


def test_code_that_differs_between_the_languages(course: Course) -> None:
    course.spoil("habit", written("# ▶\ncharts.per_post()"), "en")
    assert only(parity.cells_are_the_same_in_both_languages).place == "habit"


def test_a_heading_too_many_in_one_language(course: Course) -> None:
    course.spoil("read-habit", written("## One more\n\nText."), "en")
    assert "headings" in only(parity.cells_are_the_same_in_both_languages).what


def test_english_left_behind_by_its_chinese(course: Course) -> None:
    course.spoil("read-habit", written("换了一句话。"))
    fault = only(parity.english_follows_its_chinese)
    assert (fault.place, parity.chinese_hash("换了一句话。") in fault.what) == ("read-habit", True)


def test_a_figure_that_the_two_languages_cite_differently(course: Course) -> None:
    course.spoil("read-mean", lambda cell: cell.update(source=cell["source"].replace("843", "834")), "en")
    fault = only(parity.figures_are_the_same_in_both_languages)
    assert (fault.place, "['834'] in English, ['843'] in Chinese" in fault.what) == ("read-mean", True)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2500 条里有 645 条", "of 2,500 posts, 645"),
        ("1.2 万条、3 亿次", "12,000 posts, 300,000,000 times"),
        ("下午 3 点，八篇", "at three, in 8 articles"),
        ("18:00 至 22:59", "the hours 18 to 22"),
        ("`charts.py` 第 [114](x-200.md) 行", "line [114](x-300.md)"),
    ],
)
def test_the_same_figure_may_be_written_as_each_language_writes_it(zh: str, en: str) -> None:
    assert parity.figures(zh) == parity.figures(en)


def test_words_in_a_code_cell(course: Course) -> None:
    course.spoil("habit", written('# ▶\ncharts.posting_hours(title="我们")'))
    assert "words" in only(pages.code_is_collapsed_and_wordless).what


def test_code_that_is_open(course: Course) -> None:
    course.spoil("habit", lambda cell: cell["metadata"].pop("jupyter"))
    assert "collapsed" in only(pages.code_is_collapsed_and_wordless).what


@pytest.mark.parametrize("code", ["for x in y: x", "!ls", "def f(): pass", "x = 1\n%matplotlib inline"])
def test_code_that_is_clever(course: Course, code: str) -> None:
    course.spoil("habit", written(f"# ▶\n{code}"))
    assert only(pages.code_is_plain).place == "habit"


def test_two_looks_without_a_word_between(course: Course) -> None:
    course.spoil("read-habit", lambda cell: cell.update(cell_type="code", outputs=[], execution_count=None))
    assert next(pages.prose_stands_between_code()).place == "read-habit"


@pytest.mark.parametrize(("language", "more"), [("zh", "读" * 1600), ("en", "word " * 1000)])
def test_too_much_to_read_before_a_question(course: Course, language: str, more: str) -> None:
    course.spoil("read-per-post", added(f"\n\n{more}"), language)
    assert only(pages.questions_come_often_enough).place == "read-per-post"


def test_a_question_a_recall_and_a_planner_each_break_up_the_reading(course: Course) -> None:
    course.spoil("read-per-post", added("\n\n" + "读" * 600))
    for code in ('page.ask("mean")', "page.recall()", "planner.plan_week(least=10)"):
        course.spoil("mean", written(f"# ▶\n{code}"))
        course.spoil("read-mean", written("读" * 1400))
        assert none(pages.questions_come_often_enough), code
    course.spoil("mean", written("# ▶\ncharts.mean_and_median()"))
    assert not none(pages.questions_come_often_enough)


def test_bold_text_that_does_not_show(course: Course) -> None:
    course.spoil("read-habit", written("**几点发？**从表里读。"))
    assert only(pages.bold_text_shows_as_bold).place == "read-habit"


def test_an_output_left_behind(course: Course) -> None:
    course.spoil("six-numbers", lambda cell: cell.update(outputs=[], execution_count=None))
    assert "quoted" in only(pages.outputs_are_quoted_or_gone).what


def test_a_dataset_changed_by_hand(course: Course) -> None:
    path = course.home / "datasets" / "reactions.csv"
    path.write_bytes(path.read_bytes().replace(b"flagship,2025-01-01,0,", b"flagship,2025-01-01,0,1", 1))
    assert only(data.datasets_equal_their_generator).file == "datasets/reactions.csv"
    assert "sha256" in only(data.catalog_describes_every_column).what


def test_a_column_without_its_english_label(course: Course) -> None:
    course.replace("datasets/catalog.toml", 'en = "likes"', 'en = ""')
    assert only(data.catalog_describes_every_column).place == "posts.likes"


def test_a_lesson_that_the_outline_does_not_list(course: Course) -> None:
    for language in ("zh", "en"):
        folder = course.home / "notebooks" / language / "05_timing"
        shutil.copy(folder / "01_find_our_hours.ipynb", folder / "09_new.ipynb")
    assert only(rules.outline_and_specs_agree).place == "05_timing/09_new"


def test_a_published_lesson_without_its_spec(course: Course) -> None:
    (course.home / f"exercises/specs/{LESSON}.toml").unlink()
    assert "without a spec" in only(rules.outline_and_specs_agree).what


def test_a_draft_owes_no_finished_text_but_its_code_is_collapsed(course: Course) -> None:
    course.make_draft()
    course.spoil("read-habit", written("读" * 2000))
    course.spoil("habit", lambda cell: cell["metadata"].pop("jupyter"))
    assert none(pages.questions_come_often_enough)
    assert none(parity.english_follows_its_chinese)
    assert only(pages.code_is_collapsed_and_wordless).place == "habit"


def test_a_system_is_a_draft_until_one_of_its_lessons_is_published(course: Course) -> None:
    files = ["playbook/timing/rules.toml", "docs/facilitator/zh/05_timing.md", "notebooks/en/05_timing/09_new.ipynb"]
    assert not any(map(is_draft, files))
    course.make_draft("05_timing/.+")
    assert all(map(is_draft, files))
    assert not any(map(is_draft, ["playbook/rules.py", "README.md", "notebooks/en/start.ipynb"]))


# ---------------------------------------------------------------- habits

LOOKS = "a_lesson_has_five_to_eight_looks"


def with_few_looks(course: Course) -> None:
    for cell in ("habit", "arrival", "per-post"):
        course.spoil(cell, written('# ▶\npage.ask("mean")'))


def test_too_few_looks_too_long_a_look_and_a_missing_point_are_warnings(course: Course) -> None:
    with_few_looks(course)
    course.spoil("mean", written("\n".join(["# ▶", *["x = 1"] * 7])))
    course.spoil("keep", written("- 一句话。"))
    course.spoil("goals", written("## 你会做什么"))
    assert [fault.place for habit in HABITS for fault in habit()] == ["", "mean", "goals", "keep"]


def test_a_lesson_may_waive_a_habit_with_a_reason(course: Course) -> None:
    with_few_looks(course)
    course.replace("outline.toml", f'id = "{LESSON}"', f'id = "{LESSON}"\nwaived = {{ {LOOKS} = "a drill" }}')
    assert none(habits.a_lesson_has_five_to_eight_looks)
    assert none(habits.waivers_name_a_habit_and_a_reason)


@pytest.mark.parametrize("waived", [f'{LOOKS} = " "', 'bold_text_shows_as_bold = "I like it"'])
def test_a_standard_cannot_be_waived_nor_a_habit_without_a_reason(course: Course, waived: str) -> None:
    course.replace("outline.toml", f'id = "{LESSON}"', f'id = "{LESSON}"\nwaived = {{ {waived} }}')
    assert only(habits.waivers_name_a_habit_and_a_reason).place == LESSON
