"""A plan of the sample company with which nothing is wrong (`model_plan.toml`), and those that an exercise mends."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.language import Language, language
from playbook.modelled import changed, in_language
from playbook.plans import read_plan
from playbook.stances import Stance

TOPIC, COUNTED = "staffing-and-time", "counted"
KEYS = ("members", "roles", "staff_why", "keys", "two_steps", "leaving", "lockout")
FLOW = ("workflow",)
LAN = {"zh": "老岚", "en": "Lan"}
LEFT = {"zh": "何苗", "en": "He Miao"}
AGENCY = {"zh": "青灯代运营", "en": "the Qingdeng agency"}
# Exercise 10.1: who left in spring may still post, so may an agency of which the team knows nothing, one person holds
# every bound phone, and the founder's account has nobody beside him.
CARELESS_KEYS: dict[str, Any] = {
    "members.+": [
        {"who": LEFT, "mode": "part_time", "hours": 20, "until": "2025-04-30", "left": True},
    ],
    "keys": [
        *(
            {"account": account, "who": who, "may": may}
            for account in ("flagship", "shop", "store", "service", "class")
            for who, may in (
                (LAN, ["approve"]),
                ("xiaoman", ["approve", "password", "phone", "messages"]),
                ("shen", ["post", "password", "messages"]),
                ("tao", ["post"]),
            )
        ),
        {"account": "founder", "who": LAN, "may": ["post", "password", "messages"]},
        {"account": "founder", "who": "xiaoman", "may": ["approve"]},
        {"account": "flagship", "who": LEFT, "may": ["post", "password"]},
        {"account": "shop", "who": AGENCY, "may": ["post"]},
    ],
}
# Exercise 10.2: risky drafts have one reader, what is sent back goes round for ever, a slip is deleted, drafts come six
# hours before their slot, and the only one who approves goes home at six.
CARELESS_FLOW: dict[str, Any] = {
    "workflow.moves.1.who": "editor",
    "workflow.moves.6.most": 0,
    "workflow.moves.12.to": "withdrawn",
    "workflow.ahead": 6,
    "workflow.covers": [{"who": LAN, "days": [1, 2, 3, 4, 5], "start": 9, "end": 18}],
}


def sound_plan(
    change: Mapping[str, Any] | None = None, wanted: Language = "zh", stance: str | None = None
) -> GovernancePlan:
    """Return the sound plan in a language, changed in these places: `{"roles.0.deputy": ""}`, with this stance."""
    text = resources.files("playbook.governance").joinpath("model_plan.toml").read_text("utf-8")
    data = in_language(changed(tomllib.loads(text), change or {}), wanted)
    if stance:
        data["stances"] = {TOPIC: {"position": stance}}
    return read_plan(GovernancePlan, json.loads(json.dumps(data, default=str)))


def careless_keys(facts: Facts) -> GovernancePlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the permission table that exercise 10.1 mends, in the reader's language."""
    return _part(CARELESS_KEYS, KEYS, [])


def mended_keys(facts: Facts, topics: list[str]) -> GovernancePlan:  # noqa: ARG001 - as all right answers
    """Return the team and the keys with which nothing is wrong: one right answer."""
    return _part({}, KEYS, topics)


def careless_flow(facts: Facts) -> GovernancePlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the workflow that exercise 10.2 mends."""
    return _part(CARELESS_FLOW, FLOW, [])


def mended_flow(facts: Facts, topics: list[str]) -> GovernancePlan:  # noqa: ARG001 - as all right answers
    """Return the workflow with which nothing is wrong: one right answer."""
    return _part({}, FLOW, topics)


def _part(changes: Mapping[str, Any], parts: tuple[str, ...], topics: list[str]) -> GovernancePlan:
    plan = sound_plan(changes, language())
    stances = {topic: Stance(position=COUNTED) for topic in topics}
    return GovernancePlan.model_validate({name: getattr(plan, name) for name in parts} | {"stances": stances})
