"""What a change of the page did to the share of visitors who follow."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.bars import GETS
from playbook.company_charts import of_company
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import INK, MAIN, QUIET, SECOND, cannot_show
from playbook.image.analysis.pages import WEEKS, Effect, effects, share_by_week
from playbook.language import Text
from playbook.metrics.charts.frame import Dot, dots, framed, on_axis, signed, weeks_axis

NO_VISITS = Text(
    "没有记下主页哪天换了什么、来看的人几个关注，所以看不出换了有没有用。\n先记：哪天、换了哪一处；或点本页开头的“改看示例公司”先学方法。",
    "Nobody noted what changed on the page and when, and how many visitors followed, so no change can be judged.\n"
    "Begin to note both; or press “Show the sample company” at the top of this page and learn the method first.",
)
AGAINST = Text(
    "来看的人里关注的比例变了几成，横条：95% 区间\n前后各 20 周，同期没换主页的账号的涨落已扣掉",
    "change in the share of visitors who follow; bar: 95% interval\n20 weeks each side; less what unchanged pages did",
)
SPAN = pd.Timedelta(days=7 * WEEKS)
SINCE = Text("{name}\n{what}", "{name}\n{what}")
ANOTHER_CAUSE = Text("{percent}  说不清：\n同一周{other}", "{percent}  cannot tell:\n{other}, same week")
TITLE = Text("{name}：来看的人，几成关注？", "{name}: what share of visitors follows?")
BY_WEEK = Text(
    "每周打开主页的人里关注的占几成；虚线：换的那一周；粗线：前后各 20 周",
    "follows among visits by week; dashed: a change; thick: 20 weeks on each side",
)


def no_visits(facts: Facts) -> Text | None:
    """Say what is missing for a company that does not note what stood on its page."""
    return None if effects(facts) else NO_VISITS


def verdict(each: Effect) -> str:
    """Return what is said of a change: its size in per cent and the verdict, or what else may have done it."""
    percent = signed(each.gap.percent.value) if each.gap.known else "—"
    if each.instead is not None:
        return str(ANOTHER_CAUSE.format(percent=percent, other=each.instead))
    return f"{percent}  {GETS[each.gap.outcome]}"


@of_company(
    Text("主页换了一处，来看的人更肯关注了吗？", "A part of the page changed: do more visitors follow?"), no_visits
)
def changes(facts: Facts, title: Text) -> Figure:
    """Which change of a page made more of its visitors follow?"""
    rows = [
        Dot(
            str(SINCE.format(name=facts.company.account(each.change.account).name, what=each.change.said)),
            each.gap.percent,
            verdict(each),
            solid=each.instead is None and each.gap.outcome != "cannot_tell",
        )
        for each in effects(facts)
    ]
    figure, [axes] = framed(title, facts, _weeks(facts), 4.2)
    dots(axes, rows)
    axes.set_xlim(-25, 115)
    axes.set_xticks([-25, 0, 25, 50])
    subtitle(axes, AGAINST)
    return figure


def follow_share(known: Facts | None = None, account: str | None = None) -> Figure:
    """Which share of an account’s visitors followed, week by week, and when did something on its page change?"""
    facts = known or present_facts()
    name = account or facts.main
    title = TITLE.format(name=facts.company.account(name).name)
    why = no_visits(facts)
    if why is not None or facts.visits is None:
        return cannot_show(title, why or NO_VISITS, facts)
    share = 100 * share_by_week(facts.visits, name)
    figure, [axes] = framed(title, facts, share.index, 3.0)
    axes.plot(share.index, share, color=QUIET, linewidth=1)
    for each in effects(facts):
        if each.change.account == name:
            axes.axvline(on_axis(each.change.week), color=SECOND, linestyle="dashed", linewidth=1.2)
            for level, first, last in (
                (each.before, each.change.week - SPAN, each.change.week),
                (each.after, each.change.week, min(each.change.week + SPAN, share.index[-1])),
            ):
                axes.plot([on_axis(first), on_axis(last)], [100 * level, 100 * level], color=MAIN, linewidth=2.4)
                middle = first + (last - first) / 2
                axes.annotate(f"{level:.1%}", (middle, 100 * level), (0, 7), textcoords="offset points", ha="center",
                              color=INK, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1})  # fmt: skip
            axes.annotate(str(each.change.said), (on_axis(each.change.week), 0.02), (5, 0), textcoords="offset points",
                          xycoords=("data", "axes fraction"), color=SECOND)  # fmt: skip
    axes.set_ylim(0, math.ceil(1.2 * float(share.max())))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}%")
    weeks_axis(axes)
    subtitle(axes, BY_WEEK)
    return figure


def _weeks(facts: Facts) -> pd.Index:
    return pd.Index([]) if facts.visits is None else pd.Index(sorted(facts.visits["week"].unique()))
