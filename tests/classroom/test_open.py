import json
from pathlib import Path

import pytest

from classroom.pages.open import give_out, pages_folder
from playbook.places import course_home

LESSON = "zh/05_timing/01_find_our_hours.ipynb"


@pytest.fixture
def course(tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course of its own: one lesson in each language."""
    home = tmp_path / "home"
    for language in ("zh", "en"):
        page = home / "notebooks" / language / "05_timing" / "01_find_our_hours.ipynb"
        page.parent.mkdir(parents=True)
        original = course_home() / "notebooks" / language / "05_timing" / "01_find_our_hours.ipynb"
        page.write_bytes(original.read_bytes())
    monkeypatch.setenv("COURSE_HOME", str(home))
    return home


def change(path: Path, cell: int, source: str) -> None:
    page = json.loads(path.read_text("utf-8"))
    page["cells"][cell]["source"] = source
    path.write_text(json.dumps(page), encoding="utf-8")


def test_pages_are_copied_once_and_then_left_alone(course: Path) -> None:
    assert give_out() == []
    copy = pages_folder() / LESSON
    change(copy, 0, "my note")
    assert give_out() == []
    assert "my note" in copy.read_text("utf-8")


def test_a_renewed_page_replaces_an_untouched_copy(course: Path) -> None:
    give_out()
    change(course / "notebooks" / LESSON, 0, "# renewed")
    assert give_out() == []
    assert "# renewed" in (pages_folder() / LESSON).read_text("utf-8")


def test_a_renewed_page_leaves_what_the_learner_wrote_beside_it(course: Path) -> None:
    give_out()
    copy = pages_folder() / LESSON
    change(copy, 0, "my note")
    change(course / "notebooks" / LESSON, 0, "# renewed")
    [aside] = give_out()
    assert "my note" in aside.read_text("utf-8")
    assert "# renewed" in copy.read_text("utf-8")


def test_a_damaged_copy_is_put_aside_when_the_page_is_renewed(course: Path) -> None:
    give_out()
    (pages_folder() / LESSON).write_text("{", encoding="utf-8")
    change(course / "notebooks" / LESSON, 0, "# renewed")
    [aside] = give_out()
    assert aside.read_text("utf-8") == "{"


def test_a_copy_that_was_deleted_comes_back(course: Path) -> None:
    give_out()
    (pages_folder() / LESSON).unlink()
    give_out()
    assert (pages_folder() / LESSON).is_file()
