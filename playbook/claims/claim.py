"""What a claim is: which posts are meant, among which posts, and what they are said to get more of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from playbook.language import Text
from playbook.posts import originals, reactions

Of = Literal["reactions", "reposts", "comments", "likes"]
MONDAY = pd.Timestamp("1970-01-05")  # weeks are counted from any Monday


@dataclass(frozen=True, slots=True)
class Claim:
    """Posts of a kind get more than posts of the other kind: `said` in a sentence without its full stop.

    `holds` gets the whole posts table (so that a gap or a relay can be worked out) and answers for each row: true
    inside, false outside, empty where the post does not tell. `among` keeps the posts the claim is about.
    `needs` names the columns that `holds` reads: they are asked for where they are empty.
    """

    said: Text
    holds: Callable[[pd.DataFrame], pd.Series]
    among: Callable[[pd.DataFrame], pd.DataFrame] = originals
    of: Of = "reactions"
    needs: tuple[str, ...] = ()

    def ask(self, posts: pd.DataFrame, account: str | None = None) -> pd.DataFrame:
        """Return the posts the claim is about (of one account or all), with three columns more.

        `inside` is the answer, `gets` what a post got (both empty where it is not known), `week` the number of its
        calendar week.
        """
        every = posts.reset_index(drop=True)
        gets = reactions(every) if self.of == "reactions" else every[self.of]
        asked = every.assign(
            inside=self.holds(every).astype("boolean"),
            gets=gets.astype("Float64"),
            week=(every["posted_on"] - MONDAY).dt.days // 7,
        )
        about = self.among(asked)
        return about if account is None else about[about["account"] == account]
