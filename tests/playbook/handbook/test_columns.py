import pytest

from playbook.handbook.blocks import Grid
from playbook.handbook.columns import is_short, shares


def test_columns_fill_the_page_together_and_a_long_text_gets_most_of_it() -> None:
    name, state, text = shares(Grid("", ["Chapter", "State", "Text"], [["Timing", "written", "a word " * 50]]))
    assert name + state + text == pytest.approx(1)
    assert text > 5 * max(name, state)


def test_no_word_of_a_usual_length_is_cut() -> None:
    words = ["Responsibilities", "Still open", "written"]
    wide = shares(Grid("", words, [["x", "1", "long text of many words " * 40]]))
    assert [
        92 * share >= len(longest)
        for share, longest in zip(wide, ["Responsibilities", "Still", "written"], strict=True)
    ] == [True] * 3


def test_one_long_line_without_a_space_does_not_push_the_others_off_the_page() -> None:
    wide = shares(Grid("", ["a", "b"], [["x" * 40_000, "一二三四"]]))
    assert 92 * wide[1] >= 8


def test_chinese_counts_as_two_letters_a_sign() -> None:
    chinese, latin = shares(Grid("", ["一", "a"], [["一二三四五六七八", "abcdefgh"]]))
    assert chinese > latin


def test_an_empty_table_has_columns_too() -> None:
    assert shares(Grid("", ["", ""], [])) == [0.5, 0.5]


def test_a_table_is_kept_on_one_page_if_few_rows_with_few_words_stand_in_it() -> None:
    assert is_short(Grid("", ["a"], [["短"]] * 8))
    assert not is_short(Grid("", ["a"], [["短"]] * 9))
    assert not is_short(Grid("", ["a"], [["长" * 401]]))
