"""What the review finds in a scorecard, and that it finds nothing else."""

from typing import Any

import pytest

from playbook.facts import Facts
from playbook.metrics.model_plan import CARDS, flawed_card, mended_card, sound_plan
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.review import review, review_account
from playbook.metrics.scorecard import Scorecard
from playbook.sample.variants import variant

from .plans import FACTS, OWN, card, found, only, routine

CHANGED: list[tuple[dict[str, Any], str]] = [
    ({"comments": {"why": " "}}, "evaluation-neglect"),
    ({"comments": {"definition": ""}}, "no-accepted-standard"),
    ({"comments": {"origin": None}}, "source-named"),
    ({"comments": {"origin": "till"}}, "source-named"),
    ({"comments": {"owner": ""}}, "owner-and-deputy"),
    ({"comments": {"deputy": "xiaoman"}}, "owner-and-deputy"),
    ({"comments": {"if_falls": ""}}, "act-on-it"),
    ({"orders": {"horizon": "short"}}, "conflict-counts-versus-quality"),
    ({"comments": {"horizon": None}}, "conflict-counts-versus-quality"),
    ({"comments": {"low": 5.0, "high": 5.0}}, "target-range"),
    ({"comments": {"low": None}}, "target-range"),
    ({"comments": {"low": 5_000.0, "high": 6_000.0}}, "target-in-reach"),
    ({"comments": {"base_from": None}}, "baseline-period"),
    ({"comments": {"base_to": "2025-03-29"}}, "baseline-long-enough"),
    ({"orders": {"base_from": "2026-02-02", "base_to": "2026-03-01"}}, "same-season"),
    ({"comments": {"ages": [7]}}, "effect-lag"),
    ({"comments": {"ages": [1, 30]}}, "effect-lag"),
    ({"orders": {"lag": 2, "ages": [1, 7]}}, "effect-lag"),
]


@pytest.mark.parametrize(("row", "rule"), CHANGED)
def test_one_thing_wrong_with_a_row_is_found_and_points_to_it(row: dict[str, Any], rule: str) -> None:
    [measure] = row
    findings = [each for each in review(card(**row), FACTS) if each.rule == f"metrics.{rule}"]
    assert findings
    assert all(each.at == (f"flagship/{measure}",) for each in findings)
    assert only(card(**row)) <= {rule, "baseline-period"}


def test_a_base_that_is_shorter_is_named_with_both_lengths() -> None:
    [said] = found(card(comments={"base_to": "2025-04-30"}), "baseline-period")
    assert "One period has 59 days, the other 28" in said


def test_a_base_after_the_period_judged_is_no_base() -> None:
    plan = card(comments={"base_from": "2026-03-30", "base_to": "2026-04-26"})
    [said] = found(plan, "baseline-period")
    assert said.endswith("the period judged: comments. The base comes after the period judged.")


def test_equal_length_with_other_weekdays_is_refused() -> None:
    plan = card(
        head={"judged_from": "2026-03-02", "judged_to": "2026-03-31"},
        comments={"base_from": "2025-03-05", "base_to": "2025-04-03"},
    )
    assert "unequal numbers of these days" in found(plan, "baseline-period")[-1]


def test_the_verdict_waits_for_the_slowest_measure_and_says_until_when() -> None:
    [said] = found(card(head={"verdict_on": "2026-05-24"}), "effect-lag")
    assert said == (
        "For @岚间茶馆 the verdict is due on 2026-05-24, when these cannot be judged yet: followers kept; "
        "the earliest is 2026-06-28."
    )
    assert found(card(head={"verdict_on": "2026-06-28"}), "effect-lag") == []


@pytest.mark.parametrize("measure", ["followers", "follower_growth", "reads"])
def test_vanity_is_refused_with_what_to_take_instead(measure: str) -> None:
    added: dict[str, Any] = {measure: {"weight": 0}}
    [finding] = [each for each in review(card(**added), FACTS) if each.rule == "metrics.no-vanity"]
    assert "Take " in finding.mend.en
    assert finding.at == (f"flagship/{measure}",)


def test_what_we_do_is_no_result_and_a_card_needs_an_outcome() -> None:
    assert "these count what we do: posts" in found(card(posts={"weight": 0}), "sorts-apart")[0]
    plan = card(discussion=False, kept_followers=False, orders=False)
    assert found(plan, "sorts-apart") == ["The card of @岚间茶馆 still lacks an outcome."]


def test_a_measure_for_another_kind_of_account_is_named_with_the_kind() -> None:
    assert found(card("service", conversion={"weight": 0}), "fits-account") == [
        "@岚间客服 is an account of the kind “customer service”; these do not tell whether it does well: conversion."
    ]


def test_no_measure_carries_more_than_half_and_all_make_100() -> None:
    assert found(card(comments={"weight": 50}, discussion={"weight": 0}), "conflict-counts-versus-quality") == []
    heavy = card(comments={"weight": 55}, discussion={"weight": 0})
    assert "comments alone carries more than half" in found(heavy, "conflict-counts-versus-quality")[0]
    assert found(card(comments={"weight": 21}), "weights-add-up") == ["The weights of @岚间茶馆 come to 101%."]


def test_a_card_of_one_horizon_alone_is_found() -> None:
    plan = card(kept_followers=False, orders=False)
    assert "Nothing on the card of @岚间茶馆 is long-term." in found(plan, "conflict-counts-versus-quality")


def test_a_capped_counter_is_no_target_where_the_data_say_that_it_was_capped() -> None:
    reads: dict[str, Any] = {"reads": {"low": 900_000.0, "high": 1_100_000.0}}
    assert "stood at the counter’s limit" in found(card(**reads), "capped-counter")[0]
    assert found(card("shop", **reads), "capped-counter") == []
    assert found(card(**reads), "capped-counter", OWN) == []


def test_an_empty_card_is_not_judged() -> None:
    assert review(MetricsPlan(scorecards=[Scorecard(account="flagship")]), FACTS) == []


def test_a_company_with_posts_alone_has_its_card_judged_all_the_same() -> None:
    assert review(MetricsPlan(scorecards=sound_plan(FACTS).scorecards), OWN) == []
    assert found(card(comments={"owner": ""}), "owner-and-deputy", OWN)


def test_findings_on_one_account_leave_out_those_on_another() -> None:
    plan = card(comments={"owner": ""})
    both = plan.model_copy(update={"scorecards": [*plan.scorecards, *card("shop", orders={"owner": ""}).scorecards]})
    assert {at for each in review_account(both, "shop", FACTS) for at in each.at} == {"shop/orders"}


# ---- the routine

TEN = {"name": "p10", "why": "x"}


@pytest.mark.parametrize(
    ("parts", "rule", "said"),
    [
        ({"comparison": {"per": "raw"}}, "peer-comparison", "a common measure"),
        ({"comparison": {"public": False}}, "peer-comparison", "public counts alone"),
        ({"comparison": {"inflated_noted": False}}, "peer-comparison", "may be inflated"),
        ({"comparison": {"gaps": []}}, "peer-comparison", "no gap is written down"),
        ({"comparison": {"gaps": [{"what": "slow"}]}}, "peer-comparison", "“slow”"),
        ({"comparison": {"peers": [TEN, TEN | {"why": "y"}]}}, "peer-comparison", "fewer"),
        ({"comparison": {"peers": [TEN, {"name": "p23", "why": "y"}]}}, "peers-move-alike", "p23"),
        ({"report": {"day": 0}}, "report-routine", "its day"),
        ({"report": {"alarm": 0}}, "unfollow-equals-lost-customer", "unfollows"),
        ({"report": {"money_apart": False}}, "beyond-sales-roi", "relations"),
        ({"pay": {"tied": ["comments", "discussion"]}}, "specialist-kpis", "the share answered"),
        ({"pay": {"tied": ["posts", "reposts"]}}, "evaluation-neglect", "Pay follows counts alone"),
    ],
)  # fmt: skip
def test_what_is_missing_in_the_routine_is_named(parts: dict[str, Any], rule: str, said: str) -> None:
    assert any(said in each for each in found(routine(**parts), rule))


def test_a_change_that_the_next_review_does_not_look_at_is_named() -> None:
    change = {"what": "ask more", "owner": "shen", "due": "2026-04-20"}
    one = {"on": "2026-04-07", "found": "x", "learned": "y", "changes": [change]}
    other = one | {"on": "2026-05-07"}
    assert found(routine(reviews=[one]), "feedback-loop") == []
    assert found(routine(reviews=[other, one]), "feedback-loop") == [
        "Changed on 2026-04-07 and not looked at in the review of 2026-05-07: “ask more”."
    ]


def test_a_routine_that_is_not_begun_is_not_judged() -> None:
    assert review(MetricsPlan(), FACTS) == []


# ---- what exercises begin with and end in


@pytest.fixture(scope="module", params=[None, 4, 5], ids=str)
def facts(request: pytest.FixtureRequest) -> Facts:
    """The sample company, or the one of a learner’s variant in which other peers have a trend of their own."""
    if request.param is None:
        return FACTS
    world = variant(request.param)
    tables = {name: world.table(name) for name in ("weekly", "peers", "replies")}
    return Facts(FACTS.company, world.posts, None, invented=True, **tables)


def test_the_model_plan_has_nothing_wrong(facts: Facts) -> None:
    plan = sound_plan(facts, [])
    assert review(plan, facts) == []
    assert [each.account for each in plan.scorecards] == list(CARDS)


def test_the_card_to_mend_has_its_four_faults_and_no_other(facts: Facts) -> None:
    faults = {"no-vanity", "capped-counter", "baseline-period", "baseline-long-enough", "target-range", "effect-lag"}
    assert {each.rule.removeprefix("metrics.") for each in review(flawed_card(facts), facts)} == faults
    assert review(mended_card(facts, []), facts) == []
