"""The monthly report of one account, as data: each measure of its card, the peers, and what is done."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.peers import standing
from playbook.metrics.edits import fresh_row
from playbook.metrics.measures import fitting
from playbook.metrics.now import Now, has_range, known_weeks, now
from playbook.metrics.peers_known import apart_from_all
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Change, Gap
from playbook.metrics.scorecard import Row, Scorecard

US = "us"  # the row of the company itself among its peers


@dataclass(frozen=True, eq=False)
class Line:
    """One measure in a month: the `row` of the card, and where it stood (None: no data, or too few weeks).

    `mean` is that of its known weeks, `missing` how many are not known. `ready` is the day of its verdict where the
    period judged has begun and that is still to come, else None.
    """

    row: Row
    stands: Now | None
    mean: float
    missing: int
    ready: date | None

    @property
    def way(self) -> str:
        """Return where most of its weeks outside the range lay: above, below, or inside (none, or as many each way)."""
        if self.stands is None:
            return "unknown"
        above, below = self.stands.outside["above"], self.stands.outside["below"]
        return "inside" if above == below else ("above" if above > below else "below")


@dataclass(frozen=True, eq=False)
class Monthly:
    """A month of an account: the lines in the order of the report, money last, and whether the card is its own.

    `peers`: us and the peers compared with, by reactions a week for every 1,000 followers, best first.
    """

    account: str
    month: date
    weeks: list[pd.Timestamp]
    relations: list[Line]
    money: list[Line]
    planned: bool
    peers: pd.DataFrame
    gaps: list[Gap]
    changes: list[tuple[date, Change]]


def months(facts: Facts) -> list[date]:
    """Return the first days of the months of which every week is on record, latest first."""
    first, last = facts.posts["posted_on"].min().date(), facts.posts["posted_on"].max().date()
    found, month = [], first.replace(day=1)
    while month <= last:
        if weeks_of(month)[-1].date() + timedelta(days=6) <= last:
            found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found[::-1]


def weeks_of(month: date) -> list[pd.Timestamp]:
    """Return the Mondays of a month: its weeks are those that begin in it."""
    following = (month + timedelta(days=32)).replace(day=1)
    return list(pd.date_range(month, following - timedelta(days=1), freq="W-MON"))


def monthly(plan: MetricsPlan, account: str, month: date, facts: Facts) -> Monthly:
    """Return what the report of a month says of an account; without a card, of the measures that fit it and are known.

    Money comes last unless the plan leads with it.
    """
    weeks = weeks_of(month)
    card = plan.card(account)
    rows = card.rows or usual_rows(account, facts)
    lines = [_line(row, card, weeks, facts) for row in rows]
    return Monthly(
        account=account,
        month=month,
        weeks=weeks,
        relations=[line for line in lines if not line.row.known.money],
        money=[line for line in lines if line.row.known.money],
        planned=bool(card.rows),
        peers=_peers(plan, account, weeks, facts),
        gaps=[gap for gap in plan.comparison.gaps if gap.what.strip()],
        changes=_changes(plan, month, facts),
    )


def usual_rows(account: str, facts: Facts) -> list[Row]:
    """Return rows for the measures that fit an account and of which its data hold enough weeks."""
    kind = facts.company.account(account).kind
    return [fresh_row(each.id) for each in fitting(kind) if has_range(account, each.id, facts)]


def _line(row: Row, card: Scorecard, weeks: list[pd.Timestamp], facts: Facts) -> Line:
    stands = now(facts, card.account, row.measure, len(weeks), weeks[-1])
    known = known_weeks(card.account, row.measure, facts)
    told = known[known.index.isin(weeks)] if known is not None else pd.Series(dtype=float)
    mean = float(told.mean()) if len(told) else math.nan
    ended = weeks[-1].date() + timedelta(days=6)
    begun = card.judged_from is not None and card.judged_from <= ended
    ready = card.judged_to + timedelta(weeks=row.lag) if card.judged_to and begun else None
    return Line(row, stands, mean, len(weeks) - len(told), ready if ready and ended < ready else None)


def _peers(plan: MetricsPlan, account: str, weeks: list[pd.Timestamp], facts: Facts) -> pd.DataFrame:
    """Return us and the peers chosen; none chosen, all that have no trend of their own."""
    table = standing(facts, account, weeks[0], weeks[-1])
    chosen = {peer.name.strip() for peer in plan.comparison.peers} & set(table.index)
    kept = chosen or set(table.index) - {US} - apart_from_all(facts)
    return table[table.index.isin(kept | {US})] if US in table.index else table.head(0)


def _changes(plan: MetricsPlan, month: date, facts: Facts) -> list[tuple[date, Change]]:
    """Return the changes of the reviews held by the end of the following month; of the latest month, all."""
    dated = [(review.on, change) for review in plan.reviews if review.on for change in review.changes]
    until = (month + timedelta(days=62)).replace(day=1)
    return [(on, change) for on, change in dated if on < until or month == next(iter(months(facts)), None)]
