import pandas as pd
import pytest

from playbook.interaction.kinds import FOLLOWS
from playbook.sample.candidates import LISTED, make_candidates
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("candidates"))
TRUTH = truths()["candidates"]["kinds"]
ANSWERING = {"own-people", "loyal-customer", "trouble-maker"}
TIMEWASTERS = {"news", "amusing", "follow-back-group"}
WORTHWHILE = {"loyal-customer", "potential-customer", "peer-fan"}


def sums(table: pd.DataFrame) -> pd.DataFrame:
    """What each kind comes to: comments of ours, answers, signals, minutes."""
    return table.groupby("kind")[["commented", "answered", "signals", "minutes_a_week"]].sum().astype(float)


@pytest.mark.parametrize("seed", SEEDS)
def test_customers_and_troublemakers_answer_and_the_famous_do_not(seed: int) -> None:
    told = sums(TABLES[seed])
    share = told["answered"] / told["commented"]
    assert share[list(ANSWERING)].min() > share[["expert", "news", "amusing", "follow-back-group"]].max() + 0.2
    for kind, truth in TRUTH.items():  # some 60 comments a kind: a share errs by 0.065 at most, three times is allowed
        assert share[kind] == pytest.approx(truth["answers"], abs=0.2)


@pytest.mark.parametrize("seed", SEEDS)
def test_for_an_hour_of_reading_customers_bring_most_and_time_wasters_least(seed: int) -> None:
    told = sums(TABLES[seed])
    worth = told["signals"] / told["minutes_a_week"]
    assert set(worth.nlargest(3).index) == WORTHWHILE
    assert worth[list(TIMEWASTERS)].max() < 0.1 * worth[list(WORTHWHILE)].min()


@pytest.mark.parametrize("seed", SEEDS)
def test_news_takes_the_most_time(seed: int) -> None:
    assert sums(TABLES[seed])["minutes_a_week"].idxmax() == "news"


def test_posters_of_negative_news_see_most_and_answer_little() -> None:
    told = sums(pd.concat(TABLES.values()))
    assert told["signals"].idxmax() == "negative-poster"
    assert told["answered"]["negative-poster"] / told["commented"]["negative-poster"] < 0.15


@pytest.mark.parametrize("seed", SEEDS)
def test_the_list_is_whole_and_holds_every_kind_that_the_articles_name(seed: int) -> None:
    table = TABLES[seed]
    assert 60 <= len(table) <= 80
    assert set(table["kind"]) == set(FOLLOWS)
    for column in ("id", "name", "name_en"):
        assert table[column].is_unique
    assert (table["answered"] <= table["commented"]).all()
    assert table["tea_of_30"].between(0, 30).all()
    assert (table["last_post_on"] <= LISTED).all()
    assert (table["minutes_a_week"] > 0).all()
    assert table["name"].str.contains("[\u4e00-\u9fff]").all()
    assert not table["name_en"].str.contains("[\u4e00-\u9fff]").any()


def test_the_same_seed_makes_the_same_list_and_another_seed_another() -> None:
    assert make_candidates(7).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])
