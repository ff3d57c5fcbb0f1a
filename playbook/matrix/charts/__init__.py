"""What a matrix looks like: each function answers one question with one chart."""

from playbook.company_charts import ChartOfCompany
from playbook.matrix.charts.followers import overlap, reach_of_sets
from playbook.matrix.charts.life import alive
from playbook.matrix.charts.of_audiences import NO_AUDIENCES, NO_RELAYS
from playbook.matrix.charts.relays import depths, relay_effects, spread_ranges

__all__ = [
    "NO_AUDIENCES",
    "NO_RELAYS",
    "ChartOfCompany",
    "alive",
    "depths",
    "overlap",
    "reach_of_sets",
    "relay_effects",
    "spread_ranges",
]
