from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from playbook.campaign import charts, tables_brief
from playbook.campaign.handed_over import handed_over, spring, versions
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.particulars import PARTICULARS, missing
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.planner import CampaignPlanner, plan_campaign
from playbook.campaign.questions_terms import allowed
from playbook.campaign.review import review_brief
from playbook.facts import sample_facts

from ..pictures import drawn  # noqa: TID252 - tests are no package

FACTS = sample_facts()
OWN = replace(FACTS, campaigns=None, invented=False)
MENDED = {
    "form": "prize_collection", "mentions": 0, "expected": 500, "theme": "The first tea of the year",
    "occasion": "腊八", "occasion_on": date(2026, 1, 26), "prizes.0.name": "白瓷盖碗", "prizes.0.value": 120,
    "tied": True, "tied_by": "店里泡茶用的那种", "budget": 4400, "draw_on": date(2026, 1, 29),
    "draw_how": "用平台的抽奖工具随机抽取", "claim_by": date(2026, 2, 10), "forfeit": "到期没有填写的，视为放弃",
    "contact": "私信 @岚间客服", "tool": "official", "insiders_barred": True, "data_for": "寄奖品",
    "data_until": date(2026, 3, 31), "rights": "作品归作者", "risks": "有人冒充中奖通知",
    "stop": "投诉超过 10 条就停", "measured_on": date(2026, 4, 26),
}  # fmt: skip
TABLES = ["brief", "particulars", "faults", "expected", "check_in"]


def test_the_brief_says_nothing_on_draw_claims_or_organiser() -> None:
    lacking = {each.id for each in missing(handed_over(FACTS), FACTS.company)}
    assert lacking == {"draw-time", "draw-how", "claim-time", "forfeit", "organiser"}


def test_the_list_of_particulars_shows_a_dash_for_each_that_is_missing(reader: str) -> None:
    table = tables_brief.particulars(FACTS)
    assert len(table) == len(PARTICULARS)
    lacking = {str(each.name) for each in missing(handed_over(FACTS), FACTS.company)}
    assert set(table.index[table.iloc[:, 0] == "—"]) == lacking


def test_what_the_lesson_tells_is_found_in_the_brief() -> None:
    given = handed_over(FACTS)
    found = {each.rule for each in review_brief(CampaignPlan(briefs=[given]), given, FACTS)}
    told = ["no-insiders", "official-tool", "data-needed", "data-purpose", "data-period", "prize-relevance",
            "occasion-fit", "difficulty-by-goal", "at-least-ten-mentions", "stop-rule", "measured-by-kept"]  # fmt: skip
    assert {f"campaign.{each}" for each in told} <= found
    assert not {"campaign.prize-cap", "campaign.platform-limits", "campaign.why-first"} & found


def test_the_entry_counts_the_particulars_and_what_a_post_may_not_do_besides_the_faults_in_the_table() -> None:
    given = handed_over(FACTS)
    found = [each.rule for each in review_brief(CampaignPlan(briefs=[given]), given, FACTS)]
    missing_ones = [each for each in found if ".publish-" in each]
    of_posts = [each for each in found if not each.startswith("campaign.")]
    assert (len(found), len(missing_ones), len(tables_brief.faults(FACTS))) == (18, 5, 12)
    assert of_posts == ["content.honest-questions"]


def test_every_fault_but_the_particulars_stands_in_the_table_the_law_first(reader: str) -> None:
    given = handed_over(FACTS)
    found = review_brief(CampaignPlan(briefs=[given]), given, FACTS)
    wanted = [each for each in found if each.rule.startswith("campaign.") and ".publish-" not in each.rule]
    table = tables_brief.faults(FACTS)
    assert len(table) == len(wanted)
    assert {"zh": "法", "en": "Law"}[reader] in table.index[0]
    assert table.index[-1] in {"", {"zh": "本课程", "en": "this course"}[reader]}


def test_as_handed_over_nothing_can_be_expected_and_each_step_keeps_more() -> None:
    first, *mended = [outlook_of(brief, FACTS) for _, brief in versions(FACTS)]
    assert first.refused
    kept = [told.kept for told in mended]
    assert all(one and other and one.low < other.low and one.high < other.high for one, other in pairwise(kept))


def test_the_budget_of_each_version_covers_its_prizes() -> None:
    assert all(brief.budget >= brief.total for _, brief in versions(FACTS))


@pytest.mark.parametrize("name", TABLES)
def test_a_company_without_campaigns_sees_the_brief_and_no_invented_number(name: str, reader: str) -> None:
    table = getattr(tables_brief, name)(OWN)
    assert len(table) == len(getattr(tables_brief, name)(FACTS))
    if name in {"expected", "check_in"}:
        assert table.iloc[:, 1:].nunique().max() == 1


def test_the_chart_asks_a_question_and_says_where_nothing_was_tried(reader: str) -> None:
    title, *words = drawn(charts.expected(FACTS))
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any({"zh": "没有试过", "en": "never tried"}[reader] in each for each in words)


def test_without_a_record_the_chart_says_what_is_missing(reader: str) -> None:
    assert any({"zh": "没有办过", "en": "no record"}[reader] in each for each in drawn(charts.expected(OWN)))


def opened() -> CampaignPlanner:
    planner = plan_campaign(FACTS, least=1, handed=True)
    assert isinstance(planner, CampaignPlanner)
    return planner


def test_mended_as_the_lesson_says_the_brief_handed_over_leaves_nothing_to_find(work: Path) -> None:
    planner = opened()
    planner.handed.click()
    for path, value in MENDED.items():
        planner.form.controls[path].value = value
    for path, name in (("actions", "repost"), ("collects", "id_number"), ("measures", "kept_90"),
                       ("measures", "cost_per_kept")):  # fmt: skip
        tick = planner.form.controls[path].ticks[name]
        tick.value = not tick.value
    brief = planner.chosen
    assert brief is not None
    assert not review_brief(planner.plan, brief, FACTS)
    assert not outlook_of(brief, FACTS).refused


def test_taken_over_twice_the_second_stands_beside_the_first(work: Path) -> None:
    planner = opened()
    planner.handed.click()
    planner.form.controls["name"].value = "改过的"
    planner.handed.click()
    assert [each.name for each in planner.plan.briefs] == ["改过的", handed_over(FACTS).name]


def test_only_a_page_that_hands_over_a_brief_offers_it(work: Path) -> None:
    plain = plan_campaign(FACTS)
    assert isinstance(plain, CampaignPlanner)
    assert plain.handed.layout.display == "none"
    assert opened().handed.layout.display is None


def test_of_the_check_in_tea_keeps_more_than_a_card_and_the_dearest_prize_tells_nothing() -> None:
    tea, card, machine = (outlook_of(brief, FACTS) for _, brief in spring(FACTS))
    assert tea.kept
    assert card.kept
    assert tea.kept.low > card.kept.low
    assert machine.refused


def test_terms_may_change_before_the_start_and_after_it_only_with_a_reason() -> None:
    terms = "campaign.terms-unchanged"
    fewer = {"on": "2026-12-18", "what": "盖碗从三份减到一份"}
    assert allowed(FACTS, terms, {"changes": [fewer]}) == "no"
    assert allowed(FACTS, terms, {"changes": [fewer | {"on": "2026-12-12"}]}) == "yes"
    assert allowed(FACTS, terms, {"changes": [fewer | {"why": "快递停运；已公告"}]}) == "yes"
