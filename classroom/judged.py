"""What came of one exercise of one learner, and the one row of the gradebook that it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from classroom import notes
from classroom.gradebook import Item, Learner, Row, Status
from classroom.grading import Outcome
from playbook.language import Text, join

MOST_NOTES = 3  # in one cell
REMARKS: dict[Outcome, Text] = {"error": notes.ITEMS_FAILED, "to_mark": notes.TO_MARK, "blank": notes.SOME_BLANK}


@dataclass(frozen=True, slots=True)
class Words:
    """What a learner wrote in one field, whole."""

    question: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One exercise of one learner as the course judged it, before any person marked it.

    `status` is GRADED or WARN where there are items, which may yet turn the row to MARK or ERROR.
    """

    learner: str
    exercise: str
    status: Status
    said: tuple[Text, ...] = ()
    items: tuple[Item, ...] = ()
    words: tuple[Words, ...] = ()


def row(judged: Judged, learner: Learner, most: int, points: Mapping[str, float]) -> tuple[Row, list[Item]]:
    """Return the row and items of an exercise of at `most` points, with the points that a person gave by question."""
    if not judged.items:
        return Row(learner.id, learner.name, judged.exercise, judged.status, None, most, noted(judged.said)), []
    items = [_marked(item, points.get(item.question)) for item in judged.items]
    outcomes = {item.outcome for item in items}
    status: Status = "ERROR" if "error" in outcomes else "MARK" if "to_mark" in outcomes else judged.status
    total = sum(Decimal(str(item.points or 0)) for item in items)
    note = noted([*_remarks(items), *judged.said])
    return Row(learner.id, learner.name, judged.exercise, status, float(total), most, note), items


def noted(said: Sequence[Text]) -> Text:
    """Return a note that is short enough for a cell."""
    more = len(said) - MOST_NOTES
    rest = [notes.AND_MORE.format(n=more)] if more > 0 else []
    return join([*said[:MOST_NOTES], *rest], " ", " ")


def _marked(item: Item, points: float | None) -> Item:
    """Return an item as a person marked it, if one did."""
    if points is None:
        return item
    outcome: Outcome = "right" if points >= item.max_points else "partly" if points else "wrong"
    return replace(item, outcome=outcome, points=points)


def _remarks(items: Sequence[Item]) -> list[Text]:
    said = []
    for outcome, text in REMARKS.items():
        names = [item.question for item in items if item.outcome == outcome]
        if names:
            said.append(text.format(names=", ".join(names), n=len(names), all=len(items)))
    return said
