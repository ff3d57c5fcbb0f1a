"""What the person who reads an export said of it, and the layout that follows from it for one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playbook.exports import refusals
from playbook.exports.layouts import Layout, by_columns, by_keys, no_posts
from playbook.exports.mapping import lacking, mapped_layout, unknown
from playbook.exports.refusals import ExportError


@dataclass(frozen=True, slots=True)
class Wanted:
    """`mapped` gives posts columns by column, `taken` is when the export was made, `keep_names` keeps nicknames."""

    path: Path
    mapped: Mapping[str, str]
    taken: datetime | None = None
    keep_names: bool = False

    def known(self, names: Sequence[str], form: str) -> Layout | None:
        """Return the layout that a file with these columns or keys has; None if nobody knows."""
        if self.mapped and set(self.mapped) <= set(names):
            return mapped_layout(self.mapped)
        return by_keys(names) if form == "json" else by_columns(names, form)

    def layout(self, names: Sequence[str], form: str) -> Layout:
        """Return the layout; raise ExportError that says what the file is instead and what to do."""
        if found := self.known(names, form):
            return found
        if what := no_posts(names):
            raise ExportError(refusals.NO_POSTS.format(what=what))
        raise ExportError(lacking(self.mapped, names) if self.mapped else unknown(list(names), self.path))
