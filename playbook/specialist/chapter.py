"""The specialist’s chapter of the handbook: the person, the week, ninety days with their reviews, what is refused."""

from __future__ import annotations

from datetime import date, timedelta

from playbook.facts import Facts
from playbook.fields import Kind, Several, people
from playbook.handbook.blocks import Block, Chapter, Para, Words
from playbook.handbook.laid import chapter_of
from playbook.handbook.parts import Fields, listed, told
from playbook.handbook.said import amount, day, decisions, run, still_open, table
from playbook.language import Text
from playbook.specialist import words
from playbook.specialist.plan import (
    ABILITIES,
    DAYS,
    DEPARTMENTS,
    REFUSALS,
    STRETCHES,
    WORKS,
    Ability,
    SpecialistPlan,
    Week,
)
from playbook.specialist.words import KNOWN, LABELS
from playbook.week import clock, listed_days

TITLE = Text("专员", "Specialist")
PERSON = Text("谁在做", "Who does the work")
CAN = Text("会什么，拿什么证明", "What the specialist can do, and what shows it")
REFUSED = Text("不做什么，别人要做时怎么说", "What is not done, and what to say when somebody asks for it")
HIRING = Text("再招一个人时", "When another is hired")
ABILITY, WORK, HOURS = Text("能力", "Ability"), Text("工作", "Work"), Text("小时", "Hours")
ASKED, ANSWER = Text("要做的事", "What is asked for"), Text("这样说", "Say")
ALL, GOALS = Text("合计", "In all"), Text("目标", "goals")
ON_DAYS = Text("一周上 {days} 天班，合计 {hours} 小时。", "Days worked a week: {days}; hours in all: {hours}.")
PROMISED = Text(
    "答应读者：{days}，{start}到 {end}有人回复。",
    "Promised to readers: answers on {days}, from {start} to {end}.",
)
NOT_PROMISED = Text("没有答应读者几点有人回复。", "No hours are promised for answers.")
DATED = Text("{stretch}（{first} 到 {last}）", "{stretch} ({first} to {last})")
LEVEL = Text("{level} 级：{says}", "{level}: {says}")
LATER = ("functions", "drill_on", "outcome")  # of a stretch: told once there is one; nothing lacks before
GOAL: Fields = {
    "what": (LABELS["what"], None),
    "ability": (LABELS["ability"], {name: each.name for name, each in KNOWN.items()}),
    "evidence": (LABELS["goal_evidence"], None),
    "judged_by": (LABELS["judged_by"], dict(words.SHOWN_SAID)),
}
HIRED: Fields = {
    "asks": (LABELS["asks"], Several(words.ASKS_SAID)),
    "task": (LABELS["task"], "text"),
    "weights_first": (LABELS["weights_first"], True),
}


def chapter(plan: SpecialistPlan, facts: Facts) -> Chapter:
    """Return what one person's ninety days come to, for colleagues who work with them."""
    parts = [
        (PERSON, decisions(told(plan, _person(facts)))),
        (CAN, _abilities(plan)),
        (words.HEADS["week"], _week(plan.week)),
        *((_dated(plan.begins, at), _stretch(plan, at, facts)) for at in range(len(plan.days))),
        (words.HEADS["contacts"], _contacts(plan, facts)),
        (REFUSED, _refused(plan)),
        (HIRING, decisions(told(plan.hiring, HIRED))),
    ]
    return chapter_of(plan, TITLE, parts)


def _person(facts: Facts) -> Fields:
    return {
        "who": (LABELS["who"], people(facts.company)),
        "begins": (LABELS["begins"], "date"),
        "functions": (LABELS["functions"], Several(words.FUNCTIONS_SAID)),
    }


def _abilities(plan: SpecialistPlan) -> list[Block]:
    rated = [name for name in ABILITIES if plan.of(name) != Ability()]
    rows = [(KNOWN[name].name, *_rated(KNOWN[name].levels, plan.of(name))) for name in rated]
    heads = (ABILITY, LABELS["level"], LABELS["evidence"], LABELS["wanted"])
    return [*table(heads, rows), *still_open([KNOWN[name].name for name in ABILITIES if rated and name not in rated])]


def _rated(levels: tuple[Text, ...], one: Ability) -> tuple[Words, Words, Words]:
    now, wanted = ("" if at is None else LEVEL.format(level=at, says=levels[at]) for at in (one.level, one.wanted))
    return now, run([one.evidence, one.where, day(one.on)]), wanted


def _week(week: Week) -> list[Block]:
    hours = [(words.WORKS_SAID[name], amount(week.hours[name])) for name in WORKS if week.hours.get(name)]
    if not hours and not week.answers_to:
        return []
    days = [Para(ON_DAYS.format(days=week.days, hours=amount(week.total)))] if hours else []
    rows = [*hours, (ALL, amount(week.total))] if hours else []
    return [*days, Para(_promised(week)), *table((WORK, HOURS), rows, numbers=(1,))]


def _promised(week: Week) -> Text:
    if not week.answers_to or not week.answers_days:
        return NOT_PROMISED
    return PROMISED.format(
        days=listed_days(sorted(set(week.answers_days))), start=clock(week.answers_from), end=clock(week.answers_to)
    )


def _dated(begins: date | None, at: int) -> Text:
    """Return what a stretch is called, with its first and last day once the first of the ninety is known."""
    if begins is None or (date.max - begins).days < DAYS * STRETCHES:
        return words.STRETCHES_SAID[at]
    first = begins + timedelta(days=at * DAYS)
    return DATED.format(stretch=words.STRETCHES_SAID[at], first=first, last=first + timedelta(days=DAYS - 1))


def _stretch(plan: SpecialistPlan, at: int, facts: Facts) -> list[Block]:
    stretch = plan.days[at]
    names = people(facts.company)
    fields: dict[str, tuple[Text, Kind]] = {
        "trained_by": (LABELS["trained_by"], None),
        "functions": (LABELS["learn_functions"], Several(words.FUNCTIONS_SAID)),
        "stock": (LABELS["stock"], 366),
        "new_form": (LABELS["new_form"], None),
        "drill_on": (LABELS["drill_on"], "date"),
        "reviewer": (LABELS["reviewer"], names),
        "review_on": (LABELS["review_on"], "date"),
        "outcome": (LABELS["outcome"], dict(words.OUTCOMES)),
    }
    kept = {name: each for name, each in fields.items() if name not in LATER or getattr(stretch, name)}
    goals = listed(stretch.goals, GOAL)
    return [*goals, *decisions([*([] if goals else [(GOALS, "")]), *told(stretch, kept)])]


def _contacts(plan: SpecialistPlan, facts: Facts) -> list[Block]:
    rows = listed(
        plan.contacts,
        {
            "department": (LABELS["department"], dict(words.DEPARTMENTS_SAID)),
            "who": (LABELS["who"], people(facts.company)),
            "within": (LABELS["within"], 1000),
        },
    )
    named = {each.department for each in plan.contacts}
    missing = [words.DEPARTMENTS_SAID[each] for each in DEPARTMENTS if each not in named]
    return [*rows, *still_open(missing)] if rows else []


def _refused(plan: SpecialistPlan) -> list[Block]:
    said = [each for each in REFUSALS if plan.not_done.get(each, "").strip()]
    missing = [words.REFUSALS_SAID[each] for each in REFUSALS if said and each not in said]
    rows = [(words.REFUSALS_SAID[each], plan.not_done[each]) for each in said]
    return [*table((ASKED, ANSWER), rows), *still_open(missing)]
