import pytest

from playbook.conflicts import conflicts
from playbook.rules import coverage, rules

CATALOGUE = {
    "live-fire-warning", "monitor-whole-process", "two-way-channel", "negative-spreads-faster", "multi-channel-pr",
    "micro-pr-communication", "opinion-barometer", "front-line", "strategic-level", "keyword-watchlist",
    "keyword-list-refresh", "early-detection-channels", "monitoring-owner", "watch-events", "event-intensify",
    "standard-response-norm", "part-of-company-pr", "single-coordinator", "respond-within-24h", "one-communication",
}  # fmt: skip
OURS = [conflict for conflict in conflicts().values() if conflict.system == "crisis"]


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    assert {each.id: wrong for each, wrong in coverage("crisis") if wrong} == {}


def test_every_entry_of_the_catalogue_is_a_rule_that_a_review_checks() -> None:
    known = rules("crisis")
    assert {f"crisis.{key}" for key in CATALOGUE} <= known.keys()
    assert [each.id for each in known.values() if not each.checked_by] == []


@pytest.mark.parametrize("conflict", OURS, ids=lambda each: each.id)
def test_every_position_names_rules_that_exist(conflict: object) -> None:
    named = {rule for position in conflict.positions.values() for rule in position.rules}  # type: ignore[attr-defined]
    assert named <= rules("crisis").keys()


def test_both_questions_of_the_catalogue_are_there() -> None:
    assert {each.id for each in OURS} == {"crisis-response-time", "crisis-owner"}
