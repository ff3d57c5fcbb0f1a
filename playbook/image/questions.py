"""What lessons and exercises 2.1 and 2.2 ask: who stays, what a change did, in which voice a reply is, what it does."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.claims import Outcome as Verdict
from playbook.facts import Facts
from playbook.image.analysis.pages import Effect, effects
from playbook.image.analysis.searches import by_kind
from playbook.image.analysis.voices import VOICES, Agreement, Outcome, agreement, outcomes
from playbook.tables import half_up, rounded

Told = Literal["supported", "refuted", "cannot_tell", "something_else"]
Count = Literal["replies", "well", "angry"]
Kappa = Literal["plain", "chance", "kappa", "low", "high"]


def stays_most(facts: Facts) -> str:
    """Return the kind of search terms of whose visitors most follow."""
    found = by_kind(_table(facts.searches))
    return max(found, key=lambda kind: found[kind].stay.ratio)


def searched_most(facts: Facts) -> str:
    """Return the kind of search terms that are searched most."""
    found = by_kind(_table(facts.searches))
    return max(found, key=lambda kind: found[kind].searches)


def stay(facts: Facts, kind: str, decimals: int = 1) -> float:
    """Return how many follow of every 100 visits by a kind of search terms."""
    return rounded(100 * by_kind(_table(facts.searches))[kind].stay.ratio, decimals)


def came(facts: Facts, kind: str, what: Literal["searches", "visits", "follows"]) -> int:
    """Return how many searches, visits or follows a kind of search terms had in the year."""
    return int(getattr(by_kind(_table(facts.searches))[kind], what))


def change_did(facts: Facts, account: str) -> Told:
    """Return what the data say of “more visitors follow since this account’s page changed”.

    `something_else` where another thing happened in the same weeks that would explain it as well.
    """
    found = _effect(facts, account)
    return "something_else" if found.instead is not None else found.gap.outcome


def change_percent(facts: Facts, account: str, end: Literal["value", "low", "high"] = "value") -> int:
    """Return by how many per cent the share who follow changed beyond that of other accounts; or an `end` of it."""
    return half_up(getattr(_effect(facts, account).gap.percent, end))


def voice_of(facts: Facts, reply: str) -> str:
    """Return the voice of a reply, as the first reader labelled it."""
    return str(_table(facts.voices).set_index("id").loc[reply, "voice"])


def clear_reply(facts: Facts, voice: str, situation: str, at: int = 0) -> str:
    """Return the id of a reply in whose voice both readers agree: of a situation, the first or the one `at` a place."""
    own = _table(facts.voices)
    own = own[(own["voice"] == voice) & (own["second"] == voice) & (own["situation"] == situation)]
    return str(own["id"].iloc[at])


def reply_next(facts: Facts, situation: str, voice: str, what: Count) -> int:
    """Return of a voice in a situation how many replies there are, or whose reader went on well or got angry."""
    found = _outcome(facts, situation, voice)
    shares = {"replies": 1.0, "well": found.well.value, "angry": found.angry.value}
    return half_up(shares[what] * found.number)


def angriest(facts: Facts, situation: str) -> str:
    """Return the voice after which the largest share of readers in a situation got angry."""
    found = outcomes(_table(facts.voices))
    return max(VOICES, key=lambda voice: found[situation, voice].angry.value)


def worst(facts: Facts, situation: str) -> str:
    """Return the voice after which the smallest share of readers in a situation thanked us or asked on."""
    found = outcomes(_table(facts.voices))
    return min(VOICES, key=lambda voice: found[situation, voice].well.value)


def enough(facts: Facts, situation: str) -> Literal["yes", "no"]:
    """Return whether each voice has enough replies in a situation for its share to be told."""
    found = outcomes(_table(facts.voices))
    return "yes" if all(found[situation, voice].told for voice in VOICES) else "no"


def better(facts: Facts, situation: str, one: str, other: str) -> Verdict:
    """Return what the data say of “more readers go on well after one voice than after the other”.

    Two intervals that overlap cannot tell: a careful rule that can be read off the table.
    """
    first, second = _outcome(facts, situation, one), _outcome(facts, situation, other)
    if not (first.told and second.told):
        return "cannot_tell"
    if first.well.low > second.well.high:
        return "supported"
    return "refuted" if first.well.high < second.well.low else "cannot_tell"


def agreed(facts: Facts, what: Kappa = "kappa", decimals: int = 2) -> float:
    """Return how far two readers agree: in per cent plainly or by chance alone; Cohen’s kappa, or an end of it."""
    found = _agreement(facts)
    if what in {"plain", "chance"}:
        return half_up(100 * getattr(found, what))
    value = found.kappa.value if what == "kappa" else getattr(found.kappa, what)
    return rounded(value, decimals)


def parted(facts: Facts) -> str:
    """Return the two voices that readers take for each other most, as `first/second` in the order of the voices."""
    return "/".join(_agreement(facts).parted)


def parted_times(facts: Facts) -> int:
    """Return how often these two were taken for each other."""
    return _agreement(facts).times


def _agreement(facts: Facts) -> Agreement:
    return agreement(_table(facts.voices))


def _outcome(facts: Facts, situation: str, voice: str) -> Outcome:
    return outcomes(_table(facts.voices))[situation, voice]


def _effect(facts: Facts, account: str) -> Effect:
    return next(each for each in effects(facts) if each.change.account == account)


def _table(found: pd.DataFrame | None) -> pd.DataFrame:
    if found is None:
        raise ValueError("wanted the facts of the sample company or a variant of it")
    return found
