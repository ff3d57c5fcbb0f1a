from dataclasses import replace
from typing import cast

import pytest

from playbook.campaign.plan import CampaignPlan
from playbook.campaign.questions import (
    SAID,
    Order,
    Part,
    counted,
    days_left,
    hunters,
    in_order,
    others,
    place,
    verdict,
    yuan_for,
)
from playbook.campaign.questions_brief import (
    can_tell,
    left_by_steps,
    left_of,
    lost_of,
    promise,
    refused,
    review_mended,
    straight,
    times_tried,
)
from playbook.facts import sample_facts
from tests.worlds import WORLDS

from .worlds import WORST, by_hand

FACTS = sample_facts()
HAND = replace(FACTS, campaigns=by_hand())
OWN = replace(FACTS, campaigns=None)
FOUR = ["c2401", "c2406", "c2409", "c2413"]
IDEA: dict[str, object] = {
    "account": "flagship", "type": "stories", "steps": 3, "mentions": 0, "prize_value": 68, "tied": True,
    "budget": 3000,
}  # fmt: skip

# ---------------------------------------------------------------- who stayed


def test_yuan_for_each_follower_kept_is_reckoned_by_hand() -> None:
    assert [yuan_for(HAND, "a", part) for part in ("kept_90", "kept_30", "new_followers", "entries", "stayed")] == [
        10, 6, 5, 1, 6,
    ]  # fmt: skip
    assert yuan_for(FACTS, WORST) == 1155  # 1154.5: a half goes up, as readers round


@pytest.mark.parametrize("campaign", ["c2409", "c2405", "c2313"])
def test_each_wrong_way_to_reckon_gives_another_number(campaign: str) -> None:
    parts: tuple[Part, ...] = ("kept_90", "kept_30", "new_followers", "entries", "stayed")
    assert len({yuan_for(FACTS, campaign, part) for part in parts}) == len(parts)


def test_a_campaign_that_is_not_ninety_days_past_has_no_price_and_no_place() -> None:
    with pytest.raises(ValueError, match="not known"):
        in_order(FACTS, ["c2401", "c2514"])
    assert days_left(FACTS, "c2511") == 1
    assert days_left(FACTS, "c2401") == 0


def test_the_four_ways_to_order_four_campaigns_differ_so_that_each_mistake_is_known() -> None:
    ways = ("per_kept", "per_won", "entries", "new_followers", "kept_90", "backwards")
    orders = [tuple(in_order(FACTS, FOUR, cast("Order", way))) for way in ways]
    assert len(set(orders)) == len(ways)
    assert orders[0][-1] == WORST
    assert orders[0] == orders[-1][::-1]


def test_nine_claims_have_verdicts_of_all_three_kinds() -> None:
    told = {claim: verdict(FACTS, claim) for claim in SAID}
    assert told == {
        "largest_is_best": "refuted",
        "tea_keeps": "supported",
        "tea_is_cheaper": "cannot_tell",
        "tea_has_fewer_hunters": "supported",
        "dear_brings_hunters": "cannot_tell",
        "steps_bring_complaints": "supported",
        "followers_sell_more": "refuted",
        "followers_sell_more_than_visits": "cannot_tell",
        "sales_sell_more": "supported",
    }


@pytest.mark.parametrize("seed", range(4))
def test_what_is_planted_has_the_same_verdict_in_every_world(seed: int) -> None:
    facts = replace(FACTS, campaigns=WORLDS[seed].campaigns)
    assert verdict(facts, "largest_is_best") == "refuted"
    assert verdict(facts, "tea_keeps") == verdict(facts, "tea_has_fewer_hunters") == "supported"


def test_those_who_came_for_the_prize_are_a_share_of_new_followers_not_of_entries() -> None:
    assert hunters(HAND, "d") == 98
    assert hunters(HAND, "d", "entries") == 22
    assert hunters(HAND, "d") + others(HAND, "d") == 100
    assert counted(HAND, "d", "prize_hunters") == 880
    assert (place(FACTS, WORST, "entries"), place(FACTS, WORST)) == (1, 36)


def test_a_company_without_a_record_is_asked_nothing() -> None:
    with pytest.raises(ValueError, match="record of campaigns"):
        yuan_for(OWN, "c2401")


# ---------------------------------------------------------------- before a brief is written


def test_of_a_thousand_entries_each_mention_takes_a_share_of_those_left() -> None:
    assert left_of(FACTS, 1000, 0) == 1000
    assert left_of(FACTS, 1000, 3) == 781
    assert left_of(FACTS, 1000, 3) + lost_of(FACTS, 1000, 3) == 1000
    answers = [f(FACTS, 1000, 5) for f in (left_of, lost_of, straight, left_by_steps)]
    assert len(set(answers)) == 4
    assert straight(FACTS, 1000, 20) == 0


def test_nobody_ever_asked_for_ten_so_the_number_lies_beyond_what_was_tried() -> None:
    assert (times_tried(FACTS, 10), can_tell(FACTS, 10)) == (0, "beyond")
    assert (times_tried(FACTS, 5), can_tell(FACTS, 5)) == (6, "tried")


def test_what_can_be_promised_is_the_low_edge_of_what_may_come() -> None:
    low, middle, high = (promise(FACTS, IDEA, "kept", edge) for edge in ("low", "middle", "high"))
    assert low < middle < high
    assert promise(FACTS, IDEA, "entries") > promise(FACTS, IDEA, "new_followers") > low
    assert refused(FACTS, IDEA) == "told"


def test_what_nobody_tried_cannot_be_promised() -> None:
    assert refused(FACTS, IDEA | {"mentions": 10}) == "refused"
    with pytest.raises(ValueError, match="tried 10"):
        promise(FACTS, IDEA | {"mentions": 10})
    with pytest.raises(ValueError, match="without a budget"):
        promise(FACTS, IDEA | {"budget": 0}, "per_kept")


def test_a_plan_without_any_brief_is_not_mended() -> None:
    assert "还没有一份活动方案。" in [finding.what.zh for finding in review_mended(CampaignPlan(), "", FACTS)]


def test_a_right_sum_that_was_not_rounded_is_known_by_its_decimals() -> None:
    assert (yuan_for(FACTS, "c2409"), yuan_for(FACTS, "c2409", decimals=1)) == (65, 65.1)
    assert (hunters(FACTS, "c2409"), hunters(FACTS, "c2409", decimals=1)) == (61, 60.8)
