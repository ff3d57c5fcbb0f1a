"""What the planners show of each part of a strategy: its fields, with their labels and what they may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playbook.facts import Facts
from playbook.fields import Kind, Names, Several, people
from playbook.language import Text
from playbook.metrics.measures import MEASURES
from playbook.plans import Part
from playbook.strategy import lists, parts
from playbook.strategy.models import (
    ASKED,
    CHAIN,
    FUNCTIONS,
    MODELS,
    MOTIVES,
    POINTS,
    PURPOSES,
    RETURNS,
    ROUTES,
    RUNGS,
    STEPS,
)
from playbook.strategy.words import (
    BASES,
    CHOICES,
    HORIZONS,
    LABELS,
    OPEN,
    PLACES,
    POSTINGS,
    SCOPES,
    STAGES,
    STATES,
    TIERS,
    USES,
)

Fields = dict[str, tuple[Text, Kind]]
AMOUNT, SHARE = 1e9, 100.0
ONCE: dict[str, type[Part]] = {
    "positioning": parts.Positioning,
    "backing": parts.Backing,
    "phase": parts.Phase,
    "chain": parts.Chain,
    "maturity": parts.Maturity,
    "diagnosis": parts.Diagnosis,
}
LISTED: dict[str, type[Part]] = {
    "promises": lists.Promise,
    "goals": lists.Goal,
    "not_done": lists.NotDone,
    "risks": lists.Risk,
    "audiences": lists.Audience,
    "figures": lists.Figure,
    "platforms": lists.Platform,
    "channels": lists.Channel,
    "touchpoints": lists.Touchpoint,
}


def fields(part: str, known: Facts, audiences: Names) -> Fields:
    """Return the fields of a part; `audiences` are the names that a goal's line suggests."""
    measures = _open({name: each.name for name, each in MEASURES.items()})
    held: dict[str, Kind] = _kinds(known, measures, audiences) | _own(part, measures)
    model = ONCE.get(part) or LISTED[part]
    return {name: (_label(part, name), held.get(name)) for name in model.model_fields}


def _kinds(known: Facts, measures: Kind, audiences: Names) -> dict[str, Kind]:
    """Return what the fields hold that mean the same in every part; all others are lines."""
    dates: dict[str, Kind] = dict.fromkeys(("review_on", "base_on", "by", "on"), "date")
    amounts: dict[str, Kind] = dict.fromkeys(("base", "low", "high", "at"), AMOUNT)
    accounts = Names({each.name: each.id for each in known.company.accounts})
    return dates | amounts | {
        "price": TIERS, "scope": SCOPES, "now": STAGES, "horizon": HORIZONS, "place": PLACES, "basis": BASES,
        "choice": CHOICES, "posting": POSTINGS, "use": USES,
        "purpose": _open({name: each.name for name, each in PURPOSES.items()}),
        "model": _open({name: each.name for name, each in MODELS.items()}),
        "function": _open(FUNCTIONS), "brings": _open(RETURNS), "asked": _open(ASKED), "point": _open(POINTS),
        "measure": measures, "switch": measures, "wants": Several(MOTIVES), "routes": Several(ROUTES),
        "account": accounts, "audience": audiences, "owner": people(known.company),
        "share": SHARE, "added": SHARE, "hours": 168.0, "replies": 100_000, "year": 2100, "level": 7,
        "labelled": True, "shared": True,
    }  # fmt: skip


def _own(part: str, measures: Kind) -> dict[str, Kind]:
    """Return what the fields of one part alone hold."""
    if part == "chain":
        return dict.fromkeys(CHAIN, measures)
    if part == "maturity":
        return dict.fromkeys(RUNGS, None)
    if part == "diagnosis":
        return {**dict.fromkeys(STEPS, STATES), "weakest": _open(STEPS)}
    return {}


def _label(part: str, name: str) -> Text:
    if part == "chain":
        return CHAIN[name]  # type: ignore[index]  # the fields of a chain are its links
    if part == "maturity" and name in RUNGS:
        return RUNGS[name]
    if part == "diagnosis" and name in STEPS:
        return STEPS[name]
    own = {("platforms", "share"): "there", ("platforms", "character"): "character_of"}
    return LABELS[own.get((part, name), name)]


def _open(options: Mapping[Any, Text]) -> dict[Any, Text]:
    return {None: OPEN, **options}
