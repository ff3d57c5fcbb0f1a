from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.language import LANGUAGES
from playbook.matrix.chapter import chapter
from playbook.matrix.model_matrix import model_plan
from playbook.matrix.plan import MatrixPlan, Place, Relay

from ..chapters import enum_words, grids, marked, said, shape, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}
ACCOUNTS = {each.id for each in FACTS.company.accounts} | {"ware", "jobs"}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def whole() -> MatrixPlan:
    """Return the model matrix with a reason why there is no mascot."""
    return model_plan(FACTS).model_copy(update={"unused": {"mascot": "没有人画"}})


def told(plan: MatrixPlan) -> str:
    return said(chapter(plan, FACTS))


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(whole())
    shown = told(plan)
    assert len(marks) > 50
    assert [each for each in marks if each not in shown] == []


def test_both_languages_hold_the_same_words_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = marked(whole(), skipped=("account", "by", "of"))
    shapes = []
    for each in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", each)
        shapes.append(shape(chapter(plan, FACTS)))
    assert shapes[0] == shapes[1]


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    words = enum_words(MatrixPlan) | ACCOUNTS if reader == "zh" else {"at_once", "customer-service"}
    assert stand_as_words(told(whole()), words | PEOPLE) == set()


def test_the_hours_of_the_accounts_kept_are_added_up_and_no_others() -> None:
    plan = MatrixPlan(
        places=[
            Place(account="shop", hours=3.5),
            Place(account="store", hours=4),
            Place(account="ware", hours=9, fate="close"),
        ]
    )
    kept = grids(chapter(plan, FACTS).blocks)[0]
    [at] = kept.numbers
    assert [row[at] for row in kept.rows] == ["4", "3.5", "7.5"] or [row[at] for row in kept.rows] == [
        "3.5",
        "4",
        "7.5",
    ]


def test_no_hours_make_no_sum() -> None:
    [row] = grids(chapter(MatrixPlan(places=[Place(account="shop")]), FACTS).blocks)[0].rows
    assert len(row) == 2  # the account and that it is not verified


def test_an_account_that_answers_itself_says_so_in_place_of_its_own_name() -> None:
    plan = MatrixPlan(places=[Place(account="store", hand_off="store"), Place(account="shop", hand_off="store")])
    store, cell = f"@{FACTS.company.account('store').name}", {}
    for row in grids(chapter(plan, FACTS).blocks)[0].rows:
        cell[str(row[0])] = str(row[-1])
    assert cell[store] in {"自己答", "answered here"}
    assert cell[f"@{FACTS.company.account('shop').name}"] == store


def test_a_relay_that_adds_nothing_is_said_to_repeat() -> None:
    plan = MatrixPlan(relays=[Relay(by="flagship", of="shop", adds=" ")])
    assert any(each in told(plan) for each in ("原样转", "it only repeats"))


@pytest.mark.parametrize("asked", [True, False])
def test_whether_the_platform_was_asked_is_told_either_way(asked: bool) -> None:
    shown = told(MatrixPlan(places=[Place(account="shop")], platform_asked=asked))
    assert any(each in shown for each in ("还没有问平台", "was not asked yet")) is not asked


def test_a_fresh_plan_has_no_table() -> None:
    assert grids(chapter(MatrixPlan(), FACTS).blocks) == []
