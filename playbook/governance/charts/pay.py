"""What the simulation of pay shows: where the hours of a month go, and what schemes and outcomes are called."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import rows_axis
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, SECOND, caption, chart
from playbook.governance.incentive import SchemeName
from playbook.governance.incentive_runs import COMPARED, RUNS, Outcome, year
from playbook.governance.incentive_work import ACTS, Act, values
from playbook.language import Text
from playbook.tables import half_up

SCHEMES: dict[SchemeName, Text] = {
    "fixed": Text("固定工资", "fixed pay"),
    "followers": Text("按新粉丝", "by new followers"),
    "posts": Text("按条数", "by posts"),
    "orders": Text("按订单提成", "commission on orders"),
    "card": Text("按个人计分卡", "own scorecard"),
    "mixed": Text("计分卡六成，全队四成", "own card 60%, team 40%"),
    "team": Text("全看全队", "team result alone"),
}
SHORT: dict[Act, Text] = {
    "answer": Text("答", "answer"), "write": Text("写", "write"), "post": Text("凑数", "fill"),
    "hand": Text("交接", "hand"), "draw": Text("抽奖", "draws"), "fake": Text("买粉", "fake"),
    "rest": Text("闲", "idle"),
}  # fmt: skip
COLOURS: dict[Act, tuple[str, str]] = {
    "answer": (MAIN, ""), "write": ("#5b9bb0", ""), "post": ("#d9d2c5", ""), "hand": ("#2f4858", ""),
    "draw": ("#e2a08f", "//"), "fake": (SECOND, "//"), "rest": ("#ffffff", ""),
}  # fmt: skip
ASSUMED = Text(
    "模拟，不是实测：{people:.0f} 人一年，{runs:,} 遍的平均；假设见本页的表",
    "Simulated, not measured: {people:.0f} people, a year, the mean of {runs:,} runs; assumptions: see table",
)
OF: dict[Outcome, tuple[Text, float]] = {  # an outcome's name, and what its number is divided by
    "counted": (Text("计数器上的新粉丝", "new followers on the counter"), 1),
    "kept": (Text("90 天后还在的（不算买来的）", "still there after 90 days (bought ones not counted)"), 1),
    "orders": (Text("微博带来的订单", "orders brought by posts"), 1),
    "answered": (Text("答了的问题，百分之几", "questions answered, per cent"), 0.01),
    "complaints": (Text("投诉", "complaints"), 1),
    "gaming": (Text("花在抽奖、买粉上的小时", "hours of prize draws and faking"), 1),
    "idle": (Text("闲着的小时", "idle hours"), 1),
    "pay": (Text("工资奖金，元", "pay, yuan"), 1),
    "prizes": (Text("奖品和办活动，元", "prizes and their costs, yuan"), 1),
}
HOURS = Text(
    "一个人一个月的小时，照这样付了一年以后，平均\n从左到右：答问题、好好写、凑数发、交接、抽奖拉粉、买粉和拉亲友、闲着",
    "a person’s mean hours a month, after a year of this pay\nfrom the left: answering, writing well, filling up,\n"
    "handing over, prize draws, fake followers, idle",
)
FEWEST = 2  # hours, under which two numbers would run into each other
NARROW, WIDE = 5, 14  # hours, under which a piece of a bar has no number, and no word


def _framed(title: Text, facts: Facts, height: float) -> tuple[Figure, Axes]:
    figure, [axes] = chart(title, facts, height=height)
    return caption(figure, ASSUMED.format(people=values()["team"]["people"], runs=RUNS)), axes


def hours_paid(*names: SchemeName, known: Facts | None = None) -> Figure:
    """Where do the hours of a month go under each scheme, after a year of it?"""
    shown = names or COMPARED
    title = Text("奖什么，时间就花到哪里？", "Where do the hours go under each scheme?")
    figure, axes = _framed(title, known or present_facts(), 0.6 * len(shown) + 1.6)
    for row, name in enumerate(shown):
        start = 0.0
        for act, hours in zip(ACTS, year(name).hours.mean(axis=0).tolist(), strict=True):
            colour, hatch = COLOURS[act]
            axes.barh(row, hours, left=start, color=colour, hatch=hatch, edgecolor=FAINT, height=0.62)
            _say(axes, act, (start + hours / 2, row), half_up(hours))
            start += hours
    rows_axis(axes, [str(SCHEMES[name]) for name in shown])
    axes.set_xlabel(str(Text("小时", "hours")))
    subtitle(axes, HOURS)
    return figure


def _say(axes: Axes, act: Act, at: tuple[float, float], hours: int) -> None:
    """Write the hours into a piece of a bar, with a word where there is room, and above it where there is none."""
    if hours < FEWEST:
        return
    narrow = hours < NARROW
    said = f"{SHORT[act]} {hours}" if hours >= WIDE else str(hours)
    colour = "white" if act in {"answer", "hand", "fake"} and not narrow else INK
    away = (0, 15) if narrow else (0, 0)
    axes.annotate(said, at, away, textcoords="offset points", ha="center", va="center", fontsize=9, color=colour)
