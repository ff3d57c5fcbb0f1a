"""Campaigns: a slot to begin in, a card that measures them, somebody who watches, and readers as decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from playbook.campaign.across import shares
from playbook.campaign.brief import Brief
from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import Check, Found
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.watching import WatchDay
from playbook.facts import Facts
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, same
from playbook.matrix.names import account_said
from playbook.metrics.plan import MetricsPlan
from playbook.timing.plan import TimingPlan
from playbook.week import moment

KEEPING, KEEP_FIRST, HALF = "retention-vs-acquisition", "keep_first", 50


def called(brief: Brief) -> Text:
    """Return what a campaign is called in a sentence: its name in quotation marks."""
    name = brief.name.strip() or brief.id
    return Text(f"“{name}”", f"“{name}”")


def _launch(campaign: CampaignPlan, timing: TimingPlan, facts: Facts) -> Iterator[Found]:
    """The first post of a campaign stands in the week of its account; without any slots nothing is said."""
    for brief in campaign.briefs if timing.slots else ():
        if brief.starts is None or brief.launch_hour is None or not brief.account.strip():
            continue
        day, hour = brief.starts.isoweekday(), brief.launch_hour
        if not any((slot.day, slot.hour) == (day, hour) for slot in timing.of(brief.account)):
            said = Text(
                "活动计划里{campaign}{starts}（{moment}）在 {account} 上发出，时间计划里它这时没有时段。",
                "In the campaign plan {campaign} goes out on {account} on {starts} ({moment}); the timing plan has no "
                "slot for it then.",
            ).format(
                campaign=called(brief), starts=brief.starts, moment=moment(day, hour),
                account=account_said(facts, brief.account),
            )  # fmt: skip
            mend = Text(
                "在时间计划里给 {account} 加{moment}的时段，或者在活动计划里挪到它有时段的钟点。",
                "Give {account} a slot on {moment} in the timing plan, or begin at one of its slots in the campaign "
                "plan.",
            ).format(account=account_said(facts, brief.account), moment=moment(day, hour))
            yield Found(said, mend, (f"campaign:{brief.id}", f"timing:{brief.account}/{day}/{hour}"))


def _measured(campaign: CampaignPlan, metrics: MetricsPlan, facts: Facts) -> Iterator[Found]:
    """A campaign on an account without a scorecard; before the first card is filled, nothing is said."""
    measured = {card.account for card in metrics.scorecards if card.rows}
    for brief in campaign.briefs if measured else ():
        if brief.account.strip() and brief.account not in measured:
            said = Text(
                "活动计划里{campaign}办在 {account} 上，指标计划里它没有计分卡：办完了和什么比，没有人知道。",
                "In the campaign plan {campaign} is held on {account}, which has no scorecard in the metrics plan: "
                "afterwards there is nothing to hold it against.",
            ).format(campaign=called(brief), account=account_said(facts, brief.account))
            mend = Text(
                "在指标计划里给它一张计分卡，或者在活动计划里换一个有卡的账号。",
                "Give the account a scorecard in the metrics plan, or choose one that has a card in the campaign plan.",
            )
            yield Found(said, mend, (f"campaign:{brief.id}", f"metrics:{brief.account}"))


def _watched(campaign: CampaignPlan, crisis: CrisisPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """While a campaign runs, its name is searched for or its days are watched; before a first word, nothing is said."""
    for brief in campaign.briefs if crisis.watch.searched else ():
        if not brief.starts or _searched(brief, crisis) or any(_covers(day, brief) for day in crisis.watch.watch_days):
            continue
        said = Text(
            "活动计划里{campaign}从 {starts} 开始，危机计划里没有搜它的词，也没有把这几天列为多看的日子。",
            "In the campaign plan {campaign} begins on {starts}; the crisis plan neither searches for it nor has these "
            "days among those that are watched more closely.",
        ).format(campaign=called(brief), starts=brief.starts)
        mend = Text(
            "在危机计划里加上活动的名字，或者加上这几天：有人冒充、有人抱怨，先从这里说起。",
            "Add the campaign’s name or its days in the crisis plan: whoever poses as us, or complains, begins there.",
        )
        yield Found(said, mend, (f"campaign:{brief.id}", "crisis:watch"))


def _searched(brief: Brief, crisis: CrisisPlan) -> bool:
    names = [each for each in (brief.name.strip(), brief.topic.strip()) if each]
    words = [*crisis.watch.searched, *(day.words for day in crisis.watch.watch_days)]
    return any(name in word or word in name for name in names for word in words if word.strip())


def _covers(day: WatchDay, brief: Brief) -> bool:
    """Tell whether the first day of a campaign is one that is watched more closely."""
    if day.first is None or brief.starts is None:
        return False
    last = day.last or day.first
    return day.first - timedelta(days=day.before) <= brief.starts <= last + timedelta(days=day.after)


def _for_whom(campaign: CampaignPlan, interaction: InteractionPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """Whoever holds that keeping readers comes first does not spend more than half on new ones."""
    taken, spent = interaction.position(KEEPING), shares(campaign)
    if taken and taken.id == KEEP_FIRST and spent and spent[0] > HALF:
        said = Text(
            "互动计划的立场是“{stance}”，活动计划里 {new}% 的预算却给了新读者。",
            "The stance of the interaction plan is “{stance}”; in the campaign plan {new}% of the budget goes to new "
            "readers.",
        ).format(stance=taken.says, new=same(f"{spent[0]:.0f}"))
        mend = Text(
            "在活动计划里多办给老读者的，或者在互动计划里改立场。",
            "In the campaign plan, hold more for the readers you have; or change the stance in the interaction plan.",
        )
        yield Found(said, mend, ("campaign:briefs", f"interaction:stances/{KEEPING}"))


CHECKS = (
    Check("launch-without-slot", CampaignPlan, TimingPlan, _launch),
    Check("campaign-unmeasured", CampaignPlan, MetricsPlan, _measured),
    Check("campaign-unwatched", CampaignPlan, CrisisPlan, _watched),
    Check("new-readers-first", CampaignPlan, InteractionPlan, _for_whom),
)
