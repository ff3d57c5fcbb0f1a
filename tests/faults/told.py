"""Faults by number: what a learner hands in, and what the one row about it must be and say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from classroom.gradebook import Row, Status
from tests.faults.handed import EXERCISE, Cohort

DO_ZH = re.compile(r"请")
DO_EN = re.compile(r"\b(Press|Send|Let it finish|Give|Ask|Find out|Put|Keep|Move|Check|Rename|Remind)\b")
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One learner's hand-in, by place below the learner's folder, and what is said of it in both languages."""

    files: Callable[[str], Files]  # of the learner's id
    status: Status
    zh: str = ""
    en: str = ""
    points: float | None = None

    @classmethod
    def of(cls, name: str, data: bytes, status: Status, zh: str, en: str) -> Case:
        """Return the case of a single file that holds no id."""
        return cls(lambda _: {name: data}, status, zh, en)


Cases = Mapping[int, Mapping[str, Case]]


def named(cases: Cases) -> Iterator[tuple[str, Case]]:
    """Yield each case with the id of its learner: `018-2` is the second of fault 18."""
    for number, group in cases.items():
        for place, case in enumerate(group.values(), start=1):
            yield f"{number:03}-{place}", case


def graded(cases: Cases, folder: Path) -> dict[str, list[Row]]:
    """Grade all cases as one cohort; return the rows of each learner."""
    cohort = Cohort(folder)
    learners = dict(named(cases))
    cohort.listed(*learners)
    for learner, case in learners.items():
        for place, data in case.files(learner).items():
            cohort.put(f"{learner}/{place}", data)
    rows: dict[str, list[Row]] = {learner: [] for learner in learners}
    for row in cohort.graded().rows:
        rows.setdefault(row.learner, []).append(row)
    return rows


class Told:
    """The rows of a graded cohort of cases, to be held against what each case expects."""

    def __init__(self, cases: Cases, folder: Path) -> None:
        self.cases, self.rows = cases, graded(cases, folder)

    def __call__(self, number: int, name: str) -> None:
        """Hold one case against its row: exactly one, of its status, saying what and what to do in both languages."""
        group = self.cases[number]
        learner = f"{number:03}-{list(group).index(name) + 1}"
        [row] = self.rows[learner]
        case = group[name]
        assert (row.exercise, row.status, row.points) == (EXERCISE, case.status, case.points), str(row.note)
        assert case.zh in row.note.zh
        assert case.en in row.note.en
        assert row.note.zh.isprintable()
        assert row.note.en.isprintable()
        if row.status in {"FIX", "QUARANTINE", "WARN"}:
            assert DO_ZH.search(row.note.zh), row.note.zh
            assert DO_EN.search(row.note.en), row.note.en
