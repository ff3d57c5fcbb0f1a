from dataclasses import replace

import pytest

from playbook.crisis import charts
from playbook.crisis.analysis.alarms import ALARMS
from playbook.crisis.missing import NO_EVENTS, NO_HEARD, NO_MENTIONS, NO_SEARCHED

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package
from .worlds import FACTS, OWN

CHARTS = {name: getattr(charts, name) for name in charts.__all__}
assert FACTS.mentions is not None
assert FACTS.heard is not None
POOR = {
    "two days counted": replace(FACTS, mentions=FACTS.mentions.head(192)),
    "nothing ever said": replace(FACTS, mentions=FACTS.mentions.assign(mentions=0, negative=0)),
    "own mentions": replace(OWN, mentions=FACTS.mentions),
    "none about us": replace(FACTS, heard=FACTS.heard.assign(about_us=False)),
    "nobody on duty": replace(FACTS, company=FACTS.company.model_copy(update={"people": []})),
    "not counted": replace(FACTS, mentions=None),
}
TOUCHED = {
    "two days counted": ["alarm_rung", "arrived", "searched", "word_lists"],
    "nothing ever said": ["three_months", "searched", "word_lists"],
    "own mentions": ["alarm_rung"],
    "none about us": ["word_lists"],
    "nobody on duty": ["crisis_hours"],
    "not counted": ["word_lists", "searched"],
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_a_question_and_all_its_words_lie_inside_the_picture(name: str, reader: str) -> None:
    figure = CHARTS[name](FACTS)
    title, *words = drawn(figure)
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any(words)
    assert outside(figure) == []


@pytest.mark.parametrize(("name", "poor"), [(name, poor) for poor, names in TOUCHED.items() for name in names])
def test_poor_data_are_drawn_or_told_in_words(name: str, poor: str) -> None:
    words = drawn(CHARTS[name](POOR[poor]))
    assert any(words[1:])
    assert not any("nan" in word or "inf" in word for word in words)


@pytest.mark.parametrize(
    ("name", "said"),
    [("three_months", NO_MENTIONS), ("alarm_rung", NO_MENTIONS), ("arrived", NO_MENTIONS),
     ("crisis_hours", NO_MENTIONS), ("word_lists", NO_HEARD), ("searched", NO_SEARCHED), ("tradeoff", NO_EVENTS)],
)  # fmt: skip
def test_a_company_without_these_data_is_told_what_to_note(name: str, said: object) -> None:
    assert str(said) in drawn(CHARTS[name](OWN))


def test_own_mentions_are_shown_and_without_a_record_of_crises_that_is_said() -> None:
    own = POOR["own mentions"]
    assert "虚惊" not in drawn(charts.three_months(own))
    assert str(NO_EVENTS) in drawn(charts.arrived(own))


def test_the_three_events_are_named_over_the_months() -> None:
    assert {"虚惊", "闷烧", "危机"} <= set(drawn(charts.three_months(FACTS)))


def test_each_day_on_which_something_happened_has_its_point_in_the_shade_and_the_crisis_is_darker() -> None:
    upper = charts.three_months(FACTS).axes[0]
    false, _burn, crisis, darker = [patch.get_extents() for patch in upper.patches]
    [line] = [line for line in upper.lines if len(line.get_xdata()) > 2]  # type: ignore[arg-type]
    points = upper.transData.transform(line.get_xydata())
    tops = sorted(points.tolist(), key=lambda each: -each[1])
    assert crisis.x0 < tops[0][0] < crisis.x1
    assert any(false.x0 < x < false.x1 for x, _ in tops[:5])
    assert (darker.x0, darker.x1) == (crisis.x0, crisis.x1)


def test_every_ring_of_an_alarm_is_marked_and_counted() -> None:
    figure = charts.alarm_rung(FACTS, ALARMS["count_all"])
    [marks] = [line for line in figure.axes[0].lines if line.get_marker() == "v"]
    count = len(marks.get_xdata())  # type: ignore[arg-type]
    assert any(f"响了 {count} 次：60 分钟里全部提及到 40 就响" in word for word in drawn(figure))


def test_half_and_four_fifths_of_the_crisis_are_said_in_hours() -> None:
    words = drawn(charts.arrived(FACTS))
    assert "一半：6.5 小时" in words
    assert any(word.startswith("八成：") for word in words)


def test_hours_with_nobody_on_duty_are_hatched() -> None:
    figure = charts.crisis_hours(FACTS)
    assert sum(bool(bar.get_hatch()) for bar in figure.axes[0].patches[:48]) == 27
    legend = figure.axes[0].get_legend()
    assert legend is not None
    assert [each.get_text() for each in legend.get_texts()] == ["有人值班：占 84%", "没人值班：占 16%"]


def test_each_list_says_what_it_brings_to_read_in_a_day() -> None:
    words = drawn(charts.word_lists(FACTS))
    assert "60%" in words
    assert sum("每天读" in word for word in words) == 4
    assert sum("每天读" in word for word in drawn(charts.word_lists(FACTS, ["name", "names"]))) == 2
    assert any("300 条里读" in word for word in drawn(charts.word_lists(replace(FACTS, mentions=None))))


def test_days_that_the_search_cut_and_lost_are_marked_apart() -> None:
    lines = charts.searched(FACTS).axes[0].lines
    marked = {line.get_marker(): len(line.get_xdata()) for line in lines}  # type: ignore[arg-type]
    assert marked["o"] == 2
    assert marked["x"] == 3
    assert {"7,043", "500", "13 日", "14 日"} <= set(drawn(charts.searched(FACTS)))
