"""What a follower cost who was won and one who stayed, and how the order of campaigns turns between the two."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.campaign.analysis import Measure, costs, name_of, ranks
from playbook.campaign.charts.of_campaigns import framed, of_campaigns
from playbook.company_charts import rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND
from playbook.language import Text
from playbook.tables import half_up

SHOWN = 8  # campaigns whose places are followed: more lines could not be told apart
STATIONS: dict[Measure, Text] = {
    "entries": Text("参加人次", "entries"),
    "new_followers": Text("涨粉", "new followers"),
    "kept_90": Text("90 天后留下", "kept 90 days"),
    "per_kept": Text("留下一个的花费", "yuan for each kept"),
}


@of_campaigns(
    Text("涨一个粉丝花多少，留住一个又花多少？", "What does it cost to win a follower, and one who stays?"), kept=True
)
def cost_two_ways(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """What did a follower cost who was won, and one who was kept? The campaigns of the year that won the most."""
    years = campaigns["starts"].dt.year
    year = int(years[campaigns["new_followers"].astype(float).idxmax()])
    of_year = campaigns[years == year]
    table = costs(of_year).sort_values("new_followers", ascending=False)
    figure, axes = framed(title, facts, of_year, 0.36 * len(table) + 1.9)
    for place, (won, kept) in enumerate(zip(table["per_won"].tolist(), table["per_kept"].tolist(), strict=True)):
        end = kept if math.isfinite(kept) else won
        axes.plot([won, end], [place, place], color=FAINT, linewidth=4)
        axes.plot(end, place, "o", color=MAIN, markersize=8, visible=math.isfinite(kept))
        axes.plot(won, place, "o", color="white", mec=QUIET, markersize=7)
        axes.annotate(_price(kept), (end, place), (7, 0), textcoords="offset points", va="center", color=INK)
    names = [str(name_of(campaigns, str(each))) for each in table.index]
    rows_axis(axes, [f"{name}  {won:,.0f}" for name, won in zip(names, table["new_followers"], strict=True)])
    axes.set_xscale("log")
    axes.set_xlim(1, 5000)
    axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
    axes.minorticks_off()
    axes.set_xlabel(str(Text("元", "yuan")), loc="right", color=QUIET)
    told = Text(
        "{year} 年的活动，名称后面是涨粉，从多到少\n空心：涨一个粉丝；实心：90 天后留住一个",
        "campaigns of {year}, by new followers (beside the name)\nhollow: one won; solid: one kept 90 days",
    )
    subtitle(axes, told.format(year=year))
    return figure


@of_campaigns(
    Text("人来得最多的几次，换个数法还排在前面吗？", "Counted another way, do the largest campaigns stay in front?"),
    kept=True,
)
def order_turns(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """How do the largest campaigns by entries rank by new followers, by followers kept, and by yuan for each kept?"""
    places = ranks(campaigns)
    largest = places.sort_values("entries").head(SHOWN)
    among = largest.rank(method="first")
    fallen = (largest["per_kept"] - largest["entries"]).idxmax()
    figure, axes = framed(title, facts, campaigns, 3.9, kept=True)
    for each in largest.index:
        colour, width = (SECOND, 3.5) if each == fallen else (FAINT, 1.5)
        drawn, told = among.loc[each].tolist(), largest.loc[each].tolist()
        axes.plot(range(len(drawn)), drawn, color=colour, linewidth=width, zorder=2 if each == fallen else 1)
        for at, (place, said) in enumerate(zip(drawn, told, strict=True)):
            box = {"boxstyle": "circle", "facecolor": "white", "edgecolor": colour}
            axes.annotate(f"{said}", (at, place), ha="center", va="center", fontsize=9, color=INK, bbox=box)
        name = str(name_of(campaigns, str(each)))
        axes.annotate(name, (0, drawn[0]), (-16, 0), textcoords="offset points", ha="right", va="center", color=INK)
    axes.set_xlim(-1.15, len(STATIONS) - 0.7)
    axes.set_ylim(len(largest) + 0.6, 0.4)
    axes.set_xticks(range(len(STATIONS)), [str(said) for said in STATIONS.values()])
    axes.tick_params(length=0)
    axes.set_yticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
    told = Text(
        "圈里：在满 90 天的 {n} 次里排第几，1 最好",
        "in the circle: place among {n} campaigns that are 90 days past, 1 is best",
    )
    subtitle(axes, told.format(n=len(places)))
    return figure


def _price(kept: float) -> str:
    """Say what a follower kept cost, or why that has no number."""
    if math.isfinite(kept):
        return f"{half_up(kept):,}" if kept >= 10 else f"{kept:.1f}"  # noqa: PLR2004 - as the tables say it
    return str(Text("还没满 90 天", "not 90 days yet") if math.isnan(kept) else Text("一个也没留下", "nobody stayed"))
