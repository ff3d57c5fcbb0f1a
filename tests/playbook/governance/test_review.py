"""What the review finds in a governance plan, and that it finds nothing else."""

from typing import Any

import pytest

from playbook.governance.attended import unattended
from playbook.governance.keyed import locked, logged_out
from playbook.governance.keys_planner import KeysPlanner
from playbook.governance.model_plan import careless_flow, careless_keys, mended_flow, mended_keys, sound_plan
from playbook.governance.plan import GovernancePlan
from playbook.governance.review import review
from playbook.governance.workflow import Cover, Workflow
from playbook.language import Text
from playbook.metrics.plan import MetricsPlan
from playbook.rules import coverage, rules
from playbook.stances import Stance
from playbook.timing.plan import Slot, TimingPlan

from .plans import CARD, FACTS, OWN, found, plan, rules_of


@pytest.fixture(scope="module")
def covered() -> dict[str, Text | None]:
    """Run the examples of every rule once."""
    return {each.id: wrong for each, wrong in coverage("governance")}


@pytest.mark.parametrize("rule", rules("governance"))
def test_every_rule_finds_its_counterexample_and_lets_the_good_one_pass(
    rule: str, covered: dict[str, Text | None]
) -> None:
    assert covered[rule] is None


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_the_sound_plan_has_no_finding_in_either_language(wanted: Any) -> None:  # noqa: ANN401 - a language
    assert review(sound_plan(wanted=wanted), FACTS) == []


def test_a_plan_in_which_nothing_is_decided_is_not_judged() -> None:
    assert review(GovernancePlan(), FACTS) == []
    assert review(GovernancePlan(), OWN) == []


CHANGED: list[tuple[dict[str, Any], set[str]]] = [
    ({"members.0.mode": None}, {"running-modes"}),
    ({"members.3.hidden": True}, {"hidden-team-as-fans"}),
    ({"systems.0.deputy": "Lan"}, {"deputy-is-another"}),
    ({"systems.3.written": " "}, {"nine-management-systems"}),
    ({"training.platform": 0}, {"training-sources"}),
    ({"leaving.0.within": 48}, {"leaving-steps"}),
    ({"lockout.deputy": "Lan"}, {"lock-out"}),
    ({"two_steps": []}, {"two-steps"}),
    ({"workflow.moves.2.stands_in": "editor"}, {"author-not-approver"}),
    ({"workflow.moves.12.within": 0}, {"time-limit"}),
    ({"handovers.1.to": ""}, {"handover-arrives"}),
    ({"departments.1.contact": "—"}, {"departments-answer"}),
    ({"scheme.rewards.2.whose": None}, {"weights-whole", "team-part"}),
]


@pytest.mark.parametrize(("changes", "wanted"), CHANGED)
def test_one_thing_wrong_is_found_by_its_own_rule_alone(changes: dict[str, Any], wanted: set[str]) -> None:
    assert rules_of(changes) == wanted


def test_findings_name_people_and_accounts_as_readers_know_them() -> None:
    [said] = found({"roles.2.deputy": "xiaoman"}, "deputy-is-another")
    assert said == "“approver”: 林小满 is to stand in for 林小满."
    [said] = found({"keys.18.may": ["approve"]}, "second-holder")
    assert said == "Only one person can log in, or none: @岚间茶课."


def test_whoever_is_named_by_id_and_by_name_is_the_same_person() -> None:
    assert "author-not-approver" in rules_of({"roles.1.who": "林小满"})


def test_one_person_alone_may_write_and_approve() -> None:
    alone = GovernancePlan.model_validate(
        {"members": [{"who": "a", "mode": "full_time", "hours": 40}], "staff_why": "two quiet accounts",
         "roles": [{"role": "editor", "who": "a", "deputy": "b"}, {"role": "approver", "who": "a", "deputy": "b"}]}
    )  # fmt: skip
    assert "governance.author-not-approver" not in {each.rule for each in review(alone, OWN)}


def test_who_posts_on_an_account_alone_needs_somebody_else_to_approve() -> None:
    assert found({"keys.17.may": ["password"]}, "author-not-approver") == [
        "Nobody but the one who posts can approve: @掌柜老岚."
    ]


def test_without_one_person_what_stops_is_what_only_they_could_do() -> None:
    keys = plan()
    assert locked(keys, "xiaoman", FACTS)["approve"] == ["founder"]
    assert locked(keys, "Lan", FACTS)["post"] == ["founder"]
    assert locked(keys, "tao", FACTS)["phone"] == ["store"]
    assert logged_out(keys, "tao", FACTS) == []  # others know the password
    only = plan({"keys.18.may": ["approve"], "keys.20.may": ["post"]})
    assert logged_out(only, "xiaoman", FACTS) == ["class"]


def test_the_week_wraps_a_monday_slot_is_approved_on_sunday_night() -> None:
    workflow = Workflow(covers=[Cover(who="lan", days=[7], start=20, end=24)], ahead=12)
    timing = TimingPlan(slots=[Slot(account="flagship", day=1, hour=8), Slot(account="flagship", day=1, hour=15)])
    assert unattended(workflow, FACTS, timing) == [(1, 15)]


def test_what_is_approved_only_after_the_slot_comes_too_late() -> None:
    workflow = Workflow(covers=[Cover(who="lan", days=[1], start=18, end=20)], ahead=6)
    timing = TimingPlan(slots=[Slot(account="flagship", day=1, hour=18), Slot(account="flagship", day=1, hour=19)])
    assert unattended(workflow, FACTS, timing) == [(1, 18)]


def test_the_slots_are_those_of_the_timing_plan_else_the_hours_on_duty() -> None:
    office = {
        "workflow.ahead": 6,
        "workflow.covers": [{"who": "xiaoman", "days": [1, 2, 3, 4, 5], "start": 9, "end": 18}],
    }
    morning = TimingPlan(slots=[Slot(account="flagship", day=2, hour=10)])
    late = TimingPlan(slots=[Slot(account="flagship", day=6, hour=20)])
    said = [
        [each.what.en for each in review(plan(office), FACTS, timing) if each.rule == "governance.approver-on-duty"]
        for timing in (morning, late, None)
    ]
    assert said[0] == []
    assert said[1] == ["From arrival to slot nobody can approve: Sat 20:00."]
    assert said[2][0].endswith("more.")


def test_whoever_stands_in_is_another_person_and_not_another_role_of_the_same() -> None:
    own = {"workflow.moves.8.stands_in": "inbox"}  # 沈牧 writes, and keeps the inbox
    assert found(own, "stands-in") == ["Nobody stands in, or the same person does: approved → scheduled."]
    assert found(own | {"roles.4.who": "tao"}, "stands-in") == []
    assert found(own | {"roles.4.who": ""}, "stands-in") == []  # that nobody holds it is said elsewhere
    alone = own | {"members": [{"who": "shen", "mode": "full_time", "hours": 40}]}
    assert found(alone, "stands-in") == []


def test_hours_of_approval_outside_the_card_s_shifts_are_found() -> None:
    away = [
        {"who": "xiaoman", "days": [6], "start": 9, "end": 12},
        {"who": "Lan", "days": [1, 2, 3, 4, 5, 6, 7], "start": 0, "end": 24},
    ]
    assert found({"workflow.covers": away}, "approver-on-duty") == ["Listed to approve while off duty: 林小满."]
    assert found({"workflow.covers": away}, "approver-on-duty", OWN) == []  # a card without shifts cannot tell


def test_a_commission_is_held_against_the_stance_of_the_metrics_plan() -> None:
    freed = MetricsPlan(stances={"sales-and-roi": Stance(position="freed")})
    paid = plan({"scheme.commission": 3})
    assert {each.rule for each in review(paid, FACTS, None, freed)} == {"governance.commission-and-stance"}
    assert review(paid, FACTS) == []


def test_the_keys_to_mend_have_four_faults_the_workflow_six_and_the_answers_none(reader: str) -> None:
    assert reader
    assert {each.rule for each in review(careless_keys(FACTS), FACTS)} == {
        f"governance.{each}" for each in ("least-rights", "second-holder", "not-all-keys", "leaver-out")
    }
    assert {each.rule for each in review(careless_flow(FACTS), FACTS)} == {
        f"governance.{each}"
        for each in (
            "loop-limit",
            "second-reader",
            "corrected-not-deleted",
            "all-reachable",
            "approver-on-duty",
            "stands-in",
        )
    }
    assert review(mended_keys(FACTS, []), FACTS) == []
    assert review(mended_flow(FACTS, []), FACTS) == []


def test_a_company_that_brought_posts_alone_is_judged_by_its_own_card() -> None:
    keys = {"keys": [{"account": each.id, "who": "x", "may": ["post", "password", "phone"]} for each in CARD.accounts]}
    rules_found = {each.rule.removeprefix("governance.") for each in review(GovernancePlan.model_validate(keys), OWN)}
    assert rules_found == {"second-holder", "not-all-keys", "author-not-approver", "two-steps"}


def test_exercise_10_1_can_be_passed_by_what_its_planner_changes() -> None:
    begun, right = careless_keys(FACTS), mended_keys(FACTS, [])
    assert all(set(each.at) & set(KeysPlanner.parts) for each in review(begun, FACTS))  # the learner sees each of them
    mended = begun.model_copy(update={part: getattr(right, part) for part in KeysPlanner.parts})
    assert review(mended, FACTS) == []
