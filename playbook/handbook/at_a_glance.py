"""The week on one page: who is there, who watches, who approves, and what goes out at which hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.watching import Watch
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section, Words
from playbook.handbook.held import Held
from playbook.handbook.said import account, capital, who
from playbook.interaction.following import ACTS
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, join, same
from playbook.persons import on_card
from playbook.specialist.plan import SpecialistPlan
from playbook.timing.plan import TimingPlan
from playbook.week import DAYS, clock

TITLE = Text("一周一览", "The week at a glance")
WHEN = Text("什么时候", "When")
DUTY, ANSWERS, WATCHES, APPROVES = (
    Text("值班（点）", "On duty (hours)"), Text("专员答应的钟点", "Promised by the specialist"),
    Text("看舆情（点）", "Watching (hours)"), Text("能批（点）", "Can approve (hours)"),
)  # fmt: skip
SPAN = Text("{start}—{end} {who}", "{start}–{end} {who}")  # so that a narrow column breaks it before the name
HOURS = Text("{start}—{end}", "{start}–{end}")
STANDS_IN = Text("{who}（替）", "{who} (stands in)")
NOBODY_THERE = Text("没有人在班", "nobody on duty")
GRID = Text("谁在，几点发什么", "Who is there, and what goes out when")
HABITS = Text("每周的例行工作", "Every week")
NOTHING = Text(
    "还没有排值班，也没有发布时段。先在公司卡上排班，再做“发布时间”的计划。",
    "There are no duty hours and no posting slots yet. Enter the duty hours on the company card, then plan the timing.",
)
FOLLOW = Text("每天新关注 {count} 个账号", "New accounts to follow a day: {count}")
TIDY = Text("每 {count} 天清理一次关注列表", "Tidy the list of accounts followed, every so many days: {count}")
READ = Text(
    "一周花 {count} 分钟看关注的账号发了什么", "Minutes a week for reading what the followed accounts post: {count}"
)
ACT = Text("{act}：一周 {count} 次", "{act}: {count} a week")
SEARCH = Text("看舆情的日子，一天搜 {count} 次", "Searches on each day of the watch: {count}")
Row = tuple[Words, ...]


def week(held: Held) -> Chapter:
    """Return the page: a row for each kind of attendance and each hour with a slot, a column a weekday."""
    rows = [row for row in (*_attendance(held), *_slots(held)) if any(str(cell) for cell in row[1:])]
    grid: list[Block] = [Grid(GRID, (WHEN, *DAYS), rows)] if rows else [Para(NOTHING, "warning")]
    return Chapter("week", TITLE, [*grid, *_habits(held)])


def _attendance(held: Held) -> Iterator[Row]:
    facts = held.facts
    yield _by_day(DUTY, lambda day: _duty(facts, day))
    if specialist := held.plan(SpecialistPlan):
        week = specialist.week
        promised = _span(who(specialist.who, facts), week.answers_from, week.answers_to)
        yield _by_day(ANSWERS, lambda day: [promised] if day in week.answers_days and week.answers_to else [])
    if crisis := held.plan(CrisisPlan):
        yield _by_day(WATCHES, lambda day: _watch(crisis.watch, facts, day))
    if governance := held.plan(GovernancePlan):
        covers = governance.workflow.covers
        yield _by_day(
            APPROVES,
            lambda day: [_span(who(each.who, facts), each.start, each.end) for each in covers if day in each.days],
        )


def _by_day(label: Text, said: Callable[[int], list[Text]]) -> Row:
    return (label, *(join(said(day), "\n", "\n") for day in range(1, 8)))


def _duty(facts: Facts, day: int) -> list[Text]:
    shifts = [(each, shift) for each in facts.company.people for shift in each.duty if day in shift.days]
    return [
        _span(who(each.id, facts), shift.start, shift.end)
        for each, shift in sorted(shifts, key=lambda pair: pair[1].start)
    ]


def _watch(watch: Watch, facts: Facts, day: int) -> list[Text]:
    """Return who keeps the watch from when to when, on a day."""
    hours = range(watch.start, watch.end) if day in watch.days else range(0)
    spans = [(named, list(of)) for named, of in groupby(hours, key=lambda hour: _watcher(watch, facts, day, hour))]
    return [_span(named, of[0], of[-1] + 1) for named, of in spans]


def _watcher(watch: Watch, facts: Facts, day: int, hour: int) -> Text:
    """Return who is there to watch in an hour: the owner, else the deputy; the owner too if their hours are unknown."""
    there = {each.id for each in facts.company.on_duty(day, hour)}
    owner = on_card(watch.owner, facts)
    if owner is None or not facts.company.staffed or owner in there:
        return who(watch.owner, facts)
    return STANDS_IN.format(who=who(watch.deputy, facts)) if on_card(watch.deputy, facts) in there else NOBODY_THERE


def _span(named: Text, start: int, end: int) -> Text:
    return SPAN.format(who=named, start=start, end=end) if named.zh else HOURS.format(start=start, end=end)


def _slots(held: Held) -> Iterator[Row]:
    timing = held.plan(TimingPlan)
    slots = timing.slots if timing else []
    for hour in sorted({each.hour for each in slots}):
        here = sorted((each for each in slots if each.hour == hour), key=lambda each: each.minute)
        cells = [
            join(
                [_slot(each.minute, account(each.account, held.facts)) for each in here if each.day == day], "\n", "\n"
            )
            for day in range(1, 8)
        ]
        yield (clock(hour), *cells)


def _slot(minute: int, named: Text) -> Text:
    return same(f":{minute:02} ") + named if minute else named


def _habits(held: Held) -> list[Block]:
    told = [*_interaction(held.plan(InteractionPlan)), *_searches(held.plan(CrisisPlan))]
    return [Section(HABITS, [Listing(told)])] if told else []


def _interaction(plan: InteractionPlan | None) -> Iterator[Words]:
    if plan is None:
        return
    routine = plan.routine
    for said, count in ((FOLLOW, routine.follows_a_day), (READ, routine.reading), (TIDY, routine.tidy_every)):
        if count:
            yield said.format(count=count)
    for act, count in routine.acts_a_week.items():
        if count:
            yield capital(ACT.format(act=ACTS[act], count=count))


def _searches(plan: CrisisPlan | None) -> Iterator[Words]:
    if plan and plan.watch.searches:
        yield SEARCH.format(count=plan.watch.searches)
