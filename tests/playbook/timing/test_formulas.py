from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.facts import sample_facts
from playbook.posts import originals, reactions
from playbook.timing.formulas import REGULAR, halves, middle
from playbook.timing.windows import GOLDEN

FACTS = sample_facts()
SPLIT = "2025-07-01"


def second(account: str) -> pd.DataFrame:
    """The account's originals of July to December, with hour and reactions."""
    table = originals(FACTS.posts)
    table = table[(table["account"] == account) & (table["posted_on"] >= SPLIT)]
    return table.assign(hour=table["posted_at"].dt.hour, gets=reactions(table).astype(float))


def test_own_hours_of_the_flagship_win_on_posts_they_were_not_chosen_from() -> None:
    found = halves(FACTS, "flagship")
    assert found is not None
    assert (f"{found.split:%Y-%m-%d}", found.hours) == (SPLIT, (14, 15, 16))
    assert found.rest["own"].outcome == "supported"
    assert {result.outcome for result in found.own_against.values()} == {"supported"}


@pytest.mark.parametrize("account", ["flagship", "shop", "store", "service", "founder", "class"])
def test_what_is_compared_is_the_second_half_alone(account: str) -> None:
    found, later = halves(FACTS, account), second(account)
    assert found is not None
    for name, hours in (("golden", GOLDEN), ("office", REGULAR), ("own", found.hours)):
        inside = later["hour"].isin(hours)
        assert (found.rest[name].inside, found.rest[name].outside) == (inside.sum(), (~inside).sum())  # type: ignore[index]
        assert found.typical[name] == later.loc[inside, "gets"].median()  # type: ignore[index]
    assert found.usual == later["gets"].median()
    assert found.chosen_from == len(originals(FACTS.posts).query("account == @account")) - len(later)


def test_article_1_is_the_evening_on_workdays_and_meals_at_weekends() -> None:
    found, later = halves(FACTS, "store"), second("store")
    assert found is not None
    weekend = later["posted_on"].dt.day_of_week >= 5
    kept = (~weekend & later["hour"].between(18, 22)) | (weekend & later["hour"].isin([13, 17, 18, 19]))
    assert found.rest["evening"].inside == kept.sum()


def test_hours_that_both_name_are_on_neither_side() -> None:
    found, later = halves(FACTS, "flagship"), second("flagship")
    assert found is not None
    against = found.own_against["office"]  # 14:00 is in both
    assert against.inside == later["hour"].isin([15, 16]).sum()
    assert against.outside == later["hour"].isin([10, 11, 17]).sum()


def test_own_hours_are_chosen_without_a_look_at_the_second_half() -> None:
    later = FACTS.posts["posted_on"] >= SPLIT
    likes = FACTS.posts["likes"].mask(later & (FACTS.posts["posted_at"].dt.hour == 9), 99_999)
    other = halves(replace(FACTS, posts=FACTS.posts.assign(likes=likes)), "flagship")
    assert other is not None
    assert other.hours == (14, 15, 16)


@pytest.mark.parametrize(
    ("first", "last", "split"),
    [
        ("2025-01-01", "2025-12-31", "2025-07-01"),
        ("2025-01-20", "2025-02-10", "2025-02-01"),
        ("2024-11-01", "2025-03-01", "2025-01-01"),
    ],
)
def test_the_halves_part_at_the_month_nearest_the_middle(first: str, last: str, split: str) -> None:
    assert middle(pd.Series(pd.to_datetime([last, first]))) == pd.Timestamp(split)


def test_too_few_posts_leave_no_own_hours_and_no_error() -> None:
    found = halves(replace(FACTS, posts=FACTS.posts.groupby("account").head(5)), "flagship")
    assert found is not None
    assert (found.hours, found.own_against) == ((), {})
    assert "own" not in found.rest
    assert all(np.isnan(result.ratio) for result in found.rest.values())


def test_dates_alone_and_an_unknown_account_cannot_be_compared() -> None:
    dates = FACTS.posts.assign(posted_at=pd.Series(pd.NaT, FACTS.posts.index, FACTS.posts["posted_at"].dtype))
    assert halves(replace(FACTS, posts=dates), "flagship") is None
    assert halves(FACTS, "nobody") is None
