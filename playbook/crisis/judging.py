"""What the company's own data say of a word list and an alarm: what they find, what they cost, what they miss."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playbook.crisis.alarmed import NUMBER_OF
from playbook.crisis.analysis import alarms, keywords
from playbook.crisis.analysis import judged as judging
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import raised
from playbook.crisis.watching import Alarm
from playbook.facts import Facts
from playbook.interaction.missing import lasted
from playbook.language import Text
from playbook.rules import Finding, rule

PERCENT = 100


def rule_of(alarm: Alarm) -> alarms.Rule | None:
    """Return an alarm as the rule that can be tried on data; None while it is not set."""
    if alarm.rule is None or not getattr(alarm, NUMBER_OF[alarm.rule]):
        return None
    at_least = alarm.count / PERCENT if alarm.counted == "negative_share" else alarm.count
    return alarms.rule(
        alarm.rule, of=alarm.counted, minutes=alarm.window, rest_hours=alarm.rest,
        at_least=at_least, times=alarm.times, score=alarm.score,
    )  # fmt: skip


def words_judged(plan: CrisisPlan, facts: Facts) -> keywords.Judged | None:
    """Return what the plan's words find; None where nobody labelled mentions or no word is there."""
    words = tuple(plan.watch.searched)
    return keywords.judge_list(facts, words, tuple(plan.watch.left_out)) if words else None


def alarm_judged(plan: CrisisPlan, facts: Facts) -> judging.Judged | None:
    """Return what the plan's alarm would have done; None where mentions were not counted or no alarm is set."""
    trying = rule_of(plan.alarm)
    return judging.judge_facts(facts, trying) if trying else None


def judged(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    """Hold the word list and the alarm against the data; without data nothing is found."""
    yield from _words(plan, facts)
    yield from _alarm(plan, facts)


def _words(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    told, values = words_judged(plan, facts), rule("crisis.words-find-enough").values
    if told is None or not told.ours:
        return
    if told.recall.value < values["recall"]:
        said = Text(
            "人工看过的里面，说我们的有 {ours} 条，这些词找得到 {right} 条（{share:.0%}），漏掉 {missed} 条。",
            "Of {ours} labelled posts about us these words find {right} ({share:.0%}) and miss {missed}.",
        )
        mend = Text("看漏掉的几条写了什么，补上那几个词。", "Look at what the missed ones say, and add those words.")
        numbers = {"ours": told.ours, "right": told.right, "share": told.recall.value, "missed": len(told.missed)}
        yield raised("words-find-enough", said, mend, "watch.words", **numbers)
    if told.precision.value < values["precision"]:
        said = Text(
            "找到的 {found} 条里，说我们的只有 {right} 条（{share:.0%}）：读不过来，就没有人读了。",
            "Of {found} mentions found only {right} ({share:.0%}) are about us: what is too much to read is not read.",
        )
        mend = Text(
            "太宽的词配上别的词（城南 茶馆），或者把同名的写进“不要”。",
            "Narrow a wide word with another one, or list what only shares the name as left out.",
        )
        numbers = {"found": told.found, "right": told.right, "share": told.precision.value}
        yield raised("words-find-enough", said, mend, "watch.words", **numbers)


def _alarm(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    told, values = alarm_judged(plan, facts), rule("crisis.alarm-judged").values
    if told is None:
        return
    if told.false_a_month.value > values["false_a_month"]:
        said = Text(
            "照过去的提及，这个警报一个月白响 {count:.1f} 次：叫惯了就没有人起来。",
            "On past mentions this alarm rings for nothing {count:.1f} times a month: people stop getting up for it.",
        )
        mend = Text("把数调高，或者换一种警报。", "Raise its number, or choose another alarm.")
        yield raised("alarm-judged", said, mend, "alarm", count=told.false_a_month.value)
    late = told.minutes.get("crisis", 0.0)
    if late > values["minutes"]:
        said = (
            Text("危机来了，这个警报一直没有响。", "The crisis came, and this alarm never rang.")
            if math.isinf(late)
            else Text("危机来了 {time}，这个警报才响。", "The crisis had begun {time} before this alarm rang.")
        )
        mend = Text(
            "把数调低，把窗口放短，或者换一种警报。", "Lower its number, shorten the window, or choose another."
        )
        time = lasted(late)
        yield raised("alarm-judged", said, mend, "alarm", time=time)
