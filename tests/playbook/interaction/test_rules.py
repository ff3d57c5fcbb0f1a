from playbook.conflicts import conflicts
from playbook.interaction.kinds import GROUPS
from playbook.rules import coverage, rules

CATALOGUE = {
    "search-and-engage-first", "follow-target-groups", "follow-volume-balance", "repost-user-reviews", "ugc-benefits",
    "small-gift", "join-where-audience-gathers", "micro-group-participation", "company-forms",
    "quality-base-interaction-key", "user-to-user", "opinion-leader-types", "opinion-leader-effect",
    "staff-participation", "reply-and-follow-back", "follow-valuable-accounts", "attention-two-ways",
    "follow-targets-six", "follow-groups-five", "fan-sources-four", "follow-back-quality", "best-growth-mix",
    "retain-over-acquire", "tools-five-kinds", "tools-publish", "tools-serve-positioning", "create-followers",
    "platform-popularity-claim", "routine-four-actions", "direction-from-topics", "active-follow", "target-fan-kinds",
    "five-follows-a-day", "same-day-comment", "question-sentences", "combine-with-campaign", "tone-three",
    "public-welfare", "plan-seven-rules",
}  # fmt: skip
OURS = [conflict for conflict in conflicts().values() if conflict.system == "interaction"]


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    assert [(each.id, wrong.en) for each, wrong in coverage("interaction") if wrong] == []


def test_every_entry_of_the_catalogue_is_a_rule_and_two_claims_alone_are_only_shown() -> None:
    assert {f"interaction.{key}" for key in CATALOGUE} <= rules("interaction").keys()
    shown = {each.id for each in rules("interaction").values() if not each.checked_by}
    assert shown == {"interaction.ugc-benefits", "interaction.platform-popularity-claim"}


def test_a_list_of_whom_to_follow_has_as_many_groups_as_its_article_names() -> None:
    for each in rules("interaction").values():
        if "article" in each.values:
            assert len(GROUPS[each.values["article"]]) == each.values["count"], each.id


def test_what_the_law_settles_names_a_law_and_what_a_company_settles_names_none() -> None:
    for conflict in OURS:
        held = {source.id for position in conflict.positions.values() for source in position.sources}
        assert any(source.startswith("law-") for source in held) is (conflict.decided == "law"), conflict.id


def test_every_position_names_rules_that_exist() -> None:
    known = set(rules("interaction"))
    assert len(OURS) == 8
    for conflict in OURS:
        assert all(set(position.rules) <= known for position in conflict.positions.values()), conflict.id
