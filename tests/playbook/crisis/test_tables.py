from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from playbook.crisis import tables
from playbook.crisis.analysis.alarms import ALARMS

from .worlds import FACTS, OWN

OF_FACTS = [name for name in tables.__all__ if name not in ("elsewhere", "faster")]


def of(shown: pd.DataFrame, row: str) -> list[Any]:
    """Return a row of a table."""
    cells: list[Any] = shown.loc[[row]].iloc[0].tolist()
    return cells


NOT_COUNTED = replace(FACTS, mentions=None)


@pytest.mark.parametrize("name", OF_FACTS)
def test_no_cell_is_a_missing_number(name: str, reader: str) -> None:
    for facts in (FACTS, NOT_COUNTED, replace(OWN, mentions=FACTS.mentions)):
        shown = getattr(tables, name)(facts).astype(str)
        assert not shown.empty
        assert not shown.isin(["nan", "<NA>", "None", "NaT", "inf"]).any().any()


@pytest.mark.parametrize("name", OF_FACTS)
def test_a_company_without_these_data_has_one_cell_that_says_what_is_missing(name: str, reader: str) -> None:
    shown = getattr(tables, name)(OWN)
    assert shown.shape == (1, 1)
    assert {"zh": "改看示例公司", "en": "Show the sample company"}[reader] in shown.iloc[0, 0]


def test_what_was_counted_of_lists_gives_no_share_away() -> None:
    shown: Any = tables.counted(FACTS, ["name", "names"])
    assert shown.iloc[0].tolist() == ["127", "113", "189", "300"]
    assert not shown.astype(str).apply(lambda column: column.str.contains("%")).any().any()


def test_lists_are_told_with_their_intervals_and_what_a_day_takes() -> None:
    shown: Any = tables.lists(FACTS)
    assert shown.loc["只搜品牌名"].tolist() == ["127", "60%", "53%–67%", "89%", "82%–93%", "79"]
    assert tables.lists(NOT_COUNTED)["一天要读几条"].tolist() == ["—"] * 4


def test_words_begin_with_the_one_that_finds_most() -> None:
    shown: Any = tables.each_word(FACTS)
    assert shown.index[0] == "岚间"
    assert shown.loc["老岚"].tolist() == ["11", "9", "82%", "9"]


def test_missed_and_wrongly_caught_posts_are_shown_with_their_gloss() -> None:
    missed: Any
    wrong: Any
    missed, wrong = tables.missed(FACTS), tables.wrongly(FACTS)
    assert len(missed) == len(wrong) == 8
    assert not missed["正文"].str.contains("岚间").any()
    assert wrong["正文"].str.contains("岚间").all()


def test_complaints_grow_by_week_in_the_wider_list_first() -> None:
    shown: Any = tables.by_week(FACTS)
    assert shown.index.tolist() == ["10-13", "10-20", "10-27", "11-03", "11-10（只有 3 天）"]
    assert shown.iloc[3].tolist() == [2, 6, 7]
    assert (shown["共有几条"] >= shown.iloc[:, 1]).all()
    assert shown.iloc[4].tolist() == [4, 8, 9]


def test_alarms_say_when_each_would_have_rung() -> None:
    shown: Any = tables.alarms(FACTS)
    assert shown["危机开始几分钟后响"].tolist() == ["60", "30", "30", "30", "90"]
    assert shown["闷烧开始几天后响"].iloc[0] == "没响"
    assert len(shown) == len(ALARMS)


def test_of_own_mentions_rings_are_counted_and_not_judged() -> None:
    shown: Any = tables.alarms(replace(OWN, mentions=FACTS.mentions))
    assert shown["白响几次"].tolist() == ["—"] * 5


def test_in_other_worlds_counting_all_never_sees_the_slow_burn() -> None:
    shown: Any = tables.elsewhere()
    assert shown.iloc[0, 2:].tolist() == ["没响", "0%"]
    assert shown.iloc[-1, -1] == "100%"


def test_events_are_told_beside_what_is_usual_for_as_long() -> None:
    shown: Any = tables.events(FACTS)
    assert shown.loc["虚惊", "负面"] == "3%"
    assert shown.loc["闷烧", "提及"] == "1,309"
    assert tables.events(replace(FACTS, invented=False)).shape == (1, 1)


def test_the_wave_stands_beside_what_was_measured() -> None:
    assert of(tables.arrived(FACTS), "24") == ["83%", "87%", "91%"]
    assert of(tables.faster(), "1") == ["23%", "38%"]


def test_duty_tells_how_much_came_with_nobody_there() -> None:
    assert of(tables.on_duty(FACTS), "没人值班")[0] == "27"


def test_the_search_and_the_count_disagree_on_how_bad_it_was() -> None:
    assert of(tables.search_says(FACTS), "搜来的") == ["11-13", "6.8", "9%", "2", "3"]
    shown: Any = tables.found_by_day(FACTS)
    assert shown.loc["11-13"].tolist() == ["500", "50", "7,043", "7%", "翻到顶，截断了"]
    assert list(tables.found_by_day(FACTS, counted=False).columns) == ["搜到几条", "翻到第几页"]


def test_the_watch_calendar_names_who_says_so(reader: str) -> None:
    shown: Any = tables.watch_days(FACTS)
    assert len(shown) == 8
    assert "03-15" in shown.index
    assert shown.loc["02-15–02-23"].iloc[2] == {
        "zh": "国务院办公厅通知（2026 年）", "en": "State Council, notice for 2026",
    }[reader]  # fmt: skip
    assert len(tables.watch_days(FACTS, 2025)) == 21
