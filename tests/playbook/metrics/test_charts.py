from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.metrics import charts
from playbook.metrics.analysis.done import asked
from playbook.metrics.analysis.launch import Effect, effect
from playbook.metrics.analysis.peers import NO_PEERS

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package
from .worlds import FACTS, OWN

CHARTS: dict[str, Callable[[Facts], Figure]] = {name: getattr(charts, name) for name in charts.__all__}
OF_POSTS = {"baseline", "mean_and_median"}  # what posts alone can show
assert FACTS.weekly is not None
POOR: dict[str, Facts] = {
    "ten weeks": replace(FACTS, weekly=FACTS.weekly[FACTS.weekly["week"] >= "2025-10-20"]),
    "one account": replace(FACTS, weekly=FACTS.weekly[FACTS.weekly["account"] == "shop"]),
}
POOR_POSTS: dict[str, Facts] = {
    "no counts": replace(FACTS, posts=FACTS.posts.assign(likes=FACTS.posts["likes"].mask(FACTS.posts["likes"] >= 0))),
    "a week of posts": replace(OWN, posts=OWN.posts[OWN.posts["posted_on"] < "2025-01-09"]),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_a_question_in_the_reader_s_language_and_lies_inside_the_picture(name: str, reader: str) -> None:
    figure = CHARTS[name](FACTS)
    assert outside(figure) == []
    assert figure.get_suptitle().endswith({"zh": "？", "en": "?"}[reader])
    assert figure.axes[0].get_title(loc="left")


@pytest.mark.parametrize("poor", POOR)
def test_poor_data_are_drawn_or_told_in_words(poor: str) -> None:
    for chart in CHARTS.values():
        in_words(chart(POOR[poor]))


@pytest.mark.parametrize("poor", POOR_POSTS)
def test_poor_posts_are_drawn_or_told_in_words(poor: str) -> None:
    for name in OF_POSTS:
        in_words(CHARTS[name](POOR_POSTS[poor]))


def in_words(figure: Figure) -> None:
    """A picture says something beside its title, and nothing that is no word."""
    words = drawn(figure)
    assert any(words[1:])
    assert not any("nan" in word or "inf" in word for word in words)


def test_posts_alone_have_a_baseline_and_a_mean_beside_the_median_and_the_rest_is_told() -> None:
    for name, chart in CHARTS.items():
        figure = chart(OWN)
        lines = [line for axes in figure.axes for line in axes.lines]
        assert bool(lines) == (name in OF_POSTS), name
        assert any(text.get_text() for axes in figure.axes for text in (*axes.texts, axes.title)) or lines


@pytest.mark.parametrize(("measure", "account"), [("comment_attitude", "service"), ("reply_share", "shop")])
def test_a_share_and_an_attitude_have_their_ranges_too(measure: str, account: str, reader: str) -> None:
    figure = charts.baseline(FACTS, account, measure)
    assert outside(figure) == []
    assert figure.axes[0].collections


def test_a_measure_that_nobody_has_is_named() -> None:
    words = drawn(charts.baseline(FACTS, "store", "comment_attitude"))
    assert any("评论态度" in word for word in words[1:])


def test_the_launch_is_marked_and_its_best_week_told_in_per_cent() -> None:
    question = asked(FACTS, "launch")
    assert question is not None
    found = effect(question)
    assert isinstance(found, Effect)
    best: Any = found.by_week["value"].max()
    words = drawn(charts.after_launch(FACTS))
    assert f"+{100 * (2.718281828459045**best - 1):.0f}%" in words


def test_verdicts_of_early_and_late_readings_stand_in_words_beside_their_dots() -> None:
    words = drawn(charts.read_early_and_late(FACTS))
    assert sum("说不准" in word for word in words) == 2
    assert sum("支持" in word and "不支持" not in word for word in words) == 2


def test_the_verdicts_say_of_which_claim_they_are(reader: str) -> None:
    claim = {"zh": "“上市让订单多了”这句话", "en": "“the launch raised orders”"}[reader]
    assert any(claim in word for word in drawn(charts.read_early_and_late(FACTS)))


def test_the_campaign_of_the_year_before_is_marked_on_its_line() -> None:
    [axes] = charts.this_year_and_last(FACTS).axes
    [mark] = [line for line in axes.lines if line.get_marker() == "o"]
    assert list(mark.get_xdata()) == [1]  # type: ignore[arg-type]  # 7 October 2024: a week later in the year
    assert any("2024" in word and "开始" in word for word in drawn(charts.this_year_and_last(FACTS)))
    assert FACTS.campaigns is not None
    once = replace(FACTS, campaigns=FACTS.campaigns[FACTS.campaigns["id"] != "c2411"])
    assert not [line for line in charts.this_year_and_last(once).axes[0].lines if line.get_marker() == "o"]


def test_no_interval_of_the_gap_to_peers_is_cut_off() -> None:
    [axes] = charts.gap_to_peers(FACTS).axes
    [bars] = [each for each in axes.collections if isinstance(each, LineCollection)]
    assert max(end[1] for bar in bars.get_segments() for end in bar) <= axes.get_ylim()[1]


def test_peers_apart_are_drawn_hollow() -> None:
    [axes] = charts.trends_of_peers(FACTS).axes
    faces = [line.get_markerfacecolor() for line in axes.lines if line.get_marker() == "o"]
    assert faces.count("white") == 5
    assert len(faces) == 24


def test_weeks_at_the_limit_are_hollow_and_counted() -> None:
    [axes] = charts.at_the_limit(FACTS).axes
    [hollow] = [line for line in axes.lines if line.get_markerfacecolor() == "white"]
    assert len(hollow.get_xdata()) == 11  # type: ignore[arg-type]


def test_where_there_are_no_peers_it_says_so() -> None:
    assert str(NO_PEERS) in drawn(charts.gap_to_peers(replace(FACTS, peers=None)))
