"""What comes again and again: the posting slots, the watch, the routine of following, and the monthly report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta

from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.handbook.happenings import Happening
from playbook.handbook.held import Held
from playbook.handbook.said import account, people, who
from playbook.interaction.following import ACTS
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, join
from playbook.metrics.plan import MetricsPlan
from playbook.timing.plan import TimingPlan

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SLOT_MINUTES = 15  # how long a post stands in the calendar: it is sent, and looked at once
POST = Text("发微博：{account}", "Post: {account}")
POST_NOTE = Text(
    "草稿照队列的顺序发，见 handbook.xlsx。值班：{on_duty}。",
    "Drafts go out in the order of the queue: see handbook.xlsx. On duty: {on_duty}.",
)
NOBODY = Text("没有人", "nobody")
WATCH = Text("看舆情：{who}", "Watch: {who}")
WATCH_NOTE = Text(
    "一天搜 {searches} 次，{words} 个词。{deputy}", "Searches a day: {searches}; words: {words}. {deputy}"
)
DEPUTY = Text("{who}替。", "{who} stands in.")
TIDY = Text("清理关注列表", "Tidy the list of accounts followed")
HABITS = Text("这一周的互动", "Interaction this week")
FOLLOWS = Text("每天新关注 {count} 个账号", "new accounts followed a day: {count}")
READING = Text("读关注的账号 {count} 分钟", "minutes to read what they post: {count}")
ACT = Text("{act} {count} 次", "{act}: {count}")
REPORT = Text("写月报：{writer}", "Monthly report: {writer}")
READER = Text("给：{reader}", "For: {reader}")


def routines(held: Held, monday: date) -> Iterator[Happening]:
    """Yield everything that comes again, from this Monday on."""
    yield from _slots(held, monday)
    yield from _watch(held, monday)
    yield from _following(held, monday)
    yield from _report(held, monday)


def _slots(held: Held, monday: date) -> Iterator[Happening]:
    """Yield the slots. Each is numbered within its account's week, so that a slot that moves stays the same entry."""
    timing, facts = held.plan(TimingPlan), held.facts
    numbers: Counter[str] = Counter()
    for slot in timing.slots if timing else []:
        numbers[slot.account] += 1
        on_duty = people([each.id for each in facts.company.on_duty(slot.day, slot.hour)], facts)
        yield Happening(
            f"timing/{slot.account}/{numbers[slot.account]}",
            POST.format(account=account(slot.account, facts)),
            monday + timedelta(days=slot.day - 1),
            at=time(slot.hour, slot.minute),
            minutes=SLOT_MINUTES,
            rule={"FREQ": "WEEKLY"},
            note=POST_NOTE.format(on_duty=on_duty if on_duty.zh else NOBODY),
        )


def _watch(held: Held, monday: date) -> Iterator[Happening]:
    crisis = held.plan(CrisisPlan)
    watch = crisis.watch if crisis else None
    if watch and watch.days and watch.end > watch.start:
        days = sorted(watch.days)
        deputy = DEPUTY.format(who=who(watch.deputy, held.facts)) if watch.deputy.strip() else Text("", "")
        yield Happening(
            "crisis/watch",
            _by(WATCH, watch.owner, held.facts),
            monday + timedelta(days=days[0] - 1),
            at=time(watch.start),
            minutes=(watch.end - watch.start) * 60,
            rule={"FREQ": "WEEKLY", "BYDAY": [CODES[day - 1] for day in days]},
            note=WATCH_NOTE.format(searches=watch.searches, words=len(watch.searched), deputy=deputy),
        )


def _following(held: Held, monday: date) -> Iterator[Happening]:
    plan = held.plan(InteractionPlan)
    if plan is None:
        return
    routine = plan.routine
    habits = [
        *([FOLLOWS.format(count=routine.follows_a_day)] if routine.follows_a_day else []),
        *([READING.format(count=routine.reading)] if routine.reading else []),
        *(ACT.format(act=ACTS[act], count=count) for act, count in routine.acts_a_week.items() if count),
    ]
    if habits:
        said = join(habits, "；", "; ")
        yield Happening("interaction/week", HABITS, monday, rule={"FREQ": "WEEKLY"}, note=said)
    if routine.tidy_every:
        yield Happening("interaction/tidy", TIDY, monday, rule={"FREQ": "DAILY", "INTERVAL": routine.tidy_every})


def _report(held: Held, monday: date) -> Iterator[Happening]:
    plan = held.plan(MetricsPlan)
    if plan and plan.report.day:
        report = plan.report
        first = next(day for day in (monday + timedelta(days=n) for n in range(32)) if day.day == report.day)
        note = READER.format(reader=report.reader) if report.reader.strip() else Text("", "")
        rule = {"FREQ": "MONTHLY", "BYMONTHDAY": report.day}
        yield Happening("metrics/report", _by(REPORT, report.writer, held.facts), first, rule=rule, note=note)


def _by(said: Text, person: str, facts: Facts) -> Text:
    """Return a title with who does it; who is left out if nobody is named."""
    named = who(person, facts)
    if named.zh:
        return said.format(who=named, writer=named)
    return Text(said.zh.partition("：")[0], said.en.partition(":")[0])
