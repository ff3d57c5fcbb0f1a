"""What the three exports share: scores that are final, a table read, learners matched by id and by nothing else."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from classroom.exports import said
from classroom.gradebook import CohortError, Row, same_spelling
from playbook.exports.encodings import encoding_of
from playbook.exports.refusals import ExportError
from playbook.language import Text, join, same
from playbook.shown import cut, inert

FINAL = {"GRADED", "WARN"}
MOST_NAMES = 10  # in one message
Table = list[list[str]]
Scores = dict[str, dict[str, Row]]  # by what spellings of the learner's id have in common, then by exercise


@dataclass
class Export:
    """A table for another system, what is to be told of it, and whether anything in that wants a person."""

    table: Table
    told: list[Text] = field(default_factory=list)
    findings: bool = False

    def tell(self, text: Text, names: Sequence[str] | None = None) -> None:
        """Tell something; with names, only if there are any, and as what a person must look at."""
        if names is None:
            self.told.append(text)
        elif names:
            self.told.append(text.format(names=listed(names)))
            self.findings = True

    @property
    def text(self) -> str:
        """Return the table as CSV."""
        stream = io.StringIO(newline="")
        csv.writer(stream, lineterminator="\r\n").writerows(self.table)
        return stream.getvalue()


@dataclass(frozen=True)
class Matched:
    """Which line of a system's table is which learner's, and what fits nobody or more than one."""

    lines: dict[int, str]  # line of the table to the learner's key
    ambiguous: list[str]
    theirs: list[str]
    ours: list[str]


def scores(rows: Iterable[Row]) -> Scores:
    """Return the final rows; what waits for a person or was never handed in has no score, which is not zero."""
    found: Scores = defaultdict(dict)
    for row in rows:
        if row.exercise:
            its = found[same_spelling(row.learner)]  # a learner without any score is known all the same
            if row.status in FINAL and row.points is not None:
                its[row.exercise] = row
    return dict(found)


def still_open(rows: Iterable[Row]) -> int:
    """Return how many rows of learners have no final score."""
    return sum(bool(row.exercise) and row.status not in FINAL for row in rows)


def names_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return how learners are called in messages, by key."""
    return {same_spelling(row.learner): f"{row.learner} {row.name}".strip() for row in rows if row.exercise}


def read_table(path: Path) -> Table:
    """Read a CSV as it is, cell for cell. Raises CohortError."""
    try:
        data = io.BytesIO(path.read_bytes())
        text = encoding_of(data).opened(data).read()
        return [cells for cells in csv.reader(io.StringIO(text, newline=""), strict=True) if any(cells)]
    except (OSError, ExportError, csv.Error, UnicodeDecodeError) as error:
        why = error.args[0] if isinstance(error, ExportError) else same(cut(str(error)))
        raise CohortError(said.NO_TABLE.format(path=cut(str(path)), why=why)) from error


def matched(lines: Mapping[int, Sequence[str]], known: Mapping[str, str], called: Mapping[int, str]) -> Matched:
    """Match lines by their ids with learners (`known`: key to name); whatever fits twice fits nobody."""
    fitting = {at: {same_spelling(each) for each in ids} & set(known) for at, ids in lines.items()}
    of_learner: dict[str, list[int]] = defaultdict(list)
    for at, keys in fitting.items():
        for key in keys:
            of_learner[key].append(at)
    twice = {at for ats in of_learner.values() if len(ats) > 1 for at in ats}
    twice |= {at for at, keys in fitting.items() if len(keys) > 1}
    return Matched(
        {at: next(iter(keys)) for at, keys in fitting.items() if keys and at not in twice},
        [called[at] for at in sorted(twice)],
        [called[at] for at, keys in fitting.items() if not keys],
        [name for key, name in known.items() if key not in of_learner],
    )


def runs(cells: Iterable[str]) -> bool:
    """Tell whether a spreadsheet would run any of these cells."""
    return any(inert(cell) != cell for cell in cells)


def number(cell: str) -> float | None:
    """Return what a cell holds as a number, None where it holds none."""
    try:
        return float(cell)
    except ValueError:
        return None


def listed(names: Sequence[str]) -> str:
    """Return names for a message, not more than a person reads."""
    shown = [cut(name, 40) for name in names[:MOST_NAMES]]
    more = [str(said.AND_MORE.format(n=len(names)))] if len(names) > MOST_NAMES else []
    return str(join([same(name) for name in [*shown, *more]]))


def columns(heads: Sequence[str], wanted: Iterable[str]) -> Iterator[int]:
    """Yield where columns of these names stand."""
    keys = {same_spelling(each) for each in wanted}
    yield from (at for at, head in enumerate(heads) if same_spelling(head) in keys)
