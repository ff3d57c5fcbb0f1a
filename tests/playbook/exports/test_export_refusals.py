"""A file that is no export we know is refused whole, with what was read, what is wanted and what to do."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.exports import ExportError, read_exports
from playbook.language import Text

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


def test_a_file_that_the_system_does_not_open_is_refused(
    post: Post, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write([post()])
    monkeypatch.setattr(Path, "read_bytes", locked)
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


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")])
def test_another_encoding_is_refused_and_named(post: Post, write: Write, encoding: str, name: str) -> None:
    told = refusal(write([post()], encoding=encoding))
    assert name in told.zh
    assert name in told.en
    assert "UTF-8" in told.zh


def test_an_unknown_layout_is_refused_with_its_columns_and_the_nearest(
    post: Post, write: Write, header: list[str]
) -> None:
    told = refusal(write([post()], header=["转发", *header[1:]]))
    assert "缺少的列：id；多出的列：转发" in told.zh
    assert "columns lacking: id; columns too many: 转发" in told.en
    assert "weibo-crawler" in told.zh
    assert "@用户" in told.en


@pytest.mark.parametrize("add", [["完整日期"], ["id"], [""]])
def test_a_column_too_many_makes_it_another_layout(post: Post, write: Write, header: list[str], add: list[str]) -> None:
    assert "缺少的列：无；多出的列：" in refusal(write([[*post(), "x"]], header=[*header, *add])).zh


def test_a_hostile_header_is_shown_and_does_not_act(write: Write) -> None:
    told = refusal(write([], header=["\x1b[2J{0}%s", "\u202e" * 500, *(["x"] * 5000)]))
    assert told.zh.isprintable()
    assert "\\x1b[2J{0}%s" in told.en
    assert len(told.en) < 2000


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
