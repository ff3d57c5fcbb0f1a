"""The planners of governance: every control changes the plan, every change can be taken back, and text stays text."""

from pathlib import Path

import pytest

from playbook.facts import Facts
from playbook.governance import planner
from playbook.governance.form import GovernancePlanner
from playbook.governance.keys_planner import KeysPlanner
from playbook.governance.parts_planners import RewardPlanner, RolesPlanner
from playbook.governance.plan import GovernancePlan
from playbook.governance.workflow_planner import WorkflowPlanner
from playbook.planners import Desk
from playbook.plans import load

from .plans import FACTS, OWN, plan

KINDS = [RolesPlanner, KeysPlanner, WorkflowPlanner, RewardPlanner]
EVIL = "<img src=x onerror=alert(1)>"


def opened(
    kind: type[GovernancePlanner], start: GovernancePlan | None = None, facts: Facts = FACTS
) -> GovernancePlanner:
    kept: list[GovernancePlan] = []
    return kind(Desk(start or plan(), kept.append), facts)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("facts", [FACTS, OWN])
def test_a_planner_opens_empty_and_what_is_begun_can_be_taken_back_step_by_step(
    kind: type[GovernancePlanner], facts: Facts
) -> None:
    view = opened(kind, GovernancePlan(), facts)
    for laid in view.laid.values():
        if laid.begin:
            laid.begin.click()
        if laid.rows:
            laid.rows.add.click()
    full = view.plan
    assert full != GovernancePlan()
    while not view.undo_button.disabled:
        view.undo()
    assert view.plan == GovernancePlan()
    while not view.redo_button.disabled:
        view.redo()
    assert view.plan == full


@pytest.mark.parametrize("kind", KINDS)
def test_showing_the_sound_plan_changes_nothing_in_it(kind: type[GovernancePlanner]) -> None:
    view = opened(kind)
    assert view.plan == plan()
    assert view.undo_button.disabled


@pytest.mark.parametrize("kind", KINDS)
def test_a_planner_shows_what_is_found_in_its_own_parts_alone(kind: type[GovernancePlanner]) -> None:
    faulty = plan({"roles.2.deputy": "", "two_steps": [], "workflow.moves.6.most": 0, "scheme.formula": ""})
    assert opened(kind, faulty)._findings.value.count("<li>") == 1


def test_a_right_is_given_and_taken_on_the_chosen_account_alone() -> None:
    view = KeysPlanner(Desk(plan(), lambda _: None), FACTS)
    view.account.value = "store"
    view.rights["store", "tao"].ticks["approve"].value = True
    assert view.plan.held("store", "tao").may == ["post", "approve", "phone"]
    assert view.plan.held("flagship", "tao").may == ["post"]
    for right in ("post", "approve", "phone"):
        view.rights["store", "tao"].ticks[right].value = False
    assert all((each.account, each.who) != ("store", "tao") for each in view.plan.keys)
    view.undo()
    assert view.plan.held("store", "tao").may == ["phone"]


def test_a_name_that_was_added_can_be_given_rights_and_is_shown_as_text() -> None:
    view = KeysPlanner(Desk(plan(), lambda _: None), FACTS)
    view.name.value = EVIL
    view.add.click()
    view.rights["flagship", EVIL].ticks["post"].value = True
    view.away.value = EVIL
    for shown in (view._table.value, view._findings.value, view._stops.value):
        assert "<img" not in shown
        assert "&lt;img" in shown


def test_whoever_is_away_is_said_with_the_accounts_that_stop(reader: str) -> None:
    view = KeysPlanner(Desk(plan(), lambda _: None), FACTS)
    view.away.value = "xiaoman"
    assert {"zh": "没有人能批", "en": "nobody can approve on"}[reader] in view._stops.value
    view.away.value = "tao"
    assert {"zh": "收不到验证码", "en": "no code reaches anybody"}[reader] in view._stops.value


def test_what_is_held_today_is_filled_in_from_the_data_and_found_faulty() -> None:
    view = KeysPlanner(Desk(GovernancePlan(), lambda _: None), FACTS)
    view.today.click()
    assert {each.account for each in view.plan.keys} == {each.id for each in FACTS.company.accounts}
    assert "lan" not in {each.who for each in view.plan.keys}  # people have names
    assert view._findings.value.count("<li>") >= 3
    assert view.today not in KeysPlanner(Desk(GovernancePlan(), lambda _: None), OWN).above()


def test_the_workflow_is_held_against_the_log_where_there_is_one() -> None:
    assert "2,600" in WorkflowPlanner(Desk(plan(), lambda _: None), FACTS)._drawn.value
    assert "2,600" not in WorkflowPlanner(Desk(plan(), lambda _: None), OWN)._drawn.value


def test_what_two_planners_on_a_page_decide_stands_in_one_plan(work: Path) -> None:
    assert work
    roles, keys = planner.plan_roles(FACTS), planner.plan_keys(FACTS)
    assert isinstance(roles, RolesPlanner)
    assert isinstance(keys, KeysPlanner)
    roles.laid["members"].rows.add.click()  # type: ignore[union-attr]
    keys.two_steps.value = True
    saved = load(GovernancePlan, GovernancePlan)
    assert len(saved.members) == 1
    assert saved.two_steps == [keys.account.value]
    roles.undo()
    assert load(GovernancePlan, GovernancePlan).two_steps == saved.two_steps  # another planner's part stays


def test_a_line_longer_than_a_plan_holds_is_cut_and_not_refused() -> None:
    view = opened(RewardPlanner)
    view.laid["scheme"].one["formula"].value = "x" * 500
    assert len(view.plan.scheme.formula) == 200


def test_the_plan_is_said_in_a_sentence(reader: str) -> None:
    assert str(GovernancePlan().said()) == {"zh": "还没有定什么", "en": "nothing settled yet"}[reader]
    assert {"zh": "有人担任的角色 7 项", "en": "roles filled: 7"}[reader] in str(plan().said())
