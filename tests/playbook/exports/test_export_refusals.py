"""A file that is no export we know is refused whole, with what was read, what is wanted and what to do."""

from __future__ import annotations

import builtins
import io
import json
import os
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.exports import ExportError, read_exports
from playbook.language import Text

from .invented import POST
from .writers import cells, layout, layouts, record

Post = Callable[..., list[str]]
Write = Callable[..., Path]


def refusal(path: Path) -> Text:
    """Return why a file is refused; it says so in both languages and names the file."""
    with pytest.raises(ExportError) as caught:
        read_exports([path])
    told = caught.value.args[0]
    assert isinstance(told, Text)
    assert path.name in told.zh
    assert path.name in told.en
    assert str(caught.value) in (told.zh, told.en)
    return told


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "none.csv").zh


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert "folder" in refusal(tmp_path / "folder.csv").en


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "ordinary" in refusal(tmp_path / "pipe.csv").en


@pytest.mark.parametrize("tool", ["weibo_crawler_csv_2020", "weibo_crawler_json", "nghuyong_jsonl_tweet"])
def test_a_file_that_the_system_does_not_open_is_refused(
    tool: str, put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(layout(tool), cells(layout(tool), POST))

    def locked(function: Callable[..., object]) -> Callable[..., object]:
        def opened(file: object, *words: object, **named: object) -> object:
            if str(file) == str(path):
                raise PermissionError(13, "Permission denied")
            return function(file, *words, **named)

        return opened

    for module, name in ((builtins, "open"), (io, "open"), (os, "open"), (Path, "open")):
        monkeypatch.setattr(module, name, locked(getattr(module, name)))
    assert "Permission denied" in refusal(path).zh


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\x00" * 4096])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.csv").write_bytes(content)
    assert "空的" in refusal(tmp_path / "empty.csv").zh


def test_a_workbook_or_an_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.csv", "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    assert ".xlsx" in refusal(tmp_path / "book.csv").zh
    (tmp_path / "old.csv").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100)
    assert ".xls" in refusal(tmp_path / "old.csv").en


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_encoding_that_no_mark_tells_is_refused_and_named(post: Post, write: Write, encoding: str) -> None:
    told = refusal(write([post()], encoding=encoding))
    assert "UTF" in told.zh
    assert "UTF-8" in told.en


def test_an_unknown_layout_is_refused_with_its_columns_and_the_nearest(
    post: Post, write: Write, header: list[str]
) -> None:
    told = refusal(write([post()], header=["转发", *header[1:]]))
    for text in (told.zh, told.en):
        assert "转发" in text
        assert "weibo-crawler" in text
        assert "@用户" in text
        assert "playbook read" in text


def test_a_column_that_comes_twice_makes_it_another_layout(post: Post, write: Write, header: list[str]) -> None:
    assert "weibo-crawler" in refusal(write([[*post(), "x"]], header=[*header, "id"])).zh


def test_keys_that_a_tool_has_added_since_do_not_make_it_another_layout(put: Callable[..., Path]) -> None:
    for each in layouts():
        if each.form not in {"csv", "sqlite"}:
            path = put(each, cells(each, POST) | {"added_since": "x"})
            assert [known.id for known in read_exports([path]).read.values()] == [each.id]


OTHER_RECORDS = tomllib.loads(Path(__file__).with_name("other_records.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", OTHER_RECORDS)
def test_comments_and_users_are_refused_by_what_they_are(name: str, tmp_path: Path) -> None:
    columns = OTHER_RECORDS[name]["columns"]
    row = json.dumps(dict.fromkeys(columns, "1"), ensure_ascii=False)
    (tmp_path / name).write_text(row if name.endswith("l") else record(columns) + record(["1"] * len(columns)), "utf-8")
    told = refusal(tmp_path / name)
    assert OTHER_RECORDS[name]["zh"] in told.zh
    assert OTHER_RECORDS[name]["en"] in told.en.lower()


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[",
        '[{"mid": "1"',
        "null",
        "1",
        '"茶"',
        "[]",
        "{}",
        '{"weibo": 1}',
        '{"statuses": {}}',
        "[1, 2]",
        "[[1]]",
        "[" * 9000,
    ],
)
@pytest.mark.parametrize("name", ["tea.json", "tea.jsonl", "tea.csv"])
def test_json_that_holds_no_posts_is_refused(content: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["weibo.json", "weibo.jsonl"])
def test_what_python_printed_is_no_json_and_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(str([{"mid": "4454572602912349", "text": "好茶", "image": None}]), "utf-8")
    told = refusal(tmp_path / name)
    assert "JSON" in told.zh
    assert "JSON" in told.en


def test_a_hostile_header_is_shown_and_does_not_act(write: Write) -> None:
    told = refusal(write([], header=["\x1b[2J{0}%s", "\u202e" * 500, *(["x"] * 5000)]))
    assert told.zh.replace("\n", "").isprintable()
    assert "\\x1b[2J{0}%s" in told.en
    assert len(told.en) < 2500


def test_one_bad_file_does_not_keep_the_others_from_being_read(post: Post, write: Write, tmp_path: Path) -> None:
    missing = tmp_path / "none.csv"
    reading = read_exports([missing, write([post()])])
    assert len(reading.posts) == 1
    assert [path for path, _ in reading.refused] == [missing]
    assert "none.csv" in reading.summary.zh
    assert "none.csv" in reading.summary.en


def test_if_no_file_can_be_read_every_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        read_exports([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert len(caught.value.args[0].zh.splitlines()) == 2
