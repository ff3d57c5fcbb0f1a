"""The hours of posting that the rules name, read from `rules.toml` once: 18 is from 18:00 to 18:59."""

from __future__ import annotations

from playbook.rules import rule


def _hours(name: str) -> tuple[int, ...]:
    return tuple(rule(f"timing.{name}").values["hours"])


EVENING, MEALS = _hours("weekday-evening"), _hours("weekend-meals")
GOLDEN, OFFICE = _hours("golden-windows-four"), _hours("office-hours-only")
CAMPAIGN = _hours("campaign-hours")
