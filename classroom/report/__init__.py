"""The instructor's report: how far a cohort has come, what it got wrong, and what to say to the room."""

from __future__ import annotations

from pathlib import Path

from classroom.called import text_questions
from classroom.report.page import Cohort, report_page
from classroom.report.tally import tallies
from classroom.report.texts import same_texts
from classroom.store import Store
from playbook.places import write_safely

__all__ = ["write_report"]
FILE = "report.html"


def write_report(out: Path, store: Store) -> Path:
    """Write `report.html` of a graded cohort into `out`, in the reader's language, and return it. Raises OSError."""
    exercises = list(store.exercises())
    by_hand = {(mark.learner, mark.exercise, mark.question) for mark in store.marks()}
    asked = [(exercise, question) for exercise in exercises for question in text_questions(exercise)]
    found = (same_texts(*each, store.texts(*each)) for each in asked)
    cohort = Cohort(store.rows(), tallies(store.items(), exercises, by_hand), [each for each in found if each])
    write_safely(out / FILE, report_page(cohort))
    return out / FILE
