import pytest

from playbook.interaction import tables
from playbook.interaction.analysis.survival import curve
from playbook.interaction.analysis.waiting import waits
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


def test_what_lesson_6_1_tells_beyond_its_charts_and_tables_is_in_the_data() -> None:
    table = waits(FACTS)
    assert table is not None
    assert (len(table), int((~table["answered"]).sum())) == (629, 148)
    there = table[(table["part"] == "evening") & table["there"]]
    told = curve(there["minutes"].to_numpy(dtype=float), there["answered"].to_numpy(dtype=bool))
    assert len(there) == 96
    assert 12 < told.median.value / 60 < 13
    by_words = table.set_index("text")
    deadline = by_words.loc["私信已发采访提纲，今晚八点截稿，麻烦看一下。"]
    assert (f"{deadline['at']:%H:%M}", deadline["kind"], bool(deadline["answered"])) == ("18:56", "journalist", False)
    number = by_words.loc["没收到货，我电话10000000083，麻烦打给我。"]
    assert (f"{number['at']:%m-%d %H:%M}", f"{number['answered_at']:%m-%d %H:%M}") == ("10-30 21:23", "10-31 09:00")
    assert number["account"] == "flagship"
