"""The best week, asked for with a button: what it takes from the stances, and what it says of what it made."""

from pathlib import Path

import pytest

from playbook.facts import sample_facts
from playbook.plans import load, save
from playbook.stances import Stance
from playbook.timing.plan import TimingPlan
from playbook.timing.planner import WeekPlanner, plan_week
from playbook.timing.suggester import a_week_now, constraints

FACTS = sample_facts()


def taken(**stances: str) -> TimingPlan:
    return TimingPlan(
        stances={topic.replace("_", "-"): Stance(position=position) for topic, position in stances.items()}
    )


def week(posts: int = 14) -> WeekPlanner:
    opened = plan_week(FACTS, stances=True, posts=posts)
    assert isinstance(opened, WeekPlanner)
    return opened


def test_the_stances_are_the_conditions() -> None:
    asked = constraints(taken(gap_between_posts="two_hours", weekend_posting="workdays_only"), 10)
    assert (asked.posts, asked.gap_hours, asked.days, asked.attended) == (10, 2, (1, 2, 3, 4, 5), True)
    free = constraints(taken(scheduling_tools="scheduled", daily_volume="four_to_six", best_hours="golden"), 10)
    assert (free.attended, free.least_a_day, free.most_a_day) == (False, 4, 6)
    assert set(free.hours) == {9, 12, 13, 16, 17, 20}


def test_a_suggested_week_replaces_the_accounts_slots_has_no_issue_and_can_be_undone(work: Path) -> None:
    planner = week()
    planner.grid.slots = [10]
    assert planner._suggester is not None
    planner._suggester.button.click()
    assert len(load(TimingPlan, TimingPlan).slots) == 14
    assert "没有发现问题" in planner._findings.value
    planner.undo()
    assert planner.grid.slots == [10]


def test_days_that_share_hour_and_reason_are_told_once(work: Path, reader: str) -> None:
    planner = week()
    assert planner._suggester is not None
    planner._suggester.button.click()
    said = planner._suggester.said.value
    assert {"zh": "周一到周五 15 点", "en": "Mon to Fri 15:00"}[reader] in said
    assert said.count("308") == 1


def test_what_the_week_comes_to_is_held_against_the_weeks_so_far(work: Path) -> None:
    planner = week(24)
    assert planner._suggester is not None
    planner._suggester.button.click()
    assert "平均一周 48 条，同样算约 6,575 次：这一周用 50% 的条数，得 69% 的互动" in planner._suggester.said.value


def test_posts_and_reactions_of_a_week_so_far() -> None:
    posts, total = a_week_now(FACTS, "flagship")
    assert posts == pytest.approx(2500 / 365 * 7)
    assert 100 * posts < total < 150 * posts


def test_a_week_that_cannot_be_made_leaves_the_plan_alone_and_says_the_way_out(work: Path) -> None:
    save(taken(gap_between_posts="two_hours"))
    planner = week(60)
    planner.grid.slots = [15]
    assert planner._suggester is not None
    planner._suggester.button.click()
    assert planner.grid.slots == [15]
    assert "排不出来" in planner._suggester.said.value


def test_what_is_said_of_a_suggested_week_goes_when_the_week_or_its_conditions_change(work: Path) -> None:
    planner = week()
    suggester = planner._suggester
    assert suggester is not None
    suggester.button.click()
    planner.gap.value = "two_hours"
    assert suggester.said.value == ""
    suggester.button.click()
    assert suggester.said.value
    planner.undo()
    assert suggester.said.value == ""


def test_how_long_a_post_takes_is_part_of_the_plan_and_of_its_review(work: Path) -> None:
    save(taken(posting_vs_interacting="interact_more"))
    planner = week()
    planner.grid.slots = [15, 24 + 15, 48 + 15, 72 + 15]
    assert "要写" not in planner._findings.value
    planner.minutes.value = 480
    assert load(TimingPlan, TimingPlan).minutes_a_post == 480
    assert "每条 480 分钟，要写 32 小时" in planner._findings.value
