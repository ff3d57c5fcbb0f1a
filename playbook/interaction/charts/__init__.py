"""What an inbox, followers and accounts to follow look like: each function answers one question with one chart."""

from playbook.interaction.charts.answering import answered_in_time
from playbook.interaction.charts.candidates import growth, kinds
from playbook.interaction.charts.followers import empty, retention, wrong_calls
from playbook.interaction.charts.waiting import waiting, waiting_by_kind, waiting_by_part

__all__ = [
    "answered_in_time",
    "empty",
    "growth",
    "kinds",
    "retention",
    "waiting",
    "waiting_by_kind",
    "waiting_by_part",
    "wrong_calls",
]
