"""What exercise 1.2 counts in the audience survey: tables to count from, right answers, and answers that go wrong.

Shares are whole per cent, rounded a half up.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.estimates import Estimate
from playbook.language import Text
from playbook.strategy.analysis import WAYS, followers_of, wanting
from playbook.strategy.missing import present
from playbook.strategy.models import MOTIVES, MotiveName
from playbook.strategy.readers_named import ASKED
from playbook.tables import half_up, rounded, table

Verdict = Literal["supported", "refuted", "cannot_tell"]
WAY, HOME = Text("问法", "asked"), Text("住在", "home")
TOLD, NAMED = (
    Text("答了为什么关注的粉丝", "followers who said why"),
    Text("其中勾了“{motive}”", "of them ticked “{motive}”"),
)
SHARE = Text("勾了“{motive}”", "ticked “{motive}”")
RANGED = Text("{value:.0%}（{low:.0%}–{high:.0%}）", "{value:.0%} ({low:.0%} to {high:.0%})")
NEAR, FAR = Text("服务范围里", "in the region"), Text("外地", "elsewhere")
KNOWN = Text("全部粉丝里占", "share of all followers")


def counts(facts: Facts, motive: MotiveName) -> pd.DataFrame:
    """Return a row a way of asking: followers who said why they follow, and how many of them ticked a motive."""
    rows = [_count(facts, (way,), motive) for way in WAYS]
    heads = [TOLD, NAMED.format(motive=MOTIVES[motive])]
    return table([(told, named) for told, named in rows], [str(ASKED[way]) for way in WAYS], heads, WAY)


def by_home(facts: Facts, motive: MotiveName) -> pd.DataFrame:
    """Return what the post's followers ticked, of the region and elsewhere, beside the share of all followers."""
    sides = [(_count(facts, ("post",), motive, near=near), known_share(facts, near=near)) for near in (True, False)]
    heads = [TOLD, NAMED.format(motive=MOTIVES[motive]), KNOWN]
    rows = [(told, named, f"{known:.0%}") for (told, named), known in sides]
    return table(rows, [str(NEAR), str(FAR)], heads, HOME)


def intervals(facts: Facts, *motives: MotiveName) -> pd.DataFrame:
    """Return a row a way of asking, with the share that ticked each motive and its interval."""
    rows = [tuple(_ranged(_wanting(facts, way, motive)) for motive in motives) for way in WAYS]
    heads = [SHARE.format(motive=MOTIVES[motive]) for motive in motives]
    return table(rows, [str(ASKED[way]) for way in WAYS], heads, WAY)


def per_cent(facts: Facts, motive: MotiveName, ways: list[str] | None = None, decimals: int = 0) -> float:
    """Return which per cent of followers asked in `ways` (all, without) ticked a motive."""
    told, named = _count(facts, tuple(ways or WAYS), motive)
    return _said(named / told, decimals)


def mean_per_cent(facts: Facts, motive: MotiveName) -> float:
    """Return what comes of taking the mean of the four shares, as if each way had asked as many."""
    shares = [named / told for told, named in (_count(facts, (way,), motive) for way in WAYS)]
    return _said(sum(shares) / len(shares), 0)


def home_per_cent(facts: Facts, motive: MotiveName, *, near: bool) -> float:
    """Return which per cent of the post's followers of one side ticked a motive."""
    told, named = _count(facts, ("post",), motive, near=near)
    return _said(named / told, 0)


def even_per_cent(facts: Facts, motive: MotiveName) -> float:
    """Return what comes of counting both sides as half."""
    return _by_home(facts, motive, 0.5, 0)


def weighted_per_cent(facts: Facts, motive: MotiveName, *, decimals: int = 0, turned: bool = False) -> float:
    """Return the post's share weighted by home alone; `turned` gives each side the other's weight."""
    return _by_home(facts, motive, known_share(facts, near=not turned), decimals)


def known_share(facts: Facts, *, near: bool = True) -> float:
    """Return which share of all followers lives in the region, or elsewhere, as the back end has it."""
    return float(present(facts.known_shares).set_index("value")["share"]["true" if near else "false"])


def verdict(facts: Facts, motive: MotiveName, more: str, less: str) -> Verdict:
    """Say whether followers asked in one way tick a motive more often than those asked in another."""
    first, second = (_wanting(facts, way, motive) for way in (more, less))
    if first.low > second.high:
        return "supported"
    return "refuted" if first.high < second.low else "cannot_tell"


def against(facts: Facts, motive: MotiveName, way: str, low: int, high: int) -> Verdict:
    """Say whether the share that ticked a motive can lie in a stretch of per cent that somebody claims."""
    found = _wanting(facts, way, motive)
    if 100 * found.high < low or 100 * found.low > high:
        return "refuted"
    return "supported" if 100 * found.low >= low and 100 * found.high <= high else "cannot_tell"


def end(facts: Facts, motive: MotiveName, way: str, which: Literal["low", "high"]) -> int:
    """Return one end of a share's interval, in per cent."""
    return half_up(100 * float(getattr(_wanting(facts, way, motive), which)))


def _by_home(facts: Facts, motive: MotiveName, near: float, decimals: int) -> float:
    sides = [_count(facts, ("post",), motive, near=side) for side in (True, False)]
    shares = [named / told for told, named in sides]
    return _said(near * shares[0] + (1 - near) * shares[1], decimals)


def _said(share: float, decimals: int) -> float:
    return rounded(100 * share, decimals) if decimals else half_up(100 * share)


def _count(facts: Facts, ways: tuple[str, ...], motive: MotiveName, near: bool | None = None) -> tuple[int, int]:
    """Return how many said why they follow, and how many of them ticked a motive."""
    asked = followers_of(present(facts.survey), ways).dropna(subset=["motives"])
    if near is not None:
        asked = asked[asked["in_region"].eq(near).fillna(value=False)]
    return len(asked), sum(motive in each.split() for each in asked["motives"])


def _wanting(facts: Facts, way: str, motive: MotiveName) -> Estimate:
    return wanting(followers_of(present(facts.survey), [way]), motive)


def _ranged(told: Estimate) -> str:
    return str(RANGED.format(value=told.value, low=told.low, high=told.high))
