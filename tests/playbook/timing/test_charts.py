from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from playbook.facts import Facts, sample_facts
from playbook.timing import charts, tables
from playbook.timing.rhythm import by_day_count, by_gap, by_weekday

from ..pictures import drawn  # noqa: TID252 - tests are no package

FACTS = sample_facts()
POSTS = FACTS.posts
LESSON_2 = {
    "gaps": charts.gaps,
    "day_counts": charts.day_counts,
    "weekdays": charts.weekdays,
    "scheduled": charts.scheduled,
    "halves": charts.halves,
    "top_hundred": charts.top_hundred,
}


def empty(column: str) -> pd.Series:
    return pd.Series(pd.NA, POSTS.index, POSTS[column].dtype)


OWN = replace(FACTS, reactions=None, ledger=None, staff=None, invented=False)
DATES = replace(OWN, posts=POSTS.assign(posted_at=empty("posted_at")))
FIVE = replace(OWN, posts=POSTS.groupby("account").head(5))
NO_COUNTS = replace(OWN, posts=POSTS.assign(likes=empty("likes")))
NO_SOURCE = replace(OWN, posts=POSTS.assign(source=empty("source")))


def heights(axes: Axes) -> list[float]:
    return [float(bar.get_height()) for bar in axes.patches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("account", ["flagship", "class"])
@pytest.mark.parametrize("name", LESSON_2)
def test_a_chart_asks_a_question_of_its_account_in_the_reader_s_language(name: str, account: str, reader: str) -> None:
    title, *words = drawn(LESSON_2[name](FACTS, account))
    assert FACTS.company.account(account).name in title
    assert any(words)
    assert any(letter >= "一" for letter in "".join(words)) == (reader == "zh")


@pytest.mark.parametrize("facts", [DATES, FIVE, NO_COUNTS, NO_SOURCE], ids=["dates", "five", "counts", "source"])
@pytest.mark.parametrize("name", LESSON_2)
def test_poor_data_are_drawn_or_told_in_words(name: str, facts: Facts) -> None:
    assert any(drawn(LESSON_2[name](facts, "flagship")))


@pytest.mark.parametrize("name", ["gaps", "halves", "top_hundred"])
def test_dates_alone_say_that_hours_are_missing(name: str) -> None:
    assert str(charts.NO_HOURS) in drawn(LESSON_2[name](DATES, "flagship"))


@pytest.mark.parametrize("name", LESSON_2)
def test_an_account_without_posts_is_told(name: str) -> None:
    assert str(charts.NO_POSTS) in drawn(LESSON_2[name](FACTS, "nobody"))


def test_what_is_not_known_of_schedulers_is_told() -> None:
    assert any("用什么发的" in word for word in drawn(charts.scheduled(NO_SOURCE, "flagship")))
    assert any("没有编辑日志" in word for word in drawn(charts.scheduled(OWN, "flagship")))


def test_the_bars_are_the_numbers() -> None:
    above, below = charts.gaps(FACTS, "flagship").axes
    assert heights(above) == by_gap(POSTS, "flagship")["median"].tolist()
    alone = by_gap(POSTS, "flagship", 10)
    assert heights(below) == alone["median"].where(alone["posts"] >= 20).fillna(0).tolist()
    assert heights(charts.weekdays(FACTS, "flagship").axes[0]) == by_weekday(POSTS, "flagship")["posts"].tolist()
    assert heights(charts.top_hundred(FACTS, "flagship").axes[0])[15] == 27


def test_days_of_which_there_are_few_are_not_drawn() -> None:
    [line] = charts.day_counts(FACTS, "flagship").axes[0].lines
    table = by_day_count(POSTS, "flagship")
    assert np.array_equal(line.get_xdata(), range(1, 15))
    assert table.loc[15:, "days"].max() < 8


def test_the_advice_stands_side_by_side_and_what_an_article_leaves_out_is_a_dash() -> None:
    table = tables.advice()
    assert table.shape == (6, 4)
    assert (table.loc["第 4 篇", "一天几条"], table.loc["第 4 篇", "间隔"]) == ("7 条以上", "—")


def test_a_day_must_hold_the_last_post_too() -> None:
    table = tables.fits(FACTS)
    ten = table.loc["第 5 篇，10 条"]
    assert ten["首尾相隔（小时）"] == 9
    assert ten["周一到周四值班 13 小时"] == "放得下"
    assert ten["周五到周日值班 9 小时"] == "放不下"  # the tenth would go out as the shift ends


def test_every_claim_has_a_row_with_its_verdict(reader: str) -> None:
    table = tables.claims(FACTS, "flagship")
    assert table.shape == (10, 6)
    verdict = {"zh": "支持", "en": "supported"}[reader]
    assert table.iloc[0, 1] == verdict
    assert tables.claims(DATES, "flagship").iloc[0, 2] == "—"


def test_a_table_of_ratios_leaves_the_verdict_to_the_reader() -> None:
    table = tables.ratios(FACTS, "store", ["apart", "midweek", "weekend"])
    assert list(table.iloc[2]) == ["1.31", "1.14–1.59", "206", "1,294"]
    assert table.shape == (3, 4)
    assert len(tables.ratios(FACTS, "store")) == 10


def test_the_halves_table_says_what_the_chart_shows() -> None:
    table = tables.halves(FACTS, "flagship")
    assert list(table.loc["自己的三个钟点"]) == ["221", "247", "1.89", "1.67–2.28", "支持", "—"]
    assert tables.halves(DATES, "flagship").empty


def test_three_exports_are_looked_over_side_by_side() -> None:
    table = tables.three_exports(FACTS, "flagship")
    assert list(table.loc["条数"]) == ["2,500", "100", "2,500"]
    assert list(table.loc["带钟点的"]) == ["0%", "100%", "100%"]
    assert list(table.loc["最忙的钟点"]) == ["—", "15 点", "10 点"]
    assert list(tables.three_exports(NO_COUNTS, "flagship").loc["条数"]) == ["0", "0", "0"]
