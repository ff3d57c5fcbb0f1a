"""The room in which a drill is played: saved at every step, and played on where it was left."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Any

import ipywidgets as widgets
import numpy as np

from playbook.controls import choice, offer
from playbook.crisis import drill_shown as shown
from playbook.crisis import drill_words as words
from playbook.crisis.drill.actions import NUMBER, SAID, SPOKEN, Act, why_not
from playbook.crisis.drill.failings import Course, course_of
from playbook.crisis.drill.happened import GRAVE, happened
from playbook.crisis.drill.log import Log, LogError, fresh
from playbook.crisis.drill.report import report
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill.step import step
from playbook.crisis.drill.world import roster_of
from playbook.crisis.drill_html import report_html
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Scenario as Kind
from playbook.crisis.responding import StatementKind
from playbook.crisis.room import Room
from playbook.facts import Facts, facts
from playbook.language import Text, join
from playbook.planners import ALL, Asked, Desk, Planner, open_desk, open_planner
from playbook.rules import Finding

FIRST = "tins"
DRAFTED: dict[Act, StatementKind] = {
    "hold": "holding", "public": "fact", "correct": "correction", "apologise": "apology", "close": "closing",
}  # fmt: skip


class DrillPlanner(Planner[Log]):
    """A drill in its room. The clock of the browser lets time pass; what is done comes from the reader alone.

    In an exercise (`asked` names an account) the crisis and its luck are given, and starting again is the same drill;
    else the reader chooses the crisis, and each start has other luck.
    """

    def __init__(self, desk: Desk[Log], known: Facts, asked: Asked = ALL, plan: CrisisPlan | None = None) -> None:
        self._given, self._own = bool(asked.accounts), plan
        self._company, self._people = known.company, [each.name for each in known.company.people]
        impossible = self._open(desk)
        self._log = desk.plan
        self._showing = False
        self.room = Room(words={key: str(text) for key, text in words.ROOM.items()})
        self.which = choice(words.CHOOSE)
        self._story, self._report = widgets.HTML(), widgets.HTML()
        super().__init__(desk, known, "drill")
        above = [] if self._given else [self.which]
        self.children = (*above, self._story, self.room, self._report)
        if impossible:
            self.notice(impossible)
        self.which.observe(self._chosen, "value")
        self.room.on_act(self._act)
        self.room.on_action(lambda action: {"undo": self.undo, "redo": self.redo, "again": self._again}[action]())

    def _open(self, desk: Desk[Log]) -> Text | None:
        """Play the log on the desk; one that cannot have been played gives way to a fresh one, and it is said."""
        try:
            self._course = course_of(desk.plan)
        except LogError as error:
            log = desk.plan
            desk.plan = fresh(log.scenario, log.seed, roster_of(self._company, scenarios()[log.scenario]))
            self._course = course_of(desk.plan)
            return words.IMPOSSIBLE.format(why=error.args[0])
        return None

    def hold_against(self, plan: CrisisPlan) -> None:
        """Take the plan as it stands now: its drafts go out from now on, and the report is held against it."""
        self._own = plan
        self._report.value = self._reported() if self.plan.over else ""

    def _act(self, name: str, said: str) -> None:
        """Take an action for one step; what cannot be done is said, and no time passes."""
        act: Act = next(each for each in NUMBER if each == name)
        if self.plan.over:
            self.room.done = str(words.ENDED)
        elif barred := why_not(self._course.of, self._course.last, act):
            self.room.done = str(barred)
        else:
            self._change(lambda log: log.then(act, said or self._draft(act)), remember=False)

    def _draft(self, act: Act) -> str:
        """Return the plan's draft for an action: one for this crisis before one for any."""
        if self._own is None or act not in SPOKEN or act not in DRAFTED:
            return ""
        wanted: tuple[Kind, ...] = (self._course.of.scenario.kind, "any")
        drafts = {each.scenario: each.text for each in reversed(self._own.drafted(DRAFTED[act]))}
        return next((drafts[each] for each in wanted if drafts.get(each)), "")

    def _chosen(self, change: dict[str, Any]) -> None:
        if not self._showing and change["new"] != self.plan.scenario:
            self._change(lambda log: self._fresh(change["new"], log.seed))

    def _again(self) -> None:
        self._change(lambda log: self._fresh(log.scenario, log.seed + (not self._given)))

    def _fresh(self, scenario: str, seed: int) -> Log:
        return fresh(scenario, seed, roster_of(self.facts.company, scenarios()[scenario]))

    # ---- what is shown

    def _follow(self) -> None:
        """Play on from the states that are known, if the log only went on; else play it from its begin."""
        log, course = self.plan, self._course
        goes_on = self._log.model_copy(update={"acts": log.acts, "played": log.played}) == log
        known = goes_on and log.acts[: len(self._log.acts)] == self._log.acts and log.played >= self._log.played
        if not known:
            self._course = course_of(log)
        else:
            acts = {each.step: each.action for each in log.acts}
            states = list(course.states)
            for place in range(self._log.played, log.played):
                action = np.array([NUMBER[acts.get(place, "wait")]])
                states.append(step(course.of, states[-1], action))
            self._course = Course(course.of, states)
        self._log = log

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - a drill is reported, not reviewed
        before = self._course.last.step
        self._follow()
        course, room = self._course, self.room
        self._showing = True
        offer(self.which, {name: each.name for name, each in scenarios().items()}, self.plan.scenario)
        self._showing = False
        self._story.value = f"<p>{escape(str(course.of.scenario.story))}</p>"
        with room.hold_sync():
            self._say(course, new=self.plan.played == before + 1)
            room.set_trait("over", self.plan.over)
            room.clock, room.series = shown.clock(course), shown.series(course)
            for name, value in shown.axes(course).items():
                setattr(room, name, value)
            room.items = shown.items(course, self.plan.seed)
            room.panel, room.cards = shown.panel(course, self._people), shown.cards(course)
            room.journal, room.undoable = self._journal(), bool(self._past)
            room.acts, room.step = len(self.plan.acts), self.plan.played
        self._report.value = self._reported() if self.plan.over else ""

    def _say(self, course: Course, *, new: bool) -> None:
        """Say what the last step brought; what is grave stops the clock, and so does the end."""
        room = self.room
        if not new:
            room.done = str(words.OVER if self.plan.over else course.of.scenario.story)
            room.alert += 1
            return
        told = list(happened(course.of, course.states[-2], course.last, self._people))
        acts = [each for each in self.plan.acts if each.step == self.plan.played - 1]
        lines = [words.DID.format(act=SAID[each.action].name) for each in acts] + [each.said for each in told]
        lines += [words.OVER] if self.plan.over else []
        room.done = str(join(lines, "", " ") if lines else words.NOTHING_NEW)
        if self.plan.over or any(each.event in GRAVE for each in told):
            room.alert += 1

    def _journal(self) -> list[list[Any]]:
        rows: list[tuple[int, str, bool]] = [
            (each.step, f"{SAID[each.action].name}{f' “{each.said}”' if each.said else ''}", True)
            for each in self.plan.acts
        ]
        for before, after in pairwise(self._course.states):
            told = happened(self._course.of, before, after, self._people)
            rows += [(before.step, str(each.said), False) for each in told]
        scenario = self._course.of.scenario
        return [[f"{scenario.at(at):%H:%M}", text, ours] for at, text, ours in sorted(rows, key=lambda row: -row[0])]

    def _reported(self) -> str:
        planned = self._own is not None and bool(self._own.levels or self._own.first_hours)
        return report_html(report(self.plan, self._own if planned else None, self._people), planned=planned)


def play_drill(known: Facts | None = None, scenario: str = FIRST) -> Planner[Log]:
    """Open the room where the learner left off; a fresh drill begins with this crisis.

    The drill lies in a file of its own beside the crisis plan, whose drafts and deadlines it is held against, as they
    stand while it is played.
    """
    bearing = known or facts()
    desk, _ = open_desk(CrisisPlan, CrisisPlan)
    first = fresh(scenario, 1, roster_of(bearing.company, scenarios()[scenario]))

    def shown(drill: Desk[Log]) -> DrillPlanner:
        planner = DrillPlanner(drill, bearing, ALL, desk.plan)
        desk.watch("drill", lambda: planner.hold_against(desk.plan))
        return planner

    return open_planner(Log, lambda: first, shown)
