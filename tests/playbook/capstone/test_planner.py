"""The view in which plans are repaired: it shows what is open at every move, saves, and takes steps back."""

import json

import pytest

from playbook.capstone.plan import RepairPlan
from playbook.capstone.planner import CLEAR, LESSON, RepairPlanner, repair_plans
from playbook.capstone.review import mended
from playbook.facts import sample_facts
from playbook.handbook.lessons import title
from playbook.planners import Desk
from playbook.plans import plan_file

FACTS = sample_facts()


@pytest.fixture
def planner() -> RepairPlanner:
    """Return the planner of the lesson, with nothing repaired."""
    return RepairPlanner(Desk(LESSON, lambda _: None), FACTS)


def test_it_shows_each_contradiction_with_the_places_of_both_plans(planner: RepairPlanner) -> None:
    assert planner.still.value.count("<li>") == len(planner.repairs) == 4
    for repair in planner.repairs:
        systems = {place.system for place in repair.places}
        assert len(systems) == 2
        assert all(str(title(system)) in planner.heads[repair.check].value for system in systems)


def test_a_change_is_told_at_once_and_taken_back(planner: RepairPlanner) -> None:
    planner.places["monday"].value = "three"
    assert planner.still.value.count("<li>") == 5
    planner.undo()
    assert planner.still.value.count("<li>") == 4
    assert planner.places["monday"].value == "two"
    planner.redo()
    assert planner.places["monday"].value == "three"
    assert planner.redo_button.disabled


def test_what_a_change_makes_worse_within_a_plan_is_named_with_its_rule(planner: RepairPlanner) -> None:
    planner.places["who-answers"].value = "xiaoman"
    assert planner.still.value.count("<li>") == 3
    assert planner._findings.value.count("<li>") == 4
    planner.places["who-answers"].value = "on-duty"
    assert planner._findings.value == ""


def test_when_all_is_mended_it_says_so(planner: RepairPlanner) -> None:
    for choice in mended(FACTS, "lanjian", LESSON.seed).choices:
        planner.places[choice.place].value = choice.option
    assert str(CLEAR) in planner.still.value
    assert planner._findings.value == ""
    assert all("✓" in each.value for each in planner.heads.values())


def test_repairs_are_saved_at_every_change_and_opened_again() -> None:
    planner = repair_plans()
    assert isinstance(planner, RepairPlanner)
    planner.places["launch"].value = "at-15"
    saved = json.loads(plan_file(RepairPlan).read_text("utf-8"))
    assert saved["choices"] == [{"place": "launch", "option": "at-15"}]
    again = repair_plans()
    assert isinstance(again, RepairPlanner)
    assert again.places["launch"].value == "at-15"


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_no_word_of_it_is_left_to_fill_in(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    plan = RepairPlan(house="tingquan", seed=1646)
    planner = RepairPlanner(Desk(plan, lambda _: None), FACTS)
    shown = [each.description for each in planner.places.values()]
    shown += [label for each in planner.places.values() for label, _ in each.options]
    shown += [each.value for each in planner.heads.values()]
    assert all(shown)
    assert not any("{" in each for each in shown)
    assert ("许晴" if wanted == "zh" else "Xu Qing") in "".join(shown)
