"""Where the articles disagree on strategy: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account.
"""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import rule
from playbook.strategy.analysis import answered, orders_by_region, synced_against_native

OLD = Text(
    "文章的数是 2011、2012 年前后的，有的连年份都没有写；这份数据到 {year} 年为止，差了 {apart} 年。"
    "读者自己的数，问卷和后台都数得出来。",
    "The articles’ figures are of about 2011 and 2012, some without a year; these data end in {year}, {apart} years "
    "later. Figures of your own readers can be had from a survey and from the back end.",
)
NO_REGION = Text(
    "没有记粉丝和订单在不在服务范围里，答不了：问卷里加一问住在哪里，订单照收货地分开数。",
    "No record says which followers and orders come from the region, so the data cannot say: ask in a survey where "
    "people live, and count orders by where they go.",
)
NO_PLATFORMS = Text(
    "没有别的平台的数（同步的、为它写的各得多少互动，答了几成），答不了：两种各发十条，数一数再定。",
    "There is nothing on other platforms (what synced and native posts get, what share is answered), so the data "
    "cannot say: try ten of each, count, then decide.",
)
NO_CHANGES = Text(
    "没有记定位改过几次、改了以后怎样，答不了：写下假设和日子，试 4 到 8 周再对照。",
    "No record of changes to the position, and of what followed, so the data cannot say: write assumptions and a day, "
    "try for four to eight weeks, then compare.",
)
BY_REGION = Text(
    "读者调查（虚构）：每 1000 个粉丝一年下单，服务范围里 {near:,.0f}（95% 区间 {near_low:,.0f}–{near_high:,.0f}），"
    "外地 {far:,.0f}（{far_low:,.0f}–{far_high:,.0f}）。订单数是答的人自己说的。",
    "Audience survey (invented): orders a year for each 1,000 followers, {near:,.0f} in the region (95% interval "
    "{near_low:,.0f} to {near_high:,.0f}), {far:,.0f} elsewhere ({far_low:,.0f} to {far_high:,.0f}). How many orders "
    "is what people said themselves.",
)
BY_SYNC = Text(
    "试发十周（虚构）：同步的互动是专写的 {ratio:.2f} 倍（95% 区间 {low:.2f}–{high:.2f}）；"
    "要答的评论，同步的底下答了 {synced:.0%}，专写的底下答了 {native:.0%}。",
    "Ten weeks of trial (invented): a synced post gets {ratio:.2f} times the reactions of a native one (95% interval "
    "{low:.2f} to {high:.2f}); of comments that wanted an answer, {synced:.0%} got one under synced posts, "
    "{native:.0%} under native ones.",
)
COUNTED = rule("strategy.survey-77-percent").values["year"]


def market_figures_dated(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - the same for every account
    """Say how many years lie between the articles' figures and these data."""
    year = int(facts.posts["posted_on"].max().year)
    return Evidence(OLD.format(year=year, apart=year - COUNTED), ("own_data", "dated"), whole=True)


def local_or_industry_scope(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - a survey of the whole company
    """Compare orders of followers in the region and elsewhere; open where the intervals meet."""
    if facts.survey is None:
        return Evidence(NO_REGION)
    near, far = (orders_by_region(facts.survey)[side] for side in (True, False))
    said = BY_REGION.format(
        near=near.value, near_low=near.low, near_high=near.high, far=far.value, far_low=far.low, far_high=far.high
    )
    return Evidence(said, ("regional", "own_data") if near.low > far.high else (), whole=True)


def multi_platform_sync(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - a trial of the whole company
    """Compare synced posts with native ones; open where the interval touches 1."""
    if facts.synced is None:
        return Evidence(NO_PLATFORMS)
    ratio = synced_against_native(facts.synced)
    under = {side: answered(facts.synced, by_sync=side).value for side in (True, False)}
    said = BY_SYNC.format(ratio=ratio.value, low=ratio.low, high=ratio.high, synced=under[True], native=under[False])
    return Evidence(said, ("doubtful", "by_hours") if ratio.high < 1 else (), whole=True)


def positioning_first_or_emergent(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - no table tells
    """Say that no table records changes of the position."""
    return Evidence(NO_CHANGES)
