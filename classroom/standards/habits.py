"""What most lessons do, as counts: a warning, not a fault, since a lesson may have a reason to do otherwise.

The reason stands in `outline.toml`: `waived = { <name of the habit> = "why" }`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from classroom.minutes import exercise_minutes, lesson_minutes
from classroom.outline import outline
from classroom.pages.make import ARROW
from classroom.standards.fault import Fault, Page, place_of, published_pages
from classroom.standards.pages import ASKS

LOOKS = range(5, 9)
LINES = 6  # of a code cell, its mark not counted
POINTS = 3
HEADINGS = 3  # you will do, you will learn, you need


def a_lesson_has_five_to_eight_looks() -> Iterator[Fault]:
    """A lesson has five to eight looks: cells that show a chart or a table."""
    for language, name, page in _lessons(a_lesson_has_five_to_eight_looks):
        code = [cell for cell in page["cells"] if cell["cell_type"] == "code" and cell["id"] != "setup"]
        looks = sum(not ASKS.search(cell["source"]) for cell in code)
        if looks not in LOOKS:
            yield Fault(place_of(language, name), "", f"has {looks} looks; split the lesson, or show more")


def a_look_is_short() -> Iterator[Fault]:
    """A code cell has at most six lines."""
    for language, name, page in _lessons(a_look_is_short):
        for cell in page["cells"]:
            lines = len(cell["source"].removeprefix(ARROW).strip().splitlines())
            if cell["cell_type"] == "code" and lines > LINES:
                yield Fault(place_of(language, name), cell["id"], f"has {lines} lines; move some into the package")


def a_lesson_opens_with_three_headings() -> Iterator[Fault]:
    """The cell `goals` says under three headings what the reader will do, will learn, and needs."""
    yield from _counted(a_lesson_opens_with_three_headings, "goals", r"^## ", HEADINGS, "headings")


def a_lesson_ends_with_three_points() -> Iterator[Fault]:
    """The cell `keep` lists three points to remember."""
    yield from _counted(a_lesson_ends_with_three_points, "keep", r"^- ", POINTS, "points")


def minutes_suffice_to_read_and_answer() -> Iterator[Fault]:
    """The minutes in `outline.toml` are no fewer than reading and answering take by `classroom/minutes.py`."""
    for name, minutes, wanted in _stated():
        if minutes < wanted:
            what = f"states {minutes} minutes, and reading and answering alone are estimated at {wanted:.0f}"
            yield Fault("outline.toml", name, f"{what}; give it more, or write down real ones, as docs/minutes.md says")


def _stated() -> Iterator[tuple[str, int, float]]:
    """Yield each published lesson and exercise with the minutes stated and those estimated."""
    for lesson in outline().lessons():
        yield lesson.id, lesson.minutes, lesson_minutes(lesson.id)
        if lesson.exercise_minutes is not None:
            yield f"exercises/{lesson.id}", lesson.exercise_minutes, exercise_minutes(lesson.id)


def waivers_name_a_habit_and_a_reason() -> Iterator[Fault]:
    """What a lesson waives in `outline.toml` is a habit that there is, with a reason."""
    known = {habit.__name__ for habit in HABITS}
    for lesson in outline().every_lesson():
        for name, reason in lesson.waived.items():
            if name not in known:
                yield Fault("outline.toml", lesson.id, f"waives {name}; there are: {', '.join(sorted(known))}")
            if not reason.strip():
                yield Fault("outline.toml", lesson.id, f"waives {name} without a reason; write why")


def _counted(
    habit: Callable[[], Iterator[Fault]], cell_id: str, sign: str, wanted: int, things: str
) -> Iterator[Fault]:
    for language, name, page in _lessons(habit):
        found = sum(
            len(re.findall(sign, cell["source"], re.MULTILINE)) for cell in page["cells"] if cell["id"] == cell_id
        )
        if found != wanted:
            yield Fault(place_of(language, name), cell_id, f"has {found} {things}, most lessons have {wanted}")


def _lessons(habit: Callable[[], Iterator[Fault]]) -> Iterator[Page]:
    """Yield the published lessons that do not waive a habit; the first page is no lesson."""
    waived = {f"{lesson.id}.ipynb" for lesson in outline().every_lesson() if habit.__name__ in lesson.waived}
    return (page for page in published_pages() if "/" in page[1] and page[1] not in waived)


HABITS: tuple[Callable[[], Iterator[Fault]], ...] = (
    a_lesson_has_five_to_eight_looks,
    a_look_is_short,
    a_lesson_opens_with_three_headings,
    a_lesson_ends_with_three_points,
    minutes_suffice_to_read_and_answer,
)
