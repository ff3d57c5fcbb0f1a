"""Mark an English page as written from the Chinese as it stands.

Each English cell of prose remembers the hash of the Chinese cell that it was written from; see `standards.parity`.
"""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from classroom.pages.tidy import read_page, write_page
from classroom.standards.parity import chinese_hash
from playbook.commandline import CannotDo
from playbook.language import LANGUAGES, Text
from playbook.places import course_home


def mark_translated(name: str, only: list[str]) -> list[str]:
    """Mark the cells named (all, if none is) and return those whose mark has changed. Raises CannotDo."""
    chinese, english = (course_home() / "notebooks" / language / f"{name}.ipynb" for language in LANGUAGES)
    originals = {cell["id"]: cell["source"] for cell in _read(chinese)["cells"]}
    page = _read(english)
    known = [cell["id"] for cell in page["cells"] if cell["cell_type"] == "markdown" and cell["id"] in originals]
    for cell_id in only:
        if cell_id not in known:
            raise CannotDo(_NO_CELL.format(read=cell_id, page=name, there=", ".join(known)))
    marked = []
    for cell in page["cells"]:
        mark = {"from": chinese_hash(originals.get(cell["id"], ""))}
        if cell["id"] in (only or known) and cell["metadata"].get("classroom") != mark:
            cell["metadata"]["classroom"] = mark
            marked.append(cell["id"])
    write_page(english, page)
    return marked


def _read(path: Path) -> NotebookNode:
    if not path.is_file():
        raise CannotDo(_NO_PAGE.format(page=path.relative_to(course_home())))
    return read_page(path)


_NO_PAGE = Text(
    "没有 {page} 这一页。名字写成 05_timing/01_find_our_hours 这样。",
    "There is no page {page}. Write the name like 05_timing/01_find_our_hours.",
)
_NO_CELL = Text(
    "{page} 里没有叫 {read!r} 的文字格。有：{there}。",
    "{page} has no cell of prose called {read!r}; there are: {there}.",
)
