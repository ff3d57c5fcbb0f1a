"""Ways to repair a contradiction, and what comes of each: tried on the plans, never written down (`repairs.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from playbook.capstone.planted import Maker, Outcome, compared
from playbook.capstone.plants import at, changed, plant
from playbook.facts import Facts
from playbook.handbook.model import sound_plans
from playbook.language import Text, language
from playbook.modelled import in_language
from playbook.plans import Plan


@dataclass(frozen=True, slots=True)
class Way:
    """What somebody could do about a contradiction: the words for it, and what it changes in the plans."""

    says: Text
    changes: Mapping[str, Any]


@cache
def ways() -> dict[str, tuple[Way, ...]]:
    """Return the ways to repair a contradiction, by the check that finds it, in the file's order."""
    table = tomllib.loads(resources.files("playbook.capstone").joinpath("repairs.toml").read_text("utf-8"))
    known: dict[str, list[Way]] = {}
    for each in table["way"]:
        known.setdefault(each["check"], []).append(Way(Text.of(each), each))
    return {check: tuple(each) for check, each in known.items()}


def mended(plans: Mapping[str, Plan], way: Way, sound: Mapping[str, Plan]) -> dict[str, Plan]:
    """Return the plans repaired in a way; what it reverts is taken from the plans that fit together.

    Raises LookupError if the plans lack a place that is to be changed.
    """
    changes = in_language({kind: way.changes.get(kind, {}) for kind in ("set", "add", "drop")}, language())
    back = {path: at(sound, path) for path in way.changes.get("revert", ())}
    return changed(plans, changes | {"set": changes["set"] | back})


def tried(check: str, way: Way, facts: Facts, made: Maker = sound_plans) -> Outcome:
    """Plant one contradiction in plans that fit together, repair it in this way, and return what is still wrong."""
    sound = made(facts)
    given = plant(sound, check)
    return compared(mended(given, way, sound), given, sound, facts)
