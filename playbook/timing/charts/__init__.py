"""What the data on timing look like: each function answers one question with one chart."""

from playbook.account_charts import NO_COUNTS, NO_HOURS, NO_POSTS, NOT_ENOUGH, ChartOfAccount
from playbook.timing.charts.duty import scheduled
from playbook.timing.charts.formulas import halves_chart as halves
from playbook.timing.charts.formulas import top_hundred
from playbook.timing.charts.hours import (
    NO_REACTIONS,
    arrival_hours,
    behind_each_hour,
    mean_and_median,
    per_post,
    posting_hours,
)
from playbook.timing.charts.ratios import evening_by_account, weekend_by_account
from playbook.timing.charts.rhythm import day_counts, gaps, weekdays

__all__ = [
    "NOT_ENOUGH",
    "NO_COUNTS",
    "NO_HOURS",
    "NO_POSTS",
    "NO_REACTIONS",
    "ChartOfAccount",
    "arrival_hours",
    "behind_each_hour",
    "day_counts",
    "evening_by_account",
    "gaps",
    "halves",
    "mean_and_median",
    "per_post",
    "posting_hours",
    "scheduled",
    "top_hundred",
    "weekdays",
    "weekend_by_account",
]
