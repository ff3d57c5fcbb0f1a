"""What the lessons and exercises on governance ask of a company's keys, its approval log, and the simulation of pay."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.claims import Outcome as Verdict
from playbook.facts import Facts
from playbook.governance.analysis import keyring
from playbook.governance.analysis.slipped import reading_hours, slips, stamped
from playbook.governance.analysis.staffing import load
from playbook.governance.analysis.variations import Deputy, deputies
from playbook.governance.analysis.waiting import Why, missed, off_hours, waits
from playbook.governance.incentive import SchemeName
from playbook.governance.incentive_runs import COMPARED, Outcome, compared, order, sensitivity, year
from playbook.governance.incentive_work import ACTS, Act
from playbook.governance.keys import Key
from playbook.governance.missing import keys_of, log_of
from playbook.governance.workflow import DraftKind
from playbook.tables import half_up, rounded

WaitOf = Literal["median", "ninety", "met", "mean"]
Part = Literal["day", "off"]
Spent = Literal["both", "pay"]
Per = Literal["more", "all", "counted"]


def locked_without(facts: Facts, who: str, may: str = "phone", *, left_too: bool = False) -> int:
    """Return on how many accounts nobody of ours holds the bound phone (or may post) while somebody is away.

    `left_too`: as people go wrong who count somebody that has left as ours.
    """
    keys = keys_of(facts)
    if left_too:
        keys = keys.assign(kind=keys["kind"].replace("left", "staff"))
    return len(set(keyring.locked(keys, (who,), may)) - set(keyring.locked(keys, (), may)))


def single_point(facts: Facts, may: Literal["phone", "post"] = "phone") -> str:
    """Return whose absence locks the most accounts."""
    found = keyring.single_points(keys_of(facts)).sort_values(may, ascending=False, kind="stable")
    return str(found["holder"].iloc[0])


def should_not(facts: Facts, why: Literal["left", "no_end", "shared"] | None = None) -> int:
    """Return how many keys are held by those who should not: who left, an agency without an end, a shared phone."""
    rows = keyring.leavers(keys_of(facts))
    return len(rows if why is None else rows[rows["why"] == why])


def days_after(facts: Facts, *, last_too: bool = False) -> int:
    """Return how many days after the last one somebody who left still used a key; or with the last day counted."""
    rows = keyring.leavers(keys_of(facts)).query("why == 'left'")
    return int((rows["last_used"] - rows["until"]).dt.days.max()) + last_too if len(rows) else 0


def keeps_out(facts: Facts) -> str:
    """Return what keeps out whoever left: a new password if it is the password that they have, else another phone."""
    rows = keyring.leavers(keys_of(facts)).query("why == 'left'")
    return "phone" if len(rows) and not rows["password"].any() else "password"


def counted_by(facts: Facts) -> str:
    """Return what staff is to be counted by: hours, where fewer people than accounts do the work of a week already."""
    found = load(facts)
    return "hours" if found is not None and found.people < found.accounts else "formula"


def accounts_without(facts: Facts) -> int:
    """Return on how many accounts login asks for no second step."""
    keys = keys_of(facts)
    return int((~keys.groupby("account")["two_steps"].any()).sum())


def keys_of_company(facts: Facts, *accounts: str) -> list[Key]:
    """Return the company's keys as a plan holds them, to be mended; of some accounts, or all."""
    return keyring.as_keys(keys_of(facts), accounts)


def hours_short(facts: Facts, a_day: int = 7, *, whole: bool = False) -> int:
    """Return by how many hours a week the shifts fall short of so many posts a day on each account.

    `whole`: as people go wrong, what these posts take, with no hours taken off.
    """
    found = load(facts)
    if found is None:
        return 0
    return half_up(max(0.0, found.hours_for(a_day * 7 * found.accounts) - (0 if whole else found.hours)))


def waited(facts: Facts, of: WaitOf = "median", kind: DraftKind | None = None, decimals: int = 0) -> float:
    """Return how many hours drafts waited (half, or nine in ten, within that), or the percent of slots met.

    `mean` is that of the drafts that were decided: what somebody reckons who forgets those that never were.
    """
    log = log_of(facts)
    rows = log if kind is None else log[log["kind"] == kind]
    if of == "mean":
        return rounded(float((rows["decided"] - rows["written_at"]).dt.total_seconds().mean() / 3600), decimals)
    found = waits(rows)
    return rounded({"median": found.median, "ninety": found.ninety, "met": 100 * found.met}[of], decimals)


def slots_met(facts: Facts, part: Part | None = None) -> int:
    """Return the percent of slots met: on workdays by `day`, or `off` (evenings and weekends); of all, if None."""
    log = log_of(facts)
    off = off_hours(log["slot"])
    rows = {None: log, "day": log[~off], "off": log[off]}[part]
    return half_up(100 * float(rows["published_at"].notna().mean()))


def slots_missed(facts: Facts, why: Why | None = None) -> int:
    """Return how many slots were missed, in all or for one reason."""
    found = missed(log_of(facts))
    return len(found if why is None else found[found["why"] == why])


def most_missed(facts: Facts) -> str:
    """Return the reason for which most slots were missed."""
    return str(missed(log_of(facts))["why"].value_counts().idxmax())


def more_with(facts: Facts, deputy: Deputy, since: Deputy = "today") -> int:
    """Return how many more slots a workflow with a deputy would have met than another one."""
    found = deputies(log_of(facts))
    return found[deputy].met - found[since].met


def met_with(facts: Facts, deputy: Deputy) -> int:
    """Return the percent of slots that a workflow with a deputy would have met."""
    return half_up(100 * deputies(log_of(facts))[deputy].share)


def second_reader(facts: Facts, kind: str = "risky") -> Verdict:
    """Return whether a second reader leaves fewer slips: in a kind, or in `risky` or `plain` drafts."""
    groups = slips(log_of(facts)) | slips(log_of(facts), "kind")
    return groups[kind].outcome


def slips_fewer(facts: Facts, kind: str = "risky") -> int:
    """Return how many percent points fewer posts hold a slip with a second reader."""
    groups = slips(log_of(facts)) | slips(log_of(facts), "kind")
    return half_up(100 * groups[kind].less)


def reading_minutes(facts: Facts, kind: Literal["risky", "plain"] = "risky") -> int:
    """Return how many minutes a week second reading took, of half the drafts."""
    return half_up(60 * reading_hours(log_of(facts))[kind])


def stamps(facts: Facts) -> int:
    """Return how many drafts were waved through in less than a minute."""
    return int((log_of(facts)["read_seconds"].fillna(pd.NA) < 60).sum())  # noqa: PLR2004 - a minute


def slips_of_stamps(facts: Facts, *, read: bool = False) -> int:
    """Return the percent of risky posts with a slip: of those waved through, or of those `read`."""
    found = stamped(log_of(facts))
    return half_up(100 * (found.with_it if read else found.without).share)


def hours_of(facts: Facts, scheme: SchemeName, act: Act) -> int:  # noqa: ARG001 - every call of a spec takes facts
    """Return the hours a month that a person spends on something after a year of a scheme: the mean of all runs."""
    return half_up(float(year(scheme).hours.mean(axis=0)[ACTS.index(act)]))


def brought(facts: Facts, scheme: SchemeName, outcome: Outcome) -> float:  # noqa: ARG001 - as above
    """Return what a team's year brings under a scheme: the middle run, a whole number (answered: per cent)."""
    value = float(compared()[outcome].astype(float)[scheme])
    return half_up(100 * value) if outcome == "answered" else half_up(value)


def yuan_more(facts: Facts, scheme: SchemeName, paid: Spent = "both", per: Per = "more") -> int:
    """Return what each further follower kept costs under a scheme, in pay and prizes, against fixed pay.

    Or what somebody reckons who forgets the prizes (`pay`), or divides by `all` who stayed, or by what was `counted`.
    """
    spent: tuple[Outcome, ...] = ("pay", "prizes") if paid == "both" else ("pay",)
    money = sum(brought(facts, scheme, each) - brought(facts, "fixed", each) for each in spent)
    counted = brought(facts, scheme, "counted") - brought(facts, "fixed", "counted")
    divided_by = {"more": kept_more(facts, scheme), "all": brought(facts, scheme, "kept"), "counted": counted}[per]
    return half_up(money / divided_by)


def kept_more(facts: Facts, scheme: SchemeName) -> int:
    """Return how many more followers a team keeps in a year under a scheme than with fixed pay, as tables show them."""
    return int(brought(facts, scheme, "kept") - brought(facts, "fixed", "kept"))


def moves(facts: Facts, scheme: SchemeName, act: Act) -> Literal["more", "same", "fewer"]:
    """Return whether a person spends more hours on something than under fixed pay, or fewer; the same within one."""
    away = hours_of(facts, scheme, act) - hours_of(facts, "fixed", act)
    return "same" if abs(away) <= 1 else "more" if away > 0 else "fewer"


def most(facts: Facts, outcome: Outcome, place: int = 1) -> str:  # noqa: ARG001 - as above
    """Return the scheme that brings the most of an outcome, or the one in another place; the last is −1."""
    found = compared(COMPARED).sort_values(outcome, ascending=False)
    return str(found.index[place - 1 if place > 0 else place])


def holds(facts: Facts, outcome: Outcome = "orders") -> Literal["first", "last_two", "all"]:  # noqa: ARG001 - as above
    """Return what of the order of schemes holds, whatever is halved or doubled: all, the first, or the last two."""
    found, first = sensitivity(outcome), order(outcome)
    if found["same"].all():
        return "all"
    return "first" if (found["best"] == first[0]).all() else "last_two"
