"""How the tables of metrics show a change, an interval, a count, and what a company has no data for."""

from __future__ import annotations

import math

import pandas as pd

from playbook.interaction.tables.shown import cannot_tell
from playbook.language import Text
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.series import scale_of
from playbook.metrics.charts.frame import NO_WEEKS, signed
from playbook.tables import NOTHING, between, number

__all__ = ["CHANGE", "NO_WEEKS", "as_counted", "change", "changes", "lacking"]

CHANGE = Text("变化", "change")


def lacking(why: Text | None) -> pd.DataFrame:
    """Return a table of one cell that says what these data lack."""
    return cannot_tell(why or NO_WEEKS)


def change(found: Estimate) -> str:
    """Return a change given in logs, in per cent with its sign; a dash where it is not known."""
    return signed(found.percent.value) if found.known else NOTHING


def changes(found: Estimate) -> str:
    """Return the interval of a change given in logs."""
    if not found.known:
        return NOTHING
    low, high = found.percent.low, found.percent.high
    return between(signed(low), signed(high))


def as_counted(value: float, measure: str) -> str:
    """Return a value of a measure: a whole number, a share in per cent, or a net attitude with its sign."""
    if math.isnan(value):
        return NOTHING
    if scale_of(measure) == "share":
        return f"{value:.0%}"
    return number(value) if scale_of(measure) == "log" else f"{value:+.2f}".replace("-", "−")
