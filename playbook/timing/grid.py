"""The picture of a week in which posting slots are set: seven columns of 24 hours."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import traitlets

from playbook.pictures import Picture, script

DAYS, HOURS = 7, 24
CELLS = DAYS * HOURS
_SHADE: Any = traitlets.Float(allow_none=True)  # traitlets types a Float that may be None as an int
_LENGTHS = {"heat": CELLS, "duty": CELLS, "labels": CELLS, "days": DAYS, "hours": HOURS}


class WeekGrid(Picture):
    """One account's week as a calendar. A cell's number is `day * 24 + hour`; day 0 is Monday.

    The browser changes `slots` once per gesture (a click, a painted stroke, a moved slot, a key) and sends
    "undo", "redo" and "clear" to whoever registered with `on_action`; it computes nothing and has no words
    of its own. All else is set from Python; set what changes together inside `with grid.hold_sync():`.

    | trait | holds |
    |---|---|
    | `slots` | the value: set cells, unique and ascending |
    | `heat` | 168 shades from 0 to 1; None = nothing known about this hour (hatched) |
    | `duty` | 168: is somebody on duty in this hour |
    | `flagged` | cells to which a finding points, unique and ascending |
    | `labels` | 168 sentences: what the cell is, its value, who is on duty, whether a post is set |
    | `days`, `hours` | the 7 column heads and the 24 row heads |
    | `done` | what has just happened, shown above the grid and read aloud politely |
    | `words` | everything else that is said, by key: |

    `grid` names the grid; `help` is the line under it on mouse and keyboard; `undo`, `redo` and `clear`
    stand on buttons; `slot` is the mark in a set cell (a character, or a word of four letters); `low`,
    `high`, `unknown`, `duty` and `flag` explain the marks. A key that is missing shows nothing.

    Raises TraitError for a list of the wrong length, a shade outside 0 to 1, a cell outside 0 to 167, and
    cells that are not in ascending order or come twice.
    """

    actions = ("undo", "redo", "clear")
    _esm = script(Path(__file__))
    _css = Path(__file__).with_suffix(".css")

    slots = traitlets.List(traitlets.Int()).tag(sync=True)
    heat: traitlets.List[float | None] = traitlets.List(_SHADE, [None] * CELLS).tag(sync=True)
    duty = traitlets.List(traitlets.Bool(), [False] * CELLS).tag(sync=True)
    flagged = traitlets.List(traitlets.Int()).tag(sync=True)
    labels = traitlets.List(traitlets.Unicode(), [""] * CELLS).tag(sync=True)
    days = traitlets.List(traitlets.Unicode(), [""] * DAYS).tag(sync=True)
    hours = traitlets.List(traitlets.Unicode(), [""] * HOURS).tag(sync=True)

    @traitlets.validate("slots", "flagged")
    def _cells(self, proposal: traitlets.Bunch) -> list[int]:
        """Return the cells; raise TraitError unless they are unique, ascending and within the week."""
        cells, name = list(proposal.value), str(proposal.trait.name)
        for cell in cells:
            if not 0 <= cell < CELLS:
                raise traitlets.TraitError(f"{name}: read cell {cell}; wanted 0 to {CELLS - 1} (day * {HOURS} + hour)")
        for before, after in pairwise(cells):
            if before >= after:
                raise traitlets.TraitError(f"{name}: read {after} after {before}; wanted each cell once, ascending")
        return cells

    @traitlets.validate(*_LENGTHS)
    def _one_for_each(self, proposal: traitlets.Bunch) -> list[float | None]:
        """Return the list; raise TraitError unless it has one item for each cell, day or hour."""
        values, name = list(proposal.value), str(proposal.trait.name)
        if len(values) != _LENGTHS[name]:
            raise traitlets.TraitError(f"{name}: read {len(values)} items; wanted {_LENGTHS[name]}")
        for place, shade in enumerate(values if name == "heat" else []):
            if shade is not None and not 0 <= shade <= 1:
                raise traitlets.TraitError(f"{name}: read {shade} for cell {place}; wanted 0 to 1, or None for unknown")
        return values
