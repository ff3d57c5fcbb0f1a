"""What the planners say beneath a part: whether a measure will do, what the evidence reaches, the hours in all."""

from __future__ import annotations

from html import escape

from playbook.language import Text, join
from playbook.metrics.measures import MEASURES
from playbook.strategy import words
from playbook.strategy.lists import Goal
from playbook.strategy.models import EVIDENCE, PURPOSES, RUNGS
from playbook.strategy.plan import StrategyPlan


def told(part: str, plan: StrategyPlan) -> str:
    """Return what is said beneath a part, as HTML; nothing beneath most."""
    says = {"goals": _goals, "maturity": _maturity, "platforms": _platforms}
    lines = says[part](plan) if part in says else []
    return "".join(f'<p class="planner-source">{escape(str(each))}</p>' for each in lines)


def _goals(plan: StrategyPlan) -> list[Text]:
    lines = [_measured(goal) for goal in plan.goals if goal.purpose or goal.measure]
    today = {PURPOSES[goal.purpose].today for goal in plan.goals if goal.purpose}
    return [*lines, *(words.TODAY.format(today=each) for each in today if each)]


def _measured(goal: Goal) -> Text:
    """Say whether a goal's measure is taken or refused; without one, or with one that does not fit, which ones do."""
    known, purpose = goal.known, PURPOSES[goal.purpose] if goal.purpose else None
    if known and known.refused:
        instead = join([MEASURES[each].name for each in known.instead])
        return words.REFUSES.format(name=known.name, why=known.refused, instead=instead)
    fitting = join([MEASURES[each].name for each in purpose.measures]) if purpose else Text("", "")
    if known and purpose and known.id not in purpose.measures:
        return words.OUTSIDE.format(name=known.name, purpose=purpose.name, fitting=fitting)
    if known:
        return words.TAKES.format(name=known.name, what=known.counts)
    return words.FITTING.format(purpose=purpose.name if purpose else "", fitting=fitting)


def _maturity(plan: StrategyPlan) -> list[Text]:
    reached, steps = plan.maturity.reached, list(RUNGS)
    lines = [words.REACHED.format(level=reached)]
    if reached < len(steps):
        step = steps[reached]
        lines.append(words.REACHED_BY.format(n=reached + 1, step=RUNGS[step], evidence=EVIDENCE[step]))
    return lines


def _platforms(plan: StrategyPlan) -> list[Text]:
    kept = [each.hours for each in plan.platforms if each.choice == "keep"]
    return [words.HOURS.format(hours=sum(kept))] if kept else []
