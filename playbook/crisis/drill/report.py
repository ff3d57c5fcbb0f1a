"""The report after a drill: what was known when, what was done, how it compares with the plan, what to ask now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from playbook.crisis.drill.actions import SAID, Act
from playbook.crisis.drill.failings import Course, course_of, failings
from playbook.crisis.drill.happened import happened
from playbook.crisis.drill.log import Log
from playbook.crisis.drill.policies import POLICIES, scored
from playbook.crisis.drill.scenarios import STEP
from playbook.crisis.drill.score import score
from playbook.crisis.drill.state import NEVER, OPEN, State
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Act as Planned
from playbook.crisis.responding import Level
from playbook.crisis.words import ACTS
from playbook.language import Text, same
from playbook.rules import Finding

Moment = Literal["detected", "known", "acknowledged", "answered", "closed"]
MOMENTS: dict[Moment, Text] = {
    "detected": Text("发现", "detected"),
    "known": Text("查清", "facts known"),
    "acknowledged": Text("第一句话", "first word"),
    "answered": Text("照事情回答", "answered with the facts"),
    "closed": Text("收尾", "closed"),
}
DOES_IT: dict[Planned, Act] = {  # what a step of a plan's first hours is in the drill
    "pause": "pause", "ask": "ask", "hold": "hold", "hand_over": "hand_over", "tell_inside": "escalate",
}  # fmt: skip
CALLED: dict[Planned, Text] = {  # where the plan has another word for it than the room has
    "tell_inside": Text("{what}（演练里按 7“上报”）", "{what} (in the drill: 7, “Escalate”)"),
}
MINUTES = int(STEP * 60)
HOUR = 4  # steps
KEPT = Text(
    "计划：{what}，{wanted} 分钟以内。做到了：第 {minutes} 分钟。",
    "Plan: {what} within {wanted} min. Kept: minute {minutes}.",
)
MISSED = Text(
    "计划：{what}，{wanted} 分钟以内。实际：第 {minutes} 分钟。",
    "Plan: {what} within {wanted} min. Done: minute {minutes}.",
)
NOT_DONE = Text("计划：{what}，{wanted} 分钟以内。没有做。", "Plan: {what} within {wanted} min. It was not done.")
FIRST_WORD = Text("“{level}”级的第一句话", "the first word at level “{level}”")
ANSWERED = Text(
    "“{level}”级只看不答，实际公开说了 {count} 次。",
    "Level “{level}” is watched and not answered; we spoke {count} times.",
)
LEFT_ALONE = Text("“{level}”级只看不答，做到了。", "Level “{level}” is watched and not answered. Kept.")
NO_LEVELS = Text(
    "计划里还没有分级，没有期限可比。", "The plan has no levels yet, so there are no deadlines to compare."
)

NO_LEVEL = Text(
    "这件事没有到计划里的哪一级，可以不答；公开说了 {count} 次。",
    "This reached none of the plan’s levels and needed no answer; we spoke {count} times.",
)
NO_LEVEL_KEPT = Text(
    "这件事没有到计划里的哪一级，没有答，正好。", "This reached none of the plan’s levels, and was rightly left alone."
)


class Row(NamedTuple):
    """A line of the timeline: the minute since the alarm, whether we did it, what it was, and our words with it."""

    minute: int
    ours: bool
    what: Text
    said: str = ""


class Against(NamedTuple):
    """What the plan wanted, and whether it was kept."""

    kept: bool
    said: Text


@dataclass(frozen=True)
class Report:
    """An after-action report as data; `minutes` since the alarm, None for what never was.

    `parts`: the score's (`whole, standing, answered, small`); `rival`: what the sensible plan reaches with the same
    luck; `mentions`: how many there were, `alone`: how many there would have been with nobody passing anything on.
    """

    log: Log
    minutes: dict[Moment, int | None]
    rows: list[Row]
    parts: dict[str, float]
    rival: float
    mentions: int
    alone: int
    against: list[Against]
    findings: list[Finding]
    questions: list[Text]


def report(log: Log, plan: CrisisPlan | None = None, people: list[str] | None = None) -> Report:
    """Return the report on a drill, held against the learner's own plan. Raises LogError for a log that cannot be."""
    course = course_of(log)
    of, last = course.of, course.last
    minutes = _moments(course)
    found = list(failings(course))
    return Report(
        log=log,
        minutes=minutes,
        rows=sorted(_rows(course, log, people or []), key=lambda row: row.minute),
        parts={name: round(float(values[0]), 1) for name, values in score(of, last)._asdict().items()},
        rival=round(float(scored(of, POLICIES["sensible"].acts).whole[0]), 1),
        mentions=int(last.total[0]),
        alone=int(of.alone[0]),
        against=list(_against(course, log, plan)) if plan else [],
        findings=found,
        questions=list(_questions(minutes)),
    )


def _moments(course: Course) -> dict[Moment, int | None]:
    last = course.last
    answered = _since(course, lambda each: bool(each.explained[0]) or _stands(each))
    known = _since(course, lambda each: bool(each.known[0]))
    steps: dict[Moment, int | None] = {
        "detected": 0, "known": known, "acknowledged": _at(last.first_at[0]), "answered": answered,
        "closed": _at(last.closed_at[0]),
    }  # fmt: skip
    return {name: None if at is None else at * MINUTES for name, at in steps.items()}


def _since(course: Course, so: Callable[[State], bool]) -> int | None:
    """Return the step in which something became so, as the timeline tells it; None for what never did."""
    return next((each.step - 1 for each in course.states if so(each)), None)


def _stands(state: State) -> bool:
    return bool(state.known[0] and state.stance[0] != OPEN)


def _at(step: np.int64) -> int | None:
    return None if step == NEVER else int(step)


def _rows(course: Course, log: Log, people: list[str]) -> Iterator[Row]:
    yield Row(0, ours=False, what=course.of.scenario.story)
    for done in log.acts:
        yield Row(done.step * MINUTES, ours=True, what=SAID[done.action].name, said=done.said)
    for before, after in pairwise(course.states):
        for each in happened(course.of, before, after, people):
            yield Row(before.step * MINUTES, ours=False, what=each.said)


def level_of(course: Course, plan: CrisisPlan) -> Level | None:
    """Return the gravest of a plan's levels that the crisis reached, by its signs or by negative mentions an hour."""
    signs = {course.of.scenario.kind} | ({"journalist"} if course.last.unheard[0] or _asked(course) else set())
    signs |= {"authority"} if course.of.scenario.notice else set()
    negative = [float(each.negative[0]) for each in course.states]
    most = max((late - early for early, late in zip(negative, negative[HOUR:], strict=False)), default=negative[-1])
    reached = [
        each for each in plan.levels if signs & set(each.signs) or (each.from_count and most >= each.from_count)
    ]  # fmt: skip
    return reached[-1] if reached else None


def _asked(course: Course) -> bool:
    return any(each.inquiries[0] for each in course.states)


def _against(course: Course, log: Log, plan: CrisisPlan) -> Iterator[Against]:
    level = level_of(course, plan)
    spoken = sum(each.action in {"hold", "public", "correct", "apologise"} for each in log.acts)
    if not plan.levels:
        yield Against(False, NO_LEVELS)
    elif level is None:
        yield Against(not spoken, (NO_LEVEL if spoken else NO_LEVEL_KEPT).format(count=spoken))
    elif level.silent:
        said = (ANSWERED if spoken else LEFT_ALONE).format(level=same(level.name), count=spoken)
        yield Against(not spoken, said)
    elif level.first_word:
        first = _at(course.last.first_at[0])
        yield _held(FIRST_WORD.format(level=same(level.name)), level.first_word, first)
    if level is None or level.silent:
        return
    when = {each.action: each.step for each in reversed(log.acts)}
    for each in plan.first_hours:
        if each.act in DOES_IT and each.within:
            act = DOES_IT[each.act]
            what = CALLED[each.act].format(what=ACTS[each.act]) if each.act in CALLED else SAID[act].name
            yield _held(what, each.within, when.get(act))


def _held(what: Text, wanted: int, step: int | None) -> Against:
    if step is None:
        return Against(False, NOT_DONE.format(what=what, wanted=wanted))
    kept = step * MINUTES <= wanted
    return Against(kept, (KEPT if kept else MISSED).format(what=what, wanted=wanted, minutes=step * MINUTES))


def _questions(minutes: dict[Moment, int | None]) -> Iterator[Text]:
    """Yield three things to talk over: before the facts, between facts and answer, and what the plan needs."""
    if minutes["known"] is None:
        yield Text(
            "事情到最后也没有查清：该问谁、几点问？", "The facts never came in: whom should we have asked, and when?"
        )
    else:
        yield Text(
            "第 {known} 分钟才查清。那以前说过的话，今天还站得住吗？",
            "The facts came in at minute {known}. Do the words said before still stand?",
        ).format(known=minutes["known"])
    gap = (minutes["answered"] or 0) - (minutes["known"] or 0)
    if minutes["answered"] is None or minutes["known"] is None:
        yield Text(
            "谁该来把事情说清楚？他那天找得到吗？",
            "Who should have said what happened, and could they be reached that day?",
        )
    else:
        yield Text(
            "从查清到说出来隔了 {gap} 分钟：卡在谁那里？",
            "Between the facts and our answer lay {gap} minutes: with whom did it wait?",
        ).format(gap=max(gap, 0))
    yield Text(
        "计划里哪一条期限、哪一份稿子要改？谁改，哪天改好？",
        "Which deadline or draft of the plan must change? Who does it, and by when?",
    )
