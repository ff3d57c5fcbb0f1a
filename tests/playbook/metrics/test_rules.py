from typing import get_args

from playbook.company import KINDS
from playbook.conflicts import conflicts
from playbook.metrics.measures import MEASURES, MeasureName, fitting
from playbook.rules import coverage, rules

CATALOGUE = {
    "evaluation-neglect", "no-accepted-standard", "two-evaluation-points", "brand-account-kpis", "service-account-kpi",
    "effect-lag", "baseline-period", "peer-comparison", "beyond-sales-roi", "feedback-loop",
    "conflict-counts-versus-quality", "unfollow-equals-lost-customer", "specialist-kpis",
}  # fmt: skip
OURS = [conflict for conflict in conflicts().values() if conflict.system == "metrics"]


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    assert [(each.id, wrong.en) for each, wrong in coverage("metrics") if wrong] == []


def test_every_entry_of_the_catalogue_is_a_rule_that_a_review_checks() -> None:
    assert {f"metrics.{key}" for key in CATALOGUE} <= rules("metrics").keys()
    assert [each.id for each in rules("metrics").values() if not each.checked_by] == []


def test_every_position_names_rules_that_exist() -> None:
    assert {conflict.id for conflict in OURS} == {"kpis-that-count", "sales-and-roi"}
    for conflict in OURS:
        assert all(set(position.rules) <= set(rules("metrics")) for position in conflict.positions.values())


def test_every_measure_that_a_source_names_is_in_the_catalogue_of_measures() -> None:
    assert set(get_args(MeasureName)) == set(MEASURES)
    named = {
        name
        for each in rules("metrics").values()
        for key in ("measures", "counts")
        for name in each.values.get(key, [])
    }
    assert named <= set(MEASURES)
    assert {article for each in MEASURES.values() for article in each.articles} == {1, 3, 4, 6, 7, 8}


def test_every_kind_of_account_has_an_outcome_and_a_leading_measure_to_begin_with() -> None:
    for kind in KINDS:
        assert {each.sort for each in fitting(kind)} == {"outcome", "leading"}, kind


def test_whatever_is_refused_says_why_and_names_something_that_is_not() -> None:
    for each in MEASURES.values():
        if each.sort in {"vanity", "activity"}:
            assert each.refused is not None, each.id
            assert each.instead, each.id
            assert all(MEASURES[other].refused is None for other in each.instead), each.id
        else:
            assert each.refused is None, each.id
