"""Shares that add up to 100: moving one shares the difference among the others, to the whole per cent."""

from __future__ import annotations

from playbook.content.plan import WHOLE
from playbook.language import Text

SEVERAL = Text("每周约 {posts:g} 条", "about {posts:g} posts a week")
ONE = Text("每周 1 条", "one post a week")
RARE = Text("不到每周一条，约 {days} 天一条", "less than one a week: one in about {days} days")
NEVER = Text("不发", "none")
WEEK = 7  # days


def rebalance(shares: dict[str, int], moved: str, to: int, locked: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return the shares (in %) after one has moved `to` a value: the others that are not locked make up 100.

    The others keep their proportions to the whole per cent (largest remainder); where all of them are 0 they share
    evenly. What is moved stops where the locked ones leave no more room, and takes all the room if nothing else is
    free. Only locked shares of more than 100 leave a sum that is not 100.
    """
    free = [name for name in shares if name != moved and name not in locked]
    room = max(0, WHOLE - sum(share for name, share in shares.items() if name != moved and name in locked))
    taken = min(max(to, 0), room) if free else room
    return shares | {moved: taken} | _shared_out(room - taken, {name: shares[name] for name in free})


def spread(shares: dict[str, int], locked: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return the shares (in %) with those that are not locked stretched or shrunk in proportion, so that all make 100.

    Nothing changes where all are locked, or where the locked ones alone are more than 100.
    """
    free = {name: share for name, share in shares.items() if name not in locked}
    room = WHOLE - sum(share for name, share in shares.items() if name in locked)
    return shares if room < 0 else shares | _shared_out(room, free)


def _shared_out(total: int, among: dict[str, int]) -> dict[str, int]:
    """Share a whole number out in proportion: each gets its part rounded down, the largest remainders one more."""
    weights = among if any(among.values()) else dict.fromkeys(among, 1)
    whole = sum(weights.values())
    parts = {name: divmod(total * weight, whole) for name, weight in weights.items()}
    missing = total - sum(part for part, _ in parts.values())
    largest = sorted(parts, key=lambda name: -parts[name][1])[:missing]
    return {name: part + (name in largest) for name, (part, _) in parts.items()}


def posts_said(share: int, posts_a_week: int) -> Text:
    """Say what a share (in %) of so many posts a week comes to."""
    posts = share * posts_a_week / WHOLE
    if share == 0:
        return NEVER
    if posts < 1:
        return RARE.format(days=round(WEEK / posts))
    return ONE if posts == 1 else SEVERAL.format(posts=round(posts, 1))
