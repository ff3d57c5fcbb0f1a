"""A stance taken in the middle of a lesson goes into the plan, shows in the planner, and binds the week it suggests."""

from __future__ import annotations

from itertools import pairwise

import pytest

from playbook.conflicts import conflicts

from .course import SECOND, Course, until
from .reader import Reader
from .week import PLAN

pytestmark = pytest.mark.in_chinese
GAP = "gap-between-posts"


def test_a_stance_taken_while_reading_holds_in_the_planner_and_after_a_reload(reader: Reader, course: Course) -> None:
    (course.work / PLAN).unlink(missing_ok=True)
    two_hours = conflicts()[GAP].positions["two_hours"].named.in_language(course.language)
    reader.open(SECOND)
    reader.cell("stance-gap").get_by_label(two_hours).check()
    until(lambda: (course.json(PLAN) or {}).get("stances"), "the stance in the plan")
    assert course.json(PLAN)["stances"][GAP]["position"] == "two_hours"

    plan = reader.cell("plan")
    until(lambda: plan.get_by_label(two_hours).is_checked(), "the stance in the planner")
    plan.get_by_role("button", name={"zh": "排出最好的一周", "en": "Suggest the best week"}[course.language]).click()
    until(lambda: len(course.json(PLAN)["slots"]) == 24, "a week of 24 posts")
    minutes = [(slot["day"] * 24 + slot["hour"]) * 60 for slot in course.json(PLAN)["slots"]]
    assert all(two - one >= 120 for one, two in pairwise(minutes))
    reader.see("plan", {"zh": "同样算约 6,575 次", "en": "by the same count come to 6,575"}[course.language])

    reader.open(SECOND)
    until(lambda: reader.cell("stance-gap").get_by_label(two_hours).is_checked(), "the stance after a reload")
    assert reader.complaints == []


def test_the_arrow_keys_stay_in_the_field(reader: Reader, course: Course) -> None:
    (course.work / PLAN).unlink(missing_ok=True)
    reader.open(SECOND)
    first, second = (each.named.in_language(course.language) for each in conflicts()[GAP].positions.values())
    radio = reader.cell("stance-gap").get_by_label(first)
    radio.check()
    radio.press("ArrowDown")
    until(lambda: reader.cell("stance-gap").get_by_label(second).is_checked(), "the next position")
    assert reader.page.evaluate("document.activeElement.type") == "radio"
