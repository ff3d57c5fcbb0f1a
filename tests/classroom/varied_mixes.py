"""The right mix of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.content.plan import Column, ContentPlan
from playbook.facts import sample_facts
from playbook.stances import Stance

LEADING, PROMOTION = "leading-content-type", "discounts-and-promotion-share"
SHARES: tuple[dict[str, int], ...] = (
    {"knowledge": 26},  # 98 in all
    {"knowledge": 30, "extension": 6},  # less than a post a week
    {"knowledge": 72, "extension": 8, "product": 8, "daily": 12, "staff-life": 0, "discount": 0},
    {"knowledge": 20, "product": 40, "daily": 12, "staff-life": 12},
    {"knowledge": 40, "extension": 0, "product": 35, "daily": 25, "staff-life": 0, "discount": 0},
    {"knowledge": 16, "discount": 20},
)
DAILY_FIRST = {"knowledge": 20, "daily": 36, "staff-life": 8}
COLUMNS: tuple[dict[str, dict[str, str]], ...] = (
    {"extension": {"answers": "", "topic": "", "kind": ""}},
    {each: {"answers": ""} for each in ("knowledge", "extension", "product")},
    {"product": {"answers": ""}},
    {"daily": {"topic": ""}},
    {"extension": {"kind": ""}},
)
STANCES: tuple[tuple[str, str, dict[str, int]], ...] = (
    (LEADING, "greeting", {}),
    (LEADING, "knowledge", DAILY_FIRST),
    (PROMOTION, "five_percent", {}),
    (PROMOTION, "followers_only", {"knowledge": 16, "product": 16, "daily": 16, "staff-life": 14, "discount": 30}),
    (PROMOTION, "last", {"daily": 18, "discount": 10}),
)


def varied_mixes(field: PlanField) -> Iterator[ContentPlan]:
    """Yield the right mix without a stance or a reason, with other shares, columns and stances, and with too many."""
    right: Any = field.expect.value(sample_facts())
    plan = ContentPlan.model_validate(right)
    yield plan.model_copy(update={"stances": {}})
    yield plan.model_copy(update={"mixes": [mix.model_copy(update={"why": ""}) for mix in plan.mixes]})
    for shares in SHARES:
        yield with_shares(plan, shares)
    for changes in COLUMNS:
        columns = [each.model_copy(update=changes.get(each.id, {})) for each in plan.columns]
        yield plan.model_copy(update={"columns": columns})
    more = [Column(id=f"c{n}", name=f"问答 {n}", answers="?", topic=f"t{n}", kind="interaction") for n in range(5)]
    yield plan.model_copy(update={"columns": [*plan.columns, *more]})
    for topic, position, shares in STANCES:
        stances = plan.stances | {topic: Stance(position=position)}
        yield with_shares(plan, shares).model_copy(update={"stances": stances})


def with_shares(plan: ContentPlan, shares: dict[str, int]) -> ContentPlan:
    """Return a plan with some shares of its mix changed."""
    mixes = [mix.model_copy(update={"shares": mix.shares | shares}) for mix in plan.mixes]
    return plan.model_copy(update={"mixes": mixes})
