"""Each standard lets the course pass, and is broken by a copy of the course with one fault in it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from classroom.outline import outline
from classroom.pages.tidy import read_page, write_page
from classroom.standards import STANDARDS, Standard, data, pages, parity, rules
from classroom.standards.fault import Fault
from playbook.places import course_home

LESSON = "05_timing/01_find_our_hours.ipynb"
Cell = Any  # a notebook's cell: nbformat has no types


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.__name__)
def test_the_course_keeps_its_standards(standard: Standard) -> None:
    assert [str(fault) for fault in standard()] == []


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.__name__)
def test_every_standard_says_what_it_wants(standard: Standard) -> None:
    assert standard.__doc__
    assert standard.__doc__.endswith(".")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course's pages and data that a test may spoil."""
    home = tmp_path / "course"
    for name in ("notebooks", "exercises", "datasets"):
        shutil.copytree(course_home() / name, home / name)
    shutil.copy(course_home() / "outline.toml", home)
    monkeypatch.setenv("COURSE_HOME", str(home))
    outline.cache_clear()
    return home


def spoil(home: Path, language: str, cell_id: str, change: Callable[[Cell], None]) -> None:
    path = home / "notebooks" / language / LESSON
    page = read_page(path)
    change(next(cell for cell in page["cells"] if cell["id"] == cell_id))
    write_page(path, page)


def only(standard: Standard) -> Fault:
    [fault] = standard()
    return fault


def written(text: str) -> Callable[[Cell], None]:
    return lambda cell: cell.update(source=text)


def test_a_page_in_one_language_alone(copy: Path) -> None:
    (copy / "notebooks" / "en" / LESSON).unlink()
    assert only(parity.pages_come_in_both_languages).file == f"notebooks/zh/{LESSON}"


def test_code_that_differs_between_the_languages(copy: Path) -> None:
    spoil(copy, "en", "habit", written("# ▶\ncharts.per_post()"))
    assert only(parity.cells_are_the_same_in_both_languages).place == "habit"


def test_a_heading_too_many_in_one_language(copy: Path) -> None:
    spoil(copy, "en", "read-habit", written("## One more\n\nText."))
    assert "headings" in only(parity.cells_are_the_same_in_both_languages).what


def test_english_left_behind_by_its_chinese(copy: Path) -> None:
    spoil(copy, "zh", "read-habit", written("换了一句话。"))
    fault = only(parity.english_follows_its_chinese)
    assert (fault.place, parity.chinese_hash("换了一句话。") in fault.what) == ("read-habit", True)


def test_words_in_a_code_cell(copy: Path) -> None:
    spoil(copy, "zh", "habit", written('# ▶\ncharts.posting_hours(title="我们")'))
    assert "words" in only(pages.code_is_collapsed_and_wordless).what


def test_code_that_is_open(copy: Path) -> None:
    spoil(copy, "zh", "habit", lambda cell: cell["metadata"].pop("jupyter"))
    assert "collapsed" in only(pages.code_is_collapsed_and_wordless).what


@pytest.mark.parametrize("code", ["\n".join(["x = 1"] * 7), "for x in y: x", "!ls", "def f(): pass"])
def test_code_that_is_long_or_clever(copy: Path, code: str) -> None:
    spoil(copy, "zh", "habit", written(f"# ▶\n{code}"))
    assert only(pages.code_is_short_and_plain).place == "habit"


def test_two_looks_without_a_word_between(copy: Path) -> None:
    spoil(copy, "zh", "read-habit", lambda cell: cell.update(cell_type="code", outputs=[], execution_count=None))
    assert next(pages.prose_stands_between_code()).place == "read-habit"


def test_bold_text_that_does_not_show(copy: Path) -> None:
    spoil(copy, "zh", "read-habit", written("**几点发？**从表里读。"))
    assert only(pages.bold_text_shows_as_bold).place == "read-habit"


def test_a_link_to_nowhere(copy: Path) -> None:
    spoil(copy, "zh", "keep", written("[练习](../exercises/05_timing/99_nothing.ipynb)"))
    assert "99_nothing" in only(pages.links_lead_somewhere).what


def test_an_output_left_behind(copy: Path) -> None:
    spoil(copy, "zh", "six-numbers", lambda cell: cell.update(outputs=[], execution_count=None))
    assert "quoted" in only(pages.outputs_are_quoted_or_gone).what


def test_a_dataset_changed_by_hand(copy: Path) -> None:
    path = copy / "datasets" / "reactions.csv"
    path.write_bytes(path.read_bytes().replace(b"flagship,2025-01-01,0,", b"flagship,2025-01-01,0,1", 1))
    assert only(data.datasets_equal_their_generator).file == "datasets/reactions.csv"
    assert "sha256" in only(data.catalog_describes_every_column).what


def test_a_column_without_its_english_label(copy: Path) -> None:
    path = copy / "datasets" / "catalog.toml"
    path.write_text(path.read_text("utf-8").replace('en = "likes"', 'en = ""'), encoding="utf-8")
    assert only(data.catalog_describes_every_column).place == "posts.likes"


def test_a_rule_shown_in_a_cell_that_is_gone(copy: Path) -> None:
    for language in ("zh", "en"):
        spoil(copy, language, "six-accounts", lambda cell: cell.update(id="other"))
    assert only(rules.rules_are_shown_where_they_say).place == "timing.weekday-evening"


def test_a_lesson_that_the_outline_does_not_list(copy: Path) -> None:
    for language in ("zh", "en"):
        folder = copy / "notebooks" / language / "05_timing"
        shutil.copy(folder / "01_find_our_hours.ipynb", folder / "02_new.ipynb")
    assert only(rules.outline_and_specs_agree).place == "05_timing/02_new"
