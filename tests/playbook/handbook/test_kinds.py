from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from playbook.handbook.sheets.kinds import (
    AMOUNT,
    COUNT,
    HOUR,
    PERHAPS,
    SOME_WORDS,
    WEEKDAY,
    WORDS,
    YES_NO,
    Choice,
    Kind,
    Raw,
    WrongCell,
)
from playbook.handbook.sheets.moments import CLOCK_TIME, DAY
from playbook.handbook.sheets.plain import escaped, restored, shown, unescaped
from playbook.language import LANGUAGES, Language, Text, same

PEOPLE = Choice({"xiaoman": same("林小满"), "林小满": same("沈牧")}, empty="", free=True)  # an id that is a name
KIND = Choice({"brand": Text("品牌名", "brand name"), None: Text("没有定", "not decided")})


@given(
    some.one_of(
        some.tuples(some.just(WORDS), some.text()),
        some.tuples(some.just(COUNT), some.integers(0, 10**9)),
        some.tuples(some.just(AMOUNT), some.decimals(-(10**6), 10**6, places=4).map(float)),
        some.tuples(some.just(PERHAPS), some.none() | some.integers(-(10**9), 10**9)),
        some.tuples(some.just(HOUR), some.integers(0, 24)),
        some.tuples(some.just(WEEKDAY), some.integers(1, 7)),
        some.tuples(some.just(YES_NO), some.booleans()),
        some.tuples(some.just(DAY), some.none() | some.dates(date(2000, 1, 1)).map(str)),
        some.tuples(some.just(PEOPLE), some.sampled_from(["xiaoman", "林小满", "", "店里的小张"])),
        some.tuples(some.just(KIND), some.sampled_from(["brand", None])),
        some.tuples(
            some.just(CLOCK_TIME),
            some.fixed_dictionaries({"hour": some.integers(0, 23), "minute": some.integers(0, 59)}),
        ),
    ),
    some.sampled_from(LANGUAGES),
)
def test_what_a_cell_shows_is_read_as_what_the_plan_says(pair: tuple[Kind, Any], wanted: Language) -> None:
    kind, value = pair
    cell = shown(kind.shown(value), wanted)
    if isinstance(value, str) and kind is WORDS:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        assert restored(str(kind.read(cell)), value).split() == value.split()
    else:
        assert kind.read(cell) == value


@given(some.text(alphabet="_x0041茶F \n") | some.text())
def test_an_escape_of_the_file_format_is_undone_exactly(words: str) -> None:
    assert unescaped(escaped(words)) == words


@pytest.mark.parametrize(
    ("kind", "cell", "read"),
    [
        (COUNT, "1,234", 1234), (COUNT, "１２", 12), (COUNT, 12.0, 12), (COUNT, None, 0), (PERHAPS, "", None),
        (AMOUNT, "-1.5", -1.5), (CLOCK_TIME, "9点", {"hour": 9, "minute": 0}),
        (CLOCK_TIME, time(23, 59), {"hour": 23, "minute": 59}), (CLOCK_TIME, 0.5, {"hour": 12, "minute": 0}),
        (DAY, "2026/3/5", "2026-03-05"), (DAY, "2026.3.5", "2026-03-05"), (DAY, "２０２６年３月５日", "2026-03-05"),
        (WEEKDAY, "sat", 6), (WEEKDAY, "周日", 7), (WEEKDAY, 3, 3), (YES_NO, "YES", True), (YES_NO, True, True),
        (PEOPLE, " 林小满 ", "xiaoman"), (PEOPLE, "沈牧", "林小满"), (KIND, "Brand Name", "brand"), (WORDS, 12, "12"),
    ],
)  # fmt: skip
def test_what_people_and_spreadsheets_write_is_read(kind: Kind, cell: Raw, read: Any) -> None:  # noqa: ANN401
    assert kind.read(cell) == read


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (COUNT, "1.5"), (COUNT, "十二"), (COUNT, "1,2"), (COUNT, "nan"), (COUNT, True), (AMOUNT, "inf"), (HOUR, None),
        (CLOCK_TIME, "24:00"), (CLOCK_TIME, "9:60"), (CLOCK_TIME, None), (CLOCK_TIME, date(2026, 3, 5)),
        (DAY, "2026-13-01"), (DAY, "3-5"), (DAY, 46000), (DAY, "明天"), (WEEKDAY, 8), (WEEKDAY, None),
        (YES_NO, "也许"), (KIND, "品牌"), (WORDS, date(2026, 3, 5)), (SOME_WORDS, "  "),
    ],
)  # fmt: skip
def test_what_could_mean_two_things_or_nothing_is_refused_with_what_is_wanted(kind: Kind, cell: Raw) -> None:
    with pytest.raises(WrongCell) as refused:
        kind.read(cell)
    assert isinstance(refused.value.args[0], Text)
