"""The numbers behind the measures, as tables that a page shows or quotes; a word where there are no data."""

from playbook.metrics.tables.around import around, by_hand, campaigns, duty, spans, together
from playbook.metrics.tables.averages import capped, gap, heavy, parts, unfollows
from playbook.metrics.tables.beside import beyond_peers, leads, peers, standing
from playbook.metrics.tables.sheet import alike, sorts, weeks
from playbook.metrics.tables.since import baseline, launch, readings, twice

__all__ = [
    "alike",
    "around",
    "baseline",
    "beyond_peers",
    "by_hand",
    "campaigns",
    "capped",
    "duty",
    "gap",
    "heavy",
    "launch",
    "leads",
    "parts",
    "peers",
    "readings",
    "sorts",
    "spans",
    "standing",
    "together",
    "twice",
    "unfollows",
    "weeks",
]
