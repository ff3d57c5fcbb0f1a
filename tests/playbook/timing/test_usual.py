"""The hours of habit: where drafts stand as long as nobody has planned a week."""

from dataclasses import replace

import pandas as pd

from playbook.facts import sample_facts
from playbook.timing.usual import usual_week

FACTS = sample_facts()


def test_the_busiest_hours_come_once_each_and_in_order_of_time() -> None:
    week = usual_week(FACTS, "flagship", 14)
    assert len({(slot.day, slot.hour) for slot in week}) == 14
    assert [(slot.day, slot.hour) for slot in week] == sorted((slot.day, slot.hour) for slot in week)
    assert {slot.hour for slot in usual_week(FACTS, "flagship", 5)} == {10}


def test_dates_alone_and_unknown_accounts_have_no_habit() -> None:
    dates = FACTS.posts.assign(posted_at=pd.Series(pd.NaT, FACTS.posts.index, FACTS.posts["posted_at"].dtype))
    assert usual_week(replace(FACTS, posts=dates), "flagship", 14) == []
    assert usual_week(FACTS, "nobody", 14) == []
