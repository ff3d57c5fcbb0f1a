"""Whose the tables of interaction are, and from when to when: not the year of the posts that a caption tells."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.candidates import WATCHED
from playbook.interaction.analysis.retention import watched_until
from playbook.language import Text


def of_inbox(facts: Facts) -> Text:
    """Return whose inbox, and its days; without one, whose posts."""
    told = facts.comments
    return facts.caption if told is None else facts.dated(told["at"].min(), told["at"].max())


def of_followers(facts: Facts) -> Text:
    """Return whose followers, from the first to the last thing known of any; without them, whose posts."""
    told = facts.followers
    return facts.caption if told is None else facts.dated(told["joined_on"].min(), watched_until(told))


def of_candidates(facts: Facts) -> Text:
    """Return who watched candidates, and over which days; without them, whose posts."""
    if facts.candidates is None:
        return facts.caption
    last = facts.candidates["last_post_on"].max()
    return facts.dated(last - pd.Timedelta(days=WATCHED), last)
