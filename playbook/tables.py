"""What all tables share: how a verdict, a ratio and a number are shown, and heads in the reader's language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from playbook.claims import OUTCOMES, Result
from playbook.language import Text

pd.set_option("display.max_colwidth", None)  # a page shows what a cell says, whole

VERDICT, RATIO, INTERVAL = Text("结论", "verdict"), Text("比值", "ratio"), Text("95% 区间", "95% interval")
NOTHING = "—"


def table(rows: Sequence[tuple[object, ...]], names: list[str], heads: list[Text], corner: Text) -> pd.DataFrame:
    """Return rows as a table to show: `names` at the left, `heads` above, and in the `corner` what the names are."""
    return pd.DataFrame(rows, names, [str(head) for head in heads]).rename_axis(columns=str(corner))


def judged(row: Result) -> tuple[str, str, str]:
    """Return verdict, ratio and interval as a table shows them."""
    if math.isnan(row.ratio):
        return str(OUTCOMES[row.outcome]), NOTHING, NOTHING
    return str(OUTCOMES[row.outcome]), f"{row.ratio:.2f}", f"{row.low:.2f}–{row.high:.2f}"


def number(value: float) -> str:
    """Return a number as a table shows it, whole; a dash where it is not known."""
    return NOTHING if math.isnan(value) else f"{value:,.0f}"


def between(low: str, high: str) -> str:
    """Return the ends of an interval, as a table shows them."""
    return str(Text("{low} 到 {high}", "{low} to {high}").format(low=low, high=high))


def half_up(value: float) -> int:
    """Return a number rounded as readers round, a half up: what a question asks for is what a table shows."""
    return int(Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP))


def rounded(value: float, decimals: int) -> float:
    """Return a whole number, or one with decimals, a half rounded up: answers with decimals are told to round."""
    return half_up(value * 10**decimals) / 10**decimals if decimals else half_up(value)
