"""What exercise 6.1 asks besides: a stricter time limit, and whom to answer first after a night."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.interaction.analysis.answering import Severity, helped, helped_within
from playbook.interaction.model_plan import decided_replies
from playbook.interaction.replay import replay

First = Literal["rules", "came", "newest"]


def outcome_within(facts: Facts, minutes: float, severity: Severity | None = None, *, apart: bool = False) -> Outcome:
    """Return whether an answer within so many minutes helps: mixed, in one severity, or both kept `apart`."""
    return (helped_within(facts, minutes) if apart else helped(facts, severity, minutes)).outcome


def counted_within(facts: Facts, minutes: float, severity: Severity) -> int:
    """Return how many complaints of a severity were answered within so many minutes and their reader wrote again."""
    return helped(facts, severity, minutes).soon


def answered_first(facts: Facts, messages: list[str], by: First = "rules") -> list[str]:
    """Return messages in the order in which the model's rules have them answered, the first first.

    Or in the order that people take for it: as they `came`, or the `newest` first. Raises ValueError where there is no
    inbox, and KeyError for a message that is not in it.
    """
    played = replay(decided_replies(facts, []), facts)
    if played is None:
        raise ValueError("these facts have no inbox")
    own = played.items.set_index("id").loc[messages]
    moment = own["at"] + pd.to_timedelta(own["waited"], unit="min") if by == "rules" else own["at"]
    return [str(name) for name in moment.sort_values(ascending=by != "newest", kind="stable").index]
