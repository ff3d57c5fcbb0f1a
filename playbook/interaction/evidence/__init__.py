"""Where the articles disagree on interaction: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account. All of them speak of the whole
company. What a question at the end of a post brings is weighed with the content (`playbook.content.evidence`).
"""

from playbook.interaction.evidence.following import (
    follow_back_groups,
    number_of_follows,
    soliciting_by_mention_and_dm,
    whom_to_follow,
)
from playbook.interaction.evidence.keeping import (
    article6_growth_means_vs_principle,
    buying_fans,
    retention_vs_acquisition,
)
from playbook.interaction.evidence.praise import showing_only_praise

__all__ = [
    "article6_growth_means_vs_principle",
    "buying_fans",
    "follow_back_groups",
    "number_of_follows",
    "retention_vs_acquisition",
    "showing_only_praise",
    "soliciting_by_mention_and_dm",
    "whom_to_follow",
]
