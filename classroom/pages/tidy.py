"""The committed form of a page: no outputs but those kept on purpose, no counts, machine paths or widget state."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from playbook.places import write_safely

QUOTED = "quoted"  # a lesson's cell whose numbers the prose cites
TAGS = {"parameters", "injected-parameters", "nbval-check-output", QUOTED}
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"


def read_page(path: Path) -> NotebookNode:
    """Read a notebook of the course (never one that a learner sent)."""
    return nbformat.read(path, as_version=4)


def tidied(page: NotebookNode, *, keep_outputs: bool = False) -> NotebookNode:
    """Return a copy in its committed form; outputs stay where asked, or in `quoted` cells."""
    neat = nbformat.from_dict({"cells": [], "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})
    for cell in page["cells"]:
        copy = nbformat.from_dict({"cell_type": cell["cell_type"], "id": cell["id"], "metadata": _metadata(cell)})
        copy["source"] = cell["source"].rstrip()
        if cell["cell_type"] == "code":
            tags = copy["metadata"].get("tags", [])
            if "injected-parameters" in tags:
                copy["id"] = "injected-parameters"  # papermill gives it another one every time
                copy["source"] = copy["source"].replace("# Parameters", "# ▶", 1)
            _outputs(cell, copy, keep=keep_outputs or QUOTED in tags)
        neat["cells"].append(copy)
    return neat


def page_text(page: NotebookNode) -> str:
    """Return a notebook as the text it is committed as."""
    text: str = nbformat.writes(page, indent=1, ensure_ascii=False)
    return text.rstrip("\n") + "\n"


def write_page(path: Path, page: NotebookNode) -> None:
    """Write a notebook, whole or not at all."""
    write_safely(path, page_text(page))


def _metadata(cell: NotebookNode) -> dict[str, object]:
    metadata: dict[str, object] = {}
    tags = [tag for tag in cell["metadata"].get("tags", []) if tag in TAGS]
    if cell["cell_type"] == "code":
        metadata["jupyter"] = {"source_hidden": True}
    if "classroom" in cell["metadata"]:
        metadata["classroom"] = cell["metadata"]["classroom"]
    if tags:
        metadata["tags"] = tags
    return metadata


def _outputs(cell: NotebookNode, copy: NotebookNode, *, keep: bool) -> None:
    outputs = [_output(each) for each in cell["outputs"]] if keep else []
    copy["outputs"] = _joined([each for each in outputs if each])
    # nbval refuses outputs of a cell without a count; the true count says nothing.
    copy["execution_count"] = 1 if copy["outputs"] else None


def _joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Put together what was printed in pieces: a kernel that is busy may send the end of a line by itself."""
    joined: list[NotebookNode] = []
    for each in outputs:
        last = joined[-1] if joined else {}
        if each["output_type"] == last.get("output_type") == "stream" and each["name"] == last["name"]:
            last["text"] += each["text"]
        else:
            joined.append(each)
    return joined


def _output(output: NotebookNode) -> NotebookNode | None:
    """Return an output without widget views (their state is not kept) and without run-time metadata."""
    kept = nbformat.from_dict(dict(output))
    if "execution_count" in kept:
        kept["execution_count"] = 1
    if "data" in kept:
        if WIDGET in kept["data"]:
            return None
        kept["metadata"] = {}
    return kept
