"""How the handbook tells goals: from where to where, by when, whose; then how and why. A measure with its unit."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Para, Words
from playbook.handbook.said import account, amount, chosen, day, run, table, who
from playbook.language import Text
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.strategy.lists import Goal
from playbook.strategy.models import FUNCTIONS, MODELS, PURPOSES, RETURNS
from playbook.strategy.words import HORIZONS, LABELS, TODAY

FOR, FROM, TO = Text("为了什么", "What for"), Text("现在", "Now"), Text("目标", "Target")
HOW, WAY = Text("怎么做，为什么", "How, and why"), Text("做法", "How")
SPAN = Text("{low}—{high}", "{low}–{high}")
DATED = Text("{value}（{on} 的数）", "{value} (of {on})")
IN_UNITS = Text("{name}（{unit}）", "{name} ({unit})")


def goals_told(goals: list[Goal], facts: Facts) -> list[Block]:
    """Return the goals twice: what is reached from where by when and whose it is, then how and why."""
    numbers = [
        (_purpose(each), measure_said(each.measure), _now(each), _target(each), day(each.by),
         account(each.account, facts), who(each.owner, facts))
        for each in goals
    ]  # fmt: skip
    ways = [(_purpose(each), each.audience, _way(each), _brings(each), each.why) for each in goals]
    heads = (FOR, LABELS["measure"], FROM, TO, LABELS["by"], LABELS["account"], LABELS["owner"])
    today = [PURPOSES[each.purpose].today for each in goals if each.purpose]
    return [
        *table(heads, numbers),
        *table((FOR, LABELS["audience"], WAY, LABELS["brings"], LABELS["why"]), ways, HOW),
        *(Para(TODAY.format(today=each), "quiet") for each in dict.fromkeys(today) if each),
    ]


def _purpose(goal: Goal) -> Words:
    return PURPOSES[goal.purpose].name if goal.purpose else ""


def measure_said(name: MeasureName | None) -> Words:
    """Return what a measure is called, with its unit; empty if none is chosen."""
    return IN_UNITS.format(name=MEASURES[name].name, unit=MEASURES[name].unit) if name else ""


def _now(goal: Goal) -> Words:
    if not goal.base and goal.base_on is None:
        return ""
    return DATED.format(value=amount(goal.base), on=goal.base_on) if goal.base_on else amount(goal.base)


def _target(goal: Goal) -> Words:
    if not goal.low or not goal.high:
        return amount(goal.low or goal.high) if goal.low or goal.high else ""
    return SPAN.format(low=amount(goal.low), high=amount(goal.high))


def _way(goal: Goal) -> Text:
    model = MODELS[goal.model].name if goal.model else ""
    return run([model, chosen(FUNCTIONS, goal.function), LABELS["labelled"] if goal.labelled else ""])


def _brings(goal: Goal) -> Text:
    return run([chosen(RETURNS, goal.brings), chosen(HORIZONS, goal.horizon)])
