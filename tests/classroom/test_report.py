"""The instructor's report: what it says of a class, and what it keeps to itself."""

from __future__ import annotations

from html.parser import HTMLParser
from random import Random

import pytest

from classroom import refusals
from classroom.exercise import exercise_ids, load_spec
from classroom.gradebook import Item, Row
from classroom.grading import Outcome
from classroom.report import said
from classroom.report.causes import causes
from classroom.report.page import Cohort, report_page
from classroom.report.tally import Tally, tallies
from classroom.report.texts import same_texts
from playbook.language import LANGUAGES, Language, Text, same

EXERCISES = exercise_ids()[:3]
EXERCISE = EXERCISES[0]
QUESTION, ASKED = next(iter(load_spec(EXERCISE).exercise.items()))
GBK = refusals.ENCODING.format(place=12, encoding=refusals.GBK) + refusals.AGAIN


class Read(HTMLParser):
    """A page read back: its elements and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data


@pytest.fixture(params=LANGUAGES, autouse=True)
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    language: Language = request.param
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    return language


def item(learner: int, first: Outcome | None, mistake: int | None = None, question: str = QUESTION) -> Item:
    return Item(f"{learner:04}", EXERCISE, question, "right", 3, 3, same(""), first, mistake)


def first_attempts(right: int, *mistakes: int | None) -> Tally:
    items = [item(number, "right") for number in range(right)]
    items += [item(right + number, "wrong", mistake) for number, mistake in enumerate(mistakes)]
    [tally] = tallies(items, EXERCISES, set())
    return tally


def page(rows: list[Row], items: list[Item]) -> Read:
    return Read(report_page(Cohort(rows, tallies(items, EXERCISES, set()), [])))


def fix(learner: str, why: Text) -> Row:
    place = refusals.ABOUT.format(place=f"{learner}/a.json", why=why)
    return Row(learner, "", EXERCISE, "FIX", None, 3, place)


# ---------------------------------------------------------------- what to say to the room


@pytest.mark.parametrize(
    ("tally", "advice"),
    [
        (lambda: first_attempts(17, 0, 0, 0), "move_on"),
        (lambda: first_attempts(16, 0, 0, 0, 0), "word"),
        (lambda: first_attempts(10, *[0] * 6, 1, 1, None, None), "pairs"),
        (lambda: first_attempts(10, *[0] * 3, *[1] * 3, *[None] * 4), "again"),  # wrong in all sorts of ways
        (lambda: first_attempts(10, *[None] * 10), "again"),  # nobody knows that these are the same
        (lambda: first_attempts(2, *[0] * 18), "again"),  # too few to convince the others
        (lambda: first_attempts(4), "too_few"),
    ],
)
def test_the_advice_follows_the_thresholds_on_the_page(tally: object, advice: str) -> None:
    assert callable(tally)
    assert tally().advice == advice


def test_the_interval_is_wilsons() -> None:
    low, high = first_attempts(9, 0).interval
    assert (round(low, 4), round(high, 4)) == (0.5958, 0.9821)  # by hand from the formula


def test_who_saw_the_solution_first_was_not_right_and_who_answered_nothing_is_not_counted() -> None:
    blank = Item("9", EXERCISE, QUESTION, "blank", 0, 3, same(""), None)
    seen = Item("8", EXERCISE, QUESTION, "right", 3, 3, same(""), "blank")
    [tally] = tallies([blank, seen, item(1, None)], EXERCISES, set())
    assert (tally.right, tally.tried) == (1, 2)


def test_what_a_person_marked_has_no_first_attempt() -> None:
    assert tallies([item(1, None)], EXERCISES, {("0001", EXERCISE, QUESTION)}) == []


def test_the_page_says_what_the_class_was_told_at_its_most_frequent_mistake(spoken: Language) -> None:
    items = [item(n, "right") for n in range(10)] + [item(10 + n, "wrong", 0) for n in range(10)]
    words = page([], items).words
    assert ASKED.mistakes[0].text.in_language(spoken) in words
    assert Text("两人一组", "In pairs").in_language(spoken) in words
    assert "50%" in words


def test_the_question_that_fewest_got_right_is_told_first(spoken: Language) -> None:
    easier, harder = list(load_spec(EXERCISE).exercise)[:2]
    items = [item(n, "right" if n < 12 else "wrong", question=easier) for n in range(20)]
    items += [item(n, "right" if n < 4 else "wrong", question=harder) for n in range(20)]
    words = page([], items).words
    assert words.index("20%") < words.index("60%")


def test_five_questions_come_first_and_what_a_word_settles_comes_after_the_others(spoken: Language) -> None:
    items = [item(n, "right" if n < 2 + q else "wrong", question=f"q{q}") for q in range(7) for n in range(20)]
    items += [item(n, "right" if n < 15 else "wrong", question="nearly") for n in range(20)]
    words = page([], items).words
    if_time, a_word = words.index(said.IF_TIME.in_language(spoken)), words.index(said.WORD_LIST.in_language(spoken))
    places = [words.index(rate) for rate in ("10%", "15%", "20%", "25%", "30%", "35%", "40%", "75%")]
    assert places == sorted(places)
    assert places[4] < if_time < places[5]
    assert places[6] < a_word < places[7]


# ---------------------------------------------------------------- where numbers allow nothing


@pytest.mark.parametrize("learners", [0, 1])
def test_fault_102_nobody_and_a_single_learner_make_a_page_without_a_rate(learners: int) -> None:
    rows = [Row("0000", "", EXERCISE, "GRADED", 3, 3, same(""))][:learners]
    read = page(rows, [item(0, "right")][:learners])
    assert "svg" not in read.tags
    assert "nan" not in read.words


def test_fault_102_a_class_that_answers_all_alike_has_no_separation_and_no_division_by_zero(spoken: Language) -> None:
    items = [item(n, "right", question=f"q{q}") for n in range(40) for q in range(7)]
    assert Text("人人一样", "all came out the same").in_language(spoken) in page([], items).words


def test_few_learners_are_told_that_separation_cannot_be_worked_out(spoken: Language) -> None:
    items = [item(n, "right" if n % 2 else "wrong", question=f"q{q}") for n in range(20) for q in range(7)]
    assert {tally.separation.unable for tally in tallies(items, EXERCISES, set())} == {"few"}


def test_a_question_that_the_better_learners_get_right_separates_and_a_coin_does_not() -> None:
    chance = Random(1)  # noqa: S311
    items = []
    for learner in range(400):
        able = chance.random()
        for place in range(8):
            right = chance.random() < (able if place else 0.5)
            items.append(item(learner, "right" if right else "wrong", question=f"q{place}"))
    coin, *others = tallies(items, EXERCISES, set())
    assert coin.separation.outcome == "tells_not"
    assert {other.separation.outcome for other in others} == {"tells"}


# ---------------------------------------------------------------- what is kept back


def test_fault_102_a_mistake_that_fewer_than_five_made_is_told_without_how_many(spoken: Language) -> None:
    items = [item(n, "right") for n in range(20)] + [item(30 + n, "wrong", 0) for n in range(4)]
    words = page([], items).words
    assert Text("各不到 5 人", "By fewer than five each").in_language(spoken) in words
    assert Text("4 人", "4 learners").in_language(spoken) not in words.replace("24 人", "")


def test_the_same_text_is_told_once_without_names_and_small_groups_not_at_all() -> None:
    written = [(f"{n}", "why", " 打 13800138000　问 " if n % 2 else "打 13800138000 问") for n in range(6)]
    written += [("7", "why", "抄来的"), ("8", "why", "抄来的")]
    found = same_texts(EXERCISE, QUESTION, written)
    assert found is not None
    [(shown, learners)] = found.large
    assert (learners, found.small) == (6, 1)
    assert "13800138000" not in shown
    assert same_texts(EXERCISE, QUESTION, [("1", "why", "a"), ("2", "why", "b"), ("3", "why", " ")]) is None


# ---------------------------------------------------------------- why work was not graded


def test_a_cause_that_most_share_is_told_first(spoken: Language) -> None:
    rows = [fix(f"{n:04}", GBK) for n in range(298)]
    rows += [Row(f"{n:04}", "", EXERCISE, "GRADED", 3, 3, same("")) for n in range(298, 300)]
    words = page(rows, []).words
    told = Text("300 名学员里有 298 名，是同一个原因", "298 of 300 learners: the same cause").in_language(spoken)
    assert words.index(told) < words.index(Text("下一次上课", "The next class").in_language(spoken))
    assert refusals.GBK.in_language(spoken) in words


def test_one_cause_is_one_line_whatever_differs_from_file_to_file() -> None:
    rows = [fix(str(n), refusals.ENCODING.format(place=n, encoding=refusals.GBK) + refusals.AGAIN) for n in range(9)]
    rows += [fix("x", refusals.EMPTY + refusals.AGAIN)]
    most, least = causes(rows)
    assert (len(most.learners), len(least.learners)) == (9, 1)
    assert "…" in most.said
    assert "GBK" in most.said


@pytest.mark.parametrize(
    "why", [why for why in vars(refusals).values() if isinstance(why, Text) and why.zh.endswith("。") and "{" in why.zh]
)
def test_every_reason_with_words_filled_in_is_known_again(why: Text) -> None:
    names = (
        "line",
        "column",
        "name",
        "read",
        "place",
        "wanted",
        "nearest",
        "question",
        "field",
        "kind",
        "encoding",
        "why",
    )
    note = why.format(**dict.fromkeys((*names, "close"), "甲"))
    [cause] = causes([fix("1", note)])
    assert "甲" in cause.said


def test_answers_for_other_data_are_listed_and_what_they_say_stays_words(spoken: Language) -> None:
    why = refusals.OTHER_VARIANT.format(read="<script>alert(1)</script>", wanted="sample") + refusals.AGAIN
    read = page([fix("0007", why)], [])
    assert "script" not in read.tags
    assert read.words.count("<script>alert(1)</script>") == 2  # as a cause, and by learner
    assert "0007" in read.words
