"""Run a page of the course with papermill: in an empty folder, with answers as data, never over its source."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import papermill
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from classroom.answers import AnswerFile
from classroom.environment import environment
from classroom.pages.tidy import read_page, tidied
from playbook.language import Language, Text
from playbook.places import course_home


class PageError(RuntimeError):
    """A page that did not run; `args[0]` is a Text naming page and cell."""

    def __str__(self) -> str:
        return str(self.args[0])


def run_page(
    path: Path, language: Language, answers: AnswerFile | None = None, *, keep_outputs: bool = True
) -> NotebookNode:
    """Run a page of the course and return it tidied.

    Only a validated answer file reaches papermill, as one string: papermill writes parameter names into code.
    Raises PageError naming the cell that failed or wrote to standard error.
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
                extra_arguments=["--log-level=ERROR"],  # the kernel warns of unencrypted local traffic at every start
            )
        except PapermillExecutionError as error:
            raise PageError(
                _FAILED.format(page=path.name, cell=error.cell_index, why=f"{error.ename}: {error.evalue}")
            ) from error
        page = read_page(out)
    _refuse_stderr(path, page)
    return tidied(page, keep_outputs=keep_outputs)


def _refuse_stderr(path: Path, page: NotebookNode) -> None:
    """A missing glyph or a warning does not fail a cell: drawing happens after it. So look at what was written."""
    for cell in page["cells"]:
        for output in cell.get("outputs", []):
            if output["output_type"] == "stream" and output["name"] == "stderr":
                raise PageError(_FAILED.format(page=path.name, cell=cell["id"], why=output["text"][:300]))


_FAILED = Text("页面 {page} 在 {cell} 这一格出错：{why}", "Page {page} failed at cell {cell}: {why}")
