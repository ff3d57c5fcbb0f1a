import pandas as pd
import pytest

from playbook.matrix.kinds import KINDS
from playbook.sample.card import ACCOUNTS, sample_card
from playbook.sample.register import make_register
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

SEEDS = range(4)  # what is told of an account is the same in every world; counts come from other tables
REGISTERS = Made(SEEDS, lambda seed: WORLDS[seed].table("register"))
DORMANT = truths()["register"]["dormant"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_register_has_the_card_s_accounts_and_two_that_are_nobody_s(seed: int) -> None:
    table = REGISTERS[seed]
    assert list(table["account"]) == [*ACCOUNTS, *DORMANT]
    assert list(table.loc[table["owner"].isna(), "account"]) == DORMANT
    assert set(table["owner"].dropna()) <= {person.id for person in sample_card().people}
    assert set(table["kind"]) <= set(KINDS)
    assert set(table["verified"]) == {"company", "person", "none"}


@pytest.mark.parametrize("seed", SEEDS)
def test_posts_and_followers_are_those_of_the_other_tables(seed: int) -> None:
    table, posts, weekly = REGISTERS[seed].set_index("account"), WORLDS[seed].posts, WORLDS[seed].weekly
    for name in ACCOUNTS:
        own = posts[posts["account"] == name]
        assert table["posts"][name] == len(own)
        assert table["last_post_on"][name] == own["posted_on"].max()
        assert table["followers"][name] == weekly.loc[weekly["account"] == name, "followers"].iloc[-1]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_forgotten_accounts_get_no_hour_and_have_been_silent_for_months(seed: int) -> None:
    table = REGISTERS[seed].set_index("account")
    assert (table.loc[DORMANT, "hours_a_week"] == 0).all()
    silent = WORLDS[seed].posts["posted_on"].max() - table.loc[DORMANT, "last_post_on"]
    assert (silent > pd.Timedelta(weeks=26)).all()
    assert table.loc[DORMANT, "posts"].tolist() == [0, 3]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_hours_of_all_accounts_are_those_of_the_shifts_that_were_logged(seed: int) -> None:
    staff = WORLDS[seed].staff
    shifts = staff.groupby(["on", "person", "start", "end"], as_index=False)[["posts_written"]].sum(min_count=1)
    logged = shifts.dropna(subset=["posts_written"])
    worked = (logged["end"] - logged["start"]).sum() * 7 / 365
    # A shift in which nothing was written or answered has nobody to be counted for: a few of some 560.
    assert float(REGISTERS[seed]["hours_a_week"].sum()) == pytest.approx(worked, rel=0.03)


def test_the_same_tables_give_the_same_register() -> None:
    world = WORLDS[2]
    assert make_register(world.posts, world.staff, world.weekly, world.planted).equals(REGISTERS[2])
    assert not REGISTERS[2].equals(REGISTERS[3])
