"""What `classroom tidy` makes: exercise pages, solutions, and every notebook in its committed form."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from nbformat import NotebookNode
from tqdm import tqdm

from classroom.answers import AnswerFile
from classroom.environment import environment
from classroom.exercise import every_exercise_id, load_spec
from classroom.pages.make import exercise_page
from classroom.pages.run import run_page
from classroom.pages.tidy import QUOTED, page_text, read_page, tidied, write_page
from classroom.pages.warm import warm_kernels
from classroom.session import right_answer
from playbook.facts import sample_facts
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

IMAGES = ("image/png", "image/svg+xml")
MANY = 4  # pages to run: from here on, warm kernels on every core repay what it takes to prepare them


@dataclass(frozen=True)
class Run:
    """A page to be run: which, in what language, and into which file the result belongs.

    `exercise` names the one whose right answers it gets; a lesson's page gets none and keeps its quoted outputs alone.
    """

    page: Path
    language: Language
    path: Path
    exercise: str | None = None


def tidy(lessons: Collection[str] = (), *, check: bool = False) -> list[Path]:
    """Bring pages into their committed form and return those that were not; with `check`, change nothing.

    All of them, or those of `lessons` (ids) alone. Raises PageError if a page does not run.
    """
    exercises = [name for name in every_exercise_id() if not lessons or name in lessons]
    stale = [path for path, page in _exercise_pages(exercises) if _put(path, page, check=check)]
    running = [*_solutions(exercises)]  # of the exercise pages just made
    for language, path in _lessons(lessons):
        page = read_page(path)
        if any(QUOTED in cell["metadata"].get("tags", []) for cell in page["cells"]):
            running.append(Run(path, language, path))
        elif _put(path, tidied(page), check=check):
            stale.append(path)
    made = tqdm(_run_all(running), total=len(running), delay=2, unit="page")
    return stale + [run.path for run, page in made if _put(run.path, page, check=check)]


def right_answers(exercise: str, language: Language = "zh") -> AnswerFile:
    """Return an answer file with every computable answer right; the words of plans are in this language."""
    questions = load_spec(exercise).exercise
    with environment(COURSE_LANGUAGE=language):
        known = sample_facts()
        answers = {name: right_answer(question, known) for name, question in questions.items()}
    return AnswerFile(exercise=exercise, learner="solution", answers=answers)


def solution_pages() -> list[Path]:
    """Return where the solutions lie, those of drafts too, in both languages."""
    folder = course_home() / "exercises" / "solutions"
    return [folder / language / f"{name}.ipynb" for name in every_exercise_id() for language in LANGUAGES]


def _lessons(wanted: Collection[str]) -> Iterator[tuple[Language, Path]]:
    """Yield the pages of the lessons wanted; if none is named, every page, the first one too."""
    for language in LANGUAGES:
        folder = course_home() / "notebooks" / language
        for path in sorted(folder.rglob("*.ipynb")):
            if not wanted or path.relative_to(folder).with_suffix("").as_posix() in wanted:
                yield language, path


def _exercise_pages(exercises: Iterable[str]) -> Iterator[tuple[Path, NotebookNode]]:
    for name in exercises:
        for language in LANGUAGES:
            yield _blank(name, language), tidied(exercise_page(name, load_spec(name), language))


def _solutions(exercises: Iterable[str]) -> Iterator[Run]:
    for name in exercises:
        for language in LANGUAGES:
            solution = course_home() / "exercises" / "solutions" / language / f"{name}.ipynb"
            yield Run(_blank(name, language), language, solution, name)


def _blank(name: str, language: Language) -> Path:
    return course_home() / "exercises" / language / f"{name}.ipynb"


def _run_all(runs: list[Run]) -> Iterator[tuple[Run, NotebookNode]]:
    """Yield each run with its page, in order; many are run side by side."""
    if len(runs) < MANY:
        yield from ((run, _run(run)) for run in runs)
        return
    # Not forked: papermill has threads by then.
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _warm) as pool:
        yield from zip(runs, pool.map(_run, runs), strict=True)


def _warm() -> None:
    os.environ.update(warm_kernels())


def _run(run: Run) -> NotebookNode:
    answers = right_answers(run.exercise, run.language) if run.exercise else None
    return run_page(run.page, run.language, answers, keep_outputs=run.exercise is not None)


def _put(path: Path, page: NotebookNode, *, check: bool) -> bool:
    """Write a page if it is not what its file holds, unless this is but a check; tell whether it was not."""
    before = read_page(path) if path.is_file() else None
    if before is not None and page_text(before) == page_text(page):
        return False
    if before is not None and check and page_text(_without_images(before)) == page_text(_without_images(page)):
        return False  # another processor may draw a curve's edge a shade differently
    if not check:
        write_page(path, page)
    return True


def _without_images(page: NotebookNode) -> NotebookNode:
    for cell in page["cells"]:
        for output in cell.get("outputs", []):
            for kind in IMAGES:
                output.get("data", {}).pop(kind, None)
    return page
