from dataclasses import replace

import pytest

from playbook.facts import sample_facts
from playbook.rules import coverage, rules
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.review import review

FACTS = sample_facts()
GOOD = [(1, 15), (2, 15), (3, 15), (4, 15), (5, 15), (6, 14), (7, 14)]


def found(*times: tuple[int, ...], gap: int = 1, account: str = "flagship") -> dict[str, str]:
    """The findings on a week with slots at (day, hour[, minute]): rule to what is said, in English."""
    slots = [Slot(account=account, day=at[0], hour=at[1], minute=at[2] if len(at) > 2 else 0) for at in times]
    plan = TimingPlan.model_validate({"slots": slots, "gap_hours": gap})
    return {finding.rule.removeprefix("timing."): finding.what.en for finding in review(plan, FACTS)}


def test_a_good_week_has_no_finding() -> None:
    assert found(*GOOD) == {}


def test_an_empty_week_has_no_finding() -> None:
    assert found() == {}


@pytest.mark.parametrize(
    ("minute", "gap", "rule"), [(30, 1, "gap-one-hour"), (59, 1, "gap-one-hour"), (0, 2, "gap-two-hours")]
)
def test_slots_closer_than_the_gap_are_named(minute: int, gap: int, rule: str) -> None:
    second = (1, 15, minute) if gap == 1 else (1, 16)
    assert "Mon 15:00 and Mon" in found(*GOOD, second, gap=gap)[rule]


def test_slots_exactly_a_gap_apart_are_fine() -> None:
    assert found(*GOOD, (1, 16)) == {}
    assert "gap-two-hours" not in found(*GOOD, (1, 17), gap=2)


def test_a_gap_over_midnight_and_over_the_weeks_end_counts() -> None:
    assert "Sun 23:30 and Mon 0:00" in found((7, 23, 30), (1, 0))["gap-one-hour"]


def test_three_posts_in_two_hours_are_a_burst_and_two_are_none() -> None:
    assert "beginning Mon 14:00" in found(*GOOD, (1, 14), (1, 16))["no-bursts"]
    assert "no-bursts" not in found(*GOOD, (1, 16))


def test_more_than_two_days_of_silence_is_named_with_its_ends() -> None:
    assert (
        found((1, 15), (3, 16), (5, 15), (7, 15))["no-bursts"]
        == "Nothing from Mon 15:00 to Wed 16:00: 49 hours of silence."
    )
    assert "no-bursts" not in found((1, 15), (3, 15), (5, 15), (7, 15))


def test_one_post_a_week_is_called_that() -> None:
    assert "only one post this week, on Mon 15:00" in found((1, 15))["no-bursts"]


def test_a_post_that_nobody_attends_is_named() -> None:
    assert "Sat 21:00" in found(*GOOD, (6, 21))["somebody-answers"]


def test_a_weak_hour_is_named_with_the_usual_number() -> None:
    said = found(*GOOD, (2, 19))["own-audience-slots"]
    assert "129" in said
    assert "Tue 19:00" in said


def test_an_unused_best_hour_is_named() -> None:
    assert "15:00" in found(*[(day, 11) for day in range(1, 8)])["own-audience-slots"]


def test_an_hour_the_data_cannot_judge_is_called_an_assumption() -> None:
    assert "Tue 13:00" in found(*GOOD, (2, 13))["own-fans-first"]


def test_long_lists_are_cut_and_counted() -> None:
    weak = [(day, hour) for day in range(1, 6) for hour in (18, 19)]
    assert "Wed 18:00 and 5 more" in found(*weak, *GOOD)["own-audience-slots"]


def test_each_account_is_reviewed_for_itself() -> None:
    two = [Slot(account=name, day=1, hour=15) for name in ("flagship", "shop")]
    assert all(finding.rule != "timing.gap-one-hour" for finding in review(TimingPlan(slots=two), FACTS))


def test_every_rule_is_covered() -> None:
    assert [(rule.id, wrong.en) for rule, wrong in coverage("timing") if wrong] == []


def test_a_broken_example_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(rules("timing"))
    rule = known["timing.gap-one-hour"]
    known[rule.id] = replace(rule, counterexample=rule.good, good=rule.counterexample)
    monkeypatch.setattr("playbook.rules.rules", lambda _: known)
    [(broken, wrong)] = [(each, said.en) for each, said in coverage("timing") if said]
    assert (broken.id, "counterexample" in wrong) == (rule.id, True)
