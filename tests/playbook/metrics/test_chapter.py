from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.handbook.blocks import Para
from playbook.language import LANGUAGES
from playbook.metrics.chapter import chapter
from playbook.metrics.model_plan import sound_plan
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Pay
from playbook.metrics.scorecard import Row, Scorecard

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}
PLAN = sound_plan(FACTS)


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(PLAN)
    told = said(chapter(plan, FACTS))
    assert len(marks) > 80
    assert [each for each in marks if each not in told] == []


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    told = said(chapter(PLAN.model_copy(update={"pay": Pay(tied=["reply_share"], guards=["comment_attitude"])}), FACTS))
    words = enum_words(MetricsPlan) | {each.id for each in FACTS.company.accounts}
    shown = words if reader == "zh" else {each for each in words if "_" in each}
    assert stand_as_words(told, shown | PEOPLE) == set()


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [(0.0, 12.5, ("0 ", "12.5")), (3.0, None, ("3 ",)), (None, 9.0, ("9 ",)), (-2.0, 0.0, ("−2", "0"))],
)
def test_a_target_has_its_ends_and_a_zero_is_one(
    low: float | None, high: float | None, wanted: tuple[str, ...]
) -> None:
    card = Scorecard(account="shop", rows=[Row(measure="orders", low=low, high=high)])
    told = str(grids(chapter(MetricsPlan(scorecards=[card]), FACTS).blocks)[0].rows[0][1])
    assert all(each in told for each in wanted)
    assert str(card.rows[0].known.unit) in told


def test_accounts_without_a_scorecard_are_named() -> None:
    told = said(chapter(PLAN, FACTS))
    assert f"@{FACTS.company.account('class').name}" in told


def test_pay_is_told_only_where_it_follows_measures(reader: str) -> None:
    tied = PLAN.model_copy(update={"pay": Pay(tied=["complaints"])})
    assert "收入" in said(chapter(tied, FACTS)) or "pay" in said(chapter(tied, FACTS))
    head = "谁的收入跟着哪些数走" if reader == "zh" else "Measures that pay follows"
    assert head not in said(chapter(PLAN, FACTS))


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(MetricsPlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert len(line.replace("；", ";").split(";")) == 6
