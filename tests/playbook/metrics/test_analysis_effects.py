"""What is planted in weeks is found again: a lagged launch, peers apart, a measure that leads, a mix that shifts."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.averages import capped, heavy, in_time, missing, mixed
from playbook.metrics.analysis.before_after import Twice, twice
from playbook.metrics.analysis.done import Event, asked, done
from playbook.metrics.analysis.launch import Asked, Effect, effect, readings, shows_from
from playbook.metrics.analysis.leads import first_to_move, leads, most_alike
from playbook.metrics.analysis.peers import Against, against, leads_and_lags, own_trends, standing
from playbook.metrics.analysis.series import series
from playbook.metrics.analysis.unfollows import left
from playbook.sample.peers import apart
from playbook.sample.truths import truths
from tests.worlds import Made

from .worlds import FACTS, FIRST, OWN, SEEDS, by_week, facts_of, orders

PLANTED = truths()
LAUNCH = pd.Timestamp(PLANTED["launch"]["on"])
OF_WORLDS = Made(SEEDS, facts_of)


def question(facts: Facts, event: Event) -> Asked:
    found = asked(facts, event)
    assert found is not None
    return found


def found_of(facts: Facts, event: Event) -> Effect:
    found = effect(question(facts, event))
    assert isinstance(found, Effect)
    return found


# ---------------------------------------------------------------- an effect with a lag


def test_the_launch_is_found_in_orders_once_its_lag_is_over() -> None:
    planted = float(np.mean(PLANTED["weekly"]["launch_orders"][2:8]))
    found = [found_of(facts, "launch").mean for facts in OF_WORLDS.values()]
    assert all(each.low <= planted <= each.high for each in found)
    assert np.mean([each.value for each in found]) == pytest.approx(planted, abs=0.12)


def test_early_readings_cannot_tell_what_later_ones_can() -> None:
    for facts in (FACTS, OF_WORLDS[0], OF_WORLDS[1]):
        told = {weeks: each for weeks, each in readings(question(facts, "launch")).items() if isinstance(each, Effect)}
        assert told[1].mean.outcome == told[2].mean.outcome == "cannot_tell"
        assert told[4].mean.outcome == "supported"
        assert shows_from(question(facts, "launch")) in {3, 4}


def test_a_reading_knows_nothing_that_came_later() -> None:
    it = question(FACTS, "launch")
    later = it.weekly.copy()
    later[LAUNCH + pd.Timedelta(days=28) :] = 9999.0
    changed = effect(replace(it, weekly=later).first(4))
    now = effect(it.first(4))
    assert isinstance(changed, Effect)
    assert isinstance(now, Effect)
    assert changed.mean == now.mean


def test_nothing_planted_is_told_to_be_nothing_and_a_rise_is_counted_in_orders() -> None:
    values = orders(np.random.default_rng(5))
    day = values.index[80]
    quiet = effect(Asked(values, "orders", day))
    assert isinstance(quiet, Effect)
    assert quiet.mean.outcome == "cannot_tell"
    lifted = values.copy()
    lifted.iloc[80:88] = (2 * lifted.iloc[80:88]).round()
    loud = effect(Asked(lifted, "orders", day))
    assert isinstance(loud, Effect)
    assert loud.mean.low > 0
    assert loud.more.low < lifted.iloc[80:88].sum() / 2 < loud.more.high
    assert len(loud.by_week) == 8


def test_an_effect_is_refused_without_enough_weeks_before_or_any_after() -> None:
    values = orders(np.random.default_rng(6), weeks=40)
    early = effect(Asked(values, "orders", values.index[10]))
    assert isinstance(early, Text)
    assert "10" in early.zh
    assert isinstance(effect(Asked(values, "orders", values.index[-1] + pd.Timedelta(days=14))), Text)
    assert isinstance(effect(Asked(values, "orders", values.index[-1], lag=2)), Text)


def test_the_duty_rule_made_the_service_s_comments_friendlier() -> None:
    before, after = (
        PLANTED["replies"]["read"]["service"]["positive"][at] - PLANTED["replies"]["read"]["service"]["negative"][at]
        for at in (0, 1)
    )
    for facts in OF_WORLDS.values():
        mean = found_of(facts, "duty").mean
        assert mean.low <= after - before <= mean.high
        assert mean.outcome == "supported"


# ---------------------------------------------------------------- what a trend would have brought anyway


def test_orders_rise_after_a_campaign_that_did_nothing_and_rose_as_much_the_year_before() -> None:
    for facts in (FACTS, *OF_WORLDS.values()):
        found = twice(question(facts, "campaign"))
        assert isinstance(found, Twice)
        assert found.rise > 0.05
        assert found.rise_last_year > 0.2
        assert isinstance(found.effect, Effect)
        assert found.effect.mean.outcome != "supported"


def test_before_and_after_is_reckoned_by_hand_and_refused_with_gaps() -> None:
    weeks = np.full(104, 100.0)
    weeks[90:96] = 150.0
    found = twice(Asked(by_week(weeks + np.arange(104) % 2), "orders", FIRST + pd.Timedelta(days=7 * 90), weeks=6))
    assert isinstance(found, Twice)
    assert (found.before, found.after, found.before_last_year) == (100.5, 150.5, 100.5)
    assert found.beyond == pytest.approx(np.log(150.5 / 100.5))
    weeks[92] = np.nan
    assert isinstance(twice(Asked(by_week(weeks), "orders", FIRST + pd.Timedelta(days=7 * 90), weeks=6)), Text)


# ---------------------------------------------------------------- peers


def test_peers_planted_apart_are_found_by_the_weeks_before_the_launch_alone() -> None:
    for seed, facts in OF_WORLDS.items():
        assert facts.peers is not None
        planted = {f"p{at + 1:02d}" for at in apart(seed, PLANTED)}
        table = own_trends(facts.peers, LAUNCH)
        found = set(table.index[table["apart"].astype(bool)])
        assert len(planted - found) <= 1
        assert len(found - planted) <= 6
        later = facts.peers["week"] >= LAUNCH
        blind = own_trends(facts.peers.assign(reactions=facts.peers["reactions"].mask(later, 1)), LAUNCH)
        assert blind.equals(table)


def test_the_launch_is_found_against_peers_that_run_alike() -> None:
    found = [against(facts, "flagship", LAUNCH) for facts in (FACTS, *OF_WORLDS.values())]
    told = [each for each in found if isinstance(each, Against)]
    assert len(told) == len(found)
    assert sum(each.parallel for each in told) >= 3
    assert sum(each.difference.low <= max(PLANTED["launch"]["lift"]) <= each.difference.high for each in told) >= 3
    assert np.mean([each.difference.value for each in told]) == pytest.approx(0.5, abs=0.2)
    assert all(not set(each.kept) & set(each.apart) for each in told)


def test_before_the_launch_the_gap_to_the_peers_scatters_around_nothing() -> None:
    found = against(FACTS, "flagship", LAUNCH)
    assert isinstance(found, Against)
    table = leads_and_lags(FACTS, "flagship", LAUNCH, found.kept)
    before = table[table.index < 0]
    # Four weeks hang on a few posts: one or two such steps lie apart by luck, above and below.
    assert ((before["low"] < 0) & (before["high"] > 0)).sum() >= 4
    assert abs(before["value"].mean()) < 0.15
    assert table.loc[[4, 8, 12], "value"].mean() > table.loc[[20, 24, 28], "value"].mean()


def test_where_there_are_no_peers_or_too_few_it_is_told() -> None:
    assert FACTS.peers is not None
    assert isinstance(against(OWN, "flagship", LAUNCH), Text)
    one = replace(FACTS, peers=FACTS.peers[FACTS.peers["peer"] == "p02"])
    assert isinstance(against(one, "flagship", LAUNCH), Text)
    short = replace(FACTS, peers=FACTS.peers[FACTS.peers["week"] >= "2025-03-03"])
    assert isinstance(against(short, "flagship", LAUNCH), Text)
    assert isinstance(against(FACTS, "flagship", pd.Timestamp("2026-06-01")), Text)


def test_standing_among_peers_is_told_for_every_thousand_followers() -> None:
    table = standing(FACTS, "flagship", pd.Timestamp("2025-10-06"), pd.Timestamp("2025-12-22"))
    assert len(table) == 25
    assert table["per_1000"].is_monotonic_decreasing
    assert FACTS.weekly is not None
    own = FACTS.weekly[(FACTS.weekly["account"] == "flagship") & (FACTS.weekly["week"] >= "2025-10-06")]
    assert table["per_1000"]["us"] == pytest.approx((1000 * own["reactions"] / own["followers"]).astype(float).median())
    assert standing(OWN, "flagship", LAUNCH, LAUNCH).empty


# ---------------------------------------------------------------- which measure leads


def test_clicks_lead_orders_by_a_week_and_nothing_else_does() -> None:
    planted = PLANTED["weekly"]["clicks_to_orders"]
    for facts in OF_WORLDS.values():
        found = leads(facts, "shop")
        assert first_to_move(found) == "link_clicks"
        assert found["link_clicks"].ahead == PLANTED["weekly"]["lead"]
        assert found["link_clicks"].moves[1].low <= planted <= found["link_clicks"].moves[1].high
        assert [name for name, lead in found.items() if lead.ahead is not None] == ["link_clicks"]


def test_followers_look_like_orders_and_tell_nothing_beside_clicks() -> None:
    found = leads(FACTS, "flagship")
    assert most_alike(found) == "followers"
    assert found["followers"].naive > 0.5
    beside = leads(FACTS, "shop", beside="link_clicks")
    assert "link_clicks" not in beside
    assert all(lead.ahead is None for lead in beside.values())


def test_own_posts_have_nothing_that_could_lead_orders() -> None:
    assert leads(OWN, "flagship") == {}
    assert first_to_move({}) is None


# ---------------------------------------------------------------- averages


def test_one_post_that_went_round_lifts_the_mean_and_not_the_median() -> None:
    for facts in (FACTS, OWN):
        found = heavy(facts, "flagship")
        assert found is not None
        assert found.mean > 2 * found.median
        assert found.mean_without < found.mean
        assert found.above_mean < 0.25
    assert heavy(FACTS, "nobody") is None


def test_each_part_gets_better_while_the_whole_gets_worse_in_every_world() -> None:
    for facts in (FACTS, *OF_WORLDS.values()):
        found = in_time(facts, pd.Timestamp(PLANTED["replies"]["changed_on"]))
        assert found is not None
        assert found.contradicts
        assert found.whole.after < found.whole.before < found.at_old_mix
    assert in_time(OWN, LAUNCH) is None


def test_parts_and_whole_are_reckoned_by_hand() -> None:
    found = mixed({"day": (60, 100), "evening": (1, 10)}, {"day": (7, 10), "evening": (20, 100)})
    assert found.contradicts
    assert (found.whole.before, found.whole.after) == (61 / 110, 27 / 110)
    assert found.at_old_mix == pytest.approx((0.7 * 100 + 0.2 * 10) / 110)
    assert not mixed({"day": (5, 10), "evening": (1, 10)}, {"day": (6, 10), "evening": (2, 10)}).contradicts
    assert set(mixed({"day": (5, 10), "evening": (0, 0)}, {"day": (6, 10), "evening": (2, 10)}).parts) == {"day"}


def test_a_counter_at_its_limit_says_at_least() -> None:
    found = capped(FACTS, "flagship")
    assert found is not None
    assert (found.weeks, found.capped, found.limit) == (104, 11, 1_000_000)
    assert found.shown < found.likely
    late = capped(FACTS, "flagship", pd.Timestamp("2025-11-03"))
    assert late is not None
    assert np.isnan(late.median)  # more than half of these weeks are capped: not even the median is known
    never = capped(FACTS, "store")
    assert never is not None
    assert never.capped == 0
    assert never.likely == never.shown
    assert capped(OWN, "flagship") is None


def test_what_lies_above_the_limit_is_found_again_where_logs_are_normal() -> None:
    assert FACTS.weekly is not None
    chance = np.random.default_rng(8)
    own = FACTS.weekly[FACTS.weekly["account"] == "flagship"]
    true = np.exp(13.3 + 0.3 * chance.normal(size=len(own)))
    cut = pd.array(np.minimum(true, 700_000).astype(int), dtype="Int64")
    table = own.assign(reads=cut, reads_capped=pd.array(true >= 700_000, dtype="boolean"))
    found = capped(replace(FACTS, weekly=table), "flagship")
    assert found is not None
    assert found.shown < 0.97 * true.mean()
    assert found.likely == pytest.approx(true.mean(), rel=0.05)


def test_a_missing_month_taken_for_zero_lowers_the_mean() -> None:
    values = series(FACTS, "store", "orders")
    assert values is not None
    mean, zeros, weeks = missing(values)
    assert weeks == 5
    assert zeros == pytest.approx(mean * 99 / 104)


def test_of_those_who_left_nobody_knows_what_they_bought() -> None:
    found = left(FACTS)
    assert found is not None
    assert sum(gone for gone, _ in found.by_origin.values()) == found.left
    assert found.for_prizes == found.by_origin["campaign"][0] + found.by_origin["bought"][0]
    assert found.either <= found.for_prizes + found.silent
    assert not found.orders_known
    assert left(OWN) is None


def test_a_company_of_its_own_has_not_noted_what_it_did() -> None:
    for event in ("launch", "duty", "campaign"):
        assert asked(OWN, event) is None
        assert done(OWN, event) is None
        assert done(FACTS, event) is not None
