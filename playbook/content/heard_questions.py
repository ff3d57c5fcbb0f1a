"""What lesson and exercise 4.1 ask of the question bank: right answers, and answers that people get wrong."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.content.asked import group_of, question_bank
from playbook.content.columns import Of, ranked
from playbook.content.plan import WHOLE
from playbook.facts import Facts
from playbook.once import once

Balance = Literal["asked_more", "alike", "posted_more"]
Order = Literal["gap", "asked", "posts"]
FAR = 1.5  # times the other share: less is called alike, for words count both shares but roughly
DOCTOR = "doctor"
DOCTORS = ("孕妇", "怀孕", "哺乳", "吃药", "血压", "血糖")  # who asks about these is sent to a doctor


def balance(facts: Facts, group: str, account: str | None = None) -> Balance:
    """Return whether a group has a larger share of the questions than of the posts, about the same, or a smaller one.

    Raises ValueError where there is no inbox, as all functions here do that need one.
    """
    asked, posted = _shares(facts, group, account)
    if asked >= FAR * posted:
        return "asked_more"
    return "posted_more" if posted >= FAR * asked else "alike"


def share_of(
    facts: Facts, groups: list[str], account: str | None = None, column: Literal["share", "posts_share"] = "share"
) -> int:
    """Return what groups make together of the questions (or of the posts), in whole per cent."""
    return round(WHOLE * float(_bank(facts, account).loc[groups, column].sum()))


def number_of(facts: Facts, groups: list[str], account: str | None = None) -> int:
    """Return how many questions the groups hold together."""
    return int(_bank(facts, account).loc[groups, "asked"].sum())


def points_short(facts: Facts, group: str, account: str | None = None) -> int:
    """Return by how many percentage points a group's share of the questions lies above its share of the posts."""
    asked, posted = _shares(facts, group, account)
    return round(WHOLE * (asked - posted))


def in_order(facts: Facts, groups: list[str], account: str | None = None, by: Order = "gap") -> list[str]:
    """Return the groups, first the one whose share of the questions lies furthest above its share of the posts.

    Or by what people take for it: the most `asked` first, or the fewest `posts`.
    """
    bank = _bank(facts, account)
    keys = {"gap": bank["share"] - bank["posts_share"], "asked": bank["asked"], "posts": -bank["posts"]}
    return [str(name) for name in keys[by].loc[groups].sort_values(ascending=False, kind="stable").index]


def belongs(facts: Facts, text: str) -> str:  # noqa: ARG001 - as all answers
    """Return the group a question belongs to, `other`, or `doctor` where the answer is not the company's to give."""
    return DOCTOR if any(word in text for word in DOCTORS) else group_of(text)


def next_best(facts: Facts, account: str, count: Of, beside: list[str]) -> str:
    """Return the column that gets most of a count, of those that are not written already (`beside`)."""
    return next(column for column in ranked(facts, account, count) if column not in beside)


def _shares(facts: Facts, group: str, account: str | None) -> tuple[float, float]:
    """Return a group's share of the questions and of the posts, 0 to 1."""
    bank = _bank(facts, account)
    return float(bank["share"][group]), float(bank["posts_share"][group])


@once(64)
def _bank(facts: Facts, account: str | None) -> pd.DataFrame:
    bank = question_bank(facts, account)
    if bank is None:
        raise ValueError("these facts have no inbox, so there is no question bank")
    return bank
