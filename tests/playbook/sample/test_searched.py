import pandas as pd
import pytest

from playbook.sample.campaigns import make_campaigns
from playbook.sample.searched import PER_PAGE, make_searched
from playbook.sample.truths import calibration, truths
from playbook.sample.watch_days import make_watch_days
from tests.worlds import WORLDS, Made

SEEDS = range(20)
MENTIONS = Made(SEEDS, lambda seed: WORLDS[seed].table("mentions"))
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("searched"))
TRUTH = truths()["searched"]
CEILING = TRUTH["pages"] * PER_PAGE


def by_day(seed: int) -> pd.DataFrame:
    return TABLES[seed].groupby("on").agg(rows=("rows", "sum"), page=("page", "max")).astype(float)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_hour_of_two_months_has_a_row_and_no_day_has_more_than_fifty_pages(seed: int) -> None:
    table, days = TABLES[seed], by_day(seed)
    assert len(table) == TRUTH["days"] * 24
    assert days["rows"].max() == CEILING
    assert ((days["rows"] / PER_PAGE).apply(lambda pages: -(-pages // 1)) == days["page"].fillna(0)).all()
    assert (table["page"].isna() == (table["rows"] == 0)).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_day_of_the_crisis_is_cut_and_its_worst_hours_are_missing(seed: int) -> None:
    days, crisis = by_day(seed), pd.Timestamp("2025-11-13")
    assert days["rows"][crisis] == CEILING
    hours = TABLES[seed][TABLES[seed]["on"] == crisis].set_index("hour")["rows"]
    assert hours[:16].sum() == 0
    assert hours[20:].sum() == CEILING


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_that_was_neither_cut_nor_broken_off_shows_the_planted_share(seed: int) -> None:
    days = by_day(seed)
    counted = MENTIONS[seed].set_index("at")["mentions"].resample("D").sum().tz_localize(None)
    whole = days[(days["page"] > 1) & (days["rows"] < CEILING)]
    # Some 6,500 mentions: the share errs by 0.006, three times that is allowed.
    assert whole["rows"].sum() / counted[whole.index].sum() == pytest.approx(TRUTH["shown"], abs=0.02)


def test_some_days_break_off_after_a_page() -> None:
    broken = [(by_day(seed)["page"] == 1).sum() for seed in SEEDS]
    # 61 days of which 8% break off: 4.9 a world, and the mean of twenty errs by 0.5.
    assert sum(broken) / len(broken) == pytest.approx(TRUTH["broken"] * TRUTH["days"], abs=1.5)


def test_the_same_seed_makes_the_same_search_and_another_seed_another() -> None:
    assert make_searched(7, MENTIONS[7]).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])


# ---------------------------------------------------------------- the watch calendar


def test_the_calendar_has_the_days_of_article_5_and_our_own_campaigns() -> None:
    campaigns = make_campaigns(7, truths())
    table = make_watch_days(campaigns)
    assert table["first"].is_monotonic_increasing
    assert (table["first"] <= table["last"]).all()
    assert set(table["kind"]) == {"consumer", "holiday", "season", "own"}
    consumer = table[table["kind"] == "consumer"]
    assert consumer["first"].dt.strftime("%m-%d").tolist() == ["03-15", "03-15"]
    assert set(campaigns.loc[campaigns["starts"].dt.year == 2025, "name_zh"]) <= set(table["what"])


def test_holidays_of_2025_are_those_that_the_staff_have_off() -> None:
    table = make_watch_days(make_campaigns(7, truths()))
    own = table[(table["kind"] == "holiday") & (table["first"].dt.year == 2025)]
    spans = own[["first", "last"]].apply(lambda column: column.dt.strftime("%Y-%m-%d")).to_numpy().tolist()
    assert all(span in calibration()["calendar"]["holidays"] for span in spans)


def test_every_day_says_what_why_and_who_says_so_in_both_languages() -> None:
    table = make_watch_days(make_campaigns(7, truths()))
    for zh, en in (("what", "what_en"), ("why", "why_en")):
        assert table[zh].str.contains("[\u4e00-\u9fff]").all()
        assert not table[en].str.contains("[\u3000-\u9fff]").any()
    assert set(table["source"]) == {"notice-2025", "notice-2026", "article-5", "company", "course"}
