"""What has been read, counted file by file, and said in a few sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from playbook.exports.batch import Batch
from playbook.exports.layouts import Layout, warnings, without
from playbook.exports.said import about
from playbook.language import Text, join
from playbook.posts import COLUMNS, COUNTS

STATUSES = ("kept", "mended", "left_out")

COUNTED = Text(
    "{file}（{layout}）：读到 {rows} 行，照原样收下 {kept} 行，修正后收下 {mended} 行，未收 {left_out} 行。",
    "{file} ({layout}): rows read {rows}, kept as they are {kept}, kept and mended {mended}, left out {left_out}.",
)
MORE_FILES = Text(
    "另有 {files} 个文件：读到 {rows} 行，照原样收下 {kept} 行，修正后收下 {mended} 行，未收 {left_out} 行；"
    "各文件的情况见报告。",
    "{files} more files: rows read {rows}, kept as they are {kept}, kept and mended {mended}, left out "
    "{left_out}; the report tells of each.",
)
THEN = Text("，然后是", ", then ")
REFUSED = Text("没有读成：{refusal}", "Not read: {refusal}")
UNTOLD = Text("这种导出（{layout}）没有记下：", "What this export ({layout}) does not tell:")
ITEM = Text("- ", "- ")
LOOK = Text(
    "下一步：打开和博文表放在一起的报告，按 file 和 line 找到导出文件里的那一行（JSON 列表和 SQLite "
    "里是第几条）；reason 一栏写着怎么办。要改导出文件，请用记事本，不要用 Excel，它会改坏博文编号。",
    "Next: open the report beside the posts table; file and line lead to the row in the export (in a JSON list "
    "or SQLite, line is its number), and reason says what to do. Change an export in Notepad, never in Excel, "
    "which damages post ids.",
)
GO_ON = Text(
    "下一步：读到的每一行都照原样收下了，博文表可以直接使用。",
    "Next: every row read was kept as it is; the posts table is ready to use.",
)
NO_COUNTS = Text(
    "要紧：转发、评论、赞的数目一个也没有读到，课里的图和计划表就无从比较。请补上这三列，再读一次。",
    "Important: no reposts, comments or likes were read, so the course’s charts and planner have nothing to compare. "
    "Name these three columns too and read it again.",
)
NOT_ONE = Text(
    "没有读到一条博文，什么都没有写。",
    "Not one post could be read; nothing was written.",
)
CAUSES = {
    "mended": Text(
        "修正后收下的有 {count} 行，例如 {file} 第 {line} 行：{reason}",
        "Kept and mended, {count} rows, such as line {line} of {file}: {reason}",
    ),
    "left_out": Text(
        "未收的有 {count} 行，例如 {file} 第 {line} 行：{reason}",
        "Left out, {count} rows, such as line {line} of {file}: {reason}",
    ),
}
MOST_CAUSES = 6  # told in the summary, the most frequent first
MOST_FILES = 20  # told one by one
HEADER_ALONE = Text(
    "文件里只有列名，没有一条博文。账号如果本来就没有公开的博文，就没有可读的；否则请重新导出。",
    "There are column names and no posts. If the account has no public posts, there is nothing to read; if it "
    "has, export it again.",
)
NONE_KEPT = Text(
    "下一步：一条博文也没有收下；报告里逐行写着原因和怎么办。",
    "Next: no post was kept; the report gives, row by row, the reason and what to do.",
)


@dataclass(slots=True)
class Cause:
    """Why rows were mended or left out: how many, and the first of them."""

    status: str
    file: str
    line: int
    reason: Text
    rows: int = 0


@dataclass(slots=True)
class Tally:
    """What has been read so far, counted by file: its layouts in the order they came, its rows by status."""

    layouts: dict[str, list[Layout]] = field(default_factory=dict)
    rows: dict[str, Counter[str]] = field(default_factory=dict)
    remarks: list[Text] = field(default_factory=list)
    causes: dict[tuple[str, str], Cause] = field(default_factory=dict)
    refused: list[tuple[Path, Text]] = field(default_factory=list)

    def add(self, batch: Batch) -> None:
        """Count a batch."""
        if batch.refused or batch.layout is None:
            self.refused += [(batch.path, batch.refused)] if batch.refused else []
            return
        layouts = self.layouts.setdefault(batch.file, [])
        if batch.layout.id not in [each.id for each in layouts]:
            layouts.append(batch.layout)
        counts = {"kept": batch.kept, "mended": batch.mended, "left_out": batch.left_out}
        self.rows.setdefault(batch.file, Counter()).update(counts)
        for file, line, status, column, _, reason in batch.report:
            if status != "kept":
                cause = self.causes.setdefault((status, column or reason.zh), Cause(status, file, line, reason))
                cause.rows += 1
        told = [about(batch.file, remark) for remark in batch.remarks]
        self.remarks += [remark for remark in told if remark not in self.remarks]

    @property
    def total(self) -> Counter[str]:
        """Return rows by status, of all files."""
        return sum(self.rows.values(), Counter())

    @property
    def posts(self) -> int:
        """Return how many posts were kept."""
        return self.total["kept"] + self.total["mended"]

    @property
    def nothing(self) -> Text:
        """Say that no post was kept, and why."""
        lines = [*self._counts(), *(refusal for _, refusal in self.refused), *self._causes()]
        lines += [] if self.total else [HEADER_ALONE]
        return join([*lines, NOT_ONE], "\n", "\n")

    @property
    def all_kept(self) -> bool:
        """Tell whether every row of every file was kept as it is."""
        return not self.refused and set(self.total) <= {"kept"}

    @property
    def summary(self) -> Text:
        """Say in a few lines what was read, what the exports cannot tell, and what to do next."""
        lines = [*self._counts(), *self._causes(), *self.remarks]
        lines += [REFUSED.format(refusal=refusal) for _, refusal in self.refused]
        every = {layout.id: layout for layouts in self.layouts.values() for layout in layouts}
        lines += [_untold(layout) for layout in every.values()]
        countless = bool(every) and all(set(COUNTS) <= layout.cannot_tell for layout in every.values())
        lines.append(NO_COUNTS if countless else self._next())
        return join([line for line in lines if line.zh], "\n", "\n")

    def _causes(self) -> list[Text]:
        """Say why rows were mended or left out, the most frequent cause first, each with its first example."""
        most = sorted(self.causes.values(), key=lambda cause: -cause.rows)[:MOST_CAUSES]
        return [
            CAUSES[each.status].format(count=each.rows, file=each.file, line=each.line, reason=each.reason)
            for each in most
        ]

    def _next(self) -> Text:
        if not self.total:
            return HEADER_ALONE
        if not self.posts:
            return NONE_KEPT
        return LOOK if self.total["mended"] + self.total["left_out"] else GO_ON

    def _counts(self) -> list[Text]:
        """Say of each file what became of its rows; of very many, all but the first together."""
        files = list(self.layouts)
        lines = [self._counted(file) for file in files[:MOST_FILES]]
        if more := files[MOST_FILES:]:
            rows = sum((self.rows[file] for file in more), Counter[str]())
            lines.append(MORE_FILES.format(files=len(more), **_by_status(rows)))
        return lines

    def _counted(self, file: str) -> Text:
        name = join([layout.name for layout in self.layouts[file]], THEN.zh, THEN.en)
        return COUNTED.format(file=file, layout=name, **_by_status(self.rows[file]))


def _by_status(rows: Counter[str]) -> dict[str, int]:
    return {"rows": rows.total()} | {status: rows[status] for status in STATUSES}


def _untold(layout: Layout) -> Text:
    what = [ITEM + without()[column] for column in COLUMNS if column in layout.cannot_tell]
    what += [ITEM + warnings()[name] for name in layout.warns]
    return join([UNTOLD.format(layout=layout.name), *what], "\n", "\n") if what else Text("", "")
