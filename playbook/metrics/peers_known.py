"""Which peers have a trend of their own, by all weeks on record: they say nothing of how the trade does."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.peers import own_trends
from playbook.once import once


@once(8)
def apart_from_all(facts: Facts) -> frozenset[str]:
    """Return the peers that have a trend of their own, by all weeks on record; none where nobody recorded any."""
    if facts.peers is None or facts.peers.empty:
        return frozenset()
    trends = own_trends(facts.peers, facts.peers["week"].max() + pd.Timedelta(days=7))
    return frozenset(str(peer) for peer in trends.index[trends["apart"].astype(bool)])
