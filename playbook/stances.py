"""The positions a company takes where the sources disagree, with what was known and why; plans keep them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from pydantic import Field

from playbook.conflicts import Evidence, Position, conflicts
from playbook.facts import Facts
from playbook.language import LANGUAGES, Text
from playbook.plans import Id, Part, Plan, Reason
from playbook.rules import Finding

FORMULA = Text(
    "“{stance}”是别人的公式，@{name} 的数据里看不出来。{said}",
    "“{stance}” is somebody else’s formula, and the data of @{name} do not show it. {said}",
)
BY_DATA = Text("按自家数据改立场。", "Take the stance that your own data bear out.")
Plans = TypeVar("Plans", bound="StancePlan")


class Seen(Part):
    """What the data said when a stance was taken, in both languages, so that any handbook can print it."""

    zh: Reason
    en: Reason

    @property
    def text(self) -> Text:
        """Return it as a text."""
        return Text(self.zh, self.en)


class Stance(Part):
    """A position on a conflict (by its id), what was seen when it was taken, and why."""

    position: Id
    seen: Seen | None = None
    why: Reason = ""


class StancePlan(Plan):
    """A plan that takes stances, by the topic of the conflict."""

    stances: dict[Id, Stance] = Field(default_factory=dict, max_length=60)

    def position(self, topic: str) -> Position | None:
        """Return the position taken on a topic; None if none is taken, or if `conflicts.toml` no longer has it."""
        stance = self.stances.get(topic)
        return conflicts()[topic].positions.get(stance.position) if stance and topic in conflicts() else None

    def holds(self, topic: str, position: str) -> bool:
        """Tell whether the company takes this position."""
        taken = self.position(topic)
        return taken is not None and taken.id == position


def seen_of(evidence: Evidence) -> Seen:
    """Return evidence as a plan keeps it."""
    return Seen(**{each: evidence.said.in_language(each) for each in LANGUAGES})


def unlike_data(plan: StancePlan, account: str, facts: Facts, rule: str, at: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Hold each formula that a plan follows, which claims to hold for everybody, against this account's own data.

    Yields findings of `rule`, which says that no formula does; `at` is where they point.
    """
    for topic in plan.stances:
        taken = plan.position(topic)
        if not taken or not taken.formula:
            continue
        evidence = conflicts()[topic].evidence(facts, account)
        if evidence.favours and taken.id not in evidence.favours:
            said = FORMULA.format(stance=taken.says, name=facts.company.account(account).name, said=evidence.said)
            yield Finding(rule, said, BY_DATA, at)


def decided(
    plan: Plans, account: str, facts: Facts, topics: list[str], review: Callable[[Plans], list[Finding]]
) -> Plans:
    """Return a plan with a stance on each topic with which its `review` finds no fault.

    On each, the first position that the account's data speak for (else the first of all) and that the plan keeps to.
    Raises StopIteration where it keeps to none.
    """
    for topic in topics:
        conflict = conflicts()[topic]
        evidence = conflict.evidence(facts, account)
        stances = [Stance(position=each, seen=seen_of(evidence)) for each in (*evidence.favours, *conflict.positions)]
        tried = (plan.model_copy(update={"stances": plan.stances | {topic: stance}}) for stance in stances)
        plan = next(each for each in tried if not review(each))
    return plan
