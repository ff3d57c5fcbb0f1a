"""A claim put to the test on a posts table."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from playbook.claims.claim import Claim
from playbook.claims.estimate import (
    ENOUGH,
    ENOUGH_WEEKS,
    Estimate,
    balanced,
    estimate,
    in_units,
    posts_needed,
    rough_error,
    weeks_of,
)
from playbook.claims.result import Result, judged
from playbook.claims.traps import traps_of
from playbook.language import Text, join, same

EFFECT = 0.2  # the difference one would not like to miss
UNABLE_POSTS = Text("不足 {enough} 条，不比较", "Fewer than {enough} posts: not compared").format(enough=ENOUGH)
UNABLE_WEEKS = Text("不足 {enough} 周，不比较", "Fewer than {enough} weeks: not compared").format(enough=ENOUGH_WEEKS)
NO_ACCOUNT = Text("没有账号“{read}”，这里有：{known}", "There is no account “{read}”; there are: {known}")
LEFT_OUT = Text(
    "这些账号只有一边有微博，没法和自己比，没有算进来：{names}。",
    "Left out, because all their posts are on one side: {names}.",
)
DISAGREE = Text(
    "账号之间不一样：更多的是 {more}，更少的是 {fewer}。合在一起的数谁也不代表，请分开看。",
    "The accounts disagree: more for {more}, fewer for {fewer}. The pooled figure is true of neither; "
    "look at each account.",
)


def test_claim(
    posts: pd.DataFrame,
    claim: Claim,
    account: str | None = None,  # noqa: PT028 - not a test of pytest's, see below
    *,
    effect: float = EFFECT,  # noqa: PT028 - likewise
) -> Result:
    """Put a claim to the test on one account's posts, or on all accounts, each against itself.

    `posts` is a posts table; `effect` is the difference that `Result.needed` asks posts for (0.2 is 20%).
    """
    about = claim.ask(posts, account)
    usable = about.dropna(subset=["inside", "gets", "week"])
    compared = _on_both_sides(usable)
    unable, (inside, outside) = _unknown(posts, account) or _unable(compared), _counts(compared)
    found = Estimate(math.nan, math.nan, math.nan, rough_error(compared)) if unable else estimate(compared)
    accounts = tuple(compared["account"].unique())
    more_told = _disagree(compared) if len(accounts) > 1 else ()
    is_told = judged(found.low, found.high) != "cannot_tell"
    return Result(
        claim=claim,
        accounts=accounts,
        inside=inside,
        outside=outside,
        ratio=found.ratio,
        low=found.low,
        high=found.high,
        needed=None if is_told else _needed(inside, outside, found.error, effect),
        effect=effect,
        traps=(*traps_of(claim, about, compared, found.ratio), *_left_out(usable, compared), *more_told),
        unable=unable,
    )


test_claim.__test__ = False  # type: ignore[attr-defined]  # pytest must not collect what is named like a test


def _on_both_sides(usable: pd.DataFrame) -> pd.DataFrame:
    """Keep the accounts that have posts on both sides (of a single account, all it has), in units of each account."""
    both = usable.groupby("account")["inside"].transform("nunique") > 1
    compared = usable[both] if len(usable["account"].unique()) > 1 else usable
    compared = compared.assign(inside=compared["inside"].astype(bool))
    return compared.assign(units=in_units(compared), weight=balanced(compared))


def _counts(compared: pd.DataFrame) -> tuple[int, int]:
    inside = int(compared["inside"].sum())
    return inside, len(compared) - inside


def _unknown(posts: pd.DataFrame, account: str | None) -> Text | None:
    """Say that there is no such account; None if there is, or if none was asked for."""
    known = sorted(posts["account"].dropna().unique())
    return None if account is None or account in known else NO_ACCOUNT.format(read=account, known=_names(known))


def _unable(compared: pd.DataFrame) -> Text | None:
    if min(_counts(compared)) < ENOUGH:
        return UNABLE_POSTS
    return UNABLE_WEEKS if weeks_of(compared) < ENOUGH_WEEKS else None


def _needed(inside: int, outside: int, error: float, effect: float) -> int | None:
    posts, fewer = inside + outside, min(inside, outside)
    if fewer == 0:
        return None
    needed = max(posts_needed(posts, error, effect), math.ceil(posts * ENOUGH / fewer))
    return needed if needed > posts else None


def _left_out(usable: pd.DataFrame, compared: pd.DataFrame) -> Iterator[Text]:
    names = sorted(set(usable["account"]) - set(compared["account"]))
    if names:
        yield LEFT_OUT.format(names=_names(names))


def _disagree(compared: pd.DataFrame) -> Iterator[Text]:
    """Compare each account alone; tell it if one supports the claim and another refutes it."""
    verdicts: dict[str, list[str]] = {"supported": [], "refuted": [], "cannot_tell": []}
    for name, own in compared.groupby("account"):
        if _unable(own) is None:
            alone = estimate(own)
            verdicts[judged(alone.low, alone.high)].append(str(name))
    if verdicts["supported"] and verdicts["refuted"]:
        yield DISAGREE.format(more=_names(verdicts["supported"]), fewer=_names(verdicts["refuted"]))


def _names(accounts: list[str]) -> Text:
    return join([same(name) for name in accounts])
