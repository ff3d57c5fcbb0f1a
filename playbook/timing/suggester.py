"""Ask for the best week: how many posts, under which conditions, and then why each one is where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

import ipywidgets as widgets
import numpy as np

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.posts import timed
from playbook.timing.analysis import strength, usual_of
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.review import WEAK
from playbook.timing.room import BANDS, formula_hours, open_days
from playbook.timing.suggest import Constraints, Suggestion, suggest
from playbook.week import clock, listed_days

POSTS = Text("一周几条", "Posts a week")
ASK = Text("排出最好的一周", "Suggest the best week")
GIVEN = Text("条件：{conditions}。", "Conditions: {conditions}.")
APART = Text("隔 {gap} 小时以上", "at least {gap} apart")
DAYS = {7: Text("周末也发", "weekends too"), 5: Text("周末不发", "no weekends")}
ATTENDED = {
    True: Text("发出时有人值班", "somebody on duty"),
    False: Text("没有人值班也可以", "on duty or not"),
}
A_DAY = Text("一天 {least} 到 {most} 条", "{least} to {most} a day")
STRONG_ENOUGH = Text("不用读者少的钟点（不到平时的 85%）", "no hour with less than 85% of the usual")
NO_SILENCE = Text("空白不超过 48 小时", "no silence over 48 hours")
NOT_COUNTED = Text(
    "公式里哪天用哪几个钟点，还有“周三、周四多发”，没有算进去，排好以后照清单改。",
    "Which hours a formula gives to which day, and “more at midweek”, are not taken into account; correct the week "
    "by the list.",
)
NO_BURSTS = Text("两小时内不超过两条", "no more than two within two hours")
AS_NOW = Text(
    "到现在为止平均一周 {posts:.0f} 条，同样算约 {total:,.0f} 次：这一周用 {work:.0%} 的条数，得 {share:.0%} 的互动。",
    "So far there were {posts:.0f} posts a week, which by the same count come to {total:,.0f}: "
    "this week has {work:.0%} of the posts and {share:.0%} of the reactions.",
)
REPLACES = Text(
    "会换掉 @{name} 现在排的；不满意，点“撤销”就回来。",
    "It replaces what is planned for @{name}; Undo brings that back.",
)


def constraints(plan: TimingPlan, posts: int) -> Constraints:
    """Return what the stances of a plan ask of a week with so many posts."""
    taken = plan.position("daily-volume")
    _, least, most = BANDS.get(taken.id if taken else "", ("", None, None))
    formula = {hour for weekend in (False, True) for hour in formula_hours(plan, weekend=weekend)}
    return Constraints(
        posts=posts,
        gap_hours=plan.gap_hours,
        days=tuple(open_days(plan)),
        hours=tuple(sorted(formula)) or tuple(range(24)),
        attended=not plan.holds("scheduling-tools", "scheduled"),
        least_a_day=least,
        most_a_day=most,
        least_share=WEAK,
    )


class Suggester(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A number and a button; `take` receives the slots, and the reasons stand beneath."""

    def __init__(self, known: Facts, posts: int, take: Callable[[list[Slot]], None]) -> None:
        self._known, self._take = known, take
        self._made: tuple[Constraints, list[Slot]] | None = None  # what the words beneath speak of
        self.posts = widgets.BoundedIntText(
            value=posts, min=1, max=168, description=str(POSTS), style={"description_width": "initial"},
            layout=widgets.Layout(width="11em"),
        )  # fmt: skip
        self.button = widgets.Button(description=str(ASK), layout=widgets.Layout(width="auto"))
        self._given, self.said = widgets.HTML(), widgets.HTML()
        super().__init__(
            [
                widgets.HBox([self.posts, self.button], layout=widgets.Layout(flex_flow="row wrap")),
                self._given,
                self.said,
            ]
        )

    def show(self, plan: TimingPlan, account: str) -> None:
        """Say under which conditions the week of this account would be made."""
        asked = constraints(plan, self.posts.value)
        if self._made and self._made != (asked, plan.of(account)):
            self._made, self.said.value = None, ""
        name = self._known.company.account(account).name
        by_day = any(plan.holds("best-hours", each) for each in ("office", "evening"))
        ignored = [NOT_COUNTED] if by_day or plan.holds("best-days", "midweek") else []
        parts = [GIVEN.format(conditions=_conditions(asked)), *ignored]
        said = join([*parts, REPLACES.format(name=name)], "", " ")
        self._given.value = f'<p class="planner-source">{escape(str(said))}</p>'

    def suggest(self, plan: TimingPlan, account: str) -> None:
        """Make the best week of an account, hand over its slots and say why; or say what clashes."""
        asked = constraints(plan, self.posts.value)
        made = suggest(self._known, account, asked)
        if made.unable is not None:
            self.said.value = f'<p class="planner-notice" role="status">{escape(str(made.unable))}</p>'
            return
        slots = [each.slot for each in made.slots]
        self._made = (asked, slots)
        self._take(slots)
        self.said.value = _html(made, *a_week_now(self._known, account))


def _conditions(asked: Constraints) -> Text:
    gap = APART.format(gap=Text(str(asked.gap_hours), "one hour" if asked.gap_hours == 1 else "two hours"))
    said = [gap, DAYS[len(asked.days)], ATTENDED[asked.attended], NO_BURSTS, STRONG_ENOUGH, NO_SILENCE]
    if asked.least_a_day is not None and asked.most_a_day is not None:
        said.append(A_DAY.format(least=asked.least_a_day, most=asked.most_a_day))
    return join(said, "，", ", ")


def a_week_now(facts: Facts, account: str) -> tuple[float, float]:
    """Return an account's posts a week over its data, and what they come to by the medians of their hours.

    Posts at hours that the data cannot tell count with the account's usual number.
    """
    own = timed(facts.posts, account)
    weeks = ((own["posted_on"].max() - own["posted_on"].min()).days + 1) / 7
    week = strength(facts.posts, account)
    gets = week[own["posted_on"].dt.day_of_week, own["hour"].astype(int)]
    total = np.where(np.isnan(gets), usual_of(facts.posts, account), gets).sum()
    return len(own) / weeks, float(total) / weeks


def _html(made: Suggestion, posts: float, total: float) -> str:
    """Return what the week comes to, against a week of so many posts and reactions, and why each slot is there."""
    share = made.total / total if total else 1.0  # where nobody ever reacts, no week gets more than another
    compared = AS_NOW.format(posts=posts, total=total, work=len(made.slots) / posts, share=share)
    said = join([made.said, compared], "", " ")
    rows = "".join(f"<tr><th>{escape(str(when))}</th><td>{escape(str(why))}</td></tr>" for when, why in _alike(made))
    return f'<p role="status">{escape(str(said))}</p><table class="planner-reasons">{rows}</table>'


def _alike(made: Suggestion) -> Iterator[tuple[Text, Text]]:
    """Yield slots of the same hour and reason as one: Monday to Friday share their readers."""
    alike: dict[tuple[int, Text], list[Slot]] = {}
    for each in made.slots:
        alike.setdefault((each.slot.hour, each.why), []).append(each.slot)
    for (hour, why), slots in alike.items():
        yield listed_days([slot.day for slot in slots]) + Text(" ", " ") + clock(hour), why
