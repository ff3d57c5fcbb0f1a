"""Is the right thing watched, by somebody, often enough, and more closely when it matters?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import raised
from playbook.crisis.watching import Watch, WatchDay, several
from playbook.crisis.words import CHANNELS, KEYWORD_KINDS
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.persons import blank
from playbook.rules import Finding, rule
from playbook.week import listed

WORKDAYS = range(1, 6)
WORDS, REFRESH, CHANNEL = "keyword-watchlist", "keyword-list-refresh", "early-detection-channels"


def watched(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - all reviews of a plan are alike
    """Find what the watch lacks; nothing before it is begun."""
    if plan.watch == Watch():
        return
    yield from _words(plan.watch)
    yield from _refreshed(plan.watch)
    yield from _kept(plan.watch)
    yield from _written_down(plan.watch)
    yield from _events(plan.watch)
    yield from _closer(plan.watch)


def _words(watch: Watch) -> Iterator[Finding]:
    written = [each for each in watch.words if not blank(each.word)]
    missing = [said for kind, said in KEYWORD_KINDS.items() if kind not in {each.kind for each in written}]
    if missing:
        said = Text("词表里还没有这几类词：{kinds}。", "The list has no word of these kinds: {kinds}.")
        mend = Text(
            "每类至少一个词；谐音和错别字照自己的品牌名想，别抄别家的。",
            "Have at least one of each kind. Make misspellings of your own name; do not copy another company’s.",
        )
        yield raised(WORDS, said, mend, "watch.words", kinds=join(missing))
    unsorted = [same(each.word.strip()) for each in written if each.kind is None]
    if unsorted:
        said = Text("没有写是哪一类词：{words}。", "Of these words the kind is not settled: {words}.")
        yield raised(
            WORDS, said, Text("给每个词选一类。", "Choose a kind for each."), "watch.words", words=listed(unsorted)
        )
    reasonless = [same(each.word.strip()) for each in written if blank(each.why)]
    if reasonless:
        said = Text("没有写为什么盯：{words}。", "Nothing says why these words are watched: {words}.")
        mend = Text("一句话：从它身上想早一步看见什么。", "In a sentence: what would you see there first?")
        yield raised(WORDS, said, mend, "watch.words", words=listed(reasonless, measure="个"))


def _refreshed(watch: Watch) -> Iterator[Finding]:
    most = rule(f"crisis.{REFRESH}").values["days"]
    mend = Text("写上看过的日子和下一次的日子。", "Enter the day of the last review and of the next.")
    if watch.reviewed_on is None or watch.next_on is None:
        said = Text("没有写词表哪天看过、哪天再看。", "Nothing says when the list was reviewed, and when it will be.")
        yield raised(REFRESH, said, mend, "watch.next_on")
        return
    days = (watch.next_on - watch.reviewed_on).days
    if not 0 < days <= most:
        said = Text(
            "词表下一次看和上一次隔 {days} 天，要在 1 到 {most} 天之间。",
            "There are {days} days from one review of the list to the next; there should be 1 to {most}.",
        )
        yield raised(REFRESH, said, mend, "watch.next_on", days=days, most=most)


def _kept(watch: Watch) -> Iterator[Finding]:
    if blank(watch.owner):
        said = Text("没有写谁来盯。", "Nobody is named to keep the watch.")
        yield raised("monitoring-owner", said, Text("定一个人。", "Name one person."), "watch.owner")
    idle = [day for day in WORKDAYS if day not in watch.days]
    if idle or watch.end <= watch.start:
        said = Text(
            "工作日没有天天盯，或者没有写从几点到几点。", "Not every working day is watched, or the hours are not set."
        )
        mend = Text("周一到周五都盯，写明钟点；周末和夜里另有安排。", "Watch from Monday to Friday and set the hours.")
        yield raised("monitor-whole-process", said, mend, "watch.days")
    most, hours = rule("crisis.opinion-barometer").values["hours"], watch.end - watch.start
    if hours > 0 and (watch.searches == 0 or hours / watch.searches > most):
        said = Text(
            "一天盯 {hours} 小时，只搜 {count} 次：两次之间最长不止 {most} 小时。",
            "In {hours} hours a day there are {count} searches: more than {most} hours lie between two.",
        )
        mend = Text("多搜几次，隔开时间。", "Search more often, spread over the day.")
        yield raised("opinion-barometer", said, mend, "watch.searches", hours=hours, count=watch.searches, most=most)


def _written_down(watch: Watch) -> Iterator[Finding]:
    missing = [said for channel, said in CHANNELS.items() if channel not in watch.channels]
    if missing:
        said = Text("还有途径没有用上：{which}。", "These channels are not used: {which}.")
        mend = Text("三条途径各看各的，一条也不要省。", "Each of the three sees something else; use them all.")
        yield raised(CHANNEL, said, mend, "watch.channels", which=join(missing))
    if not watch.logged:
        said = Text("盯了没有记：几点、搜了什么、看见什么。", "The watch keeps no log of times, words and findings.")
        mend = Text("记一本，一次一行。", "Keep one, a line each time.")
        yield raised("opinion-barometer", said, mend, "watch.logged")
    if not watch.recorded:
        said = Text("来的提及没有记下怎么处理的。", "What comes in is not recorded with what became of it.")
        mend = Text(
            "每一条记一个状态：没看、在办、答了、不答。", "Note for each: unseen, in hand, answered, left alone."
        )
        yield raised("two-way-channel", said, mend, "watch.recorded")


def _events(watch: Watch) -> Iterator[Finding]:
    missing = [
        Text.of(event) for event in rule("crisis.watch-events").values["events"] if not _is_watched(watch, event)
    ]
    if missing:
        said = Text("敏感时点里没有：{events}。", "The watch days leave out: {events}.")
        mend = Text("加上这几天，前后各留几天。", "Add them, with days before and after.")
        yield raised("watch-events", said, mend, "watch.watch_days", events=join(missing))
    bare = [same(each.what.strip() or "?") for each in watch.watch_days if not (each.before and each.after)]
    if bare:
        said = Text(
            "只盯当天，前后没有留日子：{which}。", "Watched on the day alone, with none before or after: {which}."
        )
        mend = Text(
            "事前会预热，事后会发酵：各留一天以上。", "Talk begins before and goes on after: leave a day or more each."
        )
        yield raised("watch-events", said, mend, "watch.watch_days", which=join(bare))


def _is_watched(watch: Watch, event: dict[str, list[str]]) -> bool:
    """Tell whether a watch day takes in one of the dates: `MM-DD` of any year, or a full date."""
    return any(_takes_in(each, day) for each in watch.watch_days for day in event["on"])


def _takes_in(days: WatchDay, day: str) -> bool:
    if days.first is None or days.last is None:
        return False
    first, last = days.first - timedelta(days.before), days.last + timedelta(days.after)
    years = range(first.year, last.year + 1)
    wanted = [date.fromisoformat(day)] if len(day) > len("MM-DD") else [date.fromisoformat(f"{y}-{day}") for y in years]
    return any(first <= each <= last for each in wanted)


def _closer(watch: Watch) -> Iterator[Finding]:
    for each in watch.watch_days:
        lacks = [
            *([Text("没有搜得更勤", "no more searches")] if each.searches <= watch.searches else []),
            *([Text("没有加词", "no more words")] if not set(several(each.words)) - set(watch.searched) else []),
        ]
        if lacks:
            said = Text("{what}和平常一样盯：{lacks}。", "{what} is watched as usual: {lacks}.")
            mend = Text("那几天搜得更勤，再加几个词。", "Search more often on those days, and add words.")
            yield raised(
                "event-intensify", said, mend, "watch.watch_days", what=each.what.strip() or "?", lacks=join(lacks)
            )
