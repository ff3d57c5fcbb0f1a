"""The two companies whose plans are put together: the sample company, and one that learners have not seen."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any, Literal

from playbook.company import Company
from playbook.facts import Facts, sample_facts
from playbook.language import Language, Text, language
from playbook.plans import Plan, read_plan

House = Literal["lanjian", "tingquan"]
SHORT = 3


@cache
def houses() -> dict[str, dict[str, Any]]:
    """Return what `houses.toml` holds, by company."""
    table: dict[str, dict[str, Any]] = tomllib.loads(
        resources.files("playbook.capstone").joinpath("houses.toml").read_text("utf-8")
    )
    return table


def facts_of(house: House) -> Facts:
    """Return what bears on a company's plans: the sample's data, under its own card, in the reader's language."""
    return _facts(house, language())


@cache
def _facts(house: House, wanted: Language) -> Facts:  # noqa: ARG001 - the card is in the reader's language
    known = sample_facts()
    return replace(known, company=_renamed(known.company, house))


def renamed(plans: Mapping[str, Plan], house: House) -> dict[str, Plan]:
    """Return plans of the sample company as this one's: other names, and nothing else."""
    return {name: _renamed(plan, house) for name, plan in plans.items()}


def _renamed(part: Any, house: House) -> Any:  # noqa: ANN401 - a card or a plan, of the same kind
    names: dict[str, str] = houses()[house].get("names", {})
    if not names:
        return part
    text = json.dumps(part.model_dump(mode="json"), ensure_ascii=False)
    text = re.sub("|".join(map(_whole, names)), lambda found: names[found[0]], text)
    data = json.loads(text)
    return Company.model_validate(data) if isinstance(part, Company) else read_plan(type(part), data)


def _whole(name: str) -> str:
    """Return what finds a name: three Latin letters may be part of another word, so they must be one."""
    return rf"\b{name}\b" if name.isascii() and len(name) <= SHORT else re.escape(name)


def people_of(house: House) -> dict[str, str]:
    """Return the names that words of repairs put in: those on duty by id, the owner, and whoever left last year."""
    beside = {name: str(Text.of(houses()[house][name])) for name in ("lan", "gone")}
    return {each.id: each.name for each in facts_of(house).company.people} | beside
