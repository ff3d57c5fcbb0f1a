"""A log plays again to the same end, and what cannot have been played is refused; report and grading read it alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from classroom.exercise import PlanField, Question
from classroom.grading import grade
from playbook.crisis.drill.actions import SAID
from playbook.crisis.drill.failings import course_of, failings
from playbook.crisis.drill.log import LONGEST, Log, LogError, fingerprint, fresh, replay
from playbook.crisis.drill.policies import POLICIES
from playbook.crisis.drill.report import report
from playbook.crisis.drill.scenarios import scenarios, version
from playbook.crisis.drill_html import report_html
from playbook.crisis.drill_words import KEYS
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.questions_drill import (
    MARGIN,
    best_first,
    best_of,
    first_log,
    log_of,
    mean_score,
    played_log,
    review_played,
    review_teacup,
    review_tins,
    rival_of,
    score_of_log,
)
from playbook.crisis.words import ACTS
from playbook.facts import Facts, sample_facts
from playbook.plans import PlanError, read_plan
from playbook.rules import rule

NAMES = list(scenarios())


@pytest.fixture(scope="module")
def facts() -> Facts:
    return sample_facts()


@pytest.fixture(scope="module")
def teacup(facts: Facts) -> Log:
    return first_log(facts, "teacup")


def changed(log: Log, **values: object) -> dict[str, Any]:
    return log.model_dump(mode="json") | values


@pytest.mark.parametrize("name", NAMES)
def test_a_log_written_and_read_again_ends_the_same(name: str, facts: Facts) -> None:
    log = played_log(facts, name)
    again = read_plan(Log, json.loads(log.model_dump_json()))
    assert again == log
    assert fingerprint(replay(again)[1]) == fingerprint(replay(log)[1])
    assert log.over
    assert len(log.model_dump_json()) < 20_000


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"scenario": "flood"}, "no crisis 'flood'"),
        ({"version": version() + 1}, "these are version"),
        ({"played": 25}, "24 steps"),
        ({"played": 2, "acts": [{"step": 2, "action": "hold"}]}, "only 2 steps"),
        ({"played": 5, "acts": [{"step": 3, "action": "hold"}, {"step": 3, "action": "ask"}]}, "in order of time"),
        ({"played": 5, "acts": [{"step": 3, "action": "shout"}]}, "acts/0/action"),
        ({"played": 5, "acts": [{"step": 3, "action": "hold", "said": "x" * (LONGEST + 1)}]}, "acts/0/said"),
        ({"seed": -1}, "seed"),
        ({"roster": ["12"]}, "roster"),
        ({"luck": 3}, "luck"),
    ],
)
def test_a_log_that_makes_no_sense_is_refused_and_the_place_is_named(
    values: dict[str, Any], told: str, teacup: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    with pytest.raises(PlanError, match=told):
        read_plan(Log, changed(teacup, **values))


@pytest.mark.parametrize(
    "values",
    [
        {"played": 3, "acts": [{"step": 1, "action": "correct"}]},
        {"played": 3, "acts": [{"step": 0, "action": "pause"}, {"step": 1, "action": "pause"}]},
        {"played": 3, "roster": ["1"]},
    ],
)
def test_a_log_that_cannot_have_been_played_is_not_replayed(values: dict[str, Any], teacup: Log, facts: Facts) -> None:
    log = read_plan(Log, changed(teacup, **values))
    with pytest.raises(LogError):
        replay(log)
    assert {each.rule for each in review_teacup(log, "flagship", facts)} == {"crisis.live-fire-warning"}


def test_what_was_done_step_by_step_is_what_the_log_holds(teacup: Log) -> None:
    log = teacup.then("ask").then("wait").then("hold", "听见了")
    assert [(each.step, each.action, each.said) for each in log.acts] == [(0, "ask", ""), (2, "hold", "听见了")]
    assert log.played == log.entries("") == 3
    assert not log.over


# ---------------------------------------------------------------- grading


@pytest.mark.parametrize("name", NAMES)
def test_the_sensible_log_is_right_and_no_other_script_is(name: str, facts: Facts) -> None:
    assert review_played(played_log(facts, name), "flagship", facts, scenario=name) == []
    for policy in ("apologetic", "deleting"):
        assert review_played(played_log(facts, name, policy), "flagship", facts, scenario=name), policy


def test_each_failing_is_found_under_its_own_rule_and_the_rule_is_there(facts: Facts) -> None:
    found = {each.rule for policy in POLICIES for each in failings(course_of(played_log(facts, "tins", policy)))}
    broken = log_of(first_log(facts, "rumour"), "nothing")
    begun = Log.model_validate(broken.model_dump() | {"acts": [{"step": 4, "action": "hold"}]})
    found |= {each.rule for each in failings(course_of(begun))}
    wanted = {
        "nothing-deleted", "nothing-unknown", "first-word-while-rising", "reached-when-watched", "scheduled-paused",
        "front-line", "next-word-promised",
    }  # fmt: skip
    assert found == {f"crisis.{name}" for name in wanted}
    assert all(rule(each) for each in {*found, "crisis.live-fire-warning"})


def test_an_exercise_asks_for_a_drill_as_for_any_plan_and_grades_it_alike(facts: Facts) -> None:
    call = {"of": "facts", "scenario": "teacup"}
    asked = "playbook.crisis.questions_drill"
    said = {"zh": "演练", "en": "drill"}
    field = {
        "kind": "plan", "label": said, "model": "playbook.crisis.drill.log:Log",
        "planner": "playbook.crisis.drill_planner:DrillPlanner", "review": f"{asked}:review_teacup",
        "account": "flagship", "at_least": 24, "begin": call | {"call": f"{asked}:first_log"},
        "expect": call | {"call": f"{asked}:played_log"},
    }  # fmt: skip
    mistake = {"when": {"plan": {"finds": "crisis.nothing-deleted"}}, "zh": "删了", "en": "deleted"}
    question = Question.model_validate(
        {"points": 5, "title": said, "prompt": said, "why": said, "fields": {"plan": field}, "mistakes": [mistake]}
    )
    right = question.fields["plan"]
    assert isinstance(right, PlanField)
    assert grade(question, {"plan": right.expect.value(facts)}, facts).outcome == "right"
    assert grade(question, {}, facts).outcome == "blank"
    begun = first_log(facts, "teacup").then("ask").model_dump(mode="json")
    assert grade(question, {"plan": begun}, facts).outcome == "wrong"
    deleted = played_log(facts, "teacup", "deleting").model_dump(mode="json")
    assert grade(question, {"plan": deleted}, facts).message.en == "deleted"


def test_another_drill_than_the_one_asked_for_is_not_right(facts: Facts) -> None:
    easier = played_log(facts, "teacup")
    other_luck = log_of(first_log(facts, "tins").model_copy(update={"seed": 123_456}), "sensible")
    always_on = [["1" * len(each) for each in first_log(facts, "tins").roster]]
    rested = log_of(first_log(facts, "tins").model_copy(update={"roster": always_on[0]}), "sensible")
    for log in (easier, other_luck, rested):
        assert [each.rule for each in review_tins(log, "flagship", facts)] == ["crisis.live-fire-warning"]


def test_a_score_within_the_margin_will_do_and_below_it_will_not(facts: Facts) -> None:
    sensible = played_log(facts, "tins")
    unanswered = [each.model_dump() for each in sensible.acts if each.action != "private"]
    log = Log.model_validate(sensible.model_dump() | {"acts": unanswered})
    assert score_of_log(log) < rival_of(log) - MARGIN
    assert [each.rule for each in review_tins(log, "flagship", facts)] == ["crisis.live-fire-warning"]
    late = played_log(facts, "tins", "late")
    assert "crisis.live-fire-warning" not in {each.rule for each in review_tins(late, "flagship", facts)} != set()


def test_a_drill_not_played_to_its_end_is_not_scored_yet(facts: Facts) -> None:
    begun = first_log(facts, "tins").then("ask").then("pause")
    assert review_tins(begun, "flagship", facts) == []
    assert begun.entries("flagship") < scenarios()["tins"].steps


def test_policies_are_ranked_by_what_they_are_worth_on_average(facts: Facts) -> None:
    order = best_first(facts, "queue", ["deleting", "sensible", "script"])
    assert order == ["sensible", "script", "deleting"]
    assert best_of(facts, "teacup", ["eager", "nothing"]) == "nothing"
    assert mean_score(facts, "queue", "sensible") > mean_score(facts, "queue", "nothing") + 20


# ---------------------------------------------------------------- the report


def test_the_report_tells_the_moments_in_order_and_what_was_known_when(facts: Facts) -> None:
    told = report(played_log(facts, "tins"), sound_plan(), ["甲", "乙", "丙"])
    minutes = [told.minutes[name] for name in ("detected", "acknowledged", "known", "answered", "closed")]
    assert minutes[0] == 0
    assert all(each is not None for each in minutes)
    assert told.minutes["answered"] >= told.minutes["known"]  # type: ignore[operator]
    assert [row.minute for row in told.rows] == sorted(row.minute for row in told.rows)
    assert told.parts["whole"] == pytest.approx(told.rival)
    assert len(told.questions) == 3


def test_what_never_was_is_said_to_be_never(facts: Facts) -> None:
    told = report(played_log(facts, "queue", "nothing"))
    assert told.minutes["acknowledged"] is None
    assert told.minutes["closed"] is None
    assert told.against == []


def test_deadlines_of_the_learners_own_plan_are_held_against_what_was_done(facts: Facts) -> None:
    log, quick, slow = played_log(facts, "tins"), sound_plan(), sound_plan()
    levels = [each.model_copy(update={"first_word": 0 if each.silent else 600}) for each in slow.levels]
    slow = slow.model_copy(update={"levels": levels})
    assert not report(log, quick).against[0].kept
    assert report(log, slow).against[0].kept


def test_a_level_that_is_only_watched_is_kept_by_silence(facts: Facts) -> None:
    plan = sound_plan()
    levels = [plan.levels[0].model_copy(update={"signs": ["service", "product"], "from_count": 1})]
    plan = plan.model_copy(update={"levels": levels})
    assert report(played_log(facts, "teacup", "nothing"), plan).against[0].kept
    assert not report(played_log(facts, "teacup", "eager"), plan).against[0].kept


@pytest.mark.usefixtures("reader")
def test_what_the_learner_wrote_is_escaped_in_the_report(teacup: Log) -> None:
    log = teacup.then("hold", "<script>alert(1)</script>&")
    html = report_html(report(log, sound_plan()), planned=True)
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in html


def test_a_fresh_log_is_its_scenario_and_nothing_else(facts: Facts) -> None:
    log = fresh("staff", 5, tuple(first_log(facts, "staff").roster))
    assert (log.acts, log.played) == ([], 0)
    assert "0/64" in log.said().zh


def test_telling_colleagues_names_the_key_it_has_in_the_room(facts: Facts) -> None:
    key = next(key for key, act in KEYS if act == "escalate")
    against = report(played_log(facts, "tins", "sensible"), sound_plan()).against
    for own, name in (("zh", SAID["escalate"].name.zh), ("en", SAID["escalate"].name.en)):
        told = [str(getattr(each.said, own)) for each in against]
        assert any(str(getattr(ACTS["tell_inside"], own)) in each and key in each and name in each for each in told)


def test_a_trifle_that_reaches_no_level_is_held_against_silence_and_not_told_that_the_plan_has_none(
    facts: Facts,
) -> None:
    quiet = report(log_of(first_log(facts, "teacup"), "nothing"), sound_plan()).against
    assert [each.kept for each in quiet] == [True]
    loud = report(log_of(first_log(facts, "teacup"), "script"), sound_plan()).against
    assert [each.kept for each in loud] == [False]
    assert "3" in str(loud[0].said)
