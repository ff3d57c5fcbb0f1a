"""Past campaigns made ready to be asked again and again: what an outlook needs of them, reckoned once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.campaign.analysis_entries import Fit, fit, log_prize

Floats = npt.NDArray[np.float64]
TRIED = 3  # campaigns that must have gone as far: one that did so once tells no range
COLUMNS = ["entries", "new_followers", "steps", "mentions_asked", "prize_value", "tied"]


@dataclass(frozen=True, eq=False)
class Past:
    """Campaigns that had entries and new followers, in order of time; each array has a number a campaign.

    `won` is new followers for an entry, `kept` the share of them kept 90 days (NaN where it is not known yet), `value`
    that of a prize in yuan, `tied` is 1 or 0. `line` is None where none can be drawn.
    """

    ids: tuple[str, ...]
    accounts: tuple[str, ...]
    types: tuple[str, ...]
    steps: Floats
    mentions: Floats
    value: Floats
    tied: Floats
    entries: Floats
    won: Floats
    kept: Floats
    line: Fit | None

    @staticmethod
    def of(campaigns: pd.DataFrame) -> Past:
        """Make campaigns ready; those that nobody entered or that won nobody are left out."""
        known = campaigns.dropna(subset=COLUMNS).sort_values("starts", kind="stable")
        known = known[(known["entries"] > 0) & (known["new_followers"] > 0)]
        names = [*COLUMNS, "kept_90"]
        numbers: dict[str, Floats] = {name: np.array(known[name].astype("Float64").astype(float)) for name in names}
        words = {name: tuple(str(each) for each in known[name]) for name in ("id", "account", "type")}
        return Past(
            ids=words["id"],
            accounts=words["account"],
            types=words["type"],
            steps=numbers["steps"],
            mentions=numbers["mentions_asked"],
            value=numbers["prize_value"],
            tied=numbers["tied"],
            entries=numbers["entries"],
            won=numbers["new_followers"] / numbers["entries"],
            kept=numbers["kept_90"] / numbers["new_followers"],
            line=fit(known),
        )

    @property
    def prize(self) -> Floats:
        """Return the logs of the prizes' values."""
        return log_prize(self.value)

    def kept_with(self, *, tied: bool) -> Floats:
        """Return the known shares kept of campaigns whose prize was tied to the business, or of those whose was not."""
        found: Floats = self.kept[(self.tied == tied) & ~np.isnan(self.kept)]
        return found

    def are(self, words: Sequence[str], word: str) -> Floats:
        """Return 1 for each campaign whose word (account, type) is this one, else 0."""
        return np.array([each == word for each in words], dtype=float)


def span(values: Floats) -> tuple[float, float]:
    """Return how far down and up at least TRIED campaigns have gone; wants that many."""
    ordered = np.sort(values)
    return float(ordered[TRIED - 1]), float(ordered[-TRIED])
