"""A claim put to the test with the hour held fixed: posts of 10:00 against posts of 10:00, and so on.

Short gaps are common at busy hours, and scheduled posts go out when nobody is on duty: without this, a claim about
gaps would be half a claim about hours.
"""

from __future__ import annotations

import math

import pandas as pd

from playbook.claims.claim import Claim
from playbook.claims.estimate import ENOUGH, ENOUGH_WEEKS, Estimate, balanced, estimate, in_units, weeks_of
from playbook.claims.result import Result
from playbook.claims.trial import EFFECT, UNABLE_POSTS, UNABLE_WEEKS, test_claim
from playbook.language import Text
from playbook.posts import tells_hours

HELD = Text(
    "只拿同一个钟点的微博互相比，所以钟点好坏不影响结果。",
    "Posts are compared with posts of the same hour alone, so good and bad hours do not matter here.",
)


def test_at_same_hour(
    posts: pd.DataFrame,
    claim: Claim,
    account: str,
    within: str | None = None,  # noqa: PT028 - not a test of pytest's, see below
) -> Result:
    """Put a claim to the test on one account, each hour against itself; where there is no time of day, as it stands.

    `posts` is a posts table. `within` names a column of it that is held fixed too: posts are then compared with posts
    of the same hour and the same value there, and a post without a value is left out. The result is that of
    `test_claim`, with `HELD` among its traps; hours that have posts on one side alone are left out, and `needed` is
    not worked out.
    """
    if not tells_hours(posts[posts["account"] == account]):
        return test_claim(posts, claim, account)
    compared = _compared(claim.ask(posts, account), within)
    inside = int(compared["inside"].sum())
    unable = _unable(compared, inside)
    found = Estimate(math.nan, math.nan, math.nan, math.nan) if unable else estimate(compared)
    return Result(
        claim, (account,), inside, len(compared) - inside, found.ratio, found.low, found.high,
        needed=None, effect=EFFECT, traps=(HELD,), unable=unable,
    )  # fmt: skip


test_at_same_hour.__test__ = False  # type: ignore[attr-defined]  # pytest must not collect what is named like a test


def _compared(about: pd.DataFrame, within: str | None) -> pd.DataFrame:
    """Give each hour the part that an account has in a pooled claim: it is compared with itself, then laid over."""
    held = [] if within is None else [within]
    known = about.dropna(subset=["inside", "gets", "week", "posted_at", *held])
    keys = [known["posted_at"].dt.hour, *(known[name] for name in held)]
    each_hour = known.assign(account=known.groupby(keys).ngroup(), inside=known["inside"].astype(bool))
    both = each_hour[each_hour.groupby("account")["inside"].transform("nunique") > 1]
    return both.assign(units=in_units(both), weight=balanced(both))


def _unable(compared: pd.DataFrame, inside: int) -> Text | None:
    if min(inside, len(compared) - inside) < ENOUGH:
        return UNABLE_POSTS
    return UNABLE_WEEKS if weeks_of(compared) < ENOUGH_WEEKS else None
