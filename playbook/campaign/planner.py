"""The planner of campaigns: a list of briefs, the form of the chosen one, its announcement, outlook and findings."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.campaign import said
from playbook.campaign.across import across, shares
from playbook.campaign.brief import Brief
from playbook.campaign.dates import record_dates
from playbook.campaign.edits import fresh_id, with_brief, with_value
from playbook.campaign.fields import FIELDS, TYPED
from playbook.campaign.form import BriefForm
from playbook.campaign.handed_over import NEW_YEAR, handed_over
from playbook.campaign.held import closed, unlike_stances
from playbook.campaign.limits_form import LimitsForm
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import said as outlook_said
from playbook.campaign.particulars import announcement
from playbook.campaign.plan import MOST, CampaignPlan
from playbook.campaign.review import review_brief
from playbook.facts import Facts, facts
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner, open_planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner, decide_in, topics_to_decide


class CampaignPlanner(Planner[CampaignPlan]):
    """Write briefs one at a time; the announcement, the outlook and the findings follow every letter."""

    def __init__(self, desk: Desk[CampaignPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least, self._showing = asked.least, False
        self._forms: dict[str, BriefForm] = {}  # by brief: what is typed late still lands where it was typed
        self._read: dict[str, tuple[object, list[Finding]]] = {}  # what was found in each brief, as it was then
        self.list = widgets.RadioButtons(options=[], layout=widgets.Layout(width="auto"))
        self.list.add_class(said.LIST)
        self.buttons = {
            name: widgets.Button(description=str(text), layout=widgets.Layout(width="auto"))
            for name, text in said.BUTTONS.items()
        }
        self.handed = widgets.Button(description=str(said.TAKE_HANDED), layout=widgets.Layout(width="auto"))
        self.handed.layout.display = None if asked.handed else "none"
        self.limits = LimitsForm(self._limit)
        self._open, self._head = widgets.VBox(), widgets.HTML()
        self._announced, self._outlook = widgets.HTML(), widgets.HTML()
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "campaign")
        self._lay_out()
        moves = {
            "add": self.add, "copy": self.copy, "remove": self.remove, "undo": self.undo, "redo": self.redo,
        }  # fmt: skip
        for name, move in moves.items():
            self.buttons[name].on_click(lambda _, move=move: move())
        self.handed.on_click(lambda _: self.take_handed())
        self.list.observe(lambda _: self._choose(), "value")

    def _lay_out(self) -> None:
        buttons = widgets.HBox([self.handed, *self.buttons.values()], layout=widgets.Layout(flex_flow="row wrap"))
        left = widgets.VBox(
            [self._head, self.list, buttons, self._open, self.limits],
            layout={"flex": "1 1 460px", "min_width": "min(280px, 100%)"},
        )
        beside = widgets.VBox(
            [self._announced, self._outlook, self._findings, self._note],
            layout={"flex": "1 1 300px", "min_width": "min(240px, 100%)", "padding": "0 0 0 12px"},
        )
        body = widgets.HBox([left, beside], layout={"flex_flow": "row wrap", "align_items": "flex-start"})
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(record_dates(self.facts)))}</p>')
        self.children = (body, *([self._stances] if self._stances else []), whose)

    @property
    def chosen(self) -> Brief | None:
        """Return the brief whose form is open; None if there is none."""
        return self.plan.of(str(self.list.value)) if self.list.value else None

    @property
    def form(self) -> BriefForm:
        """Return the form of the chosen brief; each brief has one of its own."""
        name = self.chosen.id if self.chosen else ""
        if name not in self._forms:
            edit, take = partial(self._edit, name), partial(self.take_over, name)
            self._forms[name] = BriefForm(self.facts.company, edit, take)
        return self._forms[name]

    # ---- what is changed

    def add(self) -> None:
        """Add an empty brief at the end and open it."""
        self._added(Brief(id=fresh_id(self._desk.latest())))

    def copy(self) -> None:
        """Add a copy of the chosen brief and open it; its text and its changes are not copied."""
        if self.chosen:
            self._added(self.chosen.model_copy(update={"id": fresh_id(self._desk.latest()), "text": "", "changes": []}))

    def take_handed(self) -> None:
        """Add the brief that lesson 7.2 hands over, and open it."""
        self._added(handed_over(self.facts).model_copy(update={"id": fresh_id(self._desk.latest())}))

    def _added(self, fresh: Brief) -> None:
        if len(self._desk.latest().briefs) >= MOST:
            self._note.value = f'<p class="planner-notice">{escape(str(said.FULL.format(most=MOST)))}</p>'
            return
        self._forms.pop(fresh.id, None)  # of one that was removed and had the same id
        self._change(lambda plan: plan.model_copy(update={"briefs": [*plan.briefs, fresh]}))
        self.list.value = fresh.id

    def remove(self) -> None:
        """Take the chosen brief out and open the last of the others."""
        if gone := self.chosen:
            self._change(
                lambda plan: plan.model_copy(update={"briefs": [each for each in plan.briefs if each.id != gone.id]})
            )

    def take_over(self, name: str) -> None:
        """Put the announcement made from a brief into its text, to be edited there."""

        def update(plan: CampaignPlan) -> CampaignPlan:
            brief = plan.of(name)
            if brief is None:
                return plan
            return with_brief(plan, with_value(brief, "text", announcement(brief, self.facts.company).zh))

        self._change(update)

    def _edit(self, name: str, path: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        def update(plan: CampaignPlan) -> CampaignPlan:
            brief = plan.of(name)
            return with_brief(plan, with_value(brief, path, value)) if brief else plan

        self._change(update, step=f"{name}/{path}" if FIELDS[path].control in TYPED else "")

    def _limit(self, name: str, value: float) -> None:
        def update(plan: CampaignPlan) -> CampaignPlan:
            if name in CampaignPlan.model_fields:
                return plan.model_copy(update={name: int(value)})
            return plan.model_copy(update={"limits": plan.limits.model_copy(update={name: value})})

        self._change(update, step=name)

    def _restored(self, plan: CampaignPlan) -> CampaignPlan:
        """Give back briefs and limits; stances are not undone with them."""
        return plan.model_copy(update={"stances": self.plan.stances})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        """Return what is found in the chosen brief but for particulars, which stand by the announcement, and in all."""
        own = [each for each in self._found(self.chosen) if not each.rule.startswith("campaign.publish-")]
        plan = self.plan
        return [*closed(plan), *own, *across(plan, self.facts), *unlike_stances(plan, self.facts)]

    def _found(self, brief: Brief | None) -> list[Finding]:
        """Return what is found in a brief; one that has not changed is not read again."""
        if brief is None:
            return []
        key = (brief, self.plan.limits, tuple(self.plan.stances.items()))
        before = self._read.get(brief.id)
        if before is None or before[0] != key:
            before = self._read[brief.id] = (key, review_brief(self.plan, brief, self.facts))
        return before[1]

    def _clear(self) -> Text:
        count = len(self.plan.briefs)
        if not count:
            return said.EMPTY
        return NOTHING_FOUND if count >= self._least else said.SO_FAR.format(missing=self._least - count)

    def _refresh(self) -> None:
        self._show_list()  # which brief is open decides what is found
        super()._refresh()

    def _choose(self) -> None:
        if not self._showing:
            self._refresh()

    def _show_list(self) -> None:
        briefs = self.plan.briefs
        options = tuple((str(said.entry(brief, self.facts, len(self._found(brief)))), brief.id) for brief in briefs)
        there = {brief.id for brief in briefs}
        value = self.list.value if self.list.value in there else (briefs[-1].id if briefs else None)
        self._showing = True
        if tuple(self.list.options) != options:
            with self.list.hold_sync():
                self.list.options = options
                self.list.value = value
        self._showing = False

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beside the form
        plan, brief, company = self.plan, self.chosen, self.facts.company
        self._head.value = f"{STYLE}{said.STYLE}<b>{escape(str(said.BRIEFS.format(count=len(plan.briefs))))}</b>"
        self.limits.show(plan, shares(plan))
        for name in ("copy", "remove"):
            self.buttons[name].disabled = brief is None
        self._open.children = (self.form,) if brief else ()
        if brief is None:
            self._announced.value = self._outlook.value = ""
            return
        self.form.show(brief, self._found(brief))
        self._announced.value = said.announced_html(brief, company)
        outlook = outlook_of(brief, self.facts)
        self._outlook.value = said.outlook_html(outlook_said(outlook, self.facts.campaigns))


def plan_campaign(
    known: Facts | None = None, least: int = 0, *, stances: bool = False, handed: bool = False
) -> Planner[CampaignPlan]:
    """Open the planner of campaigns on the company's own facts (else the sample's), where the learner left off.

    `least` is how many briefs the page asks for; with `stances` the company's stances are taken beneath;
    with `handed` a colleague's brief can be taken over and mended.
    """
    bearing = known or facts()
    topics = topics_to_decide(CampaignPlan.system) if stances else ()
    asked = Asked(least=least, stances=topics, handed=(NEW_YEAR,) if handed else ())
    return open_planner(CampaignPlan, CampaignPlan, lambda desk: CampaignPlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[CampaignPlan]:
    """Ask for the stance on one topic; it goes into the plan of campaigns."""
    return decide_in(CampaignPlan, topic, known)
