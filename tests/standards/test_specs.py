"""Specs, what is made from them, rules, links and facilitator pages: each standard is broken by one fault."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest

from classroom.exercise import ChoiceField, NumberField, OrderField
from classroom.standards import facilitator, links, made, rules, specs, varied
from classroom.variants import seeds
from playbook.conflicts import Conflict, Position
from playbook.facts import variant_facts
from playbook.language import Text
from playbook.rules import Rule, Source
from playbook.timing.analysis import typical_shown

from .course import LESSON, SPEC, Course, added, none, only

CAUSE = 'when = { cause = "many_posts" }'


def test_a_spec_that_cannot_be_read(course: Course) -> None:
    course.replace(SPEC, 'kind = "order"', 'kind = "sorting"')
    assert "exercise.rank.fields.hours" in only(specs.specs_can_be_read).what


@pytest.mark.parametrize(
    "called",
    ["playbook.timing.analysis:no_such", "playbook.timing.gone:typical_shown", "playbook.timing.analysis:ranked"],
)
def test_a_spec_whose_answer_cannot_be_computed(course: Course, called: str) -> None:
    course.replace(SPEC, "playbook.timing.analysis:typical_shown", called)
    assert only(specs.specs_can_be_read).place == "exercise.typical"
    assert none(specs.no_hint_gives_the_answer)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('title = { zh = "给四个钟点排名次"', 'title = { zh = " "', "exercise.rank.title"),
        ("7:00 has only {few} posts", "7:00 has only 4 posts", "exercise.rank.why"),
    ],
)
def test_a_spec_in_one_language_alone(course: Course, old: str, new: str, place: str) -> None:
    course.replace(SPEC, old, new)
    assert only(specs.specs_are_whole_in_both_languages).place == place


def test_minutes_that_the_outline_states_otherwise(course: Course) -> None:
    course.replace(SPEC, "\nminutes = 20", "\nminutes = 21")
    assert "outline.toml says 20" in only(specs.minutes_are_those_of_the_outline).what


def test_an_option_that_nobody_says_is_wrong(course: Course) -> None:
    course.replace(SPEC, CAUSE, 'when = { cause = "more_posts" }')
    fault = only(specs.every_exercise_question_helps)
    assert (fault.place, "'many_posts'" in fault.what) == ("lesson.mean.fields.cause", True)


def test_two_mistakes_that_are_told_the_same(course: Course) -> None:
    text = (course.home / SPEC).read_text("utf-8")
    mistakes = text[text.index("[[exercise.typical.mistakes]]") : text.index("[exercise.rank]")]
    zh, en, *_, last_zh, last_en = re.findall(r"^(?:zh|en) = .+$", mistakes, re.MULTILINE)
    course.write(SPEC, text.replace(last_zh, zh).replace(last_en, en))
    assert only(specs.every_exercise_question_helps).place == "exercise.typical"


def test_an_exercise_question_without_a_hint(course: Course) -> None:
    text = (course.home / SPEC).read_text("utf-8")
    start = text.index("hints = [", text.index("[exercise.rank]"))
    end = text.index("\n]\n", start) + 3
    course.write(SPEC, text[:start] + text[end:])
    assert only(specs.every_exercise_question_helps).place == "exercise.rank"


def test_a_hint_with_the_answer_in_it(course: Course) -> None:
    course.replace(
        SPEC, "Then take the other three by the column", "The order: 21:00, 12:00, 10:00, 7:00. By the column"
    )
    assert only(specs.no_hint_gives_the_answer).place == "exercise.rank.hints.2.en"


def test_a_draft_may_lack_hints(course: Course) -> None:
    course.make_draft()
    course.replace(SPEC, CAUSE, 'when = { cause = "more_posts" }')
    assert none(specs.every_exercise_question_helps)


def test_a_hint_with_the_answer_of_a_variant_in_it(course: Course) -> None:
    answer = typical_shown(variant_facts(seeds()[0]).posts, "shop", 20)
    course.replace(SPEC, "Find the row of 20:00", f"It is {answer}: find the row of 20:00")
    assert only(varied.varying_specs_hold_in_a_variant).place == "exercise.typical"


def test_an_exercise_with_other_verdicts_in_a_variant(course: Course) -> None:
    course.replace(SPEC, 'account = "store", rule = "weekend"', 'account = "shop", rule = "weekend"')
    assert {fault.place for fault in varied.varying_specs_hold_in_a_variant()} == {"exercise.weekend"}


def choice(*labels: str) -> ChoiceField:
    options = [{"id": str(number), "zh": label, "en": label} for number, label in enumerate(labels)]
    return ChoiceField.model_validate({"kind": "choice", "label": {"zh": "选", "en": "pick"}, "options": options})


NUMBER = NumberField(kind="number", label=Text("数", "number"), at_least=0, at_most=9999)
VERDICT = choice("支持", "不支持", "说不准")
ORDER = OrderField.model_validate(
    choice("7:00", "10:00", "21:00").model_dump(mode="python") | {"kind": "order", "label": Text("排", "order")}
)


@pytest.mark.parametrize(
    ("said", "field", "right", "gives_away"),
    [
        ("一条得 1,114 次", NUMBER, 1114, True),
        ("得 1114。", NUMBER, 1114.0, True),
        ("2.6 倍", NUMBER, 2.6, True),
        ("有 11140 条，占 1114.5", NUMBER, 1114, False),
        ("应当选支持", VERDICT, "0", True),
        ("数据不支持这句话", VERDICT, "0", False),
        ("数据不支持这句话", VERDICT, "1", True),
        ("在右边是支持，在左边是不支持，碰到就是说不准", VERDICT, "0", False),
        ("先 21:00，再 10:00，最后 7:00", ORDER, ["2", "1", "0"], True),
        ("7:00 在 10:00 前面吗？21:00 呢？", ORDER, ["2", "1", "0"], False),
    ],
)
def test_what_gives_an_answer_away(said: str, field: Any, right: Any, gives_away: bool) -> None:  # noqa: ANN401
    assert specs.gives_away(said, field, right, "zh") == gives_away


# ---------------------------------------------------------------- what is made


def test_an_exercise_page_that_its_spec_left_behind(course: Course) -> None:
    course.replace(SPEC, "给四个钟点排名次", "给钟点排名次")
    assert only(made.exercise_pages_follow_their_specs).file == f"exercises/zh/{LESSON}.ipynb"


@pytest.mark.parametrize(
    ("cell", "change"),
    [
        (
            "injected-parameters",
            lambda cell: cell.update(source=cell["source"].replace('\\"reactions\\": ', '\\"reactions\\": 1')),
        ),
        ("verdict-rank", lambda cell: cell["outputs"][0].update(text="Not right · 0/3 · Look again.\n")),
        ("verdict-rank", lambda cell: cell["outputs"][0].update(text="Right · 3/3 · Another reason.\n")),
        ("verdict-week", lambda cell: cell.update(outputs=[], execution_count=None)),
        ("ask-rank", added(" One more word.")),
    ],
)
def test_a_solution_that_is_not_right_today(course: Course, cell: str, change: Callable[[Any], object]) -> None:
    file = f"exercises/solutions/en/{LESSON}.ipynb"
    course.spoil_page(file, cell, change)
    fault = only(made.solutions_are_fresh)
    assert (fault.file, fault.place) == (file, cell)


def test_an_exercise_without_its_solution(course: Course) -> None:
    (course.home / f"exercises/solutions/zh/{LESSON}.ipynb").unlink()
    assert only(made.solutions_are_fresh).file == f"exercises/solutions/zh/{LESSON}.ipynb"


@pytest.mark.parametrize(
    ("read_as", "now", "name"),
    [
        ("pandas >=3.0", "pandas >=2.0", "pandas"),
        ("  - papermill >=2.7\n", "", "papermill"),
        ("  - pip:\n", "  - numpy >=2.0\n  - pip:\n", "numpy"),
        ("zhplot>=1.0", "zhplot", "zhplot"),
        ("python >=3.11", "python >=3.12", "python"),
    ],
)
def test_an_environment_that_differs_from_pyproject(course: Course, read_as: str, now: str, name: str) -> None:
    course.replace("environment.yml", read_as, now)
    assert only(made.environment_equals_pyproject).place == name


# ---------------------------------------------------------------- rules and conflicts

HERE = Source("course", Text("本课程", "this course"), Text("本课程", "this course"))
CHECKED = Rule(
    id="timing.one", name=Text("一", "one"), source=HERE, says=Text("一", "one"), values={},
    checked_by="playbook.timing.plan:review_example", shown_in=None, because=None, counterexample={}, good={},
)  # fmt: skip
SHOWN = dataclasses.replace(
    CHECKED, checked_by=None, shown_in=f"{LESSON}#habit", because=Text("没法查", "nothing to check")
)


@pytest.fixture
def with_rules(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what puts other rules in the place of the course's."""

    def put(*known: Rule) -> None:
        monkeypatch.setattr(rules, "SYSTEMS", ("timing",))
        monkeypatch.setattr(rules, "rules", lambda _system: {rule.id: rule for rule in known})

    return put


def test_a_review_that_is_not_there(with_rules: Callable[..., None]) -> None:
    with_rules(dataclasses.replace(CHECKED, checked_by="playbook.timing.plan:no_such_review"))
    assert "no_such_review" in only(rules.rules_make_sense).what


def test_an_example_that_the_review_judges_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(CHECKED, Text("反例", "gives no finding")), (SHOWN, None)]
    monkeypatch.setattr(rules, "coverage", lambda system: told if system == "timing" else [])
    assert only(rules.every_rule_is_covered).place == "timing.one"


@pytest.mark.parametrize("change", [{"shown_in": f"{LESSON}#gone"}, {"because": None}, {"because": Text("没法查", "")}])
def test_a_shown_rule_without_its_cell_or_its_reason(with_rules: Callable[..., None], change: Any) -> None:  # noqa: ANN401
    with_rules(SHOWN)
    assert none(rules.shown_rules_say_why)
    with_rules(dataclasses.replace(SHOWN, **change))
    assert only(rules.shown_rules_say_why).place == "timing.one"


@pytest.mark.parametrize(
    ("shown_in", "follows", "place"),
    [(f"{LESSON}#gone", "timing.one", "gap"), (f"{LESSON}#habit", "timing.two", "gap.position.one_hour")],
)
def test_a_conflict_that_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch, with_rules: Callable[..., None], shown_in: str, follows: str, place: str
) -> None:
    with_rules(SHOWN)
    position = Position("one_hour", Text("一小时", "an hour"), (HERE,), (follows,), formula=False)
    conflict = Conflict("gap", "timing", Text("隔多久？", "How far?"), "data", None, shown_in, {"one_hour": position})
    monkeypatch.setattr(rules, "conflicts", lambda: {"gap": conflict})
    assert only(rules.conflicts_lead_somewhere).place == place


def test_a_conflict_weighed_by_a_function_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, with_rules: Callable[..., None]
) -> None:
    with_rules(SHOWN)
    gone = "playbook.timing.evidence:gone"
    conflict = Conflict("gap", "timing", Text("隔多久？", "How far?"), "data", gone, f"{LESSON}#habit", {})
    monkeypatch.setattr(rules, "conflicts", lambda: {"gap": conflict})
    assert gone in only(rules.conflicts_lead_somewhere).what


# ---------------------------------------------------------------- links


def test_a_link_to_a_page_that_is_not_there(course: Course) -> None:
    course.spoil("keep", added("[练习](../exercises/05_timing/99_nothing.ipynb)"))
    assert "99_nothing" in only(links.links_lead_somewhere).what


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("[style](style.md)", True),
        ("[data](../datasets/README.md)", True),
        ("[data](../datasets/README.md#no-such-heading)", False),
        ("[start](style.md#write-for-one-reader)", True),
        ("[site](https://example.org/x.md)", True),
        ("`[style](gone.md)`", True),
        ("[style](gone.md)", False),
        ("![the planner of a week, list at the right](images/gone.png)", False),
    ],
)
def test_links_of_documents(course: Course, link: str, leads: bool) -> None:
    course.write("docs/style.md", f"# Style\n\n## Write for one reader!\n\n{link}\n")
    found = [fault for fault in links.documents_lead_somewhere() if fault.file == "docs/style.md"]
    assert [fault.place for fault in found] == ([] if leads else ["line 5"])


def test_a_cell_that_a_document_names_and_no_lesson_has(course: Course) -> None:
    course.write("docs/style.md", f"See `{LESSON}#habit` and `{LESSON}#habits`.\n")
    assert f"{LESSON}#habits" in only(links.cells_named_are_there).what


@pytest.mark.parametrize("alt", ["", "planner", "Image of the planner of a week", "图片：一周的计划表，右边是清单"])
def test_an_image_that_is_not_told_in_words(course: Course, alt: str) -> None:
    course.write("docs/style.md", f"![{alt}](images/planner.en.png)\n")
    assert repr(alt) in only(links.images_are_told_in_words).what


# ---------------------------------------------------------------- facilitator pages

FACILITATOR = "# 05\n\n## 几分钟\n\n{lesson}\n\n## 会错在哪里\n\n{questions}\n"


@pytest.fixture
def facilitated(course: Course) -> Course:
    """Return a course with a facilitator page for the one system."""
    for system in facilitator._published():
        for language in ("zh", "en"):
            titles = [*facilitator._titles(system, language)]
            course.write(
                f"docs/facilitator/{language}/{system.id}.md",
                FACILITATOR.format(lesson=titles[0], questions="\n".join(titles[1:])),
            )
    return course


def test_a_facilitator_page_is_there_and_names_everything(facilitated: Course) -> None:
    assert none(facilitator.systems_have_a_facilitator_page)
    assert none(facilitator.facilitator_pages_name_what_there_is)
    assert (facilitated.home / "docs/facilitator/en/05_timing.md").is_file()


def test_a_system_without_a_facilitator_page_in_one_language(facilitated: Course) -> None:
    (facilitated.home / "docs/facilitator/en/05_timing.md").unlink()
    assert only(facilitator.systems_have_a_facilitator_page).file == "docs/facilitator/en/05_timing.md"


def test_a_facilitator_page_with_other_headings_than_the_chinese(facilitated: Course) -> None:
    facilitated.replace("docs/facilitator/en/05_timing.md", "## 几分钟", "### Minutes")
    assert "headings" in only(facilitator.systems_have_a_facilitator_page).what


def test_a_facilitator_page_that_forgets_a_question(facilitated: Course) -> None:
    facilitated.replace("docs/facilitator/en/05_timing.md", "Put four hours in order", "")
    assert "Put four hours in order" in only(facilitator.facilitator_pages_name_what_there_is).what
