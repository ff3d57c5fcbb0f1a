"""Changing one field of a brief, and briefs in a plan: what the planner's controls do."""

from __future__ import annotations

from typing import Any

from playbook.campaign.brief import MOST_LINE, MOST_TEXT, Brief, Change, Prize
from playbook.campaign.plan import CampaignPlan

PARTS: dict[str, type[Prize | Change]] = {"prizes": Prize, "changes": Change}


def value_at(brief: Brief, path: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Return the value of a field; of a prize or a change that is not there yet, what a fresh one has."""
    name, _, rest = path.partition(".")
    if not rest:
        return getattr(brief, name)
    at, _, field = rest.partition(".")
    parts = getattr(brief, name)
    return getattr(parts[int(at)] if int(at) < len(parts) else PARTS[name](), field)


def with_value(brief: Brief, path: str, value: Any) -> Brief:  # noqa: ANN401 - whatever the control holds
    """Return the brief with one field changed, checked as a whole; a text that is too long is cut."""
    if isinstance(value, str):
        value = value[: MOST_TEXT if path == "text" else MOST_LINE]
    name, _, rest = path.partition(".")
    if not rest:
        return _checked(brief, name, list(value) if isinstance(value, tuple) else value)
    at, _, field = rest.partition(".")
    parts = list(getattr(brief, name))
    parts += [PARTS[name]() for _ in range(len(parts), int(at) + 1)]
    parts[int(at)] = parts[int(at)].model_copy(update={field: value})
    return _checked(brief, name, parts)


def with_brief(plan: CampaignPlan, brief: Brief) -> CampaignPlan:
    """Return the plan with a brief in the place of the one of the same id; as it is if that is gone."""
    return plan.model_copy(update={"briefs": [brief if each.id == brief.id else each for each in plan.briefs]})


def fresh_id(plan: CampaignPlan) -> str:
    """Return an id that no brief has: b1, b2, and so on."""
    taken = {each.id for each in plan.briefs}
    return next(name for number in range(1, len(taken) + 2) if (name := f"b{number}") not in taken)


def _checked(brief: Brief, name: str, value: object) -> Brief:
    fields = {field: getattr(brief, field) for field in Brief.model_fields}
    return Brief.model_validate(fields | {name: value})
