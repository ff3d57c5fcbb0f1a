"""The two commands as a person at the keyboard meets them: results, messages, exit status."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from classroom.cli import main as classroom
from playbook.cli import main as playbook
from playbook.commandline import as_called
from playbook.facts import facts
from playbook.own import own_folder, own_posts_file
from playbook.plans import save
from playbook.posts import read_posts
from playbook.rules import rules
from playbook.sample import files
from playbook.timing.charts import behind_each_hour, evening_by_account, mean_and_median, per_post, posting_hours
from playbook.timing.planner import plan_week

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
    assert "playbook.timing.review:review_example" in listed
    assert f"{EXERCISE}#six-accounts" in listed


def test_conflicts_are_listed_with_who_holds_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert playbook(["rules", "timing", "--language", "en"]) == 0
    listed = capsys.readouterr().out
    assert (
        "gap-between-posts\tHow far apart should two posts be? at least one hour (article 5) / at least two" in listed
    )


def test_an_example_that_no_longer_tells_makes_coverage_fail(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = dict(rules("timing"))
    spoilt = known["timing.no-bursts"]
    known["timing.no-bursts"] = replace(spoilt, counterexample=spoilt.good)
    monkeypatch.setattr("playbook.rules.rules", lambda _: known)
    assert playbook(["rules", "timing", "--coverage", "--language", "en"]) == 1
    assert "timing.no-bursts: the counterexample gives no finding" in capsys.readouterr().err


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


def saved(work: Path, name: str, accounts: list[str]) -> Path:
    """Write an export of the accounts, two posts each, with a nickname a row."""
    work.parent.mkdir(exist_ok=True)
    path = work.parent / name
    rows = [f"2025-03-0{day} 12:30,{account}{day},1,2,3,{account}" for account in accounts for day in (1, 2)]
    path.write_text("\n".join(["when,what,r,c,l,who", *rows]), encoding="utf-8")
    return path


MAP = ["--map", "when=posted_at", "what=text", "r=reposts", "c=comments", "l=likes", "who=author", "--keep-names"]


def test_a_file_may_stand_after_map_as_the_usage_line_has_it(work: Path, tmp_path: Path) -> None:
    out = ["-o", str(tmp_path / "posts.csv")]
    assert playbook(["read", "--map", *MAP[1:7], str(saved(work, "a.csv", ["a"])), *out]) == 0
    assert playbook(["read", *MAP, *out]) == 2


def test_what_was_read_before_is_kept_and_said(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert playbook(["read", str(saved(work, "a.csv", ["a"])), *MAP]) == 0
    before = own_posts_file().read_bytes()
    assert playbook(["read", str(saved(work, "b.csv", ["b"])), *MAP]) == 0
    assert (own_folder() / "posts.earlier-1.csv").read_bytes() == before
    assert "posts.earlier-1.csv" in capsys.readouterr().err
    assert playbook(["read", str(work.parent / "none.csv")]) == 2
    assert not (own_folder() / "posts.earlier-2.csv").exists()


def test_the_company_card_takes_in_new_accounts_and_makes_way_for_another_company(work: Path) -> None:
    playbook(["read", str(saved(work, "a.csv", ["a"])), *MAP])
    save(facts().company.model_copy(update={"name": "竹隐茶舍"}))
    playbook(["read", str(saved(work, "ab.csv", ["a", "b"])), *MAP])
    assert (facts().company.name, [each.id for each in facts().company.accounts]) == ("竹隐茶舍", ["a", "b"])
    playbook(["read", str(saved(work, "c.csv", ["c"])), *MAP])
    assert [each.id for each in facts().company.accounts] == ["c"]
    assert "竹隐茶舍" in (own_folder() / "plans" / "company.earlier-1.json").read_text("utf-8")


def test_many_accounts_are_no_company(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crowd = saved(work, "crowd.csv", [f"reader{number}" for number in range(61)])
    assert playbook(["read", str(crowd), *MAP]) == 2
    assert "61" in capsys.readouterr().err
    assert not own_posts_file().exists()


def test_posts_without_counts_are_told_at_once_and_break_no_page(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    playbook(["read", str(saved(work, "a.csv", ["a"] * 20)), "--map", "when=posted_at", "what=text"])
    assert "可以直接使用" not in (said := capsys.readouterr().err)
    assert "一个也没有读到" in said
    for draw in (posting_hours, per_post, mean_and_median, behind_each_hour, evening_by_account):
        assert draw().axes
    assert plan_week().grid.slots == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [(".venv/bin/classroom", ".venv/bin/classroom"), ("/usr/lib/python3/pytest", "classroom")],
)
def test_a_command_is_told_as_it_was_typed(typed: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [typed])
    assert as_called("classroom") == told
