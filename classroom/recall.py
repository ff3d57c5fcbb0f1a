"""Which questions of earlier lessons a lesson asks again: few, from memory, some from further and further back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from classroom.exercise import Question, load_spec
from classroom.learner import chosen_path
from classroom.outline import Lesson, outline

BACK = (1, 3, 7)  # lessons back: a question comes again after one lesson, after three, after seven


@dataclass(frozen=True, slots=True)
class Recalled:
    """A question that is asked again, and the lesson that taught the answer."""

    lesson: Lesson
    name: str
    question: Question

    @property
    def key(self) -> str:
        """Return its name in an answer file, where lessons may use the same name: `l05_01_typical`."""
        system, lesson = self.lesson.id.split("/")
        return f"l{system[:2]}_{lesson[:2]}_{self.name}"


def drawn(lesson: str, learner: str) -> list[Recalled]:
    """Return at most three questions, always the same for a learner and a lesson, from the lesson right before first.

    A place further back than there are lessons stays empty: else the first lessons would be asked about in each one.
    A lesson asked about once more is asked its next question.
    """
    pools = _pools(lesson)
    places = [_shuffled(pools[back - 1], learner) for back in BACK if back <= len(pools)]
    return [pool[turn % len(pool)] for turn, pool in enumerate(places)]


def _pools(lesson: str) -> list[list[Recalled]]:
    """Return the questions of each earlier lesson on the learner's path that has some, the nearest lesson first."""
    order = [each.id for each in outline().every_lesson()]
    here = order.index(lesson) if lesson in order else 0
    before = [each for each in chosen_path().lessons if order.index(each.id) < here]
    pools = [
        [Recalled(each, name, question) for name, question in load_spec(each.id).recall.items()]
        for each in reversed(before)
    ]
    return [pool for pool in pools if pool]


def _shuffled(pool: list[Recalled], learner: str) -> list[Recalled]:
    """Return questions in an order of this learner's own, the same on every machine and after every restart."""
    return sorted(pool, key=lambda each: hashlib.sha256(f"{learner} {each.key}".encode()).digest())
