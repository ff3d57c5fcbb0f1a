"""Governance plans with one fault each: a workflow, and the team with its keys."""

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.governance.model_plan import FLOW, KEYS, sound_plan
from playbook.governance.people import RoleName
from playbook.governance.plan import GovernancePlan
from playbook.governance.workflow import Lane, Move, State
from playbook.rules import rules

ANYBODY = {"who": "Lan", "days": [1, 2, 3, 4, 5, 6, 7], "start": 0, "end": 24}
ELSEWHERE = {"stance", "freed", "without"}  # what an example changes besides places of the plan
NOT_PLAIN: list[Any] = ["risky", "fast"]
FLOWS: list[dict[str, Any]] = [
    {"workflow.moves.6.most": 0},
    {"workflow.risky": ["health", "prize", "hot"]},
    {"workflow.moves.1.who": "editor"},
    {"workflow.moves.2.stands_in": "editor"},
    {"workflow.moves.12.to": "withdrawn", "workflow.moves.13.lanes": []},
    {"workflow.moves.9.lanes": ["plain", "risky", "fast"]},
    {"workflow.moves.6.lanes": ["plain", "risky"], "workflow.moves.7.lanes": ["plain", "risky"]},
    {"workflow.covers": [ANYBODY]},
    {"workflow.covers": [ANYBODY | {"days": [1]}, ANYBODY | {"who": "tao", "days": [7], "start": 10, "end": 12}]},
    {"workflow.moves.2.within": 1500},
    {"workflow.moves.12.within": 0},
    {"workflow.moves.8.who": None},
    {
        **{f"workflow.moves.{at}.lanes": NOT_PLAIN for at in (8, 9, 10, 12, 13, 14)},
        "workflow.moves.+": [
            {"source": "approved", "to": "withdrawn", "who": "lead", "lanes": ["plain"], "within": 10},
        ],
    },
    {
        "workflow.moves.+": [
            {"source": "draft", "to": "published", "who": "inbox", "stands_in": "lead", "lanes": ["fast"], "within": 5},
        ]
    },
    {"workflow.fast": []},
]  # fmt: skip


SHORT: tuple[tuple[State, State, RoleName, RoleName], ...] = (  # nine steps, and nothing wrong with them
    ("draft", "checked", "legal", "approver"),
    ("checked", "approved", "approver", "lead"),
    ("checked", "sent_back", "approver", "lead"),
    ("sent_back", "withdrawn", "editor", "lead"),
    ("approved", "scheduled", "editor", "inbox"),
    ("scheduled", "published", "editor", "inbox"),
    ("published", "corrected", "editor", "approver"),
    ("corrected", "archived", "data", "editor"),
    ("published", "archived", "data", "editor"),
)


def varied_workflows(field: PlanField) -> Iterator[GovernancePlan]:
    """Yield workflows with one fault each, and one with few steps left."""
    assert field
    for changes in FLOWS:
        yield _only(changes, FLOW)
    workflow = sound_plan().workflow
    every: list[Lane] = ["plain", "risky", "fast"]
    moves = [
        Move(source=source, to=to, who=who, stands_in=other, lanes=every, within=5) for source, to, who, other in SHORT
    ]
    yield GovernancePlan(workflow=workflow.model_copy(update={"moves": moves}))


def varied_teams(field: PlanField) -> Iterator[GovernancePlan]:
    """Yield the sound team and keys with each fault that the rules’ own examples have."""
    assert field
    for each in rules("governance").values():
        example = each.counterexample or {}
        if (each.checked_by or "").startswith("playbook.governance") and not ELSEWHERE & set(example):
            yield _only(example, KEYS)


def _only(changes: dict[str, Any], parts: tuple[str, ...]) -> GovernancePlan:
    plan = sound_plan(changes)
    return GovernancePlan.model_validate({name: getattr(plan, name) for name in parts})
