"""F. The roster, as spreadsheets write it, and as they should not."""

from __future__ import annotations

from pathlib import Path

import pytest

from classroom.cohort import CohortError
from classroom.gradebook import read_roster
from tests.faults.handed import Cohort, sheet


@pytest.mark.parametrize(
    "text",
    [
        "learner,name,email\n0012,李雷,a@b.cn\n0013,韩梅梅,\n",
        "\ufefflearner,name\r\n0012,李雷\r\n0013,韩梅梅\r\n",
        "学号;姓名;邮箱\n0012;李雷;\n0013;韩梅梅;\n",
        "姓名\t班级\t学号\n李雷\t一\t0012\n韩梅梅\t二\t0013\n",
        "\n\n Learner , Name \n\n0012, 李雷 \n,,\n0013,韩梅梅\n\n",
        "learner,name\r0012,李雷\r0013,韩梅梅",
        "学号,姓名\n００１２,李雷\n0013,韩梅梅",
        "编号,学号,姓名\n1,0012,李雷\n2,0013,韩梅梅",
    ],
    ids=["plain", "BOM, CR LF", "semicolons", "tabs", "blank lines", "CR", "full width", "a running number"],
)
def test_fault_085_a_roster_is_read_as_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roster.csv"
    for encoding in ("utf-8", "gb18030", "utf-16"):
        path.write_bytes(text.removeprefix("\ufeff").encode(encoding) if encoding != "utf-8" else text.encode())
        assert [(each.id, each.name) for each in read_roster(path)] == [("0012", "李雷"), ("0013", "韩梅梅")]


def test_fault_085_a_quoted_name_may_hold_anything(cohort: Cohort) -> None:
    cohort.roster.write_text(
        'name,learner\n"Li, ""Lei""\nthe second",0012\n"=cmd|\'/c calc\'!A1",0013\n', encoding="utf-8"
    )
    cohort.put("0012/a.json", sheet())
    cohort.graded()
    assert [line["name"] for line in cohort.table()] == [r'Li, "Lei"\nthe second', "'=cmd|'/c calc'!A1"]


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"", "一个学员也没有", "no learner"),
        (b"learner,name\n", "一个学员也没有", "no learner"),
        (
            b"\n\nname,class\nx,y\n",
            "第 3 行是表头，读到 name, class",
            "Line 3 of roster.csv is the header and reads name",
        ),
        (
            b"learner\n0012\n0013\n0012\n",
            "第 4 行的 0012 和第 2 行是同一个",
            "0012 in line 4 of roster.csv is the same id as in line 2",
        ),
        ("learner\nLI\nｌｉ\n".encode(), "第 3 行的 li 和第 2 行", "li in line 3"),
        (
            b'learner,name\n"a\nb",x\nc,x\nC,y\n',
            "第 5 行的 C 和第 4 行",
            "C in line 5 of roster.csv is the same id as in line 4",
        ),
        (b"learner,name\n0012,x\n,y\n", "第 3 行没有学员编号，读到 , y", "Line 3 of roster.csv has no learner id"),
        (b"learner,name\n2.02E+11,x\n", "第 2 行的编号读到 2.02E+11", "Line 2 of roster.csv has the id 2.02E+11"),
        (b'learner,name\n0012,"x\n0013,y\n', "从第 2 行起读不下去", "cannot be read from line 2 on"),
        (b"PK\x03\x04\x14\x00\x06\xff\xff", "不是 CSV 花名册", "no CSV roster"),
        (b"\xff\xfe\x00", "不是 CSV 花名册", "no CSV roster"),
    ],
)
def test_fault_085_a_roster_without_sense_is_refused_with_its_line(
    cohort: Cohort, data: bytes, zh: str, en: str
) -> None:
    cohort.roster.write_bytes(data)
    cohort.put("0012/a.json", sheet())
    with pytest.raises(CohortError) as caught:
        cohort.graded()
    assert zh in caught.value.args[0].zh
    assert en in caught.value.args[0].en
    assert not cohort.out.exists()


def test_fault_085_a_roster_that_lies_among_the_submissions_is_nobodys(cohort: Cohort) -> None:
    cohort.roster = cohort.submissions / "roster.csv"
    cohort.listed("0012")
    cohort.put("0012/a.json", sheet())
    assert cohort.row().status == "GRADED"
