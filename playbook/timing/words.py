"""What the planner of the week says and shows of its cells."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from playbook.language import Text, join
from playbook.week import listed, moment

WORDS = {
    "grid": Text("一周的发布时段", "The week’s posting slots"),
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
GAP_WORDS = {
    "one_hour": Text("至少 1 小时", "at least 1 hour"),
    "two_hours": Text("至少 2 小时", "at least 2 hours"),
}
MINUTES = Text("写一条大约几分钟", "Minutes to write a post")
COUNT = Text("@{name} 这一周已排 {count} 条", "@{name}: posts planned this week: {count}")
FINE_SO_FAR = Text("到目前没有问题，还差 {missing} 条。", "No issues so far; posts still to plan: {missing}.")
WHY = Text("为什么给 @{name} 选这些时段", "Why these hours for @{name}")
EMPTY = Text(
    "这个账号还没有排。点一格，排上第一条。",
    "Nothing is planned for this account yet. Click a cell to add the first post.",
)
DATES_ALONE = Text(
    "这家公司的导出只有日期、没有钟点，所以底色和“自家数据”一类的发现都给不出来。间隔、连发、值班照样检查。",
    "This company’s export has dates but no time of day, so the shading and the issues from its own data are "
    "missing. Gaps, bursts and duty hours are still checked.",
)


def label(cell: tuple[int, int], value: float, people: list[str], *, is_set: bool) -> Text:
    """Say what a cell of the week (day, hour) is: what a post gets, who is on duty, whether one is planned."""
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
        when=moment(*cell), known=known, duty=duty, state=state
    )


def moved(before: Iterable[tuple[int, int]], after: Iterable[tuple[int, int]]) -> Text:
    """Say what has just happened, for the screen reader."""
    added, gone = sorted(set(after) - set(before)), sorted(set(before) - set(after))
    parts = []
    if added:
        parts.append(Text("已排：", "Added: ") + listed(moment(*cell) for cell in added))
    if gone:
        parts.append(Text("已去掉：", "Removed: ") + listed(moment(*cell) for cell in gone))
    return join(parts, "；", "; ")


def shades(values: npt.NDArray[np.float64]) -> list[float | None]:
    """Return the shade of each cell from 0 to 1, the highest value being 1; None where nothing is known."""
    top = np.nanmax(values) if not np.isnan(values).all() else 1.0
    return [None if np.isnan(value) else round(float(value / (top or 1.0)), 3) for value in values]
