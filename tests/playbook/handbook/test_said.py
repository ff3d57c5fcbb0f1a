from __future__ import annotations

from datetime import date

import pytest

from playbook.conflicts import conflicts
from playbook.facts import sample_facts
from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section
from playbook.handbook.parts import listed, told
from playbook.handbook.said import (
    account,
    accounts,
    amount,
    capital,
    day,
    decisions,
    people,
    sections,
    stances,
    table,
    who,
)
from playbook.language import LANGUAGES, Text, same
from playbook.matrix.plan import MatrixPlan
from playbook.stances import Seen, Stance
from playbook.strategy.lists import Promise
from playbook.strategy.words import LABELS

from ..chapters import said  # noqa: TID252 - tests are no package

FACTS = sample_facts()
TOPIC = "matrix-size-and-roles"
FIRST = Text("一", "one")


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def decided(stance: Stance, topic: str = TOPIC) -> Section:
    return stances(MatrixPlan(stances={topic: stance}))


def words(*blocks: Block) -> str:
    return said(Chapter("matrix", "", blocks))


def test_a_stance_is_told_with_question_position_who_holds_it_what_was_seen_and_why(reader: str) -> None:
    section = decided(Stance(position="by_need", seen=Seen(zh="八个账号", en="eight accounts"), why="没有 {人手} <b>"))
    conflict = conflicts()[TOPIC]
    [first] = [each for each in section.blocks if isinstance(each, Section)]
    assert str(first.title) == str(conflict.question)
    told_of = words(first)
    assert str(conflict.positions["by_need"].named) in told_of
    assert ("八个账号" if reader == "zh" else "eight accounts") in told_of
    assert "没有 {人手} <b>" in told_of


def test_a_stance_without_a_reason_says_so() -> None:
    [first, *_] = decided(Stance(position="by_need", why="  ")).blocks
    assert isinstance(first, Section)
    assert [each.kind for each in first.blocks if isinstance(each, Para)] == ["plain", "quiet"]


def test_questions_that_a_company_has_still_to_decide_are_listed_and_no_others() -> None:
    [*_, last] = decided(Stance(position="by_need")).blocks
    assert isinstance(last, Listing)
    asked = {each.decided: str(each.question) for each in conflicts().values() if each.system == "matrix"}
    open_ = [each for each in conflicts().values() if each.system == "matrix" and each.decided == "stance"]
    assert set(map(str, last.says)) == {str(each.question) for each in open_ if each.id != TOPIC}
    assert asked.keys() > {"stance"}, "nothing here is decided by law or arithmetic, so the test shows nothing"


@pytest.mark.parametrize(("topic", "position"), [(TOPIC, "no-such-position"), ("no-such-topic", "by_need")])
def test_a_stance_on_what_the_course_no_longer_asks_keeps_its_reason_and_shows_no_id(topic: str, position: str) -> None:
    told_of = words(decided(Stance(position=position, why="为了读者"), topic))
    assert "为了读者" in told_of
    assert "no-such" not in told_of


def test_accounts_and_people_are_called_by_name_and_strangers_as_they_are_written() -> None:
    shop = next(each for each in FACTS.company.accounts if each.id == "shop")
    assert str(account("shop", FACTS)) == f"@{shop.name}"
    assert str(account("ware", FACTS)) in {"@岚间茶具", "@Lanjian Teaware"}
    assert str(who("王师傅", FACTS)) == "王师傅"
    tao = next(each for each in FACTS.company.people if each.id == "tao")
    assert str(people(["tao", " ", "王师傅"], FACTS)).replace("、", ", ") == f"{tao.name}, 王师傅"
    assert [str(each) for each in (account("", FACTS), who("", FACTS), accounts([], FACTS))] == ["", "", ""]


def test_a_day_is_told_with_its_weekday(reader: str) -> None:
    assert str(day(date(2026, 3, 30))) == ("2026-03-30（周一）" if reader == "zh" else "2026-03-30 (Mon)")
    assert not str(day(None))


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (71.0, "71"), (1200, "1,200"), (0.25, "0.25"), (3.50, "3.5"), (100, "100")]
)
def test_a_number_has_the_decimals_it_needs(number: float, shown: str) -> None:
    assert amount(number) == shown


def test_what_is_decided_is_a_table_and_what_is_not_one_line() -> None:
    [grid, line] = decisions([(FIRST, "甲"), (Text("二", "two"), " "), (Text("三", "three"), "")])
    assert isinstance(grid, Grid)
    assert [list(map(str, row)) for row in grid.rows] == [[str(capital(FIRST)), "甲"]]
    assert isinstance(line, Para)
    assert str(line.says) in {"还没有定：二；三。", "Not decided yet: two; three."}


def test_where_nothing_is_decided_there_is_neither_table_nor_heading() -> None:
    assert decisions([(FIRST, "")]) == []
    assert table([FIRST], [[""]]) == []
    [line] = sections([(FIRST, []), (Text("二", "two"), [])])
    assert isinstance(line, Para)


def test_a_column_in_which_nothing_stands_is_left_out_and_numbers_still_stand_right() -> None:
    [grid] = table([FIRST, FIRST, FIRST], [["甲", "", "1"], ["乙", " ", "2"]], numbers=(1, 2))
    assert isinstance(grid, Grid)
    assert [list(row) for row in grid.rows] == [["甲", "1"], ["乙", "2"]]
    assert list(grid.numbers) == [1]


def test_only_words_of_ours_are_given_a_capital() -> None:
    assert capital("a site") == "a site"
    assert capital(same("a site")) == same("a site")
    assert capital(Text("一", "one")) == Text("一", "One")


def test_an_entry_of_which_nothing_is_filled_in_makes_no_row() -> None:
    fields = {name: (LABELS[name], None) for name in ("what", "proof")}
    [grid] = listed([Promise(), Promise(what="当年茶")], fields)
    assert isinstance(grid, Grid)
    assert [list(row) for row in grid.rows] == [["当年茶"]]
    assert told(Promise(), fields) == [(LABELS["what"], ""), (LABELS["proof"], "")]
