"""The planner of the routine: peers and gaps, the monthly report, reviews with their changes, and what pay goes by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside, choice, fitting, grid, line, number, offer, tick
from playbook.facts import Facts
from playbook.fields import Kind, Names, control_of, people, show_in, value_of
from playbook.language import Text, join, same
from playbook.metrics import words
from playbook.metrics.going_on import GUARDS, going_on
from playbook.metrics.held import unlike_stances
from playbook.metrics.measures import MEASURES
from playbook.metrics.plan import MOST_REVIEWS, MetricsPlan
from playbook.metrics.routine import Change, Comparison, Gap, Pay, Peer, Report, Review
from playbook.metrics.scorecard import MOST_LINE
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.plans import Part
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

OF_ROUTINE = frozenset({"comparison", "report", "reviews", "pay"})
PARTS: dict[str, type[Part]] = {"comparison": Comparison, "report": Report, "pay": Pay}
COMPARED, REPORTED = ("same_period", "public", "inflated_noted"), ("money_apart", "unfollow_is_customer")


class RoutinePlanner(Planner[MetricsPlan]):
    """Settle with whom we compare, when and how we report, and what each review changes."""

    def __init__(self, desk: Desk[MetricsPlan], known: Facts, asked: Asked = ALL) -> None:
        self._showing = False
        labels, company = words.LABELS, known.company
        peers = tuple(sorted(known.peers["peer"].unique())) if known.peers is not None else ()
        self.ticks = {name: tick(labels[name]) for name in (*COMPARED, *REPORTED)}
        self.per, self.leads_with = choice(labels["per"]), choice(labels["leads_with"])
        self.day, self.alarm = number(labels["day"], 28), number(labels["alarm"], 1000)
        self._names = people(company)
        self.writer, self.reader = control_of(labels["writer"], self._names), line(labels["reader"], Text("", ""))
        for control in (self.per, self.leads_with, self.day, self.alarm, self.writer, self.reader):
            control.style.description_width = "initial"
        dated: tuple[Text, Kind] = (labels["due"], "date")
        person: tuple[Text, Kind] = (labels["owner"], self._names)
        public = Names({each: each for each in peers})
        self.peers = Rows(
            Peer, {"name": (labels["name"], public), "why": (labels["why"], None)},
            words.ADDS["peers"], partial(self._listed, "comparison", "peers"),
        )  # fmt: skip
        self.gaps = Rows(
            Gap,
            {"what": (labels["what"], None), "action": (labels["action"], None), "owner": person, "due": dated},
            words.ADDS["gaps"], partial(self._listed, "comparison", "gaps"),
        )  # fmt: skip
        self.reviews = Rows(
            Review,
            {"on": (labels["on"], "date"), "found": (labels["found"], None), "learned": (labels["learned"], None)},
            words.ADDS["reviews"], self._reviewed,
        )  # fmt: skip
        self.which = widgets.Dropdown(
            description=str(words.WHICH), style={"description_width": "initial"},
            layout=fitting(),
        )  # fmt: skip
        outcome = (labels["outcome"], words.OUTCOMES)
        self.changes = Rows(
            Change, {"what": (labels["what"], None), "owner": person, "due": dated, "outcome": outcome},
            words.ADDS["changes"], self._changes,
        )  # fmt: skip
        self.tied = {each: tick(entry.name) for each, entry in MEASURES.items()}
        self.guards = {each: tick(said) for each, said in GUARDS.items()}
        self.pay = widgets.ToggleButton(layout=fitting(align_self="flex-start"))
        self.pay.add_class("planner-long")  # on a phone its text takes two lines
        self._paid = widgets.VBox([_side_by_side(self.tied), _head("guards"), _side_by_side(self.guards)])
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "routine")
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.caption))}</p>')
        body = beside([*self._laid(peers), bar], [self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)
        self._listen()

    def _laid(self, peers: tuple[str, ...]) -> list[widgets.Widget]:
        """Return the controls in groups, each under its head."""
        told = words.PEER_KNOWN.format(names=join([same(each) for each in peers])) if peers else None
        known = [widgets.HTML(f'<p class="planner-source">{escape(str(told))}</p>')] if told else []
        groups: dict[str, list[widgets.Widget]] = {
            "peers": [*known, self.peers, self.per, _side_by_side(self.ticks, COMPARED)],
            "gaps": [self.gaps],
            "report": [
                grid([self.day, self.writer, self.reader, self.leads_with], "17em"), self.alarm,
                _side_by_side(self.ticks, REPORTED),
            ],
            "reviews": [self.reviews],
            "changes": [self.which, self.changes],
        }  # fmt: skip
        laid = [each for name, controls in groups.items() for each in (_head(name), *controls)]
        return [*laid, self.pay, self._paid]

    def _listen(self) -> None:
        plain: dict[str, tuple[str, widgets.Widget]] = {
            "per": ("comparison", self.per), "leads_with": ("report", self.leads_with), "day": ("report", self.day),
            "alarm": ("report", self.alarm), "reader": ("report", self.reader),
            **{name: ("comparison", self.ticks[name]) for name in COMPARED},
            **{name: ("report", self.ticks[name]) for name in REPORTED},
        }  # fmt: skip
        for field, (part, control) in plain.items():
            typed = isinstance(control, (widgets.Text, widgets.BoundedIntText))
            control.observe(
                lambda change, part=part, field=field, typed=typed: self._edit(part, field, change["new"], typed=typed),
                "value",
            )
        self.writer.observe(
            lambda _: self._edit("report", "writer", value_of(self.writer, self._names), typed=True), "value"
        )
        for field, ticks in (("tied", self.tied), ("guards", self.guards)):
            for control in ticks.values():
                control.observe(lambda _, field=field, ticks=ticks: self._edit("pay", field, _ticked(ticks)), "value")
        self.pay.observe(lambda _: self._fold(), "value")
        self.pay.value = bool(self.plan.pay.tied or self.plan.pay.guards)
        self._fold()
        self.which.observe(lambda _: self._chosen(), "value")

    def _fold(self) -> None:
        """Show what pay goes by, or only that it can be opened: few companies need it."""
        self.pay.description = self.pay.tooltip = str(words.PAY[self.pay.value])
        self._paid.layout.display = None if self.pay.value else "none"

    def _chosen(self) -> None:
        if not self._showing:
            self._refresh()

    # ---- what is changed

    def _edit(self, part: str, field: str, value: Any, *, typed: bool = False) -> None:  # noqa: ANN401 - whatever the control holds
        if self._showing:
            return
        value = value[:MOST_LINE] if isinstance(value, str) else value

        def update(plan: MetricsPlan) -> MetricsPlan:
            before = getattr(plan, part)
            fields = {name: getattr(before, name) for name in PARTS[part].model_fields}
            return plan.model_copy(update={part: PARTS[part].model_validate(fields | {field: value})})

        self._change(update, step=f"{part}/{field}" if typed else "")

    def _listed(self, part: str, field: str, parts: list[Any], typed: bool) -> None:
        self._edit(part, field, parts, typed=typed)

    def _reviewed(self, reviews: list[Any], typed: bool) -> None:
        kept = reviews[:MOST_REVIEWS]
        self._change(lambda plan: plan.model_copy(update={"reviews": kept}), step="reviews" if typed else "")

    def _changes(self, changes: list[Any], typed: bool) -> None:
        place = self.which.value
        if place is None:
            return

        def update(plan: MetricsPlan) -> MetricsPlan:
            reviews = [
                each.model_copy(update={"changes": changes[:20]}) if at == place else each
                for at, each in enumerate(plan.reviews)
            ]
            return plan.model_copy(update={"reviews": reviews})

        self._change(update, step=f"changes/{place}" if typed else "")

    def _restored(self, plan: MetricsPlan) -> MetricsPlan:
        """Give back the routine; cards and stances stay."""
        return self.plan.model_copy(update={name: getattr(plan, name) for name in OF_ROUTINE})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        held = [each for each in unlike_stances(self.plan, self.facts) if {"report", "pay"} & set(each.at)]
        return [*going_on(self.plan, self.facts), *held]

    def _clear(self) -> Text:
        plan = self.plan
        begun = plan.comparison != Comparison() or plan.report != Report() or plan.reviews or plan.pay != Pay()
        return NOTHING_FOUND if begun else words.NO_ROUTINE

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beside the controls
        comparison, report, pay = self.plan.comparison, self.plan.report, self.plan.pay
        self._showing = True
        self.peers.show(comparison.peers)
        self.gaps.show(comparison.gaps)
        offer(self.per, words.PER, comparison.per)
        offer(self.leads_with, words.LEADS, report.leads_with)
        for name in COMPARED:
            self.ticks[name].value = getattr(comparison, name)
        for name in REPORTED:
            self.ticks[name].value = getattr(report, name)
        self.day.value, self.alarm.value, self.reader.value = report.day, report.alarm, report.reader
        show_in(self.writer, self._names, report.writer)
        for measure, control in self.tied.items():
            control.value = measure in pay.tied
        for guard, control in self.guards.items():
            control.value = guard in pay.guards
        self._show_reviews()
        self._showing = False
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future

    def _show_reviews(self) -> None:
        reviews = self.plan.reviews
        self.reviews.show(reviews)
        options = tuple((str(_line(at, each)), at) for at, each in enumerate(reviews))
        if tuple(self.which.options) != options:
            chosen, added = self.which.value, len(options) > len(self.which.options)
            self.which.options = options
            # Whoever adds a review goes on to write what it changes.
            stays = chosen in range(len(reviews)) and not added
            self.which.value = chosen if stays else (len(reviews) - 1 if reviews else None)
        place = self.which.value
        self.changes.show(reviews[place].changes if place is not None else [])
        self.changes.add.disabled = place is None


def _line(at: int, review: Review) -> Text:
    when = same(review.on.isoformat() if review.on else f"{at + 1}")
    return words.REVIEW_SAID.format(when=when, count=len(review.changes))


def _head(name: str) -> widgets.HTML:
    return widgets.HTML(f"{STYLE}<b>{escape(str(words.HEADS[name]))}</b>")


def _side_by_side(ticks: Mapping[Any, widgets.Checkbox], names: tuple[Any, ...] = ()) -> widgets.GridBox:
    return grid([ticks[name] for name in names or ticks])


def _ticked(ticks: Mapping[Any, widgets.Checkbox]) -> list[Any]:
    return [each for each, control in ticks.items() if control.value]
