import os
import subprocess
import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from classroom.answers import AnswerFile
from classroom.exercise import every_exercise_id, load_spec
from classroom.pages.build import right_answers, solution_pages, tidy
from classroom.pages.make import exercise_page
from classroom.pages.run import PageError, run_page
from classroom.pages.tidy import page_text, read_page, tidied, write_page
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

EXERCISE = "05_timing/01_find_our_hours"
PATCH = """
import classroom.grading as grading
real = grading.grade
def wrongly(question, answer, data):
    verdict = real(question, answer, data)
    other = "wrong" if verdict.outcome == "right" else "right"
    return grading.Verdict(other, 0, verdict.message)
grading.grade = wrongly
"""


def verdicts(page: object) -> list[str]:
    return [
        cell["outputs"][0]["text"].split(" · ")[0].strip()
        for cell in page["cells"]  # type: ignore[index]  # nbformat has no types
        if "nbval-check-output" in cell["metadata"].get("tags", [])
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", every_exercise_id())
def test_the_committed_exercise_page_is_the_one_its_spec_makes(name: str, language: Language) -> None:
    path = course_home() / "exercises" / language / f"{name}.ipynb"
    assert path.read_text("utf-8") == page_text(tidied(exercise_page(name, load_spec(name), language)))


def test_both_languages_have_the_same_cells_and_code() -> None:
    zh, en = (exercise_page(EXERCISE, load_spec(EXERCISE), language)["cells"] for language in LANGUAGES)
    assert [(cell["id"], cell["cell_type"]) for cell in zh] == [(cell["id"], cell["cell_type"]) for cell in en]
    assert [cell["source"] for cell in zh if cell["cell_type"] == "code"] == [
        cell["source"] for cell in en if cell["cell_type"] == "code"
    ]


@pytest.mark.slow  # every page is run; `classroom tidy --check` does the same, and CI runs it
def test_making_everything_again_changes_nothing() -> None:
    assert tidy(check=True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets in a folder")
def test_a_page_takes_no_port_that_another_may_take_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("jupyter_client.connect.socket")  # by which a kernel's ports are chosen
    page = run_page(course_home() / "notebooks" / "zh" / "start.ipynb", "zh")
    assert page["cells"]


def test_a_page_run_with_nothing_answered_says_so_at_every_question() -> None:
    path = course_home() / "exercises" / "zh" / f"{EXERCISE}.ipynb"
    page = run_page(path, "zh", AnswerFile(exercise=EXERCISE, learner="blank"))
    assert verdicts(page) == ["还没有作答"] * 4


def test_a_page_run_with_a_mistake_tells_that_mistake() -> None:
    path = course_home() / "exercises" / "en" / f"{EXERCISE}.ipynb"
    answers = right_answers(EXERCISE).model_copy(deep=True)
    answers.answers["typical"] = {"reactions": 401}
    page = run_page(path, "en", answers)
    assert verdicts(page) == ["Not right", "Right", "Right", "Right"]
    assert "That is the mean" in page_text(page)


def test_a_cell_that_fails_names_page_and_cell(tmp_path: Path) -> None:
    page = exercise_page(EXERCISE, load_spec(EXERCISE), "zh")
    page["cells"][2]["source"] = "1 / 0"
    write_page(tmp_path / "broken.ipynb", tidied(page))
    with pytest.raises(PageError) as caught:
        run_page(tmp_path / "broken.ipynb", "zh", AnswerFile(exercise=EXERCISE, learner="blank"))
    assert "broken.ipynb" in caught.value.args[0].zh
    assert "ZeroDivisionError" in caught.value.args[0].en


def test_a_cell_that_writes_to_standard_error_fails_the_page(tmp_path: Path) -> None:
    page = exercise_page(EXERCISE, load_spec(EXERCISE), "zh")
    page["cells"][2]["source"] = "import sys\nprint('glyph missing', file=sys.stderr)"
    page["cells"] = page["cells"][:3]
    write_page(tmp_path / "noisy.ipynb", tidied(page))
    with pytest.raises(PageError, match="glyph missing"):
        run_page(tmp_path / "noisy.ipynb", "zh", AnswerFile(exercise=EXERCISE, learner="blank"))


def test_what_a_busy_kernel_printed_in_pieces_is_one_output() -> None:
    printed = [("stdout", "right"), ("stdout", "\n"), ("stderr", "a word"), ("stdout", "more")]
    cell = new_code_cell("print()", outputs=[new_output("stream", name=name, text=text) for name, text in printed])
    [neat] = tidied(new_notebook(cells=[cell]), keep_outputs=True)["cells"]
    assert [(each["name"], each["text"]) for each in neat["outputs"]] == [
        ("stdout", "right\n"), ("stderr", "a word"), ("stdout", "more"),
    ]  # fmt: skip


def test_a_tidied_page_carries_no_path_count_or_widget() -> None:
    for path in solution_pages():
        page = read_page(path)
        assert set(page["metadata"]) == {"kernelspec", "language_info"}
        assert all(cell["execution_count"] in {None, 1} for cell in page["cells"] if cell["cell_type"] == "code")
        assert str(course_home()) not in path.read_text("utf-8")
        assert "widget-view" not in path.read_text("utf-8")


def nbval(pages: list[Path], folder: Path, python_path: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    env = os.environ | {"PYTHONPATH": python_path, "COURSE_WORK": str(folder / "work")}
    env.pop("COURSE_LANGUAGE", None)
    return subprocess.run(
        [*command, *map(str, pages)], env=env, capture_output=True, text=True, check=False, cwd=folder
    )


@pytest.mark.slow
def test_nbval_passes_every_solution_and_fails_every_one_when_grading_answers_wrongly(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(PATCH, encoding="utf-8")
    for page in solution_pages():
        assert nbval([page], tmp_path).returncode == 0, page
        assert nbval([page], tmp_path, str(tmp_path)).returncode == 1, page
