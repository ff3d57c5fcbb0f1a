import shutil
import subprocess
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.handbook.readback import ReadBackError, newly_found, read_back
from playbook.language import Language, speaking
from playbook.timing.plan import Slot, TimingPlan

from .workbooks import CellValue, Team, changed, company, drafted, plans, with_plan

TIMING, CONTENT, CRISIS = plans()["timing"], plans()["content"], plans()["crisis"]
# What a team types: sheet, row, column, the value, and what changes in which plan.
Typed = tuple[str, str, str, CellValue, str, dict[str, Any]]
TAKEN: list[Typed] = [
    ("calendar", "T1", "day", "周二", "timing", {"/slots/0/day": 2}),
    ("calendar", "T2", "time", "16：05", "timing", {"/slots/1/hour": 16, "/slots/1/minute": 5}),
    ("calendar", "T3", "account", "岚间茶课", "timing", {"/slots/2/account": "class"}),
    ("calendar", "T1", "text", "=八十五度\n泡龙井 ", "content", {"/queue/0/text": "=八十五度\n泡龙井"}),
    ("calendar", "T2", "status", "approved", "content", {"/queue/1/status": "approved"}),
    ("calendar", "T3", "who", "店里的小张", "content", {"/queue/2/owner": "店里的小张"}),
    ("calendar", "T3", "column", "茶馆一天", "content", {"/queue/2/column": "days"}),
    ("accounts", "A1", "owner", "沈牧", "matrix", {"/places/0/owner": "shen"}),
    ("accounts", "A1", "hours", " １２．５ ", "matrix", {"/places/0/hours": 12.5}),
    ("accounts", "A2", "hand_off", "岚间茶馆", "matrix", {"/places/1/hand_off": "flagship"}),
    ("accounts", "A2", "says_whose", True, "matrix", {"/places/1/says_whose": True}),
    ("roles", "R1", "deputy", "老岚", "governance", {"/roles/0/deputy": "老岚"}),
    ("roles", "R4", "end", 22, "crisis", {"/roles/0/end": 22}),
    ("roles", "R2", "who", "沈牧", "crisis", {"/watch/owner": "shen"}),
    ("keywords", "K2", "word", "岚子家", "crisis", {"/watch/words/1/word": "岚子家"}),
    ("watch_days", "D1", "first", "2026年2月15日", "crisis", {"/watch/watch_days/0/first": "2026-02-15"}),
    ("watch_days", "D1", "last", date(2026, 2, 23), "crisis", {"/watch/watch_days/0/last": "2026-02-23"}),
    ("scorecard", "M1", "low", "2", "metrics", {"/scorecards/0/rows/0/low": 2}),
    ("scorecard", "M1", "high", None, "metrics", {"/scorecards/0/rows/0/high": None}),
    ("scorecard", "M2", "base_from", None, "metrics", {"/scorecards/0/rows/1/base_from": None}),
]  # fmt: skip
# What cannot be taken: sheet, row, column, the value, and a word of why.
REFUSED: list[tuple[str, str, str, CellValue, str]] = [
    ("calendar", "T1", "day", "礼拜八", "要其中一个：周一"),
    ("calendar", "T2", "day", None, "要其中一个"),
    ("calendar", "T1", "time", "25:00", "时刻"),
    ("calendar", "T2", "time", "下午三点", "时刻"),
    ("calendar", "T3", "time", date(2026, 3, 30), "时刻"),
    ("calendar", "T1", "account", "岚间面馆", "要其中一个：岚间茶馆"),
    ("calendar", "T1", "text", "", "不能空着"),
    ("calendar", "T2", "text", "=1+1", "公式"),
    ("calendar", "T2", "status", "快好了", "点子"),
    ("calendar", "T3", "column", "泡面问答", "泡茶问答"),
    ("calendar", "T1", "on_duty", "小张", "灰格"),
    ("accounts", "A1", "owner", "店里的小张", "林小满"),
    ("accounts", "A1", "hours", "七个半", "要一个数"),
    ("accounts", "A2", "hours", "30,5", "要一个数"),
    ("roles", "R4", "end", "二十二", "要一个整数"),
    ("roles", "R4", "start", 9.5, "要一个整数"),
    ("keywords", "K1", "word", date(2026, 3, 15), "要文字"),
    ("watch_days", "D1", "first", "2026-02-30", "要一个日期"),
]


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_an_untouched_workbook_changes_nothing(wanted: Language, tmp_path: Path) -> None:
    with speaking(wanted):
        team = Team()
    read = team.read(tmp_path)
    assert (read.edits, read.troubles, read.plans) == ((), (), {})


def test_each_cell_that_a_team_changes_changes_its_own_place_in_the_plan_and_no_other(tmp_path: Path) -> None:
    team = Team()
    wanted: dict[str, dict[str, Any]] = {}
    for sheet, row, column, value, system, places in TAKEN:
        cell = team.cell(sheet, row, column)
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
        wanted.setdefault(system, {}).update(places)
    read = team.read(tmp_path)
    assert not read.troubles
    assert len(read.edits) == len(TAKEN)
    told = {
        system: {place: now for place, (_, now) in changed(plans()[system], plan).items()}
        for system, plan in read.plans.items()
    }
    # the week is kept in order of account and time, so a slot of another account takes another place
    assert told.pop("timing") == {
        "/slots/0/account": "class", "/slots/0/day": 5, "/slots/0/hour": 21, "/slots/0/minute": 0,
        "/slots/1/day": 2, "/slots/1/hour": 9, "/slots/1/minute": 30,
        "/slots/2/account": "flagship", "/slots/2/day": 3, "/slots/2/hour": 16, "/slots/2/minute": 5,
    }  # fmt: skip
    del wanted["timing"]
    assert told == wanted


def test_times_and_numbers_may_come_as_a_spreadsheet_keeps_them(tmp_path: Path) -> None:
    team = Team()
    team.type("calendar", "T1", "time", time(10, 15))
    team.type("calendar", "T2", "time", 0.75)
    team.type("calendar", "T3", "time", timedelta(hours=21, minutes=30))
    team.cell("calendar", "T3", "time").number_format = "[h]:mm"
    slots = _timing(team.read(tmp_path).plans["timing"]).slots
    assert [(slot.hour, slot.minute) for slot in slots] == [(10, 15), (18, 0), (21, 30)]


def test_a_number_in_a_cell_of_days_is_no_day(tmp_path: Path) -> None:
    team = Team()
    at = team.type("watch_days", "D1", "last", 46000)
    team.cell("watch_days", "D1", "last").number_format = "General"
    [trouble] = team.read(tmp_path).troubles
    assert (trouble.cell, "要一个日期" in str(trouble.why)) == (at, True)


def test_every_cell_that_cannot_be_taken_is_named_with_what_is_wanted_and_nothing_is_taken(tmp_path: Path) -> None:
    for batch in ([each for at, each in enumerate(REFUSED) if at % 2 == odd] for odd in (0, 1)):
        team = Team()
        wanted = {
            (team.sheet(sheet).title, team.type(sheet, row, column, value)): why
            for sheet, row, column, value, why in batch
        }
        team.type("accounts", "A1", "purpose", "好好的一处改动")
        read = team.read(tmp_path)
        assert {(each.sheet, each.cell) for each in read.troubles} == set(wanted)
        for each in read.troubles:
            assert wanted[each.sheet, each.cell] in str(each.why), each
        assert not read.plans


def test_a_slot_that_is_moved_onto_another_is_refused_with_its_cell(tmp_path: Path) -> None:
    team = Team()
    team.type("calendar", "T1", "day", "周三")
    at = team.type("calendar", "T1", "time", "15:00")
    [trouble] = team.read(tmp_path).troubles
    assert trouble.sheet == "一周日历"
    assert trouble.cell in {at, team.cell("calendar", "T1", "day").coordinate}
    assert "和 T2 这一行重复" in str(trouble.why)


def test_an_account_that_has_slots_cannot_be_closed_and_a_closed_one_is_given_none(tmp_path: Path) -> None:
    team = Team()
    closed = team.type("accounts", "A2", "fate", "关停")
    [trouble] = team.read(tmp_path).troubles
    assert (trouble.sheet, trouble.cell) == ("账号", closed)
    assert "@岚间茶铺 在一周日历里还有时段" in str(trouble.why)
    team.type("calendar", "T3", "account", "岚间茶馆")
    assert not team.read(tmp_path).troubles, "its only slot is another account's now"
    given = team.type("calendar", "T1", "account", "岚间茶铺")
    told = {(each.sheet, each.cell): str(each.why) for each in team.read(tmp_path).troubles}
    assert "不再保留" in told["一周日历", given]
    assert ("账号", closed) in told


def test_what_the_plan_itself_refuses_is_refused_with_the_cell(tmp_path: Path) -> None:
    team = Team()
    at = team.type("roles", "R4", "end", 25)
    team.type("roles", "R4", "who", "沈牧")
    [trouble] = team.read(tmp_path).troubles
    assert (trouble.sheet, trouble.cell) == ("谁管什么", at)
    assert str(trouble.why) == "“危机”的计划不收，最多 24"


def test_what_the_plan_refuses_is_found_even_where_rows_before_it_were_deleted(tmp_path: Path) -> None:
    team = Team()
    at = team.type("keywords", "K2", "word", "茶" * 400)
    team.type("watch_days", "D1", "what", "年")
    team.sheet("keywords").delete_rows(3)
    [trouble] = team.read(tmp_path).troubles
    assert (trouble.sheet, trouble.cell) == ("监测词", at.replace("4", "3"))
    assert "最多 300 个字" in str(trouble.why)


def test_a_cell_that_changed_while_the_plan_changed_is_a_conflict_that_shows_all_three(tmp_path: Path) -> None:
    team = Team()
    at = team.type("calendar", "T1", "text", "九十度泡龙井")
    team.type("accounts", "A1", "purpose", "一处不冲突的改动")
    read = team.read(tmp_path, with_plan(_queue("八十五度泡龙井")))
    [trouble] = read.troubles
    assert trouble.cell == at
    for said in ("八十度泡龙井", "八十五度泡龙井", "九十度泡龙井"):
        assert said in str(trouble.said)
    assert not read.plans


def test_what_the_plan_changed_and_the_workbook_did_not_stays_as_the_plan_has_it(tmp_path: Path) -> None:
    team = Team()
    team.type("calendar", "T2", "text", "今天来了三位老朋友")
    now = _queue("八十五度泡龙井")
    read = team.read(tmp_path, with_plan(now))
    assert not read.troubles
    assert changed(now, read.plans["content"]) == {"/queue/1/text": ("今天来了两位老朋友", "今天来了三位老朋友")}


def test_the_same_change_in_plan_and_workbook_is_no_conflict(tmp_path: Path) -> None:
    team = Team()
    team.type("calendar", "T1", "text", "八十五度泡龙井")
    read = team.read(tmp_path, with_plan(_queue("八十五度泡龙井")))
    assert (read.edits, read.troubles) == ((), ())


def test_a_changed_row_whose_entry_is_gone_from_the_plan_is_a_conflict_and_an_unchanged_one_is_none(
    tmp_path: Path,
) -> None:
    without = with_plan(TimingPlan(slots=_timing(TIMING).slots[1:]))
    assert not Team().read(tmp_path, without).troubles
    team = Team()
    at = team.type("calendar", "T1", "time", "10:00")
    [trouble] = team.read(tmp_path, without).troubles
    assert trouble.cell == at
    assert "没有这一条" in str(trouble.why)


def test_sorted_rows_moved_columns_renamed_sheets_and_heads_change_nothing(tmp_path: Path) -> None:
    team = Team()
    page = team.sheet("calendar")
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=1)]
    rows[2:] = reversed(rows[2:])
    order = list(reversed(range(len(rows[0]))))
    for number, row in enumerate(rows, start=1):
        for at, source in enumerate(order, start=1):
            page.cell(number, at).value = row[source]
    page["C2"].value = "换了个名"
    page.title = "我们的一周"
    read = team.read(tmp_path)
    assert (read.edits, read.troubles) == ((), ())


def test_spaces_around_a_text_and_how_its_lines_end_are_nobodys_edit(tmp_path: Path) -> None:
    of = with_plan(drafted("第一行\n第二行"))
    team = Team(of)
    team.type("calendar", "T1", "text", "  第一行\r\n第二行 \n")
    assert team.read(tmp_path, of).edits == ()


def test_signs_that_the_cell_writes_out_come_back_as_they_were(tmp_path: Path) -> None:
    of = with_plan(drafted("零\u200b宽 _x0041_"))
    team = Team(of)
    cell = team.cell("calendar", "T1", "text")
    cell.value = str(cell.value).replace("宽", "宽的")
    read = team.read(tmp_path, of)
    assert changed(of.plans["content"], read.plans["content"]) == {  # type: ignore[arg-type] # a plan, not an error
        "/queue/0/text": ("零\u200b宽 _x0041_", "零\u200b宽的 _x0041_")
    }


def test_a_row_without_an_id_is_a_new_slot_and_a_new_word(tmp_path: Path) -> None:
    team = Team()
    team.add("calendar", day="周日", time="9:00", account="岚间茶课")
    team.add("keywords", word="岚间 漏水", kind="品牌名", why="有人说起")
    read = team.read(tmp_path)
    assert Slot(account="class", day=7, hour=9) in _timing(read.plans["timing"]).slots
    assert [each.word for each in _crisis(read.plans["crisis"]).watch.words] == ["岚间", "岚间茶馆", "岚间 漏水"]


def test_a_workbook_that_was_read_back_already_changes_nothing_more(tmp_path: Path) -> None:
    team = Team()
    team.add("calendar", day="周日", time="9:00", account="岚间茶课")
    team.sheet("keywords").delete_rows(4)
    team.type("calendar", "T1", "time", "10:00")
    team.type("keywords", "K1", "word", "岚子家")
    team.type("accounts", "A1", "purpose", "公司的事都在这里说")
    first = team.read(tmp_path)
    assert set(first.plans) == {"timing", "crisis", "matrix"}
    again = team.read(tmp_path, company(**first.plans))
    assert (again.edits, again.troubles, again.gone) == ((), (), (("监测词", "K2"),))
    team.type("keywords", "K1", "why", "年轻客人这样叫")
    last = team.read(tmp_path, company(**first.plans))
    assert changed(first.plans["crisis"], last.plans["crisis"]) == {
        "/watch/words/0/why": ("我们的名字", "年轻客人这样叫")
    }


def test_a_new_row_that_lacks_something_or_says_what_is_there_already_is_refused(tmp_path: Path) -> None:
    for sheet, values, why in (
        ("calendar", {"day": "周日", "account": "岚间茶课"}, "时刻"),
        ("calendar", {"day": "周一", "time": "9:30", "account": "岚间茶馆"}, "重复"),
        ("calendar", {"day": "周日", "time": "9:30", "account": "岚间茶馆", "text": "新草稿"}, "不收这一列"),
        ("keywords", {"word": "岚间"}, "重复"),
        ("accounts", {"purpose": "新账号"}, "不能添行"),
    ):
        team = Team()
        at = team.add(sheet, **values)
        [trouble] = team.read(tmp_path).troubles
        assert trouble.cell[1:] == at[1:]
        assert why in str(trouble.why)


def test_a_deleted_row_takes_its_slot_or_word_away_and_leaves_the_draft_in_the_queue(tmp_path: Path) -> None:
    team = Team()
    team.sheet("calendar").delete_rows(3)
    team.sheet("keywords").delete_rows(4)
    read = team.read(tmp_path)
    assert _timing(read.plans["timing"]).slots == _timing(TIMING).slots[1:]
    assert [each.word for each in _crisis(read.plans["crisis"]).watch.words] == ["岚间"]
    assert "content" not in read.plans


def test_a_row_deleted_where_none_may_go_is_refused(tmp_path: Path) -> None:
    team = Team()
    team.sheet("accounts").delete_rows(3)
    [trouble] = team.read(tmp_path).troubles
    assert trouble.sheet == "账号"
    assert "A1" in str(trouble.why)


def test_a_row_deleted_while_the_plan_changed_it_is_a_conflict(tmp_path: Path) -> None:
    team = Team()
    team.sheet("keywords").delete_rows(3)
    crisis = _crisis(CRISIS)
    first = crisis.watch.words[0].model_copy(update={"why": "又想了想"})
    watch = crisis.watch.model_copy(update={"words": [first, *crisis.watch.words[1:]]})
    [trouble] = team.read(tmp_path, with_plan(crisis.model_copy(update={"watch": watch}))).troubles
    assert "又想了想" in str(trouble.why)


def test_an_id_that_stands_twice_or_that_nobody_gave_is_refused_with_its_cell(tmp_path: Path) -> None:
    team = Team()
    team.sheet("accounts")["A4"].value = "A1"
    team.sheet("roles")["A3"].value = "R99"
    told = {(each.sheet, each.cell): str(each.why) for each in team.read(tmp_path).troubles}
    assert "A3" in told["账号", "A4"]
    assert "R99" in told["谁管什么", "A3"]


def test_a_workbook_that_lost_a_sheet_a_column_or_its_ids_or_has_merged_cells_is_refused(tmp_path: Path) -> None:
    team = Team()
    del team.book[team.sheet("roles").title]
    team.sheet("accounts").delete_cols(2)
    team.sheet("keywords").delete_rows(1)
    team.sheet("watch_days").merge_cells("B3:C3")
    team.book.copy_worksheet(team.sheet("calendar"))
    told = [str(each.said) for each in team.read(tmp_path).troubles]
    for said in (
        "“谁管什么”：少了这张表",
        "少了一列（账号）",
        "“监测词”：少了这张表，或者它隐藏的第 1 行",
        "B3:C3",
        "两份",
    ):
        assert any(said in each for each in told), (said, told)


def test_notes_of_the_teams_own_stay_in_the_workbook_and_are_told_of(tmp_path: Path) -> None:
    team = Team()
    row = next(team.rows("findings"))
    team.type("findings", row, "progress", "在改")
    team.sheet("calendar")["L3"].value = "记得拍照"
    read = team.read(tmp_path)
    assert (read.edits, read.troubles, read.kept, dict(read.others)) == ((), (), 1, {"一周日历": ("L",)})


def test_what_was_not_built_here_is_refused_with_what_to_do(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("none.xlsx", "text.xlsx", "cut.xlsx", "other.xlsx")]
    paths[1].write_text("编号,账号")
    Team().save(tmp_path)
    paths[2].write_bytes((tmp_path / "handbook.xlsx").read_bytes()[:2000])
    Workbook().save(paths[3])
    with (
        ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as archive,
        archive.open("x", "w", force_zip64=True) as entry,
    ):
        for _ in range(210):
            entry.write(bytes(1_000_000))
    paths.append(tmp_path / "bomb.xlsx")
    with pytest.raises(OSError, match="none"):
        read_back(paths[0], company())
    for path in paths[1:]:
        with pytest.raises(ReadBackError) as refused:
            read_back(path, company())
        assert str(path) in str(refused.value.args[0])


def test_a_change_that_brings_a_new_finding_says_which(tmp_path: Path) -> None:
    team = Team()
    team.type("calendar", "T1", "time", "3:00")
    of = company()
    new = newly_found(team.read(tmp_path), of)
    assert new
    assert not [each for each in new if each in of.findings["timing"]]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_changes_nothing_and_what_was_changed_in_it_arrives(tmp_path: Path) -> None:
    of = with_plan(
        drafted("=1+1", "_x000D_ 零\u200b宽", "两\n行 ", "👩‍👧 07:30", "  前面有空格", "'引号", "007", "2026-03-30")
    )
    untouched = read_back(_resaved(Team(of), tmp_path), of)
    assert (untouched.edits, untouched.troubles) == ((), ())
    team = Team(of)
    team.type("calendar", "T1", "time", time(10, 0))
    team.type("watch_days", "D1", "first", date(2026, 2, 15))
    team.type("scorecard", "M1", "low", "2.5")
    read = read_back(_resaved(team, tmp_path), of)
    assert not read.troubles
    assert {each.place.path[-1] for each in read.edits} == {0, "first", "low"}


def _resaved(team: Team, folder: Path) -> Path:
    """Return the workbook as LibreOffice saves it, in a folder of its own."""
    out = folder / "resaved"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx",
         "--outdir", out, team.save(folder)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out / "handbook.xlsx"


def _queue(first: str) -> ContentPlan:
    """Return the content plan with another text in its first draft, and all the others as they are."""
    assert isinstance(CONTENT, ContentPlan)
    draft = CONTENT.queue[0].model_copy(update={"text": first})
    return CONTENT.model_copy(update={"queue": [draft, *CONTENT.queue[1:]]})


def _timing(plan: object) -> TimingPlan:
    assert isinstance(plan, TimingPlan)
    return plan


def _crisis(plan: object) -> CrisisPlan:
    assert isinstance(plan, CrisisPlan)
    return plan
