"""What stands beside the watch: what the words find and miss on labelled mentions, and when the alarm had rung."""

from __future__ import annotations

import math
from html import escape

import pandas as pd

from playbook.crisis.analysis import alarms, keywords
from playbook.crisis.analysis import judged as judging
from playbook.crisis.judging import alarm_judged, rule_of, words_judged
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.interaction.missing import lasted
from playbook.language import Text, join, language, same
from playbook.shown import cut

STYLE = """<style>
.crisis-words { border-collapse: collapse; line-height: 1.4; font-variant-numeric: tabular-nums; max-width: 100%; }
.crisis-words th, .crisis-words td { padding: .1em .6em .1em 0; text-align: right; vertical-align: top; }
.crisis-words th:first-child, .crisis-words td:first-child { text-align: left; overflow-wrap: anywhere; }
.crisis-quotes { margin: .2em 0 .5em; padding-left: 1.2em; line-height: 1.4; overflow-wrap: anywhere; }
.crisis-text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; padding: .5em .7em;
  border: 1px solid var(--jp-border-color2, #ccc); border-radius: 4px; margin: .3em 0; }
</style>"""
SHOWN, LONGEST = 3, 60  # mentions quoted, and characters of one
WORDS_HEAD = Text("这些词在人工看过的微博里", "These words on posts labelled by hand")
NO_HEARD = Text(
    "没有人工看过的微博，词表找得到多少说不准；词表照样能写。",
    "No posts were labelled by hand, so nobody can tell what the words find; the list can be written all the same.",
)
NO_WORDS = Text("写下第一个词，这里就说它找得到多少。", "Write a first word, and this says what it finds.")
LIST_SAID = Text(
    "找得到 {right}/{ours} 条说我们的（{recall:.0%}）；找到 {found} 条，{precision:.0%} 是说我们的。",
    "Finds {right} of {ours} about us ({recall:.0%}); of {found} found, {precision:.0%} are about us.",
)
A_DAY = Text("照平常的一天，要读约 {count:.0f} 条。", "On a usual day that is about {count:.0f} to read.")
HEADS = (
    Text("词", "word"), Text("找到", "found"), Text("说我们的", "about us"), Text("只有它找到的", "by it alone"),
)  # fmt: skip
MISSED, WRONG = Text("漏掉的，例如：", "Missed, for example:"), Text("找错的，例如：", "Not about us, for example:")
ALARM_HEAD = Text("这个警报，照过去的提及", "This alarm on past mentions")
NO_MENTIONS = Text(
    "没有数过的提及，警报会怎么响说不准；照样能定。",
    "Mentions were not counted, so nobody can tell what the alarm would do; it can be set all the same.",
)
NO_ALARM = Text(
    "选一种警报，定一个数，这里就重演三个月。", "Choose an alarm and set its number: this replays the past."
)
FALSE = Text("一个月白响 {count:.1f} 次。", "Rings for nothing {count:.1f} times a month.")
IN_TIME = Text("{event}：开始后 {time}响。", "{event}: rings {time} after it began.")
NEVER = Text("{event}：一直没有响。", "{event}: never rings.")
UNKNOWN_EVENTS = Text(
    "这段时间出过什么事没有记，早响晚响说不准：下面是响过的时刻。",
    "What happened then is not on record, so early or late, nobody can tell; these are the moments it rang.",
)
RUNG = Text("响过：{moments}。", "Rang: {moments}.")
MOST_RUNG = 6


def words_html(plan: CrisisPlan, facts: Facts) -> str:
    """Return what the words find, by word and as a list, and a few that they miss or catch wrongly; all escaped."""
    if facts.heard is None or facts.heard.empty:
        return _line(NO_HEARD)
    told = words_judged(plan, facts)
    if told is None:
        return _line(NO_WORDS)
    numbers = {"right": told.right, "ours": told.ours, "found": told.found}
    shares = {"recall": told.recall.value, "precision": told.precision.value if told.found else 0.0}
    day = keywords.read_a_day(facts, told)
    lines = [LIST_SAID.format(**numbers, **shares), *([] if math.isnan(day) else [A_DAY.format(count=day)])]
    parts = [f"<b>{escape(str(WORDS_HEAD))}</b>", *(_line(each) for each in lines)]
    parts += [_by_word(facts.heard, plan), _quotes(MISSED, told.missed), _quotes(WRONG, told.wrong)]
    return STYLE + "".join(parts)


def alarm_html(plan: CrisisPlan, facts: Facts) -> str:
    """Return what the alarm would have done on past mentions, in words."""
    if facts.mentions is None or facts.mentions.empty:
        return _line(NO_MENTIONS)
    rule, told = rule_of(plan.alarm), alarm_judged(plan, facts)
    if rule is None or told is None:
        return _line(NO_ALARM)
    parts = [f"<b>{escape(str(ALARM_HEAD))}</b>", _line(alarms.said(rule) + Text("。", "."))]
    if told.minutes:
        parts.append(_line(FALSE.format(count=told.false_a_month.value)))
        parts += [_line(_event(name, late)) for name, late in told.minutes.items()]
    else:
        parts.append(_line(UNKNOWN_EVENTS))
    if told.rung:
        some = [same(f"{each:%m-%d %H:%M}") for each in told.rung[:MOST_RUNG]]
        more = [same("…")] if len(told.rung) > MOST_RUNG else []
        parts.append(_line(RUNG.format(moments=join([*some, *more]))))
    return "".join(parts)


def _event(name: str, late: float) -> Text:
    event = judging.EVENTS[name]
    return NEVER.format(event=event) if math.isinf(late) else IN_TIME.format(event=event, time=lasted(late))


def _by_word(heard: pd.DataFrame, plan: CrisisPlan) -> str:
    table = keywords.judge_each(heard, plan.watch.searched, plan.watch.left_out)
    head = "".join(f'<th scope="col">{escape(str(each))}</th>' for each in HEADS)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(word))}</th><td>{row["found"]:.0f}</td><td>{row["right"]:.0f}</td>'
        f"<td>{row['alone']:.0f}</td></tr>"
        for word, row in table.iterrows()
    )
    return f'<table class="crisis-words"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _quotes(head: Text, table: pd.DataFrame) -> str:
    """Return a few mentions in the reader's language: what strangers wrote, escaped."""
    if table.empty:
        return ""
    column = "text_en" if language() == "en" and "text_en" in table else "text"
    items = "".join(f"<li>{escape(cut(str(each), LONGEST))}</li>" for each in table[column].drop_duplicates()[:SHOWN])
    return f'{_line(head)}<ul class="crisis-quotes">{items}</ul>'


def _line(text: Text) -> str:
    return f'<p class="planner-mend">{escape(str(text))}</p>'
