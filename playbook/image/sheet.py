"""What the three planners of the image share: parts of the plan as forms and lists, and sections with their issues."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside
from playbook.facts import Facts
from playbook.image.plan import ImagePlan
from playbook.image.review import review
from playbook.part_form import Fields, PartForm, Section
from playbook.planners import ALL, Asked, Desk, Planner
from playbook.plans import Part
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps


class Sheet(Planner[ImagePlan]):
    """A planner of some parts of the plan; a subclass lays out sections and says what it begins, shows and judges.

    A form edits one part, a list a list; `_read` and `_put` get and set a part by its name in the plan.
    """

    OWN: tuple[str, ...] = ()  # fields of the plan that undo gives back
    VIEW = ""

    def __init__(self, desk: Desk[ImagePlan], known: Facts, asked: Asked = ALL) -> None:
        self._showing, self._asked = False, asked
        self.forms: dict[str, PartForm] = {}
        self.lists: dict[str, Rows] = {}
        self.company = known.company
        self.sections = self._lay()
        self._picture = widgets.HTML()
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        stances = [StancePlanner(desk, known, asked.stances, known.main)] if asked.stances else []
        super().__init__(desk, known, self.VIEW)
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.caption))}</p>')
        left = [*self._above(), *self.sections.values(), bar]
        self.children = (beside(left, [self._picture, self._findings, self._note]), *stances, whose)

    # ---- what a subclass says

    def _lay(self) -> dict[str, Section]:
        """Return the sections by name, in order."""
        raise NotImplementedError

    def _above(self) -> list[widgets.Widget]:
        """Return what stands above the sections."""
        return []

    def _read(self, plan: ImagePlan, name: str) -> Any:  # noqa: ANN401 - a part or a list
        """Return a part or a list of the plan by the name of its form."""
        return getattr(plan, name)

    def _put(self, plan: ImagePlan, name: str, value: Any) -> ImagePlan:  # noqa: ANN401 - a part or a list
        """Return the plan with a part or a list changed."""
        return plan.model_copy(update={name: value})

    def _where(self, finding: Finding) -> str:
        """Return the section in which a finding is mended; empty if it is not judged here."""
        raise NotImplementedError

    def _draw(self) -> str:
        """Return the picture beside the forms, as HTML."""
        return ""

    # ---- forms and lists

    def _form(self, name: str, fields: Fields) -> PartForm:
        self.forms[name] = PartForm(fields, partial(self._edited, name))
        return self.forms[name]

    def _rows(self, name: str, part: type[Part], fields: Mapping[str, Any], add: Any) -> Rows:  # noqa: ANN401 - a Text
        self.lists[name] = Rows(part, fields, add, partial(self._listed, name))
        return self.lists[name]

    def _edited(self, name: str, field: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - whatever a control holds
        def update(plan: ImagePlan) -> ImagePlan:
            part = self._read(plan, name)
            held = {each: getattr(part, each) for each in type(part).model_fields}
            return self._put(plan, name, type(part).model_validate(held | {field: value}))

        self._change(update, step=f"{name}/{field}" if typed else "")

    def _listed(self, name: str, parts: list[Any], typed: bool) -> None:
        self._change(lambda plan: self._put(plan, name, parts), step=name if typed else "")

    def _restored(self, plan: ImagePlan) -> ImagePlan:
        """Give back what this planner shows; the rest of the plan stays."""
        return self.plan.model_copy(update={name: getattr(plan, name) for name in self.OWN})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        return [each for each in review(self.plan, self.facts) if self._where(each)]

    def _show(self, findings: list[Finding]) -> None:
        self._showing = True
        for name, form in self.forms.items():
            form.show(self._read(self.plan, name))
        for name, rows in self.lists.items():
            rows.show(self._read(self.plan, name))
        self._showing = False
        places = [self._where(each) for each in findings]
        for name, section in self.sections.items():
            section.fold(places.count(name))
        self._picture.value = self._draw()
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future
