"""How many posts a week an account sends now, said in a sentence."""

from __future__ import annotations

import math

import pandas as pd

from playbook.language import Text
from playbook.timing.duty import posts_a_week


def week_said(posts: pd.DataFrame, account: str) -> Text:
    """Say how many posts an account sends a week now; less than a week of posts does not tell."""
    posts_now = posts_a_week(posts, account)
    if math.isnan(posts_now):
        return Text(
            "数据不到一周，说不出一周发几条。", "less than a week of data, so nobody can tell how many posts a week; "
        )
    return Text("现在一周发 {posts:.0f} 条。", "{posts:.0f} posts a week now; ").format(posts=posts_now)
