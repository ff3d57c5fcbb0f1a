import zipfile
from pathlib import Path

import pytest

from classroom.answers import parse_answers
from classroom.home import contents_html, hand_in_button, who
from classroom.learner import LearnerError, learner_id, set_learner
from classroom.progress import hand_in, next_lesson, standings
from classroom.session import Session, right_answer

EXERCISE = "05_timing/01_find_our_hours"


def answer_all() -> None:
    session = Session(EXERCISE, "exercise")
    for name, question in session.questions.items():
        for field, value in right_answer(question, session.facts).items():
            session.change(name, field, value)
        session.check(name)


def test_progress_counts_answers_and_points(work: Path) -> None:
    [before] = standings()
    assert (before.answered, before.questions, before.points, before.most) == (0, 4, 0, 12)
    answer_all()
    [after] = standings()
    assert (after.answered, after.points, after.done) == (4, 12, True)


def test_the_next_lesson_is_the_first_that_is_not_done(work: Path) -> None:
    following = next_lesson()
    assert following is not None
    assert following.id == EXERCISE
    answer_all()
    assert next_lesson() is None


def test_the_contents_name_the_lesson_in_the_readers_language(work: Path, reader: str) -> None:
    assert {"zh": "找出读者几点回应", "en": "Find the hours when readers answer"}[reader] in contents_html()
    assert f'href="{EXERCISE}.ipynb"' in contents_html()


@pytest.mark.parametrize("name", ["0012", "李小明", "ＬＩ01", "a-b_c", "Sam Smith"])
def test_a_name_or_number_is_kept_once_given(work: Path, name: str) -> None:
    set_learner(name)
    assert learner_id() == {"ＬＩ01": "LI01"}.get(name, name)


@pytest.mark.parametrize("name", ["", " ", "../x", "a  b", "CON:", "=cmd", "<b>", "x" * 41, "a\nb", "\u202eabc"])
def test_a_name_that_cannot_name_a_file_is_refused_in_words(work: Path, name: str) -> None:
    with pytest.raises(LearnerError) as caught:
        set_learner(name)
    assert caught.value.args[0].zh
    assert learner_id() == "unnamed"


def test_handing_in_writes_one_zip_of_answer_files_with_the_name(work: Path) -> None:
    answer_all()
    set_learner("0012")
    path = hand_in()
    assert path == work / "0012.zip"
    with zipfile.ZipFile(path) as archive:
        [entry] = archive.namelist()
        answers = parse_answers(archive.read(entry))
    assert (answers.learner, answers.exercise) == ("0012", EXERCISE)
    assert len(answers.attempts) == 4


def test_the_same_answers_make_the_same_zip(work: Path) -> None:
    answer_all()
    set_learner("0012")
    assert hand_in().read_bytes() == hand_in().read_bytes()


def test_without_a_name_or_without_answers_nothing_is_handed_in(work: Path) -> None:
    with pytest.raises(LearnerError):
        hand_in()
    set_learner("0012")
    with pytest.raises(LearnerError):
        hand_in()
    assert [*work.glob("*.zip")] == []


def test_the_buttons_of_the_first_page_say_what_happened(work: Path) -> None:
    box, said = who().children
    box.children[0].value = "0012"
    box.children[1].click()
    assert "0012" in said.value
    answer_all()
    button, told = hand_in_button().children
    button.click()
    assert "0012.zip" in told.value
    assert 'download="0012.zip"' in told.value
