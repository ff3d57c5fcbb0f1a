import pandas as pd
import pytest

from playbook.sample.card import sample_card
from playbook.sample.duty import make_staff, roster
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

SEEDS = range(4)  # who is on duty is the same in every world: it is the card's
LEDGERS = Made(SEEDS, lambda seed: WORLDS[seed].table("ledger"))
COMMENTS = Made(SEEDS, lambda seed: WORLDS[seed].table("comments"))
LOGS = Made(SEEDS, lambda seed: WORLDS[seed].table("staff"))
ROSTER = roster()


def there(day: str) -> list[str]:
    shifts = ROSTER[(ROSTER["on"] == day) & ~ROSTER["absent"]]
    return shifts["person"].tolist()


def test_on_holidays_and_at_weekends_one_person_is_there_alone() -> None:
    assert there("2025-10-01") == ["tao"]
    assert there("2025-01-29") == ["tao"]
    assert there("2025-11-01") == ["tao"]


def test_on_a_make_up_day_everybody_works() -> None:
    assert set(there("2025-09-28")) == {"xiaoman", "shen", "tao"}


def test_a_sick_leave_leaves_the_mornings_empty_and_the_friday_without_anybody() -> None:
    assert there("2025-10-20") == ["shen"]
    assert there("2025-10-24") == []


def test_nobody_is_there_late_on_a_friday() -> None:
    fridays = ROSTER[ROSTER["on"].dt.day_of_week == 4]
    assert fridays["end"].max() <= 19  # and so late only on a holiday


@pytest.mark.parametrize("seed", SEEDS)
def test_shifts_lie_in_the_year_within_the_hours_of_the_card(seed: int) -> None:
    log, card = LOGS[seed], sample_card()
    assert log["on"].between("2025-01-01", "2025-12-31").all()
    hours = {(person.id, shift.start, shift.end) for person in card.people for shift in person.duty}
    assert set(zip(log["person"], log["start"], log["end"], strict=True)) <= hours
    assert not log.duplicated(["on", "person", "start", "account"]).any()
    assert set(log["account"]) == {account.id for account in card.accounts}
    assert (log[["posts_written", "replies"]].min() >= 0).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_are_empty_where_somebody_was_absent_or_nobody_filled_the_log_in(seed: int) -> None:
    log = LOGS[seed]
    worked = log["absent"].eq(False).fillna(False)
    assert log.loc[~worked, ["posts_written", "replies"]].isna().all().all()
    assert log.loc[worked, ["posts_written", "replies"]].notna().all().all()
    # Some 570 shifts: the share errs by 0.007, three times that is allowed.
    assert log["absent"].isna().mean() == pytest.approx(truths()["staff"]["unlogged"], abs=0.021)


@pytest.mark.parametrize("seed", SEEDS)
def test_posts_written_are_those_of_the_ledger_on_the_days_that_were_logged(seed: int) -> None:
    log, posts = LOGS[seed], WORLDS[seed].posts
    logged = log[log["absent"].notna().groupby(log["on"]).transform("all")]
    logged = logged[logged["absent"].eq(False).groupby(logged["on"]).transform("any")]
    written = logged.groupby(["on", "account"])["posts_written"].sum()
    posted = posts[posts["post_id"].isin(LEDGERS[seed]["post_id"])].groupby(["posted_on", "account"]).size()
    assert written.tolist() == posted.reindex(written.index, fill_value=0).tolist()
    assert len(written) > 0.9 * 365 * 6


@pytest.mark.parametrize("seed", SEEDS)
def test_while_the_owner_is_away_another_writes_for_the_account_and_the_log_says_for_whom(seed: int) -> None:
    log = LOGS[seed]
    away = log[log["on"].between("2025-10-20", "2025-10-23") & (log["account"] == "flagship")]
    stood_in = away[(away["person"] == "shen") & away["absent"].notna()]
    assert (stood_in["covers"] == "xiaoman").all()
    assert stood_in["posts_written"].sum() > 10
    assert log.loc[~log["on"].isin(ROSTER.loc[ROSTER["absent"], "on"]), "covers"].isna().all()


@pytest.mark.parametrize("seed", SEEDS)
def test_replies_in_the_weeks_of_the_inbox_are_its_answers(seed: int) -> None:
    log, comments = LOGS[seed], COMMENTS[seed].dropna(subset="answered_at")
    days = comments["answered_at"].dt.strftime("%Y-%m-%d")
    counted = comments.groupby([days, "answered_by", "account"]).size()
    inside = log[log["on"].between(days.min(), days.max()) & log["replies"].notna()]
    found = [counted.get((f"{row.on:%Y-%m-%d}", row.person, row.account), 0) for row in inside.itertuples()]
    assert inside["replies"].tolist() == found
    assert log["replies"].sum() > 5 * inside["replies"].sum()


def test_the_same_seed_makes_the_same_log_and_another_seed_another() -> None:
    assert make_staff(2, WORLDS[2].posts, LEDGERS[2], COMMENTS[2]).equals(LOGS[2])
    assert not LOGS[2].equals(LOGS[3])


def test_the_roster_names_people_and_absences_of_the_truths() -> None:
    for leave in truths()["staff"]["absences"]:
        days = ROSTER[(ROSTER["person"] == leave["person"]) & ROSTER["on"].between(leave["first"], leave["last"])]
        assert len(days) > 0
        assert days["absent"].all()
    assert ROSTER["absent"].sum() == sum(
        len(ROSTER[(ROSTER["person"] == leave["person"]) & ROSTER["on"].between(leave["first"], leave["last"])])
        for leave in truths()["staff"]["absences"]
    )
    assert ROSTER["on"].dtype == pd.Series(pd.to_datetime(["2025-01-01"])).dtype
