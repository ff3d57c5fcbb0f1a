"""Facts that lack something, and the small tables that tests of the data side share."""

from dataclasses import replace

import pandas as pd

from playbook.company import Company
from playbook.datasets import dataset
from playbook.facts import Facts, sample_facts
from playbook.sample.card import sample_card
from playbook.sample.world import World

FACTS = sample_facts()
COMMENTS, FOLLOWERS, CANDIDATES = dataset("comments"), dataset("followers"), dataset("candidates")
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, campaigns=None, candidates=None, followers=None, invented=False,
)  # fmt: skip
ALONE = Company(name="甲", accounts=FACTS.company.accounts)
UNANSWERED = COMMENTS.assign(answered_at=COMMENTS["answered_at"].mask(COMMENTS["id"].notna()))
UNCHECKED = FOLLOWERS.assign(checked_empty=pd.Series(pd.NA, FOLLOWERS.index, dtype="boolean"))
POOR = {
    "posts alone": OWN,
    "nobody on duty": replace(FACTS, company=ALONE),
    "no duty log": replace(FACTS, staff=None),
    "two messages": replace(FACTS, comments=COMMENTS.head(2)),
    "nothing answered": replace(FACTS, comments=UNANSWERED),
    "no messages": replace(FACTS, comments=COMMENTS.head(0)),
    "one candidate": replace(FACTS, candidates=CANDIDATES.head(1)),
    "no candidates": replace(FACTS, candidates=CANDIDATES.head(0)),
    "three followers": replace(FACTS, followers=FOLLOWERS.head(3)),
    "no followers": replace(FACTS, followers=FOLLOWERS.head(0)),
    "nobody checked": replace(FACTS, followers=UNCHECKED),
}
# Which poor data concern the tables of what is asked.
LACKS = {
    "inbox": ("nobody on duty", "no duty log", "two messages", "nothing answered", "no messages"),
    "followers": ("three followers", "no followers", "nobody checked"),
    "candidates": ("one candidate", "no candidates"),
}


def inbox(*waited: int | None, kind: str = "question", at: str = "2025-10-13T10:00:00+08:00") -> pd.DataFrame:
    """An inbox of one moment: answered after so many minutes each, or (None) still waiting when the day ends."""
    rows = COMMENTS.head(1).loc[[0] * len(waited)].reset_index(drop=True)
    ids = pd.Series([f"c{number}" for number in range(len(waited))], dtype="string")
    moment = pd.Timestamp(at).tz_convert("Asia/Shanghai")
    answered = moment + pd.to_timedelta(pd.Series(waited, dtype=float), unit="min")
    return rows.assign(
        id=ids, thread=ids, at=rows["at"].where(rows["id"].isna(), moment), answered_at=answered, kind=kind
    )


def of_world(world: World, *tables: str) -> Facts:
    """The facts of another world, as far as these tables tell."""
    made = {name: world.table(name) for name in tables}
    return Facts(sample_card(), world.posts, None, invented=True, **made)
