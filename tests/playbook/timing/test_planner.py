from pathlib import Path

from playbook.company_planner import plan_company
from playbook.facts import company, facts, sample_facts
from playbook.planners import Desk
from playbook.plans import load, plan_file
from playbook.sample.card import sample_card
from playbook.timing.plan import TimingPlan
from playbook.timing.planner import WeekPlanner, plan_week

MON_10, MON_15, SAT_21 = 10, 15, 5 * 24 + 21


def planner() -> WeekPlanner:
    opened = plan_week(sample_facts())
    assert isinstance(opened, WeekPlanner)
    return opened


def test_a_slot_set_on_the_grid_is_saved_and_opened_again(work: Path) -> None:
    planner().grid.slots = [MON_15]
    assert load(TimingPlan, TimingPlan).slots[0].at == "flagship/1/15"
    assert planner().grid.slots == [MON_15]


def test_findings_change_with_every_move_and_flag_their_cells(work: Path, reader: str) -> None:
    week = planner()
    week.grid.slots = [MON_15, SAT_21]
    assert {"zh": "发出时无人值班：周六 21 点", "en": "Nobody is on duty at Sat 21:00"}[reader] in week._findings.value
    assert SAT_21 in week.grid.flagged
    week.grid.slots = [MON_15]
    assert SAT_21 not in week.grid.flagged


def test_an_empty_week_is_not_praised(work: Path) -> None:
    assert "没有发现问题" not in planner()._findings.value


def test_undo_and_redo_lead_back_and_forth_through_the_changes(work: Path) -> None:
    week = planner()
    week.grid.slots = [MON_10]
    week.grid.slots = [MON_10, MON_15]
    week.undo()
    assert week.grid.slots == [MON_10]
    assert [slot["hour"] for slot in week.value["slots"]] == [10]
    week.redo()
    assert week.grid.slots == [MON_10, MON_15]
    week.clear()
    assert week.grid.slots == []
    week.undo()
    assert week.grid.slots == [MON_10, MON_15]


def test_undo_leaves_the_reason_alone(work: Path) -> None:
    week = planner()
    week.grid.slots = [MON_10]
    week.why.value = "写到一半"
    week.undo()
    assert (week.grid.slots, week.why.value) == ([], "写到一半")
    assert load(TimingPlan, TimingPlan).why == {"flagship": "写到一半"}


def test_each_account_has_slots_and_reason_of_its_own(work: Path) -> None:
    week = planner()
    week.grid.slots = [MON_15]
    week.why.value = "下午茶"
    week.account.value = "shop"
    assert (week.grid.slots, week.why.value) == ([], "")
    week.account.value = "flagship"
    assert (week.grid.slots, week.why.value) == ([MON_15], "下午茶")
    assert load(TimingPlan, TimingPlan).why == {"flagship": "下午茶"}


def test_a_longer_gap_is_the_companys_stance(work: Path) -> None:
    week = planner()
    week.grid.slots = [MON_15, MON_15 + 1]
    assert "间隔不到" not in week._findings.value
    week.gap.value = "two_hours"
    assert "间隔不到 2 小时：周一 15 点和周一 16 点" in week._findings.value


def test_what_a_learner_types_stays_text(work: Path) -> None:
    card = sample_card().model_copy(update={"name": "<img src=x onerror=alert(1)>"})
    hostile = WeekPlanner(
        Desk(TimingPlan(), print), type(sample_facts())(card, sample_facts().posts, None, invented=False)
    )
    shown = "".join(str(getattr(child, "value", "")) for child in hostile.children)
    assert "<img" not in shown


def test_every_cell_says_in_words_what_it_shows(work: Path, reader: str) -> None:
    week = planner()
    week.grid.slots = [MON_15]
    label = week.grid.labels[MON_15]
    assert (
        label
        == {
            "zh": "周一 15 点：308 次互动，林小满、沈牧值班，已排一条",
            "en": "Mon 15:00: 308 reactions, Lin Xiaoman, Shen Mu on duty, a post is planned",
        }[reader]
    )
    assert {"zh": "说不准", "en": "cannot tell"}[reader] in week.grid.labels[3]


def test_a_damaged_plan_opens_fresh_with_a_word_about_the_old_one(work: Path) -> None:
    planner().grid.slots = [MON_15]
    plan_file(TimingPlan).write_text("{", encoding="utf-8")
    week = planner()
    assert week.grid.slots == []
    assert "timing.damaged-1.json" in week.children[0].value


def test_a_removed_account_comes_back_with_undo_and_the_sample_with_one_button(work: Path) -> None:
    card = plan_company(facts())
    card._accounts.rows[0]._remove.click()
    assert company().accounts[0].id == "shop"
    card.undo()
    assert company() == sample_card()
    assert len(card._accounts.rows) == 6


def test_a_renamed_person_keeps_the_id_that_plans_refer_to(work: Path) -> None:
    card = plan_company(facts())
    card._shifts.rows[0].words.value = "林大满"
    assert next((each.id, each.name) for each in company().people) == ("xiaoman", "林大满")


def test_the_card_says_on_its_lid_whose_it_is(work: Path) -> None:
    card = plan_company(facts())
    assert sample_card().name in card.children[0].titles[0]
    card._name.value = "竹隐茶舍"
    assert "竹隐茶舍" in card.children[0].titles[0]


def test_an_unfinished_card_is_not_saved_and_says_why(work: Path) -> None:
    card = plan_company(facts())
    card._accounts.rows[0].words.value = ""
    assert company() == sample_card()
    assert "还不能保存" in card._note.value
