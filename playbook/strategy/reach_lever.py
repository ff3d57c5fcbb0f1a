"""Choose platforms beside Weibo, and see at once what they take and whom they add."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from playbook.controls import choice, offer
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.strategy import missing
from playbook.strategy.reaching import together, tried
from playbook.strategy.readers_named import PLATFORM_NAMES
from playbook.strategy.words import POSTINGS

FREE_HOURS = 12.0  # what the sample company can add a week for other platforms: told on the page
NOT_THERE = Text("不去", "not there")
REACHED = Text(
    "问到的顾客里，微博够得着 {weibo:.0%}；加上选的，够得着 {reached:.0%}（95% 区间 {low:.0%}–{high:.0%}）。",
    "Of the customers asked, Weibo reaches {weibo:.0%}; with those chosen, {reached:.0%} "
    "(95% interval {low:.0%} to {high:.0%}).",
)
TAKES = Text("一周多花 {hours:g} 小时。", "They take {hours:g} more hours a week.")
OVER = Text(
    "排得出的只有 {free:g} 小时，超了 {over:g} 小时。", "Only {free:g} can be found: that is {over:g} too many."
)
WITHIN = Text("排得出的有 {free:g} 小时，够。", "{free:g} can be found: enough.")


class ReachLever(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A list for each platform (not there, synced, native), and beneath it the hours and customers it comes to."""

    def __init__(self, known: Facts, free: float) -> None:
        self._known, self._free = known, free
        self.choices = {key: choice(PLATFORM_NAMES[key]) for key in tried(known)}
        for control in self.choices.values():
            control.style.description_width = "17em"  # “account in a messaging app”, whole
            offer(control, {None: NOT_THERE, "synced": POSTINGS["synced"], "native": POSTINGS["native"]}, None)
            control.observe(lambda _: self._show(), "value")
        self.told = widgets.HTML()
        super().__init__([*self.choices.values(), self.told])
        self._show()

    def _show(self) -> None:
        chosen = {key: control.value for key, control in self.choices.items() if control.value}
        found = together(self._known, chosen)
        value, low, high = found.reached
        over = found.hours - self._free
        said = [REACHED.format(weibo=found.weibo.value, reached=value, low=low, high=high)]
        if chosen:
            said += [
                TAKES.format(hours=found.hours),
                (OVER if over > 0 else WITHIN).format(free=self._free, over=over),
            ]
        self.told.value = "".join(f"<p>{escape(str(each))}</p>" for each in said)


def choose_platforms(known: Facts | None = None) -> widgets.Widget:
    """Open the lists; say what is missing where a company has neither survey nor trial."""
    facts = known or present_facts()
    told = missing.no_trial(facts) or missing.no_survey(facts)
    return widgets.HTML(f"<p>{escape(str(told))}</p>") if told is not None else ReachLever(facts, FREE_HOURS)
