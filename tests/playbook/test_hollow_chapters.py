"""Plans whose lists have rows in which nothing is written: what is left when somebody just pressed “add”."""

from __future__ import annotations

from importlib import import_module
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

from playbook.crisis.card import card
from playbook.crisis.plan import CrisisPlan
from playbook.facts import sample_facts
from playbook.handbook.blocks import Block, Chapter, Grid, Section
from playbook.handbook.held import PLANS
from playbook.language import LANGUAGES
from playbook.plans import Plan, read_plan

from .chapters import said

FACTS = sample_facts()
WANTED = {"id": "x1", "account": "flagship", "name": "名", "position": "p", "kind": "praise", "measure": "orders"}


def hollow(kind: type[BaseModel]) -> dict[str, Any]:
    """Return a part of a plan as JSON has it: each list has one row, in which only what must be there is written."""
    data: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        inner = [each for each in get_args(field.annotation) if isinstance(each, type) and issubclass(each, BaseModel)]
        if get_origin(field.annotation) is list and inner:
            data[name] = [hollow(inner[0])]
        elif isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            data[name] = hollow(field.annotation)
        elif field.is_required():
            data[name] = WANTED.get(name, 1)
    return data


def plan_of(system: str) -> Plan:
    """Return such a plan; lists whose rows want more than this are left empty."""
    data = hollow(PLANS[system])
    for name in list(data):
        try:
            read_plan(PLANS[system], {name: data[name]})
        except (ValueError, ValidationError):
            del data[name]
    return read_plan(PLANS[system], data)


def made(system: str, plan: Plan) -> Chapter:
    chapter: Chapter = import_module(f"playbook.{system}.chapter").chapter(plan, FACTS)
    return chapter


def cells(blocks: list[Block]) -> list[Grid]:
    inner = [each for block in blocks if isinstance(block, Section) for each in cells(list(block.blocks))]
    return [*(each for each in blocks if isinstance(each, Grid)), *inner]


@pytest.mark.parametrize("wanted", LANGUAGES)
@pytest.mark.parametrize("system", PLANS)
def test_rows_in_which_nothing_is_written_make_a_chapter_without_empty_tables(
    system: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    plan = plan_of(system)
    assert plan != PLANS[system]()
    chapter = made(system, plan)
    told = said(chapter)
    assert "None" not in told
    assert "{" not in told
    for grid in cells(list(chapter.blocks)):
        assert grid.rows
        assert all(len(row) == len(grid.head) for row in grid.rows)


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_the_page_for_the_first_hours_too(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    plan = plan_of("crisis")
    assert isinstance(plan, CrisisPlan)
    assert "None" not in said(card(plan, FACTS))
