"""How a crisis plan is said on a card: by what a level is told, who decides, the times, the night, the steps in order.

Texts are for people; where nothing is settled they are empty.
"""

from __future__ import annotations

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Level, Step
from playbook.crisis.watching import Alarm
from playbook.crisis.words import SIGNS, TOLD, minutes
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.persons import person

TITLE = Text("{name}：出了事，照这一页", "{name}: when something happens, this page")
FROM = Text("负面一小时 {count} 条起", "{count} negative an hour or more")
FIRST, NEXT = Text("{time}内说第一句", "first word within {time}"), Text("隔 {time}再说", "then every {time}")
SILENT = Text("只看不答", "Watched, not answered")
WHY_SILENT = Text("{silent}：{why}", "{silent}: {why}")
NIGHT = Text(
    "夜里警报响：{how}叫{who}，叫不到叫{deputy}。", "At night the alarm calls {who} ({how}), or else {deputy}."
)
NEVER = Text(
    "不删批评，不请人说好话，不吓人；只删个人信息和违法内容，删前截图。",
    "No criticism is deleted, no voices are hired, nobody is threatened. Personal data and unlawful content alone are "
    "removed, after a screenshot.",
)
SAME = Text("发在：{outlets}，同一套话。", "It appears on: {outlets}, in the same words.")
BY_WHAT, DECIDES, SPEAKS, INFORMED, TIMES = (
    Text("看什么", "How to recognise it"), Text("谁拍板（谁替）", "Decides (stands in)"), Text("谁说话", "Speaks"),
    Text("告诉谁", "Told"), Text("从发现算起", "From detection"),
)  # fmt: skip


def signs_said(level: Level) -> Text:
    """Return by what a level is told: its signs, and from how many negative mentions an hour."""
    count = [FROM.format(count=level.from_count)] if level.from_count else []
    return join([*(SIGNS[each] for each in level.signs), *count], "；", "; ")  # the signs have commas of their own


def times_said(level: Level) -> Text:
    """Return when a level is answered: the first word, and the next ones; of a silent one that it is not, and why."""
    if level.silent:
        why = level.why.strip()
        return WHY_SILENT.format(silent=SILENT, why=why) if why else SILENT
    first = [FIRST.format(time=minutes(level.first_word))] if level.first_word else []
    following = [NEXT.format(time=minutes(level.next_word))] if level.next_word else []
    return join([*first, *following], "，", ", ")


def deciding(level: Level, facts: Facts) -> Text:
    """Return who decides at a level, and who stands in."""
    return person(level.decides, facts) + Text("（", " (") + person(level.stands_in, facts) + Text("）", ")")


def night_said(alarm: Alarm, facts: Facts) -> Text:
    """Return whom the alarm calls at night, and how."""
    if not alarm.by or not alarm.told.strip():
        return same("")
    return NIGHT.format(how=TOLD[alarm.by], who=person(alarm.told, facts), deputy=person(alarm.deputy, facts))


def in_time(plan: CrisisPlan) -> list[Step]:
    """Return the steps of the first hours of which it is settled what is done, the soonest first."""
    return sorted((each for each in plan.first_hours if each.act), key=lambda each: each.within)
