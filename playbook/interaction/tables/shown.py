"""How the tables of interaction show a share, an interval, and what a company has no data for."""

from __future__ import annotations

import math

import pandas as pd

from playbook.interaction.analysis.estimates import Estimate
from playbook.language import Text
from playbook.tables import NOTHING

NOT_KNOWN = Text("答不了", "cannot tell")


def cannot_tell(why: Text) -> pd.DataFrame:
    """Return a table of one cell that says what these data lack."""
    return pd.DataFrame([" ".join(str(why).split("\n"))], [""], [str(NOT_KNOWN)])


def percent(share: float) -> str:
    """Return a share in whole per cent; a dash where it is not known."""
    return NOTHING if math.isnan(share) else f"{share:.0%}"


def percent_between(estimate: Estimate) -> str:
    """Return the interval of a share in whole per cent; a dash where it is not known."""
    return NOTHING if math.isnan(estimate.low) else f"{estimate.low:.0%}–{estimate.high:.0%}"


def decimal(value: float) -> str:
    """Return a number with one decimal; a dash where it is not known."""
    return NOTHING if math.isnan(value) else f"{value:,.1f}"


def signed(difference: float) -> str:
    """Return a difference of two shares in whole points with its sign; the minus is a minus, not a hyphen."""
    return f"{100 * difference:+.0f}".replace("-", "−")
