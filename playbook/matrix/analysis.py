"""What the data say of a matrix: who follows what, which accounts live, and what a relay is worth."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from playbook.claims import Claim, Result, test_at_same_hour
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.once import once
from playbook.posts import counted

Verdict = Literal["alive", "quiet", "dead"]
VERDICTS: dict[Verdict, Text] = {
    "alive": Text("活着", "alive"),
    "quiet": Text("冷清", "quiet"),
    "dead": Text("停了", "dead"),
}
# Our figures, not the platform's: who has seen no post in a quarter takes an account for abandoned, and one that is
# silent every other week is not where a reader looks for news.
DEAD_WEEKS, QUIET_SHARE = 13, 0.5
YEAR = 52  # weeks looked back over
AT_ONCE = 60.0  # minutes


def accounts_of(facts: Facts) -> list[str]:
    """Return the ids of the company's accounts: those of the card, then those that only the register knows."""
    known = [each.id for each in facts.company.accounts]
    told = [] if facts.register is None else [str(name) for name in facts.register["account"]]
    return [*known, *(name for name in told if name not in known)]


def name_of(facts: Facts, account: str) -> Text:
    """Return an account's name: the card's, else the register's in either language, else its id."""
    on_card = any(each.id == account for each in facts.company.accounts)
    if facts.register is not None and not on_card:
        for row in facts.register.loc[facts.register["account"] == account].itertuples():
            return Text(str(row.name), str(row.name_en))
    return same(facts.company.account(account).name)


def reach(audiences: pd.DataFrame, accounts: Collection[str]) -> int:
    """Return how many people follow at least one of the accounts; accounts the table does not have count nobody."""
    return int(audiences["people"][_followed(audiences, accounts) > 0].sum())


def repeated(audiences: pd.DataFrame, accounts: Collection[str]) -> int:
    """Return how many people follow two or more of the accounts."""
    return int(audiences["people"][_followed(audiences, accounts) > 1].sum())


def followers(audiences: pd.DataFrame) -> pd.Series:
    """Return how many people follow each account."""
    flags = audiences.drop(columns="people")
    return flags.astype(int).mul(audiences["people"].astype(int), axis=0).sum()


def overlap(audiences: pd.DataFrame) -> pd.DataFrame:
    """Return, of each row's followers, the share who follow the column too; NaN for an account nobody follows."""
    flags = audiences.drop(columns="people").astype(float)
    both = flags.T.dot(flags.mul(audiences["people"].astype(float), axis=0))
    sizes = pd.Series(np.diag(both), both.index)
    return both.div(sizes.where(sizes > 0), axis=0)


def by_reach(audiences: pd.DataFrame, accounts: Collection[str] | None = None) -> pd.Series:
    """Return what each account adds to the people reached: first the widest, then whichever adds most (all, if None).

    Among accounts that add as many, the table's order decides.
    """
    left = [str(name) for name in audiences.columns if name != "people" and (accounts is None or name in accounts)]
    taken: list[str] = []
    added: dict[str, int] = {}
    while left:
        before = sum(added.values())
        best = max(left, key=lambda name: reach(audiences, [*taken, name]))
        added[best] = reach(audiences, [*taken, best]) - before
        taken.append(best)
        left.remove(best)
    return pd.Series(added, dtype=int)


def alive(facts: Facts) -> pd.DataFrame:
    """Return a row an account: what it published in the last 52 weeks of the data, what came of it, and a verdict.

    `posts_a_week` (relays included), `silent_weeks` (weeks without a post; of an account that only the register knows
    at least so many), `since_last` (days from its last post to the end of the data), `typical` (reactions to a typical
    original), `asked` and `answered` (comments and mentions in the inbox), `followers`; `verdict` is of VERDICTS, none
    where nothing is known. What a company has no data for is NaN.
    """
    end = facts.posts["posted_on"].max()
    table = pd.DataFrame([_life(facts, name, end) for name in accounts_of(facts)]).set_index("account")
    verdicts = [_verdict(*each) for each in zip(table["since_last"], table["silent_weeks"], strict=True)]
    return table.assign(verdict=pd.Series(verdicts, table.index, dtype=object))


@once(64)
def typical(facts: Facts, account: str) -> float:
    """Return the reactions to a typical original of the account; NaN where it has none with counts."""
    gets = counted(facts.posts, account)["reactions"]
    return math.nan if gets.empty else float(gets.median())


def relay_log(facts: Facts) -> pd.DataFrame:
    """Return the relays between the company's accounts: `by, of, repost_of, minutes_after`.

    From the table `relays`, else from reposts in the posts table that name a post of another account of ours.
    """
    columns = ["by", "of", "repost_of", "minutes_after"]
    if facts.relays is not None:
        return facts.relays[columns]
    posts = facts.posts
    again = posts[posts["is_repost"].fillna(value=False) & posts["repost_of"].notna()]
    met = again.merge(posts, left_on="repost_of", right_on="post_id", suffixes=("", "_of"))
    met = met[met["account"] != met["account_of"]]
    minutes = (met["posted_at"] - met["posted_at_of"]).dt.total_seconds() / 60
    return met.assign(by=met["account"], of=met["account_of"], minutes_after=minutes)[columns]


class Line(NamedTuple):
    """A habit of relaying: who relays whom, within the hour or `later`, and what the posts say of it."""

    by: tuple[str, ...]
    of: str
    later: bool
    result: Result


@once(256)
def relay_effect(facts: Facts, by: str, of: str, *, within_minutes: float = AT_ONCE, later: bool = False) -> Result:
    """Put a relay to the test: originals of `of` that `by` relayed against those that nobody of ours relayed.

    Inside are those whose first relay by `by` came within `within_minutes` (`later`: after that); posts that others
    alone relayed are left out. Posts are compared at the same hour where there is a time of day. Where too few were
    relayed, the result says so (`unable`).
    """
    log = relay_log(facts)
    inside, relayed = _relayed_by(log, by, of, within_minutes, later=later), set(log.loc[log["of"] == of, "repost_of"])
    said = (LATER if later else SOON).format(
        by=name_of(facts, by), of=name_of(facts, of), minutes=f"{within_minutes:g}"
    )
    return test_at_same_hour(facts.posts, Claim(said, holds=_relayed(inside, relayed)), of)


SOON = Text(
    "@{by} 在 {minutes} 分钟内转发的 @{of} 的微博，互动更多",
    "Posts of @{of} that @{by} relayed within {minutes} minutes get more reactions",
)
LATER = Text(
    "@{by} 过了 {minutes} 分钟才转发的 @{of} 的微博，互动更多",
    "Posts of @{of} that @{by} relayed after {minutes} minutes get more reactions",
)


def pairs(facts: Facts) -> list[tuple[str, str]]:
    """Return who relays whom in the data, `(by, of)`, by the order of the accounts."""
    order = {name: at for at, name in enumerate(accounts_of(facts))}
    log = relay_log(facts)
    found = {(str(by), str(of)) for by, of in zip(log["by"], log["of"], strict=True)}
    return sorted(found, key=lambda pair: tuple(order.get(name, len(order)) for name in pair) + pair)


@once(64)
def relay_lines(facts: Facts) -> tuple[Line, ...]:
    """Return what each habit of relaying is worth: those within the hour first, each later one after its own.

    Accounts that relayed the very same posts stand in one line: what each of them adds cannot be told apart.
    """
    found: dict[tuple[str, frozenset[str], bool], list[str]] = {}
    for by, of in pairs(facts):
        for later in (False, True):
            posts = frozenset(_relayed_by(relay_log(facts), by, of, AT_ONCE, later=later))
            if posts:
                found.setdefault((of, posts, later), []).append(by)
    return tuple(
        Line(tuple(by), of, later, relay_effect(facts, by[0], of, later=later)) for (of, _, later), by in found.items()
    )


def hours_now(facts: Facts) -> float:
    """Return the hours of work a week that all accounts get now, by the register; NaN without one."""
    return math.nan if facts.register is None else float(facts.register["hours_a_week"].sum())


def _followed(audiences: pd.DataFrame, accounts: Collection[str]) -> pd.Series:
    """Return how many of the accounts the people of each row follow."""
    known = [name for name in dict.fromkeys(accounts) if name in audiences.columns and name != "people"]
    return audiences[known].astype(int).sum(axis=1)


def _relayed_by(log: pd.DataFrame, by: str, of: str, minutes: float, *, later: bool) -> set[str]:
    """Return the posts of `of` whose first relay by `by` came within so many minutes, or `later`."""
    first = log[(log["by"] == by) & (log["of"] == of)].groupby("repost_of")["minutes_after"].min()
    return set(first.index[first > minutes if later else first <= minutes])


def _relayed(inside: set[str], relayed: set[str]) -> Callable[[pd.DataFrame], pd.Series]:
    """Tell whether a post is of `inside`; empty where only others relayed it."""

    def told(posts: pd.DataFrame) -> pd.Series:
        answer = posts["post_id"].isin(inside).astype("boolean")
        return answer.mask(posts["post_id"].isin(relayed) & ~answer)

    return told


def _life(facts: Facts, account: str, end: pd.Timestamp) -> dict[str, object]:
    own = facts.posts[facts.posts["account"] == account]
    known = {"account": account, "typical": typical(facts, account), **_inbox(facts, account)}
    row = None if facts.register is None else facts.register[facts.register["account"] == account]
    told = None if row is None or row.empty else row.iloc[0]
    known["followers"] = math.nan if told is None else float(told["followers"])
    if len(own):
        weeks = (end - own["posted_on"]).dt.days // 7
        looked = min(YEAR, (end - facts.posts["posted_on"].min()).days // 7 + 1)
        recent = weeks[weeks < looked]
        return known | {
            "posts_a_week": len(recent) / looked,
            "silent_weeks": looked - recent.nunique(),
            "since_last": (end - own["posted_on"].max()).days,
        }
    if told is None:
        return known | dict.fromkeys(("posts_a_week", "silent_weeks", "since_last"), math.nan)
    return known | {
        "posts_a_week": float(told["posts"]) / YEAR,
        "silent_weeks": YEAR - min(int(told["posts"]), YEAR),
        "since_last": (end - told["last_post_on"]).days,
    }


def _inbox(facts: Facts, account: str) -> dict[str, float]:
    if facts.comments is None:
        return {"asked": math.nan, "answered": math.nan}
    own = facts.comments[facts.comments["account"] == account]
    return {"asked": len(own), "answered": int(own["answered_at"].notna().sum())}


def _verdict(since_last: float, silent_weeks: float) -> Verdict | None:
    if math.isnan(since_last):
        return None
    if since_last > DEAD_WEEKS * 7:
        return "dead"
    return "quiet" if silent_weeks > QUIET_SHARE * YEAR else "alive"
