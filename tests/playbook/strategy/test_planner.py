"""The planners of strategy as objects: what is chosen is saved, undone, told at once, and shown elsewhere too."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from playbook.company import Account, Company
from playbook.facts import sample_facts
from playbook.planners import Planner
from playbook.plans import load, save
from playbook.strategy import planner, words
from playbook.strategy.model_plan import sound_plan
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.strategy_planner import StrategyPlanner

FACTS = sample_facts()
EVIL = "<img src=x onerror=alert(1)>"


def saved() -> StrategyPlan:
    return load(StrategyPlan, StrategyPlan)


def of(opened: Planner[StrategyPlan]) -> StrategyPlanner:
    assert isinstance(opened, StrategyPlanner)
    return opened


def goals() -> StrategyPlanner:
    return of(planner.plan_goals(known=FACTS))


def test_a_goal_made_control_by_control_is_saved_and_its_measure_judged_at_once(work: Path, reader: str) -> None:
    view = goals()
    assert str(words.NO_GOALS) in view._findings.value
    view.lists["goals"].add.click()
    [row] = view.lists["goals"].rows
    row["purpose"].value = "brand"
    assert {"zh": "可用的指标：讨论量", "en": "Measures that fit"}[reader] in view._told["goals"].value
    row["measure"].value = "followers"
    assert {"zh": "不收", "en": "refused"}[reader] in view._told["goals"].value
    row["measure"].value = "discussion"
    assert {"zh": "不收", "en": "refused"}[reader] not in view._told["goals"].value
    row["account"].value = FACTS.company.account("flagship").name
    row["by"].value = date(2026, 9, 27)
    row["low"].value, row["high"].value = 52.0, 65.0
    [goal] = saved().goals
    assert (goal.measure, goal.account, goal.by, goal.low, goal.high) == (
        "discussion", "flagship", date(2026, 9, 27), 52.0, 65.0,
    )  # fmt: skip


def test_undo_gives_back_this_view_alone_and_redo_makes_it_again(work: Path) -> None:
    view, others = goals(), of(planner.plan_audiences(known=FACTS))
    view.forms["positioning"].controls["scope"].value = "local"
    others.lists["audiences"].add.click()
    view.undo()
    assert (saved().positioning.scope, len(saved().audiences)) == (None, 1)
    assert view.forms["positioning"].controls["scope"].value is None
    view.redo()
    assert (saved().positioning.scope, len(saved().audiences)) == ("local", 1)


def test_letters_of_one_field_are_one_step_of_undo(work: Path) -> None:
    view = goals()
    line = view.forms["positioning"].controls["for_whom"]
    for written in ("本", "本城", "本城茶客"):
        line.value = written
    view.forms["positioning"].controls["doing"].value = "答"
    view.undo()
    assert (saved().positioning.for_whom, saved().positioning.doing) == ("本城茶客", "")
    view.undo()
    assert saved().positioning.for_whom == ""


def test_a_head_says_how_much_is_found_in_its_part(work: Path) -> None:
    save(sound_plan())
    view = goals()
    assert str(words.HEADS["phase"]) in view.sections["phase"].head.description
    assert "1" not in view.sections["phase"].head.description
    view.forms["phase"].controls["growth"].value = ""
    assert "1" in view.sections["phase"].head.description


def test_findings_stand_beside_what_is_open_and_heads_count_the_rest(work: Path) -> None:
    save(sound_plan().model_copy(update={"risks": []}))
    view = goals()
    assert str(words.ELSEWHERE.format(count=1)) in view._findings.value
    view.sections["risks"].head.value = True
    assert "planner-findings" in view._findings.value
    assert str(words.ELSEWHERE.format(count=1)) not in view._findings.value


@pytest.mark.parametrize(
    "opened", [planner.plan_audiences, planner.plan_platforms, planner.check_steps, planner.plan_goals]
)
def test_a_sound_plan_is_shown_without_a_finding_and_opening_changes_nothing(work: Path, opened: object) -> None:
    save(sound_plan())
    view = of(opened(known=FACTS))  # type: ignore[operator]  # one of the planners above
    assert "planner-clear" in view._findings.value
    assert saved() == sound_plan()


def test_a_goal_offers_the_audiences_of_the_plan(work: Path) -> None:
    view, others = goals(), of(planner.plan_audiences(known=FACTS))
    view.lists["goals"].add.click()
    others.lists["audiences"].add.click()
    others.lists["audiences"].rows[0]["name"].value = "茶客"
    assert view.lists["goals"].rows[0]["audience"].options == ("茶客",)
    others.lists["audiences"].rows[0]["wants"].ticks["fun"].value = True
    assert saved().audiences[0].wants == ["fun"]


def test_the_evidence_says_which_level_is_reached_and_what_the_next_one_wants(work: Path, reader: str) -> None:
    view = of(planner.check_steps(known=FACTS))
    view.forms["maturity"].controls["plan"].value = "2026-03-30"
    view.forms["maturity"].controls["level"].value = 3
    assert {"zh": "第 1 级", "en": "level 1 of 7"}[reader] in view._told["maturity"].value
    assert {"zh": "监测记录", "en": "a log of what was heard"}[reader] in view._findings.value
    view.forms["maturity"].controls["level"].value = 1
    assert "planner-clear" in view._findings.value


def test_what_a_reader_writes_stays_words(work: Path) -> None:
    save(StrategyPlan.model_validate({"audiences": [{"name": EVIL}], "platforms": [{"name": EVIL}]}))
    for view in (of(planner.plan_audiences(known=FACTS)), of(planner.plan_platforms(known=FACTS))):
        assert "<img" not in view._findings.value
        assert "&lt;img" in view._findings.value


def test_parts_can_be_asked_for_alone_and_goals_are_counted(work: Path, reader: str) -> None:
    save(StrategyPlan(goals=sound_plan().goals[:1]))
    view = of(planner.plan_goals("chain", known=FACTS))
    assert list(view.sections) == ["chain"]
    assert saved().goals
    save(sound_plan())
    counted = of(planner.plan_goals(known=FACTS, least=5))
    assert {"zh": "还差 2 个目标", "en": "goals still to add: 2"}[reader] in counted._findings.value


def test_a_company_of_its_own_chooses_among_its_own_accounts(work: Path) -> None:
    own = replace(FACTS, company=Company(name="书店", accounts=[Account(id="a1", name="云上书店")]), invented=False)
    view = of(planner.plan_goals(known=own))
    view.lists["goals"].add.click()
    assert view.lists["goals"].rows[0]["account"].options == ("云上书店",)


def test_an_account_the_card_no_longer_has_is_shown_as_it_is_written(work: Path) -> None:
    plan = sound_plan()
    gone = plan.goals[0].model_copy(update={"account": "旧号"})
    save(plan.model_copy(update={"goals": [gone]}))
    assert goals().lists["goals"].rows[0]["account"].value == "旧号"
