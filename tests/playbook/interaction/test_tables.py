import pytest

from playbook.interaction import tables
from playbook.interaction.missing import NO_INBOX

from .poor import FACTS, OWN, POOR


def test_kinds_of_message_stand_with_those_still_waiting() -> None:
    table = tables.waiting(FACTS)
    assert list(table.loc["提问"]) == ["150", "9", "1.5", "1.3–2.2", "8%", "31%", "56%", "92%"]
    assert list(table.loc["挑衅"][:4]) == ["22", "18", "一半以上还没等到", "—"]
    assert table.loc["记者", "95% 区间"] == "10.4 以上"


def test_parts_of_the_day_come_in_order_and_duty_after_them(reader: str) -> None:
    names = list(tables.waiting_by_part(FACTS).index)
    assert len(names) == 6
    assert names[3] == {"zh": "晚上（18—24 点）", "en": "evening (18 to 24)"}[reader]
    assert names[5] == {"zh": "没人值班时来的", "en": "nobody was on duty"}[reader]


def test_five_measures_of_one_wait_differ() -> None:
    assert tables.measures(FACTS)["多少"].tolist() == ["316", "117", "343", "930", "39%"]


def test_the_comparison_can_be_shown_without_its_verdicts() -> None:
    table = tables.in_time(FACTS)
    assert list(table.iloc[0]) == ["46", "67%", "71", "28%", "+39", "+21 到 +54", "支持"]
    assert list(table.iloc[3])[4:] == ["+24", "+8 到 +41", "支持"]
    assert list(tables.in_time(FACTS, verdicts=False).columns) == list(table.columns)[:-1]


def test_who_stays_longest_stands_first() -> None:
    table = tables.retention(FACTS)
    assert list(table.index) == ["经转发来的", "看内容来的", "搜索来的", "买来的", "参加活动来的"]
    assert list(table.loc["参加活动来的"]) == ["540", "158", "63%", "59%–67%", "30%", "26%–34%", "4.3", "27 / 8"]


def test_what_the_hand_found_lets_the_share_be_worked_out() -> None:
    table = tables.found(FACTS)
    assert table.to_numpy().tolist() == [["25.1%", "60", "26"], ["74.9%", "140", "5"]]
    assert tables.rules(FACTS).iloc[1, 1] == f"{0.251 * 26 / 60 + 0.749 * 5 / 140:.0%}"


def test_kinds_of_account_and_single_ones_stand_with_what_they_take() -> None:
    table = tables.kinds(FACTS)
    assert list(table.loc["忠实顾客"]) == ["5", "60 / 35", "58%", "46%–70%", "19", "7.0", "12.7", "7.6–19.8"]
    one = tables.candidates(FACTS, ["a01"])
    assert list(one.loc["每日一乐"]) == ["有趣的博主", "196", "0", "14 / 3", "否", "1", "11.3"]
    assert len(tables.candidates(FACTS)) == 70


def test_five_a_day_are_too_many_to_read_within_a_month() -> None:
    table = tables.growth(FACTS)
    assert list(table.loc["4 周后"]) == ["100", "11.1"]


@pytest.mark.parametrize("name", tables.__all__)
def test_with_posts_alone_a_table_says_what_is_missing(name: str, reader: str) -> None:
    table = getattr(tables, name)(OWN)
    assert table.shape == (1, 1)
    assert str(table.iloc[0, 0]).endswith({"zh": "。", "en": "."}[reader])


def test_the_sentence_is_that_of_the_charts() -> None:
    assert tables.waiting(OWN).iloc[0, 0] == " ".join(NO_INBOX.zh.split("\n"))


@pytest.mark.parametrize("poor", POOR)
@pytest.mark.parametrize("name", tables.__all__)
def test_no_cell_is_a_missing_number(name: str, poor: str) -> None:
    cells = getattr(tables, name)(POOR[poor]).astype(str)
    assert not cells.isin(["nan", "<NA>", "None", "NaT", "nan%", "inf"]).any().any()
    assert not cells.apply(lambda column: column.str.contains("nan|inf", regex=True)).any().any()
