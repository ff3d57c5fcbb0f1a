"""What is wrong with how the evaluation goes on: peers, report, reviews, pay. What is not begun is not judged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.metrics.measures import MEASURES
from playbook.metrics.peers_known import apart_from_all
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.raised import blank
from playbook.metrics.routine import Change, Comparison, Guard, Report, Review
from playbook.rules import Finding, rule
from playbook.week import listed

PEERS, LOOP, PAY = "metrics.peer-comparison", "metrics.feedback-loop", "metrics.specialist-kpis"
UNFOLLOWS, MONEY = "metrics.unfollow-equals-lost-customer", "metrics.beyond-sales-roi"
GUARDS: dict[Guard, Text] = {
    "suspicious_followers": Text("可疑粉丝", "suspicious followers"),
    "comment_attitude": Text("评论态度", "the attitude of comments"),
    "reply_share": Text("答复率", "the share answered"),
}
NO_DAY = Text("没有写日子", "an unknown day")


def going_on(plan: MetricsPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with peers, report, reviews and pay; `at` names the part."""
    if plan.comparison != Comparison():
        yield from _peers(plan.comparison)
        yield from _alike(plan.comparison, facts)
    if plan.report != Report():
        yield from _report(plan.report)
    yield from _reviews(plan.reviews)
    yield from _pay(plan)


def _peers(comparison: Comparison) -> Iterator[Finding]:
    least = int(rule(PEERS).values["peers"])
    peers = [peer for peer in comparison.peers if not blank(peer.name)]
    if len({peer.name.strip() for peer in peers}) < least:
        said = Text("同行不到 {least} 家。", "There are fewer than {least} peers.").format(least=least)
        mend = Text(
            "再加一家同行业、规模相近的；一家说明不了行情。", "Add one of the same trade and size; one is no market."
        )
        yield Finding(PEERS, said, mend, ("comparison",))
    unsaid = [same(peer.name.strip()) for peer in peers if blank(peer.why)]
    if unsaid:
        said = Text("没有写为什么和它比：{which}。", "Nothing says why we compare ourselves with {which}.")
        mend = Text(
            "写一句，在看结果以前写；挑比不过我们的，比了也没用。",
            "Write a sentence, before you see the result; peers picked because they do worse teach nothing.",
        )
        yield Finding(PEERS, said.format(which=listed(unsaid, measure="家")), mend, ("comparison",))
    lacks = [
        text
        for there, text in (
            (comparison.per in {"per_thousand", "per_post"},
             Text("折算（每千粉丝或者每条）", "a common measure (per 1,000 followers or per post)")),
            (comparison.same_period, Text("同一时段", "the same period for all")),
            (comparison.public, Text("只用公开的数", "public counts alone")),
            (comparison.inflated_noted, Text("说明粉丝可能掺水", "a note that followers may be inflated")),
        )
        if not there
    ]  # fmt: skip
    if lacks:
        said = Text("同行对比还缺：{lacks}。", "The comparison with peers still lacks {lacks}.").format(
            lacks=join(lacks)
        )
        mend = Text("补齐再比：大号和小号的总数不能直接比。",
                    "Settle these first: totals of a large and a small account cannot be compared.")  # fmt: skip
        yield Finding(PEERS, said, mend, ("comparison",))
    yield from _gaps(comparison)


def _alike(comparison: Comparison, facts: Facts) -> Iterator[Finding]:
    """A peer with a trend of its own says nothing of how the trade does."""
    apart = apart_from_all(facts)
    own = [same(peer.name.strip()) for peer in comparison.peers if peer.name.strip() in apart]
    if own:
        said = Text("这几家自己一路在涨或者在跌，和大家不一样：{which}。",
                    "These rise or fall by themselves, unlike all the others: {which}.")  # fmt: skip
        mend = Text(
            "换一家。剔谁留谁，照以前的走势定，在看我们的效果以前定。",
            "Take others. Who stays is settled by earlier weeks, before you look at what we brought about.",
        )
        yield Finding("metrics.peers-move-alike", said.format(which=listed(own, measure="家")), mend, ("comparison",))


def _gaps(comparison: Comparison) -> Iterator[Finding]:
    idle = [
        gap for gap in comparison.gaps if blank(gap.what) or blank(gap.action) or blank(gap.owner) or gap.due is None
    ]
    if not comparison.gaps:
        said = Text("比了同行，没有写差在哪里、怎么办。", "Peers are compared, and no gap is written down.")
        mend = Text("写一处差距，谁来补，到哪天。", "Write one gap, who closes it, and by when.")
        yield Finding(PEERS, said, mend, ("comparison",))
    if idle:
        said = Text(
            "这几处差距没有写办法、人或者日子：{which}。", "These gaps lack an action, somebody or a day: {which}."
        )
        which = listed(same(f"“{gap.what.strip() or '?'}”") for gap in idle)
        mend = Text(
            "四样写全：差在哪里、做什么、谁、哪天。", "Write all four: the gap, what is done, who, and by when."
        )
        yield Finding(PEERS, said.format(which=which), mend, ("comparison",))


def _report(report: Report) -> Iterator[Finding]:
    lacks = [
        text
        for there, text in (
            (report.day > 0, Text("哪天出", "its day")),
            (not blank(report.writer), Text("谁写", "who writes it")),
            (not blank(report.reader), Text("谁看", "who reads it")),
            (report.leads_with is not None, Text("先说什么", "what comes first")),
        )
        if not there
    ]
    if lacks:
        said = Text("月报还没有定：{lacks}。", "Of the monthly report these are open: {lacks}.").format(
            lacks=join(lacks)
        )
        yield Finding("metrics.report-routine", said, Text("定下来。", "Settle them."), ("report",))
    if report.alarm == 0:
        said = Text(
            "取消关注多到什么程度要有人去看，没有定。", "Nothing says at what rise of unfollows somebody looks."
        )
        mend = Text(
            "定一个百分数：一条发出后，比平时多出这么多，就回头看那条。",
            "Set a percentage: when a post loses that much more than usual, look at the post.",
        )
        yield Finding(UNFOLLOWS, said, mend, ("report",))
    if report.unfollow_is_customer:
        said = Text("月报把一次取消关注算成丢了一个顾客。", "The report counts each unfollow as a customer lost.")
        mend = Text(
            "只报取消关注；买不买，看订单。许多粉丝本来不买，空号走了是好事。",
            "Report unfollows as such, and customers by orders. Many followers never buy, and empty accounts may go.",
        )
        yield Finding(UNFOLLOWS, said, mend, ("report",))


def _reviews(reviews: list[Review]) -> Iterator[Finding]:
    for review in reviews:
        lacks = [
            text
            for there, text in (
                (review.on is not None, Text("哪天", "its day")),
                (not blank(review.found), Text("发现了什么", "what was found")),
                (bool(review.changes), Text("改什么", "a change")),
                (not blank(review.learned), Text("学到什么", "what was learned")),
            )
            if not there
        ]
        if lacks:
            said = Text("{when}的复盘没有写：{lacks}。", "The review of {when} does not say {lacks}.")
            mend = Text(
                "四步走完：分析、发现、改进、提高；每次至少改一样。",
                "Go all four steps: analyse, find, improve, raise; change at least one thing each time.",
            )
            yield Finding(LOOP, said.format(when=_when(review), lacks=join(lacks)), mend, ("reviews",))
        open_ones = [change for change in review.changes if not _whole(change)]
        if open_ones:
            said = Text("{when}的复盘，这几样没有人或者没有日子：{which}。",
                        "In the review of {when}, these have nobody or no day: {which}.")  # fmt: skip
            which = listed(same(f"“{change.what.strip() or '?'}”") for change in open_ones)
            mend = Text("一样一个人、一个日子。", "One person and one day for each.")
            yield Finding(LOOP, said.format(when=_when(review), which=which), mend, ("reviews",))
    dated = sorted((each for each in reviews if each.on), key=lambda each: str(each.on))
    for before, after in pairwise(dated):
        left = [change for change in before.changes if change.outcome == "open"]
        if left:
            said = Text("{before}定的这几样，到 {after}的复盘没有回头看：{which}。",
                        "Changed on {before} and not looked at in the review of {after}: {which}.")  # fmt: skip
            which = listed(same(f"“{change.what.strip() or '?'}”") for change in left)
            mend = Text("写上：好了、没变、差了。", "Say whether it is better, the same or worse.")
            filled = said.format(before=_when(before), after=_when(after), which=which)
            yield Finding(LOOP, filled, mend, ("reviews",))


def _whole(change: Change) -> bool:
    return not blank(change.what) and not blank(change.owner) and change.due is not None


def _when(review: Review) -> Text:
    return same(review.on.isoformat()) + Text(" ", "") if review.on else NO_DAY


def _pay(plan: MetricsPlan) -> Iterator[Finding]:
    pay = plan.pay
    if not pay.tied:
        return
    missing = [text for guard, text in GUARDS.items() if guard not in pay.guards]
    if missing:
        said = Text("有人的收入跟着这些数走：{tied}；发钱以前不查：{missing}。",
                    "Somebody’s pay follows {tied}, and before it is paid nobody checks {missing}.")  # fmt: skip
        mend = Text(
            "三样先查：可疑粉丝、评论态度、答复率。不查，数会先被刷上去。怎么发，在“管理”一章里定。",
            "Check all three first: suspicious followers, attitude, share answered. Unchecked, figures get inflated. "
            "How pay is settled belongs to governance.",
        )
        tied = join([MEASURES[each].name for each in pay.tied])
        yield Finding(PAY, said.format(tied=tied, missing=join(missing)), mend, ("pay",))
    if set(pay.tied) <= set(rule("metrics.evaluation-neglect").values["counts"]):
        said = Text("收入只跟着数量走：{tied}。", "Pay follows counts alone: {tied}.")
        mend = Text("加一样结果，或者评论态度。", "Add an outcome, or the attitude of comments.")
        tied = join([MEASURES[each].name for each in pay.tied])
        yield Finding("metrics.evaluation-neglect", said.format(tied=tied), mend, ("pay",))
