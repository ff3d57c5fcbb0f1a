"""What the sample company did and when, as its team noted it: the days that lessons ask about.

A company of its own notes its own: for it each of these is None, and what asks about them says so.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.launch import Asked
from playbook.metrics.analysis.series import series
from playbook.once import once

Event = Literal["launch", "duty", "campaign"]
LASTS = 15  # weeks after a launch that are left out wherever something else is asked
BURNING = (pd.Timestamp("2025-11-03"), pd.Timestamp("2025-11-10"))  # the weeks of the damp tins
CAMPAIGN = "c2511"
A_YEAR_AGO, SEASON = 364, 60  # days: what is held every year moves by some weeks
NOT_NOTED = Text(
    "这家公司没有记下做了什么、哪天做的，或者没有每周的数，所以看不出有没有用。",
    "This company has not noted what it did and when, or has no weekly measures: no effect can be seen.",
)


class Done(NamedTuple):
    """Something done by an account on a day, called `name`; `lag` weeks were agreed on before anybody looked."""

    account: str
    day: pd.Timestamp
    name: Text
    lag: int = 0


def done(facts: Facts, event: Event) -> Done | None:
    """Return what was done and when; None for a company that has not noted it."""
    if not facts.invented or facts.weekly is None:
        return None
    if event == "campaign":
        return campaign(facts, CAMPAIGN)
    return {
        "launch": Done("flagship", pd.Timestamp("2025-05-12"), Text("新茶上市", "the launch"), lag=2),
        "duty": Done("service", pd.Timestamp("2025-07-07"), Text("新的值班办法", "the new duty rule")),
    }[event]


@once(32)
def asked(facts: Facts, event: Event, *, held: bool = True) -> Asked | None:
    """Return the question whether it worked; None where it was not noted, or what it was to move is not measured.

    A launch and a campaign are judged by orders, with clicks of the week before `held` equal; the duty rule by the
    attitude of comments. Weeks in which something else happened are left out.
    """
    it = done(facts, event)
    measure = "comment_attitude" if event == "duty" else "orders"
    weekly = None if it is None else series(facts, it.account, measure)
    if it is None or weekly is None:
        return None
    if event == "duty":
        return Asked(weekly, measure, it.day, weeks=16, without=(BURNING,))
    clicks = series(facts, it.account, "link_clicks") if held else None
    if event == "launch":
        return Asked(weekly, measure, it.day, lag=it.lag, held=clicks)
    return asked_of(facts, it)


def asked_of(facts: Facts, it: Done) -> Asked | None:
    """Return the question whether a campaign brought orders, in its six weeks; None where nobody counts orders."""
    weekly = series(facts, it.account, "orders")
    without = launched(facts) if it.account == "flagship" else ()
    if weekly is None:
        return None
    return Asked(weekly, "orders", it.day, weeks=6, held=series(facts, it.account, "link_clicks"), without=without)


def year_before(facts: Facts, it: Done) -> pd.Timestamp | None:
    """Return when the campaign of the same name began about a year before; None if there was none."""
    if facts.campaigns is None:
        return None
    begun = pd.to_datetime(facts.campaigns["starts"])
    same = facts.campaigns["account"].eq(it.account) & facts.campaigns["name_zh"].eq(it.name.zh)
    ago = (it.day - begun).dt.days
    found = begun[same & ago.between(A_YEAR_AGO - SEASON, A_YEAR_AGO + SEASON)]
    return None if found.empty else pd.Timestamp(found.iloc[-1])


def noted(facts: Facts, name: str) -> tuple[Done | None, Asked | None]:
    """Return what was done and the question whether it worked: of `launch`, or of a campaign by its id."""
    if name == "launch":
        return done(facts, "launch"), asked(facts, "launch")
    it = campaign(facts, name) if facts.invented else None
    return it, None if it is None else asked_of(facts, it)


def launched(facts: Facts) -> tuple[tuple[pd.Timestamp, pd.Timestamp], ...]:
    """Return the weeks in which the launch may still work, to be left out of other questions; none if not noted."""
    it = done(facts, "launch")
    return () if it is None else ((it.day, it.day + pd.Timedelta(days=7 * LASTS)),)


def campaign(facts: Facts, name: str) -> Done | None:
    """Return what a campaign of the record was and when it began; None if there is none of this id."""
    if facts.campaigns is None or name not in set(facts.campaigns["id"]):
        return None
    [row] = facts.campaigns[facts.campaigns["id"] == name].to_dict("records")
    return Done(str(row["account"]), pd.Timestamp(row["starts"]), Text(str(row["name_zh"]), str(row["name_en"])))
