"""Who stays, by what brought them; how many have nobody behind them; and what blocking whoever looks so does wrong."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, WARN, caption, chart
from playbook.interaction import dates
from playbook.interaction.analysis.empty import MARKS, RULE
from playbook.interaction.analysis.empty import empty as empty_of
from playbook.interaction.analysis.empty import wrong_calls as wrong_of
from playbook.interaction.analysis.retention import LATER, ORIGINS, SOON, YEAR, retained
from playbook.interaction.analysis.retention import retention as curves_of
from playbook.interaction.analysis.survival import Curve
from playbook.interaction.missing import MARKED, no_followers, not_checked
from playbook.language import Text

LOOKS = {"content": (MAIN, "-"), "relay": (INK, "-"), "search": (QUIET, "--"), "campaign": (SECOND, "-"),
         "bought": (WARN, ":")}  # fmt: skip
LABEL_GAP = 0.075  # share of the axis between two labels
STAYED = Text("来了多少天，还在的占多少", "share still there, by days since they came")
AFTER = Text("，90 天后 {share:.0%}", ": {share:.0%} after 90 d")
SUSPECTED = Text(
    "灰：规则怀疑的；圆点：改正以后真正的空壳，95% 区间\n（人工看过 {checked} 位，其中 {empty} 位是空壳）",
    "grey: suspected by the rule; dot: truly empty once corrected, 95% interval\n"
    "({checked} were looked at by hand, {empty} of them empty)",
)
BLOCKED, KEPT = Text("误伤的真读者", "readers blocked"), Text("放过的空壳", "empty ones kept")
A_THOUSAND = Text(
    "每 1,000 位粉丝里错几位（按人工看过的推算）", "wrong calls in every 1,000 followers (from those looked at by hand)"
)


@of_company(Text("从哪里来的粉丝留得住？", "Which followers stay, by what brought them?"), no_followers)
def retention(facts: Facts, title: Text) -> Figure:
    """Who stays? The share still there by days since joining, a line an origin, said at the right end."""
    curves = curves_of(facts)
    figure, [axes] = chart(title, facts, height=3.6)
    order = [name for name in retained(facts).index if name in LOOKS]
    ends = [_end(curves[name]) for name in order]
    places = _apart(ends)
    for name, place in zip(order, places, strict=True):
        (colour, line), told = LOOKS[name], curves[name]
        axes.step([0, *told.times], [1, *told.share], where="post", color=colour, linestyle=line, linewidth=2)
        share = told.after(LATER).value
        said = ORIGINS[name] if math.isnan(share) else ORIGINS[name] + AFTER.format(share=share)
        axes.annotate(str(said), (1.02, place), xycoords=("axes fraction", "data"), va="center", color=colour)
    for day in (SOON, LATER):
        axes.axvline(day, color=FAINT, linewidth=1)
    axes.set_xlim(0, YEAR)
    axes.set_ylim(0, 1.02)
    days = (0, SOON, LATER, 180, 270, YEAR)
    axes.set_xticks(days, [str(Text("{n} 天", "{n} d").format(n=day)) if day else "0" for day in days])
    axes.set_yticks([0, 0.5, 1], ["0%", "50%", "100%"])
    axes.tick_params(length=0)
    subtitle(axes, STAYED)
    return caption(figure, dates.of_followers(facts))


@of_company(Text("多少粉丝背后没有人？", "How many followers have nobody behind them?"), not_checked)
def empty(facts: Facts, title: Text) -> Figure:
    """How many are empty? The share that a rule suspects, and the corrected share, by the number of marks it takes."""
    told = [empty_of(facts, replace(RULE, marks=number)) for number in range(1, MARKS + 1)]
    figure, [axes] = chart(title, facts, height=0.5 * MARKS + 1.7)
    axes.barh(range(MARKS), [each.suspected.value for each in told], color=FAINT, height=0.6)
    for row, each in enumerate(told):
        axes.annotate(f"{each.suspected.value:.0%}", (each.suspected.value, row), (4, 8), textcoords="offset points",
                      va="center", color=QUIET, fontsize=9)  # fmt: skip
        share = each.corrected
        if not math.isnan(share.value):
            axes.plot([share.low, share.high], [row, row], color=MAIN, linewidth=3)
            axes.plot(share.value, row, "o", color=MAIN, markersize=8, mec="white")
            said = f"{share.value:.1%} ({share.low:.0%}–{share.high:.0%})"
            axes.annotate(said, (1.02, row), xycoords=("axes fraction", "data"), va="center", color=MAIN)
    rows_axis(axes, [str(MARKED.format(n=number)) for number in range(1, MARKS + 1)])
    axes.set_xlim(0, max(each.suspected.value for each in told) * 1.12 or 1)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    subtitle(axes, SUSPECTED.format(checked=told[0].checked, empty=told[0].known_empty))
    return caption(figure, dates.of_followers(facts))


@of_company(Text("拉黑可疑的粉丝，会错几个？", "Block whoever looks suspicious: how many wrongly?"), not_checked)
def wrong_calls(facts: Facts, title: Text) -> Figure:
    """What does blocking do wrong? Readers blocked to the left, empty ones kept to the right, by number of marks."""
    told = [wrong_of(facts, replace(RULE, marks=number)) for number in range(1, MARKS + 1)]
    blocked = np.nan_to_num([each.readers_blocked for each in told])
    kept = np.nan_to_num([each.empty_kept for each in told])
    figure, [axes] = chart(title, facts, height=0.5 * MARKS + 1.7)
    axes.barh(range(MARKS), -blocked, color=SECOND, height=0.6)
    axes.barh(range(MARKS), kept, color=MAIN, height=0.6, hatch="//", edgecolor="white")
    for row, (wrong, left) in enumerate(zip(blocked, kept, strict=True)):
        axes.annotate(f"{wrong:,.0f}", (-wrong, row), (-4, 0), textcoords="offset points", ha="right", va="center")
        axes.annotate(f"{left:,.0f}", (left, row), (4, 0), textcoords="offset points", va="center")
    most = max(blocked.max(), kept.max())
    axes.set_xlim(-1.25 * most or -1, 1.25 * most or 1)
    axes.axvline(0, color=QUIET, linewidth=1)
    axes.set_xticks([-most / 2, most / 2], [str(BLOCKED), str(KEPT)])
    rows_axis(axes, [str(MARKED.format(n=number)) for number in range(1, MARKS + 1)])
    axes.spines["bottom"].set_visible(False)
    subtitle(axes, A_THOUSAND)
    return caption(figure, dates.of_followers(facts))


def _end(told: Curve) -> float:
    """Return where a line ends within the axis."""
    shown = told.share[told.times <= YEAR]
    return float(shown[-1]) if len(shown) else 1.0


def _apart(places: list[float]) -> list[float]:
    """Move labels down, from the highest on, so that none lies on another; their order stays that of `places`."""
    moved: dict[int, float] = {}
    last = math.inf
    for at in sorted(range(len(places)), key=lambda each: -places[each]):
        last = moved[at] = min(places[at], last - LABEL_GAP)
    return [moved[at] for at in range(len(places))]
