"""What the capstone asks, and the tables that it shows."""

import pytest

from playbook.capstone import questions, tables
from playbook.capstone.questions import comes_to, count, repairing
from playbook.capstone.repairs import ways
from playbook.capstone.rubric import levels
from playbook.facts import sample_facts

FACTS, SEED = sample_facts(), 1


def test_the_table_of_clashes_has_as_many_rows_as_the_question_counts() -> None:
    shown = tables.clash_table(SEED)
    assert len(shown) == count(FACTS, SEED) == 5
    assert questions.between(FACTS, SEED, "hours-over-member") == ["matrix", "governance"]


@pytest.mark.parametrize(
    ("check", "outcomes"),
    [
        ("hours-over-member", ["repaired", "repaired", "same"]),
        ("answer-after-first-word", ["repaired", "broken", "broken"]),
        ("owner-without-key", ["repaired", "moved", "moved"]),
    ],
)
def test_each_way_to_repair_comes_to_what_trying_it_shows(check: str, outcomes: list[str]) -> None:
    assert [comes_to(FACTS, SEED, check, way) for way in (1, 2, 3)] == outcomes
    told = tables.way_table(SEED, check, outcomes=True).iloc[:, -1].tolist()
    assert [each == str(tables.REPAIRED) for each in told] == [each == "repaired" for each in outcomes]


def test_a_question_for_the_one_way_is_refused_where_two_ways_repair() -> None:
    assert repairing(FACTS, SEED, "answer-after-first-word") == "1"
    with pytest.raises(ValueError, match="wanted one way"):
        repairing(FACTS, SEED, "hours-over-member")


def test_before_it_is_tried_a_table_does_not_say_which_way_repairs() -> None:
    shown = tables.way_table(SEED, "hours-over-member")
    assert shown.shape == (len(ways()["hours-over-member"]), 1)


def test_the_rubric_has_two_marked_examples_for_each_of_four_marks() -> None:
    assert [each.points for each in levels()] == [0, 1, 2, 3]
    for level in levels():
        assert len(level.examples) == 2
        assert {example.check for example in level.examples} <= set(ways())
    assert len(tables.rubric_table()) == 4
    assert len(tables.example_table()) == 8
