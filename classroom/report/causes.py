"""Why work could not be graded: one cause is told once, however many learners share it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter

from classroom import notes, refusals
from classroom.gradebook import Row
from classroom.report.tally import ENOUGH
from playbook.language import LANGUAGES, Text, language, speaking

PARTS = {refusals.AGAIN, refusals.HAND_IN}  # sentences that others end with
OF_ROWS = (notes.CLAIMED, notes.NOT_LISTED, notes.LOOSE, notes.ITEMS_FAILED, notes.NOT_YET, notes.BROKE)
REFUSED = ("FIX", "QUARANTINE", "ERROR")
SHARED, OF_ALL = 0.5, 0.2  # of those with a fault, of all: from here on, the cause they share is told before all else
UNKNOWN = "…"  # in place of what differs from learner to learner


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason, what it says of all its rows alike, and whose rows these are."""

    said: str
    learners: frozenset[str]
    rows: int


def causes(rows: Iterable[Row]) -> list[Cause]:
    """Return why rows are not graded, most learners first, in the reader's language."""
    found: dict[Text | None, list[tuple[Row, dict[str, str]]]] = defaultdict(list)
    for row in rows:
        if row.status in REFUSED:
            template, values = cause_of(row.note)
            found[template].append((row, values))
    made = (_cause(template, its) for template, its in found.items())
    return sorted(made, key=lambda cause: (-len(cause.learners), cause.said))


def shared_cause(rows: Iterable[Row]) -> Cause | None:
    """Return the cause that most faults have in common, if it is one that many share: it is told before all else."""
    rows = list(rows)
    reasons = causes(rows)
    at_fault = frozenset[str]().union(*(cause.learners for cause in reasons))
    everybody = {row.learner for row in rows}
    if not reasons or len(reasons[0].learners) < max(ENOUGH, SHARED * len(at_fault), OF_ALL * len(everybody)):
        return None
    return reasons[0]


def told_first(rows: Iterable[Row]) -> Text:
    """Return the cause that many share as the sentence that a summary begins with; nothing where there is none."""
    rows = list(rows)
    everybody = len({row.learner for row in rows})
    told = dict.fromkeys(LANGUAGES, "")
    for each in LANGUAGES:
        with speaking(each):
            if cause := shared_cause(rows):
                told[each] = str(notes.SAME_CAUSE.format(n=len(cause.learners), all=everybody, why=cause.said))
    return Text(**told)


def cause_of(note: Text) -> tuple[Text | None, dict[str, str]]:
    """Return which of the course's reasons a note gives, and the words filled in; None if it is none of them.

    Of several that fit, it is the one that says most by itself.
    """
    told = str(note)
    for template, pattern in _patterns(language()):
        if match := pattern.search(told):
            return template, match.groupdict()
    return None, {}


def _cause(template: Text | None, its: list[tuple[Row, dict[str, str]]]) -> Cause:
    learners = frozenset(row.learner for row, _ in its)
    if template is None:
        return Cause(str(its[0][0].note) if len(learners) == 1 else UNKNOWN, learners, len(its))
    first = its[0][1]
    shared = {
        name: value if all(values[name] == value for _, values in its) else UNKNOWN for name, value in first.items()
    }
    return Cause(_filled(str(template), shared), learners, len(its))


def _filled(template: str, values: dict[str, str]) -> str:
    pieces = (words + (values[name] if name else "") for words, name, _, _ in Formatter().parse(template))
    return "".join(pieces).strip()


@cache
def _patterns(_language: str) -> list[tuple[Text, re.Pattern[str]]]:
    """Return what each reason looks like once its words are filled in, those that say most by themselves first."""
    whole = [each for each in vars(refusals).values() if isinstance(each, Text) and each.zh.endswith("。")]
    known = [each for each in [*whole, *OF_ROWS] if each not in PARTS]
    found = [(each, _pattern(str(each))) for each in known]
    return sorted(found, key=lambda pair: -len(_filled(str(pair[0]), defaultdict(str))))


def _pattern(template: str) -> re.Pattern[str]:
    pieces = (
        re.escape(words.strip() if not name else words) + (f"(?P<{name}>.*?)" if name else "")
        for words, name, _, _ in Formatter().parse(template)
    )
    return re.compile("".join(pieces), re.DOTALL)
