"""What learners wrote in their own words, put together where it is the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from classroom.gradebook import same_spelling
from classroom.report import said
from classroom.report.tally import ENOUGH
from playbook.shown import cut

LONGEST = 300  # characters of a text that the report shows
# A mobile or landline number, an identity card, an e-mail address: nobody's business in a report.
PERSONAL = re.compile(
    r"(?<!\d)(?:(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}[ -]?\d{7,8}|\d{17}[\dXx])(?!\d)"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class SameTexts:
    """One question's texts that more than one learner wrote: the large groups with their size, and how many small."""

    exercise: str
    question: str
    large: tuple[tuple[str, int], ...]
    small: int


def same_texts(exercise: str, question: str, written: Iterable[tuple[str, str, str]]) -> SameTexts | None:
    """Group `(learner, field, text)` by what was written; None where no two learners wrote the same."""
    groups: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for learner, field, text in written:
        if words := " ".join(same_spelling(text).split()):
            groups[field, words][learner] = text
    same = sorted((group for group in groups.values() if len(group) > 1), key=len, reverse=True)
    if not same:
        return None
    large = [(_shown(next(iter(group.values()))), len(group)) for group in same if len(group) >= ENOUGH]
    return SameTexts(exercise, question, tuple(large), len(same) - len(large))


def _shown(text: str) -> str:
    return cut(PERSONAL.sub(str(said.NUMBER), " ".join(text.split())), LONGEST)
