"""What the lesson and its exercise cite and ask: read off plans and data, and other when these are other."""

from pathlib import Path

import pandas as pd
import pytest

from playbook.capstone import questions, tables
from playbook.capstone.analysis import weekend
from playbook.capstone.building import HandbookButton
from playbook.capstone.houses import facts_of
from playbook.capstone.planner import LESSON
from playbook.capstone.review import mended, plans_of
from playbook.facts import Facts, sample_facts
from playbook.handbook.build import FILES
from playbook.plans import save

FACTS = sample_facts()
DRAW = {"house": "tingquan", "seed": 1646}


def of(name: str, **given: object) -> object:
    return getattr(questions, name)(FACTS, **DRAW, **given)


def test_a_key_that_is_missing_keeps_out_whoever_is_on_duty() -> None:
    assert of("who_gets_in", account="flagship", when=[6, 14]) == "none"
    assert of("who_gets_in", account="store", when=[6, 14]) == "tao"
    assert of("who_gets_in", account="flagship", when=[1, 14]) == "xiaoman"


def test_hours_that_are_missing_follow_from_posts_minutes_and_what_the_matrix_gives() -> None:
    assert of("written_hours", account="class") == 5.3  # four posts of 80 minutes
    assert of("short", account="class") == 1.8  # 3.5 hours are given
    assert of("posts_that_fit", account="class") == 2
    assert of("fact_finder") == "left"


def test_a_change_is_judged_by_what_it_does_to_all_plans() -> None:
    assert of("breaks", place="class-hours", option="six") == "hours-over-member"
    assert of("breaks", place="facts", option="shen") == "none"
    assert of("settles", place="facts", option="shen") == "settled"
    assert of("settles", place="member", option="here") == "moved"
    assert of("settles", place="goal-range", option="middle") == "stands"
    assert of("after", place="facts", option="shen") == "fewer"
    assert of("after", place="goal-range", option="middle") == "same"


def test_a_weekend_is_long_as_long_as_nobody_there_may_read_messages() -> None:
    found = weekend(facts_of("lanjian"), plans_of(LESSON))
    assert (found.on_duty, found.reading, found.until_monday) == (18, 0, 47)
    assert weekend(facts_of("lanjian"), plans_of(mended(FACTS, "lanjian", LESSON.seed))).reading == 18


def test_without_an_inbox_no_message_is_counted() -> None:
    known = Facts(FACTS.company, FACTS.posts, None, invented=False)
    assert weekend(known, plans_of(LESSON)).messages == 0


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_every_table_is_in_the_readers_language_and_says_what_the_page_says(
    wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    assert tables.own_lists().iloc[:, 0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    assert len(tables.clashes()) == 4
    assert tables.weekend_messages().iloc[:, 0].tolist() == [18, 0, 47, 69]
    assert tables.launch_hours().iloc[:, 1].tolist() == ["114", "298", "212"]
    assert tables.hours_of_one().iloc[-2:, 0].tolist() == ["2", "104"]
    page = tables.brief("tingquan", 1646).data
    assert ("听泉" if wanted == "zh" else "Tingquan") in page
    assert "{" not in page


def test_own_plans_are_held_against_each_other_as_they_are_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    plans = plans_of(mended(FACTS, "lanjian", LESSON.seed))
    assert not isinstance(tables.own_clashes(), pd.DataFrame)
    for plan in plans.values():
        save(plan)
    assert not isinstance(tables.own_clashes(), pd.DataFrame)
    save(plans_of(LESSON)["campaign"])
    found = tables.own_clashes()
    assert isinstance(found, pd.DataFrame)
    assert len(found) == 1


def test_the_button_writes_the_four_files_and_says_where_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    button = HandbookButton()
    button.button.click()
    assert {each.name for each in (tmp_path / "handbook").iterdir()} == set(FILES)
    assert all(name in button.said.value for name in (*FILES, "handbook"))
    assert not button.button.disabled


def test_the_button_says_why_nothing_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    (tmp_path / "handbook").write_text("a file where the folder should be")
    button = HandbookButton()
    button.button.click()
    assert 'role="status"' in button.said.value
    assert "handbook.html" not in button.said.value
    assert not button.button.disabled
