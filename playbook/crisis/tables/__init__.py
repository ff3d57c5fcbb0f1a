"""The numbers on crises as tables that a page shows or quotes; one cell that says what is missing where they lack."""

from playbook.crisis.tables.alarms import alarms, elsewhere, events
from playbook.crisis.tables.calendar import watch_days
from playbook.crisis.tables.searching import found_by_day, search_says
from playbook.crisis.tables.wave import arrived, faster, on_duty
from playbook.crisis.tables.words import by_week, counted, each_word, lists, missed, wrongly

__all__ = [
    "alarms",
    "arrived",
    "by_week",
    "counted",
    "each_word",
    "elsewhere",
    "events",
    "faster",
    "found_by_day",
    "lists",
    "missed",
    "on_duty",
    "search_says",
    "watch_days",
    "wrongly",
]
