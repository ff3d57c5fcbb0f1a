"""The rules on content: all of the catalogue, each checked with an example either way or shown with a reason."""

import re
from dataclasses import replace

import pytest

from playbook.conflicts import conflicts
from playbook.content.draft import Draft
from playbook.content.kinds import CLASSES, KINDS, by_class, kind_of_ledger
from playbook.plans import read_plan
from playbook.rules import Rule, coverage, rules, sources

RULES = rules("content")
OF_A_PLAN = [each for each in RULES.values() if each.checked_by == "playbook.content.review:review_example"]
OF_A_TEXT = [each for each in RULES.values() if each.checked_by == "playbook.content.reading:review_example"]
SHOWN = [each for each in RULES.values() if each.checked_by is None]
TEXT_RULES = {
    "absolute-words", "ad-mark", "ai-mark", "dialogue-questions", "health-claims", "honest-questions",
    "hot-event-filter", "humour-and-net-slang", "limit-140", "morning-evening-tone", "named-source",
    "nine-syntax-elements", "no-headline-plus-link", "personal-data", "private-contact", "repost-with-own-view",
    "think-before-posting", "title-text-image", "true-figures",
}  # fmt: skip


def test_every_rule_is_covered() -> None:
    assert [(rule.id, wrong.en) for rule, wrong in coverage("content") if wrong] == []


def test_a_broken_example_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULES["content.mix-adds-up"]
    turned = replace(rule, counterexample=rule.good, good=rule.counterexample)
    monkeypatch.setattr("playbook.rules.rules", lambda _: RULES | {rule.id: turned})
    assert [each.id for each, wrong in coverage("content") if wrong] == [rule.id]


def test_the_rules_on_a_text_are_those_that_an_editor_raises_on_a_draft() -> None:
    assert {each.id.removeprefix("content.") for each in OF_A_TEXT} == TEXT_RULES


@pytest.mark.parametrize("rule", OF_A_TEXT, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_on_a_text_are_drafts(rule: Rule) -> None:
    bad, good = (read_drafts(each) for each in (rule.counterexample, rule.good))
    assert bad.text != good.text or bad != good


def read_drafts(example: object) -> Draft:
    return Draft.model_validate(example)


def test_most_rules_are_checked_and_the_rest_say_why_not() -> None:
    assert len(SHOWN) < len(RULES) / 5
    assert all(each.because and each.shown_in for each in SHOWN)


def test_today_s_law_is_named_where_an_article_is_outdated() -> None:
    for key, law in {
        "soft-ads-over-blunt": "广告法", "occasional-ad": "广告法", "pillar-richness": "互联网广告管理办法",
        "supplied-as-original": "著作权法", "fun-class": "著作权法", "limit-140": "2016", "staff-life-topics": "民法典",
    }.items():  # fmt: skip
        assert law in RULES[f"content.{key}"].says.zh, key


def test_every_source_named_by_a_conflict_or_a_rule_is_known() -> None:
    known = set(sources())
    assert {each.source.id for each in RULES.values()} <= known


def test_every_position_on_content_names_rules_that_exist() -> None:
    for conflict in conflicts().values():
        for position in conflict.positions.values():
            wanted = {each for each in position.rules if each.startswith("content.")}
            assert wanted <= set(RULES), (conflict.id, position.id)


def test_a_kind_belongs_to_classes_that_the_articles_have() -> None:
    for key, kind in KINDS.items():
        assert all(name in CLASSES[article] for article, name in kind.of.items()), key
        assert re.fullmatch("[a-z-]+", key)


def test_shares_add_up_by_class_and_what_has_no_class_is_left_out() -> None:
    shares = {"knowledge": 40.0, "extension": 10.0, "daily": 30.0, "notice": 20.0, "unheard": 5.0}
    assert by_class(shares, 8) == {"timely": 0, "knowledge": 50, "fun": 30, "campaign": 0}
    assert sum(by_class(shares, 2).values()) == 50


@pytest.mark.parametrize(
    ("column", "kind"),
    [("tea", "product"), ("knowledge", "knowledge"), ("people", "staff-life"), ("campaign", "campaign"), ("else", "")],
)
def test_each_column_of_the_sample_is_of_one_kind(column: str, kind: str) -> None:
    assert kind_of_ledger(column) == kind


def test_the_examples_on_a_plan_are_plans() -> None:
    from playbook.content.plan import ContentPlan  # noqa: PLC0415 - beside what it reads

    for rule in OF_A_PLAN:
        for example in (rule.counterexample, rule.good):
            assert read_plan(ContentPlan, example).columns
