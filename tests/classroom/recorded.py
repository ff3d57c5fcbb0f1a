"""A cohort's record made by hand: learners, and what each wrote in answer to one question that a person marks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from classroom.exercise import load_spec
from classroom.store import Store

EXERCISE, QUESTION, FIELD = "04_content/02_set_the_mix", "defend", "words"


def recorded(out: Path, texts: Mapping[str, str]) -> None:
    """Write the record of learners who answered everything right and wrote `texts`."""
    asked = load_spec(EXERCISE).exercise
    with Store(out, new=True) as store, store.transaction():
        db = store.db
        for table in ("stands", "verdicts", "items", "words"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
        db.execute("INSERT OR REPLACE INTO exercises VALUES (?, 0, ?, 'v')", (EXERCISE, points()))
        db.execute("INSERT OR REPLACE INTO messages VALUES (1, '由老师批阅。', 'Your instructor marks this one.')")
        for learner, text in texts.items():
            db.execute("INSERT OR REPLACE INTO learners VALUES (?, '李雷')", (learner,))
            verdict = db.execute(
                "INSERT INTO verdicts VALUES (NULL, ?, ?, 'v', ?, 'GRADED', '[]')", (learner, EXERCISE, text)
            ).lastrowid
            db.execute("INSERT INTO stands VALUES (?, ?, ?)", (learner, EXERCISE, verdict))
            db.execute("INSERT INTO words VALUES (?, ?, ?, ?)", (verdict, QUESTION, FIELD, text))
            for place, (name, question) in enumerate(asked.items()):
                by_hand = name == QUESTION
                came = ("to_mark", None) if by_hand else ("right", question.points)
                db.execute(
                    "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, 1, NULL, NULL)",
                    (verdict, place, name, *came, question.points),
                )


def points() -> int:
    """Return the points of the exercise."""
    return sum(question.points for question in load_spec(EXERCISE).exercise.values())
