"""What lesson and exercise 10.2 ask of the log is what the log has."""

from dataclasses import replace

import pytest

from playbook.facts import Facts
from playbook.governance import questions_flow as asked
from playbook.governance import tables
from playbook.governance.analysis.waiting import waits
from playbook.sample.variants import variant

from .plans import FACTS, OWN


@pytest.fixture(scope="module", params=[0, 3])
def facts(request: pytest.FixtureRequest) -> Facts:
    """The sample company, and another learner's."""
    if request.param == 0:
        return FACTS
    return replace(FACTS, approvals=variant(request.param).table("approvals"))


def test_nine_drafts_in_ten_are_decided_after_the_days_asked_for_and_not_a_day_earlier(facts: Facts) -> None:
    days = asked.days_ahead(facts)
    log = facts.approvals
    assert log is not None
    ninety = waits(log[log["written_at"].dt.day_of_week + 1 == 6]).ninety
    assert 24 * (days - 1) < ninety <= 24 * days
    assert asked.days_ahead(facts, by="median") <= days
    assert asked.days_ahead(facts, by="down") == days - 1


def test_the_three_drafts_were_missed_for_three_reasons(facts: Facts) -> None:
    assert len(asked.missed_drafts(facts)) == 3
    assert {asked.why_missed(facts, place) for place in range(3)} == {"nobody", "queue", "sent_back"}


def test_leaving_out_the_undecided_makes_waits_look_shorter(facts: Facts) -> None:
    assert asked.without_undecided(facts) == "left"


def test_two_deputies_together_meet_no_more_than_each_by_itself_added_up(facts: Facts) -> None:
    assert asked.together(facts) in {"less", "same"}


def test_who_was_waved_through_was_not_drawn_by_lot(facts: Facts) -> None:
    assert asked.stamps_alike(facts) == "unlike"


def test_of_three_ways_after_a_slip_only_the_correction_has_no_fault() -> None:
    assert asked.after_slip(FACTS) == "correct"


def test_an_interval_that_begins_close_to_nothing_shows_on_which_side(reader: str) -> None:
    table = tables.stamps(FACTS)
    assert table.iloc[0, -1] == {"zh": "+0.4 到 +15.7", "en": "+0.4 to +15.7"}[reader]
    assert asked.stamps_slip(FACTS) == "supported"


def test_without_a_log_the_table_says_what_is_missing() -> None:
    assert tables.stamps(OWN).shape == (1, 1)
    assert tables.reading(OWN).shape == (1, 1)
