"""The sample's repost trees of some sixty posts: who passed on whose repost, and when."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import pandas as pd

from playbook.posts import reactions
from playbook.sample.readers import arrived_by
from playbook.sample.truths import Ints, Numbers, calibration, generator, read, truths

ACCOUNTS = ("flagship", "shop")
SHAPES = {
    "viral": "wide",
    "wide": "wide",
    "helped": "relayed",
    "repeated": "relayed",
    "ordinary": "ordinary",
}  # of each kind of post


@dataclass(frozen=True, slots=True)
class Relay:
    """A relay by an account of ours: how many minutes after the post, and the share of the tree that hangs on it."""

    minutes: float
    share: float
    followers: int


def make_spread(seed: int, posts: pd.DataFrame, relays: pd.DataFrame) -> pd.DataFrame:
    """Return `post_id, repost, parent, minutes, depth, followers`, a row a repost, in order of time within a tree.

    `parent` is the number of the repost that was passed on, 0 the post itself; a direct repost has depth 1.
    `minutes` are counted from the post, `followers` are those of who reposts. `posts` and `relays` are those tables.
    """
    chance, most = generator(seed, "spread"), truths()["spread"]["most"]
    ours = relayed(posts, relays)
    trees = []
    for kind, chosen in choose(posts, ours, chance).items():
        for post_id, reposts in zip(chosen["post_id"], chosen["reposts"], strict=True):
            each = tree(min(int(reposts), most), SHAPES[kind], ours.get(post_id), chance)
            trees.append(each.assign(post_id=post_id))
    table = pd.concat(trees, ignore_index=True).astype({"post_id": "string"})
    return table[["post_id", "repost", "parent", "minutes", "depth", "followers"]]


def relayed(posts: pd.DataFrame, relays: pd.DataFrame) -> dict[str, Relay]:
    """Return the first relay of each post, with the share of its reactions that came through it."""
    got = reactions(posts).set_axis(posts["post_id"])
    ours = relays[relays["of"].isin(ACCOUNTS)]
    firsts = ours.sort_values("minutes_after", kind="stable").drop_duplicates("repost_of")
    share = firsts["brought"] / got.reindex(firsts["repost_of"]).to_numpy(dtype=float)
    followers = {name: measures["followers"] for name, measures in read("weekly.toml").items()}
    rows = zip(firsts["repost_of"], firsts["minutes_after"], share.fillna(0.0), firsts["by"], strict=True)
    return {post: Relay(float(minutes), float(part), followers[by]) for post, minutes, part, by in rows}


def choose(posts: pd.DataFrame, ours: dict[str, Relay], chance: np.random.Generator) -> dict[str, pd.DataFrame]:
    """Return the posts whose trees are shown, by kind; the wide ones have sizes as near as can be to the measured."""
    kinds = truths()["spread"]["kinds"]
    originals = posts[posts["account"].isin(ACCOUNTS) & ~posts["is_repost"].astype(bool)]
    share = originals["post_id"].map({post: relay.share for post, relay in ours.items()})
    helped, wide = share >= kinds["helped"]["share"], originals["reposts"] >= kinds["wide"]["least"]
    most = originals["reposts"].nlargest(kinds["viral"]["posts"]).index
    rest = originals[wide & share.isna()].drop(index=most, errors="ignore")
    chosen = {"viral": originals.loc[most], "wide": _nearest(rest, sizes(kinds["wide"]["posts"]))}
    others = {"helped": helped, "repeated": ~helped & share.notna(), "ordinary": share.isna()}
    for kind, rows in {name: rows & ~wide for name, rows in others.items()}.items():
        known = originals[rows & (originals["reposts"] >= kinds[kind]["least"])]
        drawn = chance.permutation(len(known))[: kinds[kind]["posts"]]
        chosen[kind] = known.iloc[np.sort(drawn)]
    return chosen


def sizes(count: int) -> Numbers:
    """Return so many sizes of trees that together have the measured quantiles."""
    least, size = truths()["spread"]["kinds"]["wide"]["least"], calibration()["spread"]["wide"]["size"]
    known = [least, *(size[name] for name in ("p10", "p50", "p90", "p99", "max"))]
    return np.asarray(np.interp((np.arange(count) + 0.5) / count, [0.0, 0.1, 0.5, 0.9, 0.99, 1.0], known))


def _nearest(posts: pd.DataFrame, wanted: Numbers) -> pd.DataFrame:
    """Return for each size, from the largest down, the post with the nearest number of reposts that is still free."""
    free = posts["reposts"].astype(float).clip(upper=truths()["spread"]["most"])
    taken = []
    for size in wanted[::-1]:
        taken.append((free - size).abs().idxmin())
        free = free.drop(taken[-1])
    return posts.loc[sorted(taken)]


def tree(size: int, shape: str, relay: Relay | None, chance: np.random.Generator) -> pd.DataFrame:
    """Return one tree of `size` reposts, one of them the relay if there is one."""
    people = calibration()["spread"]["assumption"]["followers"]
    minutes, wanted = _minutes(size, shape, chance), _depths(size, shape, chance)
    followers = np.floor((people["median"] * np.exp(people["sd"] * chance.normal(size=size))).round(6))
    through, ours = chance.random(size), size
    if relay:
        ours = min(int(np.searchsorted(minutes, relay.minutes)), size - 1)
        minutes[ours], followers[ours], wanted[ours] = relay.minutes, relay.followers, 1
    share = relay.share * size / (size - ours) if relay else 0.0
    hangs = (np.arange(size) > ours) & (through < share)
    parent, depth = _passed_on(np.where(hangs, 0, wanted), followers, ours + 1, chance.random(size))
    columns = {"repost": np.arange(1, size + 1), "parent": parent, "minutes": minutes.round(1), "depth": depth}
    return pd.DataFrame(columns | {"followers": followers.astype("int64")})


def _minutes(size: int, shape: str, chance: np.random.Generator) -> Numbers:
    """Return when each repost comes, in order: by the tree's curve, or by it once more when it starts again."""
    fitted = calibration()["spread"]["fitted"]
    hours, share = arrived_by(fitted[shape]["arrived_after_hours"])
    first, last = fitted["again_hours"]
    again, start = chance.beta(*fitted[shape]["again"]), first * (last / first) ** chance.random()
    after = np.interp(chance.random(size), share, hours)
    return np.array(np.sort(after + np.where(chance.random(size) < again, start, 0.0)) * 60)


def _depths(size: int, shape: str, chance: np.random.Generator) -> Ints:
    """Return the depth each repost would have: 1 with the tree's share of direct ones, else a step or more below."""
    fitted = calibration()["spread"]["fitted"]
    direct = chance.beta(*fitted[shape]["direct"])
    deeper = chance.beta(fitted["deeper"][0] * (1 - direct), fitted["deeper"][1])
    return np.where(chance.random(size) < direct, 1, 1 + chance.geometric(1 - deeper, size))


def _passed_on(wanted: Ints, followers: Numbers, ours: int, luck: Numbers) -> tuple[list[int], list[int]]:
    """Return parent and depth of each repost in turn.

    It passes on an earlier one a step above its wanted depth, drawn in proportion to followers; where there is none
    so deep yet, it hangs as deep as it can. Depth 0 is wanted by those who pass on `ours`, the relay.
    """
    levels: list[tuple[list[int], list[float]]] = []  # of each depth: the reposts' numbers, their followers summed up
    parents, depths = [], []
    for number, (want, weight, drawn) in enumerate(zip(wanted, followers + 1, luck, strict=True), start=1):
        depth = min(int(want) or 2, len(levels) + 1)
        above, sums = levels[depth - 2] if depth > 1 else ([0], [1.0])
        parents.append(above[bisect_left(sums, drawn * sums[-1])] if want else ours)
        depths.append(depth)
        if depth > len(levels):
            levels.append(([], []))
        level, total = levels[depth - 1]
        level.append(number)
        # Nobody but those who want to passes on our own relay: it has its share already.
        total.append((total[-1] if total else 0.0) + (float(weight) if number != ours else 0.0))
    return parents, depths
