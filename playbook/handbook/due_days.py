"""What happens once: campaigns and their days, watch days, drills, reviews, verdicts, papers that run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from playbook.campaign.brief import Brief
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.words import called
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.handbook.happenings import Happening
from playbook.handbook.held import Held
from playbook.handbook.said import account, who
from playbook.image.plan import ImagePlan
from playbook.image.words import PAPERS, STEPS
from playbook.language import Text, same
from playbook.metrics.plan import MetricsPlan
from playbook.specialist.plan import SpecialistPlan
from playbook.strategy.models import PURPOSES
from playbook.strategy.plan import StrategyPlan

Due = tuple[str, date | None, Text, str]  # an id, the day, what it is, and who does it (empty if nobody is named)
LAUNCH_MINUTES = 30
BY = Text("{what}：{who}", "{what}: {who}")
STRETCH, DRILL = Text("第 {number} 段的复盘", "Review of stretch {number}"), Text("热点演练", "Drill of a hot topic")
BEGINS = Text("九十天从今天开始", "The ninety days begin")
SPONSOR = Text("管理层看一次策略", "Management looks at the strategy")
GOAL = Text("目标到期：{purpose}", "A goal is due: {purpose}")
ANY_GOAL = Text("目的未定", "purpose not decided")
RUNS_OUT, STEP = Text("到期：{paper}", "Runs out: {paper}"), Text("开号前后：{step}", "Opening: {step}")
WATCHED = Text("盯得更紧：{what}", "Watch more closely: {what}")
WATCH_NOTE = Text("一天搜 {searches} 次；加这些词：{words}", "Searches a day: {searches}; words added: {words}")
WORDS_REVIEW, CRISIS_DRILL = Text("再看一遍词表", "Review the list of words"), Text("危机演练", "Crisis drill")
VERDICT = Text("{account} 的计分卡下结论", "Verdict on the scorecard of {account}")
GAP, CHANGE = (
    Text("补差距：{what}", "A gap to close: {what}"),
    Text("复盘后改：{what}", "A change after a review: {what}"),
)
LAST_DAY = Text("{who}最后一天：收回权限", "Last day of {who}: take back their rights")
SCHEME = Text("奖励方案复看", "Review the reward scheme")
RUN, LAUNCH = Text("活动{name}", "Campaign {name}"), Text("活动{name}发出", "Campaign {name} goes out")
CAMPAIGN_DAYS: dict[str, Text] = {
    "occasion_on": Text("活动{name}的由头", "Occasion of campaign {name}"),
    "reveal_on": Text("活动{name}揭晓", "Campaign {name}: the answer is told"),
    "draw_on": Text("活动{name}开奖", "Campaign {name}: the draw"),
    "claim_by": Text("活动{name}兑奖最后一天", "Campaign {name}: last day to claim"),
    "deliver_on": Text("活动{name}交货", "Campaign {name}: delivery"),
    "data_until": Text("活动{name}收的信息今天删", "Campaign {name}: delete the data it collected"),
    "measured_on": Text("活动{name}的结果今天量", "Campaign {name}: measure it"),
}


def due_days(held: Held) -> Iterator[Happening]:
    """Yield everything that happens once, system by system."""
    for of in (_specialist, _strategy, _image, _crisis, _metrics, _governance):
        for name, on, what, by in of(held):
            if on:
                named = who(by, held.facts)
                yield Happening(name, BY.format(what=what, who=named) if named.zh else what, on)
    yield from _watch_days(held)
    campaign = held.plan(CampaignPlan)
    for brief in campaign.briefs if campaign else []:
        yield from _campaign(brief, held.facts)


def _specialist(held: Held) -> Iterator[Due]:
    if plan := held.plan(SpecialistPlan):
        yield "specialist/begins", plan.begins, BEGINS, plan.who
        for number, stretch in enumerate(plan.days, start=1):
            yield f"specialist/review/{number}", stretch.review_on, STRETCH.format(number=number), stretch.reviewer
            yield f"specialist/drill/{number}", stretch.drill_on, DRILL, plan.who


def _strategy(held: Held) -> Iterator[Due]:
    if plan := held.plan(StrategyPlan):
        yield "strategy/review", plan.backing.review_on, SPONSOR, plan.backing.sponsor
        for number, goal in enumerate(plan.goals, start=1):
            purpose = PURPOSES[goal.purpose].name if goal.purpose else ANY_GOAL
            yield f"strategy/goal/{number}", goal.by, GOAL.format(purpose=purpose), goal.owner


def _image(held: Held) -> Iterator[Due]:
    if plan := held.plan(ImagePlan):
        for number, paper in enumerate(plan.papers, start=1):
            yield f"image/paper/{number}", paper.valid_until, RUNS_OUT.format(paper=PAPERS[paper.name]), paper.holder
        for number, step in enumerate(plan.opening, start=1):
            if not step.done:
                yield f"image/step/{number}", step.on, STEP.format(step=STEPS[step.name]), step.owner


def _crisis(held: Held) -> Iterator[Due]:
    if plan := held.plan(CrisisPlan):
        yield "crisis/words", plan.watch.next_on, WORDS_REVIEW, plan.watch.owner
        yield "crisis/drill", plan.drill_on, CRISIS_DRILL, plan.of("coordinator").who


def _metrics(held: Held) -> Iterator[Due]:
    if plan := held.plan(MetricsPlan):
        for card in plan.scorecards:
            verdict = VERDICT.format(account=account(card.account, held.facts))
            yield f"metrics/verdict/{card.account}", card.verdict_on, verdict, ""
        for number, gap in enumerate(plan.comparison.gaps, start=1):
            yield f"metrics/gap/{number}", gap.due, GAP.format(what=gap.what), gap.owner
        changes = [change for review in plan.reviews for change in review.changes]
        for number, change in enumerate(changes, start=1):
            if change.outcome == "open":
                yield f"metrics/change/{number}", change.due, CHANGE.format(what=change.what), change.owner


def _governance(held: Held) -> Iterator[Due]:
    if plan := held.plan(GovernancePlan):
        for number, member in enumerate(plan.members, start=1):
            yield f"governance/last-day/{number}", member.until, LAST_DAY.format(who=who(member.who, held.facts)), ""
        yield "governance/scheme", plan.scheme.review_on, SCHEME, ""


def _watch_days(held: Held) -> Iterator[Happening]:
    plan = held.plan(CrisisPlan)
    for number, day in enumerate(plan.watch.watch_days if plan else [], start=1):
        first, last = day.first or day.last, day.last or day.first
        if first and last:
            yield Happening(
                f"crisis/watch-days/{number}",
                WATCHED.format(what=day.what),
                first - timedelta(days=day.before),
                last=max(first, last) + timedelta(days=day.after),
                note=WATCH_NOTE.format(searches=day.searches, words=day.words) if day.words.strip() else same(""),
            )


def _campaign(brief: Brief, facts: Facts) -> Iterator[Happening]:
    name = called(brief)
    place = f"campaign/{brief.id}"
    owner = who(brief.owner, facts)

    def titled(text: Text) -> Text:
        said = text.format(name=name)
        return BY.format(what=said, who=owner) if owner.zh else said

    if brief.starts:
        last = brief.ends if brief.ends and brief.ends > brief.starts else None
        yield Happening(f"{place}/run", titled(RUN), brief.starts, last=last)
        if brief.launch_hour is not None:
            at = time(brief.launch_hour)
            yield Happening(f"{place}/launch", titled(LAUNCH), brief.starts, at=at, minutes=LAUNCH_MINUTES)
    for field, text in CAMPAIGN_DAYS.items():
        if on := getattr(brief, field):
            yield Happening(f"{place}/{field}", titled(text), on)
