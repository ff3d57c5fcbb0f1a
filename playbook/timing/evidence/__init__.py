"""Where the eight articles disagree on timing: what an account's own data say, and which position they speak for.

`EVIDENCE[topic](facts, account)` answers for each topic of disagreement.
"""

from playbook.timing.evidence.duty import posting_vs_interacting, scheduling_tools
from playbook.timing.evidence.hours import best_hours, campaign_hours, universal_rules
from playbook.timing.evidence.rhythm import best_days, daily_volume, gap_between_posts, volume_vs_gap, weekend_posting
from playbook.timing.evidence.topic import Judge

EVIDENCE: dict[str, Judge] = {
    "daily-volume": daily_volume,
    "gap-between-posts": gap_between_posts,
    "volume-vs-gap-feasibility": volume_vs_gap,
    "best-days": best_days,
    "weekend-posting": weekend_posting,
    "best-hours": best_hours,
    "universal-time-rules": universal_rules,
    "scheduling-tools": scheduling_tools,
    "article8-campaign-hours-vs-own-slots": campaign_hours,
    "posting-vs-interacting": posting_vs_interacting,
}

__all__ = ["EVIDENCE"]
