import re
from dataclasses import replace

import pytest

from playbook.conflicts import Evidence, conflicts
from playbook.crisis.evidence import crisis_owner, crisis_response_time
from playbook.facts import Facts

from .worlds import FACTS, OWN, SEEDS, world

BOTH = (crisis_response_time, crisis_owner)
assert FACTS.mentions is not None
POOR = {
    "own": OWN,
    "own mentions": replace(OWN, mentions=FACTS.mentions),
    "no inbox": replace(FACTS, comments=None, staff=None),
    "nobody on duty": replace(FACTS, company=FACTS.company.model_copy(update={"people": []})),
    "nothing said": replace(FACTS, mentions=FACTS.mentions.assign(mentions=0, negative=0)),
    "a week": replace(FACTS, mentions=FACTS.mentions.head(672)),
}


def told(facts: Facts = FACTS) -> list[Evidence]:
    return [judge(facts, "flagship") for judge in BOTH]


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(kind: str) -> None:
    for each in told(POOR[kind]):
        assert each.said.zh.endswith("。")
        assert each.said.en.strip().endswith(".")
        assert each.whole
        assert not re.search(r"\bnan\b|\binf\b|<NA>|NaT|None|[{}]|  ", each.said.zh + each.said.en)


@pytest.mark.parametrize("kind", ["own", "own mentions", "nothing said", "a week"])
def test_without_a_crisis_on_record_each_says_so_and_favours_nothing(kind: str) -> None:
    for each in told(POOR[kind]):
        assert "答不了" in each.said.zh
        assert each.favours == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_crisis_that_is_over_in_a_day_speaks_against_a_first_word_after_24_hours(seed: int) -> None:
    each = crisis_response_time(world(seed), "flagship")
    assert each.favours == ("shortest", "rising")
    assert "多数话已经说完了" in each.said.zh
    assert "答不了" in each.said.zh  # whether it helps, one crisis cannot say


def test_nights_with_nobody_speak_for_more_than_one_person() -> None:
    each = crisis_owner(FACTS, "shop")
    assert each.favours == ("planning",)
    assert "27 小时没人" in each.said.zh
    assert "11.7 h" in each.said.en


def test_a_card_that_is_never_empty_favours_nobody() -> None:
    people = [
        each.model_copy(update={"duty": [shift.model_copy(update={"days": list(range(1, 8)), "start": 0, "end": 24})
                                         for shift in each.duty]})
        for each in FACTS.company.people
    ]  # fmt: skip
    always = replace(FACTS, company=FACTS.company.model_copy(update={"people": people}), staff=None)
    assert crisis_owner(always, "shop").favours == ()
    assert crisis_owner(POOR["nobody on duty"], "shop").favours == ()


@pytest.mark.parametrize("topic", ["crisis-response-time", "crisis-owner"])
def test_a_conflict_hears_its_evidence_and_has_the_positions_that_it_speaks_for(topic: str) -> None:
    each = conflicts()[topic].evidence(FACTS, "flagship")
    assert each.favours
    assert set(each.favours) <= set(conflicts()[topic].positions)
