"""Where the articles disagree on measures: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps

import pandas as pd

from playbook.conflicts import Evidence
from playbook.evidence import HEAD
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.metrics.analysis.averages import Heavy, heavy
from playbook.metrics.analysis.done import asked, done, launched
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.launch import Effect, readings
from playbook.metrics.analysis.leads import Lead, first_to_move, leads
from playbook.metrics.analysis.unfollows import left
from playbook.metrics.charts.frame import named, signed
from playbook.once import once

Judge = Callable[[Facts, str], Evidence]
NO_WEEKS = Text(
    "没有每周的数（点击、访问、阅读、订单），答不了：先一周一周记下来，满一年再问。",
    "There are no weekly measures (clicks, visits, reads, orders), so the data cannot say: note them week by week, "
    "and ask again in a year.",
)
FROM_POSTS = Text(
    "微博能说的只有这个：{posts:,} 条里，平均每条 {mean:,.0f}，通常一条 {median:,.0f}，高过平均的只有 {above:.0%}；"
    "数互动总数，等于数那几条爆了的。",
    " All that posts tell: of {posts:,}, a post gets {mean:,.0f} on average and {median:,.0f} typically, and "
    "{above:.0%} get more than the mean; to count all reactions is to count the few that went round.",
)
LEADS = Text(
    "扣除走势和季节，上一周的{name}多 10%，这一周的订单多 {tenth}（95% 区间 {low} 到 {high}）；",
    "with trend and season taken out, {name} 10% higher one week go with orders {tenth} higher the next (95% interval "
    "{low} to {high}); ",
)
NONE_LEADS = Text(
    "扣除走势和季节，没有哪个数走在订单前面；", "with trend and season taken out, no measure leads orders; "
)
TELL_NOTHING = Text("{names}说不出下一周的订单", "{names} tell nothing of the next week’s orders")
LOOK_ALIKE = Text(
    "，尽管它们的曲线和订单一起涨（相关系数 {values}）。",
    ", although their curves rise with orders (correlations {values}).",
)
STOP = Text("。", ".")
LEFT = Text(
    "走掉的粉丝里，{share:.0%} 是活动或者买来的；谁买过东西，数据没有记，所以“取关一个，丢一个顾客”无从说起。",
    " Of the followers who left, {share:.0%} had come by campaigns or been bought; who ever ordered is not on record, "
    "so nothing says that an unfollow is a customer lost.",
)
TRACED = Text(
    "{event}以后，订单平均每周比该有的多 {value}（95% 区间 {low} 到 {high}），头 {lag} 周说好不判；看到",
    "after {event}, orders were {value} above the expected on average (95% interval {low} to {high}), once the "
    "first {lag} weeks were over; read at ",
)
UNTRACED = Text(
    "{event}以后，订单和该有的分不出来（{low} 到 {high}）；看到",
    "after {event}, orders do not clearly differ from the expected ({low} to {high}); read at ",
)
READ = Text("第 {weeks} 周{said}", "week {weeks}, {said}")
SAID = {
    "supported": Text("有效果", "it worked"),
    "refuted": Text("反而少了", "fewer came"),
    "cannot_tell": Text("说不准", "cannot tell"),
}
PER_READS = Text(
    "。每 10,000 次阅读有 {orders:.1f} 个订单；只凭这个，说不出是微博带来的。",
    ". For every 10,000 reads there are {orders:.1f} orders; that by itself does not say that posts brought them.",
)
NOT_NOTED = Text(
    "没有记下做了什么、哪天做的，看不出订单是不是它带来的",
    "what was done and when is not noted, so nobody can say what orders came of it",
)


def of_weeks(judge: Judge) -> Judge:
    """Begin what is said with the weeks that it rests on, and say what is missing; once for the same facts."""

    @once(16)
    @wraps(judge)
    def judged(facts: Facts, account: str) -> Evidence:
        if facts.weekly is None or account not in set(facts.weekly["account"]):
            return Evidence(NO_WEEKS)
        own = facts.weekly.loc[facts.weekly["account"] == account, "week"]
        last = own.max() + pd.Timedelta(days=6)
        head = HEAD.format(first=f"{own.min():%Y-%m-%d}", last=f"{last:%Y-%m-%d}")
        found_evidence = judge(facts, account)
        return Evidence(head + found_evidence.said, found_evidence.favours)

    return judged


def kpis_that_count(facts: Facts, account: str) -> Evidence:
    """Which measures run ahead of orders, which only look like them, and what does an unfollow say?

    Posts alone say what to count of them: not the sum.
    """
    weighed, own = _leading(facts, account), heavy(facts, account)
    if weighed.said != NO_WEEKS or own is None:
        return weighed
    return Evidence(weighed.said + _posts_alone(own))


@of_weeks
def _leading(facts: Facts, account: str) -> Evidence:
    found = leads(facts, account, without=launched(facts) if _of_launch(facts, account) else ())
    if not found:
        return Evidence(NO_WEEKS)
    first = first_to_move(found)
    said = NONE_LEADS if first is None else _ahead(found[first])
    silent = [lead for name, lead in found.items() if lead.ahead is None and name != first]
    if silent:
        said += TELL_NOTHING.format(names=join([named(lead.measure) for lead in silent]))
        known = [lead for lead in silent if math.isfinite(lead.naive)]
        said += LOOK_ALIKE.format(values=join([same(f"{lead.naive:.2f}") for lead in known])) if known else STOP
    gone = left(facts)
    if gone is not None:
        said += LEFT.format(share=gone.for_prizes / gone.left)
    return Evidence(said, () if first is None else ("own_data",))


@of_weeks
def sales_and_roi(facts: Facts, account: str) -> Evidence:
    """Can orders be traced to something that was done, and how long does it take to show?"""
    question = asked(facts, "launch") if _of_launch(facts, account) else None
    it = done(facts, "launch")
    rate = _orders_for_reads(facts, account)
    if question is None or it is None:
        return Evidence(NOT_NOTED + (STOP if rate is None else PER_READS.format(orders=rate)))
    told = {weeks: each for weeks, each in readings(question).items() if isinstance(each, Effect)}
    if not told:
        return Evidence(NOT_NOTED + STOP)
    at_last = told[max(told)].mean
    pattern = TRACED if at_last.outcome == "supported" else UNTRACED
    said = pattern.format(event=it.name, lag=it.lag, **_ends(at_last))
    said += join([READ.format(weeks=weeks, said=SAID[each.mean.outcome]) for weeks, each in told.items()], "，", "; ")
    said += STOP if rate is None else PER_READS.format(orders=rate)
    early, late = told[min(told)].mean.outcome, any(each.mean.outcome == "supported" for each in told.values())
    return Evidence(said, ("both",) if late and early == "cannot_tell" else ())


def _of_launch(facts: Facts, account: str) -> bool:
    it = done(facts, "launch")
    return it is not None and it.account == account


def _posts_alone(found: Heavy) -> Text:
    return FROM_POSTS.format(posts=found.posts, mean=found.mean, median=found.median, above=found.above_mean)


def _ahead(lead: Lead) -> Text:
    tenth = Estimate(*(100 * math.expm1(math.log(1.1) * end) for end in lead.moves[lead.ahead or 1]))
    values = {key: f"{value:.1f}%" for key, value in (("tenth", tenth.value), ("low", tenth.low), ("high", tenth.high))}
    return LEADS.format(name=named(lead.measure), **values)


def _ends(found: Estimate) -> dict[str, str]:
    percent = found.percent
    return {"value": f"{percent.value:.0f}%", "low": signed(percent.low), "high": signed(percent.high)}


def _orders_for_reads(facts: Facts, account: str) -> float | None:
    """Return orders for every 10,000 reads, of the weeks whose reads and orders are known and not at the limit."""
    if facts.weekly is None:
        return None
    own = facts.weekly[(facts.weekly["account"] == account) & ~facts.weekly["reads_capped"].fillna(value=True)]
    reads = float(own["reads"].sum())
    return 10_000 * float(own["orders"].sum()) / reads if reads else None
