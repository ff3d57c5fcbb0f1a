"""The exercise pages beside the feedback: the course's own, run with what was graded, for the learner's eyes."""

from __future__ import annotations

import json
from concurrent.futures import BrokenExecutor
from html import unescape
from pathlib import Path

import pytest

from classroom.answers import AnswerFile
from classroom.cohort import grade_cohort
from classroom.exercise import load_spec
from classroom.feedback import write_feedback
from classroom.feedback_pages import Made, write_pages
from classroom.grading_run.workers import Here, Lane
from classroom.markup import POLICY
from classroom.pages import many, run
from classroom.pages.build import right_answers
from classroom.pages.make import exercise_page
from classroom.pages.many import OTHER_COURSE, Sitting, html_of, run_sittings
from classroom.pages.run import PageError, run_page
from classroom.pages.tidy import tidied, write_page
from classroom.store import Store
from playbook.language import Text
from playbook.places import course_home

EXERCISE, QUESTION, FIELD = "04_content/02_set_the_mix", "defend", "words"
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:x'>好</a>{{7*7}}"


def hand_in(folder: Path, learner: str, words: str) -> AnswerFile:
    answers = right_answers(EXERCISE).model_copy(update={"learner": learner}, deep=True)
    answers.answers[QUESTION] = {FIELD: words}
    place = folder / learner / "answers.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(answers.model_dump(mode="json"), ensure_ascii=False), "utf-8")
    return answers


def make(folder: Path) -> tuple[Made, Path]:
    out = folder / "feedback"
    with Store(folder / "graded") as store:
        made = write_pages(out, store, folder / "submissions", "", [Lane(Here)])
        write_feedback(out, store, made.pages)
    return made, out / "0012" / "04_content__02_set_the_mix.html"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made, Path]:
    """Return a folder in which a learner's exercise was graded and its page run, with what came of it."""
    folder = tmp_path_factory.mktemp("cohort")
    hand_in(folder / "submissions", "0012", HOSTILE)
    hand_in(folder / "submissions", "0013", "另一名学员写的")
    grade_cohort(folder / "submissions", None, folder / "graded")
    (folder / "submissions" / "0013" / "answers.json").unlink()  # since then
    return (folder, *make(folder))


def test_a_learner_gets_the_page_with_the_answers_that_were_graded(graded: tuple[Path, Made, Path]) -> None:
    _, made, page = graded
    html = page.read_text("utf-8")
    asked = load_spec(EXERCISE).exercise
    assert all(question.title.zh in html for question in asked.values())
    assert html.count("对 · ") == len(asked) - 1  # and one is for a person to mark
    assert made.run == 1
    assert made.failed == []


def test_the_feedback_links_to_it_and_to_no_page_of_another(graded: tuple[Path, Made, Path]) -> None:
    folder, _, page = graded
    links = [(folder / "feedback" / f"{learner}.html").read_text("utf-8") for learner in ("0012", "0013")]
    assert f'href="0012/{page.name}"' in links[0]
    assert "href" not in links[1]


def test_fault_097_the_page_shows_no_path_no_key_no_other_learner(graded: tuple[Path, Made, Path]) -> None:
    html = graded[2].read_text("utf-8")
    assert "另一名学员写的" not in html
    assert str(course_home()) not in html
    assert "/tmp" not in html  # noqa: S108 - where it ran
    assert "Traceback" not in html
    assert "answers = " not in html  # the code, with all that was handed in, is left out


def test_fault_098_nothing_on_the_page_acts_or_asks_the_network(graded: tuple[Path, Made, Path]) -> None:
    html = graded[2].read_text("utf-8")
    assert POLICY in unescape(html)
    body = html.partition("</style>")[2]
    assert "&lt;script&gt;alert(1)" in body
    acts = ("<script", "<style", "<a ", "<img src=x", "<link", "http://", "https://")
    assert not [each for each in acts if each in body]


def test_what_stands_of_the_same_answers_is_not_run_again(graded: tuple[Path, Made, Path]) -> None:
    folder, _, page = graded
    before = page.stat().st_mtime_ns
    made, _ = make(folder)
    assert (made.run, len(made.pages)) == (0, 1)
    assert page.stat().st_mtime_ns == before


def test_what_was_handed_in_after_grading_is_told_and_not_run(graded: tuple[Path, Made, Path]) -> None:
    made = graded[1]
    assert made.changed == 1  # 0013's
    assert not made.whole
    assert "classroom grade" in " ".join(map(str, made.summary))


def sittings(*versions: str) -> list[Sitting]:
    answers = AnswerFile(exercise=EXERCISE, learner="x")
    return [Sitting(version, answers, "zh", "", version) for version in versions]


def test_a_worker_with_another_course_runs_nothing() -> None:
    assert html_of(*sittings("another")) == OTHER_COURSE


def test_a_page_that_breaks_its_worker_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(sitting: Sitting) -> str:
        if sitting.version == "b":
            raise BrokenExecutor
        if sitting.version == "c":
            raise ValueError
        return sitting.version

    monkeypatch.setattr(many, "html_of", breaks)
    came = {sitting.version: page for sitting, page in run_sittings(sittings("a", "b", "c", "d"), [Lane(Here)])}
    assert (came["a"], came["d"]) == ("a", "d")
    assert came["b"] == many.BROKE
    assert isinstance(came["c"], Text)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a page whose third cell tests write, with little patience for it."""
    monkeypatch.setattr(run, "LONGEST", 2)
    return tmp_path / "broken.ipynb"


@pytest.mark.parametrize(
    ("cell", "said"), [("import time; time.sleep(60)", "放弃"), ("import os; os._exit(1)", "内核")]
)
def test_a_page_that_hangs_or_whose_kernel_dies_is_given_up_in_words(broken: Path, cell: str, said: str) -> None:
    page = exercise_page(EXERCISE, load_spec(EXERCISE), "zh")
    page["cells"] = page["cells"][:2]
    page["cells"][1]["source"] = cell
    write_page(broken, tidied(page))
    with pytest.raises(PageError, match=said):
        run_page(broken, "zh")
