"""The weekly sheet as a meeting sees it, the sorts of its numbers, and followers who look like orders."""

from __future__ import annotations

import dataclasses

import pytest

from playbook.claims import OUTCOMES
from playbook.facts import sample_facts
from playbook.metrics.measures import MEASURES, SORTS
from playbook.metrics.picture import figure
from playbook.metrics.tables import alike, leads, sorts, weeks


def test_the_sheet_shows_a_counter_at_its_limit_as_the_back_end_does() -> None:
    shown = weeks(sample_facts(), until="2025-11-24")
    assert list(shown.index) == ["2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24"]
    assert list(shown.iloc[-1]) == ["108,391", "1,000,000", "232"]


def test_a_week_that_nobody_wrote_down_has_a_dash() -> None:
    shown = weeks(sample_facts(), "store", ["followers", "orders"], until="2025-06-09", last=1)
    assert set(shown.iloc[0]) == {"—"}


def test_a_sort_stands_beside_each_measure_with_who_names_it(reader: str) -> None:
    shown = sorts(["posts", "reads", "orders"])
    assert list(shown.iloc[:, 0]) == [str(SORTS[each]) for each in ("activity", "vanity", "outcome")]
    assert list(shown.iloc[:, 2]) == {"zh": ["第 4 篇", "—", "第 1、7、8 篇"], "en": ["4", "—", "1, 7, 8"]}[reader]
    assert shown.index[0] == str(MEASURES["posts"].name)


def test_a_peer_s_followers_look_as_much_like_our_orders_as_our_own_do() -> None:
    own, *theirs = (float(each) for each in alike(sample_facts()).iloc[:, 0])
    assert own > 0.5
    assert all(abs(each - own) < 0.1 for each in theirs)


def test_a_company_without_weekly_measures_is_told_so() -> None:
    lacking = dataclasses.replace(sample_facts(), weekly=None)
    assert weeks(lacking).shape == alike(lacking).shape == (1, 1)


@pytest.mark.usefixtures("reader")
def test_what_leads_is_shown_without_the_verdict_that_the_exercise_asks_for() -> None:
    shown = leads(sample_facts(), "shop")
    assert not shown.isin([str(each) for each in OUTCOMES.values()]).any().any()


def test_a_number_below_zero_has_a_minus_and_no_hyphen() -> None:
    assert [figure(each) for each in (-2.5, -27.0, -1234.0)] == ["−2.5", "−27", "−1,234"]
