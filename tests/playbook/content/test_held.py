"""A plan of content is held to the stances that the company took, and to no others."""

from typing import Any

import pytest

from playbook.conflicts import conflicts
from playbook.content.kinds import KINDS
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.review import review
from playbook.facts import Facts, sample_facts
from playbook.plans import read_plan
from playbook.stance_planner import topics_to_decide

FACTS = sample_facts()
EIGHT = {"knowledge": 45, "timely": 25, "fun": 20, "campaign": 5}


def plan(
    shares: dict[str, int],
    *,
    posts: int = 20,
    queue: list[dict[str, Any]] | None = None,
    stances: dict[str, str] | None = None,
) -> ContentPlan:
    """A plan with a column for each kind that has a share, called like it, and stances by topic."""
    columns = [Column(id=kind, name=kind, answers="?", topic=kind, kind=kind) for kind in shares]
    mix = Mix(account="flagship", shares=shares, posts_a_week=posts, why="照立场")
    made = ContentPlan(columns=columns, mixes=[mix]).model_dump() | {"queue": queue or []}
    taken = {name: {"position": each} for name, each in (stances or {}).items()}
    return read_plan(ContentPlan, made | {"stances": taken})


def found(made: ContentPlan, facts: Facts = FACTS) -> dict[str, str]:
    """The findings: rule to what is said, in English."""
    return {finding.rule.removeprefix("content."): finding.what.en for finding in review(made, facts)}


@pytest.mark.parametrize("topic", topics_to_decide("content"))
@pytest.mark.parametrize(
    "facts", [FACTS, Facts(FACTS.company, FACTS.posts, None, invented=False)], ids=["all", "posts"]
)
def test_every_position_can_be_reviewed_with_all_facts_and_with_posts_alone(topic: str, facts: Facts) -> None:
    for position in conflicts()[topic].positions:
        made = plan({"knowledge": 50, "product": 10, "daily": 20, "discount": 20}, stances={topic: position})
        assert all(finding.what.zh and finding.mend.en for finding in review(made, facts))


def test_a_position_that_is_no_longer_offered_binds_nobody() -> None:
    made = plan({"knowledge": 50, "product": 20, "daily": 30}, stances={"content-mix-sum": "thirds", "gone": "yes"})
    assert found(made) == {}


@pytest.mark.parametrize(
    ("position", "extra", "campaign"), [("rest_to_interaction", {"interaction": 5}, 5), ("rest_to_campaigns", {}, 10)]
)
def test_the_missing_five_per_cent_go_where_the_stance_puts_them(
    position: str, extra: dict[str, int], campaign: int
) -> None:
    right = plan(EIGHT | {"campaign": campaign} | extra, stances={"content-mix-sum": position})
    assert "mix-four-shares" not in found(right)
    off = plan(EIGHT | {"knowledge": 35, "campaign": 20}, stances={"content-mix-sum": position})
    assert "know" in found(off)["mix-four-shares"]
    assert "mix-four-shares" not in found(plan(EIGHT | {"knowledge": 35, "campaign": 20}))


@pytest.mark.parametrize(
    ("position", "rule", "lacks"),
    [
        ("seven_kinds", "seven-content-sources", "product extension"),
        ("seven_pillars", "pillars-six-plus-business", "foresight"),
        ("four_classes", "what-to-post-four", "interaction"),
    ],
)
def test_a_division_taken_wants_all_its_classes_and_binds_nobody_else(position: str, rule: str, lacks: str) -> None:
    shares = {"knowledge": 50, "daily": 30, "fun": 20}
    assert lacks in found(plan(shares, stances={"content-mix-sum": position}))[rule]
    assert rule not in found(plan(shares))
    every = dict.fromkeys(KINDS, 6)
    assert rule not in found(plan(every, stances={"content-mix-sum": position}, posts=40))


def test_a_platform_that_supplies_pieces_is_no_class_to_be_filled() -> None:
    said = found(plan({"knowledge": 60, "daily": 40}, stances={"content-mix-sum": "seven_kinds"}))[
        "seven-content-sources"
    ]
    assert "platform" not in said


def test_the_largest_share_goes_to_what_the_stance_says() -> None:
    knowing = plan({"knowledge": 40, "daily": 60}, stances={"leading-content-type": "knowledge"})
    assert "60%, is daily" in found(knowing)["knowledge-class"]
    assert "knowledge-class" not in found(
        plan({"knowledge": 60, "daily": 40}, stances={"leading-content-type": "knowledge"})
    )
    assert "life-like" in found(plan({"knowledge": 60, "daily": 40}, stances={"leading-content-type": "life"}))
    assert "knowledge-class" not in found(plan({"knowledge": 40, "daily": 60}))


def test_a_formula_that_the_accounts_own_data_do_not_bear_out_is_told() -> None:
    life = plan({"knowledge": 40, "daily": 60}, stances={"leading-content-type": "life"})
    assert "@岚间茶馆" in found(life)["formula-against-data"]
    knowing = plan({"knowledge": 60, "daily": 40}, stances={"leading-content-type": "knowledge"})
    assert "formula-against-data" not in found(knowing)


@pytest.mark.parametrize(
    ("position", "rule", "cap"),
    [
        ("five_percent", "campaign-class", 5),
        ("occasional", "occasional-ad", 10),
        ("followers_only", "promotion-cap", 20),
    ],
)
def test_what_sells_stays_within_the_cap_of_the_stance(position: str, rule: str, cap: int) -> None:
    stance = {"discounts-and-promotion-share": position}
    over = {"knowledge": 50, "daily": 50 - cap - 1, "discount": cap - 1, "campaign": 2}
    assert f"allows {cap}%" in found(plan(over, stances=stance, posts=100))[rule]
    kept = {"knowledge": 50, "daily": 50 - cap, "discount": cap}
    assert rule not in found(plan(kept, stances=stance, posts=100))
    assert rule not in found(plan(over, posts=100))


def test_business_comes_last_where_that_was_decided() -> None:
    stance = {"discounts-and-promotion-share": "last"}
    assert "pillar-business-notices" in found(plan({"knowledge": 50, "daily": 20, "notice": 30}, stances=stance))
    assert "pillar-business-notices" not in found(plan({"knowledge": 50, "daily": 30, "notice": 20}, stances=stance))


def test_hot_topics_are_there_or_not_as_decided() -> None:
    with_hot, without = {"knowledge": 60, "timely": 40}, {"knowledge": 60, "daily": 40}
    assert "hot-topic-leverage" in found(plan(without, stances={"hot-events": "ride"}))
    assert "hot-topic-leverage" not in found(plan(with_hot, stances={"hot-events": "ride"}))
    assert "hot-event-filter" in found(plan(with_hot, stances={"hot-events": "none"}))
    assert "hot-event-filter" not in found(plan(without, stances={"hot-events": "none"}))


@pytest.mark.parametrize(
    ("topic", "column", "rule"),
    [("hot-events", "timely", "fit-positioning-four"), ("jokes-vs-relevance", "fun", "relevance")],
)
def test_what_must_be_related_was_marked_for_relevance(topic: str, column: str, rule: str) -> None:
    score = {"relevance": 2, "fun": 1, "value": 1, "communication": 1}
    shares = {"knowledge": 60, column: 40}
    waiting = {"id": "d1", "account": "flagship", "column": column, "text": f"#{column}#", "event": "立冬"}
    unmarked = [waiting | {"status": "review", "owner": "xiaoman"}]
    assert rule in found(plan(shares, stances={topic: "related"}, queue=unmarked))
    assert rule not in found(plan(shares, queue=unmarked))
    marked = [unmarked[0] | {"score": score}]
    assert rule not in found(plan(shares, stances={topic: "related"}, queue=marked))


def test_most_drafts_end_with_a_question_where_that_was_decided() -> None:
    stance = {"induced-engagement": "closing_call"}
    queue = [{"id": f"d{n}", "account": "flagship", "column": "daily", "text": "你呢？还是茶好。"} for n in range(6)]
    said = found(plan({"knowledge": 60, "daily": 40}, stances=stance, queue=queue))["closing-hook"]
    assert "of 6 drafts 0 ask" in said
    ending = [each | {"text": "茶好了，你喝哪一款？[太阳]#daily# http://t.cn/A6ZSra22"} for each in queue]
    assert "closing-hook" not in found(plan({"knowledge": 60, "daily": 40}, stances=stance, queue=ending))
    assert "closing-hook" not in found(plan({"knowledge": 60, "daily": 40}, queue=queue))


def test_an_expert_shows_expertise() -> None:
    stance = {"tone-and-persona": "expert"}
    assert (
        "20% shows"
        in found(plan({"knowledge": 20, "product": 20, "daily": 60}, stances=stance))["personality-by-content"]
    )
    assert "personality-by-content" not in found(plan({"knowledge": 40, "daily": 60}, stances=stance))


@pytest.mark.parametrize(
    ("topic", "position", "rule"),
    [
        ("originality-and-reuse", "as_own", "supplied-as-original"),
        ("originality-and-reuse", "reworked", "named-source"),
        ("hidden-advertising-vs-transparency", "hidden", "soft-ads-over-blunt"),
    ],
)
def test_a_position_that_the_law_closes_is_told_whatever_the_plan(topic: str, position: str, rule: str) -> None:
    assert "the law forbids" in found(plan({"knowledge": 60, "daily": 40}, stances={topic: position}))[rule]
    lawful = {"originality-and-reuse": "own", "hidden-advertising-vs-transparency": "open"}[topic]
    assert rule not in found(plan({"knowledge": 60, "daily": 40}, stances={topic: lawful}))


def test_products_may_lead_where_readers_are_held_to_want_them() -> None:
    shares = {"knowledge": 20, "product": 50, "daily": 30}
    assert "product-extension" in found(plan(shares))
    assert "product-extension" not in found(plan(shares, stances={"company-news-and-product": "wanted"}))
