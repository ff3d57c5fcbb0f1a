"""A company that the learner has not met: a variant of the sample with other names (`names.toml`), data and plans."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import TypeVar

import pandas as pd

from playbook.facts import SAMPLE_ALONE, Facts
from playbook.handbook.model import sound_plans
from playbook.language import Language, language
from playbook.plans import Plan, read_plan
from playbook.sample.card import sample_card
from playbook.sample.variants import variant

P = TypeVar("P", bound=Plan)


def unseen(seed: int) -> Facts:
    """Return the facts of a company of its own, in the reader's language; the same seed gives the same."""
    return _facts(seed, language())


@lru_cache(maxsize=4)
def _facts(seed: int, wanted: Language) -> Facts:  # noqa: ARG001 - the card is in the reader's language
    world = variant(seed)
    tables = {name: _renamed_table(world.table(name)) for name in ("posts", *SAMPLE_ALONE)}
    return Facts(_renamed_plan(sample_card()), invented=True, **tables)


def unseen_plans(facts: Facts) -> dict[str, Plan]:
    """Return plans of all systems for such a company that fit together, in the language of its facts."""
    return dict(_plans(facts))


@lru_cache(maxsize=4)
def _plans(facts: Facts) -> dict[str, Plan]:
    return {name: _renamed_plan(plan) for name, plan in sound_plans(facts).items()}


def renamed(text: str) -> str:
    """Return a text with the names of the other company in place of the sample's."""
    return _pattern().sub(lambda found: _names()[found[0]], text)


def _renamed_plan(plan: P) -> P:
    return read_plan(type(plan), json.loads(renamed(plan.model_dump_json())))


def _renamed_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the other names in its texts; whoever made it keeps it as it was."""
    texts = [name for name, kind in table.dtypes.items() if pd.api.types.is_string_dtype(kind)]
    named = [name for name in texts if table[name].str.contains(_pattern(), na=False).any()]
    return table.assign(**{str(name): table[name].map(renamed, na_action="ignore") for name in named})


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = tomllib.loads(
        resources.files("playbook.capstone").joinpath("names.toml").read_text("utf-8")
    )
    return names


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a name: a longer one before a shorter, and a Latin one only as a word of its own."""
    longest = sorted(_names(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{each}\b" if each == "Lan" else re.escape(each) for each in longest))
