from __future__ import annotations

from datetime import date

import pytest

from playbook.facts import sample_facts
from playbook.handbook.blocks import Section
from playbook.language import LANGUAGES
from playbook.specialist.chapter import chapter
from playbook.specialist.model_plan import changed_plan, sound_plan
from playbook.specialist.plan import SpecialistPlan, Stretch, Week

from ..chapters import enum_words, grids, marked, said, shape, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def headings(plan: SpecialistPlan) -> list[str]:
    return [str(each.title) for each in chapter(plan, FACTS).blocks if isinstance(each, Section)]


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(sound_plan())
    told = said(chapter(plan, FACTS))
    assert len(marks) > 50
    assert [each for each in marks if each not in told] == []


def test_both_languages_hold_the_same_words_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = marked(sound_plan())
    shapes = []
    for each in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", each)
        shapes.append(shape(chapter(plan, FACTS)))
    assert shapes[0] == shapes[1]


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    words = enum_words(SpecialistPlan) if reader == "zh" else set()
    assert stand_as_words(said(chapter(sound_plan(), FACTS)), words | PEOPLE) == set()


def test_stretches_carry_their_days_once_the_first_is_known() -> None:
    assert sum("2026-04-01" in each and "2026-04-30" in each for each in headings(sound_plan())) == 1
    assert not any("2026" in each for each in headings(sound_plan().model_copy(update={"begins": None})))


def test_ninety_days_that_would_pass_the_last_year_of_the_calendar_break_nothing() -> None:
    assert headings(sound_plan().model_copy(update={"begins": date(9999, 12, 31)}))


def test_a_stretch_without_goals_says_that_they_are_missing() -> None:
    plan = changed_plan({"days.1.goals": []})
    assert any(each in said(chapter(plan, FACTS)) for each in ("还没有定：目标", "Not decided yet: goals"))


def test_answers_promised_are_told_and_so_is_that_none_are() -> None:
    promised = Week(answers_days=[5, 1, 5], answers_from=9, answers_to=18)
    none = Week(hours={"learning": 2.5})
    both = [said(chapter(SpecialistPlan(week=each), FACTS)) for each in (promised, none)]
    assert any(each in both[0] for each in ("周一、周五，9 点到 18 点", "Mon, Fri, from 9:00 to 18:00"))
    assert any(each in both[1] for each in ("没有答应", "No hours are promised"))
    assert "2.5" in both[1]


def test_a_fresh_plan_has_no_table() -> None:
    assert grids(chapter(SpecialistPlan(days=[Stretch(), Stretch(), Stretch()]), FACTS).blocks) == []
