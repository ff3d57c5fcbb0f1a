"""Cells that hold a time of day or a day, as people and spreadsheets write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from unicodedata import normalize

from playbook.handbook.sheets.kinds import Plain, Raw, Value, WrongCell, written
from playbook.language import Text

NO_TIME = Text("要一天里的时刻，例如 9:30", "wanted: a time of day, such as 9:30")
NO_DATE = Text("要一个日期，例如 2026-03-30", "wanted: a day, such as 2026-03-30")
CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.点时]\s*(\d{1,2})?\s*分?)?")
DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
MINUTES_A_DAY = 1440


@dataclass(frozen=True)
class Clock(Plain):
    """A time of day; in the plan `{"hour": 9, "minute": 30}`."""

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - as in Kind
        """Return the time as `09:30`: text, so that it sorts and no spreadsheet turns it round."""
        return f"{value['hour']:02}:{value['minute']:02}"

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - as in Kind
        """Return hour and minute, also of a time that a spreadsheet made of it."""
        if isinstance(cell, time):
            return {"hour": cell.hour, "minute": cell.minute}
        if isinstance(cell, float) and 0 <= cell < 1:  # a part of the day, which lost its format
            minutes = round(cell * MINUTES_A_DAY)
            return {"hour": minutes // 60, "minute": minutes % 60}
        found = None if isinstance(cell, date) else CLOCK.fullmatch(normalize("NFKC", written(cell)))
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:  # noqa: PLR2004 - of a day
            raise WrongCell(NO_TIME)
        return {"hour": hour, "minute": minute}


@dataclass(frozen=True)
class Day(Plain):
    """A day of the calendar, or none."""

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - as in Kind
        """Return the day as a date."""
        return date.fromisoformat(value) if value else None

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - as in Kind
        """Return the day, also of one that was typed as text; a bare number is none."""
        if isinstance(cell, date):
            return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
        if cell is not None and not isinstance(cell, str):
            raise WrongCell(NO_DATE)
        typed = normalize("NFKC", written(cell))
        found = DATE.fullmatch(typed)
        if typed and not found:
            raise WrongCell(NO_DATE)
        try:
            return date(*map(int, found.groups())).isoformat() if found else None
        except ValueError:  # the 30th of February
            raise WrongCell(NO_DATE) from None


CLOCK_TIME, DAY = Clock(), Day()
