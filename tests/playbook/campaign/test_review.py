"""Each finding has a brief that gives it and one that does not; what is sound gives none."""

import re
from dataclasses import replace
from typing import Any

import pytest

from playbook.campaign.brief import Brief
from playbook.campaign.model_brief import sound_brief, sound_plan
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.review import review, review_account
from playbook.conflicts import conflicts
from playbook.facts import Facts, sample_facts
from playbook.stance_planner import topics_to_decide

FACTS = sample_facts()
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, campaigns=None, invented=False,
)  # fmt: skip
BOWL = {"name": "白瓷盖碗", "value": 120, "number": 3}


def said(rule: str, *changed: dict[str, Any], **plan: object) -> list[str]:
    found = review(sound_plan(*changed, **plan), FACTS)
    return [each.what.en for each in found if each.rule == f"campaign.{rule}"]


def stance(topic: str, position: str) -> dict[str, Any]:
    return {topic: {"position": position}}


@pytest.mark.parametrize("facts", [FACTS, OWN])
def test_a_sound_brief_has_no_finding_and_neither_has_a_plan_without_briefs(facts: Facts) -> None:
    assert [(each.rule, each.what.en) for each in review(sound_plan({}), facts)] == []
    assert review(CampaignPlan(), facts) == []


def test_an_empty_brief_is_told_what_to_decide_and_nothing_fails() -> None:
    found = review(CampaignPlan(briefs=[Brief(id="b1")]), OWN)
    assert {"campaign.why-first", "campaign.forms-six", "campaign.dates-in-order"} <= {each.rule for each in found}
    assert not any(each.rule.startswith("campaign.publish-") for each in found)


def test_every_finding_points_to_a_brief_and_names_it() -> None:
    found = review(CampaignPlan(briefs=[Brief(id="b1", name="Draw", form="prize_repost")]), FACTS)
    assert len(found) > 20
    assert all(each.at == ("b1",) and "“Draw”" in each.what.en and each.source.zh and each.mend.zh for each in found)


@pytest.mark.parametrize("topic", topics_to_decide("campaign"))
def test_every_position_of_every_stance_can_be_reviewed_in_both_languages(topic: str) -> None:
    for position in conflicts()[topic].positions:
        for facts in (FACTS, OWN):
            plan = sound_plan({}, {"form": "prize_repost", "mentions": 10}, stances=stance(topic, position))
            found = review(plan, facts)
            assert not any(re.search(r"[{}]|\bnan\b|None", each.what.zh + each.what.en) for each in found)


def test_the_findings_of_an_account_leave_out_other_accounts() -> None:
    plan = sound_plan({"stop": ""}, {"account": "shop", "stop": "", "starts": "2027-02-01", "ends": "2027-02-05",
                                     "occasion_on": "2027-02-03", "draw_on": None, "claim_by": None})  # fmt: skip
    assert {each.at for each in review_account(plan, "flagship", FACTS)} == {("b1",)}


# ------------------------------------------------------------------ the law and the platform


def test_the_caps_are_kept_to_the_yuan_and_can_be_changed() -> None:
    rich = {"budget": 90_000, "prizes": [BOWL | {"value": 5000, "number": 1}]}
    assert said("platform-limits", rich) == []
    rich["prizes"] = [BOWL | {"value": 5001, "number": 1}]
    [what] = said("platform-limits", rich)
    assert "one prize is worth 5,001 yuan, above the platform’s limit of 5,000 yuan" in what
    assert said("platform-limits", rich | {"approved": True}) == []
    assert said("platform-limits", rich, limits={"single": 6000}) == []
    rich["prizes"] = [BOWL | {"value": 1001, "number": 50}]
    assert "all prizes are worth 50,050 yuan" in said("platform-limits", rich)[0]


def test_special_approval_of_the_platform_does_not_lift_the_laws_cap() -> None:
    rich = {"budget": 90_000, "approved": True, "prizes": [BOWL | {"value": 50_001, "number": 1}]}
    assert len(said("prize-cap", rich)) == 1
    assert said("prize-cap", rich | {"prizes": [BOWL | {"value": 50_000, "number": 1}]}) == []


def test_a_campaign_that_was_filed_needs_its_number() -> None:
    assert said("official-tool", {"tool": "official"}) == []
    assert len(said("official-tool", {"tool": "filed"})) == 1
    assert said("official-tool", {"tool": "filed", "filing_number": "7"}) == []
    assert said("official-tool", {"tool": None, "prizes": [], "form": "vote"}) == []


def test_terms_may_change_before_the_start_and_with_a_reason_after_it() -> None:
    assert said("terms-unchanged", {"changes": [{"on": "2026-12-13", "what": "fewer bowls"}]}) == []
    [what] = said("terms-unchanged", {"changes": [{}, {"on": "2026-12-14", "what": "fewer bowls"}]})
    assert "“fewer bowls”" in what
    assert said("terms-unchanged", {"changes": [{"on": "2026-12-14", "what": "x", "why": "y"}]}) == []


@pytest.mark.parametrize("words", ["先买粉撑场面", "找水军评论", "buy 5000 followers", "花钱刷转发"])
def test_bought_followers_are_found_wherever_a_brief_speaks_of_them(words: str) -> None:
    for field in ("theme", "risks", "draw_how", "text"):
        assert len(said("unconventional-start-methods", {field: words})) == 1


@pytest.mark.parametrize(
    "words", ["粉丝少，不买粉", "禁止刷粉的账号参加", "we never buy followers", "买粉色杯子，送一只盖碗"]
)
def test_words_that_refuse_bought_followers_are_no_plan_to_buy_them(words: str) -> None:
    assert said("unconventional-start-methods", {"risks": words}) == []


def test_praise_bought_with_gifts_cannot_be_a_stance() -> None:
    topic = "prize-and-bought-word-of-mouth"
    assert len(said("praise-not-bought", stances=stance(topic, "small_gift"))) == 1
    assert said("praise-not-bought", stances=stance(topic, "related")) == []
    assert len(said("official-tool", stances=stance("prize-filing", "not_filed"))) == 1


# ------------------------------------------------------------------ readers' data


def test_what_is_collected_is_held_against_what_handing_over_takes() -> None:
    assert said("data-needed") == []
    [what] = said("data-needed", {"collects": ["phone", "birthday", "id_number"]})
    assert "birthday, identity number" in what
    assert len(said("data-needed", {"prize_kind": "voucher"})) == 1  # nothing is sent: no address


def test_whoever_collects_nothing_need_not_say_what_for() -> None:
    empty: dict[str, Any] = {"collects": [], "data_for": "", "data_until": None, "under_14": "", "data_seen_by": ""}
    assert [each.rule for each in review(sound_plan(empty), FACTS)] == []
    found = {each.rule for each in review(sound_plan(empty | {"collects": ["phone"]}), FACTS)}
    assert found == {"campaign.data-purpose", "campaign.data-period", "campaign.data-under-14", "campaign.data-seen-by"}


# ------------------------------------------------------------------ aims, threshold, offers


def test_the_threshold_goes_by_the_reader_and_by_the_limits_set() -> None:
    three = {"actions": ["follow", "repost", "comment"]}
    assert said("difficulty-by-goal", three) == []
    [what] = said("difficulty-by-goal", three | {"readers": "new"})
    assert "3 steps; for new readers our limit is 2" in what
    assert said("difficulty-by-goal", three | {"readers": "new"}, limits={"steps_new": 3}) == []


def test_ten_mentions_contradict_the_low_threshold_unless_the_company_decided_on_them() -> None:
    repost = {"form": "prize_repost", "actions": ["repost"], "mentions": 10}
    assert "Article 8" in said("at-least-ten-mentions", repost)[0]
    ten = stance("campaign-threshold", "ten")
    assert said("at-least-ten-mentions", repost, stances=ten) == []
    assert "asks for 9" in said("at-least-ten-mentions", repost | {"mentions": 9}, stances=ten)[0]


def test_a_formula_that_the_past_campaigns_speak_against_is_told_and_without_a_record_it_is_not() -> None:
    plan = sound_plan({}, stances=stance("campaign-threshold", "ten"))
    assert "campaign.formula-against-data" in {each.rule for each in review(plan, FACTS)}
    assert "campaign.formula-against-data" not in {each.rule for each in review(plan, OWN)}


def test_a_price_before_must_have_been_charged_and_be_higher() -> None:
    offer = {"form": "coupon", "price_before": 98, "price_now": 78, "exclusive": True, "quantity": 9}
    assert len(said("reference-price", offer)) == 1
    assert said("reference-price", offer | {"price_charged": "November"}) == []
    assert len(said("reference-price", offer | {"price_charged": "November", "price_now": 98})) == 1
    assert said("fan-exclusive-discount", offer) == []
    assert "how many there are" in said("fan-exclusive-discount", offer | {"quantity": 0})[0]


def test_whoever_answers_is_on_duty_when_it_goes_out() -> None:
    assert "15:00 on Mon, when 陶然 is not on duty" in said("care-during-run", {"answers": "tao"})[0]
    assert said("care-during-run", {"answers": "shen"}) == []


def test_days_run_from_start_to_claims() -> None:
    assert said("dates-in-order", {"ends": "2026-12-14", "starts": "2026-12-14", "occasion_on": "2026-12-14"}) == []
    assert len(said("dates-in-order", {"claim_by": "2026-12-27"})) == 1


def test_who_stays_is_counted_ninety_days_after_the_end() -> None:
    assert said("measured-by-kept", {"measured_on": "2027-03-25"}) == []
    assert len(said("measured-by-kept", {"measured_on": "2027-03-24"})) == 1


# ------------------------------------------------------------------ campaigns beside each other


def test_the_budget_is_shared_out_as_planned_within_ten_points() -> None:
    apart = [{}, {"starts": "2027-03-01", "ends": "2027-03-05"}, {"starts": "2027-05-01", "ends": "2027-05-05"}]
    new = [{**each, "readers": readers} for each, readers in zip(apart, ("new", "existing", "existing"), strict=True)]
    assert said("split-40-60", *new) == []  # 33%
    [what] = said("split-40-60", *(each | {"readers": "existing"} for each in apart))
    assert what.startswith("0% of the budget is for new readers")
    assert said("split-40-60", *(each | {"readers": "existing"} for each in apart), for_new=5) == []


def test_an_account_is_in_a_campaign_on_half_of_thirty_days_at_most() -> None:
    assert said("no-blind-campaigns", {}, {"starts": "2026-12-29", "ends": "2026-12-31"}) == []  # 12 + 3 days
    assert len(said("no-blind-campaigns", {}, {"starts": "2026-12-29", "ends": "2027-01-01"})) == 1
    assert said("no-blind-campaigns", {}, {"starts": "2026-12-29", "ends": "2027-01-01", "account": "shop"}) == []


def test_regular_campaigns_keep_their_interval_within_a_week() -> None:
    five_weeks = {"starts": "2027-01-18", "ends": "2027-01-20"}
    assert said("regular-loyalty-events", {}, five_weeks, interval_days=30) == []
    assert "35 days apart; you planned 45" in said("regular-loyalty-events", {}, five_weeks, interval_days=45)[0]
    assert len(said("regular-loyalty-events", {}, stances=stance("role-of-campaigns", "loyalty"))) == 1


# ------------------------------------------------------------------ the text


def test_the_text_that_goes_out_is_read_as_drafts_are() -> None:
    found = review(sound_plan({"theme": "全国最好的一杯茶"}), FACTS)
    assert "content.absolute-words" in {each.rule for each in found}
    assert {each.at for each in found} == {("b1",)}


def test_the_worth_of_prizes_does_not_make_an_advertisement_but_a_sale_does() -> None:
    def rules(**changed: object) -> set[str]:
        return {each.rule for each in review(sound_plan(changed), FACTS)}

    assert "content.ad-mark" not in rules()
    assert "content.ad-mark" in rules(goal="sales")
    assert "content.ad-mark" not in rules(goal="sales", ad_marked=True)


def test_a_brief_without_words_has_no_text_to_read() -> None:
    assert sound_brief().text == ""
    assert not [each for each in review(CampaignPlan(briefs=[Brief(id="b1")]), FACTS) if "content." in each.rule]


def test_a_draw_that_lacks_only_its_way_of_drawing_is_told_just_that() -> None:
    [lacks] = said("self-run-four-methods", {"draw_how": ""})
    assert "how it is drawn" in lacks
    assert "which prize" not in lacks
    [both] = said("self-run-four-methods", {"draw_how": "", "prizes": []})
    assert "which prize and how it is drawn" in both


def test_prizes_ticked_as_tied_are_only_asked_how() -> None:
    assert "nothing to do" in said("prize-relevance", {"tied": False})[0]
    [how] = said("prize-relevance", {"tied": True, "tied_by": " "})
    assert "does not say" in how


def test_what_is_not_to_be_collected_is_named_where_it_is_mended() -> None:
    found = review(sound_plan({"collects": ["name", "phone", "address", "id_number"]}), FACTS)
    [mend] = [each.mend.zh for each in found if each.rule == "campaign.data-needed"]
    assert mend == "不收身份证号。"


def test_followers_wanted_are_held_against_the_range_and_what_it_does_not_count_is_not() -> None:
    assert said("expected-in-range", {"goal": "followers", "expected": 3000})
    assert not said("expected-in-range", {"goal": "followers", "expected": 300})
    assert not said("expected-in-range", {"goal": "sales", "expected": 90_000})
