"""The lesson on a company's own export that has dates but no time of day."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from classroom.own_data import READ
from classroom.pages.tidy import read_page
from classroom.whose import TO_OWN
from playbook.facts import facts
from playbook.language import Text
from playbook.rules import resolve
from playbook.sample.card import NAME as SAMPLE_NAME
from playbook.stances import Stance
from playbook.timing import charts
from playbook.timing.plan import TimingPlan
from playbook.timing.words import DATES_ALONE

from .course import LESSON, Course
from .reader import Reader
from .week import PLAN, Week, plan_of

pytestmark = pytest.mark.in_chinese
HEADER = [
    "id",
    "bid",
    "正文",
    "原始图片url",
    "视频url",
    "位置",
    "日期",
    "工具",
    "点赞数",
    "评论数",
    "转发数",
    "话题",
    "@用户",
]
NAME = "竹隐茶舍"


@pytest.fixture
def own(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Course]:
    """Read an invented export into the learner's work, as the learner would; take it out again afterwards."""
    path = _export(tmp_path, 60)
    read = course.run("playbook", "read", str(path))
    assert read.returncode in {0, 1}, read.stderr
    monkeypatch.setenv("COURSE_WORK", str(course.work))
    monkeypatch.setenv("COURSE_LANGUAGE", course.language)
    yield course
    shutil.rmtree(course.work / "own")


def test_a_large_export_chosen_on_the_first_page_is_shown_until_one_click_leads_back(
    course: Course, reader: Reader, tmp_path: Path
) -> None:
    """Larger than the 10 MB at which a server would cut the connection if it were not told otherwise."""
    (course.work / "plans/company.json").unlink(missing_ok=True)  # another test may have renamed the sample company
    path = _export(tmp_path, 4_000, "春茶到了，" * 250)
    assert path.stat().st_size > 10 * 1024 * 1024
    reader.open("start")
    with reader.page.expect_file_chooser() as chooser:
        reader.cell("own").get_by_role("button").click()
    chooser.value.set_files(path)
    reader.see("own", READ.format(report=course.work / "own" / "posts.report.csv").in_language(course.language))
    assert reader.complaints == []
    reader.shoot("own-read")
    reader.open(LESSON)
    reader.see("setup", NAME)
    reader.cell("setup").get_by_role("button").click()
    reader.see("setup", SAMPLE_NAME.in_language(course.language))
    reader.run_again()
    reader.see("setup", TO_OWN.in_language(course.language))
    assert reader.cell("plan").locator("select").first.locator("option").count() == 6
    assert (course.work / "own" / "posts.csv").is_file()
    shutil.rmtree(course.work / "own")


def test_the_lesson_opens_on_it_and_the_planner_still_checks_gaps_and_duty(own: Course, reader: Reader) -> None:
    reader.open(LESSON)
    reader.shoot("own-export")
    kinds = {cell["id"]: [output["output_type"] for output in cell["outputs"]] for cell in reader.code_cells()}
    assert [name for name, outputs in kinds.items() if "error" in outputs or "stream" in outputs] == []
    assert reader.complaints == []
    reader.see("plan", DATES_ALONE.in_language(own.language))
    assert reader.cell("plan").locator("select").first.locator("option").all_inner_texts() == [f"@{NAME}"]
    week = Week(reader, file=f"own/{PLAN}")
    two_hours = reader.cell("plan").locator("select").nth(2)
    two_hours.select_option(index=1)
    week.cell(1, 10).click()
    week.settle((1, 10))
    week.cell(1, 11).click()
    week.settle((1, 10), (1, 11))
    account = facts().main
    plan: TimingPlan = plan_of(account, (1, 10), (1, 11)).model_copy(
        update={"stances": {"gap-between-posts": Stance(position="two_hours")}}
    )
    week.expect_findings(plan, account, facts())
    said = " ".join(week.findings)
    assert Text("间隔不到 2 小时", "Less than two hours apart").in_language(own.language) in said
    assert Text("无人值班", "Nobody is on duty").in_language(own.language) in said


def test_every_chart_of_hours_says_what_the_export_cannot_tell(own: Course) -> None:
    figures = {name: each for name, each in _shown_in_the_lesson(own).items() if isinstance(each, Figure)}
    assert len(figures) >= 5
    excuses = (charts.NO_HOURS.in_language(own.language), charts.NO_REACTIONS.in_language(own.language))
    silent = [name for name, each in figures.items() if not any(excuse in _words(each) for excuse in excuses)]
    assert silent == []


def test_no_table_of_hours_shows_empty_numbers(own: Course) -> None:
    tables = {
        name: each.to_html() for name, each in _shown_in_the_lesson(own).items() if isinstance(each, pd.DataFrame)
    }
    assert tables
    assert [name for name, table in tables.items() if "nan" in table.lower()] == []


def _shown_in_the_lesson(course: Course) -> dict[str, object]:
    """Return what each call of a chart or table in the lesson's page gives."""
    page = read_page(course.home / "notebooks" / course.language / f"{LESSON}.ipynb")
    calls = re.findall(
        r"^((?:charts|tables)\.\w+)\(\)", "\n".join(cell["source"] for cell in page["cells"]), re.MULTILINE
    )
    return {call: resolve(f"playbook.timing.{call.replace('.', ':')}")() for call in calls}


def _words(figure: Figure) -> str:
    texts = [text for axes in figure.axes for text in axes.texts]
    return "\n".join(text.get_text() for text in texts)


def _export(folder: Path, posts: int, text: str = "春茶到了") -> Path:
    """Write an export of one account, dates without a time of day, as weibo-crawler wrote it in 2020."""
    path = folder / f"{NAME}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        writer.writerows(_post(number, text) for number in range(posts))
    return path


def _post(number: int, text: str) -> list[str]:
    day = f"2020-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    counts = [str(number % 17 * 9), str(number % 5), str(number % 7)]
    return [str(4600000000000000 + number), f"z{number:08}", text, "", "", "", day, "手机", *counts, "", ""]
