"""What an exercise says holds in every variant, its tables show that variant, and no page gives the answer away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import ipywidgets as widgets
import pandas as pd
import pytest

from classroom.exercise import PlanField, Question, Spec, TextField, exercise_ids, load_spec
from classroom.form import Page
from classroom.grading import grade
from classroom.session import Session, right_answer
from classroom.standards.specs import gives_away
from classroom.variants import MOST, seeds
from playbook.facts import VARIANT, Facts, sample_facts, variant_facts
from playbook.language import LANGUAGES
from playbook.places import course_home
from tests.held import VARYING, faults_in

FIRST = seeds()[:2]
every_varying = pytest.mark.parametrize("name", VARYING)
all_seeds = [pytest.param(seed, marks=() if seed == FIRST[0] else pytest.mark.slow) for seed in seeds()]
# Figures in the words that the sample's tables have too, by chance: hours a week by law, particulars of a draw, a date.
BY_CHANCE = {"00_specialist/01_know_the_job": {"40"}, "07_campaign/02_write_the_brief": {"15", "20"}}
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


class Shown(NamedTuple):
    """What the varying exercises show and ask of one company, by exercise and question; all figures by exercise."""

    tables: dict[tuple[str, str], str]
    answers: dict[tuple[str, str], dict[str, Any]]
    figures: dict[str, set[str]]


@pytest.fixture(scope="module")
def shown() -> dict[int | None, Shown]:
    """Return what is shown of the sample (None) and of two variants, each of which is made once."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for seed in (None, *FIRST):
            if seed is None:
                patch.delenv(VARIANT, raising=False)
            else:
                patch.setenv(VARIANT, str(seed))
            found[seed] = shown_of(sample_facts())
    return found


# ---------------------------------------------------------------- what an exercise says


@pytest.mark.parametrize("seed", all_seeds)
def test_all_of_a_varying_exercise_holds_in_each_variant(seed: int) -> None:
    assert faults_in(variant_facts(seed)) == []


@every_varying
def test_no_figure_of_the_sample_stands_in_the_words_of_a_varying_exercise(
    name: str, shown: dict[int | None, Shown]
) -> None:
    for seed in FIRST:
        of_the_sample = shown[None].figures[name] - shown[seed].figures[name]
        assert quoted(VARYING[name]) & of_the_sample - BY_CHANCE.get(name, set()) == set()


@every_varying
def test_the_tables_of_a_varying_exercise_show_the_variant(name: str, shown: dict[int | None, Shown]) -> None:
    for place, question in VARYING[name].exercise.items():
        told = {str(each.answers[name, place]) for each in shown.values()}
        if question.look and len(told) > 1 and not _is_plan(question):
            assert len({each.tables[name, place] for each in shown.values()}) == len(shown), place


@every_varying
def test_an_exercise_that_varies_has_answers_that_differ(name: str, shown: dict[int | None, Shown]) -> None:
    told = {str([each.answers[name, place] for place in VARYING[name].exercise]) for each in shown.values()}
    assert len(told) > len(FIRST) - 1, "two may agree by chance"


def quoted(spec: Spec) -> set[str]:
    """Return the figures that stand in the words of an exercise, those to be filled in aside."""
    texts: list[Any] = [spec.story]
    for question in spec.exercise.values():
        texts += [question.prompt, question.why, *question.hints, *(each.text for each in question.mistakes)]
        for field in question.fields.values():
            texts += [field.label, *(option.text for option in getattr(field, "options", []))]
    words = " ".join(text.in_language(language) for text in texts for language in LANGUAGES)
    return set(NUMBER.findall(_plain(re.sub(r"\{[^}]*\}", " ", words))))


def shown_of(data: Facts) -> Shown:
    """Return what the varying exercises show and ask of a company that the pages show."""
    asked = {(name, place): each for name, spec in VARYING.items() for place, each in spec.exercise.items()}
    tables = {key: _looked(VARYING[key[0]], each, data) for key, each in asked.items() if each.look}
    answers = {key: right_answer(each, data) for key, each in asked.items()}
    figures: dict[str, set[str]] = {name: set() for name in VARYING}
    for (name, place), question in asked.items():
        told = [*answers[name, place].values(), *(call.value(data) for call in question.quotes.values())]
        figures[name] |= set(NUMBER.findall(_plain(tables.get((name, place), ""))))
        figures[name] |= {f"{each:.10g}" for each in told if isinstance(each, int | float)}
    return Shown(tables, answers, figures)


def _plain(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"<[^>]*>", " ", text))


def _looked(spec: Spec, question: Question, data: Facts) -> str:
    """Return what the cell above a question shows, run as the page runs it."""
    assert sample_facts() is data, "what the page shows"
    names: dict[str, Any] = {}
    exec("\n".join(spec.setup), names)  # noqa: S102 - the course's own cells
    shown = eval(question.look, names)  # noqa: S307
    if isinstance(shown, pd.DataFrame):
        return shown.to_string()
    return str(shown.to_html() if hasattr(shown, "to_html") else getattr(shown, "data", None) or _drawn(shown))


def _drawn(figure: Any) -> str:  # noqa: ANN401
    """Return what a chart is drawn from: the places of its lines, dots and bars."""
    drawn = [
        artist.get_paths() if hasattr(artist, "get_paths") else getattr(artist, "get_xydata", lambda: "")()
        for axes in figure.axes
        for artist in (*axes.lines, *axes.collections)
    ]
    offsets = [each.get_offsets() for axes in figure.axes for each in axes.collections]
    return f"{[*map(str, drawn)]} {offsets}"


def _is_plan(question: Question) -> bool:
    return any(isinstance(each, PlanField) for each in question.fields.values())


def test_the_guide_for_instructors_names_the_exercises_that_vary() -> None:
    numbers = [f"{int(name[:2])}.{int(name.partition('/')[2][:2])}" for name in VARYING]
    specs = {name: load_spec(name) for name in exercise_ids()}
    asked = [[*spec.exercise.values()] for spec in specs.values()]
    marked = sum(any(isinstance(field, TextField) for each in all_ for field in each.fields.values()) for all_ in asked)
    docs = course_home() / "docs"
    chinese, english = ((docs / name).read_text("utf-8") for name in ("exams.zh-CN.md", "exams.md"))
    assert f"{len(specs)} 个练习里有 {len(numbers)} 个换成各人自己的数据：{'、'.join(numbers)}" in chinese
    assert f"{len(specs)} 个练习里有 {marked} 个带一道" in chinese
    assert f"{len(numbers)} of the {len(specs)} exercises ask" in english
    assert f"{', '.join(numbers[:-1])} and {numbers[-1]}" in english
    assert f"In {marked} of the {len(specs)} exercises" in english
    assert f"最多 {MOST} 份" in chinese


# ---------------------------------------------------------------- nothing is given away before an attempt


@pytest.mark.parametrize("name", exercise_ids())
def test_before_an_attempt_no_page_holds_a_right_answer(name: str, work: Path) -> None:
    session = Session(name, "exercise")
    page = Page(session)
    for place, question in session.questions.items():
        if _is_plan(question):
            assert grade(question, _begun(question, session.facts), session.facts).outcome != "right", place
            continue
        said, chosen = [], []
        for widget in _tree(page.ask(place)):
            said += [str(getattr(widget, each, "")) for each in ("description", "placeholder")]
            said += [widget.value] if isinstance(widget, widgets.HTML) else []
            chosen += [] if isinstance(widget, widgets.HTML) else [getattr(widget, "value", None)]
        assert not any(chosen), (place, "a control comes filled in")
        verdict = page.verdict(place)
        assert verdict is not None
        assert verdict.value == ""
        for field_name, value in right_answer(question, session.facts).items():
            given = [each for each in said if gives_away(each, question.fields[field_name], value, "zh")]
            assert given == [], (place, field_name)


def _begun(question: Question, data: Facts) -> dict[str, Any]:
    return {
        name: field.begin.value(data) if field.begin else {}
        for name, field in question.fields.items()
        if isinstance(field, PlanField)
    }


def _tree(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _tree(child)
