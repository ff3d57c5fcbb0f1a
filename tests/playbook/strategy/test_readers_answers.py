"""Exercise 1.2: who counts from its tables gets what its questions take for right; wrong ways come out otherwise."""

from __future__ import annotations

import pytest

from playbook.facts import Facts, sample_facts
from playbook.strategy import readers_answers as answers
from playbook.strategy.models import MotiveName


@pytest.fixture(scope="module")
def known() -> Facts:
    return sample_facts()


def test_a_reader_who_divides_the_tables_columns_gets_the_right_share(known: Facts) -> None:
    told, named = answers.counts(known, "fun").iloc[-1].astype(int)
    assert answers.per_cent(known, "fun", ["panel"]) == round(100 * named / told)


def test_weighting_by_hand_comes_from_the_tables_three_columns(known: Facts) -> None:
    rows = answers.by_home(known, "fun").astype(str)
    parts = [int(named) / int(told) * int(share.rstrip("%")) for told, named, share in rows.to_numpy()]
    assert answers.weighted_per_cent(known, "fun") == round(sum(parts))


def test_each_wrong_way_of_weighting_gives_another_number(known: Facts) -> None:
    ways = [
        answers.weighted_per_cent(known, "fun"),
        answers.weighted_per_cent(known, "fun", turned=True),
        answers.even_per_cent(known, "fun"),
        answers.per_cent(known, "fun", ["post"]),
    ]
    assert len(set(ways)) == len(ways)


def test_throwing_all_together_is_not_the_mean_of_four(known: Facts) -> None:
    assert answers.per_cent(known, "fun") != answers.mean_per_cent(known, "fun")


@pytest.mark.parametrize(
    ("motive", "more", "less", "said"),
    [
        ("fun", "post", "panel", "supported"),
        ("fun", "panel", "post", "refuted"),
        ("promotions", "post", "panel", "cannot_tell"),
    ],
)
def test_two_ways_differ_only_where_their_intervals_do_not_meet(
    known: Facts, motive: MotiveName, more: str, less: str, said: str
) -> None:
    assert answers.verdict(known, motive, more, less) == said


@pytest.mark.parametrize(("low", "high", "said"), [(30, 40, "refuted"), (0, 90, "supported"), (20, 40, "cannot_tell")])
def test_a_claimed_stretch_is_held_against_the_interval(known: Facts, low: int, high: int, said: str) -> None:
    assert answers.against(known, "promotions", "panel", low, high) == said
