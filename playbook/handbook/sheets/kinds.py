"""What a cell may hold: how a value of a plan is shown in it, and how what a person typed there is read.

A person types on whatever keyboard: full-width digits, `9：30`, a day as Excel makes it, a name in either language.
Reading never guesses: what could mean two things is refused with a word on what is wanted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Protocol
from unicodedata import normalize

from playbook.language import LANGUAGES, Text, join, same
from playbook.week import DAYS

Value = Text | str | int | float | date | None
Raw = str | int | float | bool | date | time | None  # what openpyxl finds in a cell; a datetime is a date
NOT_ONE = Text("要其中一个：{names}", "wanted: one of {names}")
NO_NUMBER = Text("要一个数", "wanted: a number")
NO_WHOLE = Text("要一个整数", "wanted: a whole number")
NO_WORDS = Text(
    "要文字；这里是日期或时间，先把单元格改成文本格式再写",
    "wanted: words; this is a date or a time, so make the cell text and write it again",
)
REQUIRED = Text("不能空着", "it cannot be empty")
THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
MANY = 12  # options that a message names


class WrongCell(ValueError):  # noqa: N818 - no error of ours: the cell is named, and the person mends it
    """A cell that cannot be taken; `args[0]` is a Text: what is wanted."""


class Kind(Protocol):
    """What a cell may hold."""

    @property
    def choices(self) -> tuple[Text, ...]:
        """What its drop-down offers; empty if it has none."""

    @property
    def strict(self) -> bool:
        """Whether nothing but its choices will do."""

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - whatever a plan holds, as JSON
        """Return what the cell shows of a plan's value."""

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - likewise
        """Return what a cell says as JSON holds it; raise WrongCell."""


@dataclass(frozen=True)
class Plain:
    """A kind without a drop-down."""

    choices: tuple[Text, ...] = ()
    strict: bool = False


@dataclass(frozen=True)
class Words(Plain):
    """Words as they are written; `required` if there must be some."""

    required: bool = False

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - as in Kind
        """Return the words."""
        return "" if value is None else str(value)

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - as in Kind
        """Return the words, without spaces around them; of a number its digits."""
        if isinstance(cell, (date, time)):
            raise WrongCell(NO_WORDS)
        words = written(cell)
        if self.required and not words:
            raise WrongCell(REQUIRED)
        return words


@dataclass(frozen=True)
class Number(Plain):
    """A number, which may have decimals unless it is `whole`. `empty` is what an empty cell means."""

    whole: bool = True
    empty: int | None = 0
    required: bool = False

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - as in Kind
        """Return the number; nothing for what an empty cell means."""
        if value is None or (value == self.empty and not self.required):
            return None
        return float(value) if isinstance(value, float) and not value.is_integer() else int(value)

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - as in Kind
        """Return the number, also of one that was typed as text."""
        if isinstance(cell, (date, time, bool)):
            raise WrongCell(NO_NUMBER)
        typed = normalize("NFKC", written(cell)).replace(" ", "")
        if THOUSANDS.fullmatch(typed):  # in “30,5” the comma may be a decimal one: that is refused
            typed = typed.replace(",", "")
        if not typed:
            if self.required:
                raise WrongCell(REQUIRED)
            return self.empty
        try:
            number = float(typed)
        except ValueError:
            raise WrongCell(NO_WHOLE if self.whole else NO_NUMBER) from None
        if not math.isfinite(number) or (self.whole and not number.is_integer()):
            raise WrongCell(NO_WHOLE if self.whole else NO_NUMBER)
        return int(number) if number.is_integer() else number


@dataclass(frozen=True)
class Choice:
    """One of these; `empty` is what an empty cell means, and it must be among them if there is no such thing.

    With `free`, whatever else is written is kept as it is: a name that the card does not have.
    """

    options: Mapping[Any, Text]
    empty: Any = None
    free: bool = False
    required: bool = False
    choices: tuple[Text, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", tuple(self.options.values()))

    @property
    def strict(self) -> bool:
        """Whether nothing but its choices will do."""
        return not self.free

    def shown(self, value: Any) -> Value:  # noqa: ANN401 - as in Kind
        """Return what the choice is called; one that nobody described as it stands."""
        if value in self.options:
            return self.options[value]
        return None if value is None else str(value)

    def read(self, cell: Raw) -> Any:  # noqa: ANN401 - as in Kind
        """Return the choice that a cell names, in either language or by its key."""
        if isinstance(cell, bool) and cell in self.options:
            return cell
        if isinstance(cell, (date, time)):
            raise WrongCell(self._wanted())
        typed = written(cell)
        if not typed:
            if self.required:
                raise WrongCell(self._wanted())
            return self.empty
        called = typed.casefold()
        named = [
            key for key, text in self.options.items() if called in {_plain(text.in_language(e)) for e in LANGUAGES}
        ]
        keyed = [key for key in self.options if called == str(key).casefold()]
        if not (named or keyed) and self.free:
            return typed
        if not named and not keyed:
            raise WrongCell(self._wanted())
        return (named or keyed)[0]  # a name goes before an id that looks like one

    def _wanted(self) -> Text:
        names = [*self.choices[:MANY], *([same("…")] if len(self.choices) > MANY else [])]
        return NOT_ONE.format(names=join(names))


def written(cell: Raw) -> str:
    r"""Return a cell as text: line ends as `\n`, no spaces around it, a whole number without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def _plain(called: str) -> str:
    return called.strip().casefold()


WORDS, SOME_WORDS = Words(), Words(required=True)
COUNT, AMOUNT, PERHAPS = Number(), Number(whole=False), Number(whole=False, empty=None)
HOUR = Number(required=True)
WEEKDAY = Choice(dict(enumerate(DAYS, start=1)), required=True)
YES_NO = Choice({True: Text("是", "yes"), False: Text("否", "no")}, required=True)
