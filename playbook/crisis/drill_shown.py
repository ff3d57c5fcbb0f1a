"""How a drill stands, as the room shows it: the panel, the cards, the chart's axes, what is heard."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pandas as pd

from playbook.crisis import drill_words as words
from playbook.crisis.drill.actions import SAID, why_not
from playbook.crisis.drill.failings import Course
from playbook.crisis.drill.happened import name_of
from playbook.crisis.drill.heard import KINDS, heard
from playbook.crisis.drill.state import NEVER
from playbook.language import Text, join, language, same

ROUND = 5  # mentions to which the top of the chart is rounded up
LEAST_TOP = 10.0
EVERY = 12  # steps between two ticks of the hours
KEPT = 60  # mentions that stay in the list
SILENT = 8  # steps in which the same line is not read twice


def clock(course: Course) -> str:
    """Return day and hour as the room's clock shows them."""
    at, step = course.of.scenario.at(course.last.step), course.last.step
    return str(words.CLOCK.format(day=at.day, at=_hour(at), step=step, all=course.of.scenario.steps))


def panel(course: Course, people: list[str]) -> list[list[Any]]:
    """Return what is known and open: `[name, value, flagged]`."""
    state, of = course.last, course.of
    facts = words.ASKED if state.asked_at[0] != NEVER else words.UNASKED
    if state.known[0]:
        facts = of.scenario.ours_found if of.ours[0] else of.scenario.other_found
    volume = words.RISING if state.rising[0] else words.FALLING if state.step else words.NO_COUNT_YET
    rows = [
        (words.FACTS, facts, False),
        (words.VOLUME, volume.format(count=int(state.last[0])), bool(state.rising[0])),
        (words.STANDING, words.OF_100.format(value=round(float(state.standing[0]))), False),
        (words.WAITING, words.PEOPLE.format(count=int(state.waiting[0])), False),
        _askers(course),
        (words.DUE, _due(course), bool(state.due[0] != NEVER)),
        _desk(course, people),
        (words.POSTS, words.PAUSED if state.paused[0] else words.RUNNING, not state.paused[0]),
    ]
    return [[str(name), str(value), flagged] for name, value, flagged in rows]


def cards(course: Course) -> list[list[str]]:
    """Return what can be done: `[key, action, name, what it does, why not]`."""
    shown = []
    for key, act in words.KEYS:
        said = SAID[act]
        why = words.ENDED if course.last.step >= course.of.scenario.steps else why_not(course.of, course.last, act)
        shown.append([key, act, str(said.name), str(said.does), str(why or "")])
    return shown


def series(course: Course) -> list[list[float]]:
    """Return `[mentions, negative]` of each step that has passed."""
    return [[float(each.last[0]), round(float(each.by_mood[0, 1:3].sum()), 1)] for each in course.states[1:]]


def axes(course: Course) -> dict[str, Any]:
    """Return the chart's ends and ticks, and the chart in a sentence."""
    shown, scenario = series(course), course.of.scenario
    most = max([LEAST_TOP, *(mentions for mentions, _ in shown)])
    top = float(math.ceil(most / ROUND) * ROUND)
    across = [[step / scenario.steps, _hour(scenario.at(step))] for step in range(0, scenario.steps, EVERY)]
    said = words.NOT_BEGUN
    if shown:
        place = max(range(len(shown)), key=lambda each: shown[each][0])
        said = words.CHARTED.format(
            last=int(shown[-1][0]),
            negative=round(shown[-1][1]),
            most=int(shown[place][0]),
            at=_hour(scenario.at(place)),
        )
    return {
        "top": top, "length": scenario.steps, "across": across, "charted": str(said),
        "up": [[0.0, "0"], [0.5, f"{top / 2:g}"], [1.0, f"{top:g}"]],
    }  # fmt: skip


def items(course: Course, seed: int) -> list[list[Any]]:
    """Return what was heard: `[head, text, gloss, grave]`, the newest first."""
    shown: list[list[Any]] = []
    said_at: dict[str, int] = {}
    for before, after in pairwise(course.states):
        at, now = _hour(course.of.scenario.at(before.step)), []
        for each in heard(course.of, before, after, seed):
            grave = each.kind in {"journalist", "notice"}
            if not grave and before.step - said_at.get(each.said.zh, -SILENT) < SILENT:
                continue
            said_at[each.said.zh] = before.step
            author = same(f" · {each.author}" if each.author else "")
            head = words.HEAD.format(at=at, kind=KINDS[each.kind], author=author)
            gloss = each.said.en if language() == "en" else ""
            now.append([str(head), each.said.zh, gloss, grave])
        shown = [*now, *shown][:KEPT]
    return shown


def _askers(course: Course) -> tuple[Text, Text, bool]:
    state = course.last
    who = [words.JOURNALISTS.format(count=int(state.inquiries[0]))] if state.inquiries[0] else []
    who += [words.PLATFORM] if state.noticed[0] else []
    return words.ASKERS, join(who) if who else words.NOBODY_ASKS, bool(who)


def _due(course: Course) -> Text:
    due = int(course.last.due[0])
    return words.NO_PROMISE if due == NEVER else words.PROMISED.format(at=_hour(course.of.scenario.at(due)))


def _desk(course: Course, people: list[str]) -> tuple[Text, Text, bool]:
    state = course.last
    if not state.staffed[0]:
        return words.DESK, words.EMPTY, True
    hours, who = float(state.at_desk[0]), name_of(people, int(state.holder[0]))
    tired = hours >= course.of.effects.tired_after
    return words.DESK, (words.TIRED if tired else words.AT_DESK).format(who=who, hours=f"{hours:g}"), tired


def _hour(at: pd.Timestamp) -> str:
    return f"{at:%H:%M}"
