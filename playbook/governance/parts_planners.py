"""The planners that are forms alone: of the team with its roles and systems, and of reward with coordination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import ipywidgets as widgets

from playbook.facts import Facts
from playbook.fields import Kind, Names, Several, people
from playbook.governance.form import GovernancePlanner, Others
from playbook.governance.form_words import ADDS, BEGIN, HEADS, LABELS
from playbook.governance.incentive_view import reward_html
from playbook.governance.people import Held, Member, Role
from playbook.governance.plan import GovernancePlan
from playbook.governance.rewarding import Department, Handover, Reward
from playbook.governance.words import GUARDS, MODES, ROLES, SYSTEMS, WHOSE
from playbook.language import COLON, Text
from playbook.metrics.measures import MEASURES
from playbook.parts_planner import Group
from playbook.persons import NOBODY, person
from playbook.planners import ALL, Asked, Desk

Fields = dict[str, tuple[Text, Kind]]


def fields(**kinds: tuple[str, Kind]) -> Fields:
    """Return fields by their name in the plan: the key of their label, and what they hold."""
    return {name: (LABELS[label], kind) for name, (label, kind) in kinds.items()}


def offered(options: Mapping[Any, Text]) -> dict[Any, Text]:
    """Return options with “not decided yet” before them."""
    return {None: NOBODY} | dict(options)


def told(what: Text, more: Text) -> Text:
    """Return what a part is called on its button: what it is, and what is settled of it."""
    return what + COLON + more


class RolesPlanner(GovernancePlanner):
    """Settle who is in the team, who holds which role, and who answers for each of the nine systems."""

    parts: ClassVar[tuple[str, ...]] = ("members", "roles", "staff_why", "systems", "training")

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups: the team, its roles, the nine systems, and training."""
        names = people(known.company)
        roles, systems = offered(ROLES), offered(SYSTEMS)
        return [
            Group("members", HEADS["members"], fields(
                who=("who", names), mode=("mode", MODES), hours=("hours", 80), until=("until", "date"),
                left=("left", True), hidden=("hidden", True),
            ), Member, ADDS["members"], title=lambda each: told(person(each.who, known), MODES[each.mode])),
            Group("", HEADS[""], fields(staff_why=("staff_why", None))),
            Group("roles", HEADS["roles"], fields(role=("role", roles), who=("who", names), deputy=("deputy", names)),
                  Role, ADDS["roles"], [Role(role=each) for each in ROLES], BEGIN["roles"],
                  lambda each: told(roles[each.role], person(each.who, known))),
            Group("systems", HEADS["systems"], fields(
                system=("system", systems), owner=("owner", names), deputy=("deputy", names), written=("written", None),
            ), Held, ADDS["systems"], [Held(system=each) for each in SYSTEMS], BEGIN["systems"],
               lambda each: told(systems[each.system], person(each.owner, known))),
            Group("training", HEADS["training"], fields(
                platform=("platform", 200), in_house=("in_house", 200), check=("check", None),
            )),
        ]  # fmt: skip


class RewardPlanner(GovernancePlanner):
    """Settle how accounts and departments work together, and what is rewarded."""

    parts: ClassVar[tuple[str, ...]] = ("departments", "handovers", "scheme")

    def __init__(
        self, desk: Desk[GovernancePlan], known: Facts, asked: Asked = ALL, others: Others | None = None
    ) -> None:
        self._simulated = widgets.HTML()
        super().__init__(desk, known, asked, others)

    def aside(self) -> list[widgets.Widget]:
        """Return what the scheme does in the simulation of pay."""
        return [self._simulated]

    def paint(self) -> None:
        """Play the scheme again whenever it changes."""
        self._simulated.value = reward_html(self.plan.scheme)

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups: departments, hand-overs, what is rewarded, and the rest of the scheme."""
        both = Names({each.name: each.id for each in known.company.accounts} | people(known.company))
        measures = {each: entry.name for each, entry in MEASURES.items()}
        return [
            Group("scheme.rewards", HEADS["scheme.rewards"], fields(
                measure=("measure", offered(measures)), whose=("whose", WHOSE), weight=("weight", 100),
            ), Reward, ADDS["scheme.rewards"]),
            Group("scheme", HEADS["scheme"], fields(
                commission=("commission", 100), review_on=("review_on", "date"), formula=("formula", None),
                thanks=("thanks", None), guards=("guards", Several(GUARDS)),
                never=("never", Several({each: said for each, said in measures.items() if MEASURES[each].refused
                                         or each == "reposts"})),
            )),
            Group("departments", HEADS["departments"], fields(
                name=("name", None), contact=("contact", None), asks=("asks", None), within=("within_hours", 720),
            ), Department, ADDS["departments"]),
            Group("handovers", HEADS["handovers"], fields(
                what=("what", None), source=("from", both), to=("to_whom", both), within=("within_minutes", 10_080),
                proof=("arrived", None),
            ), Handover, ADDS["handovers"]),
        ]  # fmt: skip
