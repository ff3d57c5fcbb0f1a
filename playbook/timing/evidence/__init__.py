"""Where the eight articles disagree on timing: what an account's own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account.
"""

from playbook.timing.evidence.duty import posting_vs_interacting, scheduling_tools
from playbook.timing.evidence.hours import best_hours, campaign_hours, universal_rules
from playbook.timing.evidence.rhythm import best_days, daily_volume, gap_between_posts, volume_vs_gap, weekend_posting

__all__ = [
    "best_days",
    "best_hours",
    "campaign_hours",
    "daily_volume",
    "gap_between_posts",
    "posting_vs_interacting",
    "scheduling_tools",
    "universal_rules",
    "volume_vs_gap",
    "weekend_posting",
]
