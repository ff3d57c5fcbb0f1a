import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from playbook.facts import Facts
from playbook.interaction.analysis.candidates import (
    by_kind,
    growth,
    minutes_each,
    of_kinds,
    own_reposts,
    reading,
    signals_a_week,
    weeks_until_full,
)
from playbook.interaction.analysis.empty import Rule, cheapest, empty, marks, suspected, wrong_calls
from playbook.interaction.analysis.estimates import rate, share
from playbook.interaction.analysis.retention import retained, retention
from playbook.sample.card import sample_card
from playbook.sample.followers import make_followers
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

from .poor import CANDIDATES, FACTS, FOLLOWERS, OWN, POOR, UNCHECKED

ORIGINS = truths()["followers"]["origins"]
MADE = Made(WORLDS, lambda seed: make_followers(seed, WORLDS[seed].table("campaigns")))
OF_WORLDS = Made(WORLDS, lambda seed: Facts(sample_card(), MADE[seed][0], None, invented=True, followers=MADE[seed][0]))


def followers(**columns: Sequence[Any]) -> Facts:
    """Facts with the first few followers, some of their columns changed."""
    size = len(next(iter(columns.values())))
    table = FOLLOWERS.head(size).assign(**columns)
    return replace(FACTS, followers=table.astype(FOLLOWERS.dtypes.to_dict()))


def test_who_is_still_there_counts_for_as_long_as_was_watched() -> None:
    joined = pd.Timestamp("2025-01-01")
    left = [joined + pd.Timedelta(days=each) for each in (10, 40)] + [pd.NaT] * 2
    seen = [pd.Timestamp("2025-04-11")] * 4  # 100 days later
    facts = followers(joined_on=[joined] * 4, left_on=left, origin=["relay"] * 4, last_post_on=seen)
    told = retained(facts)
    assert told[["joined", "still_there"]].to_numpy().tolist() == [[4, 2]]
    assert told[["kept_30", "kept_90"]].to_numpy().tolist() == [[0.75, 0.5]]
    assert math.isnan(told["months"]["relay"])  # nobody was watched for a year


@pytest.mark.parametrize("seed", OF_WORLDS)
def test_those_a_relay_brought_stay_longest_and_those_of_a_campaign_leave_first(seed: int) -> None:
    told = retained(OF_WORLDS[seed])
    assert told.index[0] == "relay"
    assert told.index[-1] == "campaign"
    assert told["kept_90_high"]["campaign"] < told["kept_90_low"]["relay"]
    assert told["months"].idxmin() == "campaign"


def test_what_is_planted_lies_in_the_interval_as_often_as_promised() -> None:
    known = [name for name in ORIGINS if "stay" in ORIGINS[name]]
    inside = [
        told["kept_90_low"][name] <= ORIGINS[name]["stay"] <= told["kept_90_high"][name]
        for told in map(retained, OF_WORLDS.values())
        for name in known
    ]
    assert sum(inside) >= 0.9 * len(inside)  # 95 in 100 of 80, and three standard errors less


def test_a_rule_counts_five_marks_and_what_is_not_known_is_none() -> None:
    facts = followers(
        posts=[0, 4, 500], followers=[2, 9, 900], following=[900, 100, 100], has_avatar=[False, True, pd.NA],
        last_post_on=[pd.NaT, pd.Timestamp("2025-09-01"), pd.Timestamp("2025-12-31")],
        joined_on=[pd.Timestamp("2025-01-01")] * 3, left_on=[pd.NaT] * 3,
    )  # fmt: skip
    assert facts.followers is not None
    assert marks(facts.followers).sum(axis=1).tolist() == [5, 2, 0]
    assert suspected(facts.followers).tolist() == [True, True, False]
    assert suspected(facts.followers, Rule(marks=3)).tolist() == [True, False, False]
    assert suspected(facts.followers, Rule(idle_days=200)).tolist() == [True, False, False]


def test_the_corrected_share_weighs_what_was_found_on_each_side() -> None:
    told = empty(FACTS)
    looked = FOLLOWERS[FOLLOWERS["checked_empty"].notna()]
    guilty = suspected(looked)
    right, missed = (looked["checked_empty"][side].astype(float).mean() for side in (guilty, ~guilty))
    weight = suspected(FOLLOWERS).mean()
    assert (told.right.value, told.missed.value) == pytest.approx((right, missed))
    assert told.corrected.value == pytest.approx(weight * right + (1 - weight) * missed)
    assert (told.checked, told.known_empty) == (200, 31)
    assert told.suspected.value > 1.5 * told.corrected.value


def test_the_interval_holds_the_true_share_and_the_rule_alone_does_not() -> None:
    truth = [hidden["empty"].mean() for _, hidden in MADE.values()]
    told = [empty(facts) for facts in OF_WORLDS.values()]
    assert sum(each.corrected.low <= true <= each.corrected.high for each, true in zip(told, truth, strict=True)) >= 18
    assert not any(each.suspected.low <= true <= each.suspected.high for each, true in zip(told, truth, strict=True))


@pytest.mark.parametrize("number", [2, 3, 4])
def test_whatever_the_number_of_marks_the_corrected_share_stays_about_the_same(number: int) -> None:
    plain, other = empty(FACTS).corrected, empty(FACTS, Rule(number)).corrected
    assert plain.low < other.value < plain.high


def test_what_the_rule_gets_wrong_adds_up_to_what_it_does_not_get_right() -> None:
    told, wrong = empty(FACTS), wrong_calls(FACTS, reader=2, kept=3)
    assert wrong.readers_blocked == pytest.approx(1000 * told.suspected.value * (1 - told.right.value))
    assert wrong.empty_kept == pytest.approx(1000 * (1 - told.suspected.value) * told.missed.value)
    assert wrong.cost == pytest.approx(2 * wrong.readers_blocked + 3 * wrong.empty_kept)


def test_the_dearer_a_reader_the_more_marks_it_takes_until_nobody_is_blocked() -> None:
    chosen = [cheapest(FACTS, reader=reader) for reader in (0.05, 0.5, 1)]
    numbers = [each.marks for each in chosen if each is not None]
    assert len(numbers) == 3
    assert numbers == sorted(numbers)
    assert cheapest(FACTS, reader=5) is None


def test_where_nobody_looked_by_hand_only_the_suspicion_is_told() -> None:
    told = empty(replace(FACTS, followers=UNCHECKED))
    assert told.suspected.value == pytest.approx(suspected(FOLLOWERS).mean())
    assert math.isnan(told.corrected.value)
    assert cheapest(replace(FACTS, followers=UNCHECKED)) is None


def test_kinds_stand_with_what_they_answer_bring_and_take() -> None:
    told = by_kind(FACTS)
    assert told is not None
    assert told["accounts"].sum() == len(CANDIDATES) == 70
    assert told["worth"].nlargest(3).index.tolist() == ["loyal-customer", "peer-fan", "potential-customer"]
    assert told["minutes"].idxmax() == "news"
    assert told["answers_low"]["loyal-customer"] > told["answers_high"]["expert"]
    own = CANDIDATES[CANDIDATES["kind"] == "rival"]
    hours = own["minutes_a_week"].sum() * 90 / 7 / 60
    assert told["worth"]["rival"] == pytest.approx(own["signals"].sum() / hours)


def test_a_list_takes_the_minutes_of_its_accounts() -> None:
    chosen = of_kinds(FACTS, ["loyal-customer", "peer-fan"])
    assert len(chosen) == 10
    assert reading(FACTS, chosen) == pytest.approx(17.5)
    assert reading(FACTS, [*chosen, "somebody"]) == pytest.approx(17.5)
    assert reading(FACTS) == pytest.approx(CANDIDATES["minutes_a_week"].sum())
    assert signals_a_week(FACTS, chosen) == pytest.approx(36 * 7 / 90)
    assert minutes_each(FACTS, ["loyal-customer", "peer-fan"]) == pytest.approx(1.75)


def test_five_a_day_fill_three_hours_of_reading_in_the_second_week() -> None:
    each = minutes_each(FACTS)
    assert weeks_until_full(each, 180) == pytest.approx(180 / (25 * each))
    assert 1 < weeks_until_full(each, 180) < 2
    table = growth(each)
    assert table["followed"].tolist()[:3] == [0, 25, 50]
    assert table["minutes"][52] == pytest.approx(52 * 25 * each)
    assert weeks_until_full(each, 180, per_day=0) == math.inf


def test_a_share_and_a_rate_have_the_intervals_of_the_books() -> None:
    assert share(1, 10) == pytest.approx((0.1, 0.0179, 0.4042), abs=0.0001)  # Wilson
    assert rate(3, 2) == pytest.approx((1.5, 0.3093, 4.3837), abs=0.0001)  # exact: 0.6187 and 8.7673 for three
    assert rate(0, 1).high == pytest.approx(3.6889, abs=0.0001)
    assert np.isnan(share(0, 0)).all()
    assert np.isnan(rate(3, 0)).all()


def test_reposts_by_our_own_accounts_are_few() -> None:
    assert 0 < own_reposts(FACTS) < 0.02
    assert own_reposts(OWN) == pytest.approx(own_reposts(FACTS), rel=0.05)


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_are_told_as_not_known(kind: str) -> None:
    facts = POOR[kind]
    for each in retention(facts).values():
        assert each.count > 0
    table = by_kind(facts)
    assert table is None or (table["answers_low"] <= table["answers_high"]).all()
    told = empty(facts)
    assert math.isnan(told.corrected.value) or told.corrected.low <= told.corrected.value <= told.corrected.high


def test_without_tables_nothing_is_told() -> None:
    assert retained(OWN).empty
    assert by_kind(OWN) is None
    assert of_kinds(OWN, ["rival"]) == []
    assert all(math.isnan(each) for each in (reading(OWN), signals_a_week(OWN), minutes_each(OWN)))
    assert math.isnan(empty(OWN).suspected.value)
