"""Where the articles disagree on strategy: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account.
"""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import rule

OLD = Text(
    "文章的数是 2011、2012 年前后的，有的连年份都没有写；这份数据到 {year} 年为止，差了 {apart} 年。"
    "读者自己的数，问卷和后台都数得出来。",
    "The articles’ figures are of about 2011 and 2012, some without a year; these data end in {year}, {apart} years "
    "later. Figures of your own readers can be had from a survey and from the back end.",
)
NO_REGION = Text(
    "没有记粉丝和订单在不在服务范围里，答不了：问卷里加一问住在哪里，订单照收货地分开数。",
    "Nothing records which followers and orders are of the region, so the data cannot say: ask in a survey where "
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
COUNTED = rule("strategy.survey-77-percent").values["year"]


def market_figures_dated(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - the same for every account
    """Say how many years lie between the articles' figures and these data."""
    year = int(facts.posts["posted_on"].max().year)
    return Evidence(OLD.format(year=year, apart=year - COUNTED), ("own_data", "dated"), whole=True)


def local_or_industry_scope(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - no table tells yet
    """Say that no table records where readers live."""
    return Evidence(NO_REGION)


def multi_platform_sync(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - no table tells yet
    """Say that no table records other platforms."""
    return Evidence(NO_PLATFORMS)


def positioning_first_or_emergent(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - no table tells
    """Say that no table records changes of the position."""
    return Evidence(NO_CHANGES)
