"""The sample company's world, made from a seed: every table of `datasets/` comes from here.

The company is invented. What its numbers follow is measured (`calibration.toml`); what is planted in
them, so that a lesson can find it, stands in `truths.toml`.
"""

from __future__ import annotations

import pandas as pd

from playbook.datasets import as_csv
from playbook.posts import write_posts
from playbook.sample.variants import same_story, variant
from playbook.sample.world import TABLES, World

SEED = 2011
__all__ = ["SEED", "World", "files", "make", "same_story", "variant"]


def make(seed: int = SEED) -> dict[str, pd.DataFrame]:
    """Return the sample's tables by name (`world.TABLES`)."""
    world = World(seed)
    return {name: world.table(name) for name in TABLES}


def files(seed: int = SEED) -> dict[str, str]:
    """Return the sample's tables as the CSV files of `datasets/`: file name to text."""
    tables = make(seed).items()
    return {f"{name}.csv": write_posts(table) if name == "posts" else as_csv(table) for name, table in tables}
