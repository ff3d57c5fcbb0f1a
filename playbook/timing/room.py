"""How much room a week has: the days and hours that the stances leave open, and how many posts fit into them."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.rules import rule
from playbook.timing.plan import TimingPlan
from playbook.timing.windows import EVENING, GOLDEN, MEALS, OFFICE

FRI = 5
# Posts a day, least and most, by the position on `daily-volume`, and the rule that says so.
BANDS: dict[str, tuple[str, int, int]] = {
    position: (rule_id, rule(rule_id).values["least"], rule(rule_id).values.get("most", 24))
    for position, rule_id in (
        ("four_to_six", "timing.daily-volume-4-6"),
        ("five_to_ten", "timing.daily-volume-5-10"),
        ("seven_or_more", "timing.conflict-rates-and-windows"),
    )
}


def open_days(plan: TimingPlan) -> range:
    """Return the days on which the company means to post."""
    return range(1, 6) if plan.holds("weekend-posting", "workdays_only") else range(1, 8)


def window(plan: TimingPlan, day: int, facts: Facts) -> list[int]:
    """Return the hours of a day in which the stances let an account post: a formula's, and with somebody on duty.

    Duty does not count where the company schedules posts that nobody attends, nor as long as nobody has any.
    """
    hours = formula_hours(plan, weekend=day > FRI) or list(range(24))
    alone = plan.holds("scheduling-tools", "scheduled") or not facts.company.staffed
    return [hour for hour in hours if alone or facts.company.on_duty(day, hour)]


def fitting(hours: list[int], gap: int) -> int:
    """Return how many posts fit into these hours with so many hours between any two."""
    placed: list[int] = []
    for hour in hours:
        if not placed or hour - placed[-1] >= gap:
            placed.append(hour)
    return len(placed)


def formula_hours(plan: TimingPlan, *, weekend: bool) -> list[int]:
    """Return the hours of the formula that the company goes by; none where it goes by its own data."""
    taken = plan.position("best-hours")
    if not taken or not taken.formula:
        return []
    return list({"golden": GOLDEN, "office": OFFICE}.get(taken.id, MEALS if weekend else EVENING))


def most_in_evening(_: Facts, gap: int) -> int:
    """Return how many posts, `gap` hours apart, the evening window of article 1 holds."""
    return fitting(list(EVENING), gap)


def most_on_duty(facts: Facts, day: int, gap: int) -> int:
    """Return how many posts, `gap` hours apart, fit into the hours of a weekday at which somebody is on duty."""
    return fitting([hour for hour in range(24) if facts.company.on_duty(day, hour)], gap)
