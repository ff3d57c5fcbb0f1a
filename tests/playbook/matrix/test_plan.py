from pathlib import Path

import pytest

from playbook.matrix.plan import MatrixPlan
from playbook.plans import PlanError, load, read_plan, save

from .places import place, plan


def test_a_matrix_is_opened_as_it_was_saved(tmp_path: Path) -> None:
    matrix = plan(place("flagship"), place("shop", fate="merge"), relays="flagship>shop", who_relays_whom="mutual")
    save(matrix, tmp_path / "matrix.json")
    assert load(MatrixPlan, MatrixPlan, tmp_path / "matrix.json") == matrix


@pytest.mark.parametrize(
    ("what", "place_of_fault"),
    [
        ({"places": [{"account": "shop"}, {"account": "shop"}]}, "places"),
        ({"relays": [{"by": "shop", "of": "store"}, {"by": "shop", "of": "store"}]}, "relays"),
        ({"relays": [{"by": "shop", "of": "shop"}]}, "relays/0"),
        ({"places": [{"account": "shop", "hours": 200}]}, "places/0/hours"),
        ({"places": [{"account": "shop", "kind": "embassy"}]}, "places/0/kind"),
    ],
)
def test_a_matrix_that_contradicts_itself_is_refused_with_its_place(
    what: dict[str, object], place_of_fault: str
) -> None:
    with pytest.raises(PlanError) as refused:
        read_plan(MatrixPlan, {"format": 1} | what)
    assert f"at {place_of_fault} the plan has" in refused.value.args[0].en


def test_an_account_to_be_merged_is_not_among_those_kept_and_one_without_a_place_is_blank() -> None:
    matrix = plan(place("flagship"), place("shop", fate="merge"))
    assert [each.account for each in matrix.kept] == ["flagship"]
    assert (matrix.of("store").fate, matrix.of("store").hours) == ("keep", 0)


def test_a_matrix_is_said_with_its_kinds_and_its_relays() -> None:
    said = plan(place("flagship"), place("shop"), relays="flagship>shop").said()
    assert said.en == "@flagship: corporate; @shop: product; flagship relays shop"
    assert said.zh == "@flagship：企业官方；@shop：产品；flagship 转 shop"
