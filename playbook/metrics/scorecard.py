"""The scorecard of one account: what counts, against which base, how wide the target, and when the verdict may come."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from playbook.metrics.measures import MEASURES, Measure, MeasureName, Origin
from playbook.plans import Id, Part

MOST_ROWS = 12
MOST_LINE = 300
Line = Annotated[str, StringConstraints(max_length=MOST_LINE)]
Age = Literal[1, 7, 30, 90]  # days after a post or a campaign
AGES: tuple[Age, ...] = (1, 7, 30, 90)
Horizon = Literal["short", "long"]
Amount = Annotated[float, Field(ge=-1e9, le=1e9)]


class Row(Part):
    """One measure of a scorecard; an empty text, 0 or None is a decision still to be made.

    The base runs from `base_from` to `base_to`, both days included. The target lies from `low` to `high`, in the
    measure's unit. No verdict comes before `lag` weeks after the period judged; until then it is read at the `ages`.
    `sample` is how many comments are read for the attitude. `weight` is in percent of the card.
    """

    measure: MeasureName
    why: Line = ""
    definition: Line = ""
    origin: Origin | None = None
    sample: Annotated[int, Field(ge=0, le=100_000)] = 0
    base_from: date | None = None
    base_to: date | None = None
    low: Amount | None = None
    high: Amount | None = None
    lag: Annotated[int, Field(ge=0, le=104)] = 0
    ages: list[Age] = Field(default_factory=list, max_length=4)
    owner: Line = ""
    deputy: Line = ""
    if_falls: Line = ""
    if_rises: Line = ""
    horizon: Horizon | None = None
    weight: Annotated[int, Field(ge=0, le=100)] = 0

    @property
    def known(self) -> Measure:
        """Return what is known of its measure."""
        return MEASURES[self.measure]

    @property
    def base_days(self) -> int | None:
        """Return how many days the base has; None while it is not set, or ends before it begins."""
        return days(self.base_from, self.base_to)


class Scorecard(Part):
    """What counts for one account; `judged_from` to `judged_to` is the period on which the verdict is passed."""

    account: Id
    judged_from: date | None = None
    judged_to: date | None = None
    verdict_on: date | None = None
    rows: list[Row] = Field(default_factory=list, max_length=MOST_ROWS)

    @field_validator("rows")
    @classmethod
    def _each_once(cls, rows: list[Row]) -> list[Row]:
        if len({row.measure for row in rows}) < len(rows):
            raise ValueError("a measure stands on a scorecard twice")
        return rows

    @property
    def judged_days(self) -> int | None:
        """Return how many days the period judged has; None while it is not set, or ends before it begins."""
        return days(self.judged_from, self.judged_to)

    def of(self, measure: MeasureName) -> Row | None:
        """Return the row of a measure; None if it has none."""
        return next((row for row in self.rows if row.measure == measure), None)


def days(first: date | None, last: date | None) -> int | None:
    """Return how many days lie from `first` to `last`, both included; None if one is missing or they are reversed."""
    if first is None or last is None or last < first:
        return None
    return (last - first).days + 1
