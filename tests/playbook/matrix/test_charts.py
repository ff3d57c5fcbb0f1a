from dataclasses import replace

import pandas as pd
import pytest

from playbook.company import Account, Company
from playbook.facts import sample_facts
from playbook.matrix import charts
from playbook.matrix.analysis import by_reach, overlap, relay_lines
from playbook.matrix.relay import Step, ranged, simulate

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package

FACTS = sample_facts()
CHARTS = {
    "overlap": charts.overlap,
    "alive": charts.alive,
    "relay_effects": charts.relay_effects,
    "reach_of_sets": charts.reach_of_sets,
    "spread_ranges": charts.spread_ranges,
    "depths": charts.depths,
}
POSTS = FACTS.posts
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, invented=False,
)  # fmt: skip
ONE = Company(name="甲", accounts=[Account(id="shop", name="甲 $1 号")])
POOR = {
    "posts alone": OWN,
    "one account": replace(OWN, company=ONE, posts=POSTS[(POSTS["account"] == "shop") & ~POSTS["is_repost"]]),
    "no counts": replace(OWN, posts=POSTS.assign(likes=pd.Series(pd.NA, POSTS.index, "Int64"))),
    "five posts": replace(OWN, posts=POSTS.groupby("account").head(5)),
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
    assert any(drawn(CHARTS[name](POOR[poor])))


@pytest.mark.parametrize("name", ["overlap", "reach_of_sets", "spread_ranges", "depths"])
def test_without_audiences_the_chart_says_so(name: str) -> None:
    assert str(charts.NO_AUDIENCES) in drawn(CHARTS[name](OWN))


def test_an_account_nobody_counted_and_a_company_that_relays_nothing_are_told() -> None:
    assert any("不知道谁关注" in word for word in drawn(charts.spread_ranges(FACTS, "elsewhere")))
    assert str(charts.NO_RELAYS) in drawn(charts.relay_effects(POOR["one account"]))


def test_the_cells_are_the_shares() -> None:
    assert FACTS.audiences is not None
    words = drawn(charts.overlap(FACTS))
    share = float(overlap(FACTS.audiences)["flagship"]["founder"])
    assert f"{share:.0%}" in words
    assert "<1%" in words


def test_the_bars_are_what_each_account_adds() -> None:
    assert FACTS.audiences is not None
    words = drawn(charts.reach_of_sets(FACTS))
    for added in by_reach(FACTS.audiences):
        assert f"+{added:,}" in words


def test_dead_accounts_are_told_in_words_and_the_unknown_is_a_dash() -> None:
    words = drawn(charts.alive(FACTS))
    assert "岚间茶具（停了）" in words
    assert "—" in words
    assert "72%" in words


def test_each_habit_of_relaying_has_its_line() -> None:
    labels = [label.get_text() for label in charts.relay_effects(FACTS).axes[0].get_yticklabels()]
    assert len(labels) == len(relay_lines(FACTS))
    assert labels[0] == "岚间茶馆 → 岚间茶铺\n1 小时内，180 条"


def test_people_added_are_those_of_the_simulation() -> None:
    spread = simulate(FACTS, "shop", (Step("flagship", 30),))
    assert spread is not None
    words = drawn(charts.spread_ranges(FACTS, "shop"))
    assert f"+{ranged(spread.gained[:, 0])[1]:,}" in words


def test_a_relay_never_tried_is_marked_as_an_assumption() -> None:
    axes = charts.spread_ranges(FACTS, "shop").axes[0]
    dots = [line.get_markerfacecolor() for line in axes.lines if line.get_marker() == "o"]
    assert dots[:2] == ["#1f6f8b", "#1f6f8b"]  # alone, and relayed by the flagship
    assert set(dots[2:]) == {"white"}


def test_facts_are_the_present_ones_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playbook.company_charts.present_facts", lambda: OWN)
    assert str(charts.NO_AUDIENCES) in drawn(charts.overlap())
    assert "岚间茶具（停了）" not in drawn(charts.alive())


def test_steps_of_the_simulation_stand_beside_those_that_were_measured() -> None:
    measured, played = charts.depths(FACTS, "shop").axes[0].containers
    assert [round(bar.get_height(), 2) for bar in measured][:3] == [0.62, 0.22, 0.08]
    spread = simulate(FACTS, "shop")
    assert spread is not None
    assert [bar.get_height() for bar in played] == spread.depth_shares[:9].tolist()
