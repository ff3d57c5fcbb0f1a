"""The right answers of lessons and exercises 4.3 and 4.4, and what is left to mend in the six drafts."""

import tomllib

import pytest

from playbook.content.draft import Draft
from playbook.content.draft_questions import (
    SIX,
    absolute_word,
    exempt_as,
    fits_us,
    furthest_alone,
    main_fault,
    mark,
    review_six,
    six_drafts,
    six_mended,
    steps,
)
from playbook.content.events import events
from playbook.content.plan import ContentPlan
from playbook.content.rubric import dimensions
from playbook.content.to_mend import draft_to_mend
from playbook.facts import sample_facts
from playbook.places import course_home

FACTS = sample_facts()
STORE = "store"


def with_draft(name: str, **changed: object) -> ContentPlan:
    """Return the mended plan with one of its drafts changed."""
    plan = six_mended(FACTS, STORE)
    queue = [each.model_copy(update=changed) if each.id == name else each for each in plan.queue]
    return plan.model_copy(update={"queue": queue})


def found(plan: ContentPlan) -> list[str]:
    return [each.rule.removeprefix("content.") for each in review_six(plan, STORE, FACTS)]


@pytest.mark.parametrize(("draft", "fault"), [("d21", "named-source"), ("d11", "none"), ("d25", "none")])
def test_a_draft_is_known_by_its_main_fault_and_a_reminder_is_none(draft: str, fault: str) -> None:
    assert main_fault(FACTS, draft) == fault


@pytest.mark.parametrize(("draft", "stands"), [("d18", "not_about_goods"), ("d23", "with_proof"), ("d15", "change")])
def test_an_absolute_word_stays_by_what_it_is_about_and_by_its_exemption(draft: str, stands: str) -> None:
    assert absolute_word(FACTS, draft) == stands


def test_a_text_without_an_absolute_word_has_no_exemption() -> None:
    assert exempt_as(FACTS, "按国家标准检验，这批碧螺春是特级。") == "grade"
    assert exempt_as(FACTS, "这批碧螺春的毫毛多，第二泡最淡。") is None


def test_whoever_wrote_a_draft_may_ask_for_review_and_no_more() -> None:
    assert furthest_alone(FACTS) == "review"
    assert steps(FACTS).index("review") + 1 == steps(FACTS).index("approved")


def test_the_event_that_fits_has_to_do_with_us_and_is_on_no_list() -> None:
    assert fits_us(FACTS, ["typhoon", "teapot-drama", "exams"]) == "teapot-drama"
    with pytest.raises(ValueError, match="unpack"):
        fits_us(FACTS, ["typhoon", "exams"])
    assert all("never" in each or "related" in each for each in events().values())


def test_the_post_to_mark_stands_in_the_question_and_in_no_table_of_examples() -> None:
    communication = next(each for each in dimensions() if each.key == "communication")
    spec = course_home() / "exercises" / "specs" / "04_content" / "04_fill_the_calendar.toml"
    prompt = tomllib.loads(spec.read_text("utf-8"))["lesson"]["score"]["prompt"]
    assert communication.to_mark.text in prompt["zh"]
    assert communication.to_mark.gloss in prompt["en"]
    assert mark(FACTS, "communication") == str(communication.to_mark.mark)
    for quality in dimensions():
        assert quality.to_mark.text not in {text for text, _, _ in quality.examples}
        assert 0 <= quality.to_mark.mark <= 2


def test_the_six_drafts_are_of_one_account_and_each_has_something_to_mend() -> None:
    plan = six_drafts(FACTS, STORE)
    assert [each.id for each in plan.of(STORE)] == list(SIX)
    told = {place for each in review_six(plan, STORE, FACTS) for place in each.at}
    assert all(any(place in each.text for place in told) for each in plan.queue)
    assert set(found(plan)) == {fault.removeprefix("content.") for each in SIX for fault in draft_to_mend(each).faults}


def test_the_mended_drafts_have_nothing_left() -> None:
    assert found(six_mended(FACTS, STORE)) == []


def test_an_absolute_word_may_stay_once_its_proof_is_noted() -> None:
    assert found(with_draft("d10", notes="  ")) == ["absolute-words"]
    assert found(with_draft("d10", notes="水温，试过三次")) == []
    claim = with_draft("d10", text="全城最好喝的白毫银针，八十五度的水。", notes="我觉得可以留")
    assert "absolute-words" in found(claim)  # a note is no exemption


def test_reminders_are_left_to_the_writer() -> None:
    assert found(with_draft("d03", text="小院里多了六把藤椅，靠金鱼缸那把已经被橘猫占了。" * 8)) == []


def test_a_draft_that_was_emptied_is_not_mended() -> None:
    assert found(with_draft("d30", text="你喝茶吗")) == ["mend-before-approval"]


def test_a_draft_that_was_replaced_is_missed_and_one_taken_out_is_told_by_the_number() -> None:
    plan = six_mended(FACTS, STORE)
    taken_out = plan.model_copy(update={"queue": plan.queue[1:]})
    assert found(taken_out) == []
    assert taken_out.entries(STORE) == len(SIX) - 1
    another = Draft(id="d1", account=STORE, text="明天下雨，长桌搬进屋里。你坐哪一头？")
    assert found(taken_out.model_copy(update={"queue": [*taken_out.queue, another]})) == ["mend-before-approval"]
