import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from playbook.campaign.brief import Brief
from playbook.campaign.model_brief import sound_plan as campaign_plan
from playbook.campaign.plan import CampaignPlan
from playbook.company import Account, Company, Person, Shift
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.watching import Keyword, Watch, WatchDay
from playbook.facts import sample_facts
from playbook.handbook.held import PLANS, Held
from playbook.handbook.sheets.plain import CUT, LONGEST, escaped, shown, unescaped
from playbook.handbook.workbook import workbook
from playbook.language import Language, speaking
from playbook.matrix.plan import MatrixPlan, Place
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.scorecard import Row, Scorecard
from playbook.plans import Plan
from playbook.timing.plan import Slot, TimingPlan

from .workbooks import NEWEST, Team, company, drafted, with_plan

HOSTILE = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://x.example","看这里")',
    "=cmd|' /C calc'!A0",
    "_x0041_ 和 _x000D_",
    "<script>alert(1)</script> {{ 7*7 }} ${x}",
    "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT",
    "'单引号",
)
UNSEEN = {
    "铃\x07声": "铃\\x07声",
    "反\u202e转": "反\\u202e转",
    "零\u200b宽": "零\\u200b宽",
    "空\x00": "空\\x00",
    "👩‍👧": "👩‍👧",
}
PEOPLE_SEE = ("一周日历", "账号", "谁管什么", "监测词", "盯得更紧的日子", "计分卡", "还没有解决的")
IN_ENGLISH = (
    "Week", "Accounts", "Roles", "Keywords", "Watch days", "Scorecard", "Open issues",
)  # fmt: skip


@pytest.mark.parametrize(("wanted", "names"), [("zh", PEOPLE_SEE), ("en", IN_ENGLISH)])
def test_every_sheet_has_frozen_heads_a_filter_and_a_printed_page_in_the_readers_language(
    wanted: Language, names: tuple[str, ...]
) -> None:
    with speaking(wanted):
        book = Team().book
    assert [page.title for page in book if page.sheet_state == "visible"][1:] == list(names)
    for page in (each for each in book if each.title in names):
        assert page.freeze_panes == "B3"
        assert page.row_dimensions[1].hidden
        assert str(page.auto_filter.ref).startswith("A2:")
        assert (page.print_title_rows, page.page_setup.orientation, page.page_setup.paperSize) == (
            "$2:$2", "landscape", 9,
        )  # fmt: skip
        assert page.page_setup.fitToHeight == 0


def test_the_week_has_a_row_for_each_slot_with_the_draft_that_is_next_in_the_queue() -> None:
    team = Team()
    told = [
        [team.cell("calendar", row, name).value for name in ("day", "time", "account", "text", "status")]
        for row in team.rows("calendar")
    ]
    assert told == [
        ["周一", "09:30", "岚间茶馆", "八十度泡龙井", "草稿"],
        ["周三", "15:00", "岚间茶馆", "今天来了两位老朋友", "草稿"],
        ["周五", "21:00", "岚间茶铺", "新茶到了", "草稿"],
    ]
    assert team.cell("calendar", "T1", "on_duty").value == "林小满"


def test_a_draft_that_the_week_has_no_room_for_comes_after_it_and_says_when() -> None:
    one = TimingPlan(slots=[Slot(account="flagship", day=1, hour=9)])
    team = Team(with_plan(one))
    later, waiting = (team.row("calendar", "text", each) for each in ("今天来了两位老朋友", "新茶到了"))
    assert team.cell("calendar", later, "remark").value == "下一周 周一 9 点"
    assert "没有排发布时段" in str(team.cell("calendar", waiting, "remark").value)
    assert team.cell("calendar", later, "day").value is None


def test_a_hostile_text_stays_text_in_every_cell() -> None:
    team = Team(with_plan(drafted(*HOSTILE)))
    assert [cell.coordinate for cell in _cells(team.book) if cell.data_type in "fe"] == []
    cells = [team.cell("calendar", row, "text") for row in team.rows("calendar")]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {unescaped(str(cell.value)) for cell in cells if cell.value} == set(HOSTILE)


def test_fault_096_what_cannot_be_seen_is_written_out_and_an_emoji_of_several_signs_stays_one() -> None:
    team = Team(with_plan(drafted(*UNSEEN)))
    assert {team.cell("calendar", row, "text").value for row in team.rows("calendar")} == {*UNSEEN.values(), None}


@pytest.mark.parametrize("sign", ["茶", "🍵", "\x07", "_x0041_"])
def test_fault_095_a_text_longer_than_a_cell_is_cut_where_one_sees_it_and_never_without_a_word(sign: str) -> None:
    said = str(shown(sign * 40_000, "zh"))
    assert said.endswith(CUT.zh)
    assert "handbook.html" in said
    units = len(escaped(said).encode("utf-16-le")) // 2
    assert LONGEST - 20 < units <= LONGEST


def test_the_same_plans_give_the_same_bytes_without_the_clock_in_them() -> None:
    packed = workbook(company())
    assert packed == workbook(company())
    with ZipFile(io.BytesIO(packed)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 30, 0, 0, 0)}
        stamps = re.findall(rb"(\d{4}-\d\d-\d\dT[\d:]+Z)", archive.read("docProps/core.xml"))
    assert stamps == [b"2026-03-30T00:00:00Z"] * 2


def test_the_status_of_a_draft_is_chosen_from_a_list_and_a_persons_name_only_suggested() -> None:
    team = Team()
    assert _offered(team, "status") == (["点子", "草稿", "待审", "通过", "已发", "归档"], True)
    assert _offered(team, "who") == (["林小满", "沈牧", "陶然"], False)


def test_a_company_without_plans_gets_its_accounts_its_people_and_a_word_on_what_is_missing() -> None:
    empty = Held(sample_facts(), dict.fromkeys((*PLANS, "company")), None)
    team = Team(empty)
    assert [page.title for page in team.book if page.sheet_state == "visible"] == [
        "怎么用", "账号", "谁管什么", "还没有解决的",
    ]  # fmt: skip
    assert team.cell("accounts", "A1", "account").value == "岚间茶馆"
    said = " ".join(str(cell.value) for row in team.book["怎么用"].rows for cell in row)
    assert "还没有计划：专员、策略、形象" in said


def test_a_finding_stands_with_its_rule_its_source_and_what_mends_it() -> None:
    finding = company().findings["crisis"][0]
    team = Team()
    row = team.row("findings", "what", str(finding.what))
    assert team.cell("findings", row, "mend").value == str(finding.mend)
    assert team.cell("findings", row, "source").value == str(finding.source)
    assert team.cell("findings", row, "system").value == "危机"


def test_campaigns_say_what_must_be_published_and_only_of_campaigns_with_prizes() -> None:
    team = Team(with_plan(campaign_plan({})))
    ends = team.row("campaigns", "particular", "截止")
    budget = team.row("campaigns", "particular", "预算（元，含奖品）")
    assert team.cell("campaigns", ends, "publish").value == "必须"
    assert team.cell("campaigns", ends, "value").number_format == "yyyy-mm-dd"
    assert team.cell("campaigns", budget, "publish").value is None
    assert team.cell("campaigns", budget, "value").value == 1600


def test_ids_and_times_are_text_so_that_no_spreadsheet_turns_them_into_something_else() -> None:
    team = Team()
    for column in ("day", "time", "account", "who"):
        assert team.cell("calendar", "T1", column).number_format == "@"
    assert team.book.properties.creator == "岚间茶馆"
    assert company().newest == NEWEST


def _cells(book: Workbook) -> Iterator[Cell]:
    return (cell for page in book for row in page.iter_rows() for cell in row if isinstance(cell, Cell))


def _offered(team: Team, column: str) -> tuple[list[str], bool]:
    """Return what the drop-down of a cell of the first slot offers, and whether nothing else can be typed."""
    page, at = team.sheet("calendar"), team.cell("calendar", "T1", column).coordinate
    [rule] = [each for each in page.data_validations.dataValidation if at in each.sqref]
    name, _, cells = str(rule.formula1).partition("!")
    listed = team.book[name.strip("'")][cells.replace("$", "")]
    return [str(cell.value) for (cell,) in listed], bool(rule.showErrorMessage)


def test_fault_093_hostile_names_and_ids_make_no_formula_and_are_read_back_untouched(tmp_path: Path) -> None:
    bad = "=1+1\x07\u202e{{x}}<b>"
    card = Company(
        name=bad,
        accounts=[Account(id="=a\x7f", name=bad), Account(id="b", name=bad)],
        people=[Person(id="=p", name=bad, duty=[Shift(days=[1], start=9, end=18)])],
    )
    words = [Keyword(word=bad, why=bad), Keyword(word=bad, why="=2")]
    made: list[Plan] = [
        TimingPlan(slots=[Slot(account="=a\x7f", day=1, hour=9)]),
        ContentPlan(
            columns=[Column(id="=c", name=bad)],
            queue=[Draft(id="=d", account="=a\x7f", column="=c", text=bad, owner="=p")],
        ),
        MatrixPlan(places=[Place(account="=a\x7f", owner="=p", purpose=bad, hand_off="b")]),
        CrisisPlan(watch=Watch(words=words, watch_days=[WatchDay(what=bad, words=bad)], owner=bad)),
        CampaignPlan(briefs=[Brief(id="=b", name=bad, account="b", owner=bad, text=bad)]),
        MetricsPlan(scorecards=[Scorecard(account="=a\x7f", rows=[Row(measure="comments", definition=bad)])]),
    ]
    none: dict[str, Plan | None] = dict.fromkeys((*PLANS, "company"))
    held = Held(replace(sample_facts(), company=card), none | {each.system: each for each in made}, NEWEST)
    team = Team(held)
    assert [cell.coordinate for cell in _cells(team.book) if cell.data_type in "fe"] == []
    assert team.cell("calendar", "T1", "who").value == "=1+1\\x07\\u202e{{x}}<b>"
    assert team.cell("accounts", "A1", "account").value == "=1+1\\x07\\u202e{{x}}<b>（=a\\x7f）"
    read = team.read(tmp_path, held)
    assert (read.edits, read.troubles) == ((), ())
