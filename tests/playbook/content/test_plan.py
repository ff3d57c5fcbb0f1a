"""A plan of content as it is kept."""

import json

import pytest

from playbook.content.plan import ContentPlan
from playbook.plans import PlanError, read_plan, written

PLAN = {
    "columns": [{"id": "brew", "name": "泡茶问答"}, {"id": "day", "name": "茶馆一天"}],
    "mixes": [{"account": "flagship", "shares": {"brew": 60, "day": 35}}],
    "queue": [
        {"id": "d1", "account": "flagship", "column": "brew"},
        {"id": "d2", "account": "shop", "column": "day"},
        {"id": "d3", "account": "flagship", "column": "day"},
    ],
}


def test_a_plan_is_read_back_as_it_was_written() -> None:
    made = read_plan(ContentPlan, PLAN)
    assert read_plan(ContentPlan, json.loads(written(made))) == made


def test_a_mix_says_what_its_shares_come_to_without_mending_them() -> None:
    mix = read_plan(ContentPlan, PLAN).mix("flagship")
    assert mix is not None
    assert mix.total == 95


def test_an_accounts_drafts_come_in_the_order_of_the_queue() -> None:
    made = read_plan(ContentPlan, PLAN)
    assert [draft.id for draft in made.of("flagship")] == ["d1", "d3"]
    assert [made.entries(account) for account in ("flagship", "shop", "store")] == [2, 1, 0]


def test_without_drafts_the_columns_of_the_mix_are_counted() -> None:
    assert read_plan(ContentPlan, PLAN | {"queue": []}).entries("flagship") == 2


@pytest.mark.parametrize(
    "change",
    [
        {"columns": [{"id": "brew", "name": "甲"}, {"id": "brew", "name": "乙"}]},
        {"mixes": [{"account": "shop"}, {"account": "shop"}]},
        {"mixes": [{"account": "shop", "shares": {"brew": 101}}]},
        {"queue": [{"id": "d1", "account": "shop", "status": "sent"}]},
    ],
)
def test_what_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(PlanError):
        read_plan(ContentPlan, PLAN | change)


def test_a_plan_is_said_in_words(reader: str) -> None:
    said = str(read_plan(ContentPlan, PLAN).said())
    assert "泡茶问答 60%" in said
    assert {"zh": "草稿 3 条", "en": "3 drafts"}[reader] in said
