from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.image.chapter import chapter
from playbook.image.model_plan import sound_plan
from playbook.image.parts import Change, Page, Slot, Voice
from playbook.image.plan import ImagePlan
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, shape, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}
ACCOUNTS = {each.id for each in FACTS.company.accounts}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def whole() -> ImagePlan:
    """Return the sound plan with a tag that changes, of which it has none."""
    plan = sound_plan()
    page = plan.pages[0].model_copy(update={"slots": [Slot(word="开学")]})
    return plan.with_page(page)


def told(plan: ImagePlan) -> str:
    return said(chapter(plan, FACTS))


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(whole())
    shown = told(plan)
    assert len(marks) > 90
    assert [each for each in marks if each not in shown] == []


def test_both_languages_hold_the_same_words_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = marked(whole())
    shapes = []
    for each in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", each)
        shapes.append(shape(chapter(plan, FACTS)))
    assert shapes[0] == shapes[1]


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    plan, _ = marked(whole(), skipped=("account", "linked", "holder", "owner", "checked_by"))
    words = enum_words(ImagePlan) | ACCOUNTS if reader == "zh" else {"fit_out"}
    assert stand_as_words(told(plan), words | PEOPLE) == set()


def test_pages_stand_in_the_cards_order_each_under_its_account() -> None:
    shown = told(ImagePlan(pages=[Page(account="shop", bio="卖茶"), Page(account="flagship", bio="茶馆")]))
    names = [f"@{FACTS.company.account(each).name}" for each in ("flagship", "shop")]
    places = [shown.index(each) for each in (names[0], "茶馆", names[1], "卖茶")]
    assert places[0] < places[2]


def test_nobody_is_asked_for_another_speaker_or_a_model_to_follow() -> None:
    plan = ImagePlan(pages=[Page(account="shop", bio="卖茶")], voice=Voice(crisis=Change(stays="还是小满")))
    shown = told(plan)
    assert not any(each in shown for each in ("换成谁说", "Who speaks instead", "照着谁做的", "Modelled on"))


def test_a_voice_without_a_card_for_complaints_says_that_it_is_missing() -> None:
    shown = told(ImagePlan(voice=Voice(speaker="小满")))
    assert any(each in shown for each in ("遇到投诉时", "When somebody complains"))


def test_a_fresh_plan_has_no_table() -> None:
    assert grids(chapter(ImagePlan(), FACTS).blocks) == []
