"""Charts, tables, evidence and questions of strategy: both languages, and a company that has asked nobody."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from matplotlib.figure import Figure

from playbook.facts import SAMPLE_ALONE, Facts, sample_facts
from playbook.language import Text
from playbook.strategy import charts, evidence, tables
from playbook.strategy.market import FIGURES

NOTHING: dict[str, Any] = dict.fromkeys(SAMPLE_ALONE)
CHARTS = [
    charts.who_answered, charts.gifts, charts.motives, charts.orders, charts.added, charts.synced,
    charts.orders_by_hour,
]  # fmt: skip
TABLES = [tables.asked, tables.purposes, tables.spent, tables.results, tables.platforms]
FACTS = sample_facts()
OWN = replace(FACTS, invented=False, **NOTHING)


def words(figure: Figure) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts]


@pytest.mark.parametrize("draw", CHARTS)
def test_every_chart_draws_the_sample_and_tells_a_company_without_data_what_to_note(draw: Callable[..., Any]) -> None:
    assert any("%" in word or "." in word or "," in word for word in words(draw(FACTS)))
    [said] = words(draw(OWN))
    assert "\n" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_titles_are_in_the_readers_language(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    assert charts.gifts(FACTS).get_suptitle() == getattr(charts.GIFTS, language)


@pytest.mark.parametrize("show", TABLES)
def test_every_table_shows_the_sample_and_says_what_is_missing(show: Callable[[Facts], Any]) -> None:
    assert len(show(FACTS)) > 3
    assert len(show(OWN)) == 1


def test_figures_of_the_articles_say_that_no_year_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    years = tables.figures(FACTS).iloc[:, 1]
    assert list(years == "none given") == [each.year is None for each in FIGURES]


def test_orders_of_the_region_speak_for_regional_accounts() -> None:
    assert evidence.local_or_industry_scope(FACTS, "flagship").favours == ("regional", "own_data")
    assert evidence.local_or_industry_scope(OWN, "flagship").favours == ()


def test_the_trial_speaks_against_syncing() -> None:
    found = evidence.multi_platform_sync(FACTS, "flagship")
    assert found.favours == ("doubtful", "by_hours")
    assert isinstance(found.said, Text)
    assert evidence.multi_platform_sync(OWN, "flagship").favours == ()
