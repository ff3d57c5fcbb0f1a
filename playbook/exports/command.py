"""`playbook read`: exports to the posts table and its report, written as they are read."""

from __future__ import annotations

import argparse
from datetime import datetime
from functools import partial
from pathlib import Path

from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, command, say
from playbook.exports.dates import SHANGHAI
from playbook.exports.into import read_into, read_own, report_beside
from playbook.exports.mapping import mapping_of
from playbook.exports.refusals import ExportError
from playbook.language import Text
from playbook.own import own_posts_file
from playbook.shown import cut

ABOUT = Text("把其他工具的导出读成博文表", "read other tools' exports into the posts table")
EXPORTS = Text("导出文件：CSV、JSON 或 SQLite", "export files: CSV, JSON or SQLite")
OUT = Text(
    "写到哪里（不写则放进你的课程，各页随即显示自家数据）",
    "where to write (else into your course, whose pages then show your own data)",
)
MAP = Text(
    "认不出的文件：哪一列（COLUMN）是博文表的哪一列（NAME），例如 内容=text，可以写多个",
    "for a file of unknown layout: which column is which, such as 内容=text; several at once",
)
TAKEN = Text(
    "导出是什么时候做的，例如 2026-08-14T12:00，用来换算“3分钟前”这样的日期",
    "when the export was made, such as 2026-08-14T12:00, for dates like 3分钟前",
)
KEEP_NAMES = Text("账号一栏保留昵称（默认换成代号）", "keep nicknames as accounts (else they become codes)")
WRITTEN = Text(
    "已写入 {out}；每一行的去向见 {report}。", "Written to {out}; what became of every row stands in {report}."
)
NO_FILE = Text(
    "没有写要读哪个文件。写法：playbook read 导出.csv（--map 等选项写在文件后面）。",
    "No file was named. Write: playbook read EXPORT.csv (with options such as --map after it).",
)
OVER_EXPORT = Text(
    "{out} 是要读的导出文件，不能写在它上面。请用 -o 换一个文件名。",
    "{out} is one of the exports to be read and will not be written over. Choose another name with -o.",
)
FOLDER = Text(
    "{out} 是文件夹，-o 后面要写文件名，例如 {example}。",
    "{out} is a folder; -o wants the name of a file, such as {example}.",
)
NO_WRITING = Text(
    "没有写成 {out}，系统的说法是：{why}。请用 -o 换到自己能写的文件夹，或先腾出磁盘空间；原来的文件没有动过。",
    "{out} could not be written. The system says: {why}. With -o, choose a folder that you may write to, or make room "
    "on the disk. What lay there before was left alone.",
)
DAY_ALONE = len("2026-08-14")
NO_MOMENT = Text(
    "--taken 应当写成 2026-08-14T12:00 这样；读到的是“{read}”。",
    "--taken should be written like 2026-08-14T12:00. What was read is “{read}”.",
)


def add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `playbook read` to the command."""
    reading = command(commands, "read", ABOUT, _read)
    reading.add_argument("exports", nargs="*", type=Path, metavar="EXPORT", help=str(EXPORTS))
    reading.add_argument("-o", "--out", type=Path, help=str(OUT))
    reading.add_argument("--map", action="extend", nargs="+", default=[], metavar="COLUMN=NAME", help=str(MAP))
    reading.add_argument("--taken", metavar="TIME", help=str(TAKEN))
    reading.add_argument("--keep-names", action="store_true", help=str(KEEP_NAMES))


def _read(given: argparse.Namespace) -> int:
    exports, pairs = _told_apart(given.exports, given.map)
    out: Path = given.out or own_posts_file()
    report = report_beside(out)
    if out.is_dir():
        raise CannotDo(FOLDER.format(out=out, example=out / "posts.csv"))
    _spare_exports(exports, out, report)
    into = partial(read_into, out) if given.out else read_own
    try:
        options = {"mapped": mapping_of(pairs), "taken": _moment(given.taken), "keep_names": given.keep_names}
        tally = into(exports, **options)
    except ExportError as error:
        raise CannotDo(error.args[0]) from error
    except OSError as error:
        raise CannotDo(NO_WRITING.format(out=out, why=error.strerror or type(error).__name__)) from error
    say(tally.summary)
    say(WRITTEN.format(out=out, report=report))
    return DONE if tally.all_kept else WITH_FINDINGS


def _told_apart(exports: list[Path], words: list[str]) -> tuple[list[Path], list[str]]:
    """Return files and `--map` pairs: a file may stand after `--map`, as in the usage line. Raise CannotDo if none."""
    files = [*exports, *(Path(word) for word in words if "=" not in word and Path(word).exists())]
    if not files:
        raise CannotDo(NO_FILE)
    return files, [word for word in words if Path(word) not in files]


def _spare_exports(exports: list[Path], *outputs: Path) -> None:
    """Raise CannotDo if an export would be written over."""
    there = {each.resolve() for each in exports}
    for out in outputs:
        if out.resolve() in there:
            raise CannotDo(OVER_EXPORT.format(out=out))


def _moment(written_as: str | None) -> datetime | None:
    """Return the moment of `--taken`, in Shanghai if it names no zone; raise CannotDo if it is none."""
    if written_as is None:
        return None
    try:
        moment = datetime.fromisoformat(written_as)
    except ValueError:
        moment = None
    if moment is None or len(written_as) <= DAY_ALONE:
        raise CannotDo(NO_MOMENT.format(read=cut(written_as)))
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
