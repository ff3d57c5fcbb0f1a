"""What the measures look like: each function answers one question with one chart."""

from playbook.metrics.charts.beside import gap_to_peers, parts_and_whole, trends_of_peers, what_leads
from playbook.metrics.charts.course import at_the_limit, baseline, mean_and_median, with_gap
from playbook.metrics.charts.since import after_launch, read_early_and_late, this_year_and_last

__all__ = [
    "after_launch",
    "at_the_limit",
    "baseline",
    "gap_to_peers",
    "mean_and_median",
    "parts_and_whole",
    "read_early_and_late",
    "this_year_and_last",
    "trends_of_peers",
    "what_leads",
    "with_gap",
]
