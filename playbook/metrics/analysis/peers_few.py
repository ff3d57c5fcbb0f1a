"""A few peers, for whoever works out by hand how far an account went beyond them."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.done import done
from playbook.metrics.analysis.lines import weeks_since
from playbook.metrics.analysis.peers import JUDGED, own_trends

US = "us"
KEPT = 3
YEAR = 52  # weeks
COLUMNS = ["value", "low", "high", "apart", "before", "after"]


def few(facts: Facts) -> pd.DataFrame:
    """Return us, KEPT peers that ran most alike before the launch, and the two that ran away farthest, up and down.

    `value, low, high` (logs) and `apart` are their own trends (`own_trends`; ours is not known by it); `before` and
    `after` what a post got in the median week of the year before the launch, and of the weeks judged after it. Empty
    where nobody has peers or noted a launch.
    """
    it = done(facts, "launch")
    if it is None or facts.peers is None or facts.weekly is None:
        return pd.DataFrame(columns=COLUMNS)
    trends = own_trends(facts.peers, it.day)
    own = trends["apart"].astype(bool)
    alike = trends[~own].sort_values("value", key=abs).head(KEPT)
    far = trends[own].sort_values("value", ascending=False)
    chosen = pd.concat([alike, far.iloc[[0, -1]] if len(far) > 1 else far])
    chosen = chosen[~chosen.index.duplicated()]
    ours = facts.weekly[facts.weekly["account"] == it.account].assign(peer=US)
    posts = pd.concat([ours[list(facts.peers)], facts.peers])
    got = posts[posts["posts"] > 0].assign(each=lambda one: (one["reactions"] / one["posts"]).astype(float))
    since = weeks_since(pd.DatetimeIndex(got["week"]), it.day).to_numpy()
    parts = {"before": (since >= -YEAR) & (since < 0), "after": (since >= JUDGED[0]) & (since <= JUDGED[1])}
    medians = pd.DataFrame({name: got[inside].groupby("peer")["each"].median() for name, inside in parts.items()})
    return medians.loc[[US, *chosen.index]].join(chosen)[COLUMNS]
