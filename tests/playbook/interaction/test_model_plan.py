from dataclasses import replace

import pytest

from playbook.interaction.model_plan import (
    CROWDED,
    STANCES,
    crowded_follows,
    decided_follows,
    decided_replies,
    rushed_replies,
)
from playbook.interaction.questions_follow import LEAST, review_list
from playbook.interaction.review import review
from playbook.language import LANGUAGES

from .poor import CANDIDATES, FACTS

FOLLOWING = ["whom-to-follow", "number-of-follows", "follow-back-groups"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_answers_are_let_pass_in_both_languages(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    plans = [decided_replies(FACTS, ["showing-only-praise"]), decided_follows(FACTS, FOLLOWING)]
    assert review(plans[0], FACTS) == []
    assert review_list(plans[1], "flagship", FACTS) == []
    assert plans[0].entries("flagship") == 9
    assert {*plans[0].stances, *plans[1].stances} == set(STANCES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_replies_to_mend_break_what_the_lesson_teaches(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    broken = {finding.rule.removeprefix("interaction.") for finding in review(rushed_replies(FACTS), FACTS)}
    assert broken == {
        "time-in-reach", "grave-first", "handed-on", "tone-three", "no-data-in-public", "no-idle-promise",
    }  # fmt: skip


def test_the_list_to_mend_takes_more_than_there_is_and_holds_follow_back_groups() -> None:
    crowded = crowded_follows(FACTS)
    broken = {finding.rule.removeprefix("interaction.") for finding in review(crowded, FACTS)}
    assert broken >= {"follow-volume-balance", "follow-back-quality", "reading-pays", "follow-valuable-accounts"}
    assert len(crowded.follows) == sum(CROWDED.values())


def test_a_short_list_is_not_enough_and_one_without_candidates_is_empty() -> None:
    plan = decided_follows(FACTS, [])
    short = plan.model_copy(update={"follows": plan.follows[: LEAST - 1]})
    assert [finding.what.en for finding in review_list(short, "flagship", FACTS)] == [
        f"Fewer than {LEAST} accounts are on the list."
    ]
    assert decided_follows(replace(FACTS, candidates=None), []).follows == []
    assert len(plan.follows) < len(CANDIDATES)
