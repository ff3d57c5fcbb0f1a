"""The numbers behind an inbox, followers and accounts to follow, as tables that a page shows or quotes."""

from playbook.interaction.tables.came import at_night, came
from playbook.interaction.tables.candidates import candidates, growth, kinds
from playbook.interaction.tables.followers import found, retention, rules
from playbook.interaction.tables.inbox import in_time, measures, one_day, waiting, waiting_by_part

__all__ = [
    "at_night",
    "came",
    "candidates",
    "found",
    "growth",
    "in_time",
    "kinds",
    "measures",
    "one_day",
    "retention",
    "rules",
    "waiting",
    "waiting_by_part",
]
