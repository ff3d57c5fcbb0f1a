"""Run a page of the course with papermill: in an empty folder, with answers as data, never over its source."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from classroom.answers import AnswerFile
from classroom.environment import environment
from classroom.pages.tidy import read_page, tidied
from playbook.language import Language, Text
from playbook.places import course_home

LONGEST = 300  # seconds that a cell may take before its page is given up; the slowest takes about ten
LONGEST_PLACE = 85  # characters of a folder that a socket can lie in: systems take 103 of its whole name
STARTS = 120  # seconds for a kernel to start


class PageError(RuntimeError):
    """A page that did not run; `args[0]` is a Text naming page and cell."""

    def __str__(self) -> str:
        return str(self.args[0])


def run_page(
    path: Path, language: Language, answers: AnswerFile | None = None, *, keep_outputs: bool = True, strict: bool = True
) -> NotebookNode:
    """Run a page of the course and return it tidied.

    Only a validated answer file reaches papermill, as one string: papermill writes parameter names into code.
    Raises PageError naming the cell that failed or, if `strict`, wrote to standard error, or what else kept the page
    from its end: a cell that took more than LONGEST seconds, a kernel that died or never came.
    """
    parameters = {"answers": json.dumps(answers.model_dump(mode="json"), ensure_ascii=False)} if answers else {}
    with (
        tempfile.TemporaryDirectory(prefix="page-") as folder,
        environment(COURSE_HOME=str(course_home()), COURSE_WORK=str(Path(folder, "work")), COURSE_LANGUAGE=language),
    ):
        out = Path(folder, "page.ipynb")
        empty = Path(folder, "run")
        empty.mkdir()
        try:
            papermill.execute_notebook(
                str(path),
                str(out),
                parameters=parameters,
                kernel_name="python3",
                cwd=str(empty),
                progress_bar=False,
                start_timeout=STARTS,
                execution_timeout=LONGEST,
                extra_arguments=["--log-level=CRITICAL"],  # else a kernel warns of local traffic, and of its own end
                **_reached_by(Path(folder)),
            )
        except PapermillExecutionError as error:
            raise PageError(
                _FAILED.format(page=path.name, cell=error.cell_index, why=f"{error.ename}: {error.evalue}")
            ) from error
        except CellTimeoutError as error:
            raise PageError(_HUNG.format(page=path.name, seconds=LONGEST)) from error
        except (DeadKernelError, RuntimeError) as error:
            raise PageError(_DIED.format(page=path.name)) from error
        page = read_page(out)
    if strict:
        _refuse_stderr(path, page)
    return tidied(page, keep_outputs=keep_outputs)


def _reached_by(folder: Path) -> dict[str, Config]:
    """Return how papermill reaches its kernel: by sockets in a folder, where the system takes them.

    Ports are chosen before the kernel takes them. Of many pages run at once, some would find theirs taken.
    """
    if sys.platform == "win32" or len(str(folder)) > LONGEST_PLACE:
        return {}
    return {"config": Config({"KernelManager": {"transport": "ipc", "ip": str(folder / "kernel")}})}


def _refuse_stderr(path: Path, page: NotebookNode) -> None:
    """A missing glyph or a warning does not fail a cell: drawing happens after it. So look at what was written."""
    for cell in page["cells"]:
        for output in cell.get("outputs", []):
            if output["output_type"] == "stream" and output["name"] == "stderr":
                raise PageError(_FAILED.format(page=path.name, cell=cell["id"], why=output["text"][:300]))


_FAILED = Text("页面 {page} 在 {cell} 这一格出错：{why}", "Page {page} failed at cell {cell}: {why}")
_HUNG = Text(
    "页面 {page} 有一格运行超过 {seconds} 秒，已放弃。",
    "Page {page} was given up: one of its cells ran for more than {seconds} seconds.",
)
_DIED = Text(
    "页面 {page} 没有运行完：它的内核没有起来，或者中途停了，多半是内存不够。再运行一次。",
    "Page {page} did not run to its end: its kernel never started, or died on the way, mostly for want of memory. "
    "Run it again.",
)
