"""A rule that a source gives binds only whoever takes the position that follows it."""

import pytest

from playbook.metrics.plan import MetricsPlan

from .plans import card, found, routine, stanced


@pytest.mark.parametrize(
    ("plan", "topic", "position", "rule", "said"),
    [
        (card(discussion=False), "kpis_that_count", "by_account", "brand-account-kpis", "amount of discussion"),
        (card("service", comment_attitude=False), "kpis_that_count", "by_account", "service-account-kpi", "attitude"),
        (card("shop", orders=False), "kpis_that_count", "conversion", "conversion-decides", "conversion, orders"),
        (card(kept_followers=False), "kpis_that_count", "keeping", "keeping-counts", "followers kept"),
        (card("service"), "kpis_that_count", "returns", "returns-in-the-end", "no card has a long-term figure"),
        (card("shop", orders=False), "sales_and_roi", "decisive", "conversion-decides", "conversion, orders"),
        (card(), "sales_and_roi", "freed", "beyond-sales-roi", "these carry weight: orders"),
        (card("shop"), "sales_and_roi", "direct", "sales-traced", "not traced by links or vouchers"),
        (routine(pay={"tied": ["posts", "comments"], "guards": []}), "kpis_that_count", "counts", "specialist-kpis",
         "follower growth, reposts"),
    ],
)  # fmt: skip
def test_whoever_takes_a_position_is_held_to_it(
    plan: MetricsPlan, topic: str, position: str, rule: str, said: str
) -> None:
    taken = stanced(plan, **{topic: position})
    assert any(said in each for each in found(taken, rule))
    assert not any(said in each for each in found(plan, rule))


def test_whoever_puts_money_first_may_lead_a_report_with_it() -> None:
    plan = routine(report={"leads_with": "money", "money_apart": False})
    assert found(plan, "beyond-sales-roi")
    assert found(stanced(plan, sales_and_roi="returns"), "beyond-sales-roi") == []
    assert found(stanced(plan, sales_and_roi="freed"), "beyond-sales-roi")
