"""Ninety days of the sample company with which nothing is wrong (`model_plan.toml`), and the ones an exercise mends."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from playbook.facts import Facts
from playbook.language import Language, language
from playbook.modelled import changed, in_language
from playbook.plans import read_plan
from playbook.specialist.plan import SpecialistPlan

FAULTS = "faults"


def sound_plan(facts: Facts | None = None) -> SpecialistPlan:  # noqa: ARG001 - exercises call it with the company's facts
    """Return the plan in the reader's language."""
    return changed_plan({})


def begin(facts: Facts | None = None) -> SpecialistPlan:  # noqa: ARG001 - as above
    """Return the plan with four faults: no evidence, long hours, followers as first target, reviewed by oneself."""
    return changed_plan(_written()[FAULTS])


def changed_plan(changes: Mapping[str, Any], wanted: Language | None = None) -> SpecialistPlan:
    """Return the sound plan with other values in these places: `{"abilities.writing.evidence": ""}`.

    Raises PlanError if the outcome is no plan, KeyError or IndexError if there is no such place.
    """
    sound = {name: each for name, each in _written().items() if name != FAULTS}
    return read_plan(SpecialistPlan, in_language(changed(sound, changes), wanted or language()))


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.specialist").joinpath("model_plan.toml").read_text("utf-8"))
