import time
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.facts import Facts, sample_facts
from playbook.matrix.analysis import accounts_of, reach, repeated
from playbook.matrix.cascade import Shape, grow, still_to_come
from playbook.matrix.exposure import pull, tried
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.relay import Spread, Step, added, matrix_reach, simulate
from playbook.sample.spread import sizes
from playbook.sample.truths import Ints, calibration

FACTS = sample_facts()
MEASURED = calibration()["spread"]
# Two accounts with the very same readers, one with others, all as large; nobody has relayed yet.
APART = pd.DataFrame(
    {
        "shop": [True, False],
        "store": [True, False],
        "founder": [False, True],
        "people": [20_000, 20_000],
    }
).astype({"people": "Int64"})
FRESH = replace(FACTS, audiences=APART, relays=None)


def played(facts: Facts, of: str, *steps: Step) -> Spread:
    found = simulate(facts, of, steps)
    assert found is not None
    return found


def trees(shape: Shape) -> Ints:
    """Return trees of the measured sizes, those without a repost left out."""
    grown = grow(np.repeat(sizes(500), 8), shape, np.random.default_rng(1))
    return np.asarray(grown[grown.sum(axis=1) > 0])


TREES = {shape: trees(shape) for shape in ("wide", "relayed")}


def test_depth_shares_are_as_measured() -> None:
    # The source pools rumours and others, nearly as many of each. Within 2 points of the first steps; deeper down a
    # few trees decide, and the fit was made for trees that grow repost by repost.
    steps = max(each.shape[1] for each in TREES.values())
    counts = sum(np.pad(each, ((0, 0), (0, steps - each.shape[1]))).sum(axis=0) for each in TREES.values())
    share = counts / counts.sum()
    wanted = MEASURED["wide"]["depth_share"]
    assert share[:2] == pytest.approx(wanted[:2], abs=0.02)
    assert share[2:9] == pytest.approx(wanted[2:], rel=0.3)
    assert share[9:].sum() == pytest.approx(MEASURED["wide"]["depth_share_deeper"], rel=0.3)


@pytest.mark.parametrize("shape", ["wide", "relayed"])
def test_the_share_of_direct_reposts_and_the_greatest_depths_are_as_measured(shape: Shape) -> None:
    direct = TREES[shape][:, 0] / TREES[shape].sum(axis=1)
    depth = (TREES[shape] > 0).sum(axis=1)
    # A tree's share varies by 0.15: the median of 4,000 errs by 0.003; the fit itself by 0.01.
    assert np.median(direct) == pytest.approx(MEASURED[shape]["direct_share"], abs=0.02)
    assert np.median(depth) == pytest.approx(MEASURED[shape]["max_depth"]["p50"], abs=1)
    assert np.quantile(depth, 0.9) == pytest.approx(MEASURED[shape]["max_depth"]["p90"], abs=1)


def test_posts_of_the_flagship_keep_the_direct_share_of_posts_that_are_no_rumours() -> None:
    spread = played(FACTS, "flagship")
    large = spread.by_depth[spread.reposts >= 20]  # of fewer, one repost is five points
    assert np.median(large[:, 0] / large.sum(axis=1)) == pytest.approx(MEASURED["relayed"]["direct_share"], abs=0.03)
    assert spread.depth_shares.sum() == pytest.approx(1)


def test_a_typical_post_gets_about_the_reposts_that_the_account_s_posts_get() -> None:
    for account in ("flagship", "shop"):
        own = FACTS.posts[(FACTS.posts["account"] == account) & ~FACTS.posts["is_repost"]]["reposts"]
        middle = played(FACTS, account).range("reposts")[1]
        assert middle == pytest.approx(float(own.median()), rel=0.25)


def test_a_relay_to_the_same_readers_reaches_few_new_people_and_one_to_others_many() -> None:
    same, others = (played(FRESH, "shop", Step(by, 30)) for by in ("store", "founder"))
    assert np.median(others.gained) > 3 * np.median(same.gained)
    assert others.repeated.max() == 0
    assert np.median(same.repeated) > np.median(same.gained)


def test_a_late_relay_brings_less_and_one_after_days_nothing() -> None:
    gained = [np.median(played(FRESH, "shop", Step("founder", minutes)).gained) for minutes in (5, 60, 600, 6000)]
    assert gained[0] > gained[1] > gained[2] > gained[3] == 0
    assert [still_to_come(minutes, "relayed") for minutes in (0, 6000)] == [1, 0]


def test_relays_count_in_order_of_time_and_what_each_adds_sums_up() -> None:
    spread = played(FACTS, "shop", Step("store", 50), Step("flagship", 10))
    alone = played(FACTS, "shop")
    assert spread.gained.shape == (2000, 2)
    assert np.median(spread.gained[:, 0]) > np.median(spread.gained[:, 1])  # the flagship came first
    own = spread.reached - spread.gained.sum(axis=1)
    assert np.median(own) == pytest.approx(np.median(alone.reached), rel=0.05)


def test_seeing_it_a_third_time_adds_no_reposts() -> None:
    once = played(FRESH, "shop").reposts.mean()
    often = played(FRESH, "shop", *(Step("store", minutes) for minutes in range(1, 31))).reposts.mean()
    # In the end all who are there (a fifth more than looked at first) have looked twice, and the second look counts
    # half: 1.5 / 0.8. Were all thirty to count, there would be four times as many.
    assert 1.3 * once < often < 1.5 / 0.8 * 1.05 * once


def test_the_same_seed_plays_the_same_and_another_seed_another() -> None:
    steps = (Step("flagship", 30),)
    one, two = simulate(FACTS, "shop", steps, seed=4), simulate(FACTS, "shop", steps, seed=4)
    other = simulate(FACTS, "shop", steps, seed=5)
    assert one is not None
    assert two is not None
    assert other is not None
    assert np.array_equal(one.by_depth, two.by_depth)
    assert np.array_equal(one.reached, two.reached)
    assert not np.array_equal(one.reached, other.reached)


def test_ten_times_the_runs_take_no_more_than_twenty_times_as_long() -> None:
    def taken(runs: int) -> float:
        begun = time.perf_counter()
        simulate(FACTS, "shop", (Step("flagship", 30), Step("store", 50)), runs=runs)
        return time.perf_counter() - begun

    taken(200)
    assert min(taken(2000) for _ in range(3)) < 20 * max(min(taken(200) for _ in range(3)), 1e-3)


def test_what_relays_brought_says_how_many_look_and_without_relays_an_assumption_stands() -> None:
    assumed = calibration()["relay"]["assumption"]["pull"]
    assert tried(FACTS, "flagship", "shop")
    assert pull(FACTS, "flagship", "shop") > assumed > pull(FACTS, "flagship", "class")
    assert not tried(FACTS, "class", "shop")
    assert pull(FACTS, "class", "shop") == pull(FRESH, "founder", "shop") == assumed


def test_where_nobody_knows_who_follows_what_nothing_is_played() -> None:
    assert simulate(replace(FACTS, audiences=None), "shop") is None
    assert simulate(FACTS, "elsewhere") is None
    assert simulate(FACTS, "shop", (Step("elsewhere", 5),)) is None


def test_an_account_without_posts_is_seen_and_not_passed_on() -> None:
    spread = played(FACTS, "ware")
    assert spread.range("reached")[1] > 0
    assert spread.range("reposts") == (0, 0, 0)
    assert len(spread.depth_shares) == 0


def plan(*relays: tuple[str, str], closed: str = "") -> MatrixPlan:
    places = [Place(account=name, hours=4, fate="close" if name == closed else "keep") for name in accounts_of(FACTS)]
    return MatrixPlan(places=places, relays=[Relay(by=by, of=of) for by, of in relays])


def test_a_plan_in_figures_counts_people_exactly_and_relays_as_ranges() -> None:
    found = matrix_reach(FACTS, plan(("flagship", "shop"), ("founder", "flagship")))
    assert found is not None
    assert FACTS.audiences is not None
    assert (found.people, found.repeated) == (161_192, 42_057)
    assert (found.hours, found.duty) == (32, 99)
    shop, flagship = found.adds["flagship>shop"], found.adds["founder>flagship"]
    assert shop[0] < shop[1] < shop[2]
    assert shop[0] > flagship[2]


def test_accounts_that_are_closed_reach_nobody_and_relay_nothing() -> None:
    found = matrix_reach(FACTS, plan(("flagship", "shop"), ("founder", "flagship"), closed="flagship"))
    assert found is not None
    assert FACTS.audiences is not None
    kept = [name for name in accounts_of(FACTS) if name != "flagship"]
    assert (found.people, found.repeated) == (reach(FACTS.audiences, kept), repeated(FACTS.audiences, kept))
    assert found.adds == {}
    assert found.hours == 28


def test_a_relay_later_is_planned_to_add_less() -> None:
    soon, late = added(FACTS, "flagship", "shop", "at_once"), added(FACTS, "flagship", "shop", "later")
    assert soon is not None
    assert late is not None
    assert soon[0] > late[2]


def test_an_account_nobody_has_counted_is_left_out_and_so_is_a_plan_without_audiences() -> None:
    new = MatrixPlan(places=[Place(account="new"), Place(account="shop")], relays=[Relay(by="new", of="shop")])
    found = matrix_reach(FACTS, new)
    assert found is not None
    assert (found.people, found.adds) == (40_886, {})
    assert matrix_reach(replace(FACTS, audiences=None), new) is None
