"""What survey, platforms and purposes look like: each function answers one question with one chart."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, MAIN, QUIET, caption, chart
from playbook.interaction.analysis.estimates import Estimate
from playbook.language import Text
from playbook.strategy.analysis import (
    WAYS,
    adding,
    by_purpose,
    customers_of,
    followers_of,
    in_region,
    orders_an_hour,
    orders_by_region,
    reach,
    synced_against_native,
    wanting,
    weighted_wanting,
)  # fmt: skip
from playbook.strategy.missing import no_purposes, no_survey, no_trial, present
from playbook.strategy.models import MOTIVES, PURPOSES
from playbook.strategy.readers_named import ASKED, PLATFORM_NAMES

Bar = tuple[Text, Estimate]
SURVEYED = Text(
    "数据：{whose}，2025 年 11 月的读者调查；横线是 95% 区间",
    "Data: {whose}, audience survey of November 2025; lines are 95% intervals",
)
TRIED = Text(
    "数据：{whose}，2025-09-01 起十周的试发；横线是 95% 区间",
    "Data: {whose}, ten weeks of trial posts from 2025-09-01; lines are 95% intervals",
)
QUARTERS = Text(
    "数据：{whose}，2024—2025 年八个季度；横线从最低的季度到最高的季度",
    "Data: {whose}, eight quarters of 2024 and 2025; lines run from the lowest quarter to the highest",
)
REGION = Text("粉丝里有几成住在服务范围里？", "What share of followers lives in the service region?")
KNOWN = Text("后台：全部粉丝 {share:.0%}", "back end: {share:.0%} of all followers")
GIFTS = Text("粉丝里有几成是为赠品关注的？", "What share of followers is here for gifts?")
WEIGHTED = Text("微博上问的，按年龄和地区加权", "asked by the post, weighted by age and region")
WANTED = Text("粉丝为什么关注？（外面的茶客调查）", "Why do followers follow? (outside panel)")
ORDERS = Text("每 1000 个粉丝一年下几单？", "How many orders a year do 1,000 followers place?")
NEAR, FAR = Text("住在服务范围里", "in the region"), Text("住在外地", "elsewhere")
ADDS = Text("除去微博已经够得着的，再添几成顾客？", "What share of customers does each add beside Weibo?")
SYNCED = Text("同步的互动是专写的几成？", "How much does a synced post get, next to a native one?")
ALL = Text("三个平台合起来", "all three together")
ENOUGH_TO_ROUND = 20  # numbers from here on are shown whole
HOUR = Text("花一小时，追到几单？", "How many orders are traced to an hour of work?")


@of_company(REGION, no_survey)
def who_answered(facts: Facts, title: Text) -> Figure:
    """Show the share in the region by way of asking, beside what the back end knows."""
    rows = [(ASKED[way], in_region(followers_of(present(facts.survey), [way]))) for way in WAYS]
    known = float(present(facts.known_shares).set_index("value")["share"]["true"])
    figure, axes = _drawn(title, facts, SURVEYED, rows, percent=True)
    axes.axvline(known, color=QUIET, linewidth=1, linestyle="--")
    axes.set_xlabel(str(KNOWN.format(share=known)))
    return figure


@of_company(GIFTS, no_survey)
def gifts(facts: Facts, title: Text) -> Figure:
    """Show the share that follows for gifts by way of asking, and what weighting makes of the post's answers."""
    rows = [(ASKED[way], wanting(followers_of(present(facts.survey), [way]), "gifts")) for way in WAYS]
    weighted = weighted_wanting(followers_of(present(facts.survey), ["post"]), present(facts.known_shares), "gifts")
    return _drawn(title, facts, SURVEYED, [rows[0], (WEIGHTED, weighted), *rows[1:]], percent=True)[0]


@of_company(WANTED, no_survey)
def motives(facts: Facts, title: Text) -> Figure:
    """Show the seven motives as the panel's followers named them, the most named first."""
    asked = followers_of(present(facts.survey), ["panel"])
    rows = [(name, wanting(asked, motive)) for motive, name in MOTIVES.items()]
    rows.sort(key=lambda row: -row[1].value)
    return _drawn(title, facts, SURVEYED, rows, percent=True)[0]


@of_company(ORDERS, no_survey)
def orders(facts: Facts, title: Text) -> Figure:
    """Show orders a year of 1,000 followers of the region and elsewhere."""
    found = orders_by_region(present(facts.survey))
    return _drawn(title, facts, SURVEYED, [(NEAR, found[True]), (FAR, found[False])], percent=False)[0]


@of_company(ADDS, no_survey)
def added(facts: Facts, title: Text) -> Figure:
    """Show which share of customers Weibo reaches, and which each other platform would add to it."""
    customers = customers_of(present(facts.survey))
    others = [(name, adding(customers, key)) for key, name in PLATFORM_NAMES.items() if key != "weibo"]
    rows = [(PLATFORM_NAMES["weibo"], reach(customers, ["weibo"])), *others]
    return _drawn(title, facts, SURVEYED, rows, percent=True)[0]


@of_company(SYNCED, no_trial)
def synced(facts: Facts, title: Text) -> Figure:
    """Show what a synced post gets of a native one, by platform and in all."""
    kinds = [key for key in PLATFORM_NAMES if key in set(present(facts.synced)["platform"])]
    rows = [(PLATFORM_NAMES[key], synced_against_native(present(facts.synced), key)) for key in kinds]
    return _drawn(title, facts, TRIED, [*rows, (ALL, synced_against_native(present(facts.synced)))], percent=True)[0]


@of_company(HOUR, no_purposes)
def orders_by_hour(facts: Facts, title: Text) -> Figure:
    """Show orders traced to an hour of work by purpose, most first, with the range of the quarters."""
    rows = [
        (PURPOSES[key].name, orders_an_hour(present(facts.purposes), key))
        for key in by_purpose(present(facts.purposes)).index
    ]
    rows.sort(key=lambda row: -row[1].value)
    return _drawn(title, facts, QUARTERS, rows, percent=False)[0]


def _drawn(title: Text, facts: Facts, said: Text, rows: Sequence[Bar], *, percent: bool) -> tuple[Figure, Axes]:
    """Draw a bar a row with its interval and its number, the first on top."""
    figure, [axes] = chart(title, facts, height=0.52 * len(rows) + 1.5)
    rows_axis(axes, [str(label) for label, _ in rows])
    most = max((each.high for _, each in rows if not math.isnan(each.value)), default=1.0) or 1.0
    for place, (_, each) in enumerate(rows):
        if math.isnan(each.value):
            axes.annotate(str(Text("问到的人太少", "too few asked")), (0, place), va="center", color=QUIET)
            continue
        axes.barh(place, each.value, color=FAINT, height=0.55)
        axes.plot([each.low, each.high], [place, place], color=MAIN, linewidth=3)
        form = ".0%" if percent else ",.0f" if most >= ENOUGH_TO_ROUND else ".2f"
        axes.annotate(format(each.value, form), (each.high, place), (6, 0), textcoords="offset points", va="center")
    axes.set_xlim(0, most * 1.18)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    return caption(figure, said.format(whose=facts.whose)), axes
