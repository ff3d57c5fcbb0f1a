from playbook.conflicts import conflicts
from playbook.matrix.kinds import KINDS
from playbook.rules import coverage, rule, rules

CATALOGUE = {
    "ten-account-types", "fit-company", "five-core-types", "additional-types", "union-of-types", "synergy-dimensions",
    "differentiated-positioning", "brand-account-role", "service-account-role", "mature-examples", "own-people-as-base",
    "two-accounts-parallel",
}  # fmt: skip


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    assert [(each.id, wrong.en) for each, wrong in coverage("matrix") if wrong] == []


def test_every_entry_of_the_catalogue_is_a_rule_and_one_alone_is_only_shown() -> None:
    assert {f"matrix.{key}" for key in CATALOGUE} <= rules("matrix").keys()
    assert [each.id for each in rules("matrix").values() if not each.checked_by] == ["matrix.mature-examples"]


def test_the_kinds_that_rules_list_are_those_that_the_articles_list() -> None:
    lists = {each.id: set(each.values["kinds"]) for each in rules("matrix").values() if "kinds" in each.values}
    assert all(kinds <= KINDS.keys() for kinds in lists.values())
    assert lists["matrix.ten-account-types"] == {name for name, kind in KINDS.items() if 1 in kind.articles}
    assert lists["matrix.five-core-types"] | lists["matrix.additional-types"] | {"customer-service"} == {
        name for name, kind in KINDS.items() if 3 in kind.articles
    }
    assert rule("matrix.union-of-types").values["count"] == len(KINDS)


def test_what_the_law_settles_names_a_law_and_what_a_company_settles_names_the_course_or_an_article() -> None:
    for conflict in conflicts().values():
        if conflict.system == "matrix":
            held = {source.id for position in conflict.positions.values() for source in position.sources}
            assert any(source.startswith("law-") for source in held) is (conflict.decided == "law"), conflict.id


def test_every_position_of_the_matrix_names_rules_that_exist() -> None:
    known = set(rules("matrix"))
    for conflict in conflicts().values():
        if conflict.system == "matrix":
            assert all(set(position.rules) <= known for position in conflict.positions.values()), conflict.id
