"""The numbers behind the measures, as tables that a page shows or quotes; a word where there are no data."""

from playbook.metrics.tables.averages import capped, gap, heavy, parts, unfollows
from playbook.metrics.tables.beside import beyond_peers, leads, peers, standing
from playbook.metrics.tables.sheet import alike, sorts, weeks
from playbook.metrics.tables.since import baseline, launch, readings, twice

__all__ = [
    "alike",
    "baseline",
    "beyond_peers",
    "capped",
    "gap",
    "heavy",
    "launch",
    "leads",
    "parts",
    "peers",
    "readings",
    "sorts",
    "standing",
    "twice",
    "unfollows",
    "weeks",
]
