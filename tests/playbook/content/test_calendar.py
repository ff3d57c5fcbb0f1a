"""Two weeks of the queue: whose draft goes out when, and what is told of slots and drafts that find no partner."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from playbook.content.calendar.weeks import FULL, NO_SLOTS, Calendar, next_monday, two_weeks
from playbook.content.draft import Draft, Status
from playbook.content.plan import ContentPlan
from playbook.content.queue import fresh_id, moved
from playbook.timing.plan import Slot, TimingPlan

MONDAY = date(2026, 11, 30)
WEEK = TimingPlan(
    slots=[
        Slot(account="shop", day=1, hour=20),
        Slot(account="shop", day=3, hour=9, minute=30),
        Slot(account="flagship", day=1, hour=15),
    ]
)


def draft(name: str, text: str = "", account: str = "shop", status: Status = "draft") -> Draft:
    return Draft(id=name, account=account, text=text or f"第 {name} 条", status=status)


def laid(*drafts: Draft, first: date = MONDAY) -> Calendar:
    return two_weeks(ContentPlan(queue=list(drafts)), WEEK, first)


def placed(calendar: Calendar, account: str = "shop") -> list[str | None]:
    return [each.draft.id if each.draft else None for each in calendar.entries if each.account == account]


def test_drafts_go_to_the_slots_of_their_account_in_the_order_of_the_queue() -> None:
    calendar = laid(draft("b"), draft("f", account="flagship"), draft("a"))
    assert placed(calendar) == ["b", "a", None, None]
    assert placed(calendar, "flagship") == ["f", None]
    entry = calendar.entry("a")
    assert entry is not None
    assert entry.at == datetime(2026, 12, 2, 9, 30)  # noqa: DTZ001 - a slot is in Shanghai, like the plan


def test_entries_stand_in_order_of_time_and_cover_fourteen_days() -> None:
    calendar = laid()
    times = [each.at for each in calendar.entries]
    assert times == sorted(times)
    assert len(times) == 6
    assert (calendar.days[0], calendar.days[-1]) == (MONDAY, date(2026, 12, 13))


@pytest.mark.parametrize("status", ["idea", "archived", "published"])
def test_what_is_not_written_or_already_sent_takes_no_slot(status: Status) -> None:
    calendar = laid(draft("a", status=status), draft("b", status="approved"))
    assert placed(calendar)[0] == "b"
    assert calendar.waiting == ()


def test_a_draft_too_many_waits_and_is_told_why() -> None:
    calendar = laid(*[draft(f"d{n}") for n in range(6)])
    assert placed(calendar) == ["d0", "d1", "d2", "d3"]
    assert [(each.draft.id, each.why) for each in calendar.waiting] == [("d4", FULL), ("d5", FULL)]


def test_a_draft_of_an_account_without_slots_waits_for_the_timing_plan() -> None:
    [waiting] = laid(draft("a", account="class")).waiting
    assert waiting.why == NO_SLOTS


def test_of_two_drafts_with_the_same_words_the_later_waits_whatever_the_spaces_and_accounts() -> None:
    calendar = laid(draft("a", "新茶 到了"), draft("b", "新茶到了\n", account="flagship"), draft("c", "别的"))
    assert placed(calendar, "flagship") == [None, None]
    [waiting] = calendar.waiting
    assert waiting.draft.id == "b"
    assert "a" in waiting.why.en


def test_two_drafts_without_words_yet_are_not_the_same() -> None:
    empty = [Draft(id=name, account="shop") for name in ("a", "b")]
    assert placed(laid(*empty))[:2] == ["a", "b"]


def test_weeks_that_begin_on_another_day_keep_the_days_of_the_slots() -> None:
    days = {each.at.isoweekday() for each in laid(first=date(2026, 12, 3)).entries}
    assert days == {1, 3}


def test_the_two_weeks_begin_on_the_next_monday() -> None:
    assert next_monday(date(2026, 11, 26)) == MONDAY
    assert next_monday(MONDAY) == date(2026, 12, 7)
    assert two_weeks(ContentPlan(), WEEK).first.isoweekday() == 1


def test_a_draft_moves_among_its_accounts_drafts_and_no_further_than_the_ends() -> None:
    queue = [draft("a"), draft("x", account="flagship"), draft("b")]
    assert [each.id for each in moved(queue, "b", -1)] == ["b", "x", "a"]
    assert moved(queue, "a", -1) == queue
    assert moved(queue, "b", 1) == queue


def test_a_new_id_is_one_that_no_draft_has() -> None:
    assert fresh_id({"d1", "d3"}) == "d2"
    assert fresh_id([]) == "d1"
