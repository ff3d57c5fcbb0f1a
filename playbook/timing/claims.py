"""The advice on timing as claims that an account's own posts can test, and what they say of each."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from playbook.claims import Claim, Outcome, Result, test_claim
from playbook.claims.same_hour import test_at_same_hour
from playbook.facts import Facts
from playbook.language import Text
from playbook.once import once
from playbook.posts import originals
from playbook.timing.analysis import EVENING_RULE, WEEKEND, WEEKEND_RULE, WORKDAYS, at_hours, on_days
from playbook.timing.rhythm import by_tool, day_counts, gaps
from playbook.timing.windows import CAMPAIGN, EVENING, OFFICE
from playbook.week import DAYS

MIDWEEK = (3, 4)
FEW = 6  # posts a day
CAMPAIGN_COLUMN = "campaign"  # what the editorial log calls a post about a campaign

Name = Literal[
    "apart", "two_hours", "few_a_day", "midweek", "weekend", "evening", "weekend_meals", "office", "by_hand",
    "campaign_hours",
]  # fmt: skip


@dataclass(frozen=True)
class Advice:
    """A claim and the article that makes it; `held`: posts are compared with posts of the same hour alone."""

    article: int
    claim: Claim
    held: bool = False


def _at_least(minutes: float) -> Callable[[pd.DataFrame], pd.Series]:
    """Tell whether a post keeps this gap to the one before; empty where it has none or no time of day."""

    def told(posts: pd.DataFrame) -> pd.Series:
        gap = gaps(posts)
        answer: pd.Series = (gap >= minutes).astype("boolean").mask(gap.isna())
        return answer

    return told


def _one_to_four_hours(posts: pd.DataFrame) -> pd.DataFrame:
    return posts[gaps(posts).between(60, 240, inclusive="left")]


def _not_within_the_hour(posts: pd.DataFrame) -> pd.DataFrame:
    """Leave out posts within an hour of the one before: they get less, and there are more of them on busy days."""
    return originals(posts[~(gaps(posts) < 60)])  # noqa: PLR2004 - minutes


def day_in(days: tuple[int, ...]) -> Callable[[pd.DataFrame], pd.Series]:
    """Tell whether a post is of one of these weekdays (1 = Monday … 7)."""
    return lambda posts: posts["posted_on"].dt.isocalendar().day.isin(days)


def _hour_in(hours: tuple[int, ...]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda posts: originals(posts[posts["posted_at"].dt.hour.isin(hours)])


ADVICE: dict[Name, Advice] = {
    "apart": Advice(
        5,
        Claim(
            Text(
                "和上一条至少隔 1 小时的，互动更多",
                "Posts at least an hour after the one before get more reactions",
            ),
            holds=_at_least(60),
            needs=("posted_at",),
        ),
        held=True,
    ),
    "two_hours": Advice(
        6,
        Claim(
            Text(
                "和上一条隔 2 到 4 小时的，比隔 1 到 2 小时的互动更多",
                "Posts two to four hours after the one before get more reactions than those one to two hours after",
            ),
            holds=_at_least(120),
            among=_one_to_four_hours,
            needs=("posted_at",),
        ),
        held=True,
    ),
    "few_a_day": Advice(
        6,
        Claim(
            Text(
                f"一天不超过 {FEW} 条的日子，每条互动更多（1 小时内连发的不算）",
                f"On days with no more than {FEW} posts, each gets more reactions (those within an hour left out)",
            ),
            holds=lambda posts: day_counts(posts) <= FEW,
            among=_not_within_the_hour,
        ),
        held=True,
    ),
    "midweek": Advice(
        1,
        Claim(
            Text(
                "周三、周四发的，比别的工作日互动更多",
                "Posts of Wednesday and Thursday get more reactions than those of other workdays",
            ),
            holds=day_in(MIDWEEK),
            among=on_days(WORKDAYS),
        ),
        held=True,
    ),
    "weekend": Advice(
        1,
        Claim(
            Text("周末发的，比工作日互动更多", "Weekend posts get more reactions than workday posts"),
            holds=day_in(WEEKEND),
        ),
        held=True,
    ),
    "evening": Advice(1, EVENING_RULE),
    "weekend_meals": Advice(1, WEEKEND_RULE),
    "office": Advice(
        8,
        Claim(
            Text(
                "10 点到 18 点之间发的，比 18 点到 23 点之间发的互动更多",
                "Posts from 10:00 to 18:00 get more reactions than posts from 18:00 to 23:00",
            ),
            holds=at_hours(OFFICE),
            among=_hour_in((*OFFICE, *EVENING)),
            needs=("posted_at",),
        ),
    ),
    "by_hand": Advice(
        6,
        Claim(
            Text(
                "手工发的，比工具定时发的互动更多",
                "Posts sent by hand get more reactions than posts sent by a scheduler",
            ),
            holds=lambda posts: ~by_tool(posts),
            needs=("source",),
        ),
        held=True,
    ),
    "campaign_hours": Advice(
        8,
        Claim(
            Text(
                "9:00 至 9:59、19 点以后发的活动微博，互动更多",
                "Campaign posts from 9:00 to 9:59 or after 19:00 get more reactions",
            ),
            holds=at_hours(CAMPAIGN),
            needs=("posted_at",),
        ),
    ),
}


@once(64)  # ten pieces of advice on six accounts
def result_of(facts: Facts, account: str, name: Name) -> Result:
    """Return what the account's posts say of a piece of advice; tested once for the same facts."""
    advice = ADVICE[name]
    claim = replace(advice.claim, among=_about_campaigns(facts)) if name == "campaign_hours" else advice.claim
    return test_at_same_hour(facts.posts, claim, account) if advice.held else test_claim(facts.posts, claim, account)


def outcome(facts: Facts, account: str, name: Name) -> Outcome:
    """Return what the account's posts say of a piece of advice, without the numbers."""
    return result_of(facts, account, name).outcome


def weekday_result(facts: Facts, account: str, day: int) -> Result:
    """Return how posts of a weekday (1 = Monday … 7) do against those of the other six, at the same hour."""
    said = Text("{day}发的，比别的日子互动更多", "Posts of {day} get more reactions than those of other days")
    claim = Claim(said.format(day=DAYS[day - 1]), holds=day_in((day,)))
    return test_at_same_hour(facts.posts, claim, account)


def weekday_outcome(facts: Facts, account: str, day: int) -> Outcome:
    """Return whether a weekday does better than the other six."""
    return weekday_result(facts, account, day).outcome


def _about_campaigns(facts: Facts) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Keep the originals that the editorial log files under campaigns: none where there is no log."""
    log = facts.ledger
    told: Collection[str] = [] if log is None else log.loc[log["column"] == CAMPAIGN_COLUMN, "post_id"]
    return lambda posts: originals(posts[posts["post_id"].isin(told)])
