"""What lesson and exercise 10.2 ask of the approval log: days ahead, why a slot was missed, what deputies add up to."""

from __future__ import annotations

import math
from typing import Literal

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.governance.analysis.slipped import RISKY, stamped
from playbook.governance.analysis.variations import deputies
from playbook.governance.analysis.waiting import Why, careful, missed, off_hours, waits
from playbook.governance.missing import log_of
from playbook.governance.model_plan import sound_plan
from playbook.governance.review import review

Days = Literal["ninety", "median", "down"]
Sum = Literal["less", "same", "more"]
WHYS: tuple[Why, ...] = ("nobody", "queue", "sent_back")
ALIKE = 0.05  # of a share: what two halves drawn by lot differ by, at most
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


def days_ahead(facts: Facts, weekday: int = 6, by: Days = "ninety") -> int:
    """Return how many whole days ahead a draft of this weekday must be there, so that nine in ten are decided in time.

    `by`: what people take for it, the `median`, or the last whole day before (`down`).
    """
    log = log_of(facts)
    found = waits(log[log["written_at"].dt.day_of_week + 1 == weekday])
    hours = found.median if by == "median" else found.ninety
    return math.floor(hours / 24) if by == "down" else math.ceil(hours / 24)


def slowest_day(facts: Facts) -> str:
    """Return the workday (`mon` to `fri`) on which nine in ten drafts wait longest."""
    log = log_of(facts)
    days = log["written_at"].dt.day_of_week + 1
    slowest = max(range(1, len(WORKDAYS) + 1), key=lambda day: waits(log[days == day]).ninety)
    return WORKDAYS[slowest - 1]


def missed_drafts(facts: Facts) -> list[str]:
    """Return three drafts whose slot was missed, the latest of each reason, in order of writing."""
    rows = missed(log_of(facts))
    rows = rows[careful(rows)]
    return sorted(str(rows.loc[rows["why"] == why, "draft"].iloc[-1]) for why in WHYS)


def why_missed(facts: Facts, place: int) -> Why:
    """Return why the draft in this place (from 0) of `missed_drafts` missed its slot."""
    rows = missed(log_of(facts)).set_index("draft")
    found = str(rows.loc[missed_drafts(facts)[place], "why"])
    return next(why for why in WHYS if why == found)


def together(facts: Facts) -> Sum:
    """Tell whether two deputies meet more or fewer further slots together than each by itself, added up."""
    found = deputies(log_of(facts))
    more = {name: each.met - found["today"].met for name, each in found.items()}
    apart = more["evening"] + more["weekend"]
    return "same" if more["both"] == apart else "less" if more["both"] < apart else "more"


def stamps_slip(facts: Facts) -> Outcome:
    """Return whether risky posts approved within a minute hold more slips than those that were read."""
    return stamped(log_of(facts)).outcome


def stamps_alike(facts: Facts) -> Literal["alike", "unlike"]:
    """Tell whether stamped drafts are like the others but for the stamp: as many of them for evenings and weekends."""
    log = log_of(facts)
    out = log[log["published_at"].notna() & log["kind"].isin(RISKY)]
    off, read = off_hours(out["slot"]), careful(out)
    return "alike" if abs(off[read].mean() - off[~read].mean()) < ALIKE else "unlike"


def without_undecided(facts: Facts) -> Literal["left", "stays", "right"]:
    """Return which way the wait of nine in ten moves, if drafts that were never decided are left out."""
    log = log_of(facts)
    whole, part = waits(log).ninety, waits(log[log["decided"].notna()]).ninety
    return "left" if part < whole else "right" if part > whole else "stays"


def after_slip(facts: Facts) -> Literal["delete", "correct", "wait"]:
    """Return what follows a slip in a workflow with which the review finds no fault."""
    step = next(at for at, each in enumerate(sound_plan().workflow.moves) if each.to == "corrected")
    ways: dict[Literal["delete", "correct", "wait"], dict[str, object]] = {
        "delete": {f"workflow.moves.{step}.to": "withdrawn"},
        "wait": {f"workflow.moves.{step}.lanes": []},
        "correct": {},
    }
    return next(way for way, changes in ways.items() if not review(sound_plan(changes), facts))
