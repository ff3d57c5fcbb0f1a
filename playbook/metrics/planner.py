"""The planners of metrics: scorecards, the routine of comparing and reviewing, the monthly report, the stances."""

from __future__ import annotations

from datetime import date

from playbook.facts import Facts, facts
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.report_view import ReportView
from playbook.metrics.routine_planner import RoutinePlanner
from playbook.metrics.scorecard_planner import ScorecardPlanner
from playbook.planners import Asked, Planner, open_planner
from playbook.stance_planner import decide_in


def plan_scorecard(
    *accounts: str, known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = ()
) -> Planner[MetricsPlan]:
    """Open the scorecards of these accounts (none named: all of the card), where the learner left off.

    `least` is how many measures the page asks for on a card; `stances` are topics decided beneath.
    """
    bearing = known or facts()
    asked = Asked(accounts=accounts, least=least, stances=stances)
    return open_planner(MetricsPlan, MetricsPlan, lambda desk: ScorecardPlanner(desk, bearing, asked))


def plan_review(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[MetricsPlan]:
    """Open the routine: peers and gaps, the monthly report, reviews with their changes, and what pay goes by.

    `stances` are topics decided beneath.
    """
    bearing = known or facts()
    asked = Asked(stances=stances)
    return open_planner(MetricsPlan, MetricsPlan, lambda desk: RoutinePlanner(desk, bearing, asked))


def monthly_report(
    account: str | None = None, month: str | None = None, known: Facts | None = None
) -> Planner[MetricsPlan]:
    """Show the report of an account (else the main one) and a month, written `2025-11` (else the latest on record).

    Raises ValueError of a month that is not written so.
    """
    bearing = known or facts()
    first = date.fromisoformat(f"{month}-01") if month else None
    return open_planner(MetricsPlan, MetricsPlan, lambda desk: ReportView(desk, bearing, account, first))


def decide(topic: str, known: Facts | None = None) -> Planner[MetricsPlan]:
    """Ask for the stance on one topic; it goes into the plan of metrics."""
    return decide_in(MetricsPlan, topic, known)
