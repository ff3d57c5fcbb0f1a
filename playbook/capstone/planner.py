"""The view in which plans that contradict each other are repaired: the places that bear on each, and what is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

import ipywidgets as widgets

from playbook.capstone.houses import facts_of, people_of
from playbook.capstone.plan import RepairPlan
from playbook.capstone.repairs import Place, Repair, drawn
from playbook.capstone.review import UNTRUE, clashes_of, faults_of
from playbook.coherence import Clash
from playbook.controls import beside
from playbook.facts import Facts, sample_facts
from playbook.handbook.lessons import title
from playbook.language import Text
from playbook.planners import ALL, MEND, STYLE, Asked, Desk, Planner, open_planner
from playbook.rules import Finding, named
from playbook.steps import steps

LESSON = RepairPlan(house="lanjian", seed=1736)  # the draw that the lesson shows
STANDS, GONE = Text("还在", "still there"), Text("解决了", "gone")
CLEAR = Text("✓ 十一份计划之间没有矛盾了。", "✓ The eleven plans no longer contradict each other.")
BETWEEN = Text("计划之间的矛盾：{count} 处", "Contradictions between plans: {count}")
WITHIN = Text("一份计划自己出的新问题：{count} 处", "New issues within one plan: {count}")
PLACE = Text("{plan}：{label}", "{plan}: {label}")
LOOK = """<style>
.repair-place { flex-wrap: wrap; height: auto; max-width: 100%; }
.repair-place > .widget-label { width: 100% !important; max-width: 100%; text-align: left; white-space: normal;
  height: auto; line-height: 1.35; }
.repair-place > select { width: 100% !important; max-width: 34em; flex: 1 1 100%; }
.repair-head { margin: .8em 0 .1em; line-height: 1.4; }
.repair-gone { color: var(--jp-success-color0, #1b5e20); }
.repair-stands { color: var(--jp-error-color0, #8b0000); }
</style>"""


class RepairPlanner(Planner[RepairPlan]):
    """Change what two plans say in the places that bear on each contradiction; the plans are reviewed at every move."""

    def __init__(self, desk: Desk[RepairPlan], known: Facts, asked: Asked = ALL) -> None:  # noqa: ARG002 - as all planners
        self._people = people_of(desk.plan.house)
        untouched = desk.plan.model_copy(update={"choices": []})
        self._planted = {each.id: each for each in clashes_of(untouched)}
        found = list(self._planted)  # in the order in which the list beside them has them
        self.repairs = sorted(drawn(desk.plan.seed), key=lambda repair: found.index(repair.check))
        self.places: dict[str, widgets.Dropdown] = {
            place.id: self._control(place) for repair in self.repairs for place in repair.places
        }
        self.heads = {repair.check: widgets.HTML() for repair in self.repairs}
        self.still = widgets.HTML()
        self._showing = False
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        super().__init__(desk, facts_of(desk.plan.house), "RepairPlanner")
        left = [control for repair in self.repairs for control in self._laid(repair)]
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.whose))}</p>')
        self.children = (widgets.HTML(LOOK), beside([*left, bar], [self.still, self._findings, self._note]), whose)

    def _control(self, place: Place) -> widgets.Dropdown:
        label = label_of(place, self._people)
        control = widgets.Dropdown(
            options=[(str(each.label.format(**self._people)), each.id) for each in place.options.values()],
            description=str(label), layout=widgets.Layout(width="auto", max_width="100%"),
        )  # fmt: skip
        control.add_class("repair-place")
        control.observe(lambda change: self._chosen(place, change["new"]), "value")
        return control

    def _laid(self, repair: Repair) -> list[widgets.Widget]:
        return [self.heads[repair.check], *(self.places[each.id] for each in repair.places)]

    def _chosen(self, place: Place, option: str) -> None:
        if not self._showing:
            self._change(lambda plan: plan.choosing(place, option))

    def _refresh(self) -> None:
        """Show the plan as it stands, and what is still open in the plans that it changes."""
        self.value = self.plan.model_dump(mode="json")
        clashes, faults = clashes_of(self.plan), faults_of(self.plan)
        self._findings.value = _within(faults)
        self.still.value = STYLE + _between(clashes, self._planted.values())
        self._showing = True
        for place in self.plan.places().values():
            self.places[place.id].value = self.plan.option(place)
        self._showing = False
        still = {each.id for each in clashes}
        for number, repair in enumerate(self.repairs, start=1):
            self.heads[repair.check].value = self._head(number, repair, stands=repair.check in still)
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future

    def _head(self, number: int, repair: Repair, *, stands: bool) -> str:
        clash = self._planted[repair.check]
        state, kind = (STANDS, "repair-stands") if stands else (GONE, "repair-gone")
        return (
            f'<p class="repair-head"><b>{number}. {escape(str(clash.between))}</b>'
            f' <span class="{kind}" role="status">{"✗" if stands else "✓"} {escape(str(state))}</span><br>'
            f"{escape(str(clash.what))}</p>"
        )


def label_of(place: Place, people: Mapping[str, str]) -> Text:
    """Return what stands above a place: the plan, and where in it."""
    return PLACE.format(plan=title(place.system), label=place.label.format(**people))


def _between(clashes: list[Clash], planted: Collection[Clash]) -> str:
    """Return the contradictions there are as a list: which plans, and what would mend it; all escaped.

    What the plans say stands beside the places already, but for those contradictions that a change has made.
    """
    if not clashes:
        return f'<p class="planner-clear">{escape(str(CLEAR))}</p>'
    items = "".join(
        f"<li><p><b>{escape(str(each.between))}</b></p>"
        + ("" if each in planted else f"<p>{escape(str(each.what))}</p>")
        + f'<p class="planner-mend">{escape(str(MEND))}{escape(str(each.mend))}</p></li>'
        for each in clashes
    )
    head = escape(str(BETWEEN.format(count=len(clashes))))
    return f'<p class="planner-count">{head}</p><ol class="planner-findings">{items}</ol>'


def _within(faults: list[Finding]) -> str:
    """Return what a change made worse within one plan, each with its rule; what is not so at all has none."""
    if not faults:
        return ""
    head = f'<p class="planner-count">{escape(str(WITHIN.format(count=len(faults))))}</p>'
    items = "".join(
        f"<li><p>{escape(str(each.what))}</p>"
        f'<p class="planner-mend">{escape(str(MEND))}{escape(str(each.mend))}</p>'
        + (f'<p class="planner-source">{escape(str(named(each.rule)))}</p>' if each.rule != UNTRUE else "")
        + "</li>"
        for each in faults
    )
    return f'{head}<ol class="planner-findings">{items}</ol>'


def repair_plans() -> Planner[RepairPlan]:
    """Open the plans that the lesson shows, as far as they were repaired."""
    return open_planner(RepairPlan, lambda: LESSON, lambda desk: RepairPlanner(desk, sample_facts()))
