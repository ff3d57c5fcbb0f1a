"""What a chapter of the handbook is made of: a few kinds of blocks that page, Word document and test all read.

A chapter is made in the language of the reader (`language()` at the time): every string in a block is plain text for
people, never markup. Whoever writes it into HTML, Word or a sheet escapes it there, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from playbook.language import Text

Words = Text | str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `kind`: a plain one, a quiet one (a source, a caption), or one that warns."""

    says: Words
    kind: Literal["plain", "quiet", "warning"] = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short texts; `ordered` if their order says something; `boxes` to be ticked on paper."""

    says: Sequence[Words]
    ordered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what it shows (`title`), a head over each column, rows of texts; `numbers` are columns set right."""

    title: Words
    head: Sequence[Words]
    rows: Sequence[Sequence[Words]]
    numbers: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: Words
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One system's decisions, or a page of the handbook's own (the week, the first hours, the glossary).

    `id` is the system's name, or the page's own; `alone` puts it on a page of its own in print.
    """

    id: str
    title: Words
    blocks: Sequence[Block] = field(default=())
    alone: bool = False


Block = Para | Listing | Grid | Section
