from __future__ import annotations

import pytest

from playbook.crisis.card import card
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Role
from playbook.facts import sample_facts
from playbook.handbook.blocks import Listing, Section
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
UNSEEN = {"watch", "norm", "after", "statements", "stances"}  # they stand in the chapter, not on the card


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_the_card_says_all_that_is_written_of_levels_people_and_steps() -> None:
    sound = sound_plan({"levels.1.why": "", "levels.2.why": "", "levels.0.decides": "", "levels.0.stands_in": ""})
    plan, marks = marked(sound, UNSEEN | {"decides", "stands_in", "why"})
    told = said(card(plan, FACTS))
    assert marks
    assert [each for each in marks if each not in told] == []


def test_the_card_stands_alone_on_its_page_and_shows_no_id(reader: str) -> None:
    made = card(sound_plan(), FACTS)
    words = enum_words(CrisisPlan) if reader == "zh" else set()
    assert made.alone
    assert stand_as_words(said(made), words | {each.id for each in FACTS.company.people}) == set()


def test_people_are_called_in_order_whatever_the_order_of_the_plan() -> None:
    plan = sound_plan()
    turned = plan.model_copy(update={"roles": plan.roles[::-1]})
    rows = [[str(cell) for cell in row] for row in grids(card(turned, FACTS).blocks)[1].rows]
    assert rows == [[str(cell) for cell in row] for row in grids(card(plan, FACTS).blocks)[1].rows]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]


def test_steps_stand_in_order_of_time_each_with_a_box() -> None:
    plan = sound_plan()
    turned = plan.model_copy(update={"first_hours": plan.first_hours[::-1]})
    [steps] = _listings(card(turned, FACTS).blocks)
    assert steps.boxes
    assert steps.ordered
    assert "15" in str(steps.says[0])
    assert "4 " in str(steps.says[-1])


def test_a_role_of_which_only_the_person_is_named_is_not_called() -> None:
    plan = CrisisPlan(roles=[Role(who="陶然")])
    assert grids(card(plan, FACTS).blocks) == []


def test_a_step_that_is_never_done_is_not_printed_as_one_to_do() -> None:
    careless = sound_plan({"first_hours.3.act": "delete"})
    made = card(careless, FACTS)
    [steps] = _listings(made.blocks)
    assert len(steps.says) == len(careless.first_hours) - 1
    assert "删批评、关评论" in said(made) or "delete criticism, close comments" in said(made)


def test_an_empty_plan_still_says_what_is_never_done() -> None:
    told = said(card(CrisisPlan(), FACTS))
    assert "不删批评" in told or "No criticism is deleted" in told


def _listings(blocks: object) -> list[Listing]:
    assert isinstance(blocks, list)
    inner = [each for block in blocks if isinstance(block, Section) for each in block.blocks]
    return [each for each in (*blocks, *inner) if isinstance(each, Listing)]
