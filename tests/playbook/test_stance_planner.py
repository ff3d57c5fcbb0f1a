"""Taking a stance: who says what, what the data say, the decision and its reason, all in the plan."""

from pathlib import Path

from playbook.facts import sample_facts
from playbook.planners import Desk
from playbook.plans import load
from playbook.stance_planner import StancePlanner, topics_to_decide
from playbook.timing.plan import TimingPlan
from playbook.timing.planner import WeekPlanner, decide, plan_week

GAP, TOOLS = "gap-between-posts", "scheduling-tools"
MON_15 = 15


def panel(topic: str = GAP) -> StancePlanner[TimingPlan]:
    opened = decide(topic, sample_facts())
    assert isinstance(opened, StancePlanner)
    return opened


def saved() -> TimingPlan:
    return load(TimingPlan, TimingPlan)


def test_a_decision_is_saved_with_what_the_data_said_and_opened_again(work: Path) -> None:
    asked = panel()
    assert asked.choice.value == ""
    asked.choice.value = "one_hour"
    asked.why.value = "一小时以内，互动少三成"
    stance = saved().stances[GAP]
    assert (stance.position, stance.why) == ("one_hour", "一小时以内，互动少三成")
    assert stance.seen is not None
    assert stance.seen.text.en
    again = panel()
    assert (again.choice.value, again.why.value) == ("one_hour", "一小时以内，互动少三成")


def test_a_decision_can_be_taken_back(work: Path) -> None:
    asked = panel()
    asked.choice.value = "two_hours"
    asked.choice.value = ""
    assert saved().stances == {}


def test_every_position_names_who_holds_it_in_the_readers_language(work: Path, reader: str) -> None:
    labels = [label for label, _ in panel().choice.options]
    assert {"zh": "至少 1 小时（第 5 篇）", "en": "at least one hour (article 5)"}[reader] in labels


def test_a_decision_taken_back_leaves_the_reason_in_its_field(work: Path) -> None:
    asked = panel()
    asked.choice.value = "one_hour"
    asked.why.value = "写了半天的理由"
    asked.choice.value = ""
    assert asked.why.value == "写了半天的理由"
    asked.choice.value = "two_hours"
    assert saved().stances[GAP].why == "写了半天的理由"


def test_a_reason_without_a_decision_says_that_it_is_not_saved_yet(work: Path, reader: str) -> None:
    asked = panel()
    asked.why.value = "because"
    assert {"zh": "先在上面选一种", "en": "Choose a stance above"}[reader] in asked._note.value


def test_a_reason_written_before_the_decision_is_kept_with_it(work: Path) -> None:
    asked = panel()
    asked.why.value = "先写下来"
    asked.choice.value = "one_hour"
    assert saved().stances[GAP].why == "先写下来"


def test_a_stance_taken_in_one_place_shows_in_all_others_on_the_page(work: Path) -> None:
    asked, week = panel(), plan_week(sample_facts())
    assert isinstance(week, WeekPlanner)
    asked.choice.value = "two_hours"
    assert week.gap.value == "two_hours"
    week.grid.slots = [MON_15, MON_15 + 1]
    assert "间隔不到 2 小时" in week._findings.value
    assert saved().stances[GAP].position == "two_hours"
    week.gap.value = "one_hour"
    assert asked.choice.value == "one_hour"


def test_what_another_page_saved_since_is_not_overwritten(work: Path) -> None:
    week = plan_week(sample_facts())
    assert isinstance(week, WeekPlanner)
    elsewhere = saved().model_copy(update={"why": {"shop": "别处写的"}})
    (work / "plans").mkdir(parents=True, exist_ok=True)
    (work / "plans" / "timing.json").write_text(elsewhere.model_dump_json(), encoding="utf-8")
    week.grid.slots = [MON_15]
    assert (len(saved().slots), saved().why) == (1, {"shop": "别处写的"})


def test_undo_gives_back_slots_and_leaves_stances(work: Path) -> None:
    asked, week = panel(), plan_week(sample_facts())
    assert isinstance(week, WeekPlanner)
    week.grid.slots = [MON_15]
    asked.choice.value = "one_hour"
    week.undo()
    assert (saved().slots, saved().stances[GAP].position) == ([], "one_hour")


def test_beneath_the_week_all_stances_are_taken_topic_by_topic(work: Path) -> None:
    week = plan_week(sample_facts(), stances=True)
    assert isinstance(week, WeekPlanner)
    board = week._stances
    assert board is not None
    assert tuple(topic for _, topic in board.topic.options) == topics_to_decide("timing")
    board.topic.value = TOOLS
    board.choice.value = "by_hand"
    board.topic.value = GAP
    assert board.choice.value == ""
    assert next(label for label, topic in board.topic.options if topic == TOOLS).startswith("✓")
    assert f"1/{len(topics_to_decide('timing'))}" in board._question.value
    assert saved().stances.keys() == {TOOLS}


def test_the_data_shown_are_those_of_the_account_on_the_grid(work: Path) -> None:
    week = plan_week(sample_facts(), stances=True)
    assert isinstance(week, WeekPlanner)
    board = week._stances
    assert board is not None
    before = board._data.value
    week.account.value = "shop"
    assert "岚间茶铺" in board._data.value
    assert board._data.value != before


def test_a_reason_cannot_act_on_the_page(work: Path) -> None:
    desk = Desk(TimingPlan(), print)
    asked = StancePlanner(desk, sample_facts(), (GAP,), "flagship")
    asked.choice.value = "one_hour"
    asked.why.value = "<img src=x onerror=alert(1)>"
    assert "<img" not in asked._data.value + asked._question.value
