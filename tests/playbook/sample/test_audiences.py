import pandas as pd
import pytest

from playbook.facts import Facts
from playbook.matrix.analysis import alive, followers, overlap
from playbook.sample import variant
from playbook.sample.audiences import make_audiences, planted_share
from playbook.sample.card import sample_card
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("audiences"))
TRUTH = truths()["audiences"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_people_of_each_account_are_its_followers(seed: int) -> None:
    register = WORLDS[seed].table("register").set_index("account")["followers"].astype(int)
    assert followers(TABLES[seed]).astype(int).to_dict() == register.to_dict()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_pattern_is_listed_once_with_somebody_in_it(seed: int) -> None:
    table = TABLES[seed]
    flags = table.drop(columns="people")
    assert not flags.duplicated().any()
    assert flags.any(axis=1).all()
    assert table["people"].min() > 0
    assert table["people"].is_monotonic_decreasing


@pytest.mark.parametrize("seed", SEEDS)
def test_planted_overlaps_are_found(seed: int) -> None:
    # Planted shares differ by 3% of themselves from world to world; the rest is rounding, which tells in the account
    # of 86 followers alone.
    shares = overlap(TABLES[seed])
    for pair in TRUTH["pair"]:
        planted = planted_share(pair, WORLDS[seed].planted)
        room = TRUTH["spread"] * planted + (0.08 if pair["who"] == "jobs" else 0.005)
        assert shares.loc[pair["who"], pair["also"]] == pytest.approx(planted, abs=room), pair


@pytest.mark.parametrize("seed", SEEDS)
def test_dormant_accounts_are_found_and_no_other(seed: int) -> None:
    world = WORLDS[seed]
    facts = Facts(sample_card(), world.posts, None, invented=True, register=world.table("register"))
    verdicts = alive(facts)["verdict"]
    assert list(verdicts.index[verdicts == "dead"]) == truths()["register"]["dormant"]
    assert (verdicts.drop(truths()["register"]["dormant"]) == "alive").all()


def test_in_a_variant_readers_follow_already_where_the_relay_does_not_help() -> None:
    told = set()
    for seed in range(8):
        world = variant(seed)
        shares = overlap(make_audiences(seed, WORLDS[seed].table("register"), world.planted))
        for relay in world.planted["relay"]:
            small = max(relay["by"], relay["of"], key=lambda name: name != "flagship")
            assert (float(shares["flagship"][small]) < 0.5) == (relay["effect"] > 0)
            told.add(relay["effect"] > 0)
    assert told == {True, False}


def test_the_same_seed_makes_the_same_table_and_another_seed_another() -> None:
    world = WORLDS[7]
    assert make_audiences(7, world.table("register"), world.planted).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])


def test_a_last_digit_that_differs_moves_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    from playbook.sample import audiences  # noqa: PLC0415 - patched below

    whole: pd.DataFrame = TABLES[3]
    fitted = audiences._fitted
    monkeypatch.setattr(audiences, "_fitted", lambda *given: fitted(*given) * (1 + 3e-14))
    assert make_audiences(3, WORLDS[3].table("register"), WORLDS[3].planted).equals(whole)
