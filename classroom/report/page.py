"""The report as one page: what to see to first, what to say to the room, how far all are, then each question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from classroom import refusals
from classroom.called import lesson_called, question_called, question_of
from classroom.gradebook import Row, Status
from classroom.markup import Markup, Words, document, joined, table, tag
from classroom.report import said
from classroom.report.causes import Cause, cause_of, causes, shared_cause
from classroom.report.pictures import rate_bar
from classroom.report.tally import ENOUGH, Separation, Tally
from classroom.report.texts import SameTexts
from playbook.language import Text, join

FIRST = 5  # questions: a class has time for no more
LINES = 10  # of those that a word settles
GIVEN = {"GRADED", "WARN", "MARK"}


@dataclass(frozen=True, slots=True)
class Cohort:
    """What the report tells of: every row of the gradebook, the tallies of questions, and what was written alike."""

    rows: Sequence[Row]
    tallies: Sequence[Tally]
    texts: Sequence[SameTexts]


def report_page(cohort: Cohort) -> str:
    """Return the page in the reader's language."""
    reasons = causes(cohort.rows)
    parts = [
        tag("h1", said.TITLE),
        tag("p", said.PRIVATE, class_="quiet"),
        _figures(cohort),
        *_shared_cause(cohort.rows),
        *_room(cohort.tallies),
        *_progress(cohort.rows),
        *_each(cohort.tallies),
        *_texts(cohort.texts),
        *_causes(reasons),
        *_variants(cohort.rows),
        tag("h2", said.HOW),
        tag("ul", *(tag("li", each) for each in said.HOW_READ)),
    ]
    return document(said.TITLE, *parts)


def _figures(cohort: Cohort) -> Markup:
    known = [row for row in cohort.rows if row.exercise]
    right, tried = (sum(getattr(each, name) for each in cohort.tallies) for name in ("right", "tried"))
    figures: list[tuple[Words, Text]] = [
        (len({row.learner for row in known}), said.LEARNERS),
        (len({row.exercise for row in known}), said.EXERCISES),
        (_share(sum(row.status in GIVEN for row in known), len(known)), said.GRADED),
        (_share(right, tried) if _enough(cohort.tallies) else said.NONE, said.RIGHT),
    ]
    return tag("ul", *(tag("li", tag("b", number), label) for number, label in figures), class_="figures")


def _enough(tallies: Iterable[Tally]) -> bool:
    return any(tally.tried >= ENOUGH for tally in tallies)


def _shared_cause(rows: Sequence[Row]) -> list[Markup]:
    cause = shared_cause(rows)
    if not cause:
        return []
    told = said.SAME_CAUSE.format(n=len(cause.learners), all=len({row.learner for row in rows}))
    lines = (tag("b", told), cause.said, said.MEND_FIRST)
    return [tag("div", *(tag("p", each) for each in lines), class_="notice")]


def _room(tallies: Sequence[Tally]) -> list[Markup]:
    counts = Counter(tally.advice for tally in tallies)
    lowest_first = sorted(tallies, key=lambda tally: tally.rate)
    to_tell = [tally for tally in lowest_first if tally.advice in said.HOW_TO]
    a_word = [tally for tally in lowest_first if tally.advice == "word"]
    told: list[Markup] = [tag("h2", said.ROOM), *_to_tell(to_tell[:FIRST])]
    if to_tell[FIRST:]:
        told += [tag("h3", said.IF_TIME), *_to_tell(to_tell[FIRST:])]
    if a_word:
        told += [tag("h3", said.ADVICE["word"]), tag("p", said.WORD_LIST), tag("ul", *_in_lines(a_word))]
    if not (to_tell or a_word or counts["too_few"]):
        told.append(tag("p", said.ALL_WELL if tallies else said.NOTHING_TRIED))
    if (to_tell or a_word) and counts["move_on"]:
        told.append(tag("p", said.MOVE_ON_COUNT.format(n=counts["move_on"])))
    if counts["too_few"]:
        told.append(tag("p", said.TOO_FEW_COUNT.format(n=counts["too_few"])))
    return told


def _to_tell(tallies: Sequence[Tally]) -> list[Markup]:
    heads: list[Words] = [said.QUESTION, said.FIRST_RIGHT, said.SAY]
    return [table("", heads, [_told(tally) for tally in tallies], numbers=False)] if tallies else []


def _in_lines(tallies: Sequence[Tally]) -> list[Markup]:
    """Return a line for each of the first, and how many there are besides."""
    lines = []
    for tally in tallies[:LINES]:
        name = joined(lesson_called(tally.exercise), " · ", question_called(tally.exercise, tally.question))
        lines.append(tag("li", tag("b", _share(tally.right, tally.tried)), " ", name))
    more = len(tallies) - LINES
    return [*lines, *([tag("li", said.WORD_MORE.format(n=more), class_="quiet")] if more > 0 else [])]


def _told(tally: Tally) -> list[Words]:
    name = joined(
        tag("span", lesson_called(tally.exercise), class_="quiet"),
        tag("br"),
        question_called(tally.exercise, tally.question),
    )
    return [name, _share(tally.right, tally.tried), joined(*_say(tally))]


def _say(tally: Tally) -> list[Words]:
    """Return what to do about a question, and the words that most of those read who went wrong."""
    told: list[Words] = [tag("b", said.ADVICE[tally.advice], class_=f"mark {tally.advice}"), " "]
    if tally.dominant is None:
        return [*told, said.HOW_TO[tally.advice]]
    made = said.THEY_READ.format(message=_mistake(tally, tally.dominant))
    take_up = said.TAKE_UP if tally.advice == "again" else said.HOW_TO[tally.advice]
    return [*told, take_up, tag("br"), tag("span", made, class_="quiet")]


def _progress(rows: Sequence[Row]) -> list[Markup]:
    counts: dict[str, Counter[Status]] = defaultdict(Counter)
    for row in rows:
        if row.exercise:
            counts[row.exercise][row.status] += 1
    if not counts:
        return []
    there = [status for status in get_args(Status) if any(count[status] for count in counts.values())]
    heads: list[Words] = [said.EXERCISE, *(_status(status) for status in there)]
    lines: list[list[Words]] = [
        [lesson_called(exercise), *(count[status] or "" for status in there)] for exercise, count in counts.items()
    ]
    return [tag("h2", said.PROGRESS), tag("p", said.PROGRESS_SAID), tag("div", table("", heads, lines), class_="wide")]


def _status(status: Status) -> Markup:
    return joined(said.STATUS[status], tag("br"), tag("span", status, class_="quiet"))


def _each(tallies: Sequence[Tally]) -> list[Markup]:
    told: list[Markup] = [tag("h2", said.EACH)] if tallies else []
    exercise = None
    for tally in tallies:
        if tally.exercise != exercise:
            exercise = tally.exercise
            told.append(tag("h3", lesson_called(exercise)))
        told.append(_question(tally))
    return told


def _question(tally: Tally) -> Markup:
    heading = tag(
        "h4",
        tag("span", question_called(tally.exercise, tally.question)),
        tag("span", said.ADVICE[tally.advice], class_="outcome"),
    )
    if tally.tried < ENOUGH:
        return tag("div", heading, tag("p", said.FEW_TRIED), class_=f"question {tally.advice}")
    low, high = tally.interval
    rate = said.RATE.format(
        rate=_percent(tally.rate), right=tally.right, tried=tally.tried, low=_percent(low), high=_percent(high)
    )
    return tag(
        "div",
        heading,
        rate_bar(tally, rate),
        tag("p", rate),
        *_made(tally),
        tag("p", _separates(tally.separation), class_="quiet"),
        class_=f"question {tally.advice}",
    )


def _made(tally: Tally) -> list[Markup]:
    """Return which mistakes were made; those of few learners without how many."""
    many = [(place, learners) for place, learners in tally.mistakes if learners >= ENOUGH]
    few = [said.QUOTED.format(words=_mistake(tally, place)) for place, learners in tally.mistakes if learners < ENOUGH]
    told = [tag("li", tag("b", said.MADE.format(n=each)), " ", _mistake(tally, place)) for place, each in many]
    if few:
        told.append(tag("li", said.FEWER.format(messages=join(few, "", " ")), class_="quiet"))
    return [tag("ul", *told)] if told else []


def _mistake(tally: Tally, place: int | None) -> Text:
    asked = question_of(tally.exercise, tally.question)
    listed = asked.mistakes if asked else []
    return said.UNLISTED if place is None or place >= len(listed) else listed[place].text


def _separates(found: Separation) -> Text:
    words = said.SEPARATES[found.unable or found.outcome]
    numbers = {name: f"{getattr(found, name):.2f}" for name in ("low", "high")}
    return words.format(r=f"{found.value:.2f}", n=found.learners, **numbers)


def _texts(texts: Sequence[SameTexts]) -> list[Markup]:
    if not texts:
        return []
    told: list[Markup] = [tag("h2", said.TEXTS), tag("p", said.TEXTS_SAID)]
    for each in texts:
        title = joined(lesson_called(each.exercise), " · ", question_called(each.exercise, each.question))
        shown = [tag("li", tag("b", said.MADE.format(n=learners)), " ", words) for words, learners in each.large]
        if each.small:
            shown.append(tag("li", said.SMALL_GROUPS.format(n=each.small)))
        told += [tag("h3", title), tag("ul", *shown)]
    return told


def _causes(reasons: Sequence[Cause]) -> list[Markup]:
    if not reasons:
        return []
    heads: list[Words] = [said.CAUSE, said.HOW_MANY, said.ROWS]
    lines: list[list[Words]] = [[each.said, len(each.learners), each.rows] for each in reasons]
    return [tag("h2", said.CAUSES), table("", heads, lines)]


def _variants(rows: Sequence[Row]) -> list[Markup]:
    other = [row for row in rows if row.status == "FIX" and cause_of(row.note)[0] == refusals.OTHER_VARIANT]
    if not other:
        return []
    heads: list[Words] = [said.LEARNER, said.EXERCISE, said.NOTE]
    lines: list[list[Words]] = [[row.learner, lesson_called(row.exercise), row.note] for row in other]
    return [tag("h2", said.VARIANTS), tag("p", said.VARIANTS_SAID), table("", heads, lines, numbers=False)]


def _share(part: int, whole: int) -> Words:
    return _percent(part / whole) if whole else said.NONE


def _percent(share: float) -> str:
    return f"{share:.0%}"
