import pytest
from matplotlib.axes import Axes

from playbook.content import charts
from playbook.content.asked import question_bank
from playbook.content.columns import typical
from playbook.content.mix import shares

from ..pictures import drawn, outside  # noqa: TID252 - tests are no package
from .poor import FACTS, OWN, POOR

CHARTS = {
    "columns": charts.columns,
    "forms": charts.forms,
    "rankings": charts.rankings,
    "forms_trap": charts.forms_trap,
    "endings": charts.endings,
    "lengths": charts.lengths,
    "mix_over_time": charts.mix_over_time,
    "asked": charts.asked,
}


def widths(axes: Axes) -> list[float]:
    return [float(bar.get_width()) for bar in axes.patches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("account", ["shop", "class"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_a_question_of_its_account_in_the_reader_s_language(name: str, account: str, reader: str) -> None:
    title, *words = drawn(CHARTS[name](FACTS, account))
    assert FACTS.company.account(account).name in title
    assert title.endswith({"zh": "？", "en": "?"}[reader])
    assert any(letter >= "一" for letter in "".join(words)) == (reader == "zh")


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_of_a_chart_lies_outside_the_picture(name: str, reader: str) -> None:
    assert outside(CHARTS[name](FACTS, "shop")) == []


@pytest.mark.parametrize("kind", POOR)
@pytest.mark.parametrize("name", CHARTS)
def test_poor_data_are_drawn_or_told_in_words(name: str, kind: str) -> None:
    assert any(drawn(CHARTS[name](POOR[kind], "class")))


def test_what_only_the_sample_has_is_told_where_it_is_missing() -> None:
    for chart in (charts.columns, charts.mix_over_time):
        assert str(charts.NO_LEDGER) in drawn(chart(OWN, "shop"))
    assert str(charts.NO_INBOX) in drawn(charts.asked(OWN))
    assert str(charts.NO_HOURS) in drawn(charts.forms_trap(POOR["dates"], "shop"))
    assert any("看不出哪些是视频" in word for word in drawn(charts.forms_trap(POOR["no_pictures"], "shop")))
    assert any("完整的正文" in word for word in drawn(charts.lengths(POOR["cut"], "shop")))


def test_an_account_without_posts_is_told() -> None:
    for name, chart in CHARTS.items():
        words = drawn(chart(FACTS, "nobody"))
        assert ("收件箱里没有问题。" if name == "asked" else str(charts.NO_POSTS)) in words


def test_the_bars_are_the_numbers() -> None:
    above = charts.columns(FACTS, "shop").axes[0]
    assert widths(above) == typical(FACTS, "shop")["reactions"].tolist()
    [likes, comments, reposts] = charts.rankings(FACTS, "shop").axes
    assert widths(likes) == sorted(typical(FACTS, "shop")["likes"], reverse=True)
    assert reposts.get_yticklabels()[0].get_text() == "活动"
    assert comments.get_yticklabels()[0].get_text() == "知识"


def test_without_a_log_the_rankings_are_of_forms() -> None:
    assert charts.rankings(OWN, "shop").axes[0].get_yticklabels()[0].get_text() == "视频"


def test_each_quarter_and_article_8_make_a_hundred() -> None:
    above, below = charts.mix_over_time(FACTS, "shop").axes
    assert sum(widths(above)) == pytest.approx(len(shares(FACTS, "shop")))
    assert sum(widths(below)) == pytest.approx(2)


def test_questions_stand_beside_the_posts_that_speak_of_them() -> None:
    bank = question_bank(FACTS)
    assert bank is not None
    bars = widths(charts.asked(FACTS).axes[0])
    assert bars[: len(bank)] == bank["share"].tolist()
    assert bars[len(bank) :] == bank["posts_share"].fillna(0).tolist()


def test_the_trap_shows_both_ratios_of_the_video() -> None:
    words = drawn(charts.forms_trap(FACTS, "shop"))
    assert {"1.80", "1.28", "直接比", "同一钟点里比"} <= set(words)
