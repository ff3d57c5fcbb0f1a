"""What the data say on strategy: pure functions from tables to tables.

"Reactions" are reposts + comments + likes of a post; a typical post is the median one.
"""

from __future__ import annotations

import pandas as pd

from playbook.posts import originals, reactions


def by_account(posts: pd.DataFrame) -> pd.DataFrame:
    """Return, for each account, `posts` (how many originals) and `typical` (median reactions), most posts first.

    An account without posts has no row. Replace this by what the system has to know.
    """
    own = originals(posts)
    counted = own.assign(reactions=reactions(own).astype("Float64"))
    grouped = counted.groupby("account")["reactions"]
    table = pd.DataFrame({"posts": grouped.size(), "typical": grouped.median()})
    return table.sort_values("posts", ascending=False, kind="stable")
