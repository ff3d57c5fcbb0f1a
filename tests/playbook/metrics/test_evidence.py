from dataclasses import replace

import pytest

from playbook.conflicts import conflicts
from playbook.metrics.evidence import kpis_that_count, sales_and_roi

from .worlds import FACTS, OWN, facts_of


@pytest.mark.parametrize("topic", ["kpis-that-count", "sales-and-roi"])
@pytest.mark.parametrize("account", ["flagship", "shop", "class"])
def test_what_the_data_favour_are_positions_of_the_conflict(topic: str, account: str) -> None:
    conflict = conflicts()[topic]
    found = conflict.evidence(FACTS, account)
    assert set(found.favours) <= set(conflict.positions)
    assert found.said.zh
    assert found.said.en


def test_clicks_lead_and_followers_only_look_as_if_they_did() -> None:
    for facts in (FACTS, facts_of(0)):
        found = kpis_that_count(facts, "shop")
        assert found.favours == ("own_data",)
        assert "clicks on links 10% higher" in found.said.en
        assert "followers" in found.said.en.split("tell nothing")[0]


def test_an_unfollow_is_told_to_be_no_customer_lost_where_the_sample_of_followers_is_there() -> None:
    assert "取关一个" in kpis_that_count(FACTS, "flagship").said.zh
    assert "取关一个" not in kpis_that_count(replace(FACTS, followers=None), "flagship").said.zh


def test_orders_are_traced_to_the_launch_at_week_four_and_not_at_week_one() -> None:
    found = sales_and_roi(FACTS, "flagship")
    assert found.favours == ("both",)
    assert "week 1, cannot tell" in found.said.en
    assert "week 4, it worked" in found.said.en
    assert sales_and_roi(FACTS, "shop").favours == ()


def test_posts_alone_say_what_is_missing_and_what_they_can_tell() -> None:
    found = kpis_that_count(OWN, "flagship")
    assert found.favours == ()
    assert "没有每周的数" in found.said.zh
    assert "通常一条 129" in found.said.zh
    assert sales_and_roi(OWN, "flagship").favours == ()
    assert "没有每周的数" in sales_and_roi(OWN, "flagship").said.zh
    assert "没有每周的数" in kpis_that_count(OWN, "nobody").said.zh
