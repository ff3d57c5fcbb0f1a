from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.governance.chapter import chapter
from playbook.governance.keys import Key
from playbook.governance.model_plan import sound_plan
from playbook.governance.people import Member
from playbook.governance.plan import GovernancePlan
from playbook.governance.workflow import Move
from playbook.handbook.blocks import Para
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(sound_plan())
    told = said(chapter(plan, FACTS))
    assert len(marks) > 50
    assert [each for each in marks if each not in told] == []


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    told = said(chapter(sound_plan(), FACTS))
    accounts = {each.id for each in FACTS.company.accounts}
    words = enum_words(GovernancePlan)
    shown = words | accounts if reader == "zh" else {each for each in words if "_" in each}
    assert stand_as_words(told, shown | PEOPLE) == set()


def test_a_row_of_the_permission_table_names_whoever_holds_each_right() -> None:
    plan = GovernancePlan(
        keys=[
            Key(account="shop", who="tao", may=["post"]),
            Key(account="flagship", who="xiaoman", may=["approve", "password"]),
            Key(account="shop", who="老岚", may=["approve", "post"]),
        ],
        two_steps=["shop"],
    )
    [keys] = grids(chapter(plan, FACTS).blocks)
    names = {each.id: each.name for each in FACTS.company.people}
    rows = [[str(cell).replace("、", ", ") for cell in row] for row in keys.rows]
    flagship, shop = (f"@{FACTS.company.account(each).name}" for each in ("flagship", "shop"))
    assert rows[0] == [flagship, "", names["xiaoman"], names["xiaoman"], ""]
    assert rows[1][:4] == [shop, f"{names['tao']}, 老岚", "老岚", ""]
    assert rows[1][4] in {"是", "yes"}


def test_a_step_names_its_role_with_whoever_holds_it_and_one_of_no_lane_is_not_lost() -> None:
    plan = sound_plan({"workflow.moves.+": [{"source": "approved", "to": "archived", "who": "data"}]})
    told = grids(chapter(plan, FACTS).blocks)
    titles = [str(each.title) for each in told if str(each.title)]
    assert len(titles) == 4
    steps = next(each for each in told if str(each.title) == titles[0])
    writer = next(each.name for each in FACTS.company.people if each.id == "shen")
    assert writer in str(steps.rows[0][1])
    assert Move(source="approved", to="archived", who="data") in plan.workflow.moves
    [lost] = [each for each in told if str(each.title) == titles[3]]
    assert len(lost.rows) == 1


def test_whoever_has_left_stands_last_in_the_team() -> None:
    plan = GovernancePlan(members=[Member(who="何苗", left=True), Member(who="tao", hours=18)])
    [team] = grids(chapter(plan, FACTS).blocks)
    assert str(team.rows[-1][0]) == "何苗"


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(GovernancePlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert len(line.replace("；", ";").split(";")) == 14
