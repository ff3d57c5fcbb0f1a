from functools import cache

import numpy as np
import pandas as pd
import pytest

from playbook.sample.spread import make_spread, relayed, sizes, tree
from playbook.sample.truths import calibration, generator, truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("spread"))
TRUTH, MEASURED = truths()["spread"], calibration()["spread"]


def grown(shape: str, number: int) -> list[pd.DataFrame]:
    """Return trees of the measured sizes, away from any post: what the figures of the source can be held against."""
    return [tree(int(size), shape, None, generator(size_at, shape)) for size_at, size in enumerate(sizes(number))]


@cache
def trees(shape: str) -> list[pd.DataFrame]:
    """Return five hundred trees of a shape."""
    return grown(shape, 500)


def median(trees: list[pd.DataFrame], name: str) -> float:
    """Return the median over trees of a figure of each."""
    figures = {
        "direct_share": lambda each: (each["depth"] == 1).mean(),
        "minutes_to_first": lambda each: each["minutes"].iloc[0],
        "minutes_to_half": lambda each: each["minutes"].median(),
        "share_in_1h": lambda each: (each["minutes"] <= 60).mean(),
        "hours_to_90pct": lambda each: each["minutes"].quantile(0.9) / 60,
    }
    return float(np.median([figures[name](each) for each in trees]))


def test_depth_shares_are_as_measured() -> None:
    # The source pools rumours and others, nearly as many of each. Shares of the deep vary with a few deep trees.
    depth = pd.concat(trees("wide") + trees("relayed"))["depth"]
    share = [(depth == step).mean() for step in range(1, 10)]
    wanted = MEASURED["wide"]["depth_share"]
    assert share[:2] == pytest.approx(wanted[:2], abs=0.03)
    assert share[2:] == pytest.approx(wanted[2:], rel=0.4)
    assert 0.5 < (depth > 9).mean() / MEASURED["wide"]["depth_share_deeper"] < 1.5


@pytest.mark.parametrize("shape", ["wide", "relayed"])
def test_the_share_of_direct_reposts_is_as_measured(shape: str) -> None:
    # A tree's share varies by 0.15: the median of 500 errs by 0.009, three times that is allowed.
    assert median(trees(shape), "direct_share") == pytest.approx(MEASURED[shape]["direct_share"], abs=0.027)


@pytest.mark.parametrize("shape", ["wide", "relayed"])
def test_the_greatest_depths_are_as_measured(shape: str) -> None:
    # Whole steps: one off at the median, two at the tenth-deepest, is what 500 trees and the fit allow.
    depth = [each["depth"].max() for each in trees(shape)]
    assert np.median(depth) == pytest.approx(MEASURED[shape]["max_depth"]["p50"], abs=1)
    assert np.quantile(depth, 0.9) == pytest.approx(MEASURED[shape]["max_depth"]["p90"], abs=2)


@pytest.mark.parametrize("shape", ["wide", "relayed"])
def test_reposts_arrive_by_the_measured_curve(shape: str) -> None:
    # 0.04: the fit has to meet the pooled curve and the median post at once, and gives up some of each.
    minutes = pd.concat(trees(shape))["minutes"]
    for hours, wanted in MEASURED[shape]["arrived_after_hours"].items():
        assert (minutes <= 60 * float(hours)).mean() == pytest.approx(wanted, abs=0.04)


@pytest.mark.parametrize(
    ("shape", "name", "tolerance"),
    [
        ("wide", "minutes_to_first", 0.4),
        ("relayed", "minutes_to_first", 0.4),
        ("wide", "minutes_to_half", 0.25),
        ("wide", "share_in_1h", 0.25),
        ("wide", "hours_to_90pct", 0.25),
    ],
)
def test_the_median_tree_keeps_the_measured_pace(shape: str, name: str, tolerance: float) -> None:
    # Relative: see above; the first minutes hang on the first repost alone.
    assert median(trees(shape), name) == pytest.approx(MEASURED[shape][name], rel=tolerance)


def test_ordinary_trees_are_shallower_and_half_over_in_an_hour() -> None:
    ordinary = [tree(12 + number % 60, "ordinary", None, generator(number, "ordinary")) for number in range(400)]
    within = np.median(
        [(each["minutes"] <= 60 * MEASURED["ordinary"]["half_within_hours"]).mean() for each in ordinary]
    )
    assert within == pytest.approx(0.5, abs=0.05)
    assert np.median(pd.concat(ordinary)["depth"]) == MEASURED["ordinary"]["median_depth"]
    assert np.median([each["depth"].max() for each in ordinary]) < MEASURED["relayed"]["max_depth"]["p50"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_widest_trees_have_the_measured_sizes(seed: int) -> None:
    # The company has few posts of any one size: a quarter off may be the nearest there is.
    reposts = WORLDS[seed].posts.set_index("post_id")["reposts"]
    size = TABLES[seed].groupby("post_id").size()
    wide = size[(size >= TRUTH["kinds"]["wide"]["least"])].drop(reposts.nlargest(2).index, errors="ignore")
    expected = MEASURED["wide"]["size"]
    assert wide.quantile(0.5) == pytest.approx(expected["p50"], rel=0.25)
    assert wide.quantile(0.9) == pytest.approx(expected["p90"], rel=0.25)
    assert size.max() == TRUTH["most"]


@pytest.mark.parametrize("seed", SEEDS)
def test_half_of_a_widest_tree_hangs_on_others_reposts_and_hardly_any_of_an_ordinary_one(seed: int) -> None:
    table, ours = TABLES[seed], relayed(WORLDS[seed].posts, WORLDS[seed].year.relays)
    own = table[~table["post_id"].isin(list(ours))]
    size = own.groupby("post_id")["repost"].transform("size")
    wide, ordinary = own[size >= TRUTH["kinds"]["wide"]["least"]], own[size < TRUTH["kinds"]["wide"]["least"]]
    direct = [(part["depth"] == 1).groupby(part["post_id"]).mean().median() for part in (wide, ordinary)]
    deepest = [part.groupby("post_id")["depth"].max().median() for part in (wide, ordinary)]
    assert direct[0] == pytest.approx(MEASURED["wide"]["direct_share"], abs=0.13)  # 22 trees: three standard errors
    assert direct[1] > direct[0] + 0.15
    assert deepest[0] >= deepest[1] + 2


def hangs_on(each: pd.DataFrame, repost: int) -> float:
    """Return the share of a tree that passed on one repost, or passed on who did."""
    below = {repost}
    for number, parent in zip(each["repost"], each["parent"], strict=True):
        if parent in below:
            below.add(number)
    return (len(below) - 1) / len(each)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_relay_that_helps_carries_a_third_of_the_tree_and_one_that_repeats_next_to_nothing(seed: int) -> None:
    ours = relayed(WORLDS[seed].posts, WORLDS[seed].year.relays)
    shares: dict[bool, list[float]] = {True: [], False: []}
    for post_id, each in TABLES[seed].groupby("post_id"):
        if post_id in ours:
            relay = ours[str(post_id)]
            number = int(each.loc[(each["followers"] == relay.followers) & (each["depth"] == 1), "repost"].iloc[0])
            shares[relay.share >= TRUTH["kinds"]["helped"]["share"]].append(hangs_on(each, number))
    assert len(shares[True]) == TRUTH["kinds"]["helped"]["posts"]
    assert len(shares[False]) >= TRUTH["kinds"]["repeated"]["posts"]  # one that went round may have been relayed, too
    assert np.median(shares[True]) > 0.25
    assert np.median(shares[False]) < 0.08


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tree_holds_together(seed: int) -> None:
    table, posts = TABLES[seed], WORLDS[seed].posts.set_index("post_id")
    assert table["post_id"].nunique() == 60
    assert table.groupby("post_id").size().to_dict() == {
        post_id: min(reposts, TRUTH["most"]) for post_id, reposts in posts["reposts"][table["post_id"].unique()].items()
    }
    assert set(posts["account"][table["post_id"].unique()]) == {"flagship", "shop"}
    assert (table.groupby("post_id")["repost"].diff().dropna() == 1).all()
    assert (table["parent"] < table["repost"]).all()
    above = table.set_index(["post_id", "repost"])["depth"]
    parents = pd.MultiIndex.from_frame(table[["post_id", "parent"]])
    assert (table["depth"].to_numpy() == above.reindex(parents).fillna(0).to_numpy() + 1).all()
    assert (table.groupby("post_id")["minutes"].diff().dropna() >= 0).all()
    assert table[["minutes", "followers"]].min().min() >= 0


def test_the_same_seed_makes_the_same_trees_and_another_seed_others() -> None:
    assert make_spread(7, WORLDS[7].posts, WORLDS[7].year.relays).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])
