"""The planner of the papers to file and of the steps up to the first campaign."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from playbook.campaign.plan import CampaignPlan
from playbook.fields import Kind, people
from playbook.image import words
from playbook.image.parts import Paper, Step
from playbook.image.plan import ImagePlan
from playbook.image.sheet import Sheet
from playbook.language import Text
from playbook.part_form import Section
from playbook.planners import NOTHING_FOUND
from playbook.plans import plan_file, read_plan
from playbook.rules import Finding

DATES: dict[str, Kind] = {"filed_on": "date", "valid_until": "date", "on": "date", "done": True}


class PapersPlanner(Sheet):
    """Papers and steps; the first campaign of the plan of campaigns is told beside them."""

    OWN = ("licence_name", "papers", "opening")
    VIEW = "papers"

    def _lay(self) -> dict[str, Section]:
        who = people(self.company)
        papers: dict[str, Any] = {"name": (words.LABELS["name"], words.PAPERS), "holder": (words.LABELS["holder"], who)}
        steps: dict[str, Any] = {"name": (words.LABELS["name"], words.STEPS), "owner": (words.LABELS["owner"], who)}
        for fields, rest in ((papers, ("filed_on", "valid_until", "note")), (steps, ("on", "done", "note"))):
            fields |= {each: (words.LABELS[each], DATES.get(each)) for each in rest}
        made: dict[str, list[Any]] = {
            "papers": [
                self._form("plan", {"licence_name": (words.LABELS["licence_name"], None)}),
                self._rows("papers", Paper, papers, words.ADDS["papers"]),
            ],
            "opening": [self._rows("opening", Step, steps, words.ADDS["opening"])],
        }
        return {name: Section(words.SECTIONS[name], each, opened=True) for name, each in made.items()}

    def _read(self, plan: ImagePlan, name: str) -> Any:  # noqa: ANN401 - a part or a list
        return plan if name == "plan" else getattr(plan, name)

    def _put(self, plan: ImagePlan, name: str, value: Any) -> ImagePlan:  # noqa: ANN401 - a part or a list
        return value if name == "plan" else plan.model_copy(update={name: value})

    def _where(self, finding: Finding) -> str:
        at = finding.at[0] if finding.at else ""
        return at if at in self.sections else ""

    def _clear(self) -> Text:
        return NOTHING_FOUND if self.plan.papers or self.plan.opening else words.EMPTY_PAPERS

    def _draw(self) -> str:
        day = first_campaign()
        return f'<p class="planner-mend">{escape(str(words.FIRST_CAMPAIGN.format(day=day)))}</p>' if day else ""


def first_campaign() -> date | None:
    """Return the first day of the earliest campaign in the learner’s plan; None if there is none that can be read.

    The file is left as it is: its own planner says what is wrong with a damaged one.
    """
    try:
        plan = read_plan(CampaignPlan, json.loads(plan_file(CampaignPlan).read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return None
    return min((each.starts for each in plan.briefs if each.starts), default=None)
