from dataclasses import replace

import pytest

from playbook.campaign import charts
from playbook.campaign.analysis import costs, ranks
from playbook.facts import sample_facts

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package
from .worlds import WORST, by_hand

FACTS = sample_facts()
CAMPAIGNS = FACTS.campaigns
assert CAMPAIGNS is not None
CHARTS = {
    "complaints": charts.complaints,
    "cost_two_ways": charts.cost_two_ways,
    "hunters": charts.hunters,
    "kept_by_goal": charts.kept_by_goal,
    "kept_by_type": charts.kept_by_type,
    "mentions": charts.mentions,
    "order_turns": charts.order_turns,
    "steps": charts.steps,
}
POOR = {
    "none": None,
    "three": CAMPAIGNS.head(3),
    "by hand": by_hand(),
    "nobody stayed": by_hand(kept_90=[0, 0, 0, 0, 0]),
    "nothing known": CAMPAIGNS.assign(kept_90=CAMPAIGNS["kept_90"].mask(CAMPAIGNS["kept_90"].notna())),
    "all asked the same": CAMPAIGNS.assign(steps=2, mentions_asked=0),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_a_question_in_the_reader_s_language(name: str, reader: str) -> None:
    title, *words = drawn(CHARTS[name](FACTS))
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any(words)


@pytest.mark.parametrize("name", CHARTS)
def test_words_and_marks_lie_inside_the_picture(name: str, reader: str) -> None:
    assert outside(CHARTS[name](FACTS)) == []


@pytest.mark.parametrize("poor", POOR)
@pytest.mark.parametrize("name", CHARTS)
def test_poor_data_are_drawn_or_told_in_words(name: str, poor: str) -> None:
    words = drawn(CHARTS[name](replace(FACTS, campaigns=POOR[poor])))
    assert any(words[1:])
    assert not any("nan" in word or "inf" in word for word in words)


@pytest.mark.parametrize("name", CHARTS)
def test_a_company_without_a_record_of_campaigns_is_told_what_to_note(name: str) -> None:
    assert str(charts.NO_CAMPAIGNS) in drawn(CHARTS[name](replace(FACTS, campaigns=None)))


def test_the_price_of_a_follower_kept_stands_beside_its_campaign() -> None:
    assert CAMPAIGNS is not None
    words = drawn(charts.cost_two_ways(FACTS))
    assert costs(CAMPAIGNS)["per_kept"][WORST] == 1154.5
    assert "1,155" in words
    assert "年末大抽奖（2024）  1,923" in words


def test_the_campaign_that_falls_farthest_is_the_one_that_looks_best() -> None:
    assert CAMPAIGNS is not None
    words = drawn(charts.order_turns(FACTS))
    assert str(ranks(CAMPAIGNS).loc[WORST].max()) in words
    [thick] = [line for line in charts.order_turns(FACTS).axes[0].lines if line.get_linewidth() > 3]
    assert list(thick.get_ydata()) == [1, 1, 8, 8]  # type: ignore[arg-type]


def test_ten_mentions_are_drawn_hollow_since_nobody_tried_them() -> None:
    dots = [line.get_markerfacecolor() for line in charts.mentions(FACTS).axes[0].lines if line.get_marker() == "o"]
    assert dots[-1] == "white"
    assert "white" not in dots[:-1]


def test_groups_of_few_campaigns_have_no_interval() -> None:
    bars = [line for line in charts.kept_by_type(FACTS).axes[0].lines if line.get_marker() != "o"]
    assert CAMPAIGNS is not None
    known = CAMPAIGNS.dropna(subset=["kept_90"])["type"].value_counts()
    assert len(bars) == (known >= 5).sum()


def test_who_came_for_the_prize_is_told_by_prize() -> None:
    words = drawn(charts.hunters(FACTS))
    assert {"15%", "69%"} <= set(words)
    assert "奖品与茶无关，20 次" in words


def test_a_follower_costs_the_same_in_the_chart_as_in_the_table() -> None:
    words = drawn(charts.cost_two_ways(FACTS))
    assert {"1,155", "16", "4.5"} <= set(words)


@pytest.mark.parametrize("name", ["order_turns", "kept_by_goal"])
def test_a_chart_of_who_stayed_says_of_how_many_campaigns_that_is_known(name: str, reader: str) -> None:
    told = {"zh": "40 次活动，其中满 90 天的 36 次", "en": "36 are 90 days past"}[reader]
    assert any(told in words.get_text() for words in CHARTS[name](FACTS).texts)


def test_the_ends_of_the_intervals_of_shares_can_be_read_off_an_axis() -> None:
    for name in ("hunters", "kept_by_goal"):
        [axes] = CHARTS[name](FACTS).axes
        assert [each.get_text() for each in axes.get_xticklabels()] == ["0", "25%", "50%", "75%", "100%"]
