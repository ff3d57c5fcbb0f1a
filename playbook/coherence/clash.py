"""What a clash between two plans is, and how a check of two plans is written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from playbook.company import Company
from playbook.facts import Facts
from playbook.handbook.lessons import title
from playbook.language import Text
from playbook.plans import Plan

P = TypeVar("P", bound=Plan)
COMPANY = Text("公司卡", "Company card")
BETWEEN = Text("{one} × {other}", "{one} × {other}")
# What a plan is called within a sentence.
PLANS: dict[str, Text] = {
    "specialist": Text("专员计划", "the specialist’s plan"),
    "strategy": Text("策略计划", "the strategy plan"),
    "image": Text("形象计划", "the image plan"),
    "matrix": Text("矩阵计划", "the matrix plan"),
    "content": Text("内容计划", "the content plan"),
    "timing": Text("时间计划", "the timing plan"),
    "interaction": Text("互动计划", "the interaction plan"),
    "campaign": Text("活动计划", "the campaign plan"),
    "crisis": Text("危机计划", "the crisis plan"),
    "metrics": Text("指标计划", "the metrics plan"),
    "governance": Text("分工计划", "the governance plan"),
}


class Known(Protocol):
    """A company with its plans (`playbook.handbook.held.Held` is one)."""

    @property
    def facts(self) -> Facts:
        """Return what bears on the plans."""

    def plan(self, kind: type[P]) -> P | None:
        """Return the plan of a kind; None if there is none that can be read."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Where two plans cannot both be carried out: what is so in each, and what would mend it in one of the planners.

    `id` is the check's; `systems` are the two plans (`company` is the card); `at` names the places, `system:place`.
    """

    id: str
    what: Text
    mend: Text
    systems: tuple[str, str]
    at: tuple[str, ...] = ()

    @property
    def between(self) -> Text:
        """Return the names of the two plans, for the reader."""
        one, other = (COMPANY if each == Company.system else title(each) for each in self.systems)
        return BETWEEN.format(one=one, other=other)


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: the same as a clash, without its address."""

    what: Text
    mend: Text
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A check of two plans: its id, the two kinds, and what finds clashes between them."""

    id: str
    one: type[Plan]
    other: type[Plan]
    find: Callable[[Any, Any, Facts], Iterator[Found]]

    def clashes(self, known: Known) -> Iterator[Clash]:
        """Yield the clashes between the two plans; none where one of them is missing."""
        one, other = plan_of(known, self.one), plan_of(known, self.other)
        if one is None or other is None:
            return
        for each in self.find(one, other, known.facts):
            yield Clash(self.id, each.what, each.mend, (self.one.system, self.other.system), each.at)


def plan_of(known: Known, kind: type[Plan]) -> Plan | None:
    """Return a plan; the company's card is always there, as the facts have it."""
    return known.facts.company if kind is Company else known.plan(kind)
