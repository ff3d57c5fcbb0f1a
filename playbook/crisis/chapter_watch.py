"""What the chapter on crises says of the watch: who keeps it and when, the words, the days, and the alarm."""

from __future__ import annotations

from datetime import timedelta

from playbook.crisis.watching import Alarm, Watch, WatchDay
from playbook.crisis.words import CHANNELS, COUNTED, KEYWORD_KINDS, TOLD
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Para, Words
from playbook.handbook.said import amount, chosen, day, decisions, run, table, who, yes
from playbook.language import Text, same
from playbook.persons import on_card
from playbook.week import clock, listed_days

HOURS = Text("{days}，{start}到 {end}", "{days}, {start} to {end}")
STANDS_IN = Text("{who}，{days}就由这一位盯", "{who}, who keeps the watch on {days}")
SPAN = Text("{first}到 {last}", "{first} to {last}")  # a day in Chinese ends with a bracket
TIMES_A_DAY = Text("{count} 次", "{count}")
WORD, KIND, WHY = Text("词", "Word"), Text("哪一类", "Kind"), Text("为什么", "Why")
ALL_PARTS = Text("一个词里有空格，几个词都要有才算。", "Where a word has a space in it, all its parts must be there.")
WHAT, ON, WATCHED, SEARCHES, ADDED = (
    Text("什么日子", "What"), Text("哪天", "On"), Text("盯防", "Watched"), Text("一天搜几次", "Searches a day"),
    Text("加哪些词", "Words added"),
)  # fmt: skip
RINGS = {
    "fixed": Text("{window} 分钟里，{counted}到 {count}", "within {window} minutes, {counted}: {count} or more"),
    "same_hour": Text(
        "{window} 分钟里，{counted}是往周同一钟点的 {times} 倍",
        "within {window} minutes, {counted}: {times} times those of the same hour in past weeks",
    ),
    "robust": Text(
        "{window} 分钟里，{counted}高出往周同一钟点的中位数 {score} 个偏差",
        "within {window} minutes, {counted}: {score} deviations above the median of past weeks",
    ),
}
REST = Text("{hours} 小时", "{hours} hours")


def watch(plan: Watch, facts: Facts) -> list[Block]:
    """Return who watches, when, through what, and what is noted."""
    hours = plan.days and plan.end > plan.start
    times = (
        HOURS.format(days=listed_days(sorted(plan.days)), start=clock(plan.start), end=clock(plan.end))
        if hours
        else same("")
    )
    return decisions([
        (Text("谁盯", "who watches"), who(plan.owner, facts)),
        (Text("谁替", "who stands in"), _deputy(plan, facts)),
        (Text("几点盯", "when"), times),
        (SEARCHES, TIMES_A_DAY.format(count=plan.searches) if plan.searches else same("")),
        (Text("途径", "through"), run(CHANNELS[each] for each in plan.channels)),
        (Text("每次记下几点、搜了什么、看见什么", "each search is noted: time, words, finds"), yes(plan.logged)),
        (Text("来的每一条记下怎么处理的", "what comes in is noted, with what became of it"), yes(plan.recorded)),
        (Text("词表哪天看过", "the list of words was reviewed on"), day(plan.reviewed_on)),
        (Text("词表哪天再看", "it is reviewed again on"), day(plan.next_on)),
    ])  # fmt: skip


def _deputy(plan: Watch, facts: Facts) -> Text:
    """Return who stands in, and on which days the card has that person there and the watcher not."""
    there = {
        weekday: {each.id for hour in range(plan.start, plan.end) for each in facts.company.on_duty(weekday, hour)}
        for weekday in sorted(plan.days)
    }
    days = [
        weekday
        for weekday, on_duty in there.items()
        if on_card(plan.deputy, facts) in on_duty and on_card(plan.owner, facts) not in on_duty
    ]
    deputy = who(plan.deputy, facts)
    return STANDS_IN.format(who=deputy, days=listed_days(days)) if days else deputy


def watched_words(plan: Watch) -> list[Block]:
    """Return the words as a table, and those with which a hit is left out."""
    rows: list[tuple[Words, ...]] = [
        (each.word.strip(), chosen(KEYWORD_KINDS, each.kind), each.why.strip()) for each in plan.words
    ]
    out = Text("有这些词的不算：{words}", "Hits with these words are left out: {words}").format(
        words=plan.without.strip()
    )
    without = [Para(out)] if plan.without.strip() else []
    parts = [Para(ALL_PARTS, "quiet")] if any(" " in each.word.strip() for each in plan.words) else []
    return [*table((WORD, KIND, WHY), rows), *parts, *without]


def watch_days(plan: Watch) -> list[Block]:
    """Return the days to watch more closely, the soonest first, each with the days before and after it."""
    listed = sorted(plan.watch_days, key=lambda each: (each.first is None, each.first or each.last))
    return table((WHAT, ON, WATCHED, SEARCHES, ADDED), [_watch_day(each) for each in listed])


def _watch_day(each: WatchDay) -> tuple[Words, ...]:
    last = each.last or each.first
    on = day(each.first)
    if each.first and last and last != each.first:
        on = SPAN.format(first=day(each.first), last=day(last))
    watched = same("")
    if each.first and last and (each.before or each.after):
        begin, end = each.first - timedelta(days=each.before), last + timedelta(days=each.after)
        watched = SPAN.format(first=day(begin), last=day(end))
    return each.what.strip(), on, watched, str(each.searches or ""), each.words.strip()


def alarm(plan: Alarm, facts: Facts) -> list[Block]:
    """Return when the alarm rings, how long it rests, and whom it calls; nothing while nothing of it is settled."""
    if plan == Alarm():
        return []
    rings = RINGS[plan.rule].format(
        window=plan.window, counted=COUNTED[plan.counted], count=amount(plan.count), times=amount(plan.times),
        score=amount(plan.score),
    ) if plan.rule else same("")  # fmt: skip
    return decisions([
        (Text("什么时候响", "it rings"), rings),
        (Text("响过以后歇", "it then rests"), REST.format(hours=amount(plan.rest))),
        (Text("夜里叫谁", "at night it calls"), who(plan.told, facts)),
        (Text("叫不到叫谁", "or else"), who(plan.deputy, facts)),
        (Text("怎么叫", "how"), chosen(TOLD, plan.by)),
    ])  # fmt: skip
