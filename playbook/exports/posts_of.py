"""From a table of an export's own columns to columns of the posts table, with notes on what was not taken as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from playbook import microblog
from playbook.exports import cells, dates, ids
from playbook.exports.table import Note, Status, Table
from playbook.exports.wanted import Wanted
from playbook.language import Text
from playbook.posts import COLUMNS, COUNTS

Values = list[str] | list[int | str]
FLAGS = ("has_image", "has_video")
LISTS = {"topics": (microblog.topics, "#"), "mentions": (microblog.mentions, "@")}


@dataclass(slots=True)
class Posts:
    """Rows of a table on their way to the posts table: `columns` by posts column, `notes` by the place of a row."""

    table: Table
    wanted: Wanted
    stem: str
    rounding: ids.Rounding
    columns: dict[str, Values] = field(default_factory=dict)
    notes: list[tuple[int, Note]] = field(default_factory=list)

    def read(self) -> None:
        """Fill `columns`, all 19 of them, and `notes`."""
        self.notes = list(self.table.mended)
        self._read_ids()
        self._read_dates()
        self._read_counts()
        self._read_words()
        self._read_flags()
        empty = [""] * len(self.table.lines)
        self.columns = {column: self.columns.get(column, empty) for column in COLUMNS}

    def cells(self, name: str) -> list[str] | None:
        """Return the cells of a field, of the first of its columns that says something; None if there is none."""
        found = self._all(name)
        if len(found) < 2:  # noqa: PLR2004 - one column
            return found[0] if found else None
        return [next((cell for cell in row if cell not in ("", "null")), row[0]) for row in zip(*found, strict=True)]

    def _all(self, name: str) -> list[list[str]]:
        columns = self.table.columns
        return [columns[path] for path in self.table.layout.fields.get(name, ()) if path in columns]

    def _keep(self, column: str, values: Values, why: Mapping[int, Text], name: str = "") -> None:
        """Keep a column, and a note for each cell that has a reason; `name` is the field that was read."""
        self.columns[column] = values
        if not why:
            return
        shown, own = self.cells(name or column) or [], self.table.layout.column(name or column)
        for place, unnamed in why.items():
            reason = _named(unnamed, own)
            status: Status = "mended" if values[place] or column != "posted_on" else "left_out"
            self.notes.append((place, Note(status, column, shown[place], reason)))

    def _read_ids(self) -> None:
        numbers, bids = self.cells("post_id"), self.cells("bid")
        rounded = self.rounding.seen(numbers) if numbers else False
        found, why = ids.post_ids(numbers, bids, rounded)
        self._keep("post_id", found or [""] * len(self.table.lines), why, "post_id" if numbers else "bid")
        self.columns["id_damaged"] = ["true" if place in why else "false" for place in range(len(self.table.lines))]
        size, keep = len(self.table.lines), self.wanted.keep_names
        self.columns["account"] = ids.accounts(self.cells("author"), self.cells("name"), self.stem, size, keep)
        origins, bids = self.cells("repost_of"), self.cells("repost_of_bid")
        if origins:
            self._keep("repost_of", *ids.origins(origins, bids, self.table.layout.missing | cells.NOTHING))

    def _read_dates(self) -> None:
        columns = self._all("when") or [[""] * len(self.table.lines)]
        days, times, why = dates.moments(columns, self.cells("taken"), self.wanted.taken)
        self.columns["posted_at"] = times
        self._keep("posted_on", days, why, "when")

    def _read_counts(self) -> None:
        layout, capped, found = self.table.layout, set[int](), list[list[int | str]]()
        for name in COUNTS:
            read = self.cells(name)
            if read is None:
                found.append([""] * len(self.table.lines))
                continue
            values, why, over = cells.counts(read, layout.missing, layout.ceiling.get(name))
            self._keep(name, values, why)
            found.append(values)
            capped |= over
        self.columns["counts_capped"] = cells.capped_flags(found, capped)

    def _read_words(self) -> None:
        layout = self.table.layout
        text = self.cells("text")
        if text is not None:
            texts, why = cells.texts(text)
            cut = self._truths("text_cut") or cells.cut(texts, *map(self._truths, ("is_long", "truncated")))
            self._keep("text", texts, why)
            self.columns["text_cut"] = cut
        if sources := self.cells("source"):
            self._keep("source", *cells.sources(sources, layout.missing))
        for name, (find, sign) in LISTS.items():
            if told := self.cells(name):
                self._keep(name, *cells.lists(told, layout.missing, layout.separator))
            elif text is not None:
                self.columns[name] = cells.named(texts, cut, find, sign)

    def _truths(self, name: str) -> list[str] | None:
        said = self.cells(name)
        return cells.truths(said)[0] if said else None

    def _read_flags(self) -> None:
        missing = self.table.layout.missing
        for name in FLAGS:
            if shown := self.cells(name):
                self._keep(name, *cells.flags(shown, missing))
        for name in ("edited", "is_repost"):
            if said := self.cells(name):
                self._keep(name, *cells.truths(said))
        if self.table.layout.originals_only:
            self.columns["is_repost"] = ["false"] * len(self.table.lines)
        elif said := self.cells("is_original"):
            self._keep("is_repost", *cells.truths(said, negated=True), "is_original")
        elif shown := self.cells("reposted"):
            self._keep("is_repost", *cells.flags(shown, cells.NOTHING), "reposted")


@lru_cache(maxsize=1024)
def _named(reason: Text, column: str) -> Text:
    return reason.format(column=column)
