import json
from pathlib import Path
from typing import Any

import pytest

from playbook.cli import main
from playbook.commandline import COULD_NOT, DONE, WITH_FINDINGS
from playbook.handbook.held import held
from playbook.plans import save

from .workbooks import Team, plans


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a folder with the company's plans."""
    for plan in plans().values():
        save(plan, tmp_path / "plans" / f"{plan.system}.json")
    return tmp_path


def test_what_was_changed_is_told_and_written_into_its_plan_alone(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _bytes(work)
    team = Team(held(work))
    at = team.type("roles", "R1", "deputy", "陶然")
    assert main(["read-back", str(team.save(work)), str(work)]) in {DONE, WITH_FINDINGS}
    out, err = capsys.readouterr()
    assert out.strip() == f"“谁管什么”{at}：沈牧 → 陶然"
    assert "读回 1 处" in err
    changed = {name for name, content in _bytes(work).items() if content != before[name]}
    assert changed == {"governance.json"}
    assert _plan(work, "governance")["roles"][0] == {"role": "approver", "who": "xiaoman", "deputy": "tao"}


def test_an_untouched_workbook_leaves_every_byte_of_the_plans(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _bytes(work)
    assert main(["read-back", str(Team(held(work)).save(work)), str(work)]) == DONE
    assert capsys.readouterr().out == ""
    assert _bytes(work) == before


def test_a_dry_run_says_what_would_change_and_writes_nothing(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _bytes(work)
    team = Team(held(work))
    at = team.type("calendar", "T1", "status", "通过")
    assert main(["read-back", "--dry-run", str(team.save(work)), str(work), "--language", "en"]) in {
        DONE,
        WITH_FINDINGS,
    }
    out, err = capsys.readouterr()
    assert out.strip() == f"“一周日历” {at}: 草稿 → 通过"
    assert "Nothing was written" in err
    assert _bytes(work) == before


def test_one_impossible_cell_among_good_ones_stops_everything_and_is_named(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _bytes(work)
    team = Team(held(work))
    team.type("roles", "R1", "deputy", "陶然")
    at = team.type("calendar", "T1", "time", "25:00")
    assert main(["read-back", str(team.save(work)), str(work)]) == COULD_NOT
    out, err = capsys.readouterr()
    assert out == ""
    assert f"“一周日历”{at}：写的是“25:00”" in err
    assert "一处也没有收" in err
    assert _bytes(work) == before


def test_a_change_that_brings_a_new_issue_is_written_and_the_issue_told(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team = Team(held(work))
    team.type("calendar", "T1", "time", "3:00")
    assert main(["read-back", str(team.save(work)), str(work)]) == WITH_FINDINGS
    assert "新的问题" in capsys.readouterr().err
    assert _plan(work, "timing")["slots"][0]["hour"] == 3


def test_a_folder_without_plans_and_a_file_that_is_no_workbook_are_refused(
    work: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    book, empty = Team(held(work)).save(work), tmp_path_factory.mktemp("empty")
    assert main(["read-back", str(book), str(empty)]) == COULD_NOT
    assert "没有计划" in capsys.readouterr().err
    (work / "other.xlsx").write_text("no workbook")
    for name in ("other.xlsx", "missing.xlsx"):
        assert main(["read-back", str(work / name), str(work)]) == COULD_NOT
        assert name in capsys.readouterr().err


def test_a_plan_that_cannot_be_read_is_named_and_left_alone(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    team = Team(held(work))
    (work / "plans" / "timing.json").write_text("{")
    team.type("calendar", "T1", "time", "10:00")
    assert main(["read-back", str(team.save(work)), str(work)]) == COULD_NOT
    err = capsys.readouterr().err
    assert "timing.json" in err
    assert "没有这一条" in err
    assert (work / "plans" / "timing.json").read_text() == "{"


def _bytes(work: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (work / "plans").iterdir()}


def _plan(work: Path, system: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((work / "plans" / f"{system}.json").read_text("utf-8"))
    return read
