"""`handbook.xlsx` read back: what a team changed in it goes into the plans, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from playbook.coherence import Clash, coherence
from playbook.handbook.held import PLANS, Held
from playbook.handbook.lessons import title
from playbook.handbook.sheets.all_sheets import sheets
from playbook.handbook.sheets.cells import Growing, Sheet
from playbook.handbook.sheets.cells import Path as Steps
from playbook.handbook.sheets.comparing import compared
from playbook.handbook.sheets.edits import Edit
from playbook.handbook.sheets.found import ReadBackError, Trouble
from playbook.handbook.sheets.opening import found
from playbook.language import Text
from playbook.places import written as files
from playbook.plans import Plan, PlanError, read_plan, written
from playbook.rules import Finding

REFUSED = Text("“{system}”的计划不收，{why}", "the plan of “{system}” will not take it: {why}")
LIMITS: dict[str, Text] = {
    "less_than_equal": Text("最多 {le}", "at most {le}"),
    "greater_than_equal": Text("最少 {ge}", "at least {ge}"),
    "string_too_long": Text("最多 {max_length} 个字", "at most {max_length} characters"),
    "too_long": Text("最多 {max_length} 条", "at most {max_length} entries"),
}
ALREADY = Text("和别的一条重复了；每一条只能有一个", "another entry says the same; each may be there once")

__all__ = ["ReadBack", "ReadBackError", "newly_found", "read_back", "save"]


@dataclass(frozen=True)
class ReadBack:
    """What was read: the edits, or why there are none, and the plans as they will be (by system).

    With troubles there are no plans: a workbook is taken whole or not at all. `kept` cells hold the team's own notes,
    `others` are columns that are not the handbook's (`sheet: columns`); both stay in the workbook.
    """

    edits: tuple[Edit, ...]
    troubles: tuple[Trouble, ...]
    plans: Mapping[str, Plan]
    kept: int
    others: Mapping[str, tuple[str, ...]]


def read_back(path: Path, held: Held) -> ReadBack:
    """Compare a workbook with the plans; nothing is written. Raises ReadBackError, OSError."""
    book, now = found(path), sheets(held)
    told = compared(book, now)
    edits, troubles = tuple(told.edits), list(told.troubles)
    plans: dict[str, Plan] = {}
    if not troubles:
        for system, own in groupby(sorted(edits, key=_system), key=_system):
            plan = _changed(held.written[system], list(own), now, troubles)
            plans |= {system: plan} if plan else {}
    others = {page.name: page.others for page in book.sheets.values() if page.others}
    return ReadBack(edits, tuple(troubles), {} if troubles else plans, told.kept, others)


def save(read: ReadBack, folder: Path) -> None:
    """Write the changed plans into `folder`, all together or none. Raises OSError."""
    paths = [folder / f"{system}.json" for system in read.plans]
    with files(*paths) as streams:
        for stream, plan in zip(streams, read.plans.values(), strict=True):
            stream.write(written(plan).encode())


def newly_found(read: ReadBack, held: Held) -> list[Finding | Clash]:
    """Return what the reviews find in the changed plans, and where they clash, that was not so before."""
    after = replace(held, plans={**held.plans, **read.plans})
    new = [each for name in read.plans for each in after.findings[name] if each not in held.findings[name]]
    before = coherence(held)
    return [*new, *(each for each in coherence(after) if each not in before)]


def _system(edit: Edit) -> str:
    return edit.place.system


def _changed(plan: Plan, edits: list[Edit], now: Iterable[Sheet], troubles: list[Trouble]) -> Plan | None:
    """Return a plan with its edits; None, and what is wrong, if it will not take them."""
    data = plan.model_dump(mode="json")
    touched: dict[Steps, Edit] = {}
    for edit in edits:
        if edit.does == "set":
            _set(data, edit.place.path, edit.value)
            touched[edit.place.path] = edit
    for edit in edits:
        if edit.does == "add":
            entries = _at(data, edit.place.path)
            touched[*edit.place.path, len(entries)] = edit
            entries.append(edit.value)
    for growing in (each.growing for each in now if each.growing and each.growing.place.system == plan.system):
        gone = {each.place.path for each in edits if each.does == "remove"}
        troubles += _twice(data, growing, touched, gone)
    for edit in sorted(
        (each for each in edits if each.does == "remove"), key=lambda each: each.place.path, reverse=True
    ):
        del _at(data, edit.place.path[:-1])[edit.place.path[-1]]
    if troubles:
        return None
    try:
        return read_plan(PLANS[plan.system], data)
    except PlanError as error:
        troubles.append(_refused(plan.system, error, edits, touched))
        return None


def _twice(data: Any, growing: Growing, touched: Mapping[Steps, Edit], gone: set[Steps]) -> list[Trouble]:  # noqa: ANN401 - JSON
    """Find entries that an edit made the same as another one, in what tells them apart."""
    seen: dict[tuple[Any, ...], int] = {}
    found_twice = []
    for at, entry in enumerate(_at(data, growing.place.path)):
        path = (*growing.place.path, at)
        if path in gone:
            continue
        what = tuple(entry.get(name) for name in growing.unique)
        if what in seen:
            for number in (at, seen[what]):
                edit = _edit_at((*growing.place.path, number), touched)
                if edit:
                    found_twice.append(Trouble(edit.sheet, edit.cell, ALREADY))
                    break
        seen.setdefault(what, at)
    return found_twice


def _refused(system: str, error: PlanError, edits: list[Edit], touched: Mapping[Steps, Edit]) -> Trouble:
    """Return which cell a plan refuses, as far as the place that it names tells, and why."""
    cause = error.__cause__
    first = cause.errors()[0] if isinstance(cause, ValidationError) else None
    edit = (_edit_at(tuple(first["loc"]), touched) if first else None) or edits[0]
    said = LIMITS.get(first["type"]) if first else None
    why = said.format(**first.get("ctx", {})) if first and said else error
    return Trouble(edit.sheet, edit.cell, REFUSED.format(system=title(system), why=why))


def _edit_at(place: Steps, touched: Mapping[Steps, Edit]) -> Edit | None:
    """Return the edit of a place in a plan, of something in it, or of what it is in."""
    return next(
        (edit for path, edit in touched.items() if path[: len(place)] == place or place[: len(path)] == path), None
    )


def _set(data: Any, path: Steps, value: Any) -> None:  # noqa: ANN401 - JSON
    """Set a value; a value of several fields goes into the entry that is there."""
    target = _at(data, path)
    if isinstance(value, dict) and isinstance(target, dict):
        target.update(value)
    else:
        _at(data, path[:-1])[path[-1]] = value


def _at(data: Any, path: Steps) -> Any:  # noqa: ANN401 - JSON
    for step in path:
        data = data[step]
    return data
