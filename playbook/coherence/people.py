"""People: named although they have left, unknown to the team, or with more to do than they have hours."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import PLANS, Check, Found
from playbook.content.plan import ContentPlan
from playbook.content.sums import LIVE
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import gone, ours
from playbook.handbook.duties import duties
from playbook.image.plan import ImagePlan
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, same
from playbook.matrix.plan import MatrixPlan, Place
from playbook.matrix.staffing import hours_said
from playbook.metrics.plan import MetricsPlan
from playbook.persons import blank, known_as, person, same_person
from playbook.plans import Plan
from playbook.specialist.plan import SpecialistPlan
from playbook.strategy.plan import StrategyPlan
from playbook.week import listed

NAMING: tuple[type[Plan], ...] = (
    SpecialistPlan, StrategyPlan, ImagePlan, MatrixPlan, ContentPlan, InteractionPlan, CampaignPlan, CrisisPlan,
    MetricsPlan,
)  # fmt: skip
ANOTHER = Text(
    "在{plan}里换一个人；如果并没有离开，就在分工计划里改过来。",
    "Name somebody else in {plan}; if they have not left, correct that in the governance plan.",
)


def _left(plan: Plan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Somebody who has left still has something to do; the card may still list them."""
    for who in [each.who for each in governance.members if each.left and not blank(each.who)]:
        tasks = [each.what for each in duties(plan, facts) if same_person(each.who, who, facts)]
        if tasks:
            said = Text(
                "分工计划里{who}已经离开，{plan}里还有交给{who}的事：{what}。",
                "By the governance plan {who} has left; {plan} still gives {who} something to do: {what}.",
            ).format(who=person(who, facts), plan=PLANS[plan.system], what=listed(dict.fromkeys(tasks), measure="样"))
            yield Found(said, ANOTHER.format(plan=PLANS[plan.system]), (f"governance:{who}", plan.system))


def _over_hours(matrix: MatrixPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The accounts that somebody answers for fit into the hours that governance has for them."""
    for member in governance.members:
        owned = _owned(matrix, member.who, facts)
        wanted = sum(each.hours for each in owned)
        if member.hours and not member.left and wanted > member.hours:
            yield _too_many(
                Text(
                    "矩阵计划里{who}管的账号一周要 {wanted} 小时，分工计划里{who}一周只有 {hours} 小时。",
                    "In the matrix plan the accounts of {who} take {wanted} hours a week; the governance plan has "
                    "{who} for {hours}.",
                ),
                Text(
                    "在矩阵计划里少排几个小时、换人管，或者在分工计划里加小时。",
                    "Plan fewer hours or another owner in the matrix plan, or more hours in the governance plan.",
                ),
                (member.who, wanted, member.hours), facts,
                *(f"matrix:{each.account}" for each in owned), f"governance:{member.who}",
            )  # fmt: skip


def _week_over(specialist: SpecialistPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The specialist's week fits into the hours that governance has for them."""
    for member in governance.members:
        theirs = same_person(specialist.who, member.who, facts) and not member.left
        if theirs and member.hours and specialist.week.total > member.hours:
            yield _too_many(
                Text(
                    "专员计划里{who}一周排了 {wanted} 小时，分工计划里{who}一周只有 {hours} 小时。",
                    "The specialist’s plan has {who} work {wanted} hours a week; the governance plan has {hours}.",
                ),
                Text(
                    "在专员计划里减几样，或者在分工计划里加小时。",
                    "Take something out of the week in the specialist’s plan, or add hours in the governance plan.",
                ),
                (member.who, specialist.week.total, member.hours), facts, "specialist:week", f"governance:{member.who}",
            )  # fmt: skip


def _accounts_over_week(specialist: SpecialistPlan, matrix: MatrixPlan, facts: Facts) -> Iterator[Found]:
    """The accounts that the specialist answers for fit into their week, once that is planned."""
    owned = _owned(matrix, specialist.who, facts)
    wanted = sum(each.hours for each in owned)
    if 0 < specialist.week.total < wanted:
        yield _too_many(
            Text(
                "矩阵计划里{who}管的账号一周要 {wanted} 小时，专员计划里{who}一周只排了 {hours} 小时。",
                "In the matrix plan the accounts of {who} take {wanted} hours a week; the week of {who} in the "
                "specialist’s plan has {hours}.",
            ),
            Text(
                "在矩阵计划里少排几个小时、换人管，或者在专员计划里重排这一周。",
                "Plan fewer hours or another owner in the matrix plan, or plan the week anew in the specialist’s plan.",
            ),
            (specialist.who, wanted, specialist.week.total), facts,
            "specialist:week", *(f"matrix:{each.account}" for each in owned),
        )  # fmt: skip


def _stranger(specialist: SpecialistPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The specialist is on the card or in the team; before the team is written down, nothing is said."""
    begun = not blank(specialist.who) and (governance.members or governance.roles)
    if begun and known_as(specialist.who, facts) not in ours(governance, facts) | gone(governance, facts):
        said = Text(
            "专员计划写的是{who}，公司卡上没有，分工计划的队里也没有：谁替、能不能发、几点在班，都没有着落。",
            "The specialist’s plan is for {who}, who is neither on the company card nor in the team of the governance "
            "plan: without a deputy, a key or hours on duty.",
        ).format(who=person(specialist.who, facts))
        mend = Text(
            "在分工计划里把这个人写进队伍、给权限，公司卡上排班；或者在专员计划里换成队里的人。",
            "Enter them as a member in the governance plan, with keys, and give them duty hours on the company card; "
            "or name somebody in the team in the specialist’s plan.",
        )
        yield Found(said, mend, ("specialist:who", "governance:members"))


def _own_drafts(content: ContentPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever writes a draft is not the one who approves it."""
    approver = next((each.who for each in governance.roles if each.role == "approver"), "")
    own = [each for each in content.queue if each.status in LIVE and same_person(each.owner, approver, facts)]
    if own and not blank(approver):
        said = Text(
            "内容计划里{who}写的有 {count} 条：{which}；分工计划里审批的也是{who}，自己写的自己批。",
            "In the content plan {who} writes drafts ({count}): {which}. In the governance plan the approver is {who} "
            "too, and so passes their own drafts.",
        ).format(
            who=person(approver, facts), count=len(own), which=listed((same(each.id) for each in own), measure="条")
        )
        mend = Text(
            "在内容计划里换一个人写，或者在分工计划里换一个人审批。",
            "Give the drafts to somebody else in the content plan, or name another approver in the governance plan.",
        )
        yield Found(said, mend, (*(f"content:{each.id}" for each in own), "governance:roles"))


def _owned(matrix: MatrixPlan, who: str, facts: Facts) -> list[Place]:
    return [each for each in matrix.kept if same_person(each.owner, who, facts)]


def _too_many(said: Text, mend: Text, told: tuple[str, float, float], facts: Facts, *at: str) -> Found:
    who, wanted, hours = told
    filled = said.format(who=person(who, facts), wanted=hours_said(wanted), hours=hours_said(hours))
    return Found(filled, mend, at)


CHECKS = (
    *(Check("left-but-named", kind, GovernancePlan, _left) for kind in NAMING),
    Check("hours-over-member", MatrixPlan, GovernancePlan, _over_hours),
    Check("week-over-member", SpecialistPlan, GovernancePlan, _week_over),
    Check("accounts-over-week", SpecialistPlan, MatrixPlan, _accounts_over_week),
    Check("own-draft-approved", ContentPlan, GovernancePlan, _own_drafts),
    Check("specialist-unknown", SpecialistPlan, GovernancePlan, _stranger),
)
