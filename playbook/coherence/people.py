"""People: named although they have left, unknown in a crisis, or with more to do than they have hours."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import PLANS, Check, Found
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.words import DUTIES
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import team
from playbook.handbook.duties import duties
from playbook.image.plan import ImagePlan
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, join
from playbook.matrix.plan import MatrixPlan
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
    gone = [each.who for each in governance.members if each.left and not blank(each.who)]
    for who in gone:
        tasks = [each.what for each in duties(plan, facts) if same_person(each.who, who, facts)]
        if tasks:
            said = Text(
                "分工计划里{who}已经离开，{plan}里还有交给{who}的事：{what}。",
                "By the governance plan {who} has left; {plan} still gives {who} something to do: {what}.",
            ).format(who=person(who, facts), plan=PLANS[plan.system], what=listed(dict.fromkeys(tasks), measure="样"))
            yield Found(said, ANOTHER.format(plan=PLANS[plan.system]), (f"governance:{who}", plan.system))


def _known(governance: GovernancePlan, facts: Facts) -> set[str]:
    """Return everybody whom the card or the governance plan knows, as long as they have not left."""
    gone = {known_as(each.who, facts) for each in governance.members if each.left}
    roles = {known_as(who, facts) for each in governance.roles for who in (each.who, each.deputy) if not blank(who)}
    return (team(governance, facts) | roles | {each.id for each in facts.company.people}) - gone


def _crisis_strangers(crisis: CrisisPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever has a duty in a crisis belongs to the team; before the team is written down, nothing is said."""
    if not governance.members and not governance.roles:
        return
    known = _known(governance, facts)
    gone = {known_as(each.who, facts) for each in governance.members if each.left}
    absent = [
        (DUTIES[each.duty], each.who) for each in crisis.roles
        if each.duty and not blank(each.who) and known_as(each.who, facts) not in known | gone
    ]  # fmt: skip
    if absent:
        said = Text(
            "危机计划里的这些角色，由分工计划和公司卡上都没有的人担任：{who}。",
            "In the crisis plan these roles are held by people whom neither the governance plan nor the card knows: "
            "{who}.",
        ).format(who=join([_holding(duty, who, facts) for duty, who in absent]))
        mend = Text(
            "在危机计划里换成队里的人，或者在分工计划里把他们写进队伍。",
            "Name somebody of the team in the crisis plan, or enter them as members in the governance plan.",
        )
        yield Found(said, mend, ("crisis:roles", "governance:members"))


def _holding(duty: Text, who: str, facts: Facts) -> Text:
    return duty + Text("（", " (") + person(who, facts) + Text("）", ")")


def _crisis_owner(crisis: CrisisPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The owner of the crisis system has a part in the plan for crises."""
    owner = next((each.owner for each in governance.systems if each.system == "crisis"), "")
    named = [crisis.norm.owner, crisis.watch.owner, crisis.of("coordinator").who]
    if not blank(owner) and any(map(str.strip, named)) and not any(same_person(owner, each, facts) for each in named):
        said = Text(
            "分工计划里危机体系归{owner}管；危机计划里盯的、总协调的、管预案的都不是{owner}，而是{named}。",
            "In the governance plan {owner} answers for the crisis system; in the crisis plan the watch, the "
            "coordination and the norm are with {named}.",
        ).format(
            owner=person(owner, facts),
            named=join(list(dict.fromkeys(person(each, facts) for each in named if not blank(each)))),
        )
        mend = Text(
            "在分工计划或者危机计划里改成同一个人。", "Name the same person in the governance plan or the crisis plan."
        )
        yield Found(said, mend, ("governance:systems", "crisis:roles"))


def _over_hours(matrix: MatrixPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The accounts that somebody answers for fit into the hours that governance has for them."""
    for member in governance.members:
        owned = [each for each in matrix.kept if same_person(each.owner, member.who, facts)]
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
                (member.who, wanted, member.hours), facts, *(f"matrix:{each.account}" for each in owned),
            )  # fmt: skip


def _week_over(specialist: SpecialistPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """The specialist's week fits into the hours that governance has for them."""
    for member in governance.members:
        ours = same_person(specialist.who, member.who, facts) and not member.left
        if ours and member.hours and specialist.week.total > member.hours:
            yield _too_many(
                Text(
                    "专员计划里{who}一周排了 {wanted} 小时，分工计划里{who}一周只有 {hours} 小时。",
                    "The specialist’s plan has {who} work {wanted} hours a week; the governance plan has {hours}.",
                ),
                Text(
                    "在专员计划里减几样，或者在分工计划里加小时。",
                    "Take something out of the week in the specialist’s plan, or add hours in the governance plan.",
                ),
                (member.who, specialist.week.total, member.hours), facts, "specialist:week",
            )  # fmt: skip


def _too_many(said: Text, mend: Text, told: tuple[str, float, float], facts: Facts, *at: str) -> Found:
    who, wanted, hours = told
    filled = said.format(who=person(who, facts), wanted=hours_said(wanted), hours=hours_said(hours))
    return Found(filled, mend, (*at, f"governance:{who}"))


CHECKS = (
    *(Check("left-but-named", kind, GovernancePlan, _left) for kind in NAMING),
    Check("crisis-role-absent", CrisisPlan, GovernancePlan, _crisis_strangers),
    Check(
        "crisis-owner-differs", GovernancePlan, CrisisPlan, lambda one, other, facts: _crisis_owner(other, one, facts)
    ),
    Check("hours-over-member", MatrixPlan, GovernancePlan, _over_hours),
    Check("week-over-member", SpecialistPlan, GovernancePlan, _week_over),
)
