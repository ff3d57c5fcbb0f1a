from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.company import Account, Company, Person, Shift
from playbook.facts import sample_facts
from playbook.sample.duty import present
from playbook.timing.duty import (
    attended,
    duty_a_week,
    first_replies,
    longest_stretch,
    posts_a_week,
    writing_and_answering,
)

FACTS = sample_facts()


def test_hours_on_duty_are_counted_once_and_a_lunch_break_ends_a_stretch() -> None:
    card = Company(
        name="甲",
        accounts=[Account(id="a", name="甲")],
        people=[
            Person(id="x", name="一", duty=[Shift(days=[1], start=9, end=12), Shift(days=[1], start=13, end=18)]),
            Person(id="y", name="二", duty=[Shift(days=[1, 2], start=10, end=12)]),
        ],
    )
    assert duty_a_week(card) == 3 + 5 + 2
    assert [longest_stretch(card, day) for day in range(1, 8)] == [5, 2, 0, 0, 0, 0, 0]


def test_posts_a_week_count_originals_and_need_a_week() -> None:
    assert posts_a_week(FACTS.posts, "flagship") == pytest.approx(2500 * 7 / 365)
    assert np.isnan(posts_a_week(FACTS.posts[FACTS.posts["posted_on"] < "2025-01-04"], "flagship"))
    assert np.isnan(posts_a_week(FACTS.posts, "nobody"))


def test_the_log_knows_who_was_there() -> None:
    told = attended(FACTS)
    assert told is not None
    at = FACTS.posts["posted_at"]
    there = [bool(present()[day * 24 + hour]) for day, hour in zip(at.dt.day_of_year - 1, at.dt.hour, strict=True)]
    known = told.notna()
    assert known.mean() > 0.95  # a few shifts were not logged
    assert (told[known] == pd.Series(there, told.index)[known]).all()


def test_a_scheduled_post_is_answered_twice_as_late_while_somebody_is_there() -> None:
    table = first_replies(FACTS, "flagship")
    assert table is not None
    assert table["posts"].tolist() == [1917, 583]
    assert table["minutes"].tolist() == [28, 74]
    by_hand, by_tool = table["minutes_there"]
    assert np.log(by_tool / by_hand) == pytest.approx(0.8, abs=0.15)


def test_days_with_more_writing_have_no_fewer_replies_in_the_sample() -> None:
    log = writing_and_answering(FACTS)
    assert log is not None
    assert not log.told
    assert log.days > 300


def test_days_on_which_writing_crowds_out_answers_are_told() -> None:
    assert FACTS.staff is not None
    crowded = FACTS.staff.assign(replies=(40 - FACTS.staff["posts_written"]).clip(lower=0))
    log = writing_and_answering(replace(FACTS, staff=crowded))
    assert log is not None
    assert log.told
    assert log.together < 0


def test_without_a_log_nothing_is_told() -> None:
    own = replace(FACTS, ledger=None, staff=None)
    assert attended(own) is None
    assert first_replies(own, "flagship") is None
    assert first_replies(FACTS, "nobody") is None
    assert writing_and_answering(own) is None
