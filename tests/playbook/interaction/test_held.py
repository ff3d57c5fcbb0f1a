"""A rule that a source gives binds only whoever takes the position that follows it."""

import pytest

from playbook.facts import sample_facts
from playbook.interaction.plan import Chosen, InteractionPlan

from .sound import ROUTINE, found, habits, stanced, whole

FACTS = sample_facts()
ONE = InteractionPlan(follows=[Chosen(account="某人", kind="news", why="看行情")], routine=ROUTINE)


@pytest.mark.parametrize(
    ("position", "rule", "missing"),
    [
        ("five_groups", "follow-target-groups", "company leaders"),
        ("six_kinds", "follow-targets-six", "amusing ones"),
        ("five_own", "follow-groups-five", "customers and fans"),
        ("three_targets", "target-fan-kinds", "people who post on our topics"),
    ],
)
def test_each_list_of_whom_to_follow_binds_whoever_takes_it(position: str, rule: str, missing: str) -> None:
    taken = stanced(ONE, whom_to_follow=position)
    assert missing in found(taken, FACTS, rule)[0]
    assert found(stanced(ONE, whom_to_follow="by_use"), FACTS, rule) == []
    assert found(ONE, FACTS, rule) == []


def test_whoever_goes_by_three_targets_is_told_which_kinds_are_none_of_them() -> None:
    outside = found(stanced(ONE, whom_to_follow="three_targets"), FACTS, "target-fan-kinds")[1]
    assert outside.endswith("these are none of them: industry news.")


def test_five_a_day_asks_for_five_and_for_the_rest_of_article_8() -> None:
    taken = stanced(ONE, number_of_follows="five_a_day")
    assert found(taken, FACTS, "five-follows-a-day") == ["You decided on five follows a day; the plan has 1."]
    assert (
        "questions in posts, campaigns, the tone of replies, public welfare"
        in found(taken, FACTS, "plan-seven-rules")[0]
    )
    assert found(ONE, FACTS, "plan-seven-rules") == []


def test_a_comment_the_same_day_binds_whoever_decided_on_it() -> None:
    silent = ONE.model_copy(update={"routine": ROUTINE.model_copy(update={"same_day_comment": False})})
    assert found(stanced(silent, soliciting_by_mention_and_dm="one_comment"), FACTS, "same-day-comment")
    assert found(silent, FACTS, "same-day-comment") == []


def test_whoever_puts_keeping_first_gives_it_no_less_weight() -> None:
    plan = habits(keeping=30, winning=70)
    assert found(stanced(plan, retention_vs_acquisition="keep_first"), FACTS, "retain-over-acquire")
    assert found(stanced(plan, retention_vs_acquisition="win_first"), FACTS, "retain-over-acquire") == []


def test_the_principle_of_article_6_asks_for_its_four_parts() -> None:
    plan = habits(growth=["content", "campaigns"])
    [what] = found(stanced(plan, article6_growth_means_vs_principle="principle"), FACTS, "best-growth-mix")
    assert what.endswith("it lacks entries (website, cards, the shop), interaction in content.")
    assert found(plan, FACTS, "best-growth-mix") == []
    assert found(stanced(whole(), article6_growth_means_vs_principle="principle"), FACTS, "best-growth-mix") == []
