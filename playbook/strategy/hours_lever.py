"""Move hours from one purpose to another, and see at once the best and the worst that may come of it."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.strategy import missing
from playbook.strategy.analysis import by_purpose, orders_an_hour
from playbook.strategy.missing import present
from playbook.strategy.models import PURPOSES, PurposeName
from playbook.tables import half_up

YEARS, WHOLE, STEP = 2, 100, 10
SHARE = Text("挪百分之几", "Hours moved (%)")
MOVED = Text("一年从“{source}”挪 {hours} 小时给“{to}”。", "Hours a year that go from “{source}” to “{to}”: {hours}.")
BEST = Text(
    "往最好里说，挪过去的每小时照样换回 {rate:.2f} 单：一年多 {best} 单。",
    "At best each of them brings {rate:.2f} orders as before: {best} orders a year more.",
)
WORST = Text(
    "往最坏里说，没有人可答，一单也不多，原来的又丢了：一年少 {worst} 单。",
    "At worst there is nobody to answer, and what they brought before is lost: {worst} orders a year fewer.",
)
APART = Text("两头相差 {apart} 单。", "The two are {apart} orders apart.")


class HoursLever(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A slider for the share of one purpose's hours that another gets, and beneath it what may come of it."""

    def __init__(self, known: Facts, source: PurposeName, to: PurposeName) -> None:
        self._source, self._to = PURPOSES[source].name, PURPOSES[to].name
        purposes = present(known.purposes)
        self._hours = float(by_purpose(purposes)["hours"][source]) / YEARS
        self._brought, self._brings = (orders_an_hour(purposes, each).value for each in (source, to))
        self.share = widgets.IntSlider(
            min=0, max=WHOLE, step=STEP, description=str(SHARE), style={"description_width": "initial"},
            layout=widgets.Layout(max_width="100%", width="30em"),
        )  # fmt: skip
        self.told = widgets.HTML()
        self.share.observe(lambda _: self._show(), "value")
        super().__init__([self.share, self.told])
        self._show()

    def _show(self) -> None:
        hours = self._hours * self.share.value / WHOLE
        best, worst = half_up(hours * (self._brings - self._brought)), half_up(hours * self._brought)
        said = [
            MOVED.format(source=self._source, to=self._to, hours=half_up(hours)),
            BEST.format(rate=self._brings, best=f"{best:,}"),
            WORST.format(worst=f"{worst:,}"),
            APART.format(apart=f"{best + worst:,}"),
        ]
        self.told.value = "".join(f"<p>{escape(str(each))}</p>" for each in said)


def move_hours(
    known: Facts | None = None, source: PurposeName = "brand", to: PurposeName = "customers"
) -> widgets.Widget:
    """Open the slider; say what is missing where hours were not noted by purpose."""
    facts = known or present_facts()
    told = missing.no_purposes(facts)
    return widgets.HTML(f"<p>{escape(str(told))}</p>") if told is not None else HoursLever(facts, source, to)
