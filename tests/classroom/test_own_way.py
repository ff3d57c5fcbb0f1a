"""The way of the working specialist: an export, the company card, a plan, the handbook, and back from the team."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from classroom.handbook import handbook, handbook_folder
from playbook.cli import main
from playbook.company import Company, Person, Shift
from playbook.facts import facts
from playbook.handbook.build import FILES
from playbook.own import plans_folder
from playbook.plans import load, save
from playbook.timing.plan import Slot, TimingPlan

HEADER = [
    *("id", "bid", "正文", "原始图片url", "视频url", "位置", "日期", "工具", "点赞数", "评论数", "转发数", "话题"),
    "@用户",
]
SAMPLES = os.environ.get("COURSE_SAMPLES", "")
NEEDS_SAMPLES = pytest.mark.skipif(not SAMPLES, reason="COURSE_SAMPLES names no folder with real exports")


def export(folder: Path) -> Path:
    """Write an invented export of one account, as weibo-crawler wrote it in 2020."""
    path = folder / "3000000001.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for number in range(60):
            day = f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}"
            writer.writerow(
                [4600000000000000 + number, f"z{number}", "新茶到了", "", "", "", day, "手机", 9, 2, 3, "", ""]
            )
    return path


def real(_: Path) -> Path:
    """Return a real export."""
    return Path(SAMPLES) / "weibo-crawler-2020" / "2938964350.csv"


@pytest.mark.parametrize("found", [export, pytest.param(real, marks=NEEDS_SAMPLES)], ids=["invented", "real"])
def test_an_export_becomes_a_handbook_that_a_team_changes(
    found: Callable[[Path], Path], work: Path, tmp_path: Path
) -> None:
    assert main(["read", str(found(tmp_path))]) == 0
    known = facts()
    assert not known.invented
    lin = Person(id="lin", name="林", duty=[Shift(days=[1, 2, 3, 4, 5, 6, 7], start=9, end=22)])
    save(known.company.model_copy(update={"name": "竹隐茶舍", "people": [lin]}))
    slots = [Slot(account=known.main, day=day, hour=15) for day in (1, 3, 5, 7)]
    save(TimingPlan(slots=slots))

    page = handbook()
    page.children[1].click()
    out = handbook_folder()
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    told = (out / "handbook.html").read_text("utf-8")
    assert "竹隐茶舍" in told
    assert "岚间" not in told  # nothing of the sample company is left in it

    workbook = openpyxl.load_workbook(out / "handbook.xlsx")
    [day] = [cell for row in workbook["一周日历"].iter_rows(max_col=2) for cell in row if cell.value == "周日"]
    day.value = "周六"
    workbook.save(out / "handbook.xlsx")
    assert main(["read-back", str(out / "handbook.xlsx")]) in {0, 1}
    plan = load(TimingPlan, TimingPlan, plans_folder() / "timing.json")
    assert sorted(slot.day for slot in plan.slots) == [1, 3, 5, 6]
    assert load(Company, lambda: known.company).name == "竹隐茶舍"
