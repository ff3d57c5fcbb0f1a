"""When do our readers answer? Posts and what they got, by the hour of posting.

"Reactions" are reposts + comments + likes of a post. A typical post is the median one, because a single
post that goes round the platform moves a mean and not a median. Reposts are left out: what they get belongs to
the original.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.claims import ENOUGH, Claim, Outcome, test_claim
from playbook.language import Text
from playbook.posts import originals, reactions, timed
from playbook.timing.windows import EVENING, MEALS

HOURS = range(24)
WORKDAYS, WEEKEND = (1, 2, 3, 4, 5), (6, 7)


def by_hour(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return, for each hour 0 to 23, `posts` (how many), `total`, `mean` and `median` reactions per post.

    Posts without a time of day or with unknown counts are left out; an hour without posts has NaN.
    """
    grouped = timed(posts, account).groupby("hour")["reactions"]
    found = pd.DataFrame(grouped.agg(["size", "sum", "mean", "median"])).set_axis(
        ["posts", "total", "mean", "median"], axis="columns"
    )
    table = found.reindex(HOURS).fillna({"posts": 0, "total": 0})
    return table.astype({"posts": int})


def arrivals(table: pd.DataFrame, account: str) -> pd.Series:
    """Return the reactions that come in at each hour of a typical day (median over the days)."""
    own = table[table["account"] == account]
    return own.groupby("hour")["reactions"].median().reindex(HOURS)


def typical(posts: pd.DataFrame, account: str, hour: int) -> float:
    """Return what a typical post of an hour gets."""
    return float(by_hour(posts, account)["median"][hour])


def typical_shown(posts: pd.DataFrame, account: str, hour: int) -> int:
    """Return what a typical post of an hour gets as a table shows it."""
    return round(typical(posts, account, hour))


def usual_of(posts: pd.DataFrame, account: str) -> float:
    """Return what a typical post of the account gets, whatever its hour; NaN where it has no post with counts."""
    own = originals(posts)
    median = reactions(own[own["account"] == account]).median()
    return np.nan if pd.isna(median) else float(median)


def average(posts: pd.DataFrame, account: str, hour: int) -> float:
    """Return the mean of an hour: what one viral post can double."""
    return float(by_hour(posts, account)["mean"][hour])


def average_shown(posts: pd.DataFrame, account: str, hour: int) -> int:
    """Return the mean of an hour as a table shows it."""
    return round(average(posts, account, hour))


def mean_without_top(posts: pd.DataFrame, account: str, hour: int) -> float:
    """Return the mean of an hour without its most successful post."""
    own = timed(posts, account)
    gets = own.loc[own["hour"] == hour, "reactions"].sort_values()
    return float(gets.iloc[:-1].mean())


def what_lifts_mean(posts: pd.DataFrame, account: str, hour: int) -> Literal["one_post", "many_posts"]:
    """Tell whether a single post makes an hour's mean: without it, the mean falls by half or more."""
    return "one_post" if mean_without_top(posts, account, hour) <= average(posts, account, hour) / 2 else "many_posts"


def count_at(posts: pd.DataFrame, account: str, hour: int) -> int:
    """Return how many posts an hour has behind it."""
    return int(by_hour(posts, account)["posts"][hour])


def total_at(posts: pd.DataFrame, account: str, hour: int) -> float:
    """Return all reactions to the posts of an hour together."""
    return float(by_hour(posts, account)["total"][hour])


def ranked(
    posts: pd.DataFrame,
    account: str,
    hours: list[int] | None = None,
    by: Literal["median", "mean", "total", "posts"] = "median",
    enough: int = ENOUGH,
) -> list[str]:
    """Return hours, highest first, as texts; an hour with fewer than `enough` posts comes after all others."""
    table = by_hour(posts, account).loc[hours or list(HOURS)]
    table = table.assign(known=table["posts"] >= enough)[table["posts"] > 0]
    return [str(hour) for hour in table.sort_values(["known", by], ascending=False).index]


def best_hour(posts: pd.DataFrame, account: str) -> int | None:
    """Return the hour at which a typical post gets most, among hours with enough posts; None if none has."""
    table = by_hour(posts, account)
    known = table[table["posts"] >= ENOUGH]
    return None if known.empty else int(known.index[int(known["median"].to_numpy().argmax())])


def at_hours(hours: Sequence[int]) -> Callable[[pd.DataFrame], pd.Series]:
    """Tell whether a post went out at one of these hours; empty where it has no time of day."""

    def told(posts: pd.DataFrame) -> pd.Series:
        hour = posts["posted_at"].dt.hour
        answer: pd.Series = hour.isin(hours).astype("boolean").mask(hour.isna())
        return answer

    return told


def on_days(days: Sequence[int]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Keep the originals of these weekdays (1 = Monday … 7)."""
    return lambda posts: originals(posts[posts["posted_on"].dt.isocalendar().day.isin(days)])


# Two rules of source article 1.
EVENING_RULE = Claim(
    Text("工作日 18 点到 23 点发的，互动更多", "Workday posts from 18:00 to 23:00 get more reactions"),
    holds=at_hours(EVENING),
    among=on_days(WORKDAYS),
    needs=("posted_at",),
)
WEEKEND_RULE = Claim(
    Text(
        "周末 13 点到 14 点、17 点到 20 点发的，互动更多",
        "Weekend posts from 13:00 to 14:00 and from 17:00 to 20:00 get more reactions",
    ),
    holds=at_hours(MEALS),
    among=on_days(WEEKEND),
    needs=("posted_at",),
)


def outcome_of(posts: pd.DataFrame, account: str, rule: Literal["evening", "weekend"]) -> Outcome:
    """Return what this account's data say of one of the two rules."""
    return test_claim(posts, EVENING_RULE if rule == "evening" else WEEKEND_RULE, account).outcome


def strength(posts: pd.DataFrame, account: str) -> npt.NDArray[np.float64]:
    """Return what a typical post gets on 7 weekdays x 24 hours; NaN where fewer than ENOUGH posts tell.

    Workdays are pooled, and so are Saturday and Sunday: a single cell of the week has too few posts.
    """
    own = timed(posts, account)
    weekend = own["posted_at"].dt.isocalendar().day.isin(WEEKEND)
    days = [_known(own[~weekend])] * 5 + [_known(own[weekend])] * 2
    return np.array(days)


def presence(table: pd.DataFrame, account: str) -> npt.NDArray[np.float64]:
    """Return the reactions that come in at each of 7 weekdays x 24 hours of a typical week."""
    own = table[table["account"] == account]
    day = own["on"].dt.day_of_week
    week = own.groupby([day, own["hour"]])["reactions"].median().unstack()
    return week.reindex(index=range(7), columns=HOURS).to_numpy(dtype=float)


def _known(own: pd.DataFrame) -> npt.NDArray[np.float64]:
    grouped = own.groupby("hour")["reactions"].agg(["size", "median"]).reindex(HOURS)
    return grouped["median"].where(grouped["size"] >= ENOUGH).to_numpy(dtype=float)
