"""Ways of acting in the drill: what is worth much in a crisis may be worth little in a trifle."""

from __future__ import annotations

from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.crisis.drill.policies import POLICIES
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill.trial import SEEDS, whole
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, caption, chart
from playbook.language import Text

GRAVE, LIGHT = "tins", "teacup"
SAID = Text(
    "满分 100，{n} 次演练的平均\n实心：{grave}；空心：{light}",
    "of 100, the mean of {n} drills\nsolid: {grave}; hollow: {light}",
)
DRILLED = Text(
    "虚构的公司、虚构的两场演练；动作有多大用处，多半是假设",
    "an invented company, two invented drills; how much an action does is mostly assumed",
)


@of_company(Text("同一种做法，大事和小事各得几分？", "The same way of acting: what is it worth, great and small?"),
            lambda _: None)  # fmt: skip
def ways(facts: Facts, title: Text) -> Figure:
    """What is the same way of acting worth in a crisis, and in a storm in a teacup?"""
    figure, [axes] = chart(title, facts, height=3.9)
    caption(figure, DRILLED)
    worth = {name: [_mean(scenario, name) for scenario in (GRAVE, LIGHT)] for name in POLICIES}
    for place, (grave, light) in enumerate(worth.values()):
        axes.plot([grave, light], [place, place], color=FAINT, linewidth=4, zorder=1)
        axes.plot(grave, place, "o", color=MAIN, markersize=9, zorder=2)
        axes.plot(light, place, "o", color="white", mec=QUIET, mew=1.5, markersize=9, zorder=3)
        for value, other in ((grave, light), (light, grave)):
            left = value < other
            axes.annotate(
                f"{value:.0f}", (value, place), (-9 if left else 9, 0), textcoords="offset points", va="center",
                ha="right" if left else "left", color=INK if value == grave else QUIET, fontsize=10,
            )  # fmt: skip
    rows_axis(axes, [str(way.name) for way in POLICIES.values()])
    axes.set_xlim(0, 105)
    axes.set_xticks([0, 25, 50, 75, 100])
    names = scenarios()
    subtitle(axes, SAID.format(n=SEEDS, grave=names[GRAVE].name, light=names[LIGHT].name))
    return figure


def _mean(scenario: str, policy: str) -> float:
    return float(whole(scenario, policy, tuple(range(SEEDS))).mean())
