from pathlib import Path

import pytest

from playbook.interaction.kinds import FOLLOWS, GROUPS, MESSAGES
from playbook.interaction.plan import InteractionPlan
from playbook.plans import PlanError, load, read_plan, save

from .sound import handling, stanced, whole


def test_a_plan_is_opened_as_it_was_saved(tmp_path: Path) -> None:
    plan = stanced(whole(), whom_to_follow="by_use")
    save(plan, tmp_path / "interaction.json")
    assert load(InteractionPlan, InteractionPlan, tmp_path / "interaction.json") == plan


@pytest.mark.parametrize(
    ("what", "place_of_fault"),
    [
        ({"triage": [{"kind": "question"}, {"kind": "question"}]}, "triage"),
        ({"triage": [{"kind": "parrot"}]}, "triage/0/kind"),
        ({"triage": [{"kind": "question", "within": -1}]}, "triage/0/within"),
        ({"follows": [{"account": "a1"}, {"account": "a1"}]}, "follows"),
        ({"routine": {"follows_a_day": 1000}}, "routine/follows_a_day"),
        ({"habits": {"growth": ["magic"]}}, "habits/growth/0"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused_with_its_place(what: dict[str, object], place_of_fault: str) -> None:
    with pytest.raises(PlanError) as refused:
        read_plan(InteractionPlan, {"format": 1} | what)
    assert f"at {place_of_fault} the plan has" in refused.value.args[0].en


def test_rules_stand_in_the_order_of_the_nine_kinds_and_what_has_none_is_blank() -> None:
    plan = InteractionPlan(triage=[handling("order"), handling("praise")])
    assert [each.kind for each in plan.triage] == ["praise", "order"]
    assert (plan.of("troll").answered_by, plan.of("troll").where) == ("", None)


def test_the_plan_is_said_in_both_languages() -> None:
    said = whole().said()
    assert "complaint: within 90 min" in said.en
    assert "投诉：90 分钟内" in said.zh


def test_every_key_of_the_inbox_is_another_and_every_group_of_the_articles_has_kinds() -> None:
    assert sorted(each.key for each in MESSAGES.values()) == list("123456789")
    for article, groups in GROUPS.items():
        assert {entry.of[article] for entry in FOLLOWS.values() if article in entry.of} == set(groups)
