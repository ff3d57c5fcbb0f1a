"""What lesson and exercise 0.1 ask: right answers, and wrong ones, computed from the diaries."""

from __future__ import annotations

from typing import Literal

from playbook.facts import Facts
from playbook.sample.adverts import UNFIT
from playbook.specialist.analysis import by_duty, hours
from playbook.specialist.tables import demands
from playbook.tables import rounded

Base = Literal["spent", "meant", "own_meant"]


def share(facts: Facts, who: str = "shen", task: str = "answer", base: Base = "spent", decimals: int = 0) -> float:
    """Return, in percent, what share of a week's hours a task took.

    Or what people take for it: the share that was meant for it (meant), or its hours of all those meant (own_meant).
    """
    told = hours(facts, who)
    top = float(told["meant" if base == "meant" else "taken"][task])
    return rounded(100 * top / float(told["taken" if base == "spent" else "meant"].sum()), decimals)


def spent(facts: Facts, who: str = "shen", task: str = "answer") -> float:
    """Return the hours that a task took."""
    return float(hours(facts, who)["taken"][task])


def unlisted(facts: Facts, who: str = "shen", *, but_answer: bool = False) -> float:
    """Return the hours on what the article's four duties have none of; `but_answer` leaves answering out."""
    return float(by_duty(facts, who)[0]) - (spent(facts, who) if but_answer else 0.0)


def listed(facts: Facts, who: str = "shen") -> float:
    """Return the hours on the four duties."""
    return float(by_duty(facts, who).loc[1:].sum())


def verdict(facts: Facts, demand: int) -> str:  # noqa: ARG001 - right in every variant
    """Return what we do about one of the rhyme's fourteen demands (1 to 14): fine, care or never."""
    return str(demands()[demand - 1]["verdict"])


def unfit(facts: Facts, demand: str) -> str:  # noqa: ARG001 - right in every variant
    """Return that a demand of the adverts which must not be made is not done; raises KeyError if there is none such."""
    return dict.fromkeys(UNFIT, "never")[demand]


def most_unlisted(facts: Facts, who: str = "shen") -> str:
    """Return the task that took most hours of those that the four duties have none of."""
    told = hours(facts, who)
    return str(told.loc[told["duty"] == 0, "taken"].idxmax())
