"""What lesson and exercise 7.1 ask of past campaigns: right answers, and answers that people get wrong."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Literal

import pandas as pd

from playbook.campaign.analysis import Rate, apart, costs, days_to_go, ranks, rates
from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.language import Text
from playbook.tables import rounded

Part = Literal["kept_90", "kept_30", "new_followers", "entries", "stayed"]
Order = Literal["per_kept", "per_won", "entries", "new_followers", "kept_90", "backwards"]
SAID: dict[str, Text] = {
    "largest_is_best": Text(
        "来人最多的那一次，是我们办得最好的一次", "The campaign that most people entered was our best"
    ),
    "tea_keeps": Text("奖品和茶有关的，留得住人", "Prizes that have to do with tea keep followers"),
    "tea_is_cheaper": Text(
        "奖品和茶有关的，留下一个粉丝花得少", "With prizes that have to do with tea, a follower kept costs less"
    ),
    "tea_has_fewer_hunters": Text(
        "奖品和茶有关的，冲着奖品来的少", "Prizes that have to do with tea bring fewer who come for the prize alone"
    ),
    "dear_brings_hunters": Text(
        "与茶无关的奖品，越贵，冲着奖品来的越多",
        "Of prizes with no tea in them, those that cost more bring more who come for the prize alone",
    ),
    "steps_bring_complaints": Text("步骤多的，投诉多", "More steps bring more complaints"),
    "followers_sell_more": Text(
        "为涨粉办的，每 1000 人次带来的订单比为卖货办的多",
        "Campaigns for followers bring more orders for every 1,000 entries than campaigns for sales",
    ),
    "followers_sell_more_than_visits": Text(
        "为涨粉办的，每 1000 人次带来的订单比请人到店的多",
        "Campaigns for followers bring more orders for every 1,000 entries than those for visits to the store",
    ),
    "sales_sell_more": Text(
        "为卖货办的，每 1000 人次带来的订单比为留住老读者办的多",
        "Campaigns for sales bring more orders for every 1,000 entries than those for the readers we have",
    ),
}


def yuan_for(facts: Facts, campaign: str, part: Part = "kept_90", decimals: int = 0) -> float:
    """Return what a campaign cost in yuan for each follower kept 90 days, whole (or to `decimals`), a half rounded up.

    Or for what people take for it: each kept 30 days, each `new_followers`, each entry, or each who `stayed` in the
    eyes of whoever takes the prize hunters away from the new followers. Raises ZeroDivisionError where there is none.
    """
    row = _row(facts, campaign)
    stayed = row["new_followers"] - row["prize_hunters"]
    return rounded(float(row["cost"]) / float(stayed if part == "stayed" else row[part]), decimals)


def in_order(facts: Facts, campaigns: list[str], by: Order = "per_kept") -> list[str]:
    """Return campaigns in order of yuan for each follower kept, the cheapest first.

    Or by what people take for it: yuan for each won (cheapest first), most entries, most new followers, most kept; or
    `backwards`. Raises ValueError for a campaign of which it is not known who stayed.
    """
    table = costs(record(facts)).loc[campaigns]
    if table["per_kept"].isna().any():
        raise ValueError(f"of some of {campaigns} it is not known who stayed after 90 days")
    column = "per_kept" if by == "backwards" else by
    ascending = by in {"per_kept", "per_won"}
    return [str(each) for each in table.sort_values(column, ascending=ascending, kind="stable").index]


def verdict(facts: Facts, claim: str) -> Outcome:
    """Return what the campaigns say of a claim of SAID; supported or contradicted where two intervals do not meet."""
    return CLAIMS[claim](record(facts))


def hunters(
    facts: Facts, campaign: str, of_what: Literal["new_followers", "entries"] = "new_followers", decimals: int = 0
) -> float:
    """Return the percent of a campaign's new followers who came for the prize alone; or, wrongly, of its entries.

    Whole, or with `decimals`.
    """
    row = _row(facts, campaign)
    return rounded(100 * float(row["prize_hunters"]) / float(row[of_what]), decimals)


def others(facts: Facts, campaign: str) -> float:
    """Return the percent of a campaign's new followers who did not come for the prize alone."""
    return 100 - hunters(facts, campaign)


def counted(facts: Facts, campaign: str, column: str) -> int:
    """Return a number of a campaign as it was counted: `cost`, `entries`, `new_followers`, `kept_90`, …."""
    return int(_row(facts, campaign)[column])


def place(facts: Facts, campaign: str, by: str = "per_kept") -> int:
    """Return a campaign's place, 1 the best, among those that are 90 days past, by a column of `ranks`."""
    return int(ranks(record(facts))[by][campaign])


def days_left(facts: Facts, campaign: str) -> int:
    """Return in how many days after the end of the data it can be told who stayed of a campaign; 0 if it can now."""
    return int(days_to_go(record(facts), facts.posts["posted_on"].max()).get(campaign, 0))


def _largest(campaigns: pd.DataFrame) -> Outcome:
    places = ranks(campaigns)
    return "supported" if places["per_kept"][str(places["entries"].idxmin())] == 1 else "refuted"


def _prize(top: str, bottom: str, *, more: bool) -> Callable[[pd.DataFrame], Outcome]:
    """Make the test whether prizes to do with tea have more (or less) of a ratio than those without."""

    def told(campaigns: pd.DataFrame) -> Outcome:
        found = rates(campaigns, top, bottom, "tied")
        return _compared(found[more], found[not more])

    return told


def _dear(campaigns: pd.DataFrame) -> Outcome:
    found = list(rates(campaigns[~campaigns["tied"].astype(bool)], "prize_hunters", "new_followers", "band").values())
    return _compared(found[-1], found[0])


def _steps(campaigns: pd.DataFrame) -> Outcome:
    """Compare campaigns of the most steps with those of one."""
    found = list(rates(campaigns, "complaints", "entries", "steps").values())
    return _compared(found[-1], found[0])


def _orders(more: str, less: str) -> Callable[[pd.DataFrame], Outcome]:
    """Make the test whether campaigns for one goal bring more orders for an entry than those for another."""

    def told(campaigns: pd.DataFrame) -> Outcome:
        found = rates(campaigns, "orders", "entries", "goal")
        return _compared(found[more], found[less])

    return told


def _compared(one: Rate, other: Rate) -> Outcome:
    above = apart(one, other)
    return "cannot_tell" if above is None else "supported" if above else "refuted"


CLAIMS: dict[str, Callable[[pd.DataFrame], Outcome]] = {
    "largest_is_best": _largest,
    "tea_keeps": _prize("kept_90", "new_followers", more=True),
    "tea_is_cheaper": _prize("cost", "kept_90", more=False),
    "tea_has_fewer_hunters": _prize("prize_hunters", "new_followers", more=False),
    "dear_brings_hunters": _dear,
    "steps_bring_complaints": _steps,
    "followers_sell_more": _orders("followers", "sales"),
    "followers_sell_more_than_visits": _orders("followers", "visits"),
    "sales_sell_more": _orders("sales", "readers"),
}


def record(facts: Facts) -> pd.DataFrame:
    """Return past campaigns. Raises ValueError for a company without a record: exercises are asked of the sample."""
    if facts.campaigns is None:
        raise ValueError("wanted facts with a record of campaigns")
    return facts.campaigns


def _row(facts: Facts, campaign: str) -> dict[Hashable, Any]:
    """Return a campaign as it stands in the table. Raises KeyError for one that does not."""
    found: dict[Hashable, Any] = record(facts).set_index("id").loc[[campaign]].to_dict("records")[0]
    return found
