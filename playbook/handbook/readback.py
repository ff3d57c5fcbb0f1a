"""`handbook.xlsx` read back: what a team changed in it goes into the plans, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from playbook.coherence import Clash, coherence
from playbook.handbook.held import Held
from playbook.handbook.sheets.across import across
from playbook.handbook.sheets.all_sheets import sheets
from playbook.handbook.sheets.applying import applied
from playbook.handbook.sheets.comparing import compared
from playbook.handbook.sheets.edits import Edit
from playbook.handbook.sheets.found import ReadBackError, Trouble
from playbook.handbook.sheets.opening import found
from playbook.places import written as files
from playbook.plans import Plan, written
from playbook.rules import Finding

__all__ = ["ReadBack", "ReadBackError", "newly_found", "read_back", "save"]


@dataclass(frozen=True)
class ReadBack:
    """What was read: the edits, or why there are none, and the plans as they will be (by system).

    With troubles there are no plans: a workbook is taken whole or not at all. `kept` cells hold the team's own notes,
    `others` are columns that are not the handbook's (`sheet: columns`); both stay in the workbook. `gone` are rows
    (sheet, id) that were deleted and whose entry the plan no longer has.
    """

    edits: tuple[Edit, ...]
    troubles: tuple[Trouble, ...]
    plans: Mapping[str, Plan]
    kept: int
    others: Mapping[str, tuple[str, ...]]
    gone: tuple[tuple[str, str], ...]


def read_back(path: Path, held: Held) -> ReadBack:
    """Compare a workbook with the plans; nothing is written. Raises ReadBackError, OSError."""
    book, now = found(path), sheets(held)
    told = compared(book, now)
    edits, troubles = tuple(told.edits), list(told.troubles)
    plans: dict[str, Plan] = {}
    if not troubles:
        for system, own in groupby(sorted(edits, key=_system), key=_system):
            plan, refused = applied(held.written[system], list(own), now)
            plans |= {system: plan} if plan else {}
            troubles += refused
    if not troubles:
        troubles += across(edits, _with(held, plans))
    others = {page.name: page.others for page in book.sheets.values() if page.others}
    return ReadBack(edits, tuple(troubles), {} if troubles else plans, told.kept, others, tuple(told.gone))


def save(read: ReadBack, folder: Path) -> None:
    """Write the changed plans into `folder`, all together or none. Raises OSError."""
    paths = [folder / f"{system}.json" for system in read.plans]
    with files(*paths) as streams:
        for stream, plan in zip(streams, read.plans.values(), strict=True):
            stream.write(written(plan).encode())


def newly_found(read: ReadBack, held: Held) -> list[Finding | Clash]:
    """Return what the reviews find in the changed plans, and where they clash, that was not so before."""
    after = _with(held, read.plans)
    new = [each for name in read.plans for each in after.findings[name] if each not in held.findings[name]]
    before = coherence(held)
    return [*new, *(each for each in coherence(after) if each not in before)]


def _with(held: Held, plans: Mapping[str, Plan]) -> Held:
    return replace(held, plans={**held.plans, **plans})


def _system(edit: Edit) -> str:
    return edit.place.system
