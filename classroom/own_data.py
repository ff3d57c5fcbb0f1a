"""The company's own export brought into the course from the first page, without a command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ipywidgets as widgets

from classroom.controls import line
from classroom.whose import company_switch
from playbook.exports import ExportError
from playbook.exports.into import read_own, report_beside
from playbook.exports.mapping import mapping_of
from playbook.language import Text
from playbook.own import has_own, own_posts_file

CHOOSE = Text("选导出文件", "Choose export files")
KINDS = ".csv,.json,.jsonl,.ndjson,.db,.sqlite,.sqlite3"
KEEP = Text("这些都是自家账号，保留账号名", "These accounts are all ours: keep their names")
TAKEN = Text("导出的时间（日期写成“今天”“3分钟前”才要填）", "When exported (only for dates like 今天 or 3分钟前)")
MAPPED = Text(
    "哪一列是什么（认不出的文件才要填）", "Which column is what (only if the course does not recognise the file)"
)
EXAMPLE = "内容=text 时间=posted_at 转发=reposts 评论=comments 赞=likes"
READING = Text("正在读，请稍候……", "Reading, one moment …")
READ = Text(
    "已读进课程，请点“▶ 运行本页”。每一行的去向写在 {report}。下面是这次读到了什么：",
    "Read into the course: press “▶ Run page”. What became of every row stands in {report}. This is what was read:",
)


def own_data() -> widgets.Widget:
    """Offer to read exports; where that was done before, say which company pages show and offer the other."""
    wide = widgets.Layout(width="auto")
    keep = widgets.Checkbox(description=str(KEEP), indent=False, layout=wide)
    taken = widgets.NaiveDatetimePicker(
        description=str(TAKEN),  # its own label: a picker takes no other
        style={"description_width": "max-content"},
        layout=widgets.Layout(width="auto", height="auto", flex_flow="column", align_items="flex-start"),
    )
    mapped = widgets.Text(placeholder=EXAMPLE, layout=widgets.Layout(width="95%"))
    chosen = widgets.FileUpload(accept=KINDS, multiple=True, description=str(CHOOSE), layout=wide)
    said = widgets.HTML()

    def read(change: dict[str, Any]) -> None:
        if change["new"]:
            said.value = line("hint", READING)
            said.value = _read(change["new"], keep.value, taken.value, mapped.value)
            chosen.value = ()  # the same file may be chosen again

    chosen.observe(read, "value")
    return widgets.VBox(
        [*([company_switch()] if has_own() else []), keep, taken, *_under(MAPPED, mapped), chosen, said]
    )


def _under(label: Text, control: widgets.Widget) -> tuple[widgets.Widget, widgets.Widget]:
    """Put a control under its label, which on a phone needs more than one line."""
    return widgets.HTML(f"<label>{escape(str(label))}</label>"), control


def _read(files: Sequence[dict[str, Any]], keep_names: bool, taken: datetime | None, pairs: str) -> str:
    """Read uploaded files and return what came of it, as HTML."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / (Path(each["name"]).name or "export") for each in files]
        try:
            for path, each in zip(paths, files, strict=True):
                path.write_bytes(each["content"])
            read = read_own(paths, mapped=mapping_of(_pairs(pairs)), taken=taken, keep_names=keep_names)
        except ExportError as error:
            return _lines(error.args[0]).replace(
                escape(f"{folder}{os.sep}"), ""
            )  # the files were chosen, not this folder
        except OSError as error:
            return _lines(Text(str(error), str(error)))
    return _lines(READ.format(report=report_beside(own_posts_file()))) + _lines(read.summary)


def _pairs(typed: str) -> list[str]:
    """Return what was typed, or pasted from the command that a message suggests, as COLUMN=NAME words."""
    return [word.strip("'\"") for word in typed.split() if word != "--map"]


def _lines(told: Text) -> str:
    return "".join(f'<p role="status">{escape(each)}</p>' for each in str(told).splitlines())
