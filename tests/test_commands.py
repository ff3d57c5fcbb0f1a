"""The two commands as a person at the keyboard meets them: results, messages, exit status."""

import json
from pathlib import Path

import pytest

from classroom.cli import main as classroom
from playbook.cli import main as playbook
from playbook.facts import facts
from playbook.posts import read_posts
from playbook.sample import files

EXERCISE = "05_timing/01_find_our_hours"
HEAD = "id,bid,正文,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户"
ROW = "3790001140062291,BBLl80gcH,今天的茶,,,,2014-12-20,iPhone 5s,1,16,120,,"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "2938964350.csv"
    path.write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8-sig")
    return path


def test_help_speaks_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for command, language, word in ((playbook, "en", "sample company"), (classroom, "zh", "批改")):
        with pytest.raises(SystemExit) as stopped:
            command(["--language", language, "--help"])
        assert stopped.value.code == 0
        assert word in capsys.readouterr().out


def test_reading_an_export_writes_posts_and_a_report(export: Path, tmp_path: Path) -> None:
    assert playbook(["read", str(export), "-o", str(tmp_path / "posts.csv")]) == 0
    posts = read_posts(tmp_path / "posts.csv")
    assert posts["likes"].tolist() == [1]
    assert posts["posted_at"].isna().all()
    assert "kept" in (tmp_path / "posts.report.csv").read_text("utf-8-sig")


def test_reading_without_a_place_makes_the_pages_show_the_companys_own(export: Path, work: Path) -> None:
    assert playbook(["read", str(export)]) == 0
    assert facts().posts["account"].tolist() == ["2938964350"]
    assert not facts().invented


def test_an_export_with_something_left_out_ends_with_1(export: Path, tmp_path: Path) -> None:
    export.write_text(f"{HEAD}\n{ROW}\n{ROW.replace('2014-12-20', '昨天 12:30')}\n", encoding="utf-8-sig")
    assert playbook(["read", str(export), "-o", str(tmp_path / "posts.csv")]) == 1


def test_what_cannot_be_read_ends_with_2_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reader: str
) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert playbook(["read", str(tmp_path / "other.csv"), "-o", str(tmp_path / "posts.csv")]) == 2
    assert not (tmp_path / "posts.csv").exists()
    assert "other.csv" in capsys.readouterr().err


def test_rules_are_listed_with_where_they_are_checked_or_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert playbook(["rules", "timing", "--coverage"]) == 0
    listed = capsys.readouterr().out
    assert "timing.gap-one-hour" in listed
    assert "playbook.timing.plan:review_example" in listed
    assert f"{EXERCISE}#six-accounts" in listed


def test_the_samples_data_are_made_anew(tmp_path: Path) -> None:
    assert playbook(["sample", "-o", str(tmp_path)]) == 0
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == files()


def test_one_exercise_page_is_run_with_given_answers(tmp_path: Path) -> None:
    given = {"format": 1, "exercise": EXERCISE, "learner": "0012", "answers": {"typical": {"reactions": 90}}}
    (tmp_path / "answers.json").write_text(json.dumps(given), encoding="utf-8")
    out = tmp_path / "page.ipynb"
    assert (
        classroom(["run", EXERCISE, "--answers", str(tmp_path / "answers.json"), "-o", str(out), "--language", "en"])
        == 0
    )
    assert "Right · 2/2" in out.read_text("utf-8")


def test_a_damaged_answer_file_runs_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answers.json").write_text('{"format": 1,', encoding="utf-8")
    out = tmp_path / "page.ipynb"
    assert classroom(["run", EXERCISE, "--answers", str(tmp_path / "answers.json"), "-o", str(out)]) == 2
    assert not out.exists()
    assert "answers.json" in capsys.readouterr().err


def test_a_missing_folder_is_told_and_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert classroom(["grade", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 2
    assert "nowhere" in capsys.readouterr().err
