"""A change that somebody made in a workbook, and all that a comparison with the plans has to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playbook.handbook.sheets.cells import Place
from playbook.handbook.sheets.found import Trouble
from playbook.language import Text


@dataclass(frozen=True)
class Edit:
    """One change: where it was made, what stood there, what stands there now, and where it goes in which plan.

    `value` is as JSON holds it; with `does` "add" it is a new entry of the list at `place`, with "remove" none.
    """

    sheet: str
    cell: str
    before: Text
    after: Text
    place: Place
    value: Any = None
    does: str = "set"


@dataclass
class Compared:
    """What was changed, what cannot be taken, and what was seen and stays in the workbook."""

    edits: list[Edit] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    kept: int = 0  # cells in which the team keeps notes of its own
    gone: list[tuple[str, str]] = field(default_factory=list)  # deleted rows (sheet, id) that the plan had dropped
