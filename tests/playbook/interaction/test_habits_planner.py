"""The planner of the habits: every control is saved, shown again, and taken back."""

from __future__ import annotations

from pathlib import Path

from playbook.facts import sample_facts
from playbook.interaction.habits import Gathering, Habits, Tool
from playbook.interaction.habits_planner import HabitsPlanner
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.planner import plan_habits
from playbook.plans import load, save
from playbook.stance_planner import StancePlanner

from .sound import whole


def planner() -> HabitsPlanner:
    opened = plan_habits(sample_facts())
    assert isinstance(opened, HabitsPlanner)
    return opened


def saved() -> Habits:
    return load(InteractionPlan, InteractionPlan).habits


def test_what_is_ticked_chosen_and_counted_is_saved_and_shown_again(work: Path) -> None:
    opened = planner()
    opened.numbers["asks"].value, opened.numbers["welfare"].value = 20, 2
    opened.ticks["organiser_checked"].value = True
    opened.many["growth"]["content"].value = True
    opened.reviews["repost"].value, opened.gift.value = True, "after"
    opened.staff["takes_part"].value = True
    opened.campaigns.value = "活动期间多看一次"
    kept = saved()
    assert (kept.asks, kept.welfare, kept.organiser_checked, kept.growth) == (0.2, 2, True, ["content"])
    assert (kept.reviews.repost, kept.reviews.gift, kept.staff.takes_part) == (True, "after", True)
    assert kept.campaigns == "活动期间多看一次"
    again = planner()
    assert (again.numbers["asks"].value, again.gift.value, again.many["growth"]["content"].value) == (20, "after", True)


def test_a_place_and_a_tool_are_added_filled_in_and_removed(work: Path) -> None:
    opened = planner()
    opened.lists["gatherings"].add.click()
    row = opened.lists["gatherings"].rows[0]
    row["name"].value, row["a_week"].value, row["says_who"].value = "城南吃喝", 2, True
    assert saved().gatherings == [Gathering(name="城南吃喝", a_week=2, says_who=True)]
    opened.lists["tools"].add.click()
    opened.lists["tools"].rows[0]["kind"].value = "voting"
    assert saved().tools == [Tool(name="", kind="voting")]
    opened.lists["gatherings"]._open.children[0].children[1].click()
    assert (saved().gatherings, len(saved().tools)) == ([], 1)


def test_undo_takes_back_a_habit_and_leaves_the_rules_for_replies(work: Path) -> None:
    save(whole())
    opened = planner()
    opened.many["growth"]["bought"].value = True
    assert "bought" in saved().growth
    opened.undo_button.click()
    assert saved() == whole().habits
    assert load(InteractionPlan, InteractionPlan).triage == whole().triage


def test_what_is_unlawful_is_found_at_once_and_an_empty_plan_is_not_called_sound(work: Path, reader: str) -> None:
    opened = planner()
    assert {"zh": "还没有定任何习惯", "en": "No habit is settled yet"}[reader] in opened._findings.value
    opened.many["growth"]["bought"].value = True
    assert {"zh": "反不正当竞争法", "en": "Anti-Unfair Competition Law"}[reader] in opened._findings.value


def test_what_is_written_into_a_row_is_shown_as_text_alone(work: Path) -> None:
    opened = planner()
    opened.lists["leaders"].add.click()
    opened.lists["leaders"].rows[0]["name"].value = "<img src=x>"
    assert "<img" not in opened._findings.value


def test_what_only_some_companies_need_is_folded_away_unless_it_was_begun(work: Path) -> None:
    assert planner().folded.selected_index is None
    save(InteractionPlan(habits=Habits(asks=0.2)))
    assert planner().folded.selected_index is None
    save(InteractionPlan(habits=Habits(tools=[Tool(name="投票箱")])))
    assert planner().folded.selected_index == 0


def test_a_stance_folded_away_with_the_rest_is_held_against_the_habits(work: Path) -> None:
    opened = plan_habits(sample_facts(), stances=("article6-growth-means-vs-principle",))
    assert isinstance(opened, HabitsPlanner)
    stance = opened.folded.children[0].children[-1]
    assert isinstance(stance, StancePlanner)
    opened.many["growth"]["content"].value = True
    before = opened._findings.value
    stance.choice.value = "principle"
    assert len(opened._findings.value) > len(before)
    again = plan_habits(sample_facts(), stances=("article6-growth-means-vs-principle",))
    assert isinstance(again, HabitsPlanner)
    assert again.folded.selected_index == 0
