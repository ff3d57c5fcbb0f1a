import json
from collections import Counter

import pandas as pd
import pytest

from playbook.content.to_mend import EXEMPTIONS, draft_to_mend, drafts_to_mend
from playbook.microblog import HOOK, length, topics
from playbook.rules import rules
from playbook.sample.drafts import COLUMNS, make_drafts
from playbook.sample.truths import truths

TABLE = make_drafts()
GIVEN = drafts_to_mend()
RAISED = Counter(rule for each in GIVEN for rule in each.faults)
RULES = {
    "limit-140", "title-text-image", "nine-syntax-elements", "no-headline-plus-link", "dialogue-questions",
    "honest-questions", "morning-evening-tone", "think-before-posting", "humour-and-net-slang", "absolute-words",
    "ad-mark", "ai-mark", "health-claims", "true-figures", "personal-data", "hot-event-filter",
    "repost-with-own-view", "named-source", "private-contact",
}  # fmt: skip


def test_there_are_thirty_six_with_ids_of_their_own() -> None:
    assert TABLE["id"].tolist() == [f"d{number:02}" for number in range(1, 37)]
    assert list(TABLE) == list(COLUMNS)
    assert set(TABLE["account"]) == set(truths()["accounts"])


def test_each_fault_stands_at_least_twice_and_is_a_rule() -> None:
    assert set(RAISED) == {f"content.{name}" for name in RULES}
    assert min(RAISED.values()) >= 2
    assert set(RAISED) <= rules("content").keys()


def test_good_drafts_and_drafts_with_two_faults_are_among_them() -> None:
    faults = Counter(len(each.faults) for each in GIVEN)
    assert faults[0] >= 6
    assert faults[2] >= 6
    assert max(faults) == 2


def test_three_absolute_words_may_stay_each_for_another_reason() -> None:
    exempt = [each for each in GIVEN if each.exemption]
    assert len({each.exemption for each in exempt}) == len(exempt) == 3
    assert {each.exemption for each in exempt} <= EXEMPTIONS.keys()
    assert {each.faults for each in exempt} == {("content.absolute-words",)}


def test_whatever_has_to_change_comes_with_a_text_that_mends_it() -> None:
    for each in GIVEN:
        assert (each.mended is None) == (not each.faults or bool(each.exemption)), each.draft.id
        if each.mended is not None:
            assert each.mended.zh != each.draft.text
            assert length(each.mended.zh) <= HOOK


def test_only_those_said_to_be_too_long_are() -> None:
    for each in GIVEN:
        assert (length(each.draft.text) > HOOK) == ("content.limit-140" in each.faults), each.draft.id


@pytest.mark.parametrize("mended", [False, True])
def test_every_text_that_is_not_a_repost_carries_a_topic(*, mended: bool) -> None:
    """So that none has a fault that is not told: but the two whose elements are broken."""
    for each in GIVEN:
        text = each.mended.zh if mended and each.mended else each.draft.text
        if not each.draft.repost and (mended or "content.nine-syntax-elements" not in each.faults):
            assert topics(text), each.draft.id


def test_every_draft_has_an_english_gloss_and_so_has_its_mended_text() -> None:
    assert TABLE["text_en"].notna().all()
    assert (TABLE["mended"].isna() == TABLE["mended_en"].isna()).all()
    assert not any(letter >= "一" for text in TABLE["text_en"] for letter in text)


def test_an_empty_text_is_missing_in_the_table_and_empty_in_the_draft() -> None:
    assert pd.isna(TABLE.set_index("id")["text"]["d08"])
    assert draft_to_mend("d08").draft.text == ""
    assert draft_to_mend("d08").draft.has_video


def test_the_table_and_the_drafts_tell_the_same() -> None:
    assert [json.loads(each) for each in TABLE["faults"]] == [list(each.faults) for each in GIVEN]
    assert [bool(each) for each in TABLE["repost"]] == [each.draft.repost for each in GIVEN]
    with pytest.raises(KeyError):
        draft_to_mend("d99")
