"""The planner of ninety days as an object: what is chosen is saved, found, undone; words that are code stay words."""

from pathlib import Path

from playbook.facts import sample_facts
from playbook.plans import load, save
from playbook.specialist.days_planner import DaysPlanner
from playbook.specialist.model_plan import begin, sound_plan
from playbook.specialist.plan import SpecialistPlan
from playbook.specialist.planner import plan_days

EVIL = "<img src=x onerror=alert(1)>"


def saved() -> SpecialistPlan:
    return load(SpecialistPlan, SpecialistPlan)


def opened() -> DaysPlanner:
    planner = plan_days(sample_facts())
    assert isinstance(planner, DaysPlanner)
    return planner


def test_a_plan_that_is_opened_and_not_touched_stays_as_it_is(work: Path) -> None:
    save(sound_plan())
    planner = opened()
    assert saved() == planner.plan == sound_plan()
    assert "planner-clear" in planner._findings.value


def test_what_is_chosen_is_saved_and_found_and_taken_back(work: Path) -> None:
    planner = opened()
    planner.abilities["writing"].controls["level"].value = 3
    assert saved().of("writing").level == 3
    assert "planner-findings" in planner._findings.value
    planner.hours.controls["fan-interaction"].value = 41.0
    assert saved().week.total == 41
    planner.undo()
    assert saved().week.total == 0
    planner.redo()
    planner.goals[0].add.click()
    planner.not_done.controls["brushing"].value = "不刷"
    assert (len(saved().days[0].goals), saved().not_done["brushing"], saved().week.total) == (1, "不刷", 41)


def test_the_plan_to_mend_is_mended_control_by_control(work: Path) -> None:
    save(begin())
    planner, sound = opened(), sound_plan()
    planner.abilities["writing"].controls["evidence"].value = sound.of("writing").evidence
    planner.hours.controls["fan-interaction"].value = sound.week.hours["fan-interaction"]
    goal = sound.days[0].goals[0]
    planner.goals[0].rows[0]["what"].value = goal.what
    planner.goals[0].rows[0]["judged_by"].value = goal.judged_by
    planner.days[2].controls["reviewer"].value = sample_facts().company.people[1].name
    assert "planner-clear" in planner._findings.value
    assert saved() == sound


def test_words_that_are_code_stay_words(work: Path) -> None:
    goals = [sound_plan().goals[0].model_copy(update={"what": EVIL + "涨粉 5000"})]
    first = sound_plan().days[0].model_copy(update={"goals": goals})
    save(sound_plan().model_copy(update={"days": [first, *sound_plan().days[1:]]}))
    planner = opened()
    assert EVIL not in planner._findings.value
    assert "&lt;img" in planner._findings.value


def test_no_number_that_the_form_allows_breaks_it(work: Path) -> None:
    save(sound_plan())
    planner = opened()
    planner.laid["week"].one["days"].value = 0
    assert saved().week.days == 0
    assert "planner-findings" in planner._findings.value
