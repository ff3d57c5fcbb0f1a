"""What past campaigns look like: each function answers one question with one chart."""

from playbook.campaign.charts.asked import mentions, steps
from playbook.campaign.charts.cost import cost_two_ways, order_turns
from playbook.campaign.charts.expected import expected
from playbook.campaign.charts.kept import complaints, hunters, kept_by_goal, kept_by_type
from playbook.campaign.charts.of_campaigns import NO_CAMPAIGNS

__all__ = [
    "NO_CAMPAIGNS",
    "complaints",
    "cost_two_ways",
    "expected",
    "hunters",
    "kept_by_goal",
    "kept_by_type",
    "mentions",
    "order_turns",
    "steps",
]
