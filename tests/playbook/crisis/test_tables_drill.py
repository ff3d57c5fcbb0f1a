from typing import Any

import pytest

from playbook.crisis import tables_drill
from playbook.crisis.drafts import drafts, held
from playbook.facts import sample_facts

FACTS = sample_facts()


def test_of_four_drafts_one_can_go_out_and_what_is_wrong_with_the_others_is_named(reader: str) -> None:
    found = held(FACTS)
    assert [name for name, faults in found.items() if not faults] == ["second"]
    assert len(tables_drill.four_drafts()) == len(drafts())
    shown: Any = tables_drill.drafts_held(FACTS)
    assert len(shown) == 1 + sum(len(faults) for faults in found.values())
    assert [name for name in shown.index if name] == {"zh": ["甲", "乙", "丙", "丁"], "en": ["A", "B", "C", "D"]}[
        reader
    ]
    assert not any("·" in each for each in shown.iloc[:, 1])


def test_a_claim_to_the_last_word_is_nobody_to_ask_and_a_sale_is_no_next_word() -> None:
    for name in ("third", "fourth"):
        lacks = [each.what.en for each in held(FACTS)[name] if each.rule == "crisis.statement-complete"]
        assert ["when the next word comes" in each and "whom to ask" in each for each in lacks] == [True]


@pytest.mark.usefixtures("reader")
def test_what_is_wrong_reads_without_the_draft_s_name() -> None:
    shown: Any = tables_drill.drafts_held(FACTS)
    assert not any(each.startswith("里") for each in shown.iloc[:, 1])


def test_every_rule_on_what_statements_must_not_say_is_broken_by_one_of_the_drafts() -> None:
    broken = {each.rule.removeprefix("crisis.") for faults in held(FACTS).values() for each in faults}
    assert broken == {
        "statement-complete", "nothing-unknown", "blames-nobody", "no-cheer", "no-data-in-statements", "no-threats",
        "no-final-say",
    }  # fmt: skip


def test_ways_of_acting_are_told_for_each_crisis_as_whole_points() -> None:
    shown: Any = tables_drill.ways(["sensible", "deleting"], ["queue", "teacup"])
    assert shown.columns.tolist() == ["收银台瘫了", "茶杯里的风波"]
    assert (shown.loc["先判断，再查，再说"] > shown.loc["删"] + 20).all()


@pytest.mark.parametrize("name", ["ways", "assumptions"])
def test_words_of_the_tables_are_in_the_reader_s_language(name: str, reader: str) -> None:
    shown: Any = getattr(tables_drill, name)(policies=["sensible"])
    words = " ".join([*map(str, shown.index), *shown.columns])
    assert ("judge" in words) == (reader == "en")


def test_deleting_stays_behind_doing_nothing_when_half_as_bad_as_assumed() -> None:
    shown: Any = tables_drill.assumptions(policies=["nothing", "deleting"])
    assert (shown.iloc[:, 1] < shown.iloc[:, 0]).all()
    assert shown.iloc[:, 1].nunique() > 1


def test_a_drill_is_told_row_by_row_with_the_names_of_the_card(reader: str) -> None:
    shown: Any = tables_drill.timeline(FACTS, "staff", "script")
    minutes = [int(each) for each in shown.index]
    assert minutes == sorted(minutes)
    assert any(FACTS.company.people[1].name in each for each in shown.iloc[:, 1])
    assert set(shown.iloc[:, 0]) == {"zh": {"我们", "外面"}, "en": {"we", "they"}}[reader]
