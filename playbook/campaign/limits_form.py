"""The limits that campaigns keep to, and how the effort is shared out: numbers that the company sets."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from playbook.campaign.plan import CampaignPlan
from playbook.controls import fitting
from playbook.language import Text

HEAD = {
    True: Text("▾ 限额和占比", "▾ Limits and shares"), False: Text("▸ 限额和占比", "▸ Limits and shares"),
}  # fmt: skip
NUMBERS: dict[str, tuple[Text, float]] = {
    "for_new": (Text("预算给新读者（%）", "Budget for new readers (%)"), 100),
    "interval_days": (Text("定期活动隔几天（0：不定）", "Days between regular ones (0: none set)"), 366),
    "single": (Text("平台：一份奖品（元）", "Platform: one prize (yuan)"), 1e9),
    "total": (Text("平台：奖品一共（元）", "Platform: all prizes (yuan)"), 1e9),
    "by_law": (Text("法律：抽奖最高奖（元）", "Law: highest prize of a draw (yuan)"), 1e9),
    "mentions": (Text("最多 @ 几个好友", "Friends to mention, at most"), 100),
    "steps_new": (Text("新读者最多几步", "Steps for new readers, at most"), 10),
    "steps_existing": (Text("老读者最多几步", "Steps for existing readers, at most"), 10),
}
WHOLE = {"for_new", "interval_days", "mentions", "steps_new", "steps_existing"}
CHECK = Text(
    "平台的限额据转载，几种说法不一，这里按严的；法律的数额以现行文本为准。改了规定，就改这里。",
    "The platform’s limits are as reported; reports differ, and the stricter stands here. For the law’s figure check "
    "the current text. When the rules change, change these.",
)
SHARED = Text(
    "现在预算的 {new:.0f}% 给新读者、{old:.0f}% 给老读者；定的是 {for_new}% 和 {rest}%（第 6 篇：40% 和 60%）。",
    "Now {new:.0f}% of the budget is for new readers and {old:.0f}% for those we have; planned are {for_new}% and "
    "{rest}% (article 6: 40% and 60%).",
)
NOT_SHARED = Text(
    "定的是新读者 {for_new}%、老读者 {rest}%（第 6 篇：40% 和 60%）；还没有哪次活动定了预算和对象。",
    "Planned are {for_new}% for new readers and {rest}% for those we have (article 6: 40% and 60%); no campaign has "
    "both a budget and readers yet.",
)


class LimitsForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A number to set for each limit; `set_limit(name, value)` is told of every change."""

    def __init__(self, set_limit: Callable[[str, float], None]) -> None:
        self._set, self._showing = set_limit, False
        self.numbers = {name: self._number(name) for name in NUMBERS}
        self.head = widgets.ToggleButton(
            description=str(HEAD[False]), layout=widgets.Layout(width="auto", align_self="flex-start")
        )
        self._shared = widgets.HTML()
        columns = widgets.Layout(grid_template_columns="repeat(auto-fit, minmax(min(100%, 22em), 1fr))", width="100%")
        note = widgets.HTML(f'<p class="planner-source">{escape(str(CHECK))}</p>')
        self._body = widgets.VBox([widgets.GridBox(list(self.numbers.values()), layout=columns), note])
        self._body.layout.display = "none"
        super().__init__([self._shared, self.head, self._body])
        self.head.observe(self._folded, "value")

    def show(self, plan: CampaignPlan, shared: tuple[float, float] | None) -> None:
        """Show the limits of a plan, and the percent of its budget for new and for existing readers."""
        self._showing = True
        for name, number in self.numbers.items():
            value = getattr(plan, name) if name in CampaignPlan.model_fields else getattr(plan.limits, name)
            if number.value != value:
                number.value = value
        self._showing = False
        values = {"for_new": plan.for_new, "rest": 100 - plan.for_new}
        said = SHARED.format(new=shared[0], old=shared[1], **values) if shared else NOT_SHARED.format(**values)
        self._shared.value = f'<p class="planner-source">{escape(str(said))}</p>'

    def _number(self, name: str) -> widgets.Widget:
        label, most = NUMBERS[name]
        kind = widgets.BoundedIntText if name in WHOLE else widgets.BoundedFloatText
        least = 1 if name.startswith("steps_") else 0
        number = kind(
            min=least, max=most, description=str(label), style={"description_width": "14em"},
            layout=fitting(),
        )  # fmt: skip
        number.observe(lambda change: self._showing or self._set(name, change["new"]), "value")
        return number

    def _folded(self, change: dict[str, bool]) -> None:
        self._body.layout.display = None if change["new"] else "none"
        self.head.description = str(HEAD[change["new"]])
