"""The calendar as a file: whatever a team or Excel does to it, the queue gets the changes and loses nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from playbook.content.calendar.back import Brought, bring_in
from playbook.content.calendar.cells import HEADS, Names, rows_of
from playbook.content.calendar.files import CalendarFileError, read_sheet, to_csv, to_xlsx
from playbook.content.calendar.weeks import two_weeks
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan
from playbook.sample.card import sample_card
from playbook.timing.plan import Slot, TimingPlan

MONDAY = date(2026, 11, 30)
WEEK = TimingPlan(slots=[Slot(account="shop", day=day, hour=9) for day in range(1, 8)])
COLUMNS = [Column(id="c1", name="泡茶"), Column(id="c2", name="=1+1")]
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "'=已经有撇号",
    "一行\n两行\r\n三行",
    "🍵喝茶[心]#春茶# @掌柜老岚 http://t.cn/A6vB3sKe",
    "茶" * 2000,
    '他说"好"，然后走了, 对吧；a\tb',
    "12/3",
    "0012",
    "Dec 1",
    "  前后有空格  ",
    "_x0041_",
    "控制符\x07在这里",
]


def queue(*texts: str) -> ContentPlan:
    drafts = [
        Draft(
            id=f"d{number}", account="shop", text=text, column="c1", owner="xiaoman", status="review", made_with_ai=True
        )
        for number, text in enumerate(texts, start=1)
    ]
    return ContentPlan(columns=COLUMNS, queue=drafts)


def names(plan: ContentPlan) -> Names:
    return Names(sample_card(), plan)


def written(plan: ContentPlan, write: Callable[..., bytes] = to_csv) -> bytes:
    return write(rows_of(plan, two_weeks(plan, WEEK, MONDAY), names(plan)))


def read(plan: ContentPlan, data: bytes, first: date = MONDAY) -> Brought:
    return bring_in(read_sheet("calendar", data), plan, two_weeks(plan, WEEK, first), names(plan))


def cells(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV by the keys of the columns, for a test to edit."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [dict(zip(HEADS, row, strict=True)) for row in rows[1:]]


def saved(rows: list[dict[str, str]], encoding: str = "utf-8-sig", separator: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    keys = list(rows[0])
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow([HEADS[key].zh for key in keys])
    writer.writerows([[row[key] for key in keys] for row in rows])
    return stream.getvalue().encode(encoding, "replace")


def edited(plan: ContentPlan, line: int = 0, **changes: str) -> Brought:
    rows = cells(written(plan))
    rows[line] |= changes
    return read(plan, saved(rows))


@pytest.mark.parametrize("write", [to_csv, to_xlsx])
def test_out_and_in_again_changes_nothing_whatever_the_texts(write: Callable[..., bytes], reader: str) -> None:
    plan = queue(*HOSTILE)
    brought = read(plan, written(plan, write))
    assert brought.plan.model_dump_json() == plan.model_dump_json()
    assert {each.outcome for each in brought.told} == {"kept"}


@pytest.mark.parametrize("write", [to_csv, to_xlsx])
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=80), max_size=4), owner=st.text(max_size=20), notes=st.text(max_size=40))
def test_out_and_in_again_changes_nothing_for_any_words(
    write: Callable[..., bytes], texts: list[str], owner: str, notes: str
) -> None:
    drafts = [each.model_copy(update={"owner": owner, "notes": notes}) for each in queue(*texts).queue]
    plan = ContentPlan(columns=COLUMNS, queue=drafts)
    assert read(plan, written(plan, write)).plan == plan


def test_a_file_written_in_one_language_is_read_in_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = queue("一", "二")
    called = names(plan)
    calendar = two_weeks(plan, WEEK, MONDAY)
    data = to_csv(rows_of(plan, calendar, called))
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    brought = bring_in(read_sheet("calendar", data), plan, calendar, called)
    assert brought.plan == plan
    assert {each.outcome for each in brought.told} == {"kept"}


def test_no_cell_of_the_csv_is_one_that_excel_would_run_or_rewrite() -> None:
    plan = queue(*HOSTILE)
    for row in cells(written(plan)):
        assert not row["text"].lstrip(" ").startswith(("=", "+", "-", "@"))
    texts = [row["text"] for row in cells(written(plan))]
    assert "'12/3" in texts
    assert "'0012" in texts


def test_ids_that_look_like_numbers_keep_their_zeros() -> None:
    plan = ContentPlan(queue=[Draft(id=name, account="shop", text=name) for name in ("0012", "1e5", "2026-1", "Mar1")])
    assert [row["id"][0] for row in cells(written(plan))[:4]] == ["'"] * 4
    assert read(plan, written(plan)).plan == plan


def test_the_workbook_holds_text_days_times_choices_and_heads_that_stay() -> None:
    sheet = load_workbook(io.BytesIO(written(queue("=1+1"), to_xlsx))).active
    assert sheet is not None
    row = dict(zip(HEADS, sheet[2], strict=True))
    assert (row["text"].data_type, row["text"].value) == ("s", "=1+1")
    assert row["id"].data_type == "s"
    assert row["date"].value == datetime(2026, 11, 30)  # noqa: DTZ001 - a cell has no zone
    assert row["time"].value == time(9)
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["G"].width >= 40
    offered = [each.formula1 for each in sheet.data_validations.dataValidation]
    assert any("草稿" in (each or "") for each in offered)
    assert all(len(each or "") < 256 for each in offered)


def test_changes_of_the_team_are_taken_by_id_and_each_is_told() -> None:
    brought = edited(
        queue("一", "二"),
        1,
        text="改过的二",
        status="通过",
        owner="沈牧",
        column="=1+1",
        ad_mark="已标",
        ai="用了，已声明",
    )
    draft = brought.plan.queue[1]
    assert (draft.text, draft.status, draft.owner, draft.column) == ("改过的二", "approved", "shen", "c2")
    assert (draft.ad_marked, draft.made_with_ai, draft.ai_declared) == (True, True, True)
    changed = [each for each in brought.told if each.outcome == "changed"]
    assert {each.field for each in changed} == {"text", "status", "owner", "column", "ad_mark", "ai"}
    assert {(each.line, each.draft) for each in changed} == {(3, "d2")}
    assert brought.plan.queue[0].text == "一"


def test_statuses_are_read_in_either_language() -> None:
    for said in ("Approved", "通过", "approved "):
        assert edited(queue("一"), status=said).plan.queue[0].status == "approved"


def test_a_file_that_excel_saved_again_says_the_same() -> None:
    plan = queue("一", "=1+1", "🍵喝茶")
    rows = cells(written(plan))
    for row in rows:
        row["date"] = row["date"].replace("2026-", "2026/").replace("-0", "/").replace("-", "/")
        row["time"] = row["time"].removeprefix("0")
    turned = [{key: row[key] for key in reversed(row)} for row in rows]
    blank = dict.fromkeys(turned[0], "")
    for encoding, separator in (("gbk", ","), ("utf-8-sig", ";"), ("utf-16", "\t")):
        brought = read(plan, saved([blank, *turned[:2], blank, *turned[2:], blank], encoding, separator))
        assert brought.plan == plan
        assert {each.outcome for each in brought.told} == {"kept"}


def test_emoji_that_gbk_cannot_hold_stay_in_the_plan_and_the_row_says_so() -> None:
    plan = queue("🍵喝茶☕")
    brought = read(plan, saved(cells(written(plan)), "gbk"))
    assert brought.plan == plan
    assert "GBK" in str(brought.told[0].why)


def test_words_written_into_an_empty_slot_become_a_new_draft_that_gets_that_slot() -> None:
    plan = queue("一")
    brought = edited(plan, 1, text="写在空格里", owner="外来的人")
    assert [each.id for each in brought.plan.queue] == ["d1", "d2"]
    fresh = brought.plan.queue[1]
    assert (fresh.text, fresh.account, fresh.owner, fresh.status) == ("写在空格里", "shop", "外来的人", "draft")
    assert [each.line for each in brought.told if each.outcome == "added"] == [3]
    entry = two_weeks(brought.plan, WEEK, MONDAY).entry("d2")
    assert entry is not None
    assert str(entry.at.date()) == cells(written(plan))[1]["date"]


def test_a_draft_that_the_file_lacks_stays_in_the_plan() -> None:
    plan = queue("一", "二", "三")
    rows = cells(written(plan))
    assert read(plan, saved(rows[1:2])).plan == plan


@pytest.mark.parametrize(
    ("field", "read_there", "wanted"),
    [
        ("status", "快好了", "草稿"),
        ("column", "没有的栏目", "泡茶"),
        ("ai", "也许", "没用 AI"),
        ("text", "", "归档"),
        ("text", "茶" * 8001, "8000"),
        ("date", "2026/12/5", "队列"),
        ("account", "岚间茶馆", "岚间茶铺"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_left_out_with_what_was_read_and_what_is_wanted(
    field: str, read_there: str, wanted: str
) -> None:
    plan = queue("一")
    brought = edited(plan, 0, **{field: read_there})
    assert brought.plan == plan
    [told] = [each for each in brought.told if each.outcome == "left_out"]
    assert (told.line, told.field, told.read) == (2, field, read_there)
    assert wanted in str(told.why)


def test_an_id_that_comes_twice_or_that_no_draft_has_is_left_out() -> None:
    plan = queue("一")
    rows = cells(written(plan))
    again, stranger = rows[0] | {"text": "第二次"}, rows[0] | {"id": "d77"}
    brought = read(plan, saved([rows[0], again, stranger]))
    assert brought.plan == plan
    assert [(each.line, each.outcome) for each in brought.told] == [(2, "kept"), (3, "left_out"), (4, "left_out")]


def test_a_new_row_without_an_account_on_the_card_is_left_out() -> None:
    brought = edited(queue("一"), 1, text="新的", account="谁家的")
    assert len(brought.plan.queue) == 1
    assert "岚间茶铺" in str(next(each for each in brought.told if each.outcome == "left_out").why)


def test_the_days_of_a_file_of_other_weeks_are_no_change() -> None:
    plan = queue("一", "二")
    brought = read(plan, written(plan), first=date(2026, 12, 14))
    assert {each.outcome for each in brought.told} == {"kept"}


def test_a_damaged_byte_in_a_cell_is_told_and_what_the_plan_has_stays() -> None:
    plan = queue("春茶到了" * 20)
    data = written(plan)
    at = data.index("茶".encode())
    brought = read(plan, data[:at] + b"\xff" + data[at + 1 :])
    assert brought.plan == plan
    assert "left_out" in {each.outcome for each in brought.told}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 half a workbook",
        b"\xd0\xcf\x11\xe0 old",
        "正文,状态\n一,草稿\n".encode(),
        b"\x00\x01\xff" * 50,
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_what_to_do(data: bytes, reader: str) -> None:
    with pytest.raises(CalendarFileError) as refused:
        read_sheet("calendar", data)
    assert {"zh": "计划没有动", "en": "the plan is as it was"}[reader] in str(refused.value).replace("The", "the")


def test_a_full_queue_takes_no_more_and_says_so() -> None:
    plan = ContentPlan(queue=[Draft(id=f"d{n}", account="class", text=str(n)) for n in range(1000)])
    rows = [dict.fromkeys(HEADS, "") | {"text": "第 1001 条", "account": "岚间茶课"}]
    brought = read(plan, saved(rows))
    assert len(brought.plan.queue) == 1000
    assert brought.told[0].outcome == "left_out"
