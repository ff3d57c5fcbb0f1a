"""The posts table: one row a post, the same columns whatever tool exported it.

What an export does not tell is empty (`<NA>`, `NaT`), never zero and never false.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pandas as pd

from playbook.datasets import TYPES, as_csv
from playbook.language import Text
from playbook.own import own_posts_file, shows_own
from playbook.places import course_home

TEXTS = ("post_id", "account", "text", "source", "repost_of", "topics", "mentions")
COUNTS = ("reposts", "comments", "likes")
FLAGS = ("counts_capped", "is_repost", "has_image", "has_video", "text_cut", "id_damaged", "edited")
COLUMNS = (
    "post_id", "account", "posted_on", "posted_at", "text", "reposts", "comments", "likes", "counts_capped",
    "source", "is_repost", "repost_of", "has_image", "has_video", "text_cut", "id_damaged", "edited",
    "topics", "mentions",
)  # fmt: skip


KINDS = {"posted_on": "date", "posted_at": "time", **dict.fromkeys(COUNTS, "whole"), **dict.fromkeys(FLAGS, "flag")}


class PostsError(ValueError):
    """A posts table that cannot be used; `args[0]` is a Text that says what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def posts() -> pd.DataFrame:
    """Return the company's own posts if pages show them, else the sample company's."""
    return own_posts() if shows_own() else sample_posts()


def own_posts() -> pd.DataFrame:
    """Return the company's own posts, as `playbook read` left them."""
    return read_posts(own_posts_file())


def sample_posts() -> pd.DataFrame:
    """Return the sample company's posts of one year (invented; see `datasets/catalog.toml`)."""
    return read_posts(course_home() / "datasets" / "posts.csv")


def read_posts(path: Path | StringIO) -> pd.DataFrame:
    """Read a posts table from a UTF-8 CSV; raise PostsError if columns are missing."""
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    missing = [column for column in COLUMNS if column not in raw.columns]
    if missing:
        raise PostsError(
            Text(
                "{path} 不是博文表：缺少列 {missing}。请用 playbook read 把导出文件转换一遍。",
                "{path} is not a posts table: it lacks {missing}. Convert your export with `playbook read` first.",
            ).format(path=path, missing=", ".join(missing))
        )
    return typed(raw[list(COLUMNS)])


def typed(raw: pd.DataFrame) -> pd.DataFrame:
    """Give a table of texts (or whole numbers) its types: dates, times in Shanghai, whole numbers, true or false."""
    told = raw.replace("", None)
    return pd.DataFrame({name: TYPES[KINDS.get(str(name), "text")](told[name]) for name in told})


def write_posts(table: pd.DataFrame) -> str:
    """Return a posts table as CSV text, ids as text and times with +08:00."""
    # Quoted throughout: a text with a lone carriage return would otherwise end its row.
    return as_csv(table[list(COLUMNS)], csv.QUOTE_NONNUMERIC)


def reactions(table: pd.DataFrame) -> pd.Series:
    """Return reposts + comments + likes of each post; empty where one of the three is unknown."""
    return table[list(COUNTS)].sum(axis=1, skipna=False)


def originals(table: pd.DataFrame) -> pd.DataFrame:
    """Return the posts that are not known to be reposts; where an export does not tell, a post counts as original."""
    return table[~table["is_repost"].fillna(value=False)]


def counted(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return an account's originals whose counts are known, with `reactions` (float) as a column more."""
    own = originals(posts)
    own = own[own["account"] == account]
    told = own.assign(reactions=reactions(own).astype("Float64")).dropna(subset=["reactions"])
    return told.astype({"reactions": float})


def timed(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return the posts of `counted` that have a time of day, with `hour` (0 to 23) as a column more."""
    own = counted(posts, account)
    own = own[own["posted_at"].notna()]
    return own.assign(hour=own["posted_at"].dt.hour)


def tells_hours(table: pd.DataFrame) -> bool:
    """Tell whether any post of the table has a time of day (some exports have the date alone)."""
    return bool(table["posted_at"].notna().any())
