"""Stances: taken twice and differently, unable to stand beside each other, or unlike what another plan does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import Any, NamedTuple

from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import PLANS, Check, Found
from playbook.conflicts import conflicts
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.image.plan import ImagePlan
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text
from playbook.matrix.plan import MatrixPlan
from playbook.metrics.measures import MEASURES
from playbook.metrics.plan import MetricsPlan
from playbook.specialist.plan import SpecialistPlan
from playbook.stances import StancePlan
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import TimingPlan
from playbook.timing.windows import CAMPAIGN
from playbook.week import DAYS, clock

KINDS: tuple[type[StancePlan], ...] = (
    SpecialistPlan, StrategyPlan, ImagePlan, MatrixPlan, ContentPlan, TimingPlan, InteractionPlan, CampaignPlan,
    CrisisPlan, MetricsPlan, GovernancePlan,
)  # fmt: skip
FRIDAY = 5
CHANGE = Text("在两份计划里挑一份改立场。", "Change the stance in one of the two plans.")
STANCE = Text("在{one}里改立场，或者在{other}里照立场改。", "Change the stance in {one}, or keep to it in {other}.")


class Taken(NamedTuple):
    """A position on a topic."""

    topic: str
    position: str


# Positions of two systems that cannot both be kept, and why.
APART: dict[tuple[type[StancePlan], type[StancePlan]], list[tuple[Taken, Taken, Text]]] = {
    (TimingPlan, GovernancePlan): [
        (
            Taken("daily-volume", "two_to_four"), Taken("staffing-and-time", "seven_a_day"),
            Text("一周 14 条，和一人一天至少 7 条，合不到一起。",
                 "Fourteen posts a week cannot be at least seven a day by each."),
        ),
    ],
    (InteractionPlan, CampaignPlan): [
        (
            Taken("retention-vs-acquisition", "keep_first"), Taken("role-of-campaigns", "gather"),
            Text("说留住要紧，活动却只为攒粉。", "Keeping readers comes first, yet campaigns only gather new ones."),
        ),
        (
            Taken("showing-only-praise", "praise"), Taken("prize-and-bought-word-of-mouth", "open_gift"),
            Text("说好坏都谢，转出来的却只有夸奖。", "All reviewers are thanked, and only praise is shown."),
        ),
    ],
    (InteractionPlan, MetricsPlan): [
        (
            Taken("retention-vs-acquisition", "win_first"), Taken("kpis-that-count", "keeping"),
            Text("力气花在攒人上，看的却是留下多少。", "The effort goes into winning, yet what counts is who stays."),
        ),
        (
            Taken("retention-vs-acquisition", "keep_first"), Taken("kpis-that-count", "counts"),
            Text("说留住要紧，看的却是涨了多少。", "Keeping readers comes first, and yet what counts is growth."),
        ),
    ],
    (CampaignPlan, MetricsPlan): [
        (
            Taken("role-of-campaigns", "gather"), Taken("kpis-that-count", "keeping"),
            Text("活动只为攒粉，看的却是留下多少。", "Campaigns only gather readers, and what counts is who stays."),
        ),
    ],
}  # fmt: skip


def _apart(one: StancePlan, other: StancePlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """Two positions on different topics of which each rules the other out."""
    for first, second, why in APART[type(one), type(other)]:
        if one.holds(*first) and other.holds(*second):
            said = Text(
                "{one}的立场是“{first}”，{other}的立场是“{second}”。{why}",
                "The stance of {one} is “{first}”, that of {other} is “{second}”. {why}",
            ).format(
                one=PLANS[one.system], other=PLANS[other.system], why=why, first=_says(*first), second=_says(*second)
            )
            yield Found(said, CHANGE, (_at(one, first.topic), _at(other, second.topic)))


def _twice(one: StancePlan, other: StancePlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """The same question answered in two plans, in two ways."""
    for topic in one.stances:
        first, second = one.position(topic), other.position(topic)
        if first and second and first.id != second.id:
            said = Text(
                "“{question}”：{one}的立场是“{first}”，{other}的立场是“{second}”。",
                "“{question}”: the stance of {one} is “{first}”, that of {other} is “{second}”.",
            ).format(
                question=conflicts()[topic].question, one=PLANS[one.system], other=PLANS[other.system],
                first=first.says, second=second.says,
            )  # fmt: skip
            yield Found(said, CHANGE, (_at(one, topic), _at(other, topic)))


def _unlike(
    taken: Taken,
    found: Callable[[Any], Text | None],
    one: StancePlan,
    other: StancePlan,
    facts: Facts,  # noqa: ARG001 - as all checks
) -> Iterator[Found]:
    """A stance of one plan that the other does not keep; `found` says what it does instead, None if nothing."""
    told = found(other) if one.holds(*taken) else None
    if told:
        said = Text("{one}的立场是“{stance}”，{other}里{told}。", "The stance of {one} is “{stance}”; {told}.").format(
            one=PLANS[one.system], other=PLANS[other.system], stance=_says(*taken), told=told
        )
        mend = STANCE.format(one=PLANS[one.system], other=PLANS[other.system])
        yield Found(said, mend, (_at(one, taken.topic), other.system))


def _scheduled(plan: GovernancePlan) -> Text | None:
    if any(each.to == "scheduled" for each in plan.workflow.moves):
        return Text("却有“已排”这一步", "the workflow of the governance plan has a step “scheduled”")
    return None


def _launched(wanted: Callable[[int, int], bool], plan: CampaignPlan) -> Text | None:
    """Name the first campaign that begins at a time (weekday, hour) that is not wanted."""
    for brief in plan.briefs:
        if brief.starts and brief.launch_hour is not None and not wanted(brief.starts.isoweekday(), brief.launch_hour):
            return Text(
                "“{name}”却在{day} {hour}发出", "in the campaign plan “{name}” goes out on {day} at {hour}"
            ).format(
                name=brief.name.strip() or brief.id, day=DAYS[brief.starts.weekday()], hour=clock(brief.launch_hour)
            )
    return None


def _in_windows(plan: CampaignPlan) -> Text | None:
    return _launched(lambda _day, hour: hour in CAMPAIGN, plan)


def _on_workdays(plan: CampaignPlan) -> Text | None:
    return _launched(lambda day, _hour: day <= FRIDAY, plan)


def _for_money(plan: StrategyPlan) -> Text | None:
    goal = next((each for each in plan.goals if each.known and each.known.money), None)
    if goal is None or goal.measure is None:
        return None
    return Text("却有一个目标看的是“{measure}”", "a goal of the strategy plan goes by “{measure}”").format(
        measure=MEASURES[goal.measure].name
    )


def _several_voices(plan: ImagePlan) -> Text | None:
    count = len(set(plan.voice.voices))
    if count <= 1:
        return None
    return Text(f"口吻卡上却有 {count} 种口吻", f"the voice card of the image plan has {count} voices")


def _no_region(plan: MatrixPlan) -> Text | None:
    if not plan.kept or any(each.kind == "region" for each in plan.kept):
        return None
    return Text("留下的却没有一个区域账号", "the matrix plan keeps no regional account")


def _says(topic: str, position: str) -> Text:
    return conflicts()[topic].positions[position].says


def _at(plan: StancePlan, topic: str) -> str:
    return f"{plan.system}:stances/{topic}"


# A stance, and what in another plan would not be like it.
UNLIKE: tuple[tuple[type[StancePlan], Taken, type[StancePlan], Callable[[Any], Text | None]], ...] = (
    (TimingPlan, Taken("scheduling-tools", "by_hand"), GovernancePlan, _scheduled),
    (TimingPlan, Taken("article8-campaign-hours-vs-own-slots", "campaign_windows"), CampaignPlan, _in_windows),
    (TimingPlan, Taken("weekend-posting", "workdays_only"), CampaignPlan, _on_workdays),
    (MetricsPlan, Taken("sales-and-roi", "freed"), StrategyPlan, _for_money),
    (MatrixPlan, Taken("single-image-vs-three-personas", "one_voice"), ImagePlan, _several_voices),
    (StrategyPlan, Taken("local-or-industry-scope", "regional"), MatrixPlan, _no_region),
)
CHECKS = (
    *(Check("stance-taken-twice", one, other, _twice) for one, other in combinations(KINDS, 2)),
    *(Check("stances-apart", one, other, _apart) for one, other in APART),
    *(Check("stance-not-kept", one, other, partial(_unlike, taken, found)) for one, taken, other, found in UNLIKE),
)
