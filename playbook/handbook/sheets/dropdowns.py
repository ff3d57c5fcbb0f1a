"""Drop-downs: their choices stand on a hidden sheet, since a list in a rule ends at 255 characters and at a comma."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from playbook.handbook.sheets.plain import escaped, shown
from playbook.language import Language, Text

NAME = "_lists"
WRONG = Text("请从下拉单里选一个。", "Please choose from the list.")


class Dropdowns:
    """The lists of a workbook, each written once."""

    def __init__(self, wanted: Language) -> None:
        self._wanted = wanted
        self._lists: dict[tuple[Text, ...], int] = {}
        self._rules: dict[tuple[str, int, bool], DataValidation] = {}

    def offer(self, page: Worksheet, cells: str, choices: tuple[Text, ...], *, strict: bool) -> None:
        """Let these cells be chosen from a list; `strict`: nothing else can be typed."""
        at = self._lists.setdefault(choices, len(self._lists) + 1)
        rule = self._rules.get((page.title, at, strict))
        if rule is None:
            letter = get_column_letter(at)
            where = f"'{NAME}'!${letter}$1:${letter}${len(choices)}"
            rule = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=strict)
            rule.error = WRONG.in_language(self._wanted)
            page.add_data_validation(rule)
            self._rules[page.title, at, strict] = rule
        rule.add(cells)

    def write(self, book: Workbook) -> None:
        """Add the hidden sheet with the lists, one a column."""
        page = book.create_sheet(NAME)
        page.sheet_state = "hidden"
        for choices, at in self._lists.items():
            for number, choice in enumerate(choices, start=1):
                cell = page.cell(number, at)
                cell.value, cell.number_format = escaped(str(shown(choice, self._wanted) or "")), "@"
                cell.data_type = "s"
