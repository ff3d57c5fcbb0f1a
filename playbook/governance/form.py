"""What the planners of governance share: the plan is reviewed beside those of timing and metrics."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.review import review
from playbook.metrics.plan import MetricsPlan
from playbook.parts_planner import PartsPlanner
from playbook.planners import ALL, Asked, Desk
from playbook.rules import Finding
from playbook.timing.plan import TimingPlan


@dataclass(frozen=True)
class Others:
    """The company's other plans that bear on this one, as their planners have them on their desks."""

    timing: Desk[TimingPlan] | None = None
    metrics: Desk[MetricsPlan] | None = None

    def found(self, plan: GovernancePlan, facts: Facts) -> list[Finding]:
        """Review a plan beside them."""
        timing = self.timing.plan if self.timing else None
        metrics = self.metrics.plan if self.metrics else None
        return review(plan, facts, timing, metrics)


class GovernancePlanner(PartsPlanner[GovernancePlan]):
    """A planner of some parts of the plan."""

    def __init__(
        self, desk: Desk[GovernancePlan], known: Facts, asked: Asked = ALL, others: Others | None = None
    ) -> None:
        self._others = others or Others()
        super().__init__(desk, known, asked)

    def found(self, plan: GovernancePlan) -> list[Finding]:
        """Return what is found in the whole plan, beside the others."""
        return self._others.found(plan, self.facts)
