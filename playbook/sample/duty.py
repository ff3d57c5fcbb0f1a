"""The sample's duty log: who was on duty when, who was away, who stood in, and what was written and answered."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from playbook.sample.card import sample_card
from playbook.sample.truths import calibration, generator, truths

MONDAY, SUNDAY = 1, 7
KEY = ["on", "person", "account"]


@cache
def roster() -> pd.DataFrame:
    """Return every shift of the year, `on, person, start, end, absent`, from the card, the holidays and the leaves.

    It is the same in every variant, and not to be changed in place.
    """
    holidays, make_up = _holidays(), pd.DatetimeIndex(calibration()["calendar"]["make_up_days"])
    people = sample_card().people
    shifts = []
    for on in pd.date_range(f"{truths()['year']}-01-01", f"{truths()['year']}-12-31"):
        days = {SUNDAY} if on in holidays else {on.day_of_week + 1, MONDAY} if on in make_up else {on.day_of_week + 1}
        shifts += [
            (on, person.id, shift.start, shift.end)
            for person in people
            for shift in person.duty
            if days & set(shift.days)
        ]
    table = pd.DataFrame(shifts, columns=["on", "person", "start", "end"])
    table["absent"] = False
    for leave in truths()["staff"]["absences"]:
        table["absent"] |= (table["person"] == leave["person"]) & table["on"].between(leave["first"], leave["last"])
    return table


@cache
def present() -> list[list[str]]:
    """Return the ids of who is there in each of the year's hours; not to be changed in place."""
    shifts = roster()
    days = (shifts["on"] - shifts["on"].min()).dt.days
    there: list[list[str]] = [[] for _ in range((days.max() + 1) * 24)]
    shifts = shifts.assign(start=days * 24 + shifts["start"], end=days * 24 + shifts["end"])[~shifts["absent"]]
    for person, start, end in zip(shifts["person"], shifts["start"], shifts["end"], strict=True):
        for hour in range(start, end):
            there[hour].append(person)
    return there


def make_staff(seed: int, posts: pd.DataFrame, ledger: pd.DataFrame, comments: pd.DataFrame) -> pd.DataFrame:
    """Return the log, a row a shift and account: the roster, `covers` (for whom one stood in), and the two counts.

    Each post counts for its author in the ledger, or for who stood in if the author was not there; in the weeks of
    the inbox the replies are its answers. Who was absent has empty counts; a log not filled in is empty altogether.
    """
    chance, shifts = generator(seed, "staff"), roster()
    accounts = list(truths()["accounts"])
    table = shifts.merge(pd.DataFrame({"account": accounts}), how="cross")
    table["covers"] = _covers(table)
    table["posts_written"] = _known(table, _written(shifts, posts, ledger)).fillna(0)
    table["replies"] = _replies(table, comments, chance)
    unlogged = np.repeat(chance.random(len(shifts)) < truths()["staff"]["unlogged"], len(accounts)) & ~table["absent"]
    table.loc[unlogged | table["absent"], ["posts_written", "replies"]] = pd.NA
    table["absent"] = table["absent"].astype("boolean").mask(unlogged)
    table["covers"] = table["covers"].mask(unlogged)
    return table[["on", "person", "start", "end", "account", "covers", "posts_written", "replies", "absent"]]


def _holidays() -> pd.DatetimeIndex:
    days = [pd.date_range(first, last) for first, last in calibration()["calendar"]["holidays"]]
    return pd.DatetimeIndex(np.concatenate(days))


def _stand_in(shifts: pd.DataFrame) -> pd.Series:
    """Return who stands in for whoever is not there, by day: the first on the card who is."""
    return shifts[~shifts["absent"]].groupby("on")["person"].first()


def _covers(table: pd.DataFrame) -> pd.Series:
    """Return for whom a row's person stood in: the account's owner, if away that day."""
    owner = table["account"].map({name: account["owner"] for name, account in truths()["accounts"].items()})
    away = set(table.loc[table["absent"], ["on", "person"]].itertuples(index=False, name=None))
    owner_away = np.array([each in away for each in zip(table["on"], owner, strict=True)])
    stands_in = (table["person"] == table["on"].map(_stand_in(table))) & ~table["absent"]
    return owner.where(stands_in & owner_away).astype("string")


def _written(shifts: pd.DataFrame, posts: pd.DataFrame, ledger: pd.DataFrame) -> pd.Series:
    """Return the posts of the ledger, counted by `on, person, account`."""
    log = ledger[["post_id", "author"]].merge(posts[["post_id", "posted_on", "account"]], on="post_id")
    log = log.rename(columns={"posted_on": "on", "author": "person"})
    there = log.merge(shifts[~shifts["absent"]][["on", "person"]].drop_duplicates(), how="left", indicator="there")
    log["person"] = log["person"].where((there["there"] == "both").to_numpy(), log["on"].map(_stand_in(shifts)))
    return log.groupby(KEY).size()


def _replies(table: pd.DataFrame, comments: pd.DataFrame, chance: np.random.Generator) -> pd.Series:
    """Return the answers of each row: counted in the weeks of the inbox, elsewhere drawn at the same rate an hour."""
    answered = comments[comments["answered_at"].notna()].rename(columns={"answered_by": "person"})
    answered = answered.assign(on=answered["answered_at"].dt.tz_localize(None).dt.normalize())
    inside = table["on"].between(answered["on"].min(), answered["on"].max())
    hours = (table["end"] - table["start"]).where(~table["absent"], 0)
    rate = answered.groupby("account").size() / hours[inside].groupby(table["account"]).sum()
    drawn = chance.poisson((hours * table["account"].map(rate).fillna(0.0)).round(6))
    return _known(table, answered.groupby(KEY).size()).fillna(0).where(inside, drawn).astype("Int64")


def _known(table: pd.DataFrame, counted: pd.Series) -> pd.Series:
    """Return the count of each row of the table; empty where nothing was counted."""
    known = table[KEY].merge(counted.rename("counted").reset_index(), how="left", on=KEY)["counted"]
    return known.astype("Int64")
