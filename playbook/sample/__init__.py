"""The sample company's world, made from a seed: every table of `datasets/` comes from here.

The company is invented. What its numbers follow is measured (`calibration.toml`); what is planted in
them, so that a lesson can find it, stands in `truths.toml`.
"""

from __future__ import annotations

import pandas as pd

from playbook.posts import write_posts
from playbook.sample.posts import make_posts
from playbook.sample.reactions import make_reactions

SEED = 2011


def make(seed: int = SEED) -> dict[str, pd.DataFrame]:
    """Return the sample's tables by name: `posts` (the posts table) and `reactions` (by day and hour)."""
    posts = make_posts(seed)
    return {"posts": posts, "reactions": make_reactions(posts, seed)}


def files(seed: int = SEED) -> dict[str, str]:
    """Return the sample's tables as the CSV files of `datasets/`: file name to text."""
    tables = make(seed)
    return {
        "posts.csv": write_posts(tables["posts"]),
        "reactions.csv": tables["reactions"].to_csv(index=False, lineterminator="\n"),
    }
