from collections.abc import Callable

import pandas as pd
import pytest

from playbook.facts import Facts
from playbook.metrics import tables

from .worlds import FACTS, OWN

TABLES: dict[str, Callable[[Facts], pd.DataFrame]] = {
    name: getattr(tables, name)
    for name in (
        "baseline", "beyond_peers", "capped", "gap", "heavy", "launch", "leads", "parts", "peers", "readings",
        "standing", "twice", "unfollows",
    )
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_rows_and_heads_in_the_reader_s_language(name: str, reader: str) -> None:
    found = TABLES[name](FACTS)
    assert len(found)
    heads = " ".join(map(str, [*found.columns, found.columns.name]))
    assert any("一" <= sign <= "鿿" for sign in heads) == (reader == "zh")
    assert found.columns.is_unique
    cells = [str(cell) for cell in found.to_numpy().ravel()]
    assert not any("nan" in cell or "inf" in cell for cell in cells)


@pytest.mark.parametrize("name", TABLES)
def test_posts_alone_fill_a_table_or_say_what_is_missing(name: str) -> None:
    found = TABLES[name](OWN)
    told = name in {"baseline", "heavy"}
    assert (list(found.columns) == ["答不了"]) is not told
    assert len(found)


def test_the_same_numbers_stand_in_the_table_of_verdicts_as_in_the_lesson_s_question() -> None:
    found = tables.readings(FACTS)
    assert found["结论"].tolist() == ["说不准", "说不准", "支持", "支持"]


def test_ours_is_always_among_the_peers_shown() -> None:
    for most in (2, 8):
        assert "我们" in tables.standing(FACTS, most=most).index
    assert len(tables.standing(FACTS, most=8)) <= 8


def test_parts_and_whole_stand_one_above_the_other() -> None:
    found = tables.parts(FACTS)
    before, after = (found[head].str.rstrip("%").astype(float) for head in ("改前两小时内答了", "改后两小时内答了"))
    assert (after > before).tolist() == [True, True, False]


def test_weeks_without_numbers_are_counted_and_not_zero() -> None:
    found = tables.gap(FACTS, "store")
    assert found["没有数的周"].tolist() == [5]
    assert found["只算有数的"].tolist() != found["错当成零"].tolist()
