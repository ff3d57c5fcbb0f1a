"""The crisis hour by hour: how fast it comes, and who is there when it does."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from playbook.account_charts import subtitle
from playbook.company_charts import of_company
from playbook.crisis.analysis.duty import FIRST, by_duty
from playbook.crisis.analysis.judged import counts_of
from playbook.crisis.analysis.speed import LASTING, MEASURED, crisis_of, measured
from playbook.crisis.charts.months import dated
from playbook.crisis.missing import no_crisis
from playbook.facts import Facts
from playbook.figures import FAINT, MAIN, QUIET, SECOND, caption, chart
from playbook.interaction.analysis.waiting import somebody_there
from playbook.language import Text

SHARE = Text(
    "从开始算起，多少小时以后，到了几成（减去平常的；头 {n} 小时算全部）",
    "share that had come by so many hours since it began (the usual taken off; {n} hours count as all)",
)
HALF = Text("一半：{hours:g} 小时", "half: {hours:g} h")
MOST = Text("八成：{hours:g} 小时", "four fifths: {hours:g} h")
OURS = Text("这次危机", "this crisis")
FINE = tuple(quarter / 4 for quarter in range(4 * LASTING + 1))  # hours
HOURLY = Text("每小时比平常多出的提及", "mentions each hour above the usual")
THERE = {
    True: Text("有人值班", "somebody on duty"),
    False: Text("没人值班", "nobody on duty"),
    None: Text("不知道谁值班", "who is on duty is not known"),
}
SAID = Text("{there}：占 {share:.0%}", "{there}: {share:.0%} of it")
SHOWN = FIRST  # hours


@of_company(Text("危机来得多快？", "How fast does a crisis come?"), no_crisis)
def arrived(facts: Facts, title: Text) -> Figure:
    """How fast does it come? Share arrived by the hour, half and four fifths marked, beside the measured curves."""
    wave, told = crisis_of(facts), counts_of(facts)
    assert wave is not None and told is not None  # noqa: S101, PT018 - `no_crisis` has seen to it
    figure, [axes] = chart(title, facts, height=3.5)
    caption(figure, dated(facts, told))
    for kind, look in (("relayed", ":"), ("wide", "--")):
        axes.plot(
            FINE, list(measured(kind, FINE).values()), look, color=QUIET, linewidth=1.6, label=str(MEASURED[kind])
        )
    came = np.concatenate([[0.0], np.cumsum(wave.extra) / wave.total])
    axes.plot(range(LASTING + 1), came, color=MAIN, linewidth=2.4, label=str(OURS))
    for hours, share, said in ((wave.half, 0.5, HALF), (wave.most, 0.8, MOST)):
        axes.plot(hours, share, "o", color=SECOND, markersize=8, mec="white", zorder=3)
        axes.annotate(str(said.format(hours=hours)), (hours, share), (9, -14), textcoords="offset points", color=SECOND)
    axes.axvline(24, color=FAINT, linewidth=1)
    axes.set_xlim(0, LASTING)
    axes.set_ylim(0, 1.03)
    axes.set_xticks([0, 6, 12, 24, 48, LASTING], [str(_hours(at)) for at in (0, 6, 12, 24, 48, LASTING)])
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.legend(frameon=False, loc="lower right")
    axes.tick_params(length=0)
    subtitle(axes, SHARE.format(n=LASTING))
    return figure


@of_company(Text("危机的几个钟点，有人在吗？", "The hours of the crisis: is anybody there?"), no_crisis)
def crisis_hours(facts: Facts, title: Text) -> Figure:
    """Is anybody there? Extra mentions by the hour of two days, hatched where nobody is on duty."""
    wave, told = crisis_of(facts), counts_of(facts)
    assert wave is not None and told is not None  # noqa: S101, PT018 - likewise
    at = pd.Series(pd.date_range(wave.starts, periods=SHOWN, freq="h"))
    there = [None if pd.isna(each) else bool(each) for each in somebody_there(facts, at)]
    told_by = by_duty(facts)
    figure, [axes] = chart(title, facts, height=3.4)
    caption(figure, dated(facts, told))
    drawn = axes.bar(range(SHOWN), np.maximum(wave.extra[:SHOWN], 0), width=0.9, color=MAIN, align="edge")
    for bar, known in zip(drawn, there, strict=True):
        if known is not True:
            bar.set(facecolor="white", edgecolor=SECOND if known is False else QUIET, hatch="////")
    keys = [
        Patch(facecolor=MAIN if key else "white", edgecolor=MAIN if key else SECOND if key is False else QUIET,
              hatch="" if key else "////", label=str(SAID.format(there=THERE[key], share=told_by[key].share)))
        for key in dict.fromkeys(there)
    ]  # fmt: skip
    axes.legend(handles=keys, frameon=False, loc="upper right")
    marks = [hour for hour in range(SHOWN) if at[hour].hour % 6 == 0]
    axes.set_xticks(marks, [str(_clock(at[hour])) for hour in marks])
    axes.set_xlim(0, SHOWN)
    axes.set_ylim(0, max(float(wave.extra.max()) * 1.08, 1))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.tick_params(length=0)
    subtitle(axes, HOURLY)
    return figure


def _hours(at: int) -> Text:
    return Text(f"{at} 小时", f"{at} h") if at else Text("0", "0")


def _clock(at: pd.Timestamp) -> Text:
    if at.hour:
        return Text(f"{at.hour} 点", f"{at.hour}:00")
    return Text(f"{at.day} 日 0 点", f"{at:%a} 0:00")
