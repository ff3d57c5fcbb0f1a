"""What content looks like in numbers and words: each function is a table that a page shows or quotes."""

from playbook.content.tables.drafts import events, exemptions, laws, marked, reading, rubric, statuses
from playbook.content.tables.numbers import (
    claims,
    classes,
    columns,
    drafts,
    forms,
    heard,
    lengths,
    mix,
    mix_over_time,
    mix_sum,
    question_bank,
    ratios,
)
from playbook.content.tables.videos import videos

__all__ = [
    "claims",
    "classes",
    "columns",
    "drafts",
    "events",
    "exemptions",
    "forms",
    "heard",
    "laws",
    "lengths",
    "marked",
    "mix",
    "mix_over_time",
    "mix_sum",
    "question_bank",
    "ratios",
    "reading",
    "rubric",
    "statuses",
    "videos",
]
