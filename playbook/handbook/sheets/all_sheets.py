"""Every sheet of the workbook, in the order of its tabs."""

from __future__ import annotations

from playbook.handbook.held import Held
from playbook.handbook.sheets.calendar import calendar_sheet
from playbook.handbook.sheets.campaigns import campaigns_sheet
from playbook.handbook.sheets.cells import Sheet
from playbook.handbook.sheets.matrix import accounts_sheet
from playbook.handbook.sheets.open_findings import findings_sheet
from playbook.handbook.sheets.roles import roles_sheet
from playbook.handbook.sheets.scorecard import scorecard_sheet
from playbook.handbook.sheets.watch import watch_sheets


def sheets(held: Held) -> list[Sheet]:
    """Return the sheets that a company's plans fill; a sheet of a plan that is not there is left out."""
    made = [
        calendar_sheet(held),
        accounts_sheet(held),
        roles_sheet(held),
        *watch_sheets(held),
        scorecard_sheet(held),
        campaigns_sheet(held),
        findings_sheet(held),
    ]
    return [each for each in made if each is not None]
