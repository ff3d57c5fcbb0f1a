"""The desk's weekly sheet: what is planted in it is found again, and no part is larger than its whole."""

from functools import cache

import pandas as pd
import pytest

from playbook.sample.replies import make_replies
from playbook.sample.truths import truths

SEEDS = range(20)
PLANTED = truths()["replies"]
CHANGED = pd.Timestamp(PLANTED["changed_on"])


@cache
def sheet(seed: int) -> pd.DataFrame:
    return make_replies(seed, truths())


def shares(seed: int) -> dict[str, list[float]]:
    """Shares answered in time before and after, by part of day and in all."""
    table = sheet(seed)
    found: dict[str, list[float]] = {"day": [], "evening": [], "all": []}
    for side in (table[table["week"] < CHANGED], table[table["week"] >= CHANGED]):
        total = side[["asked", "in_time", "asked_evening", "in_time_evening"]].sum().astype(float)
        found["evening"].append(total["in_time_evening"] / total["asked_evening"])
        day = total["in_time"] - total["in_time_evening"], total["asked"] - total["asked_evening"]
        found["day"].append(day[0] / day[1])
        found["all"].append(total["in_time"] / total["asked"])
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_both_parts_of_the_day_get_better_and_the_whole_gets_worse(seed: int) -> None:
    found = shares(seed)
    assert found["day"][0] < found["day"][1]
    assert found["evening"][0] < found["evening"][1]
    assert found["all"][0] > found["all"][1]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_service_s_readers_are_friendlier_since_and_the_flagship_s_as_ever(seed: int) -> None:
    table = sheet(seed)
    table = table[~table["week"].isin(pd.to_datetime(PLANTED["slow_burn"]["weeks"]))]
    for account, planted in PLANTED["read"].items():
        own = table[table["account"] == account]
        sides = [own[own["week"] < CHANGED], own[own["week"] >= CHANGED]]
        for sign, told in planted.items():
            for side, share in zip(sides, told, strict=True):
                # 78 and 24 weeks of 40 comments each: three standard errors are 0.045 at most.
                assert float(side[sign].sum() / side["read"].sum()) == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_part_is_larger_than_its_whole(seed: int) -> None:
    table = sheet(seed)
    assert (table["in_time"] <= table["asked"]).all()
    assert (table["asked_evening"] <= table["asked"]).all()
    assert (table["in_time_evening"] <= table["asked_evening"]).all()
    read = table.dropna(subset=["read"])
    assert (read["positive"] + read["negative"] <= read["read"]).all()
    assert set(read["account"]) == set(PLANTED["read"])


def test_the_slow_burn_shows_in_two_weeks_of_november() -> None:
    burning = pd.to_datetime(PLANTED["slow_burn"]["weeks"])
    gaps = []
    for seed in SEEDS:
        own = sheet(seed)[lambda table: table["account"] == "flagship"].set_index("week")
        negative = (own["negative"] / own["read"]).astype(float)
        gaps.append(negative[burning].mean() - negative.drop(burning).mean())
    assert sum(gaps) / len(gaps) == pytest.approx(PLANTED["slow_burn"]["negative"], abs=0.04)


def test_the_same_seed_gives_the_same_sheet() -> None:
    assert make_replies(3, truths()).equals(make_replies(3, truths()))
