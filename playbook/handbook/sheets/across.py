"""Edits that two sheets make together and that cannot both be meant: a slot for an account that is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.handbook.held import Held
from playbook.handbook.said import account
from playbook.handbook.sheets.edits import Edit
from playbook.handbook.sheets.found import Trouble
from playbook.language import Text
from playbook.matrix.plan import MatrixPlan
from playbook.timing.plan import TimingPlan

STILL_USED = Text(
    "{account} 在一周日历里还有时段；先把时段挪走或删掉，再关停、并入",
    "{account} still has slots on the sheet of the week; move or delete them before it is closed or merged",
)
NOT_KEPT = Text(
    "账号表里 {account} 不再保留，不能给它排时段",
    "{account} is no longer kept on the sheet of accounts, so it cannot have a slot",
)


def across(edits: Iterable[Edit], after: Held) -> Iterator[Trouble]:
    """Yield the edits that give a slot to an account that is not kept, or that close one which has slots.

    `after` is the company with all edits in its plans. What was so before, and nobody touched, is left to the findings.
    """
    matrix, timing = after.plan(MatrixPlan), after.plan(TimingPlan)
    if matrix is None or timing is None:
        return
    closed = {place.account for place in matrix.places if place.fate != "keep"}
    used = {slot.account for slot in timing.slots}
    for edit in edits:
        if closes := _closes(edit, matrix):
            if closes in closed & used:
                yield Trouble(edit.sheet, edit.cell, STILL_USED.format(account=account(closes, after.facts)))
        elif (given := _gives(edit)) in closed:
            yield Trouble(edit.sheet, edit.cell, NOT_KEPT.format(account=account(str(given), after.facts)))


def _closes(edit: Edit, matrix: MatrixPlan) -> str | None:
    """Return the account whose fate an edit decides."""
    if edit.place.system != "matrix" or edit.place.path[-1] != "fate":
        return None
    at = edit.place.path[1]
    return matrix.places[at].account if isinstance(at, int) else None


def _gives(edit: Edit) -> str | None:
    """Return the account to which an edit gives a slot."""
    if edit.place.system != "timing" or edit.does == "remove":
        return None
    if edit.does == "add":
        return str(edit.value["account"])
    return str(edit.value) if edit.place.path[-1] == "account" else None
