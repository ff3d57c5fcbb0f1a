"""What pages show of drafts: what is found in them, what may stay, how they are marked and who moves them on."""

import pytest

from playbook.content import tables
from playbook.content.draft import STATUSES, Draft
from playbook.content.reading import exemption, review_text
from playbook.content.reading.lists import read
from playbook.facts import sample_facts

FACTS = sample_facts()
EXEMPTIONS = read("absolutes")["exemption"]


def test_a_draft_is_shown_with_each_finding_its_mend_and_its_source() -> None:
    table = tables.reading("d02", known=FACTS)
    assert list(table.index) == ["d02", "d02"]
    assert "最好喝" in str(table.iloc[0, 1])
    assert list(table.iloc[:, 3]) == ["绝对化用语执法指南", "广告法"]


def test_every_rule_of_a_law_stands_in_the_table_of_laws(reader: str) -> None:
    table = tables.laws()
    assert len(table) == 7
    assert {"zh": "广告法", "en": "Advertising Law"}[reader] in set(table.iloc[:, 1])


@pytest.mark.parametrize("key", EXEMPTIONS)
def test_the_example_of_an_exemption_is_read_as_that_exemption(key: str) -> None:
    found = review_text(Draft(id="a", account="shop", text=EXEMPTIONS[key]["example"]["zh"]))
    assert [exemption(each) for each in found if each.rule == "content.absolute-words"] == [key]


def test_seven_exemptions_stand_with_example_and_proof(reader: str) -> None:
    assert tables.exemptions().shape == (7, 2)


def test_each_quality_has_its_question_and_three_levels_and_its_marked_examples(reader: str) -> None:
    assert tables.rubric().shape == (4, 4)
    assert [mark[0] for mark in tables.marked("fun").index] == list("001122")


def test_every_status_says_who_decides(reader: str) -> None:
    assert len(tables.statuses()) == len(STATUSES)


def test_an_event_of_the_list_is_never_called_related(reader: str) -> None:
    table = tables.events()
    never = table.iloc[:, 1] != "—"
    assert never.sum() == 4
    assert set(table[never].iloc[:, 0]) == {"—"}


def test_ten_questions_are_read_as_they_were_written(reader: str) -> None:
    table = tables.heard(FACTS)
    assert len(table) == 10
    assert set(table.iloc[:, 0]) <= set(FACTS.comments["text" if reader == "zh" else "text_en"])  # type: ignore[index]
