"""The eight invented events of `events.toml`: which have to do with the house, and which nobody rides."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def events() -> dict[str, dict[str, Any]]:
    """Return the events by name, in order: `zh`, `en`, and either `related` or `never` (why it is never ridden)."""
    return tomllib.loads(resources.files("playbook.content").joinpath("events.toml").read_text("utf-8"))
