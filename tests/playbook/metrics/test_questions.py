import math

import pytest

from playbook.facts import Facts
from playbook.metrics import questions
from playbook.metrics.analysis.leads import leads
from playbook.sample.card import sample_card
from playbook.sample.variants import variant

from .worlds import FACTS, OWN


def varied(seed: int) -> Facts:
    world = variant(seed)
    tables = {name: world.table(name) for name in ("weekly", "replies")}
    return Facts(sample_card(), world.posts, None, invented=True, **tables)


@pytest.mark.parametrize("facts", [FACTS, varied(101)], ids=["sample", "101"])
def test_exercise_9_1_has_its_answers_in_every_variant(facts: Facts) -> None:
    assert questions.leading(facts, "shop") == "link_clicks"
    assert questions.ahead(facts, "shop", "link_clicks") == "supported"
    assert questions.ahead(facts, "shop", "followers") == "cannot_tell"
    assert questions.statement(facts, "flagship") == "at_least"
    assert questions.statement(facts, "store") == "exact"
    assert questions.why_fell(facts) == "mix"
    before, after = (questions.in_time_percent(facts, None, when) for when in ("before", "after"))
    assert after < before < questions.at_old_mix(facts)


def test_what_looks_most_alike_is_not_what_leads() -> None:
    assert questions.leading(FACTS, "flagship", "alike") == "followers"
    assert questions.leading(FACTS, "flagship") == "link_clicks"
    assert questions.alike(FACTS, "flagship", "followers") > questions.alike(FACTS, "flagship", "link_clicks")


def test_a_rise_of_a_tenth_is_reckoned_from_logs() -> None:
    moved = leads(FACTS, "shop")["link_clicks"].moves[1].value
    told = questions.orders_by_a_tenth(FACTS, "shop", "link_clicks")
    assert told == round(100 * (math.exp(moved * math.log(1.1)) - 1), 1)
    assert questions.weeks_at_limit(FACTS, "flagship", 8) == 5


def test_a_company_without_weeks_is_asked_nothing() -> None:
    with pytest.raises(ValueError, match="no weekly measures"):
        questions.leading(OWN, "flagship")
    with pytest.raises(ValueError, match="reads"):
        questions.statement(OWN, "flagship")
    with pytest.raises(ValueError, match="desk"):
        questions.why_fell(OWN)
