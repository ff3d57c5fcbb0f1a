import pytest
from pydantic import ValidationError

from playbook.campaign.brief import Brief
from playbook.campaign.forms import FORMS
from playbook.campaign.model_brief import sound_brief, sound_plan
from playbook.campaign.plan import CampaignPlan, Limits
from playbook.conflicts import conflicts
from playbook.plans import PlanError, load, read_plan, save, written
from playbook.rules import coverage, rules

CATALOGUE = [
    "discount-follow-share", "no-promo-flood", "fan-exclusive-discount", "first-launch", "direct-return-marketing",
    "grow-opinion-leader", "regular-loyalty-events", "split-40-60", "why-first", "forms-six", "technique-over-doing",
    "no-blind-campaigns", "prize-relevance", "occasion-fit", "difficulty-by-goal", "techniques-four",
    "unconventional-start-methods", "three-lines", "self-run-four-methods", "prize-repost", "at-least-ten-mentions",
    "physical-prizes", "prize-collection", "prize-guessing", "prize-survey", "network-pay-for-me",
    "hot-topic-discussion", "notes-four", "theme-with-holiday", "simple-rules-low-threshold", "care-during-run",
]  # fmt: skip


def test_a_plan_with_every_field_is_saved_and_opened_as_it_was(work: object) -> None:
    plan = sound_plan({}, {"changes": [{"on": "2026-12-18", "what": "a", "why": "b"}]}, interval_days=30)
    save(plan)
    assert load(CampaignPlan, CampaignPlan) == plan
    assert '"starts": "2026-12-14"' in written(plan)


def test_the_limits_begin_with_the_stricter_ones_reported_and_the_laws() -> None:
    limits = Limits()
    assert (limits.single, limits.total, limits.by_law) == (5_000, 50_000, 50_000)
    assert CampaignPlan().for_new == 40


def test_two_briefs_of_one_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="two briefs"):
        CampaignPlan(briefs=[Brief(id="b1"), Brief(id="b1")])


@pytest.mark.parametrize("wrong", [{"starts": "soon"}, {"mentions": -1}, {"form": "raffle"}, {"nonsense": 1}])
def test_what_a_brief_cannot_hold_is_refused_with_its_place(wrong: dict[str, object]) -> None:
    with pytest.raises(PlanError, match="briefs/0/"):
        read_plan(CampaignPlan, {"briefs": [{"id": "b1", **wrong}]})


def test_steps_count_what_readers_do_and_mentioning_friends_once() -> None:
    assert sound_brief(actions=["follow", "repost"], mentions=10).steps == 3
    assert sound_brief(actions=["follow", "follow"]).steps == 1


def test_prizes_are_added_up_and_empty_rows_are_none() -> None:
    brief = sound_brief(prizes=[{}, {"name": "a", "value": 120, "number": 3}, {"name": "b", "value": 30, "number": 20}])
    assert (brief.highest, brief.total, len(brief.ranks)) == (120, 960, 2)


def test_the_plan_is_said_by_name_and_counted_by_account() -> None:
    plan = sound_plan({}, {"name": "", "form": None, "account": "shop"})
    assert plan.said().en == "一杯茶的故事 (prize call for entries); b2"
    assert (plan.entries("shop"), plan.entries("")) == (1, 2)


def test_the_forms_are_those_that_the_articles_list() -> None:
    listed = {article: sum(article in form.articles for form in FORMS.values()) for article in (3, 6, 8)}
    assert listed == {3: 5, 6: 6, 8: 6}
    assert sum(form.method for form in FORMS.values()) == 4


def test_every_entry_of_the_catalogue_is_a_rule() -> None:
    assert len(CATALOGUE) == 31
    assert {f"campaign.{key}" for key in CATALOGUE} <= rules("campaign").keys()


def test_every_rule_finds_its_counterexample_and_lets_the_good_one_pass() -> None:
    assert [(each.id, wrong.en) for each, wrong in coverage("campaign") if wrong] == []


def test_only_opinions_lists_of_other_rules_and_what_a_company_without_a_record_may_do_are_not_checked() -> None:
    assert {each.id.removeprefix("campaign.") for each in rules("campaign").values() if not each.checked_by} == {
        "discount-follow-share", "technique-over-doing", "direct-return-marketing", "techniques-four", "notes-four",
        "untried-not-promised",
    }  # fmt: skip


def test_what_the_law_settles_names_a_law_and_every_position_names_rules_that_exist() -> None:
    known = rules("campaign").keys()
    for conflict in conflicts().values():
        if conflict.system == "campaign":
            assert all(set(position.rules) <= known for position in conflict.positions.values()), conflict.id
            held = {source.id for position in conflict.positions.values() for source in position.sources}
            assert conflict.decided != "law" or any(source.startswith("law-") for source in held)
