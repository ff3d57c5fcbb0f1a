"""Aims: goals, thresholds and rewards that a scorecard follows, at the same figures, and who collects them."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.coherence.clash import Check, Found
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import team
from playbook.language import Text
from playbook.matrix.names import account_said
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.scorecard import Row, Scorecard
from playbook.persons import blank, known_as, on_card, person
from playbook.strategy.lists import Goal
from playbook.strategy.models import PURPOSES
from playbook.strategy.plan import StrategyPlan
from playbook.week import listed


def _followed(strategy: StrategyPlan, metrics: MetricsPlan, facts: Facts) -> Iterator[Found]:
    """A goal whose measure stands on no card of its account; before the first card is filled, nothing is said."""
    for goal in strategy.goals if _begun(metrics) else ():
        if goal.measure and not _rows(metrics, goal.measure, goal.account):
            said = Text(
                "策略计划里“{goal}”看的是“{measure}”，指标计划里{where}：目标到没到，没有人量。",
                "In the strategy plan “{goal}” goes by “{measure}”; in the metrics plan {where}: nobody measures "
                "whether the goal is met.",
            ).format(goal=_goal_said(goal), measure=MEASURES[goal.measure].name, where=_card_said(goal, metrics, facts))
            mend = Text(
                "在指标计划的计分卡里加上这一项，或者在策略计划里换成卡上有的。",
                "Add the measure to the scorecard in the metrics plan, or take one of the card in the strategy plan.",
            )
            yield Found(said, mend, (f"strategy:goals/{strategy.goals.index(goal) + 1}", f"metrics:{goal.account}"))


def _targets(strategy: StrategyPlan, metrics: MetricsPlan, facts: Facts) -> Iterator[Found]:
    """A goal and the card of its account aim at ranges that have nothing in common."""
    for goal in strategy.goals:
        for card, row in _rows(metrics, goal.measure, goal.account) if goal.measure and goal.high else ():
            if row.low is None or row.high is None or (row.low <= goal.high and goal.low <= row.high):
                continue
            said = Text(
                "{account} 的“{measure}”，策略计划的目标是 {goal}，指标计划的是 {card}：两个范围碰不到一起。",
                "For “{measure}” of {account} the strategy plan aims at {goal}, the metrics plan at {card}: the two "
                "ranges have nothing in common.",
            ).format(
                account=account_said(facts, card.account), measure=row.known.name,
                goal=_range(goal.low, goal.high), card=_range(row.low, row.high),
            )  # fmt: skip
            mend = Text(
                "看从前的数够得到哪里，在策略计划或者指标计划里改成一样。",
                "See how far earlier figures reach, and make them the same in the strategy plan or the metrics plan.",
            )
            at = (f"strategy:goals/{strategy.goals.index(goal) + 1}", f"metrics:{card.account}/{row.measure}")
            yield Found(said, mend, at)


def _switch(strategy: StrategyPlan, metrics: MetricsPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """The measure at which the strategy changes from one phase to the next stands on some card."""
    measure = strategy.phase.switch
    if measure and _begun(metrics) and not _rows(metrics, measure):
        said = Text(
            "策略计划要看“{measure}”到了多少再换阶段，指标计划里没有一张卡有这一项。",
            "The strategy plan changes phase at a value of “{measure}”, and no scorecard of the metrics plan has it.",
        ).format(measure=MEASURES[measure].name)
        mend = Text(
            "在指标计划的一张卡里加上，或者在策略计划里换成有人量的。",
            "Add it to a card in the metrics plan, or take a measure that somebody follows in the strategy plan.",
        )
        yield Found(said, mend, ("strategy:phase", "metrics:scorecards"))


def _rewarded(governance: GovernancePlan, metrics: MetricsPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """What is rewarded is measured."""
    rewarded = [each.measure for each in governance.scheme.rewards if each.measure]
    lost = [each for each in dict.fromkeys(rewarded) if not _rows(metrics, each)] if _begun(metrics) else []
    if lost:
        said = Text(
            "分工计划按这些数发奖金：{which}；指标计划里没有一张卡有它们。",
            "The governance plan pays by {which}; no scorecard of the metrics plan has them.",
        ).format(which=listed((MEASURES[each].name for each in lost), measure="项"))
        mend = Text(
            "在指标计划里加上，或者在分工计划里换成卡上有的。",
            "Add them in the metrics plan, or reward what stands on a card in the governance plan.",
        )
        yield Found(said, mend, ("governance:scheme", "metrics:scorecards"))


def _collected(metrics: MetricsPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever collects a measure or writes the report belongs to the team; before there is a team, nothing is said."""
    if not governance.members:
        return
    gone = {known_as(each.who, facts) for each in governance.members if each.left}
    owners = {row.owner: card.account for card in metrics.scorecards for row in card.rows}
    named = [who for who in (*owners, metrics.report.writer) if not blank(who)]
    strange = [
        who for who in dict.fromkeys(named)
        if not on_card(who, facts) and known_as(who, facts) not in team(governance, facts) | gone
    ]  # fmt: skip
    for who in strange:
        what = Text("月报", "the monthly report") if who not in owners else _figures(metrics, who)
        said = Text(
            "指标计划里{what}由{who}来取、来写，分工计划的队里和公司卡上都没有这个人。",
            "In the metrics plan {who} is to collect or write {what}; neither the team of the governance plan nor the "
            "company card has them.",
        ).format(who=person(who, facts), what=what)
        mend = Text(
            "在指标计划里换成队里的人，或者在分工计划里把他写进队伍。",
            "Name somebody in the team in the metrics plan, or enter them as a member in the governance plan.",
        )
        yield Found(said, mend, (f"metrics:{who}", "governance:members"))


def _figures(metrics: MetricsPlan, who: str) -> Text:
    rows = [row for card in metrics.scorecards for row in card.rows if row.owner == who]
    return listed(dict.fromkeys(row.known.name for row in rows), measure="项")


def _range(low: float, high: float) -> Text:
    return Text(f"{low:g} 到 {high:g}", f"{low:g} to {high:g}")


def _begun(metrics: MetricsPlan) -> bool:
    return any(card.rows for card in metrics.scorecards)


def _rows(metrics: MetricsPlan, measure: MeasureName, account: str = "") -> list[tuple[Scorecard, Row]]:
    """Return the rows of a measure on the card of an account; on all cards if none is named."""
    cards = [card for card in metrics.scorecards if account.strip() in {"", card.account}]
    return [(card, row) for card in cards if (row := card.of(measure))]


def _goal_said(goal: Goal) -> Text:
    return PURPOSES[goal.purpose].name if goal.purpose else Text("一个目标", "a goal")


def _card_said(goal: Goal, metrics: MetricsPlan, facts: Facts) -> Text:
    """Say that the account of a goal has no card, that its card lacks the measure, or that all cards do."""
    if not goal.account.strip():
        return Text("没有一张卡有这一项", "no card has it")
    if not any(card.rows for card in metrics.scorecards if card.account == goal.account):
        return Text(" {account} 没有计分卡", "{account} has no card").format(account=account_said(facts, goal.account))
    lacks = Text(" {account} 的卡没有这一项", "the card of {account} lacks it")
    return lacks.format(account=account_said(facts, goal.account))


CHECKS = (
    Check("goal-unmeasured", StrategyPlan, MetricsPlan, _followed),
    Check("targets-apart", StrategyPlan, MetricsPlan, _targets),
    Check("switch-unmeasured", StrategyPlan, MetricsPlan, _switch),
    Check("reward-unmeasured", GovernancePlan, MetricsPlan, _rewarded),
    Check("measure-uncollected", MetricsPlan, GovernancePlan, _collected),
)
