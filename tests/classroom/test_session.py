from pathlib import Path

import pytest

from classroom.answers import ATTEMPTS, AnswerError, read_answers
from classroom.grading import counted
from classroom.learner import answers_file
from classroom.session import Session, right_answer

EXERCISE = "05_timing/01_find_our_hours"


def sitting() -> Session:
    return Session(EXERCISE, "exercise")


def test_every_change_is_saved_and_opened_again(work: Path) -> None:
    sitting().change("typical", "reactions", 401)
    assert answers_file(EXERCISE, "exercise").is_relative_to(work)
    assert sitting().answer("typical") == {"reactions": 401}


def test_a_value_taken_back_is_gone(work: Path) -> None:
    session = sitting()
    session.change("typical", "reactions", 401)
    session.change("typical", "reactions", None)
    assert sitting().answer("typical") == {}


def test_nothing_is_written_before_the_first_change(work: Path) -> None:
    sitting().verdict("typical")
    assert not work.exists()


def test_a_check_counts_an_attempt_with_the_hints_seen(work: Path) -> None:
    session = sitting()
    session.change("typical", "reactions", 401)
    session.hint("typical")
    session.check("typical")
    [attempt] = read_answers(answers_file(EXERCISE, "exercise")).attempts["typical"]
    assert (attempt.answer, attempt.hints, attempt.solution_seen) == ({"reactions": 401}, 1, False)


def test_a_blank_check_is_no_attempt(work: Path) -> None:
    session = sitting()
    assert session.check("typical").outcome == "blank"
    assert not session.tried("typical")


def test_hints_come_in_order_and_end(work: Path) -> None:
    session = sitting()
    hints = session.questions["typical"].hints
    shown = [session.hint("typical") for _ in range(len(hints) + 1)]
    assert all(text and hint.zh in text.zh for hint, text in zip(hints, shown, strict=False))
    assert shown[-1] is None


def test_attempts_after_the_solution_are_marked_for_good(work: Path) -> None:
    session = sitting()
    session.change("typical", "reactions", 1)
    session.check("typical")
    session.solution("typical")
    session.check("typical")
    tomorrow = sitting()
    tomorrow.check("typical")
    attempts = read_answers(answers_file(EXERCISE, "exercise")).attempts["typical"]
    assert [attempt.solution_seen for attempt in attempts] == [False, True, True, True]


def test_of_many_attempts_the_first_and_the_latest_are_kept(work: Path) -> None:
    session = sitting()
    for number in range(ATTEMPTS + 5):
        session.change("typical", "reactions", number)
        session.check("typical")
    attempts = read_answers(answers_file(EXERCISE, "exercise")).attempts["typical"]
    assert len(attempts) == ATTEMPTS
    assert [attempts[0].answer, attempts[-1].answer] == [{"reactions": 0}, {"reactions": ATTEMPTS + 4}]


def test_damaged_answers_are_put_aside_and_the_page_says_so(work: Path) -> None:
    path = answers_file(EXERCISE, "exercise")
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    session = sitting()
    assert session.notice is not None
    assert "damaged-1" in session.notice.zh
    assert (path.parent / "01_find_our_hours.damaged-1.json").read_text(encoding="utf-8") == "{"


def test_a_page_run_with_given_answers_writes_nothing(work: Path) -> None:
    given = (
        f'{{"format": 1, "exercise": "{EXERCISE}", "learner": "0012", "answers": {{"typical": {{"reactions": 401}}}}}}'
    )
    session = Session(EXERCISE, "exercise", given)
    session.change("typical", "reactions", 90)
    assert not work.exists()


def test_given_answers_are_read_strictly(work: Path) -> None:
    with pytest.raises(AnswerError):
        Session(EXERCISE, "exercise", '{"format": 1, "surprise": 1}')


def test_the_solution_says_answer_and_reason_in_both_languages(work: Path) -> None:
    session = sitting()
    for name, question in session.questions.items():
        said = session.solution(name)
        assert question.explained(session.facts).zh in said.zh
        assert question.explained(session.facts).en in said.en
    assert right_answer(session.questions["typical"], session.facts) == {"reactions": 90}


def test_a_solution_seen_is_remembered_after_a_restart(work: Path) -> None:
    session = sitting()
    session.change("typical", "reactions", 1)
    session.check("typical")
    session.solution("typical")
    again = sitting()
    again.change("typical", "reactions", 90)
    again.check("typical")
    saved = read_answers(answers_file(EXERCISE, "exercise"))
    answer, attempts = saved.answers["typical"], saved.attempts["typical"]
    assert counted(session.questions["typical"], answer, attempts) == {"reactions": 1}


def test_the_attempt_that_counts_outlives_many_after_the_solution(work: Path) -> None:
    session = sitting()
    for number in (1, 90):
        session.change("typical", "reactions", number)
        session.check("typical")
    session.solution("typical")
    for _ in range(ATTEMPTS + 10):
        session.check("typical")
    attempts = read_answers(answers_file(EXERCISE, "exercise")).attempts["typical"]
    assert counted(session.questions["typical"], {}, attempts) == {"reactions": 90}
