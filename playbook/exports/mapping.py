"""A layout that the reader makes: `--map COLUMN=NAME`, and the command to type for a file that nobody knows."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from playbook.exports.layouts import Layout, layouts, told
from playbook.exports.refusals import ExportError
from playbook.exports.said import listed
from playbook.language import Text, join, same
from playbook.posts import COLUMNS
from playbook.shown import cut

FOUND = frozenset({"account", "id_damaged", "counts_capped"})  # while reading, not in a column
NAMES = (*(column for column in COLUMNS if column not in FOUND), "bid", "author")

NO_NAME = Text(
    "--map 里的“{name}”不是博文表的列。等号右边可以写：{names}。",
    "“{name}” in --map is no column of the posts table. To the right of the = you can write: {names}.",
)
TWICE = Text(
    "--map 里“{name}”写了两次；一列只能对应一个名称，一个名称只能对应一列。",
    "“{name}” stands twice in --map; each column takes one name and each name one column.",
)
NO_PAIR = Text(
    "--map 要写成 列名=名称，例如 --map 内容=text；读到的是“{pair}”。",
    "--map is written COLUMN=NAME, such as --map 内容=text. What was read is “{pair}”.",
)
NO_DATE = Text(
    "--map 没有说哪一列是日期。没有日期的博文排不进时间；请加上 列名=posted_on（或 posted_at）。",
    "--map does not say which column is the date, and posts without one have no place in time. Add COLUMN=posted_on "
    "(or posted_at).",
)
LACKS = Text(
    "--map 提到的列，文件里没有：{lacks}。文件里的列：{found}。请照文件里的写法改 --map，再读一次。",
    "Columns named in --map that the file lacks: {lacks}. Columns in the file: {found}. Write --map with the names of "
    "the file and read it again.",
)
UNKNOWN = Text(
    "认不出这是哪种工具的导出。读到 {count} 列：{found}。最接近的是“{layout}”，与它相比，缺少的列：{lacks}；"
    "多出的列：{extra}。请换用工具原样写出的文件；或者用 --map 说明哪一列是什么{command}",
    "This is not an export we know. Columns found ({count}): {found}. The nearest we know is “{layout}”; "
    "columns lacking: {lacks}; columns too many: {extra}. Use the file as the tool wrote it, or say with --map which "
    "column is what{command}",
)
UNLIKE = Text(
    "认不出这是哪种工具的导出。读到 {count} 列：{found}，没有一列与认得的导出相同。CSV 的第一行应当是列名；JSON "
    "应当是博文的列表，或每行一条博文。请换用工具原样写出的文件；或者用 --map 说明哪一列是什么{command}",
    "This is not an export we know. Columns found ({count}): {found}; no export we know has any of them. The "
    "first row of a CSV should hold the column names; a JSON file should be a list of posts, or one post a line. "
    "Use the file as the tool wrote it, or say with --map which column is what{command}",
)
LIKELY = Text(
    "。从列名看，可以这样输入（先核对每一列是否属实；刚才用的其他选项，如 -o，也要照写）：\n  {command}",
    ". Going by the names, you could type this (check first that each column is what it says, and add the other "
    "options you used, such as -o):\n  {command}",
)
ANY = Text(
    "，例如 --map {column}=text。等号右边可以写：{names}。日期和三种数目最要紧。",
    ", for instance --map {column}=text. To the right of the = you can write: {names}. The date and the three counts "
    "matter most.",
)
OWN = Text("你指定的列（--map）", "columns you named with --map")
MEANINGS = {
    "text": Text("text 正文", "text"),
    "posted_at": Text("posted_at 发布时间", "posted_at (date and time)"),
    "posted_on": Text("posted_on 发布日期", "posted_on (date alone)"),
    "reposts": Text("reposts 转发数", "reposts"),
    "comments": Text("comments 评论数", "comments"),
    "likes": Text("likes 点赞数", "likes"),
    "source": Text("source 发布工具", "source (the tool it was posted with)"),
    "post_id": Text("post_id 微博编号", "post_id"),
    "author": Text("author 账号编号", "author (the account’s id)"),
}
EXPLAINED = join([*MEANINGS.values(), *(same(name) for name in NAMES if name not in MEANINGS)])


def mapping_of(pairs: Iterable[str]) -> dict[str, str]:
    """Return `--map COLUMN=NAME` words as columns to names; raise ExportError for what is none of that form."""
    mapped: dict[str, str] = {}
    for pair in pairs:
        column, equals, name = pair.rpartition("=")
        if not (column and equals and name):
            raise ExportError(NO_PAIR.format(pair=cut(pair)))
        if column in mapped:
            raise ExportError(TWICE.format(name=cut(column)))
        mapped[column] = name
    return mapped


def mapped_layout(mapped: Mapping[str, str]) -> Layout:
    """Return the layout that `--map` describes; raise ExportError for a name that there is not, or stands twice."""
    fields: dict[str, tuple[str, ...]] = {}
    for column, name in mapped.items():
        if name not in NAMES:
            raise ExportError(NO_NAME.format(name=cut(name), names=EXPLAINED))
        name = "when" if name in ("posted_on", "posted_at") else name  # noqa: PLW2901 - one date, read alike
        if name in fields and name != "when":
            raise ExportError(TWICE.format(name=name))
        fields[name] = (*fields.get(name, ()), column)
    if "when" not in fields:
        raise ExportError(NO_DATE)
    return Layout("mapped", OWN, frozenset({"csv", "json"}), fields, needed=frozenset(mapped))


def lacking(mapped: Mapping[str, str], header: Iterable[str]) -> Text:
    """Say which columns of `--map` a file has not."""
    there = list(header)
    return LACKS.format(lacks=listed([each for each in mapped if each not in there]), found=listed(there))


def unknown(header: list[str], path: Path) -> Text:
    """Say which columns were found, which layout comes nearest, what stands between the two, and what to type."""
    nearest = max(layouts(), key=lambda layout: len(_known(layout) & set(header)))
    if not _known(nearest) & set(header):
        return UNLIKE.format(count=len(header), found=listed(header), command=_command(header, path))
    wanted = list(nearest.columns) or sorted(nearest.needed)
    extra = [name for place, name in enumerate(header) if name not in wanted or name in header[:place]]
    return UNKNOWN.format(
        count=len(header),
        found=listed(header),
        layout=nearest.name,
        lacks=listed([name for name in wanted if name not in header]),
        extra=listed(extra),
        command=_command(header, path),
    )


def _known(layout: Layout) -> set[str]:
    return set(layout.columns) or set(layout.needed)


def _command(header: list[str], path: Path) -> Text:
    likely = {name: next((each for each in known if each in header), None) for name, known in told()["aliases"].items()}
    pairs = [f"{column}={name}" for name, column in likely.items() if column]
    if likely["posted_at"] is None or len(set(header)) < len(header):
        return ANY.format(column=cut(next(iter(header), "内容"), 30), names=EXPLAINED)
    words = ["playbook", "read", str(path), *(word for pair in pairs for word in ("--map", pair))]
    return LIKELY.format(command=shlex.join(words) if os.name == "posix" else subprocess.list2cmdline(words))
