"""What a handbook is made of: the company, its facts, the plan of each system, and what reviews find in them.

Nothing is written here, and a damaged file stays where it is: whoever builds a handbook only reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from playbook.campaign.plan import CampaignPlan
from playbook.company import Company
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts, card_of, sample_facts
from playbook.governance.plan import GovernancePlan
from playbook.image.plan import ImagePlan
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text
from playbook.matrix.plan import MatrixPlan
from playbook.metrics.plan import MetricsPlan
from playbook.own import own_folder, shows_own
from playbook.places import course_work
from playbook.plans import Plan, PlanError, read_plan
from playbook.posts import read_posts
from playbook.rules import Finding
from playbook.specialist.plan import SpecialistPlan
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import TimingPlan

P = TypeVar("P", bound=Plan)
# In the outline's order: chapters come in it.
PLANS: dict[str, type[Plan]] = {
    kind.system: kind
    for kind in (
        SpecialistPlan,
        StrategyPlan,
        ImagePlan,
        MatrixPlan,
        ContentPlan,
        TimingPlan,
        InteractionPlan,
        CampaignPlan,
        CrisisPlan,
        MetricsPlan,
        GovernancePlan,
    )
}
SHANGHAI = ZoneInfo("Asia/Shanghai")
UNREADABLE = Text(
    "{path} 读不出来，原因：{why}。手册里没有这份计划；文件原样留着，没有动过。",
    "{path} cannot be read: {why}. The handbook goes without this plan; the file stays as it is.",
)


@dataclass(frozen=True, eq=False)
class Held:
    """A company with what it has planned. `plans`: by system, in the outline's order (or `company`), as saved.

    A plan is None where none was saved, or nothing is decided in it yet, and a PlanError where its file cannot be read.
    `newest` is the day (in Shanghai) on which a plan was last saved; None if there are none.
    """

    facts: Facts
    plans: Mapping[str, Plan | PlanError | None]
    newest: date | None

    def plan(self, kind: type[P]) -> P | None:
        """Return the plan of a kind if it was saved and can be read."""
        found = self.plans.get(kind.system)
        return found if isinstance(found, kind) else None

    @property
    def written(self) -> dict[str, Plan]:
        """Return the plans there are, by system, in the outline's order."""
        return {name: each for name in PLANS if isinstance(each := self.plans[name], Plan)}

    @property
    def unreadable(self) -> dict[str, PlanError]:
        """Return what cannot be read, by system; the company's card comes last."""
        return {name: each for name, each in self.plans.items() if isinstance(each, PlanError)}

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """Return what is still open in each plan there is: every review, run once."""
        return {name: self._reviewed(name, plan) for name, plan in self.written.items()}

    def _reviewed(self, system: str, plan: Plan) -> list[Finding]:
        review = import_module(f"playbook.{system}.review").review
        # Governance alone is judged together with two other plans, where they are known.
        known = (self.plan(TimingPlan), self.plan(MetricsPlan)) if system == "governance" else ()
        return cast("list[Finding]", review(plan, self.facts, *known))


def held(work: Path | None = None) -> Held:
    """Read the company that lies in `work` (`work/plans/<system>.json`), or the one that pages show.

    Its own posts are `work/posts.csv`; without them the facts are the sample's. Where no card was saved, or it cannot
    be read, the card is the one a company begins with. Raises PostsError if the posts are no posts table.
    """
    folder = (own_folder() if shows_own() else course_work()) if work is None else work
    files = {name: folder / "plans" / f"{name}.json" for name in (*PLANS, Company.system)}
    plans = {name: _read(path, PLANS.get(name, Company)) for name, path in files.items()}
    card = plans[Company.system]
    facts = _facts(folder / "posts.csv")
    return Held(
        facts=replace(facts, company=card) if isinstance(card, Company) else facts,
        plans=plans,
        newest=_newest(files.values()),
    )


def _read(path: Path, kind: type[Plan]) -> Plan | PlanError | None:
    if not path.is_file():
        return None
    try:
        plan = read_plan(kind, json.loads(path.read_text("utf-8")))
    except (ValueError, RecursionError, OSError) as error:
        return PlanError(UNREADABLE.format(path=path, why=_why(error)))
    return None if kind is not Company and plan == kind() else plan


def _why(error: Exception) -> Text | str:
    return error.args[0] if isinstance(error, PlanError) else str(error)


def _facts(own: Path) -> Facts:
    if not own.is_file():
        return sample_facts()
    table = read_posts(own)
    return Facts(card_of(table), table, None, invented=False)


def _newest(files: Iterable[Path]) -> date | None:
    saved = [path.stat().st_mtime for path in files if path.is_file()]
    return datetime.fromtimestamp(max(saved), SHANGHAI).date() if saved else None
