"""Where the articles disagree on the page: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account.
"""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.image.analysis.pages import Effect, effects
from playbook.image.analysis.searches import Found, by_kind
from playbook.language import Text, join
from playbook.metrics.charts.frame import signed

NOTHING_KNOWN = Text(
    "没有记下主页换了什么、搜索带来了谁，答不了：从今天起，换一处记一笔。",
    "What changed on the page and whom searches brought is not on record, so the data cannot say: "
    "note each change from now on.",
)
HOT = Text(
    "热点词一年带来 {hot_visits:,} 次访问，{hot_follows:,} 次关注；产品名 {visits:,} 次访问，{follows:,} 次关注。",
    "In the year hot topics brought {hot_visits:,} visits and {hot_follows:,} follows, "
    "product names {visits:,} visits and {follows:,} follows. ",
)
ROTATED = Text(
    "@{name} 的标签改成跟热点换以后，来看的人关注的比例变化 {value}（95% 区间 {low} 到 {high}）{tell}。",
    "Since the tags of {name} began to follow hot topics, the share of visitors who follow has changed by {value} "
    "(95% interval {low} to {high}){tell}. ",
)
CANNOT = Text("，说不准", ", which may be chance")
NONE = Text("", "")
EACH = Text("@{name} {what}，{value}（{low} 到 {high}）", "{name}, {what}: {value} ({low} to {high})")
CHANGED = Text(
    "换了主页一处以后，来看的人关注的比例：{told}。",
    "After a change on the page, the share of visitors who follow moved like this: {told}. ",
)
LEFT_OPEN = Text(
    "说清我们是谁、做什么、在哪里，是网站那一套管用的部分；像不像一个人，这些数没有试过，留给口吻那一课。",
    "To say who, what and where is the part of a website that did something; whether a page should be like a person "
    "was never tried in these data: that is for the lesson on voice.",
)


def tags_stable_or_rotating(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - of the whole company
    """Do hot topics bring followers, and did anything change where the tags rotate?"""
    said = NONE
    favours: tuple[str, ...] = ()
    found: dict[str, Found] = {} if facts.searches is None else by_kind(facts.searches)
    if {"hot", "product"} <= set(found):
        hot, product = found["hot"], found["product"]
        said += HOT.format(
            hot_visits=hot.visits, hot_follows=hot.follows, visits=product.visits, follows=product.follows
        )
        if hot.stay.high < product.stay.low:
            favours = ("stable", "one_slot")
    for each in effects(facts):
        if "tags" in each.change.parts and each.gap.known:
            tell = CANNOT if each.gap.outcome == "cannot_tell" else NONE
            said += ROTATED.format(**_told(facts, each), tell=tell)
    return Evidence(said, favours, whole=True) if said != NONE else Evidence(NOTHING_KNOWN)


def page_as_website_or_person(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - of the whole company
    """Which changes of a page made more visitors follow? Those with another cause at hand are left out."""
    clear = [each for each in effects(facts) if each.instead is None and each.gap.known]
    if not clear:
        return Evidence(NOTHING_KNOWN)
    told = join([EACH.format(**_told(facts, each), what=each.change.said) for each in clear], "；", "; ")
    bio = any("bio" in each.change.parts and each.gap.outcome == "supported" for each in clear)
    return Evidence(CHANGED.format(told=told) + (LEFT_OPEN if bio else NONE), whole=True)


def _told(facts: Facts, each: Effect) -> dict[str, object]:
    value, low, high = (signed(end) for end in each.gap.percent)
    return {"name": facts.company.account(each.change.account).name, "value": value, "low": low, "high": high}
