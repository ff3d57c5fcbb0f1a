from dataclasses import replace
from itertools import pairwise

import pytest

from playbook.campaign import charts, tables_brief
from playbook.campaign.handed_over import handed_over, versions
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.particulars import PARTICULARS, missing
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.review import review_brief
from playbook.facts import sample_facts

from ..pictures import drawn  # noqa: TID252 - tests are no package

FACTS = sample_facts()
OWN = replace(FACTS, campaigns=None, invented=False)
TABLES = ["brief", "particulars", "faults", "expected"]


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
    if name == "expected":
        assert table.iloc[:, 1:].nunique().max() == 1


def test_the_chart_asks_a_question_and_says_where_nothing_was_tried(reader: str) -> None:
    title, *words = drawn(charts.expected(FACTS))
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any({"zh": "没有试过", "en": "never tried"}[reader] in each for each in words)


def test_without_a_record_the_chart_says_what_is_missing(reader: str) -> None:
    assert any({"zh": "没有办过", "en": "no record"}[reader] in each for each in drawn(charts.expected(OWN)))
