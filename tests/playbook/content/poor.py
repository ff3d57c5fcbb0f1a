"""Facts of companies that lack something, for the tests of what is said then."""

from dataclasses import replace

import pandas as pd

from playbook.facts import Facts, sample_facts

FACTS = sample_facts()
POSTS = FACTS.posts[FACTS.posts["account"].isin(["class", "shop"])]  # few posts: a test reads them many times


def empty(column: str) -> pd.Series:
    return pd.Series(pd.NA, POSTS.index, POSTS[column].dtype)


OWN = Facts(FACTS.company, POSTS, None, invented=False)
POOR = {
    "own": OWN,
    "dates": replace(OWN, posts=POSTS.assign(posted_at=empty("posted_at"))),
    "dates_with_ledger": replace(FACTS, posts=POSTS.assign(posted_at=empty("posted_at"))),
    "no_counts": replace(OWN, posts=POSTS.assign(likes=empty("likes"))),
    "no_pictures": replace(OWN, posts=POSTS.assign(has_image=empty("has_image"), has_video=empty("has_video"))),
    "cut": replace(OWN, posts=POSTS.assign(text_cut=pd.Series(data=True, index=POSTS.index, dtype="boolean"))),
    "no_texts": replace(OWN, posts=POSTS.assign(text=empty("text"))),
    "five": replace(FACTS, posts=POSTS.groupby("account").head(5)),
    "one": replace(OWN, posts=POSTS.groupby("account").head(1)),
    "elsewhere": replace(OWN, posts=POSTS[POSTS["account"] == "shop"]),
}
