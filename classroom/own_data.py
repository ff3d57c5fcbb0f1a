"""The company's own export brought into the course from the first page, without a command line."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ipywidgets as widgets

from classroom.controls import line
from classroom.whose import company_switch
from playbook.exports import ExportError
from playbook.exports.into import read_own, report_beside
from playbook.language import Text
from playbook.own import has_own, own_posts_file

CHOOSE = Text("选导出文件…", "Choose export files…")
KINDS = ".csv,.json,.jsonl,.ndjson,.db,.sqlite,.sqlite3"
KEEP = Text("文件里只有自家账号，账号名照原样保留", "These files hold our own accounts only: keep their names")
READING = Text("正在读，请稍候……", "Reading, one moment …")
READ = Text(
    "已读进课程，请点“▶ 运行本页”。每一行的去向写在 {report}。",
    "Read into the course: press “▶ Run page”. What became of every row stands in {report}.",
)


def own_data() -> widgets.Widget:
    """Offer to read exports; where that was done before, say which company pages show and offer the other."""
    keep = widgets.Checkbox(description=str(KEEP), indent=False, layout=widgets.Layout(width="auto"))
    chosen = widgets.FileUpload(
        accept=KINDS, multiple=True, description=str(CHOOSE), layout=widgets.Layout(width="auto")
    )
    said = widgets.HTML()

    def read(change: dict[str, Any]) -> None:
        if change["new"]:
            said.value = line("hint", READING)
            said.value = _read(change["new"], keep_names=keep.value)
            chosen.value = ()  # the same file may be chosen again

    chosen.observe(read, "value")
    return widgets.VBox([*([company_switch()] if has_own() else []), keep, chosen, said])


def _read(files: Sequence[dict[str, Any]], *, keep_names: bool) -> str:
    """Read uploaded files and return what came of it, as HTML."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / (Path(each["name"]).name or "export") for each in files]
        try:
            for path, each in zip(paths, files, strict=True):
                path.write_bytes(each["content"])
            told = read_own(paths, keep_names=keep_names).summary
        except ExportError as error:
            return _lines(error.args[0])
        except OSError as error:
            return _lines(Text(str(error), str(error)))
    return _lines(told) + _lines(READ.format(report=report_beside(own_posts_file())))


def _lines(told: Text) -> str:
    return "".join(f'<p role="status">{escape(each)}</p>' for each in str(told).splitlines())
