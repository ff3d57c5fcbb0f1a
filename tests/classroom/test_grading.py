"""`grade` judges every question of every spec as its author meant, and nothing that JSON can hold upsets it."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classroom.answers import Attempt
from classroom.exercise import (
    AnyField,
    Call,
    ChoiceField,
    Mistake,
    NumberField,
    OrderField,
    PlanFault,
    PlanField,
    Question,
    every_exercise_id,
    load_spec,
)
from classroom.grading import OUTCOMES, counted, grade, misfit
from classroom.session import right_answer
from playbook.facts import sample_facts
from playbook.rules import resolve
from playbook.stances import Stance
from playbook.timing.plan import Slot, TimingPlan

from .varied_campaigns import varied_campaigns
from .varied_days import varied_days
from .varied_drafts import varied_drafts
from .varied_drills import varied_drills
from .varied_follows import varied_follows
from .varied_goals import varied_goals
from .varied_governance import varied_teams, varied_workflows
from .varied_matrices import varied_matrices
from .varied_mixes import varied_mixes
from .varied_pages import varied_pages
from .varied_playbooks import varied_playbooks
from .varied_replies import varied_replies
from .varied_responses import varied_responses
from .varied_scorecards import varied_scorecards
from .varied_voices import varied_voices
from .varied_watches import varied_watches

DATA = sample_facts()
QUESTIONS: dict[str, Question] = {
    f"{exercise}#{part}.{name}": question
    for exercise in every_exercise_id()
    for part in ("lesson", "exercise", "recall")
    for name, question in getattr(load_spec(exercise), part).items()
}
JUDGED = {
    place: question
    for place, question in QUESTIONS.items()
    if any(getattr(field, "expect", None) for field in question.fields.values())
}
MISTAKES = {
    f"{place}.mistakes.{number}": (question, mistake)
    for place, question in QUESTIONS.items()
    for number, mistake in enumerate(question.mistakes)
}
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
every_judged_question = pytest.mark.parametrize("question", JUDGED.values(), ids=JUDGED.keys())
every_mistake = pytest.mark.parametrize(("question", "mistake"), MISTAKES.values(), ids=MISTAKES.keys())


# ---------------------------------------------------------------- every question of every spec


@every_question
def test_nothing_answered_is_blank(question: Question) -> None:
    verdict = grade(question, {}, DATA)
    assert (verdict.outcome, verdict.points) == ("blank", 0)


@every_judged_question
def test_the_computed_answer_is_right_and_says_why(question: Question) -> None:
    verdict = grade(question, right_answer(question, DATA), DATA)
    assert (verdict.outcome, verdict.points) == ("right", question.points)
    assert verdict.message == question.explained(DATA)


@every_judged_question
def test_a_field_left_out_is_asked_for(question: Question) -> None:
    answer = right_answer(question, DATA)
    for name in question.fields if len(question.fields) > 1 else []:
        verdict = grade(question, {key: value for key, value in answer.items() if key != name}, DATA)
        assert (verdict.outcome, verdict.points) == ("blank", 0)
        assert question.fields[name].label.zh in verdict.message.zh
        assert question.fields[name].label.en in verdict.message.en


@every_mistake
def test_a_listed_mistake_is_told_in_its_own_words(question: Question, mistake: Mistake) -> None:
    verdict = grade(question, right_answer(question, DATA) | mistaken(question, mistake), DATA)
    assert verdict.outcome in {"wrong", "partly"}
    assert verdict.points < max(question.points, 1)
    assert verdict.message == mistake.text


@every_judged_question
def test_every_other_answer_is_not_right(question: Question) -> None:
    answer = right_answer(question, DATA)
    tried = 0
    for name, field in question.fields.items():
        for other in others(field, answer.get(name)):
            verdict = grade(question, answer | {name: other}, DATA)
            assert verdict.outcome in {"wrong", "partly"}, other
            assert verdict.points < max(question.points, 1)
            assert verdict.message.zh
            assert verdict.message.en
            tried += 1
    assert tried


@every_judged_question
def test_all_fields_wrong_give_no_points(question: Question) -> None:
    answer = {name: next(others(field, right_answer(question, DATA)[name])) for name, field in question.fields.items()}
    verdict = grade(question, answer, DATA)
    assert (verdict.outcome, verdict.points) == ("wrong", 0)


def mistaken(question: Question, mistake: Mistake) -> dict[str, Any]:
    """Make the answer that a mistake is known by."""
    answer: dict[str, Any] = {}
    for name, wanted in mistake.when.items():
        field = question.fields[name]
        if isinstance(wanted, PlanFault):
            assert isinstance(field, PlanField)
            fault = "too_few" if wanted.too_few else "undecided" if wanted.undecided else wanted.finds or ""
            answer[name] = next(plan for found, plan in faulty_plans(field).items() if fnmatchcase(found, fault))
        else:
            answer[name] = wanted.value(DATA) if isinstance(wanted, Call) else wanted
    return answer


def others(field: AnyField, right: Any) -> Iterator[Any]:  # noqa: ANN401 - each field has its type
    """Yield answers that are not right: all there are of choices and orders, some of numbers and plans."""
    if isinstance(field, ChoiceField):
        yield from (option.id for option in field.options if option.id != right)
    elif isinstance(field, OrderField):
        yield from (
            list(order) for order in permutations(option.id for option in field.options) if list(order) != right
        )
    elif isinstance(field, NumberField):
        near = [right + field.within + 0.01, right - field.within - 0.01, right * 2 + 7, field.at_least, field.at_most]
        yield from (
            each for each in near if field.at_least <= each <= field.at_most and abs(each - right) > field.within
        )
    elif isinstance(field, PlanField):
        yield from faulty_plans(field).values()
        yield {"format": 1, "slots": "none"}


def faulty_plans(field: PlanField) -> dict[str, dict[str, Any]]:
    """Return, for each fault, a plan that has this fault and no other; each system varies plans in its own way."""
    if id(field) in FAULTY:
        return FAULTY[id(field)]
    found: dict[str, dict[str, Any]] = {}
    for plan in VARIED[field.planner](field):
        faults = {finding.rule for finding in resolve(field.review)(plan, field.account, DATA)}
        faults |= {"too_few"} if plan.entries(field.account) < field.at_least else set()
        faults |= {"undecided"} if set(field.stances) - set(getattr(plan, "stances", ())) else set()
        if len(faults) == 1:
            found.setdefault(faults.pop(), plan.model_dump(mode="json"))
    FAULTY[id(field)] = found
    return found


def varied_weeks(field: PlanField) -> Iterator[TimingPlan]:
    """Yield the right week under other stances, with one slot more, without its weekend, and with few slots left."""
    right: Any = field.expect.value(DATA)
    week = TimingPlan.model_validate(right)
    yield TimingPlan(slots=week.slots)
    others = {"gap-between-posts": "two_hours", "scheduling-tools": "by_hand", "weekend-posting": "workdays_only"}
    for topic, position in (("", ""), *others.items()):
        taken = {topic: Stance(position=position)} if topic else {}
        yield from with_other_slots(field, week.model_copy(update={"stances": week.stances | taken}))


def with_other_slots(field: PlanField, week: TimingPlan) -> Iterator[TimingPlan]:
    """Yield a week as it is, with one slot more, without its weekend, and with few slots left."""
    yield week
    times = [(day, hour, minute) for day in (1, 4, 5, 6) for hour in range(24) for minute in (0, 30)]
    for day, hour, minute in times:
        more = Slot(account=field.account, day=day, hour=hour, minute=minute)
        if more.minutes not in {slot.minutes for slot in week.slots}:
            yield week.model_copy(update={"slots": sorted([*week.slots, more], key=lambda slot: slot.minutes)})
    workdays = [slot for slot in week.slots if slot.day < 6]
    again = [slot.model_copy(update={"hour": slot.hour - 2}) for slot in workdays]
    monday = {hour: Slot(account=field.account, day=1, hour=hour) for hour in (14, 15, 17)}
    yield week.model_copy(update={"slots": sorted([*workdays, *again, monday[17]], key=lambda slot: slot.minutes)})
    if not {slot.hour for slot in week.slots if slot.day == 1} & {14, 15}:
        burst = [*week.slots, monday[14], monday[15]]
        yield week.model_copy(update={"slots": sorted(burst, key=lambda slot: slot.minutes)})
    every_other_day = [slot for slot in week.slots if slot.day % 2]
    yield week.model_copy(update={"slots": every_other_day[: field.at_least - 1]})


FAULTY: dict[int, dict[str, dict[str, Any]]] = {}  # made once for each plan field, which takes a second
VARIED = {
    "playbook.campaign.planner:CampaignPlanner": varied_campaigns,
    "playbook.capstone.planner:RepairPlanner": varied_playbooks,
    "playbook.content.planner:MixPlanner": varied_mixes,
    "playbook.content.planner:QueuePlanner": varied_drafts,
    "playbook.crisis.drill_planner:DrillPlanner": varied_drills,
    "playbook.crisis.response_planner:ResponsePlanner": varied_responses,
    "playbook.crisis.watch_planner:WatchPlanner": varied_watches,
    "playbook.governance.keys_planner:KeysPlanner": varied_teams,
    "playbook.governance.workflow_planner:WorkflowPlanner": varied_workflows,
    "playbook.image.page_planner:PagePlanner": varied_pages,
    "playbook.image.voice_planner:VoicePlanner": varied_voices,
    "playbook.interaction.planner:FollowsPlanner": varied_follows,
    "playbook.interaction.planner:RepliesPlanner": varied_replies,
    "playbook.matrix.planner:MatrixPlanner": varied_matrices,
    "playbook.metrics.scorecard_planner:ScorecardPlanner": varied_scorecards,
    "playbook.specialist.days_planner:DaysPlanner": varied_days,
    "playbook.strategy.planner:GoalsPlanner": varied_goals,
    "playbook.timing.planner:WeekPlanner": varied_weeks,
}


# ---------------------------------------------------------------- questions made for one point


def asked(*fields: dict[str, Any], points: int = 3) -> Question:
    label = {"zh": "空", "en": "blank"}
    named = {f"f{number}": {"label": label} | field for number, field in enumerate(fields)}
    return Question.model_validate({"points": points, "title": label, "prompt": label, "why": label, "fields": named})


NUMBER = {"kind": "number", "at_least": 0, "at_most": 1_000_000, "within": 1, "expect": {"call": "builtins:len"}}
POSTS = len(DATA.posts)  # what `builtins:len` makes of them
TEXT = {"kind": "text", "longest": 10}
GUESS = {"kind": "choice", "options": [{"id": each, "zh": each, "en": each} for each in "ab"]}


def test_no_prompt_shows_a_reader_a_brace() -> None:
    """A lesson fills in what its prompt quotes; an exercise's page prints the prompt as it stands."""
    said = {place: each.prompt if "#exercise." in place else each.asked(DATA) for place, each in QUESTIONS.items()}
    assert [place for place, prompt in said.items() if "{" in prompt.zh + prompt.en] == []


@pytest.mark.parametrize(
    ("given_number", "outcome"),
    [
        (POSTS, "right"),
        (float(POSTS), "right"),
        (POSTS + 1, "right"),
        (POSTS - 1, "right"),
        (POSTS + 1.01, "wrong"),
        (POSTS - 1.01, "wrong"),
    ],
)
def test_a_number_is_right_up_to_its_tolerance_and_not_beyond(given_number: float, outcome: str) -> None:
    assert grade(asked(NUMBER), {"f0": given_number}, DATA).outcome == outcome


def test_a_tolerance_is_reckoned_in_decimals() -> None:
    question = asked(NUMBER | {"within": 0.1})
    assert grade(question, {"f0": POSTS + 0.1}, DATA).outcome == "right"  # in floats, the difference is over 0.1
    assert abs(POSTS + 0.1 - POSTS) > 0.1


@pytest.mark.parametrize(("wrong", "points"), [(0, 1), (1, 0.7), (2, 0.3), (3, 0)])
def test_points_are_the_share_of_right_fields_to_one_decimal(wrong: int, points: float) -> None:
    answer = {f"f{number}": 0 if number < wrong else POSTS for number in range(3)}
    assert grade(asked(NUMBER, NUMBER, NUMBER, points=1), answer, DATA).points == points


def test_a_text_is_for_a_person_to_mark() -> None:
    verdict = grade(asked(TEXT), {"f0": "因为晚上"}, DATA)
    assert (verdict.outcome, verdict.points) == ("to_mark", 0)
    assert verdict.message.en == "Your instructor marks this one."


def test_a_guess_that_nobody_judges_is_noted() -> None:
    question = asked(GUESS, points=0)
    assert grade(question, {"f0": "a"}, DATA).outcome == "to_mark"
    assert grade(question, {"f0": "a"}, DATA).message == question.why


@pytest.mark.parametrize("beside", [TEXT, GUESS], ids=["a text", "a guess"])
@pytest.mark.parametrize(("number", "outcome", "points"), [(POSTS, "right", 3), (0, "wrong", 0)])
def test_what_nobody_judges_earns_no_points_beside_what_is_judged(
    beside: dict[str, Any], number: int, outcome: str, points: float
) -> None:
    verdict = grade(asked(NUMBER, beside), {"f0": number, "f1": "a"}, DATA)
    assert (verdict.outcome, verdict.points) == (outcome, points)


@pytest.mark.parametrize("nothing", ["", "   ", "\u3000", "\u200b\u200d", "\u202e", "\n\t"])
def test_a_text_in_which_nothing_shows_is_blank(nothing: str) -> None:
    assert grade(asked(TEXT), {"f0": nothing}, DATA).outcome == "blank"
    assert misfit(asked(TEXT).fields["f0"], nothing) is None


@pytest.mark.parametrize("value", [True, False])
def test_true_is_no_number(value: bool) -> None:
    assert grade(asked(NUMBER | {"at_least": 0}), {"f0": value}, DATA).outcome == "blank"


def test_a_checker_that_fails_is_not_hidden() -> None:
    with pytest.raises(TypeError):
        grade(asked(NUMBER | {"expect": {"call": "builtins:len", "hour": 5}}), {"f0": 1}, DATA)


def test_every_outcome_has_its_words() -> None:
    assert all(text.zh and text.en for text in OUTCOMES.values())


# ---------------------------------------------------------------- which answer counts


def attempts(*tried: tuple[int, bool]) -> list[Attempt]:
    return [Attempt(answer={"f0": number}, solution_seen=seen) for number, seen in tried]


@pytest.mark.parametrize(
    ("tried", "number"),
    [
        (attempts(), 9),
        (attempts((1, False)), 1),
        (attempts((1, False), (2, False)), 2),
        (attempts((1, False), (2, False), (3, True)), 2),
        (attempts((1, False), (2, True), (3, False)), 1),
    ],
    ids=["no attempt", "one", "the last", "before the solution", "what comes after it never counts"],
)
def test_the_last_attempt_before_the_solution_counts(tried: list[Attempt], number: int) -> None:
    assert counted(asked(NUMBER), {"f0": 9}, tried) == {"f0": number}


def test_nothing_counts_when_the_solution_came_first() -> None:
    assert counted(asked(NUMBER), {"f0": 9}, attempts((9, True))) == {}


def test_words_count_as_they_stand_until_the_solution_was_seen() -> None:
    question = asked(NUMBER, TEXT)
    tried = [Attempt(answer={"f0": 1, "f1": "first"}), Attempt(answer={"f0": 2, "f1": "second"})]
    assert counted(question, {"f0": 3, "f1": "third"}, tried) == {"f0": 2, "f1": "third"}
    assert counted(question, {"f0": 3}, tried) == {"f0": 2}
    tried.append(Attempt(answer={"f0": 3, "f1": "third"}, solution_seen=True))
    assert counted(question, {"f0": 3, "f1": "third"}, tried) == {"f0": 2, "f1": "second"}


# ---------------------------------------------------------------- what a field can hold

EXERCISE = load_spec("05_timing/01_find_our_hours").exercise
HOURS, STORE, PLAN = (
    EXERCISE["rank"].fields["hours"],
    EXERCISE["weekend"].fields["store"],
    EXERCISE["week"].fields["plan"],
)
NUMBERS = asked(NUMBER).fields["f0"]
TEXTS = asked(TEXT).fields["f0"]
OTHER_SLOT = {"account": "shop", "day": 9, "hour": 8, "minute": 0}


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        (NUMBERS, "90", "0 到 1000000 之间的数", "a number from 0 to 1000000"),
        (NUMBERS, True, "之间的数", "a number from"),
        (NUMBERS, [90], "之间的数", "a number from"),
        (NUMBERS, -1, "之间的数", "a number from"),
        (NUMBERS, 1_000_001, "之间的数", "a number from"),
        (NUMBERS, float("nan"), "之间的数", "a number from"),
        (STORE, ["supported"], "supported, refuted, cannot_tell 之一", "one of supported, refuted, cannot_tell"),
        (STORE, "Supported", "之一", "one of"),
        (STORE, "", "之一", "one of"),
        (STORE, 1, "之一", "one of"),
        (HOURS, "7", "7, 10, 12, 21 排成的次序", "an order of 7, 10, 12, 21"),
        (HOURS, [7, 10, 12, 21], "排成的次序", "an order of"),
        (HOURS, ["7", "10", "12", "22"], "排成的次序", "an order of"),
        (HOURS, ["7", "10", "12", "21", "7"], "排成的次序", "an order of"),
        (HOURS, [["7"], "10", "12", "21"], "排成的次序", "an order of"),
        (TEXTS, 5, "最多 10 个字的文字", "a text of at most 10 characters"),
        (TEXTS, "十一个字的文字太长了啊啊", "最多 10 个字的文字", "a text of at most 10 characters"),
        (PLAN, "20:00", "计划表写出的计划", "a plan as the planner writes it"),
        (PLAN, [], "计划表写出的计划", "a plan as the planner writes it"),
        (PLAN, {"slots": [OTHER_SLOT]}, "计划里 slots/0/day 这一处读到 9", "at slots/0/day the plan has 9"),
        (PLAN, {"slots": None}, "计划里 slots 这一处", "at slots the plan has None"),
        (PLAN, {"slots": [], "evil": 1}, "计划里 evil 这一处", "at evil the plan has 1"),
    ],
)
def test_a_value_that_no_control_saves_is_named(field: AnyField, value: object, zh: str, en: str) -> None:
    wanted = misfit(field, value)
    assert wanted
    assert zh in wanted.zh
    assert en in wanted.en


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (NUMBERS, 0),
        (NUMBERS, 1_000_000),
        (NUMBERS, 0.5),
        (STORE, "refuted"),
        (HOURS, ["21", "12", "10", "7"]),
        (HOURS, ["21", "", "", ""]),
        (HOURS, ["21", "21", "10", "7"]),
        (TEXTS, "好"),
        (PLAN, {}),
        (PLAN, TimingPlan().model_dump(mode="json")),
        *[(field, None) for field in (NUMBERS, STORE, HOURS, TEXTS, PLAN)],
    ],
)
def test_what_a_control_saves_fits_even_half_filled_in(field: AnyField, value: object) -> None:
    assert misfit(field, value) is None


def test_what_is_wrong_with_a_plan_is_told_shortly() -> None:
    wanted = misfit(PLAN, {"slots": ["x" * 100_000]})
    assert wanted
    assert max(len(wanted.zh), len(wanted.en)) < 200


# ---------------------------------------------------------------- whatever JSON can hold

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)
SLOTS = st.lists(
    st.fixed_dictionaries(
        {
            "account": st.sampled_from(["shop", "flagship", "", 5]),
            "day": st.integers(0, 8),
            "hour": st.integers(-1, 24),
            "minute": st.integers(0, 60) | st.none(),
        }
    ),
    max_size=9,
)
PLANS = st.fixed_dictionaries({"slots": SLOTS}, optional={"gap_hours": st.integers(0, 3) | st.text(), "why": JSON})
LIKELY = st.sampled_from(["7", "10", "12", "21", "supported", "refuted", "cannot_tell", "one_post", 90, 90.0, "90"])
VALUES = JSON | PLANS | LIKELY | st.lists(LIKELY, max_size=5)


def draw_answer(data: st.DataObject, question: Question) -> dict[str, Any]:
    """Some value or none for each field of the question, and perhaps for one that it does not have."""
    return data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys([*question.fields, "other"], VALUES)))


@every_question
@settings(max_examples=20, deadline=None)  # of each question, and there are hundreds
@given(data=st.data())
def test_no_value_upsets_grading_and_only_the_right_one_is_right(question: Question, data: st.DataObject) -> None:
    answer = draw_answer(data, question)
    verdict = grade(question, answer, DATA)
    assert verdict.outcome in OUTCOMES
    if verdict.outcome == "right":
        for name, expected in right_answer(question, DATA).items():
            field = question.fields[name]
            if isinstance(field, NumberField):
                assert not isinstance(answer[name], bool)
                assert abs(answer[name] - expected) <= field.within
            elif not isinstance(field, PlanField):
                assert answer[name] == expected


@every_question
@settings(max_examples=20, deadline=None)  # of each question, and there are hundreds
@given(data=st.data())
def test_no_value_upsets_the_look_at_its_type(question: Question, data: st.DataObject) -> None:
    answer = draw_answer(data, question)
    for name, field in question.fields.items():
        wanted = misfit(field, answer.get(name))
        if wanted:
            assert wanted.zh
            assert wanted.en
            if not isinstance(field, PlanField):
                assert grade(question, answer, DATA).outcome == "blank"
