"""A week is held to the stances that the company took, and to no others."""

from typing import Any

import pytest

from playbook.conflicts import conflicts
from playbook.facts import sample_facts
from playbook.plans import read_plan
from playbook.rules import SYSTEMS, rules
from playbook.stance_planner import topics_to_decide
from playbook.stances import Stance
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.review import review, review_account
from playbook.timing.room import fitting

FACTS = sample_facts()
WORKDAYS = [(day, 15) for day in range(1, 6)]
EVERY_DAY = [*WORKDAYS, (6, 14), (7, 14)]


def plan(*times: tuple[int, int], account: str = "flagship", minutes: int = 60, **stances: str) -> TimingPlan:
    """A week with slots at (day, hour) and stances by topic, written with `_` for `-`."""
    return TimingPlan(
        slots=[Slot(account=account, day=day, hour=hour) for day, hour in times],
        minutes_a_post=minutes,
        stances={topic.replace("_", "-"): Stance(position=position) for topic, position in stances.items()},
    )


def found(week: TimingPlan) -> dict[str, str]:
    """The findings on a week: rule to what is said, in English."""
    return {finding.rule.removeprefix("timing."): finding.what.en for finding in review(week, FACTS)}


def test_a_rule_binds_nobody_who_did_not_take_its_position() -> None:
    assert found(plan(*EVERY_DAY)) == {}


@pytest.mark.parametrize("topic", topics_to_decide("timing"))
def test_every_position_of_every_stance_can_be_reviewed_on_every_account(topic: str) -> None:
    for position in conflicts()[topic].positions:
        for account in FACTS.company.accounts:
            week = plan(*EVERY_DAY, account=account.id).model_copy(update={"stances": {}})
            taken = week.model_validate(week.model_dump() | {"stances": {topic: {"position": position}}})
            assert all(finding.what.zh and finding.mend.en for finding in review(taken, FACTS))


def test_a_position_that_is_no_longer_offered_binds_nobody() -> None:
    assert found(plan(*EVERY_DAY, daily_volume="hundred", forgotten_topic="yes")) == {}


def test_days_outside_the_volume_are_named_with_their_count() -> None:
    said = found(plan(*EVERY_DAY, (1, 9), (1, 11), (1, 17), daily_volume="four_to_six"))["daily-volume-4-6"]
    assert "Mon" not in said
    assert "Tue (1)" in said


def test_a_weekend_meant_to_be_silent_needs_no_posts_and_breaks_no_silence() -> None:
    assert found(plan(*WORKDAYS, weekend_posting="workdays_only")) == {}
    said = found(plan(*WORKDAYS))["no-weekend-posts"]
    assert said == "Nothing from Fri 15:00 to Mon 15:00: 72 hours of silence."
    assert "Sat 14:00" in found(plan(*EVERY_DAY, weekend_posting="workdays_only"))["no-weekend-posts"]


def test_a_weekend_decided_on_must_have_a_post_and_that_is_told_once() -> None:
    assert set(found(plan(*WORKDAYS, weekend_posting="every_day"))) == {"weekend-meals"}


def test_the_best_hour_of_a_day_that_stays_silent_is_not_asked_for() -> None:
    workdays = [(day, 13) for day in range(1, 6)]
    said = found(plan(*workdays, account="store", weekend_posting="workdays_only"))
    assert "own-audience-slots" not in said


def test_a_silence_inside_the_week_is_found_beside_a_silent_weekend() -> None:
    rules_found = found(plan((1, 9), (4, 15), (5, 15)))
    assert set(rules_found) >= {"no-bursts", "no-weekend-posts"}
    assert "Nothing from Mon 9:00 to Thu 15:00" in rules_found["no-bursts"]


def test_stances_that_do_not_fit_together_are_told_with_their_sum() -> None:
    week = plan(*EVERY_DAY, daily_volume="seven_or_more", gap_between_posts="two_hours", best_hours="evening")
    alone = week.model_copy(update={"slots": []})  # the clash is told before the first post
    [clash] = review_account(alone, "flagship", FACTS)
    assert clash.rule == "timing.conflict-rates-and-windows"
    assert "on Mon, Tue, Wed, Thu, Fri and 2 more the hours you allow hold 0–2 posts two hours apart" in clash.what.en
    assert "you want 7" in clash.what.en


def test_campaign_hours_and_a_timetable_without_them_cannot_go_together() -> None:
    office = plan(best_hours="office", article8_campaign_hours_vs_own_slots="campaign_windows")
    golden = plan(best_hours="golden", article8_campaign_hours_vs_own_slots="campaign_windows")
    assert [each.what.en[:31] for each in review_account(office, "shop", FACTS)] == ["Two stances do not fit together"]
    assert review_account(golden, "shop", FACTS) == []  # 9:00 and 20:00 are among its hours


def test_a_formula_on_which_the_data_are_silent_is_let_pass() -> None:
    week = plan(*[(day, 14) for day in range(1, 6)], account="class", best_hours="office")
    assert "no-universal-time-rules" not in found(week)


@pytest.mark.parametrize(
    ("hours", "gap", "most"),
    [(range(18, 23), 1, 5), (range(18, 23), 2, 3), (range(10, 18), 2, 4), ([13, 17, 18, 19], 2, 3), ([], 1, 0)],
)
def test_how_many_posts_fit_is_a_sum_anybody_can_do(hours: list[int], gap: int, most: int) -> None:
    assert fitting(list(hours), gap) == most


def test_writing_is_held_against_the_hours_on_duty_of_the_whole_company() -> None:
    duty = sum(len(FACTS.company.on_duty(day, hour)) for day in range(1, 8) for hour in range(24))
    fits = plan(*EVERY_DAY, minutes=60, posting_vs_interacting="interact_more")
    assert "hours-to-write" not in found(fits)
    said = found(plan(*EVERY_DAY, minutes=480, posting_vs_interacting="interact_more"))["hours-to-write"]
    assert f"{len(EVERY_DAY) * 8} hours; {duty} hours are on duty" in said


def test_without_a_person_no_post_is_sent_by_hand() -> None:
    said = found(plan(*EVERY_DAY, (6, 21), scheduling_tools="by_hand"))
    assert "Sat 21:00" in said["no-scheduling-tools"]
    assert "somebody-answers" not in said
    assert "somebody-answers" in found(plan(*EVERY_DAY, (6, 21), scheduling_tools="scheduled_attended"))
    assert "somebody-answers" not in found(plan(*EVERY_DAY, (6, 21), scheduling_tools="scheduled"))


def test_a_formula_that_the_accounts_own_data_bear_out_is_let_pass() -> None:
    evenings = [(day, 21) for day in range(1, 5)]
    assert "no-universal-time-rules" not in found(plan(*evenings, account="shop", best_hours="evening"))
    assert "@岚间茶馆" in found(plan(*evenings, best_hours="evening"))["no-universal-time-rules"]


def test_a_plan_saved_when_the_gap_was_a_field_opens_with_the_stance() -> None:
    old: dict[str, Any] = {"format": 1, "slots": [{"account": "a", "day": 1, "hour": 9, "minute": 0}], "gap_hours": 2}
    week = read_plan(TimingPlan, old | {"why": {}})
    assert (week.gap_hours, week.stances["gap-between-posts"].position) == (2, "two_hours")


def test_every_position_names_rules_that_exist() -> None:
    known = {rule_id for system in SYSTEMS for rule_id in rules(system)}
    for conflict in conflicts().values():
        for position in conflict.positions.values():
            assert set(position.rules) <= known, (conflict.id, position.id)
            assert position.sources
