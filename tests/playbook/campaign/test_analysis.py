import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from playbook.campaign.analysis import (
    apart,
    costs,
    days_to_go,
    name_of,
    ranks,
    rate,
    rates,
    spent,
)
from playbook.campaign.analysis_entries import at_mentions, at_steps, fit
from playbook.facts import sample_facts
from playbook.language import Text
from playbook.sample.truths import truths
from tests.worlds import WORLDS

from .worlds import WORST, by_hand

FACTS = sample_facts()
assert FACTS.campaigns is not None
CAMPAIGNS = FACTS.campaigns
PLANTED = truths()["campaigns"]
SEEDS = range(20)


# ---------------------------------------------------------------- reckoned by hand


def test_a_follower_won_and_a_follower_kept_cost_different_things() -> None:
    table: Any = costs(by_hand())
    assert table["per_won"].tolist() == [5, 20, 30, 10, 8.75]
    assert table["per_kept"].tolist()[:4] == [10, 25, math.inf, 300]
    assert math.isnan(table.loc["e", "per_kept"])
    assert table.loc["a", "kept_share"] == 0.5


def test_campaigns_are_ranked_only_once_their_ninety_days_are_over() -> None:
    table: Any = ranks(by_hand())
    assert "e" not in table.index
    assert table.loc["d"].tolist() == [1, 1, 3, 3]
    assert table.loc["c"].tolist() == [4, 4, 4, 4]
    assert table["per_kept"].idxmin() == "a"


def test_a_group_s_ratio_is_that_of_its_sums_and_counts_what_is_not_known() -> None:
    all_of_them = rate(by_hand(), "cost", "kept_90")
    assert all_of_them.ratio == pytest.approx((1000 + 2000 + 300 + 9000) / 210)
    assert (all_of_them.campaigns, all_of_them.left_out) == (4, 1)
    assert math.isnan(all_of_them.low)  # four campaigns tell no interval
    by_goal = rates(by_hand(), "cost", "kept_90", "goal")
    assert by_goal["followers"][:3] == (1, 1, 300)
    assert by_goal["sales"].ratio == 13


def test_groups_by_prize_and_its_value_are_told_by_both() -> None:
    table = rates(by_hand(), "prize_hunters", "new_followers", ["tied", "band"]).values()
    assert [each.campaigns for each in table] == [2, 1, 1, 1]
    assert [each.ratio for each in table] == [45 / 90, 880 / 900, 20 / 200, 10 / 100]


def test_where_nobody_stayed_a_follower_kept_has_no_price_and_no_interval() -> None:
    nobody = rate(by_hand(kept_90=[0] * 5), "cost", "kept_90")
    assert nobody.ratio == math.inf
    assert math.isnan(nobody.high)
    assert math.isnan(rate(by_hand().iloc[:0], "cost", "kept_90").ratio)


def test_money_and_number_by_goal_are_two_different_splits() -> None:
    table: Any = spent(by_hand())
    assert table.index.tolist() == ["followers", "sales", "readers"]
    assert table["campaigns_share"].tolist() == [0.4, 0.4, 0.2]
    assert table.loc["followers", "cost_share"] == pytest.approx(9700 / 13000)
    assert spent(by_hand(), last=2).index.tolist() == ["followers"]


def test_what_is_not_known_yet_says_when_it_will_be() -> None:
    assert days_to_go(by_hand(), pd.Timestamp("2024-12-31")).to_dict() == {"e": 64}
    assert days_to_go(by_hand(), pd.Timestamp("2026-01-01")).to_dict() == {"e": 0}


def test_a_campaign_s_name_has_its_year_since_names_come_back() -> None:
    assert name_of(CAMPAIGNS, WORST) == Text("年末大抽奖（2024）", "The Big Year-End Draw (2024)")
    with pytest.raises(KeyError):
        name_of(CAMPAIGNS, "c9999")


def test_rates_are_apart_only_where_their_intervals_do_not_meet() -> None:
    hunters = rates(CAMPAIGNS, "prize_hunters", "new_followers", "tied")
    assert apart(hunters[False], hunters[True]) is True
    assert apart(hunters[True], hunters[False]) is False
    assert apart(hunters[True], hunters[True]) is None


# ---------------------------------------------------------------- what is planted is found again


@pytest.mark.parametrize("seed", SEEDS)
def test_the_campaign_that_looks_best_is_the_worst_by_followers_kept(seed: int) -> None:
    table: Any = ranks(WORLDS[seed].campaigns)
    assert table["entries"].idxmin() == table["new_followers"].idxmin() == WORST
    assert table["per_kept"].idxmax() == WORST
    assert table.loc[WORST, "kept_90"] > 3


def test_prizes_with_no_tea_in_them_bring_those_who_come_for_the_prize() -> None:
    inside = {True: 0, False: 0}
    for seed in SEEDS:
        table = WORLDS[seed].campaigns
        found = rates(table[table["id"] != WORST], "prize_hunters", "new_followers", "tied")
        assert found[False].ratio == pytest.approx(PLANTED["hunters_untied"], abs=0.05)
        assert found[True].ratio == pytest.approx(PLANTED["hunters_tied"], abs=0.05)
        for tied, truth in ((True, PLANTED["hunters_tied"]), (False, PLANTED["hunters_untied"])):
            # A whole follower is rounded down: a share errs by up to half a follower in a hundred.
            inside[tied] += found[tied].low - 0.005 <= truth <= found[tied].high + 0.005
    assert min(inside.values()) >= 17  # of 20: a 95% interval misses more than three once in sixty


def test_within_prizes_with_no_tea_in_them_a_dearer_one_does_not_bring_more_hunters() -> None:
    told = []
    for seed in SEEDS:
        table = WORLDS[seed].campaigns
        plain = table[~table["tied"] & (table["id"] != WORST)]
        cheapest, *_, dearest = rates(plain, "prize_hunters", "new_followers", "band").values()
        told.append(dearest.ratio - cheapest.ratio)
    assert np.median(told) == pytest.approx(0, abs=0.03)


def test_each_step_and_each_friend_mentioned_cost_what_was_planted() -> None:
    steps, mentions, held = [], [], 0
    for seed in SEEDS:
        line = fit(WORLDS[seed].campaigns)
        assert line is not None
        steps.append(math.log(line.effect("steps")[0]))
        mentions.append(math.log(line.effect("mentions")[0]))
        _, low, high = line.effect("mentions", 3)
        held += low <= math.exp(3 * PLANTED["per_mention"]) <= high
    assert np.mean(steps) == pytest.approx(PLANTED["per_step"], abs=0.03)
    assert np.mean(mentions) == pytest.approx(PLANTED["per_mention"], abs=0.03)
    assert held >= 16


def test_ten_friends_to_mention_were_never_tried_and_the_table_says_so() -> None:
    table: Any = at_mentions(CAMPAIGNS)
    assert table["campaigns"].to_dict() == {0: 20, 1: 7, 3: 7, 5: 6, 10: 0}
    assert table.loc[0, ["left", "low", "high"]].tolist() == [1, 1, 1]
    assert table["left"].is_monotonic_decreasing
    assert table.loc[10, "high"] < 1
    assert table.loc[10, "left"] == pytest.approx(table.loc[5, "left"] ** 2)


def test_each_further_step_leaves_fewer() -> None:
    table: Any = at_steps(CAMPAIGNS)
    assert table.index.tolist() == [1, 2, 3, 4, 5]
    assert table["campaigns"].sum() == len(CAMPAIGNS)
    assert (table["high"].iloc[1:] < 1).all()


def test_too_few_campaigns_and_a_question_never_tried_draw_no_line() -> None:
    assert fit(CAMPAIGNS.head(19)) is None
    assert at_mentions(CAMPAIGNS.head(5))["left"].isna().all()
    never = fit(CAMPAIGNS.assign(mentions_asked=0))
    assert never is not None
    assert math.isnan(never.effect("mentions")[0])
    assert never.effect("steps")[0] < 1
    assert fit(CAMPAIGNS.assign(prize_value=CAMPAIGNS["steps"].map(lambda steps: 100 * math.exp(steps)))) is None
