from dataclasses import replace

import pytest

from playbook.campaign.brief import Brief, Prize
from playbook.campaign.outlook import NOBODY
from playbook.campaign.outlook_of import UNDECIDED, UNPRICED, idea_of, outlook_of
from playbook.facts import sample_facts

FACTS = sample_facts()
BRIEF = Brief(
    id="b1", account="flagship", form="prize_repost", actions=["repost", "comment"], budget=3000, tied=True,
    prizes=[Prize(name="盖碗", value=120, number=3), Prize(name="茶样", value=20, number=30)],
)  # fmt: skip


def test_a_brief_is_looked_up_by_what_it_asks_and_its_dearest_prize() -> None:
    idea = idea_of(BRIEF.model_copy(update={"mentions": 3}))
    assert idea is not None
    assert (idea.type, idea.steps, idea.mentions, idea.prize_value) == ("repost_draw", 3, 3, 120)
    assert outlook_of(BRIEF, FACTS).kept is not None


@pytest.mark.parametrize("change", [{"account": " "}, {"form": None}, {"actions": []}])
def test_while_it_is_undecided_nothing_is_expected(change: dict[str, object]) -> None:
    assert outlook_of(BRIEF.model_copy(update=change), FACTS).refused == (UNDECIDED,)


def test_a_form_that_was_never_held_is_named() -> None:
    [why] = outlook_of(BRIEF.model_copy(update={"form": "prize_survey"}), FACTS).refused
    assert "有奖调查" in why.zh
    assert "prize survey" in why.en


def test_a_company_without_a_record_is_told_so() -> None:
    assert outlook_of(BRIEF, replace(FACTS, campaigns=None)).refused == (NOBODY,)


def test_what_does_not_bear_on_it_is_not_reckoned_again() -> None:
    assert outlook_of(BRIEF, FACTS) is outlook_of(BRIEF.model_copy(update={"name": "别的名字", "hours": 9}), FACTS)


def test_a_prize_without_a_price_is_to_be_priced_first() -> None:
    assert outlook_of(BRIEF.model_copy(update={"prizes": []}), FACTS).refused == (UNPRICED,)
