import numpy as np
import pandas as pd
import pytest

from playbook.sample.followers import make_followers
from playbook.sample.truths import calibration, truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
CAMPAIGNS = Made(SEEDS, lambda seed: WORLDS[seed].table("campaigns"))
TABLES = Made(SEEDS, lambda seed: make_followers(seed, CAMPAIGNS[seed]))
TRUTH = truths()["followers"]
LAST = pd.Timestamp(TRUTH["last"])


def kept(table: pd.DataFrame) -> pd.Series:
    """Return the share still there 90 days after joining, by origin, of those who joined so long ago."""
    known = table[table["joined_on"] <= LAST - pd.Timedelta(days=90)]
    stayed = ~(known["left_on"] - known["joined_on"] <= pd.Timedelta(days=90))
    return stayed.groupby(known["origin"]).mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_readers_who_came_by_a_relay_stay_and_those_of_a_campaign_leave(seed: int) -> None:
    share = kept(TABLES[seed][0])
    assert share["relay"] > share["content"] > share["campaign"] + 0.2
    assert share["search"] > share["campaign"] + 0.2
    for name in ("content", "relay", "search"):  # some 500 in each: a share errs by 0.02, three times that is allowed
        assert share[name] == pytest.approx(TRUTH["origins"][name]["stay"], abs=0.06)


@pytest.mark.parametrize("seed", SEEDS)
def test_campaign_readers_joined_on_its_days_and_stayed_as_the_campaigns_table_says(seed: int) -> None:
    table, campaigns = TABLES[seed][0], CAMPAIGNS[seed].query("starts >= @TRUTH['first']")
    joined = table.loc[table["origin"] == "campaign", "joined_on"]
    spans = zip(campaigns["starts"], campaigns["ends"], strict=True)
    assert joined.isin([day for first, last in spans for day in pd.date_range(first, last)]).all()
    whole = campaigns[campaigns["kept_90"].notna()]
    assert kept(table)["campaign"] == pytest.approx(whole["kept_90"].sum() / whole["new_followers"].sum(), abs=0.08)


@pytest.mark.parametrize("seed", SEEDS)
def test_empty_accounts_are_as_many_as_taught_and_mostly_bought(seed: int) -> None:
    table, hidden = TABLES[seed]
    share = hidden["empty"].groupby(table["origin"]).mean()
    expected = calibration()["followers"]["empty"]
    assert expected["least"] <= hidden["empty"].mean() <= expected["most"]
    assert share.idxmax() == "bought"
    for name, origin in TRUTH["origins"].items():  # 150 to 1,200 in each: three standard errors are 0.07 at most
        assert share[name] == pytest.approx(origin["empty"], abs=0.07)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_rule_of_one_measure_finds_the_empty_accounts_without_wronging_readers(seed: int) -> None:
    table, hidden = TABLES[seed]
    empty, idle = hidden["empty"], (LAST - table["last_post_on"]).dt.days.fillna(9999)
    ratio = (table["following"] + 1) / (table["followers"] + 1)
    for measure in (-table["followers"], -table["posts"], idle, ratio, table["following"]):
        order = np.argsort(-measure.to_numpy(dtype=float), kind="stable")
        found = empty.to_numpy()[order].cumsum()  # by how many of the most suspicious are looked at
        precision, recall = found / np.arange(1, len(found) + 1), found / empty.sum()
        assert np.minimum(precision, recall).max() < 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_the_old_definition_wrongs_more_readers_than_it_finds_empty_accounts(seed: int) -> None:
    table, hidden = TABLES[seed]
    old = calibration()["followers"]["old_rule"]
    idle = ~(table["last_post_on"] > LAST - pd.Timedelta(days=old["idle_days"]))
    suspected = idle | (table["followers"] < old["followers"]) | (table["posts"] < old["posts"])
    found = hidden["empty"] & suspected
    assert found.sum() < 0.5 * suspected.sum()
    assert 0.5 < found.sum() / hidden["empty"].sum() < 0.8  # the aged ones pass


@pytest.mark.parametrize("seed", SEEDS)
def test_bought_followers_came_in_two_deliveries(seed: int) -> None:
    table = TABLES[seed][0]
    days = table.loc[table["origin"] == "bought", "joined_on"]
    assert days.nunique() <= len(TRUTH["bought"]["orders"]) * TRUTH["bought"]["days"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_table_is_whole_and_does_not_tell_who_is_empty(seed: int) -> None:
    table, hidden = TABLES[seed]
    assert len(table) == TRUTH["sample"]
    assert table["follower"].is_unique
    assert table["follower"].equals(hidden["follower"])
    assert "empty" not in table
    assert table["joined_on"].between(TRUTH["first"], TRUTH["last"]).all()
    assert (table["left_on"].dropna() <= LAST).all()
    assert (table["left_on"] > table["joined_on"])[table["left_on"].notna()].all()
    assert (table[["followers", "following", "posts"]] >= 0).all().all()
    assert (table["last_post_on"].isna() == (table["posts"] == 0)).all()
    assert (table["last_post_on"].dropna() <= LAST).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_two_hundred_drawn_by_lot_were_looked_at_by_hand_and_no_more_is_told(seed: int) -> None:
    table, hidden = TABLES[seed]
    looked = table["checked_empty"].notna()
    assert looked.sum() == TRUTH["checked"]
    assert table["checked_empty"][looked].astype(bool).equals(hidden["empty"][looked])
    # 200 by lot: their share of empty ones errs by 0.025, three times that is allowed.
    assert table["checked_empty"].mean() == pytest.approx(hidden["empty"].mean(), abs=0.075)


def test_the_same_seed_makes_the_same_followers_and_another_seed_others() -> None:
    again = make_followers(7, CAMPAIGNS[7])
    assert again[0].equals(TABLES[7][0])
    assert again[1].equals(TABLES[7][1])
    assert not TABLES[7][0].equals(TABLES[8][0])
