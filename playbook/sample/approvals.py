"""The sample's approval log: who wrote what, how long it waited, whether its slot was met, and what slipped.

Everything in it is an assumption (`truths.toml`): approval logs are not published.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.duty import present, roster
from playbook.sample.truths import Flags, Ints, Numbers, Planted, Words, generator

DAY, HOUR, WEEK = 24 * 60, 60, 7  # minutes, minutes, days
OWNER, LAWYER = "lan", "legal"
DAY_WEIGHT = np.array([1.1, 1.0, 1.0, 1.0, 1.2, 0.75, 0.65])  # of slots, Monday first
WEEKEND = (5, 6)
WORKDAYS_ON = "xiaoman"  # who works from Monday to Friday: the company's workdays
DAY_HOURS, EVENING_HOURS = np.arange(9, 18), np.arange(18, 23)
HEALTHY: dict[str, str] = {"health": LAWYER, "prize": LAWYER}  # the kinds that the lawyer reads second
SLIPS: dict[str, tuple[tuple[str, int], ...]] = {  # what goes wrong in a kind, and how grave it is (1 to 3)
    "plain": (("typo", 1), ("wrong_account", 2)),
    "price": (("wrong_price", 3), ("wrong_date", 2)),
    "health": (("health_words", 3),),
    "prize": (("missing_terms", 2), ("missing_label", 2)),
    "hot": (("unchecked_fact", 2), ("missing_label", 2)),
    "crisis": (("unchecked_fact", 3),),
}
READS, SECOND = (150.0, 0.6), (6.0, 0.5)  # seconds that an approver reads; minutes that a second reader takes
BEFORE = 12  # minutes before the slot, at which the planted wrong price was waved through
SURE_OF_LOAD = 6  # no busy week has more than this many times the drafts of a usual one
TEXTS = ("draft", "account", "author", "kind", "second", "caught", "by", "slip")
COLUMNS = (
    "draft", "account", "author", "kind", "written_at", "slot", "second", "second_minutes", "caught", "first_seen",
    "by", "read_seconds", "sent_back", "decided", "withdrawn_at", "published_at", "slip", "grave",
)  # fmt: skip


def make_approvals(seed: int, planted: Planted) -> pd.DataFrame:
    """Return a row a draft in order of writing (COLUMNS).

    `decided` is when it was approved; it is empty if the draft was withdrawn unread (`withdrawn_at`) or was still
    waiting when the year ended. `published_at` is the slot if it was met, else empty. `second` read it before the
    approver and `caught` a slip, or nothing; `slip` was found after it went out.
    """
    chance, told = generator(seed, "approvals"), planted["approvals"]
    table = _written(told, planted, chance)
    table = table.assign(**_queue(table, told, chance))
    table = _friday(table.assign(**_slipped(table, told, chance)), told, planted)
    start = pd.Timestamp(planted["year"], 1, 1, tz=ZONE)
    for name in ("written_at", "slot", "first_seen", "decided", "withdrawn_at", "published_at"):
        table[name] = start + pd.to_timedelta((table[name] * 60).round(), unit="s")
    counts = dict.fromkeys(("second_minutes", "read_seconds", "sent_back", "grave"), "Int64")
    return table[list(COLUMNS)].astype(dict.fromkeys(TEXTS, "string") | counts)


def _written(told: dict[str, Any], planted: Planted, chance: np.random.Generator) -> pd.DataFrame:
    """Return account, author, kind, and in minutes of the year the slot and when the draft was written before it."""
    size = int(told["drafts"])
    accounts = {name: float(of["count"]) for name, of in planted["accounts"].items()}
    kind, account = _drawn(told["kinds"], size, chance), _drawn(accounts, size, chance)
    slot = _slots(told, planted, size, chance)
    lead = np.array([told["leads"][each] for each in kind]) * np.exp(chance.normal(0, told["lead_spread"], size))
    late = (slot % DAY >= EVENING_HOURS[0] * HOUR) | np.isin(_weekday(slot, planted), WEEKEND)
    before = slot // HOUR - np.ceil(lead * np.where(late, told["late"], 1.0))
    by_day = (chance.random(size) < told["by_day"]) & ~np.isin(_weekday(slot, planted), WEEKEND)
    back = chance.integers(0, np.where(late, 4, 7))
    hour = np.where(by_day, _latest(before, back, WORKDAYS_ON), _latest(before, back, ""))
    author = [_one(present()[at], chance) for at in hour]
    written = np.minimum(hour * HOUR + chance.integers(0, HOUR, size), np.maximum(slot - 1, hour * HOUR))
    table = pd.DataFrame({"account": account, "author": author, "kind": kind, "written_at": written, "slot": slot})
    table = table.sort_values("written_at", kind="stable").reset_index(drop=True).astype({"written_at": float})
    return table.assign(draft=[f"a{at + 1:04d}" for at in table.index])


def _weekday(minutes: Ints, planted: Planted) -> Ints:
    first = pd.Timestamp(planted["year"], 1, 1).day_of_week
    return np.asarray((minutes // DAY + first) % WEEK, dtype=np.int64)


def _latest(before: Numbers, back: Ints, who: str) -> Ints:
    """Return the last hour up to each of these in which somebody is there, or this person; or so many of these back."""
    there = np.array([hour for hour, people in enumerate(present()) if (who in people if who else people)])
    return np.asarray(there[np.maximum(np.searchsorted(there, before, side="right") - 1 - back, 0)], dtype=np.int64)


def _slots(told: dict[str, Any], planted: Planted, size: int, chance: np.random.Generator) -> Ints:
    """Return slots in minutes of the year: some weeks have many, and so many of all are in the evening."""
    days = pd.date_range(f"{planted['year']}-01-02", f"{planted['year']}-12-31")
    busy = np.exp(chance.normal(0, told["load"], len(days) // WEEK + 1)).clip(max=SURE_OF_LOAD)
    weights = DAY_WEIGHT[days.day_of_week] * busy[np.arange(len(days)) // WEEK]
    day = chance.choice(len(days), size, p=weights / weights.sum()) + 1
    evening = chance.random(size) < told["evening"]
    hour = np.where(evening, chance.choice(EVENING_HOURS, size), chance.choice(DAY_HOURS, size))
    return np.asarray(day * DAY + hour * HOUR + chance.choice([0, 0, 15, 30, 45], size), dtype=np.int64)


def _queue(table: pd.DataFrame, told: dict[str, Any], chance: np.random.Generator) -> dict[str, Any]:
    """Return how the one approver came to each draft: in order of writing, on workdays, or on the phone at night."""
    size = len(table)
    open_at = _open_minutes(told["hours"])
    took = told["minutes"][0] * np.exp(chance.normal(0, told["minutes"][1], size))
    back = _sent_back(table, told, chance)
    again = back * told["rewrite"][0] * np.exp(chance.normal(0, told["rewrite"][1], size))
    stamps, gives_up = chance.random(size) < told["stamped"], chance.random(size) < told["given_up"]
    before = chance.uniform(2, 60, size)
    reads = (READS[0] * np.exp(chance.normal(0, READS[1], size))).clip(min=told["stamp_seconds"] * 2).round()
    columns = {name: np.full(size, np.nan) for name in ("first_seen", "decided", "withdrawn_at")}
    free, stamped = 0.0, np.zeros(size, dtype=bool)
    for at, (written, slot) in enumerate(zip(table["written_at"], table["slot"], strict=True)):
        opened = max(float(np.searchsorted(open_at, written)), free)
        seen, decided = (_moment(open_at, opened + each) for each in (took[at], took[at] + again[at]))
        decided += reads[at] / HOUR
        late = not decided <= slot
        if late and stamps[at] and not _opens(open_at, slot):
            stamped[at] = True
            columns["first_seen"][at] = columns["decided"][at] = max(written, slot - before[at])
            columns["decided"][at] += told["stamp_seconds"] / HOUR
        elif late and gives_up[at] and not seen <= slot:
            columns["withdrawn_at"][at] = slot
        else:
            free = opened + took[at]
            columns["first_seen"][at], columns["decided"][at] = seen, decided
    year = len(present()) * HOUR
    for name in ("first_seen", "decided", "withdrawn_at"):
        columns[name][columns[name] >= year] = np.nan
    unread = np.isnan(columns["decided"])
    columns["first_seen"][unread] = np.nan
    read = np.where(stamped, told["stamp_seconds"], reads)
    return columns | {
        "by": pd.Series(OWNER, table.index, dtype="string").mask(unread),
        "read_seconds": pd.Series(read).astype("Int64").mask(unread),
        "sent_back": pd.Series(np.where(stamped, 0, back)).astype("Int64").mask(unread, 0),
        "published_at": table["slot"].astype(float).where(columns["decided"] <= table["slot"].to_numpy()),
        "_stamped": stamped,
    }


def _open_minutes(hours: list[int]) -> Numbers:
    """Return every minute of the year in which the approver is there: on workdays, from one hour to another."""
    shifts = roster()
    days = shifts.loc[shifts["person"] == WORKDAYS_ON, "on"]
    of_year = (days.unique() - shifts["on"].min()).days if len(days) else []
    return np.concatenate([day * DAY + np.arange(hours[0] * HOUR, hours[1] * HOUR, dtype=float) for day in of_year])


def _moment(open_at: Numbers, spent: float) -> float:
    """Return when so many open minutes of the year are over; never, if the year has not so many."""
    return float(open_at[int(spent)]) + spent % 1 if spent < len(open_at) else float("inf")


def _opens(open_at: Numbers, minute: float) -> bool:
    at = int(np.searchsorted(open_at, minute))
    return at < len(open_at) and open_at[at] == minute


def _sent_back(table: pd.DataFrame, told: dict[str, Any], chance: np.random.Generator) -> Ints:
    share = table["kind"].map(told["sent_back"]).to_numpy(dtype=float)
    return np.asarray(sum((chance.random(len(table)) < share**times) for times in (1, 2, 3)), dtype=np.int64)


def _slipped(table: pd.DataFrame, told: dict[str, Any], chance: np.random.Generator) -> dict[str, Any]:
    """Return who read a draft second (by lot, half of them), what was caught, and what was found later."""
    size, kinds = len(table), table["kind"]
    holds = _chance(kinds, told["slips"], chance)
    second: Flags = chance.random(size) < 0.5  # noqa: PLR2004 - a fair coin
    picks = chance.integers(0, 2, size)
    slips = [SLIPS[kind][pick % len(SLIPS[kind])] for kind, pick in zip(kinds, picks, strict=True)]
    caught = holds & second & _chance(kinds, told["reader"], chance)
    reads = ~table["_stamped"].to_numpy(dtype=bool)
    out = holds & ~caught & ~(reads & (chance.random(size) < told["approver_finds"]))
    out &= table["published_at"].notna().to_numpy()
    what = pd.Series([name for name, _ in slips])
    minutes = (SECOND[0] * np.exp(chance.normal(0, SECOND[1], size))).round().clip(1)
    readers = [HEALTHY.get(kind) or _one([each for each in told["people"] if each != author], chance)
               for kind, author in zip(kinds, table["author"], strict=True)]  # fmt: skip
    return {
        "second": pd.Series(readers).where(second),
        "second_minutes": pd.Series(minutes).astype("Int64").where(second),
        "caught": what.where(caught),
        "slip": what.where(out),
        "grave": pd.Series([grave for _, grave in slips]).astype("Int64").where(out),
    }


def _friday(table: pd.DataFrame, told: dict[str, Any], planted: Planted) -> pd.DataFrame:
    """Plant the story: the year's last price for a Friday evening was waved through, read by nobody else, and wrong."""
    slot = table["slot"].to_numpy()
    friday = (_weekday(slot, planted) == WEEKEND[0] - 1) & (slot % DAY >= EVENING_HOURS[0] * HOUR)
    early = table["written_at"].to_numpy(dtype=float) < slot - BEFORE
    ours = np.flatnonzero(friday & early & (table["kind"] == "price") & table["published_at"].notna())
    if len(ours):
        seen = float(slot[ours[-1]] - BEFORE)
        story = {
            "first_seen": seen, "decided": seen + told["stamp_seconds"] / HOUR, "read_seconds": told["stamp_seconds"],
            "sent_back": 0, "slip": "wrong_price", "grave": 3, "second": None, "second_minutes": pd.NA, "caught": None,
        }  # fmt: skip
        for name, value in story.items():
            table.loc[ours[-1], name] = value
    return table


def _chance(kinds: pd.Series, shares: dict[str, float], chance: np.random.Generator) -> Flags:
    return np.asarray(chance.random(len(kinds)) < kinds.map(shares).to_numpy(dtype=float))


def _drawn(weights: dict[str, float], size: int, chance: np.random.Generator) -> Words:
    shares: Numbers = np.array(list(weights.values()), dtype=float)
    return chance.choice(np.array(list(weights), dtype=object), size, p=shares / shares.sum())


def _one(people: list[str], chance: np.random.Generator) -> str:
    return people[int(chance.integers(len(people)))]
