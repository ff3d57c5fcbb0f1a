"""Contradictions to plant in plans that fit together (`plants.toml`), each by its check of `playbook.coherence`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from playbook.language import language
from playbook.modelled import in_language
from playbook.plans import Plan, read_plan

Plans = Mapping[str, Plan]


@cache
def plants() -> dict[str, dict[str, Any]]:
    """Return what is to be changed, by the id of the check that finds it, in the file's order."""
    table = tomllib.loads(resources.files("playbook.capstone").joinpath("plants.toml").read_text("utf-8"))
    return {each["check"]: each for each in table["plant"]}


def plant(plans: Plans, check: str) -> dict[str, Plan]:
    """Return the plans with the contradiction that a check finds; raise KeyError if none is known for it.

    Raises LookupError if the plans lack a place that is to be changed, PlanError if the outcome is no plan.
    """
    changes = in_language(plants()[check], language())
    return changed(plans, changes)


def changed(plans: Plans, changes: Mapping[str, Any]) -> dict[str, Plan]:
    """Return the plans with places changed: `drop`, `set` and `add` by path, as in `plants.toml`; raises as `plant`."""
    touched = {path.partition("/")[0] for kind in ("drop", "set", "add") for path in changes.get(kind, ())}
    data = {name: plans[name].model_dump(mode="json") for name in touched}
    for path in changes.get("drop", ()):
        where, wanted = _parent(data, path)
        gone = _picked(where, wanted)
        where[:] = [each for each in where if all(each is not one for one in gone)]
    for path, value in changes.get("set", {}).items():
        where, last = _parent(data, path)
        if "=" in last:
            where[where.index(_picked(where, last)[0])] = value
        else:
            where[int(last) if isinstance(where, list) else last] = value
    for path, entries in changes.get("add", {}).items():
        where, last = _parent(data, path)
        where[last].extend(entries)
    made = {
        name: read_plan(type(plans[name]), json.loads(json.dumps(each, default=str))) for name, each in data.items()
    }
    return {**plans, **made}


def at(plans: Plans, path: str) -> Any:  # noqa: ANN401 - whatever plans hold
    """Return what stands at a place, as JSON has it; raise LookupError if there is none."""
    system = path.partition("/")[0]
    where, last = _parent({system: plans[system].model_dump(mode="json")}, path)
    if "=" in last:
        return _picked(where, last)[0]
    return where[int(last) if isinstance(where, list) else last]


def _parent(data: Any, path: str) -> tuple[Any, str]:  # noqa: ANN401 - whatever plans hold
    """Return what holds the last step of a path, and that step."""
    *steps, last = path.split("/")
    for step in steps:
        data = _picked(data, step)[0] if "=" in step else data[int(step) if isinstance(data, list) else step]
    return data, last


def _picked(entries: list[Any], wanted: str) -> list[Any]:
    """Return the entries of which `name=value` is so, for every pair; raise LookupError if there are none."""
    pairs = [pair.split("=") for pair in wanted.split(",")]
    found = [each for each in entries if all(str(each[name]) == value for name, value in pairs)]
    if not found:
        raise LookupError(f"no entry with {wanted}")
    return found
