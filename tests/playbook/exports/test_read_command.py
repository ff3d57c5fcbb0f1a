"""`playbook read` as a person at the keyboard meets it: what is written, what is said, how it ends."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from playbook.cli import main
from playbook.exports import read_exports
from playbook.own import own_posts_file
from playbook.posts import read_posts

from .invented import OTHER, POST, PRIVATE, REPOST
from .writers import Layout, cells, layout

Put = Callable[..., Path]
CRAWLER, SEARCH = layout("weibo_crawler_csv_original"), layout("weibo_search_csv")
TWEETS = layout("nghuyong_jsonl_tweet")
OLD = "what was there before\n"


def run(*words: object) -> int:
    """Run the command as it is typed; return its exit status."""
    try:
        return main(["read", *map(str, words)])
    except SystemExit as stopped:
        return int(stopped.code or 0)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where posts go: two files of an earlier reading lie there."""
    (tmp_path / "out").mkdir()
    for name in ("posts.csv", "posts.report.csv"):
        (tmp_path / "out" / name).write_text(OLD)
    return tmp_path / "out" / "posts.csv"


def untouched(out: Path) -> bool:
    """Tell whether nothing was written: the earlier files are as they were, and none has come."""
    files = {path.name: path.read_text("utf-8") for path in out.parent.iterdir()}
    return files == {"posts.csv": OLD, "posts.report.csv": OLD}


def test_all_kept_ends_with_0_and_both_files_are_whole(put: Put, out: Path) -> None:
    path = put(CRAWLER, cells(CRAWLER, POST), cells(CRAWLER, OTHER))
    assert run(path, "-o", out) == 0
    reading = read_exports([path])
    pd.testing.assert_frame_equal(read_posts(out), reading.posts)
    report = pd.read_csv(out.with_name("posts.report.csv"), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(report.columns) == ["file", "line", "status", "field", "read", "reason"]
    assert report["line"].to_list() == ["2", "3"]
    assert {path.name for path in out.parent.iterdir()} == {"posts.csv", "posts.report.csv"}


@pytest.mark.parametrize("changed", [{"点赞数": ""}, {"发布时间": "2026-昨天-2: 0"}])
def test_something_mended_or_left_out_ends_with_1(changed: dict[str, str], put: Put, out: Path) -> None:
    assert run(put(SEARCH, cells(SEARCH, POST), cells(SEARCH, OTHER) | changed), "-o", out) == 1
    assert POST.mid in out.read_text("utf-8")


def test_one_refused_file_among_others_ends_with_1_and_is_named(
    put: Put, out: Path, tmp_path: Path, reader: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    assert (
        run(put(TWEETS, cells(TWEETS, POST)), tmp_path / "notes.csv", put(SEARCH, cells(SEARCH, OTHER)), "-o", out) == 1
    )
    assert len(read_posts(out)) == 2
    assert "notes.csv" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "{", "[]", '{"a": 1}\n'])
def test_nothing_read_ends_with_2_and_leaves_the_earlier_files(
    content: str, out: Path, tmp_path: Path, reader: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.csv").write_text(content)
    assert run(tmp_path / "notes.csv", "-o", out) == 2
    assert untouched(out)
    told = capsys.readouterr().err
    assert "notes.csv" in told
    assert "Traceback" not in told


def test_every_row_left_out_ends_with_2_and_leaves_the_earlier_files(put: Put, out: Path) -> None:
    assert run(put(SEARCH, cells(SEARCH, POST) | {"发布时间": "刚刚"}), "-o", out) == 2
    assert untouched(out)


@pytest.mark.parametrize(("error", "status"), [(OSError(28, "No space left on device"), 2), (KeyboardInterrupt(), 130)])
def test_a_full_disk_or_an_interruption_leaves_the_earlier_files(
    error: BaseException, status: int, put: Put, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise error

    path = put(SEARCH, cells(SEARCH, POST))
    monkeypatch.setattr(os, "replace", stop)
    assert run(path, "-o", out) == status
    assert untouched(out)


def test_without_a_place_the_pages_show_the_companys_own(put: Put, work: Path) -> None:
    assert run(put(CRAWLER, cells(CRAWLER, POST))) == 0
    assert read_posts(own_posts_file())["post_id"].to_list() == [POST.mid]


def test_the_same_exports_give_the_same_bytes(put: Put, tmp_path: Path) -> None:
    path = put(SEARCH, cells(SEARCH, POST), cells(SEARCH, REPOST) | {"点赞数": "1.2万"})
    for name in ("a", "b"):
        assert run(path, "-o", tmp_path / name / "posts.csv") == 1
    for name in ("posts.csv", "posts.report.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_many_rows_arrive_in_their_order_and_once(put: Put, out: Path) -> None:
    known = cells(CRAWLER, POST)
    rows = [
        known | {"bid": "", "id": f"{4454572602900001 + 3 * number}\t", "点赞数": number} for number in range(30_000)
    ]
    assert run(put(CRAWLER, *rows, rows[7]), "-o", out) == 1
    assert read_posts(out)["likes"].to_list() == list(range(30_000))
    report = pd.read_csv(out.with_name("posts.report.csv"), encoding="utf-8-sig")
    assert report["line"].to_list() == list(range(2, 30_003))
    assert report["status"].to_list() == ["kept"] * 30_000 + ["left_out"]


def test_names_are_kept_only_when_asked_for(put: Put, out: Path) -> None:
    path = put(SEARCH, cells(SEARCH, POST))
    assert run(path, "-o", out) == 0
    assert not any(PRIVATE in each.read_text("utf-8") for each in out.parent.iterdir())
    assert run(path, "-o", out, "--keep-names") == 0
    assert read_posts(out)["account"].to_list() == [POST.nickname]


def test_taken_gives_dates_that_count_from_it(put: Put, out: Path) -> None:
    path = put(SEARCH, cells(SEARCH, POST) | {"发布时间": "3分钟前"})
    assert run(path, "-o", out, "--taken", "2026-08-14T12:00") == 1
    assert read_posts(out)["posted_at"][0].isoformat() == "2026-08-14T11:57:00+08:00"


@pytest.mark.parametrize("wrong", ["yesterday", "2026-13-01T12:00", "12:00", ""])
def test_a_wrong_moment_is_told_and_nothing_is_read(
    wrong: str, put: Put, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(put(SEARCH, cells(SEARCH, POST)), "-o", out, "--taken", wrong) == 2
    assert untouched(out)
    assert "taken" in capsys.readouterr().err


UNKNOWN = {
    "search.csv": "content,url,repost,comment,like,nickname,uid,user_link,publish_time\n"
    "好茶,https://x/,33,22,11,PRIVATE,998877665500,https://x/,2020-06-05 12:30\n",
    "no id.csv": "发布时间,点赞数,评论数,转发数,内容\nFri Jun 05 12:30:00 +0800 2020,11,22,33,好茶\n",
    "它's own.jsonl": json.dumps(
        {"mid": POST.mid, "博文内容": "好茶", "发布时间": "2020-06-05 12:30", "转发": 33, "评论": 22, "赞": 11}
    ),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_the_line_that_is_suggested_for_an_unknown_export_works_as_it_stands(
    name: str, tmp_path: Path, work: Path, reader: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(UNKNOWN[name], "utf-8")
    assert run(tmp_path / name) == 2
    typed = [line.strip() for line in capsys.readouterr().err.splitlines() if line.strip().startswith("playbook read")]
    assert len(typed) == 1
    assert main(shlex.split(typed[0])[1:]) in {0, 1}
    told = read_posts(own_posts_file()).iloc[0]
    assert (told["text"], told["reposts"], told["comments"], told["likes"]) == ("好茶", 33, 22, 11)
    assert told["posted_at"].isoformat() == "2020-06-05T12:30:00+08:00"
    assert not any(PRIVATE in each.read_text("utf-8") for each in own_posts_file().parent.glob("*.csv"))


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return an export that no layout knows."""
    path = tmp_path / "plain.csv"
    path.write_text(f"号,短号,谁,哪天,说了什么,赞了\n,{'z0JH2lOMb'},甲,2020-06-05 12:30,好茶,\n", "utf-8")
    return path


def test_columns_are_mapped_by_name_and_only_those(plain: Path, out: Path) -> None:
    words = ["短号=bid", "谁=author", "哪天=posted_at", "说了什么=text", "赞了=likes"]
    assert run(plain, "-o", out, *(word for each in words for word in ("--map", each))) == 1
    told = read_posts(out).iloc[0]
    assert (told["post_id"], told["text"]) == ("3501756485200075", "好茶")
    assert told["account"] not in {"甲", "plain"}
    assert told["posted_at"].isoformat() == "2020-06-05T12:30:00+08:00"
    assert told[["likes", "comments", "reposts", "is_repost", "has_image", "edited"]].isna().all()


@pytest.mark.parametrize(
    "words",
    [
        ["没有这列=text"],
        ["说了什么=no_such_column"],
        ["说了什么=id_damaged"],
        ["说了什么=account"],
        ["说了什么"],
        ["=text"],
        ["说了什么="],
        ["说了什么=text", "谁=text"],
        ["说了什么=text", "说了什么=source"],
    ],
)
def test_a_wrong_mapping_is_told_and_nothing_is_read(
    words: list[str], plain: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapped = [word for each in ["哪天=posted_at", *words] for word in ("--map", each)]
    assert run(plain, "-o", out, *mapped) == 2
    assert untouched(out)
    assert "Traceback" not in capsys.readouterr().err


def test_a_mapping_without_a_date_is_refused(plain: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(plain, "-o", out, "--map", "说了什么=text") == 2
    assert untouched(out)
    assert "posted_on" in capsys.readouterr().err


@pytest.mark.parametrize("layout", [CRAWLER, SEARCH, TWEETS], ids=lambda each: each.id)
def test_a_posts_file_is_never_written_over_an_export(layout: Layout, put: Put) -> None:
    path = put(layout, cells(layout, POST))
    before = path.read_bytes()
    assert run(path, "-o", path) == 2
    assert path.read_bytes() == before
