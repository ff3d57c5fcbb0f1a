from __future__ import annotations

import pytest

from playbook.crisis.chapter import chapter
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.facts import sample_facts
from playbook.handbook.blocks import Para
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(sound_plan())
    told = said(chapter(plan, FACTS))
    assert len(marks) > 100
    assert [each for each in marks if each not in told] == []


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    told = said(chapter(sound_plan(), FACTS))
    words = enum_words(CrisisPlan) if reader == "zh" else {each for each in enum_words(CrisisPlan) if "_" in each}
    assert stand_as_words(told, words | PEOPLE) == set()


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(CrisisPlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert len(line.replace("；", ";").split(";")) == 11


def test_a_watch_on_days_when_the_watcher_is_off_says_who_keeps_it_then(reader: str) -> None:
    told = said(chapter(sound_plan({"watch.owner": "tao", "watch.deputy": "xiaoman"}), FACTS))
    assert {"zh": "周一到周五就由这一位盯", "en": "who keeps the watch on Mon to Fri"}[reader] in told
    alone = said(chapter(sound_plan({"watch.owner": "tao", "watch.deputy": "xiaoman", "watch.days": [6, 7]}), FACTS))
    assert {"zh": "就由这一位盯", "en": "who keeps the watch on"}[reader] not in alone
