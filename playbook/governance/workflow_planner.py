"""The planner of the workflow: lanes, steps, who approves when; drawn as a state chart, and held against the log."""

from __future__ import annotations

from html import escape
from typing import ClassVar

import ipywidgets as widgets

from playbook.controls import wide
from playbook.facts import Facts
from playbook.fields import Several, people
from playbook.governance import form_words as words
from playbook.governance.analysis import met
from playbook.governance.flowing import move_said
from playbook.governance.form import GovernancePlanner, Others
from playbook.governance.model_plan import sound_plan
from playbook.governance.parts_planners import fields, offered, told
from playbook.governance.picture import flow_html, lasting, step_said
from playbook.governance.plan import GovernancePlan
from playbook.governance.words import KINDS, LANES, ROLES, STATES
from playbook.governance.workflow import LANES as EVERY
from playbook.governance.workflow import Cover, Move, lanes, minutes
from playbook.language import Text, join
from playbook.parts_planner import Group
from playbook.persons import NOBODY, person
from playbook.planners import ALL, STYLE, Asked, Desk
from playbook.week import DAYS, clock, listed_days


def three_lanes() -> list[Move]:
    """Return the steps of three lanes to begin with; how fast one approves, and how often it may go back, is open."""
    moves = sound_plan().workflow.moves
    return [each.model_copy(update={"most": 0} | ({"within": 0} if each.to == "approved" else {})) for each in moves]


def titled(move: Move) -> Text:
    """Return what a step is called on its button: from where to where, by whom, in which lanes."""
    said = told(move_said(move), step_said(move))
    some = move.lanes and set(move.lanes) != set(EVERY)
    return said + (Text(" · ", " · ") + join([LANES[each] for each in move.lanes]) if some else Text("", ""))


def hours_said(cover: Cover) -> Text:
    """Return when somebody approves, in words."""
    days = listed_days(sorted(cover.days)) if cover.days else NOBODY
    return days + Text(" ", " ") + clock(cover.start) + Text("—", "–") + clock(cover.end)


class WorkflowPlanner(GovernancePlanner):
    """Draw how a post goes out, step by step, and see which states are never reached and which have no way on."""

    parts: ClassVar[tuple[str, ...]] = ("workflow",)

    def __init__(
        self, desk: Desk[GovernancePlan], known: Facts, asked: Asked = ALL, others: Others | None = None
    ) -> None:
        self.lane = widgets.Dropdown(
            options=[(str(said), each) for each, said in LANES.items()], description=str(words.LANE), **wide("initial")
        )
        self._drawn = widgets.HTML()
        super().__init__(desk, known, asked, others)
        self.lane.observe(lambda _: self.paint(), "value")

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups: lanes, steps, and who approves when."""
        names = people(known.company)
        states, roles = offered(STATES), offered(ROLES)
        return [
            Group("workflow", words.HEADS["workflow"], fields(
                ahead=("ahead", 168), risky=("risky", Several(KINDS)), fast=("fast", Several(KINDS)),
            )),
            Group("workflow.covers", words.HEADS["workflow.covers"], fields(
                who=("who", names), start=("start", 24), end=("end", 24),
                days=("days", Several(dict(enumerate(DAYS, start=1)))),
            ), Cover, words.ADDS["workflow.covers"],
                title=lambda each: told(person(each.who, known), hours_said(each))),
            Group("workflow.moves", words.HEADS["workflow.moves"], fields(
                source=("source", states), to=("to", states), who=("role_who", roles), stands_in=("stands_in", roles),
                within=("within_minutes", 10_080), most=("most", 20), lanes=("lanes", Several(LANES)),
            ), Move, words.ADDS["workflow.moves"], three_lanes(), words.BEGIN["workflow.moves"], titled),
        ]  # fmt: skip

    def aside(self) -> list[widgets.Widget]:
        """Return the state chart of a lane."""
        return [self.lane, self._drawn]

    def paint(self) -> None:
        """Draw the chosen lane, and say how long every lane takes by its limits."""
        workflow = self.plan.workflow
        self._drawn.value = flow_html(workflow, self.lane.value) + STYLE + self._timed()

    def _timed(self) -> str:
        workflow = self.plan.workflow
        if not workflow.moves:
            return ""
        lines = []
        for lane in lanes(workflow):
            total = minutes(workflow, lane)
            time = lasting(total) if total else None
            said = words.LONGEST.format(lane=LANES[lane], time=time) if time else words.NO_TIME.format(lane=LANES[lane])
            lines.append(f'<p class="planner-source">{escape(str(said))}</p>')
        return "".join(lines) + self._met()

    def _met(self) -> str:
        """Say how many of the log's slots this workflow would have met; nothing without a log."""
        log = self.facts.approvals
        if log is None or not len(log):
            return ""
        now = met(self.plan.workflow, log)
        kept = int(log["published_at"].notna().sum())
        said = words.MET.format(slots=now.slots, met=now.met, share=100 * now.share, was=100 * kept / len(log))
        return f'<p class="planner-count" role="status">{escape(str(said))}</p>'
