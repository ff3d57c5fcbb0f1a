"""A plan of the sample company with which nothing is wrong (`model_plan.toml`), and those that an exercise mends."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from playbook.governance.plan import GovernancePlan
from playbook.language import Language
from playbook.modelled import changed, in_language
from playbook.plans import read_plan

TOPIC, COUNTED = "staffing-and-time", "counted"
PEOPLE = ("members", "roles", "staff_why", "systems", "training")
KEYS = ("members", "roles", "staff_why", "keys", "two_steps", "leaving", "lockout")
FLOW = ("workflow",)
ONE_WHO_LEFT, AGENCY = {"zh": "小苏", "en": "Su"}, {"zh": "图文社", "en": "the picture agency"}
# Exercise 10.1: who left may still post, an agency has no end, the lead holds every phone, and the writer approves.
CARELESS_KEYS: dict[str, Any] = {}
# Exercise 10.2: the slow lane has one reader, what is sent back goes round for ever, a slip is deleted, and the approver
# goes home at six.
CARELESS_FLOW: dict[str, Any] = {}


def sound_plan(
    change: Mapping[str, Any] | None = None, wanted: Language = "zh", stance: str | None = None
) -> GovernancePlan:
    """Return the sound plan in a language, changed in these places: `{"roles.0.deputy": ""}`, with this stance."""
    text = resources.files("playbook.governance").joinpath("model_plan.toml").read_text("utf-8")
    data = in_language(changed(tomllib.loads(text), change or {}), wanted)
    if stance:
        data["stances"] = {TOPIC: {"position": stance}}
    return read_plan(GovernancePlan, json.loads(json.dumps(data, default=str)))
