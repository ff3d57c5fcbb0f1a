"""Every task that a plan gives to somebody: who, what, in which system, and whether they only stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.campaign.plan import CampaignPlan
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.words import DUTIES
from playbook.facts import Facts
from playbook.governance import words as governing
from playbook.governance.plan import GovernancePlan
from playbook.handbook.said import account
from playbook.image import words as imaging
from playbook.image.plan import ImagePlan
from playbook.interaction.kinds import message_said
from playbook.interaction.plan import ANYBODY, InteractionPlan
from playbook.language import Text, same
from playbook.matrix.plan import MatrixPlan
from playbook.metrics.plan import MetricsPlan
from playbook.specialist.plan import STRETCHES, SpecialistPlan
from playbook.specialist.words import DEPARTMENTS_SAID
from playbook.strategy.models import PURPOSES
from playbook.strategy.plan import StrategyPlan

DAYS_REVIEWED = Text("九十天第 {number} 段的评议", "review of stretch {number} of the ninety days")
NINETY = Text("自己的九十天", "the ninety days")
ASKED_AT = Text("{department}的联系人", "contact at {department}")
GOAL, CHANNEL = Text("目标：{what}", "goal: {what}"), Text("交接：{what}", "hand-over to {what}")
OPENING = Text("开通：{what}", "opening: {what}")
DRAFTS = Text("{account} 的稿子", "drafts of {account}")
ANSWERS_KIND, TOOL = Text("回复：{what}", "answers: {what}"), Text("工具：{what}", "tool: {what}")
CAMPAIGN, COMMENTS = Text("“{what}”", "“{what}”"), Text("“{what}”的评论", "comments on “{what}”")
WATCH, ALARM, NORM, AFTER = (
    Text("看舆情", "the watch"), Text("夜里接警报", "the alarm at night"),
    Text("预案的文本", "the written response plan"), Text("事后复盘", "the review afterwards"),
)  # fmt: skip
MEASURES, REPORT, GAP, CHANGE = (
    Text("{account} 的数", "the figures of {account}"), Text("月报", "the monthly report"),
    Text("和同行的差距：{what}", "a gap to peers: {what}"),
    Text("复盘以后的改动：{what}", "a change after a review: {what}"),
)  # fmt: skip
SYSTEM, LOGIN = Text("{what}体系", "the {what} system"), Text("登录不了时打电话", "the call when nobody can log in")
LEAVING = Text("有人离开：{what}", "when somebody leaves: {what}")


@dataclass(frozen=True, slots=True)
class Task:
    """Somebody (an id of the card, or a name) answers for something, or stands in for whoever does."""

    who: str
    what: Text
    system: str
    deputy: bool = False


def duties(plan: object, facts: Facts) -> Iterator[Task]:
    """Yield the tasks that a plan gives out, in the plan's order; those that nobody has are left out."""
    system = str(getattr(plan, "system", ""))
    told: Callable[[Any, Facts], Iterator[Told]] | None = GIVEN.get(system)
    for who, what, deputy in told(plan, facts) if told else ():
        if who.strip() and who.strip() != ANYBODY:
            yield Task(who.strip(), what, system, deputy=deputy)


Told = tuple[str, Text, bool]


def _specialist(plan: SpecialistPlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    yield plan.who, NINETY, False
    for number in range(STRETCHES):
        yield plan.days[number].reviewer, DAYS_REVIEWED.format(number=number + 1), False
    for each in plan.contacts:
        if each.department:
            yield each.who, ASKED_AT.format(department=DEPARTMENTS_SAID[each.department]), False


def _strategy(plan: StrategyPlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for goal in plan.goals:
        if goal.purpose:
            yield goal.owner, GOAL.format(what=PURPOSES[goal.purpose].name), False
    for channel in plan.channels:
        yield channel.owner, CHANNEL.format(what=channel.name.strip()), False


def _image(plan: ImagePlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for step in plan.opening:
        yield step.owner, OPENING.format(what=imaging.STEPS[step.name]), False


def _matrix(plan: MatrixPlan, facts: Facts) -> Iterator[Told]:
    for place in plan.kept:
        yield place.owner, account(place.account, facts), False


def _content(plan: ContentPlan, facts: Facts) -> Iterator[Told]:
    for draft in plan.queue:
        yield draft.owner, DRAFTS.format(account=account(draft.account, facts)), False


def _interaction(plan: InteractionPlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for each in plan.triage:
        yield each.answered_by, ANSWERS_KIND.format(what=message_said(each.kind)), False
    for tool in plan.habits.tools:
        yield tool.owner, TOOL.format(what=tool.name.strip()), False


def _campaign(plan: CampaignPlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for brief in plan.briefs:
        name = same(brief.name.strip() or brief.id)
        yield brief.owner, CAMPAIGN.format(what=name), False
        yield brief.answers, COMMENTS.format(what=name), False


def _crisis(plan: CrisisPlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for role in plan.roles:
        if role.duty:
            yield role.who, DUTIES[role.duty], False
            yield role.deputy, DUTIES[role.duty], True
    for first, second, what in (
        (plan.watch.owner, plan.watch.deputy, WATCH),
        (plan.alarm.told, plan.alarm.deputy, ALARM),
        (plan.norm.owner, "", NORM),
        (plan.after.who, "", AFTER),
    ):
        yield first, what, False
        yield second, what, True


def _metrics(plan: MetricsPlan, facts: Facts) -> Iterator[Told]:
    for card in plan.scorecards:
        named = MEASURES.format(account=account(card.account, facts))
        for row in card.rows:
            yield row.owner, named, False
            yield row.deputy, named, True
    yield plan.report.writer, REPORT, False
    for gap in plan.comparison.gaps:
        yield gap.owner, GAP.format(what=gap.what.strip()), False
    for change in (change for review in plan.reviews for change in review.changes):
        yield change.owner, CHANGE.format(what=change.what.strip()), False


def _governance(plan: GovernancePlan, facts: Facts) -> Iterator[Told]:  # noqa: ARG001 - called as the others
    for role in plan.roles:
        if role.role:
            yield role.who, governing.ROLES[role.role], False
            yield role.deputy, governing.ROLES[role.role], True
    for held in plan.systems:
        if held.system:
            named = SYSTEM.format(what=governing.SYSTEMS[held.system])
            yield held.owner, named, False
            yield held.deputy, named, True
    for step in plan.leaving:
        if step.act:
            yield step.by, LEAVING.format(what=governing.ACTS[step.act]), False
    yield plan.lockout.call, LOGIN, False
    yield plan.lockout.deputy, LOGIN, True


GIVEN: dict[str, Callable[[Any, Facts], Iterator[Told]]] = {
    "specialist": _specialist,
    "strategy": _strategy,
    "image": _image,
    "matrix": _matrix,
    "content": _content,
    "interaction": _interaction,
    "campaign": _campaign,
    "crisis": _crisis,
    "metrics": _metrics,
    "governance": _governance,
}
