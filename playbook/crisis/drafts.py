"""Four holding statements for the same first hour (`drafts.toml`): one can go out, and three cannot."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from playbook.crisis.responding import Statement
from playbook.crisis.spoken import statement_findings
from playbook.facts import Facts
from playbook.language import Text, language
from playbook.rules import Finding

PARTS = ("happened", "attitude", "doing", "next_on", "ask")


def drafts() -> dict[str, Statement]:
    """Return the drafts in the reader's language, by id."""
    own = language()
    return {
        name: Statement(kind="holding", scenario="product", **{part: each[part][own] for part in PARTS if part in each})
        for name, each in _read().items()
    }


def names() -> dict[str, Text]:
    """Return how the drafts are called."""
    return {name: Text.of(each["name"]) for name, each in _read().items()}


def held(facts: Facts) -> dict[str, list[Finding]]:
    """Return what the rules find in each draft."""
    return {name: list(statement_findings(each, facts)) for name, each in drafts().items()}


@cache
def _read() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(resources.files("playbook.crisis").joinpath("drafts.toml").read_text("utf-8"))
