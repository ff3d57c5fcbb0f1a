"""What image looks like: each function answers one question with one chart."""

from playbook.image.charts.pages import changes, follow_share
from playbook.image.charts.searched import months, what_stays
from playbook.image.charts.voices import angry_after_complaint, two_readers, what_readers_did

__all__ = [
    "angry_after_complaint",
    "changes",
    "follow_share",
    "months",
    "two_readers",
    "what_readers_did",
    "what_stays",
]
