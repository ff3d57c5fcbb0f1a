"""What `classroom tidy` makes: exercise pages, solutions, and every notebook in its committed form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nbformat import NotebookNode
from tqdm import tqdm

from classroom.answers import AnswerFile
from classroom.exercise import every_exercise_id, load_spec
from classroom.pages.make import exercise_page
from classroom.pages.run import run_page
from classroom.pages.tidy import QUOTED, page_text, read_page, tidied, write_page
from classroom.session import right_answer
from playbook.facts import sample_facts
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

IMAGES = ("image/png", "image/svg+xml")
Job = tuple[Path, Callable[[], NotebookNode]]


def tidy(*, check: bool = False) -> list[Path]:
    """Bring every page into its committed form and return those that were not; with `check`, change nothing."""
    stale = []
    for path, made in tqdm([*_jobs()], delay=2, unit="page"):
        page = made()
        before = read_page(path) if path.is_file() else None
        if before is not None and page_text(before) == page_text(page):
            continue
        if before is not None and check and page_text(_without_images(before)) == page_text(_without_images(page)):
            continue  # another processor may draw a curve's edge a shade differently
        stale.append(path)
        if not check:
            write_page(path, page)
    return stale


def right_answers(exercise: str) -> AnswerFile:
    """Return an answer file with every computable answer right."""
    known = sample_facts()
    questions = load_spec(exercise).exercise
    return AnswerFile(
        exercise=exercise,
        learner="solution",
        answers={name: right_answer(question, known) for name, question in questions.items()},
    )


def solution_pages() -> list[Path]:
    """Return where the solutions lie, those of drafts too, in both languages."""
    folder = course_home() / "exercises" / "solutions"
    return [folder / language / f"{name}.ipynb" for name in every_exercise_id() for language in LANGUAGES]


def lesson_pages(language: Language) -> list[Path]:
    """Return the lessons and the first page of one language, in order."""
    return sorted((course_home() / "notebooks" / language).rglob("*.ipynb"))


def _jobs() -> Iterator[Job]:
    """Yield each page with what makes it; solutions run the page just made, so exercise pages come first."""
    home = course_home() / "exercises"
    for name in every_exercise_id():
        for language in LANGUAGES:
            blank = home / language / f"{name}.ipynb"
            yield blank, _maker(name, language)
            yield home / "solutions" / language / f"{name}.ipynb", _solver(blank, name, language)
    for language in LANGUAGES:
        for path in lesson_pages(language):
            yield path, _tidier(path, language)


def _maker(name: str, language: Language) -> Callable[[], NotebookNode]:
    return lambda: tidied(exercise_page(name, load_spec(name), language))


def _solver(blank: Path, name: str, language: Language) -> Callable[[], NotebookNode]:
    return lambda: run_page(blank, language, right_answers(name))


def _tidier(path: Path, language: Language) -> Callable[[], NotebookNode]:
    def made() -> NotebookNode:
        page = read_page(path)
        quotes = any(QUOTED in cell["metadata"].get("tags", []) for cell in page["cells"])
        return run_page(path, language, keep_outputs=False) if quotes else tidied(page)

    return made


def _without_images(page: NotebookNode) -> NotebookNode:
    for cell in page["cells"]:
        for output in cell.get("outputs", []):
            for kind in IMAGES:
                output.get("data", {}).pop(kind, None)
    return page
