"""What exercise 9.1 asks of sorts, of a capped quarter, and of a share by its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.facts import sample_facts
from playbook.metrics import questions as choose
from playbook.metrics.measures import MeasureName

FACTS = sample_facts()
SHEET = FACTS.weekly
QUARTER = 13  # weeks
ASKED: tuple[MeasureName, ...] = ("replies_sent", "profile_visits", "conversion", "reads")


def test_a_number_is_of_the_sort_that_the_planner_says() -> None:
    assert [choose.sort_of(FACTS, each) for each in ASKED] == ["activity", "leading", "outcome", "vanity"]


def test_only_a_bar_clear_of_nothing_says_that_a_measure_goes_ahead() -> None:
    assert choose.ahead(FACTS, "shop", "link_clicks") == "supported"
    assert choose.ahead(FACTS, "shop", "reactions") == "cannot_tell"
    low, value, high = (choose.orders_by_a_tenth(FACTS, "shop", "link_clicks", end) for end in ("low", "value", "high"))
    assert 0 < low < value < high


def test_the_median_is_exact_until_half_of_the_weeks_are_at_the_limit() -> None:
    assert choose.statement(FACTS, "flagship", QUARTER) == "at_least"
    assert choose.statement_of_median(FACTS, "flagship", QUARTER) == "exact"
    assert SHEET is not None
    stopped = SHEET.assign(reads_capped=SHEET["reads"] > 600_000)
    assert choose.statement_of_median(replace(FACTS, weekly=stopped), "flagship", QUARTER) == "at_least"


@pytest.mark.parametrize("account", [None, "flagship"])
def test_at_the_old_mix_more_are_answered_in_time_than_before(account: str | None) -> None:
    before = choose.in_time_percent(FACTS, when="before", account=account)
    after = choose.in_time_percent(FACTS, account=account)
    assert after < before < choose.at_old_mix(FACTS, account=account)
    assert choose.halfway(FACTS, account) < after  # whoever forgets the weights misses by the other side
    assert choose.why_fell(FACTS, account) == "mix"
