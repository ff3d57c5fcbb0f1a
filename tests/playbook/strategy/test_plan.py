import pytest

from playbook.rules import coverage, rules
from playbook.strategy.plan import StrategyPlan, review


def found(**decision: str) -> set[str]:
    plan = StrategyPlan.model_validate({"decisions": [decision]})
    return {finding.rule for finding in review(plan)}


def test_a_decision_with_a_reason_has_no_finding() -> None:
    assert found(what="No posts at weekends", why="A weekend post typically gets half as much.") == set()


def test_a_decision_without_a_reason_is_found() -> None:
    assert found(what="No posts at weekends") == {"strategy.reason-given"}


@pytest.mark.parametrize("rule", rules("strategy"))
def test_every_rule_finds_its_counterexample_and_lets_the_good_one_pass(rule: str) -> None:
    assert {each.id: wrong for each, wrong in coverage("strategy")}[rule] is None
