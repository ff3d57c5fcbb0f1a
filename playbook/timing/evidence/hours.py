"""Hours: own ones against formulas, and those of campaign posts."""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.evidence import NO_COUNTS, classes, ratio, topic
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.timing.analysis import best_hour
from playbook.timing.claims import result_of
from playbook.timing.formulas import CIRCULATING, NAMES, Halves, halves
from playbook.timing.windows import CAMPAIGN
from playbook.week import clock

HOURS = Text(
    "用 {split} 以前的 {n:,} 条选出自己的钟点（{hours}），再拿以后的微博一起比：{rows}；"
    "不分钟点，通常得 {usual:,.0f}。",
    "Own hours ({hours}) were chosen from {n:,} posts before {split}; on what came after: {rows}; "
    "at any hour, typically {usual:,.0f}.",
)
NONE_KNOWN = Text("没有一个攒够 20 条", "none has 20 posts")
AGAINST = Text(
    "在 {split} 以后的微博上，此前选出的自己的钟点（{hours}）比公式：{against}。",
    "On posts from {split} on, own hours chosen before ({hours}) against a formula: {against}.",
)
NO_HOURS_OF_OWN = Text(
    "{split} 以前没有一个钟点攒够 20 条，选不出自己的钟点，答不了。",
    "No hour has 20 posts before {split}, so there are no own hours to compare: the data cannot say.",
)
NO_LEDGER = Text(
    "没有编辑日志，分不出哪些是活动微博，答不了。",
    "Without an editorial log nobody can tell campaign posts from others, so the data cannot say.",
)
NO_CAMPAIGNS = Text(
    "编辑日志里没有活动微博，答不了。", "The editorial log has no campaign posts, so the data cannot say."
)
CAMPAIGNS = Text(
    "活动微博在 9:00 至 9:59、19 点以后发的有 {inside} 条，其余钟点 {outside} 条，前者比后者：{ratio}。",
    "{inside} campaign posts went out from 9:00 to 9:59 or after 19:00, {outside} at other hours; "
    "the former against the latter: {ratio}.",
)
OTHERWISE = Text("不论什么微博，这个账号最好的钟点是 {hour}。", " For all posts, the account’s best hour is {hour}.")


@topic(hours=True)
def best_hours(facts: Facts, account: str) -> Evidence:
    """Which hours got most in the half that none of them was made from?"""
    found = halves(facts, account)
    if found is None:
        return Evidence(NO_COUNTS)
    rows = classes([(NAMES[name], result.inside, found.typical[name]) for name, result in found.rest.items()])
    hours = found.hours_said if found.hours else NONE_KNOWN
    said = HOURS.format(split=f"{found.split:%Y-%m-%d}", n=found.chosen_from, hours=hours, rows=rows, usual=found.usual)
    return Evidence(said, _best(found))


@topic(hours=True)
def universal_rules(facts: Facts, account: str) -> Evidence:
    """Do formulas made for everybody do as well as hours of one's own?"""
    found = halves(facts, account)
    if found is None:
        return Evidence(NO_COUNTS)
    split = f"{found.split:%Y-%m-%d}"
    if not found.hours:
        return Evidence(NO_HOURS_OF_OWN.format(split=split))
    against = [NAMES[name] + Text("，", ", ") + ratio(result) for name, result in found.own_against.items()]
    said = AGAINST.format(split=split, hours=found.hours_said, against=join(against, "；", "; "))
    outcomes = {result.outcome for result in found.own_against.values()}
    if "refuted" in outcomes:
        return Evidence(said, ("formula",))
    return Evidence(said, ("own_data",) if "supported" in outcomes else ())


@topic(hours=True)
def campaign_hours(facts: Facts, account: str) -> Evidence:
    """Do campaign posts get more in article 8's windows?"""
    if facts.ledger is None:
        return Evidence(NO_LEDGER)
    result, own = result_of(facts, account, "campaign_hours"), best_hour(facts.posts, account)
    if not result.inside + result.outside:
        return Evidence(NO_CAMPAIGNS)
    said = CAMPAIGNS.format(inside=result.inside, outside=result.outside, ratio=ratio(result))
    if own is not None:
        said += OTHERWISE.format(hour=clock(own))
    both = ("campaign_windows", "own_best") if own in CAMPAIGN else ("campaign_windows",)
    return Evidence(said, both if result.outcome == "supported" else ())


def _best(found: Halves) -> tuple[str, ...]:
    """Name what gets more than the rest, less the formulas that own hours beat, and own hours if a formula does."""
    good = {name for name, result in found.rest.items() if result.outcome == "supported"}
    lost = {name for name, result in found.own_against.items() if result.outcome == "supported"}
    if any(result.outcome == "refuted" for result in found.own_against.values()):
        lost.add("own")
    own = ("own_data",) if "own" in good - lost else ()
    return own + tuple(name for name in CIRCULATING if name in good - lost)
