import pytest

from playbook.interaction import tables
from playbook.interaction.questions_inbox import answered_first, counted_within, outcome_within
from playbook.interaction.tables.came import NIGHT

from .poor import FACTS, OWN


def test_a_stricter_limit_leaves_too_few_severe_complaints_to_tell() -> None:
    assert outcome_within(FACTS, 60) == "supported"
    assert outcome_within(FACTS, 60, "severe") == "cannot_tell"
    assert outcome_within(FACTS, 60, apart=True) == "cannot_tell"
    assert [counted_within(FACTS, 60, name) for name in ("mild", "severe")] == [24, 3]


def test_after_a_night_the_shortest_limit_goes_first_and_not_who_came_first() -> None:
    kinds = FACTS.comments.set_index("id")["kind"]  # type: ignore[union-attr] # the sample has an inbox
    assert list(kinds[answered_first(FACTS, list(NIGHT))]) == ["rumour", "complaint", "question", "praise"]
    assert answered_first(FACTS, list(NIGHT), by="came") == list(NIGHT)
    assert answered_first(FACTS, list(NIGHT), by="newest") == list(NIGHT)[::-1]


def test_without_an_inbox_nobody_comes_first() -> None:
    with pytest.raises(ValueError, match="no inbox"):
        answered_first(OWN, list(NIGHT))


def test_each_kind_is_shown_in_a_reader_s_own_words(reader: str) -> None:
    table = tables.came(FACTS)
    assert list(table.iloc[0][:2]) == ["216", "43"]
    assert (
        table.iloc[1, 2]
        == {"zh": "可以带狗吗？很乖的。在线等。", "en": "May I bring my dog? He's very good. Waiting here."}[reader]
    )


def test_a_stricter_limit_is_named_in_the_head_of_the_table() -> None:
    table = tables.in_time(FACTS, hours=1, verdicts=False)
    assert table.columns[0] == "早回的（1 小时内）"
    assert list(table["早回的（1 小时内）"]) == ["27", "24", "3", "27"]


def test_a_night_stands_in_the_order_in_which_it_came() -> None:
    assert list(tables.at_night(FACTS).index) == ["11-05 22:00", "11-05 22:50", "11-05 23:30", "11-05 23:45"]
