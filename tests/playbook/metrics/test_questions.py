import math

import pytest

from playbook.facts import Facts
from playbook.metrics import questions as choose
from playbook.metrics import questions_effect as worked
from playbook.sample.card import sample_card
from playbook.sample.variants import variant

from .worlds import FACTS, OWN


def varied(seed: int) -> Facts:
    world = variant(seed)
    tables = {name: world.table(name) for name in ("weekly", "peers", "campaigns", "replies", "followers")}
    return Facts(sample_card(), world.posts, None, invented=True, **tables)


VARIANTS = [FACTS, *(varied(seed) for seed in (101, 102))]


@pytest.mark.parametrize("facts", VARIANTS, ids=["sample", "101", "102"])
def test_exercise_9_1_can_be_answered_in_every_variant(facts: Facts) -> None:
    assert choose.leading(facts, "shop") == "link_clicks"
    assert choose.weeks_ahead(facts, "shop") == 1
    assert not choose.tells(facts, "shop", "followers")
    assert choose.statement(facts, "flagship") == "at_least"
    assert choose.statement(facts, "store") == "exact"
    assert choose.why_fell(facts) == "mix"
    before, after = (choose.in_time_percent(facts, None, when) for when in ("before", "after"))
    assert after < before < choose.at_old_mix(facts)
    assert choose.evening_percent(facts, "before") < choose.evening_percent(facts, "after")


@pytest.mark.parametrize("facts", VARIANTS, ids=["sample", "101", "102"])
def test_exercise_9_2_can_be_answered_in_every_variant(facts: Facts) -> None:
    low, value, high = (worked.effect_percent(facts, "launch", end) for end in ("low", "value", "high"))
    assert low < value < high
    assert worked.shows_after(facts) in {3, 4, 5}
    assert worked.reading(facts, 1) == "cannot_tell"
    assert worked.peers_apart(facts) + worked.peers_kept(facts) == 24
    assert worked.verdict(facts, "campaign_orders") == "cannot_tell"
    assert worked.verdict(facts, "launch_failed") == "cannot_tell"
    assert worked.verdict(facts, "followers_sell") == "cannot_tell"
    assert worked.year_on_year(facts, "last") > 20
    assert set(worked.SAID) == set(worked.CLAIMS)


def test_the_sample_s_claims_have_their_verdicts() -> None:
    assert {claim: worked.verdict(FACTS, claim) for claim in worked.SAID} == {
        "launch_orders": "supported",
        "launch_failed": "cannot_tell",
        "launch_beyond_peers": "supported",
        "campaign_orders": "cannot_tell",
        "duty_attitude": "supported",
        "followers_sell": "cannot_tell",
    }


def test_each_way_to_get_it_wrong_gives_another_answer() -> None:
    ways = [choose.mean_reads(FACTS, "flagship", 8, counting) for counting in ("shown", "left_out", "zero")]
    assert len(set(ways)) == 3
    assert choose.leading(FACTS, "flagship", "alike") == "followers" != choose.leading(FACTS, "flagship")
    effects = {
        worked.effect_percent(FACTS),
        worked.best_week(FACTS),
        worked.of_week(FACTS, 1),
        worked.rise_percent(FACTS),
    }
    assert len(effects) == 4
    assert worked.beyond_peers(FACTS) != worked.beyond_peers(FACTS, every=True)
    assert choose.mean_of_known(FACTS, "store") != choose.mean_of_known(FACTS, "store", zeros=True)
    assert len({choose.typical(FACTS, "shop", what) for what in ("median", "mean", "mean_without")}) == 3


def test_a_rise_of_a_tenth_is_reckoned_from_logs() -> None:
    told = choose.orders_by_a_tenth(FACTS, "shop", "link_clicks")
    assert told == pytest.approx(100 * (math.exp(math.log(1.1) * 0.59) - 1), abs=0.3)
    assert choose.alike(FACTS, "flagship", "followers") > 0.5
    assert choose.weeks_at_limit(FACTS, "flagship", 8) == 5
    assert choose.weeks_missing(FACTS, "store") == 5


def test_a_company_without_weeks_is_asked_nothing() -> None:
    with pytest.raises(ValueError, match="no weekly measures"):
        choose.leading(OWN, "flagship")
    with pytest.raises(ValueError, match="reads"):
        choose.statement(OWN, "flagship")
    with pytest.raises(ValueError, match="desk"):
        choose.why_fell(OWN)
    with pytest.raises(ValueError, match="noted"):
        worked.effect_percent(OWN)
    with pytest.raises(TypeError, match="peers"):
        worked.beyond_peers(OWN)
