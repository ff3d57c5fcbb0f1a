import os
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar

from playbook.cli import main
from playbook.company import Account, Company, Person
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Statement
from playbook.handbook.build import FILES, build
from playbook.timing.plan import Slot, TimingPlan

from .test_html import ATTRIBUTES, OURS, Read
from .test_word import lines
from .whole import EVIL, SHOWN, saved

TIMING = TimingPlan(slots=[Slot(account="store", day=2, hour=15)])
HALF = "\ud83d"  # half a sign: no JSON file in UTF-8 holds it, so no plan that was saved does


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a company's folder with one small plan, saved on a day that is known."""
    folder = saved(tmp_path / "work", TIMING)
    os.utime(folder / "plans" / "timing.json", (1_774_800_000, 1_774_800_000))  # 2026-03-30 in Shanghai
    return folder


def bytes_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_build_writes_the_four_files_and_names_them(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "book"
    assert main(["build", str(work), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    told = capsys.readouterr()
    assert told.out.split() == [str(out / name) for name in FILES]
    assert "一共 11 章，动过笔的 1 章" in told.err
    assert "2026-03-30（周一）" in "\n".join(Read((out / "handbook.html").read_text("utf-8")).lines)


def test_the_same_plans_give_the_same_bytes_and_the_plans_are_not_touched(work: Path, tmp_path: Path) -> None:
    before = bytes_of(work / "plans")
    build(work, tmp_path / "a", ["zh", "en"])
    build(work, tmp_path / "b", ["zh", "en"])
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert bytes_of(work / "plans") == before


def test_in_both_languages_the_chinese_handbook_comes_first_and_the_english_one_after_it(
    work: Path, tmp_path: Path
) -> None:
    assert main(["build", str(work), "-o", str(tmp_path / "out"), "--language", "both"]) == 0
    text = (tmp_path / "out" / "handbook.html").read_text("utf-8")
    assert text.index('lang="zh-CN" id="zh"') < text.index('lang="en" id="en"')
    told = [each.text for each in docx.Document(str(tmp_path / "out" / "handbook.docx")).paragraphs]
    assert told.index("一周一览") < told.index("The week at a glance")


def test_an_english_handbook_has_no_chinese_heading(work: Path, tmp_path: Path) -> None:
    assert main(["build", str(work), "-o", str(tmp_path / "out"), "--language", "en"]) == 0
    found = Read((tmp_path / "out" / "handbook.html").read_text("utf-8"))
    assert found.of("html") == [{"lang": "en"}]
    assert not re.search("[一-鿿]", "".join(found.lines))


def test_the_calendar_begins_in_the_week_that_was_asked_for(work: Path, tmp_path: Path) -> None:
    assert main(["build", str(work), "-o", str(tmp_path / "out"), "--from", "2026-01-07"]) == 0
    assert "DTSTART;TZID=Asia/Shanghai:20260106T150000" in (tmp_path / "out" / "calendar.ics").read_text("utf-8")


def test_a_plan_that_cannot_be_read_is_named_kept_and_left_out_and_the_status_is_one(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = work / "plans" / "crisis.json"
    damaged.write_text('{"levels": [1', "utf-8")
    assert main(["build", str(work), "-o", str(tmp_path / "out")]) == 1
    assert str(damaged) in capsys.readouterr().err
    assert damaged.read_text("utf-8") == '{"levels": [1'
    assert len(list(damaged.parent.iterdir())) == 2
    told = "\n".join(Read((tmp_path / "out" / "handbook.html").read_text("utf-8")).lines)
    assert "读不出来" in told
    assert "@岚间城南店" in told


@pytest.mark.parametrize("name", FILES)
def test_where_one_file_cannot_be_written_none_is_and_the_old_ones_stay(
    name: str, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (out / name).mkdir(parents=True)
    for other in set(FILES) - {name}:
        (out / other).write_text("old")
    assert main(["build", str(work), "-o", str(out)]) == 2
    assert name in capsys.readouterr().err
    assert {(out / other).read_text() for other in set(FILES) - {name}} == {"old"}
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)


def test_a_company_without_any_plan_gets_a_handbook_that_says_where_to_begin(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    assert main(["build", str(tmp_path / "work"), "-o", str(tmp_path / "out")]) == 0
    told = "\n".join(Read((tmp_path / "out" / "handbook.html").read_text("utf-8")).lines)
    assert "一共 11 章，动过笔的 0 章" in told
    assert told.count("这一章还没有写。") == 11


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["nowhere", "-o", "out"], "没有 nowhere 这个文件夹"),
        (["work/plans", "-o", "out"], "请写它上面的那个文件夹"),
        (["work", "-o", "work/plans/timing.json"], "是一个文件"),
    ],
)
def test_what_cannot_be_done_says_what_to_do_and_writes_nothing(
    asked: list[str], said: str, work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work.parent)
    assert main(["build", *asked]) == 2
    assert said in capsys.readouterr().err
    assert not Path("out").exists()


def test_posts_that_are_no_posts_table_are_refused(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "posts.csv").write_text("a,b\n1,2\n", "utf-8")
    assert main(["build", str(work), "-o", str(work / "out")]) == 2
    assert "posts.csv" in capsys.readouterr().err


def test_a_date_that_is_none_is_refused(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as status:
        main(["build", str(work), "-o", str(work / "out"), "--from", "1. Januar"])
    assert status.value.code == 2
    assert "2026-01-05" in capsys.readouterr().err


def test_hostile_plans_are_text_in_all_four_files(tmp_path: Path) -> None:
    evil, shown = EVIL.removesuffix(HALF), SHOWN.removesuffix(r"\ud83d")
    card = Company(name=evil, accounts=[Account(id="store", name=evil[:200])], people=[Person(id="p", name=evil[:200])])
    content = ContentPlan(
        columns=[Column(id="c", name=evil[:80])],
        queue=[Draft(id="d1", account="store", column="c", text=evil, owner=evil[:200], notes=evil)],
    )
    crisis = CrisisPlan(statements=[Statement(kind="holding", happened=evil, doing="=1+1")], first_hours=[])
    timing = TIMING.model_copy(update={"why": {"store": f"{evil}\r\nBEGIN:VEVENT"}})
    out = tmp_path / "out"
    build(saved(tmp_path / "work", card, content, crisis, timing), out, ["zh", "en"])
    page = Read((out / "handbook.html").read_text("utf-8"))
    assert {tag for tag, _ in page.tags} <= OURS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert "".join(page.lines).count(shown) > 10
    assert "".join(lines(docx.Document(str(out / "handbook.docx")))).count(shown) > 10
    book = openpyxl.load_workbook(out / "handbook.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(shown in str(cell.value) for cell in cells)
    events = Calendar.from_ical((out / "calendar.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 1
    assert shown[:40] in str(events[0]["SUMMARY"])
