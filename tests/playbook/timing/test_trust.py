from collections.abc import Callable

import pandas as pd
import pytest

from playbook.facts import sample_facts
from playbook.timing.trust import hits, hits_by_hour, kind_of_export, suspicious, three_exports

POSTS = sample_facts().posts
ACCOUNTS = ["flagship", "shop", "store", "service", "founder", "class"]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_whole_year_is_trusted_and_dates_or_hits_alone_are_not(account: str) -> None:
    assert kind_of_export(POSTS, account, "A") == "dates"
    assert kind_of_export(POSTS, account, "B") == "hits"
    assert kind_of_export(POSTS, account, "C") == "whole"
    assert suspicious(POSTS, account) == []
    [dates], [hits_alone] = (suspicious(three_exports(POSTS, account)[letter], account) for letter in "AB")
    assert "只有日期" in dates.zh
    assert "热门微博" in hits_alone.zh


def moved(change: Callable[[pd.Series], pd.Series]) -> pd.DataFrame:
    own = POSTS[POSTS["account"] == "flagship"]
    return own.assign(posted_at=change(own["posted_at"]))


def test_posts_that_all_came_in_one_hour_are_told() -> None:
    late = moved(lambda at: at.mask(at.dt.hour < 14, at.dt.normalize() + pd.Timedelta(hours=23, minutes=7)))
    [told] = suspicious(late, "flagship")
    assert "23 点" in told.zh
    assert "in a single hour, 23:00" in told.en


def test_zeros_in_place_of_a_time_are_told() -> None:
    [told] = suspicious(moved(lambda at: at.dt.normalize()), "flagship")
    assert "0 点 0 分" in told.zh
    assert "0:00:00" in told.en


def test_times_rounded_to_the_hour_are_told() -> None:
    [told] = suspicious(moved(lambda at: at.dt.floor("h")), "flagship")
    assert "整点" in told.zh


def test_an_account_without_posts_is_told_and_a_handful_is_not_judged() -> None:
    assert len(suspicious(POSTS, "nobody")) == 1
    assert suspicious(POSTS[POSTS["account"] == "shop"].head(6), "shop") == []


def test_hits_are_counted_against_all_posts_of_their_hour() -> None:
    table = hits_by_hour(POSTS, "flagship")
    assert table["hits"].sum() == len(hits(POSTS, "flagship")) == 100
    assert table["share"].idxmax() == 15
    assert table["share"][10] == pytest.approx(table["hits"][10] / table["posts"][10])
    assert pd.isna(table["share"][22])  # three posts


def test_hits_come_first_at_the_hour_of_habit_though_few_of_its_posts_are_hits() -> None:
    table = hits_by_hour(POSTS, "flagship")
    ordered = table["hits"].sort_values(ascending=False)
    assert 10 in ordered.index[:2]
    assert table["share"][10] < table["share"].median() * 1.5
