"""One page for each learner: what was right, what was not and why, what to read again, what is still to be done.

It holds nothing of other learners, no right answer that was not given, and nothing that was meant for the instructor.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from classroom import feedback_said as said
from classroom import refusals
from classroom.called import lesson_called, question_called
from classroom.gradebook import Item, Row
from classroom.grading import OUTCOMES
from classroom.markup import Markup, document, tag
from classroom.store import Store
from playbook.language import Text, join, same
from playbook.places import write_safely

ByHand = Mapping[tuple[str, str, str], str]  # learner, exercise, question: what the person wrote who marked it
Pages = Mapping[tuple[str, str], str]  # learner, exercise: the address beside the learner's feedback
NO_PAGES: Pages = MappingProxyType({})
NO_LINKS: Mapping[str, str] = MappingProxyType({})
PLAIN = re.compile(r"[\w-]+(?:[ .][\w-]+)*")
WORD = re.compile(r"[\w-]+")
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # no file is so called on Windows
LONGEST_NAME = 40
AGAIN = {"wrong", "partly", "blank"}
SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "blank": "○", "to_mark": "…", "error": "!"}


def write_feedback(out: Path, store: Store, pages: Pages = NO_PAGES) -> list[Path]:
    """Write a page for each learner of a graded cohort, in the reader's language, and return them. Raises OSError.

    Each links to those of `pages`, the exercise pages beneath `out`, that are this learner's.
    """
    by_hand = {(mark.learner, mark.exercise, mark.question): mark.comment for mark in store.marks()}
    paths = []
    for learner, its in groupby(store.graded(), lambda graded: graded[0].learner):
        graded = list(its)
        items = [item for _, of_it in graded for item in of_it]
        own = {row.exercise: pages[learner, row.exercise] for row, _ in graded if (learner, row.exercise) in pages}
        page = feedback_page([row for row, _ in graded], items, by_hand, own)
        paths.append(out / f"{file_stem(learner)}.html")
        write_safely(paths[-1], page)
    return paths


def file_stem(learner: str) -> str:
    """Return what a learner's files are called: the id, or what any system can write of it and a number of its own."""
    name = unicodedata.normalize("NFC", learner)
    if PLAIN.fullmatch(name) and not DEVICES.fullmatch(name) and len(name) <= LONGEST_NAME:
        return name
    own = hashlib.sha256(learner.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{'_'.join(WORD.findall(name))[:LONGEST_NAME]}~{own}"


def feedback_page(
    rows: Sequence[Row], items: Sequence[Item], by_hand: ByHand, pages: Mapping[str, str] = NO_LINKS
) -> str:
    """Return one learner's page in the reader's language: all rows and items are that learner's.

    `pages` has the addresses of the learner's own exercise pages, by exercise.
    """
    learner = rows[0].name or rows[0].learner
    by_exercise = defaultdict(list)
    for item in items:
        by_exercise[item.exercise].append(item)
    graded = [row for row in rows if row.exercise in by_exercise]
    who = f"{rows[0].name} · {rows[0].learner}" if rows[0].name else rows[0].learner
    return document(
        said.TITLE.format(learner=learner),
        tag("h1", said.HEADING),
        tag("p", tag("b", who)),
        _figures(rows, graded, items),
        _next(rows, by_exercise),
        *(_exercise(row, by_exercise[row.exercise], by_hand, pages.get(row.exercise)) for row in graded),
        tag("p", said.HOW, class_="quiet"),
    )


def _figures(rows: Sequence[Row], graded: Sequence[Row], items: Sequence[Item]) -> Markup:
    judged = [item for item in items if item.points is not None]
    most = sum(item.max_points for item in judged)
    right = sum(item.outcome == "right" for item in judged)
    figures = [
        (said.OF.format(n=len(graded), all=len(rows)), said.GRADED),
        (said.OF.format(n=_points(items), all=most), said.POINTS),
        (said.OF.format(n=right, all=len(judged)), said.RIGHT),
    ]
    if waiting := len(items) - len(judged):
        figures.append((same(str(waiting)), said.WAITING))
    return tag("ul", *(tag("li", tag("b", number), label) for number, label in figures), class_="figures")


def _next(rows: Sequence[Row], by_exercise: Mapping[str, Sequence[Item]]) -> Markup:
    """Return what to do now: mend, hand in, read again; that all is done if nothing is left."""
    to_mend = [row for row in rows if row.status == "FIX"]
    told = [
        tag("li", said.MEND.format(exercise=lesson_called(row.exercise)), _without(row.note, refusals.AGAIN))
        for row in to_mend
    ]
    if any(refusals.AGAIN.zh in row.note.zh for row in to_mend):  # once for all of them
        told.append(tag("li", refusals.AGAIN))
    for statuses, words in (({"MISSING"}, said.MISSING), ({"QUARANTINE", "ERROR"}, said.HELD)):
        ungraded = (row for row in rows if row.status in statuses and row.exercise not in by_exercise)
        if names := [lesson_called(row.exercise) for row in ungraded]:
            told.append(tag("li", words.format(exercises=join(names, "；", "; "))))
    again = [name for name, items in by_exercise.items() if any(item.outcome in AGAIN for item in items)]
    if again:
        told.append(tag("li", said.READ_AGAIN.format(lessons=join(list(map(lesson_called, again)), "；", "; "))))
    listed = tag("ul", *told) if told else tag("p", said.NOTHING_LEFT)
    return tag("div", tag("p", tag("b", said.NEXT)), listed, class_="notice")


def _without(note: Text, words: Text) -> Text:
    return Text(note.zh.replace(words.zh, "").strip(), note.en.replace(words.en, "").strip())


def _exercise(row: Row, items: Sequence[Item], by_hand: ByHand, page: str | None) -> Markup:
    earned = said.EARNED.format(n=_points(items), all=sum(item.max_points for item in items))
    boxes = (_question(item, by_hand.get((item.learner, item.exercise, item.question))) for item in items)
    link = [tag("p", tag("a", said.PAGE, href=page))] if page else []
    return tag("section", tag("h2", lesson_called(row.exercise)), tag("p", earned, class_="quiet"), *link, *boxes)


def _question(item: Item, wrote: str | None) -> Markup:
    """Return a question's box; `wrote` is what the person wrote who marked it, None if nobody did."""
    points = said.NOT_YET if item.points is None else said.OF.format(n=f"{item.points:.10g}", all=item.max_points)
    title = question_called(item.exercise, item.question)
    outcome = [tag("span", SIGNS[item.outcome], " ", OUTCOMES[item.outcome], class_="outcome")]
    outcome += _first(item) if wrote is None else [tag("span", said.BY_HAND, class_="quiet")]
    told = [_message(item), *([said.WROTE.format(words=wrote)] if wrote else [])]
    return tag(
        "div",
        tag("h3", tag("span", title), tag("span", points, class_="points")),
        tag("p", *outcome),
        *(tag("p", each) for each in told),
        class_=f"question {item.outcome}",
    )


def _points(items: Sequence[Item]) -> str:
    """Return the points earned, as people write them: 2, 2.5."""
    return f"{float(sum(Decimal(str(item.points or 0)) for item in items)):.10g}"


def _first(item: Item) -> list[Markup]:
    """Return what came of the first attempt, where it says more than the outcome does."""
    if item.first_outcome is None or item.outcome in {"to_mark", "error"}:
        return []
    if item.first_outcome == item.outcome:
        return [tag("span", said.AT_ONCE, class_="quiet")] if item.outcome == "right" else []
    return [tag("span", said.FIRST.format(outcome=OUTCOMES[item.first_outcome]), class_="quiet")]


def _message(item: Item) -> Text:
    """Return what the learner would have seen; of a failed check only that it is no fault of theirs."""
    if item.outcome == "error":
        return said.FAILED
    if item.outcome == "blank" and not item.message.zh:
        return said.BLANK
    return item.message
