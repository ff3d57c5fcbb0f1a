"""The calendar on a page: what it shows of two weeks, where it saves them, and a file that a colleague changed."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from playbook.content.calendar.view import CalendarView
from playbook.content.draft import Draft
from playbook.content.plan import ContentPlan
from playbook.content.planner import show_calendar, write_drafts
from playbook.content.queue_planner import QueuePlanner
from playbook.facts import Facts, sample_facts
from playbook.own import plans_folder
from playbook.plans import load, save
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.planner import WeekPlanner, plan_week

FACTS = sample_facts()
MONDAY = date(2026, 11, 30)
HOSTILE = "<img src=x onerror=alert(1)>"


def view(*texts: str, slots: int = 2) -> CalendarView:
    save(TimingPlan(slots=[Slot(account="flagship", day=1 + n, hour=15) for n in range(slots)]))
    save(ContentPlan(queue=[Draft(id=f"d{n}", account="flagship", text=text) for n, text in enumerate(texts, start=1)]))
    opened = show_calendar(MONDAY, FACTS)
    assert isinstance(opened, CalendarView)
    return opened


def saved_queue() -> list[Draft]:
    return load(ContentPlan, ContentPlan).queue


def upload(calendar: CalendarView, name: str, data: bytes) -> None:
    calendar._chosen({"new": ({"name": name, "content": memoryview(data)},)})


def test_a_row_says_day_time_account_words_and_status_and_an_empty_slot_is_told(work: Path, reader: str) -> None:
    table = view("水温到底该多少？")._table.value
    said = {
        "zh": ("周一 11-30", "15 点", "草稿", "空着", "时段 4 个，空着 3 个"),
        "en": ("Mon 11-30", "15:00", "draft", "empty", "4 slots, 3 of them empty"),
    }[reader]
    assert all(each in table for each in (*said, "水温到底该多少？"))


def test_a_draft_without_a_slot_stands_apart_with_the_reason(work: Path) -> None:
    table = view("一", "一")._table.value
    assert "没有排上的草稿：1 条" in table
    assert "和 d1 的文字一样" in table


def test_without_a_planned_week_drafts_stand_at_the_hours_of_habit_and_it_says_so(work: Path, reader: str) -> None:
    calendar = view("一", slots=0)
    assert {"zh": "最常发的钟点", "en": "has posted most"}[reader] in calendar._table.value
    assert len(calendar.calendar.entries) == 28
    assert calendar.calendar.entries[0].at.hour in {9, 10}


def test_a_week_planned_for_one_account_leaves_the_others_at_their_hours_of_habit(work: Path, reader: str) -> None:
    calendar = view("一")
    plan = load(ContentPlan, ContentPlan)
    drafts = [*plan.queue, Draft(id="d2", account="shop", text="二")]
    calendar._desk.take(plan.model_copy(update={"queue": drafts}))
    own = [entry for entry in calendar.calendar.entries if entry.account == "flagship"]
    assert [entry.at.hour for entry in own] == [15] * 4
    assert calendar.calendar.entry("d2") is not None
    shop = FACTS.company.account("shop").name
    said = {"zh": f"@{shop} 还没有排发布时段，草稿先照", "en": f"planned yet for @{shop}: drafts stand"}[reader]
    assert said in calendar._table.value
    calendar.account.value = "flagship"
    assert said not in calendar._table.value


def test_without_any_hour_it_says_where_slots_are_made(work: Path, reader: str) -> None:
    save(ContentPlan(queue=[Draft(id="d1", account="flagship", text="一")]))
    dates = replace(
        FACTS, posts=FACTS.posts.assign(posted_at=pd.Series(pd.NaT, FACTS.posts.index, FACTS.posts["posted_at"].dtype))
    )
    opened = show_calendar(MONDAY, dates)
    assert isinstance(opened, CalendarView)
    assert {"zh": "还没有排发布时段", "en": "No posting slots are planned"}[reader] in opened._table.value


def test_without_a_draft_it_says_that_drafts_come_first_and_not_slots(work: Path, reader: str) -> None:
    calendar = view(slots=0)
    said = {"zh": "这里还没有草稿", "en": "There are no drafts here yet"}[reader]
    assert said in calendar._table.value
    assert {"zh": "还没有排发布时段", "en": "No posting slots"}[reader] not in calendar._table.value


def test_one_accounts_calendar_can_be_looked_at_alone(work: Path) -> None:
    calendar = view("旗舰的")
    calendar.account.value = "shop"
    assert "旗舰的" not in calendar._table.value


def test_it_follows_the_queue_and_the_week_on_the_same_page(work: Path) -> None:
    calendar = view("一")
    queue, week = write_drafts(known=FACTS), plan_week(FACTS)
    assert isinstance(queue, QueuePlanner)
    assert isinstance(week, WeekPlanner)
    queue.composer.text.value = "改过的一"
    assert "改过的一" in calendar._table.value
    week.grid.slots = [9]
    assert "9 点" in calendar._table.value
    assert "15 点" not in calendar._table.value


def test_a_file_is_saved_beside_the_plans_and_it_says_where(work: Path) -> None:
    calendar = view("一")
    for kind, button in calendar.save.items():
        button.click()
        path = plans_folder() / f"calendar.{kind}"
        assert path.is_file()
        assert str(path) in calendar.said.value
        assert f'download="{path.name}"' in calendar.said.value
        assert b64encode(path.read_bytes()).decode() in calendar.said.value


def test_a_file_that_cannot_be_written_is_said_and_not_offered(work: Path, reader: str) -> None:
    calendar = view("一")
    (plans_folder() / "calendar.csv").mkdir()
    calendar.save["csv"].click()
    assert {"zh": "没有存成", "en": "Not saved"}[reader] in calendar.said.value
    assert "download" not in calendar.said.value


def test_saving_again_keeps_a_file_that_a_colleague_has_changed(work: Path) -> None:
    calendar = view("一")
    path = plans_folder() / "calendar.csv"
    calendar.saved_as("csv")
    calendar.saved_as("csv")
    calendar.saved_as("xlsx")
    calendar.saved_as("xlsx")
    assert [each.name for each in sorted(path.parent.glob("calendar*"))] == ["calendar.csv", "calendar.xlsx"]
    path.write_text(path.read_text("utf-8-sig").replace("一", "同事改的"), "utf-8-sig")
    assert "calendar.earlier-1.csv" in str(calendar.saved_as("csv"))
    assert "同事改的" in path.with_name("calendar.earlier-1.csv").read_text("utf-8-sig")


def test_a_changed_file_goes_into_the_queue_with_a_word_on_every_change_and_can_be_taken_back(work: Path) -> None:
    calendar = view("一", "二")
    calendar.saved_as("csv")
    text = (plans_folder() / "calendar.csv").read_text("utf-8-sig").replace("一", "同事改的一").replace("草稿", "通过")
    upload(calendar, "calendar.csv", text.encode("utf-8-sig"))
    assert [(each.text, each.status) for each in saved_queue()] == [("同事改的一", "approved"), ("二", "approved")]
    assert "改了 3" in calendar.said.value
    calendar.back.click()
    assert [(each.text, each.status) for each in saved_queue()] == [("一", "draft"), ("二", "draft")]
    assert calendar.back.disabled


def test_taking_a_file_back_is_no_longer_offered_once_the_queue_was_written_on(work: Path) -> None:
    calendar = view("一")
    calendar.saved_as("csv")
    text = (plans_folder() / "calendar.csv").read_text("utf-8-sig").replace("一", "同事改的")
    upload(calendar, "calendar.csv", text.encode("utf-8-sig"))
    queue = write_drafts(known=FACTS)
    assert isinstance(queue, QueuePlanner)
    queue.composer.text.value = "又写了"
    assert calendar.back.disabled
    calendar.undo()
    assert saved_queue()[0].text == "又写了"


def test_a_company_with_nothing_but_posts_writes_drafts_and_plans_two_weeks(work: Path) -> None:
    card = FACTS.company.model_copy(update={"people": []})
    own = Facts(card, FACTS.posts, None, invented=False)
    queue, calendar = write_drafts(known=own), show_calendar(MONDAY, own)
    assert isinstance(queue, QueuePlanner)
    assert isinstance(calendar, CalendarView)
    queue.add()
    queue.composer.text.value = "第一条"
    calendar.saved_as("xlsx")
    upload(calendar, "calendar.xlsx", (plans_folder() / "calendar.xlsx").read_bytes())
    assert [each.text for each in saved_queue()] == ["第一条"]


def test_a_file_that_is_no_calendar_changes_nothing_and_is_told(work: Path) -> None:
    calendar = view("一")
    upload(calendar, "photo.csv", b"\x00\xff\x00" * 100)
    assert [each.text for each in saved_queue()] == ["一"]
    assert "photo.csv" in calendar.said.value


def test_what_a_learner_or_a_file_says_stays_text(work: Path) -> None:
    calendar = view(HOSTILE)
    upload(calendar, f"{HOSTILE}.csv", f"编号,正文,状态\nd1,{HOSTILE}!,{HOSTILE}\n".encode())
    assert "<img" not in calendar._table.value + calendar.said.value
    assert saved_queue()[0].text == f"{HOSTILE}!"
