import pytest

from playbook.company_charts import ChartOfCompany
from playbook.interaction import charts
from playbook.interaction.analysis.answering import helped, helped_within
from playbook.interaction.analysis.candidates import by_kind
from playbook.interaction.analysis.empty import empty
from playbook.interaction.analysis.retention import retained
from playbook.interaction.analysis.waiting import answered_alone, waiting
from playbook.interaction.missing import NO_CANDIDATES, NO_FOLLOWERS, NO_INBOX, NOT_CHECKED, lasted

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package
from .poor import FACTS, LACKS, OWN, POOR

CHARTS: dict[str, ChartOfCompany] = {name: getattr(charts, name) for name in charts.__all__}
OF = dict.fromkeys(CHARTS, "inbox") | dict.fromkeys(("retention", "empty", "wrong_calls"), "followers")
OF |= dict.fromkeys(("kinds", "growth"), "candidates")
WHY = {"inbox": NO_INBOX, "followers": NO_FOLLOWERS, "candidates": NO_CANDIDATES}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_a_question_in_the_reader_s_language(name: str, reader: str) -> None:
    title, *words = drawn(CHARTS[name](FACTS))
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any(words)


@pytest.mark.parametrize("name", CHARTS)
def test_words_and_marks_lie_inside_the_picture(name: str, reader: str) -> None:
    assert outside(CHARTS[name](FACTS)) == []


@pytest.mark.parametrize(("name", "poor"), [(name, poor) for name in CHARTS for poor in LACKS[OF[name]]])
def test_poor_data_are_drawn_or_told_in_words(name: str, poor: str) -> None:
    assert any(drawn(CHARTS[name](POOR[poor])))


@pytest.mark.parametrize("name", CHARTS)
def test_with_posts_alone_a_chart_says_what_is_missing(name: str, reader: str) -> None:
    assert str(WHY[OF[name]]) in drawn(CHARTS[name](OWN))


def test_where_nobody_looked_by_hand_the_chart_says_so() -> None:
    assert str(NOT_CHECKED) in drawn(charts.empty(POOR["nobody checked"]))


def test_a_chart_says_from_when_its_own_table_is_and_not_the_posts() -> None:
    for name, days in (
        ("waiting", "2025-10-13 至 2025-11-09"),
        ("retention", "2024-01-01 至 2025-12-31"),
        ("kinds", "2025-10-02 至 2025-12-31"),
    ):
        assert CHARTS[name](FACTS).get_supxlabel().endswith(days)


def test_the_wait_of_all_stands_beside_that_of_the_answered_alone() -> None:
    words, told = drawn(charts.waiting(FACTS)), waiting(FACTS)
    assert told is not None
    assert f"全部：一半等到 {lasted(told.median.value)}" in words
    assert f"只看回了的：{lasted(answered_alone(FACTS, 'median'))}" in words


def test_half_that_still_waits_is_said_and_no_dot_stands_for_it() -> None:
    figure = charts.waiting_by_kind(FACTS)
    assert any("一半以上还没等到" in word for word in drawn(figure))
    dots = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert len(dots) == 7  # of nine kinds


def test_the_plain_comparison_stands_above_the_one_that_keeps_mild_and_severe_apart() -> None:
    figure = charts.answered_in_time(FACTS)
    marks = [line.get_xdata()[0] for line in figure.axes[0].lines if line.get_marker() in ("o", "D")]  # type: ignore[index]
    assert marks[0] == helped(FACTS).difference
    assert marks[-1] == helped_within(FACTS).difference
    assert any("53%" in word and "25%" in word for word in drawn(figure))


def test_each_origin_has_its_line_and_its_share() -> None:
    words = drawn(charts.retention(FACTS))
    for share in retained(FACTS)["kept_90"]:
        assert any(f"{share:.0%}" in word for word in words)


def test_the_dots_are_the_corrected_shares_and_the_bars_the_suspicion() -> None:
    axes = charts.empty(FACTS).axes[0]
    dots = [line.get_xdata()[0] for line in axes.lines if line.get_marker() == "o"]  # type: ignore[index]
    assert dots[1] == empty(FACTS).corrected.value
    assert axes.containers[0][1].get_width() == empty(FACTS).suspected.value


def test_the_kinds_stand_by_what_they_bring_and_the_list_is_soon_too_long() -> None:
    told = by_kind(FACTS)
    assert told is not None
    labels = [label.get_text() for label in charts.kinds(FACTS).axes[0].get_yticklabels()]
    assert labels[0] == "忠实顾客"
    assert labels[-1] == "互粉群里的"
    assert "第 2 周起读不完" in drawn(charts.growth(FACTS))
