"""The planner of the week: slots on a grid with the audience behind it, and the findings beside it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import ipywidgets as widgets
import numpy as np
import numpy.typing as npt

from playbook.facts import Facts, facts
from playbook.language import Text, join
from playbook.planners import NOTHING_FOUND, Keep, Planner, open_planner
from playbook.posts import tells_hours
from playbook.rules import Finding
from playbook.timing.analysis import presence, strength
from playbook.timing.grid import WeekGrid
from playbook.timing.plan import Slot, TimingPlan, review_account
from playbook.week import DAYS, clock, listed, moment

LABEL = {"description_width": "initial"}  # as wide as its words
LONGEST = 2000  # characters of a reason
CELLS = [(day, hour) for day in range(1, 8) for hour in range(24)]
WORDS = {
    "grid": Text("一周的发布时段", "The week's posting slots"),
    "help": Text(
        "鼠标：点一格排一条，再点去掉；按住拖动可以移动或连排。手机：点一下；长按后拖动。"
        "键盘：方向键走格，空格排或去掉，Shift+方向键移动，Ctrl+Z 撤销。",
        "Mouse: click to add or remove a post, drag to move it or to add several. Phone: tap; hold, then drag. "
        "Keyboard: arrow keys to move around, Space to add or remove, Shift+arrow to move a post, Ctrl+Z to undo.",
    ),
    "undo": Text("撤销", "Undo"),
    "redo": Text("重做", "Redo"),
    "clear": Text("清空本账号", "Clear account"),
    "slot": Text("发", "post"),
    "low": Text("少", "few"),
    "high": Text("多", "many"),
    "unknown": Text("数据说不准", "data cannot tell"),
    "duty": Text("有人值班", "somebody on duty"),
    "flag": Text("有问题", "issue"),
}
BEHIND = {
    "strength": Text("一条通常得到的互动（周末另算）", "what a typical post gets (weekends apart)"),
    "presence": Text("平常的一周，读者几点来互动", "when reactions arrive in a typical week"),
}
GAPS = {
    1: Text("至少 1 小时", "at least 1 hour"),
    2: Text("至少 2 小时", "at least 2 hours"),
}
COUNT = Text("@{name} 这一周已排 {count} 条", "@{name}: posts planned this week: {count}")
FINE_SO_FAR = Text("到目前没有问题，还差 {missing} 条。", "No issues so far; posts still to plan: {missing}.")
WHY = Text("为什么给 @{name} 选这些时段", "Why these hours for @{name}")
EMPTY = Text(
    "这个账号还没有排。点一格，排上第一条。",
    "Nothing is planned for this account yet. Click a cell to add the first post.",
)
DATES_ALONE = Text(
    "这家公司的导出只有日期、没有钟点，所以底色和“自家数据”一类的发现都给不出来。间隔、连发、值班照样检查。",
    "This company's export has dates but no time of day, so the shading and the findings from its own data are "
    "missing. Gaps, bursts and duty hours are still checked.",
)


class WeekPlanner(Planner[TimingPlan]):
    """Set one account's slots at a time; the gap is the company's stance between two sources."""

    def __init__(
        self, plan: TimingPlan, known: Facts, keep: Keep, accounts: list[str] | None = None, least: int = 0
    ) -> None:
        self._least = least
        shown = accounts or [each.id for each in known.company.accounts]
        first = known.main if known.main in shown else shown[0]
        self.account = widgets.Dropdown(
            options=[(f"@{known.company.account(each).name}", each) for each in shown],
            value=first,
            description=str(Text("账号", "Account")),
            style=LABEL,
        )
        self.behind = widgets.Dropdown(
            options=[
                (str(text), name) for name, text in BEHIND.items() if name == "strength" or known.reactions is not None
            ],
            description=str(Text("底色", "Shading")),
            style=LABEL,
            layout=widgets.Layout(width="auto", max_width="100%"),
        )
        self.gap = widgets.Dropdown(
            options=[(str(text), hours) for hours, text in GAPS.items()],
            description=str(Text("两条之间", "Between posts")),
            style=LABEL,
        )
        self.why = widgets.Textarea(
            placeholder=str(
                Text(
                    "为什么选这些时段？写给三个月后接手的人。",
                    "Why these hours? Write it for whoever takes over in three months.",
                )
            ),
            rows=4,
            layout=widgets.Layout(width="auto"),
        )
        self.grid = WeekGrid(
            words={key: str(text) for key, text in WORDS.items()},
            days=[str(day) for day in DAYS],
            hours=[str(clock(hour)) for hour in range(24)],
        )
        self._count, self._why_head = widgets.HTML(), widgets.HTML()
        super().__init__(plan, known, keep)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        beside = widgets.VBox(
            [self._count, self._findings, self._why_head, self.why, self._note],
            layout=widgets.Layout(flex="1 1 260px", min_width="240px", padding="0 0 0 12px"),
        )
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        choices = widgets.HBox([self.account, self.behind, self.gap], layout=widgets.Layout(flex_flow="row wrap"))
        grid = widgets.Box([self.grid], layout=widgets.Layout(flex="0 1 540px", min_width="280px"))
        body = widgets.HBox([grid, beside], layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        self.children = (choices, body, whose)
        if not tells_hours(self.facts.posts):
            self.notice(DATES_ALONE)

    def _listen(self) -> None:
        self.grid.observe(self._slots_moved, "slots")
        self.grid.on_action(lambda action: {"undo": self.undo, "redo": self.redo, "clear": self.clear}[action]())
        self.account.observe(lambda _: self._refresh(), "value")
        self.behind.observe(lambda _: self._refresh(), "value")
        self.gap.observe(
            lambda change: self._change(self.plan.model_copy(update={"gap_hours": change["new"]})), "value"
        )
        self.why.observe(self._reason_typed, "value")

    def clear(self) -> None:
        """Take every slot of the shown account out of the plan."""
        self._change(self._with([]))

    def _slots_moved(self, change: dict[str, Any]) -> None:
        """Keep the slots (and their minutes) of the cells that stay; new cells are on the hour."""
        kept = {(slot.day, slot.hour): slot for slot in self.plan.of(self.account.value)}
        cells = [CELLS[cell] for cell in change["new"]]
        self.grid.done = str(_said(kept.keys(), cells))
        self._change(
            self._with(
                [kept.get(cell) or Slot(account=self.account.value, day=cell[0], hour=cell[1]) for cell in cells]
            )
        )

    def _reason_typed(self, change: dict[str, Any]) -> None:
        others = {account: why for account, why in self.plan.why.items() if account != self.account.value}
        own = {self.account.value: change["new"][:LONGEST]} if change["new"].strip() else {}
        self._change(self.plan.model_copy(update={"why": others | own}), remember=False)

    def _restored(self, plan: TimingPlan) -> TimingPlan:
        return plan.model_copy(update={"why": self.plan.why})

    def _with(self, slots: list[Slot]) -> TimingPlan:
        others = [slot for slot in self.plan.slots if slot.account != self.account.value]
        return TimingPlan(slots=others + slots, gap_hours=self.plan.gap_hours, why=self.plan.why)

    def _review(self) -> list[Finding]:
        return review_account(self.plan, self.account.value, self.facts)

    def _clear(self) -> Text:
        planned = len(self.plan.of(self.account.value))
        if planned == 0:
            return EMPTY
        return NOTHING_FOUND if planned >= self._least else FINE_SO_FAR.format(missing=self._least - planned)

    def _show(self, findings: list[Finding]) -> None:
        account = self.account.value
        slots = {CELLS.index((slot.day, slot.hour)): slot for slot in self.plan.of(account)}
        flagged = {at for finding in findings for at in finding.at}
        duty = [self.facts.company.on_duty(day, hour) for day, hour in CELLS]
        values = self._behind(account)
        self.gap.value = self.plan.gap_hours
        self.why.value = self.plan.why.get(account, "")
        name = escape(self.facts.company.account(account).name)
        self._count.value = f"<b>{COUNT.format(name=name, count=len(slots))}</b>"
        self._why_head.value = f"<b>{WHY.format(name=name)}</b>"
        with self.grid.hold_sync():
            self.grid.slots = sorted(slots)
            self.grid.duty = [bool(people) for people in duty]
            self.grid.heat = _shades(values)
            self.grid.flagged = sorted(cell for cell, slot in slots.items() if slot.at in flagged)
            self.grid.labels = [
                str(self._label(cell, values[cell], [person.name for person in duty[cell]], cell in slots))
                for cell in range(len(CELLS))
            ]

    def _behind(self, account: str) -> npt.NDArray[np.float64]:
        if self.behind.value == "presence" and self.facts.reactions is not None:
            return presence(self.facts.reactions, account).reshape(-1)
        return strength(self.facts.posts, account).reshape(-1)

    def _label(self, cell: int, value: float, people: list[str], is_set: bool) -> Text:
        known = (
            Text("说不准", "cannot tell")
            if np.isnan(value)
            else Text("{n:.0f} 次互动", "{n:.0f} reactions").format(n=value)
        )
        duty = (
            Text("、".join(people) + "值班", ", ".join(people) + " on duty")
            if people
            else Text("无人值班", "nobody on duty")
        )
        state = Text("，已排一条", ", a post is planned") if is_set else Text("", "")
        return Text("{when}：{known}，{duty}{state}", "{when}: {known}, {duty}{state}").format(
            when=moment(*CELLS[cell]), known=known, duty=duty, state=state
        )


def plan_week(known: Facts | None = None, least: int = 0) -> Planner[TimingPlan]:
    """Open the planner of the week on the company's own facts (else the sample's), where the learner left off.

    `least` is how many posts the page asks for.
    """
    bearing = known or facts()
    return open_planner(TimingPlan, TimingPlan, lambda plan, keep: WeekPlanner(plan, bearing, keep, least=least))


def _said(before: Iterable[tuple[int, int]], after: Iterable[tuple[int, int]]) -> Text:
    """Say what has just happened, for the screen reader."""
    added, gone = sorted(set(after) - set(before)), sorted(set(before) - set(after))
    parts = []
    if added:
        parts.append(Text("已排：", "Added: ") + listed(moment(*cell) for cell in added))
    if gone:
        parts.append(Text("已去掉：", "Removed: ") + listed(moment(*cell) for cell in gone))
    return join(parts, "；", "; ")


def _shades(values: npt.NDArray[np.float64]) -> list[float | None]:
    top = np.nanmax(values) if not np.isnan(values).all() else 1.0
    return [None if np.isnan(value) else round(float(value / (top or 1.0)), 3) for value in values]
