"""What a crisis looks like in the data: each function answers one question with one chart."""

from playbook.crisis.charts.alarms import alarm_rung, tradeoff
from playbook.crisis.charts.months import three_months
from playbook.crisis.charts.searching import searched
from playbook.crisis.charts.wave import arrived, crisis_hours
from playbook.crisis.charts.ways import ways
from playbook.crisis.charts.words import word_lists

__all__ = ["alarm_rung", "arrived", "crisis_hours", "searched", "three_months", "tradeoff", "ways", "word_lists"]
