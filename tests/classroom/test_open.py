import json
from collections.abc import Callable
from pathlib import Path

import pytest

from classroom.pages.open import give_out, pages_folder

ROOT = Path(__file__).parents[2]
LESSON = "zh/05_timing/01_find_our_hours.ipynb"


@pytest.fixture
def pages(course: Callable[..., Path]) -> Path:
    """A small course of its own: a lesson and a draft in each language, with their exercises."""
    home = course({"01_find_our_hours": "exercise_minutes = 20", "02_draft": "draft = true\nexercise_minutes = 9"})
    for language in ("zh", "en"):
        for name in ("01_find_our_hours", "02_draft"):
            for folder in ("notebooks", "exercises"):
                page = home / folder / language / "05_timing" / f"{name}.ipynb"
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_bytes((ROOT / "notebooks" / LESSON).read_bytes())
    return home


def test_drafts_are_not_given_out(pages: Path) -> None:
    give_out()
    copies = sorted(path.relative_to(pages_folder()).as_posix() for path in pages_folder().rglob("*.ipynb"))
    assert copies == [
        f"{language}/{folder}05_timing/01_find_our_hours.ipynb"
        for language in ("en", "zh")
        for folder in ("", "exercises/")
    ]


def change(path: Path, cell: int, source: str) -> None:
    page = json.loads(path.read_text("utf-8"))
    page["cells"][cell]["source"] = source
    path.write_text(json.dumps(page), encoding="utf-8")


def test_pages_are_copied_once_and_then_left_alone(pages: Path) -> None:
    assert give_out() == []
    copy = pages_folder() / LESSON
    change(copy, 0, "my note")
    assert give_out() == []
    assert "my note" in copy.read_text("utf-8")


def test_a_renewed_page_replaces_an_untouched_copy(pages: Path) -> None:
    give_out()
    change(pages / "notebooks" / LESSON, 0, "# renewed")
    assert give_out() == []
    assert "# renewed" in (pages_folder() / LESSON).read_text("utf-8")


def test_a_renewed_page_leaves_what_the_learner_wrote_beside_it(pages: Path) -> None:
    give_out()
    copy = pages_folder() / LESSON
    change(copy, 0, "my note")
    change(pages / "notebooks" / LESSON, 0, "# renewed")
    [aside] = give_out()
    assert "my note" in aside.read_text("utf-8")
    assert "# renewed" in copy.read_text("utf-8")


def test_a_damaged_copy_is_put_aside_when_the_page_is_renewed(pages: Path) -> None:
    give_out()
    (pages_folder() / LESSON).write_text("{", encoding="utf-8")
    change(pages / "notebooks" / LESSON, 0, "# renewed")
    [aside] = give_out()
    assert aside.read_text("utf-8") == "{"


def test_a_copy_that_was_deleted_comes_back(pages: Path) -> None:
    give_out()
    (pages_folder() / LESSON).unlink()
    give_out()
    assert (pages_folder() / LESSON).is_file()
