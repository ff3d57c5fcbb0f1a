"""Puts the edits of a workbook into a plan, and names the cell if the plan will not take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from playbook.handbook.held import PLANS
from playbook.handbook.lessons import title
from playbook.handbook.sheets.cells import Path as Steps
from playbook.handbook.sheets.cells import Sheet
from playbook.handbook.sheets.edits import Edit
from playbook.handbook.sheets.found import Trouble
from playbook.language import Text
from playbook.plans import Plan, PlanError, read_plan

REFUSED = Text("“{system}”的计划不收，{why}", "the plan of “{system}” will not take it: {why}")
LIMITS: dict[str, Text] = {
    "less_than_equal": Text("最多 {le}", "at most {le}"),
    "greater_than_equal": Text("最少 {ge}", "at least {ge}"),
    "string_too_long": Text("最多 {max_length} 个字", "at most {max_length} characters"),
    "too_long": Text("最多 {max_length} 条", "at most {max_length} entries"),
}
ALREADY = Text("和 {other} 这一行重复了；每样只能有一个", "row {other} says the same; each may be there once")


def applied(plan: Plan, edits: list[Edit], now: Iterable[Sheet]) -> tuple[Plan | None, list[Trouble]]:
    """Return a plan with its edits; or no plan, and which cells it will not take.

    `now` are the sheets that the plan makes as it is.
    """
    data = plan.model_dump(mode="json")
    touched = _written(data, edits)
    gone = sorted(each.place.path for each in edits if each.does == "remove")
    growing = [each for each in now if each.growing and each.growing.place.system == plan.system]
    troubles = [trouble for sheet in growing for trouble in _twice(data, sheet, touched, set(gone))]
    for path in reversed(gone):  # from the end, so that those before keep their numbers
        del _at(data, path[:-1])[path[-1]]
    if troubles:
        return None, troubles
    try:
        return read_plan(PLANS[plan.system], data), []
    except PlanError as error:
        return None, [_refused(plan.system, error, gone, touched, edits[0])]


def _written(data: Any, edits: list[Edit]) -> dict[Steps, Edit]:  # noqa: ANN401 - JSON
    """Write changed values and new entries into a plan; return which edit touched which place."""
    touched: dict[Steps, Edit] = {}
    for edit in (each for each in edits if each.does == "set"):
        _set(data, edit.place.path, edit.value)
        touched[edit.place.path] = edit
    for edit in (each for each in edits if each.does == "add"):
        entries = _at(data, edit.place.path)
        touched[*edit.place.path, len(entries)] = edit
        entries.append(edit.value)
    return touched


def _twice(data: Any, sheet: Sheet, touched: Mapping[Steps, Edit], gone: set[Steps]) -> Iterator[Trouble]:  # noqa: ANN401 - JSON
    """Find entries that an edit made the same as another one, in what tells them apart."""
    growing = sheet.growing
    if growing is None:
        return
    names = {row.item.place.path: row.id for row in sheet.rows if row.item}
    seen: dict[tuple[Any, ...], Steps] = {}
    for at, entry in enumerate(_at(data, growing.place.path)):
        path = (*growing.place.path, at)
        if path in gone:
            continue
        other = seen.setdefault(tuple(entry.get(name) for name in growing.unique), path)
        edit = _edit_at(path, touched) or _edit_at(other, touched)
        if other != path and edit:
            same_as = other if _edit_at(path, touched) else path
            at_other = _edit_at(same_as, touched)
            yield Trouble(edit.sheet, edit.cell, ALREADY.format(other=names.get(same_as) or (at_other or edit).cell))


def _refused(system: str, error: PlanError, gone: list[Steps], touched: Mapping[Steps, Edit], any_of: Edit) -> Trouble:
    """Return which cell a plan refuses, as far as the place that it names tells, and why."""
    cause = error.__cause__
    first = cause.errors()[0] if isinstance(cause, ValidationError) else None
    edit = (_edit_at(_before(tuple(first["loc"]), gone), touched) if first else None) or any_of
    said = LIMITS.get(first["type"]) if first else None
    why = said.format(**first.get("ctx", {})) if first and said else error
    return Trouble(edit.sheet, edit.cell, REFUSED.format(system=title(system), why=why))


def _before(place: Steps, gone: list[Steps]) -> Steps:
    """Return where a place was before the entries that are gone were taken out of their lists."""
    steps = list(place)
    for path in gone:
        at = len(path) - 1
        number, taken = (steps[at] if at < len(steps) else None), path[at]
        if tuple(steps[:at]) == path[:at] and isinstance(number, int) and isinstance(taken, int) and number >= taken:
            steps[at] = number + 1
    return tuple(steps)


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
