"""From when to when the tables of interaction are: not the year of the posts that a caption tells by itself."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.figures import caption
from playbook.interaction.analysis.candidates import WATCHED
from playbook.interaction.analysis.retention import watched_until


def of_inbox(figure: Figure, facts: Facts) -> Figure:
    """Caption a figure with the days of the inbox."""
    told = facts.comments
    return figure if told is None else _captioned(figure, facts, told["at"].min(), told["at"].max())


def of_followers(figure: Figure, facts: Facts) -> Figure:
    """Caption a figure with the days from the first follower to the last thing known of any."""
    told = facts.followers
    return figure if told is None else _captioned(figure, facts, told["joined_on"].min(), watched_until(told))


def of_candidates(figure: Figure, facts: Facts) -> Figure:
    """Caption a figure with the days over which candidates were watched."""
    told = facts.candidates
    if told is None:
        return figure
    last = told["last_post_on"].max()
    return _captioned(figure, facts, last - pd.Timedelta(days=WATCHED), last)


def _captioned(figure: Figure, facts: Facts, first: pd.Timestamp, last: pd.Timestamp) -> Figure:
    caption(figure, facts.dated(first, last))
    return figure
