from dataclasses import replace

import pytest

from playbook.interaction import tables
from playbook.interaction.questions_follow import (
    behind,
    cost_of_kept,
    first_kind,
    minutes_of,
    of_a_thousand,
    safest,
    to_drop,
    to_win,
    weeks_readable,
)
from playbook.tables import NOTHING

from .poor import CANDIDATES, FACTS, FOLLOWERS, OWN, UNCHECKED

LIST = ["a42", "a23", "a13", "a69", "a07", "a60", "a40", "a10"]
GOOD = ["loyal-customer", "potential-customer", "peer-fan"]


def test_the_dearer_a_blocked_reader_the_fewer_are_blocked() -> None:
    assert [safest(FACTS, reader) for reader in (0.1, 1, 5)] == ["marks_2", "marks_4", "nobody"]


def test_taken_together_the_followers_looked_at_give_another_share_than_either_side_weighed() -> None:
    assert of_a_thousand(FACTS, "mixed") == round(1000 * FOLLOWERS["checked_empty"].mean()) == 155
    assert of_a_thousand(FACTS, "empty", marks=4) == 164


def test_who_is_counted_after_thirty_days_looks_cheaper_than_who_is_counted_after_ninety() -> None:
    assert (to_win(FACTS, "campaign", by="kept_30"), to_win(FACTS, "campaign")) == (159, 334)
    assert (cost_of_kept(FACTS, "campaign", 15, "kept_30"), cost_of_kept(FACTS, "campaign", 15)) == (24, 50)


def test_bought_followers_stay_and_most_of_them_are_empty() -> None:
    assert behind(FACTS, "bought") == "empty"
    assert behind(FACTS, "campaign") == behind(FACTS, "content") == "people"
    few = FOLLOWERS[FOLLOWERS["checked_empty"].notna() & FOLLOWERS["origin"].eq("bought")].head(2)
    assert behind(replace(FACTS, followers=few), "bought") == "cannot_tell"


def test_an_account_that_answers_and_brings_nothing_leaves_before_one_that_brings_and_never_answers() -> None:
    assert minutes_of(FACTS, LIST) == 37.4
    assert to_drop(FACTS, LIST, 30) == "a10"
    assert CANDIDATES.set_index("id").loc["a07", "answered"] == 0
    without = [each for each in LIST if each != "a10"]
    assert minutes_of(FACTS, without) <= 30
    with pytest.raises(ValueError, match="enough"):
        to_drop(FACTS, LIST, 10)


def test_even_a_list_of_those_who_answer_is_full_after_weeks() -> None:
    assert [weeks_readable(FACTS, 150, a_day, GOOD) for a_day in (1, 5, 7)] == [16, 3, 2]


def test_who_answers_most_is_not_who_brings_most_for_an_hour() -> None:
    kinds = ["trouble-maker", "negative-poster", "news", "peer-fan"]
    firsts = [first_kind(FACTS, kinds, by) for by in ("worth", "answers", "signals", "minutes")]
    assert firsts == ["peer-fan", "trouble-maker", "negative-poster", "news"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: behind(OWN, "bought"), lambda: behind(replace(FACTS, followers=UNCHECKED), "bought"),
        lambda: cost_of_kept(OWN, "campaign", 15), lambda: to_drop(OWN, LIST, 30), lambda: first_kind(OWN, GOOD),
        lambda: of_a_thousand(replace(FACTS, followers=UNCHECKED), "mixed"),
    ],
)  # fmt: skip
def test_what_nobody_noted_has_no_right_answer(ask: object) -> None:
    with pytest.raises(ValueError, match=r"data|facts"):
        ask()  # type: ignore[operator]


def test_the_table_of_origins_says_how_many_were_looked_at_and_are_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    shown = tables.retention(FACTS)["looked at / empty"]
    assert shown["bought"] == "11 / 9"
    looked = [tuple(int(part) for part in cell.split(" / ")) for cell in shown]
    assert (sum(each[0] for each in looked), sum(each[1] for each in looked)) == (200, 31)
    unchecked = tables.retention(replace(FACTS, followers=UNCHECKED))
    assert set(unchecked["looked at / empty"]) == {NOTHING}
