"""What must hold of a company before exercises that vary may be asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import PlanField, every_exercise_id, load_spec
from classroom.standards.varied import unheld
from playbook.campaign import questions_brief as brief
from playbook.content import analysis as content
from playbook.content import mix_questions
from playbook.facts import Facts, sample_facts
from playbook.matrix import questions as matrix
from playbook.plans import read_plan
from playbook.rules import resolve
from playbook.specialist import questions as specialist
from playbook.timing import analysis as timing

VARYING = {name: spec for name in every_exercise_id() if (spec := load_spec(name)).varies}


def faults_in(data: Facts) -> list[str]:
    """Return what of the exercises that vary does not hold when they are asked of these data."""
    faults = [f"{name} {place}: {what}" for name, spec in VARYING.items() for place, what in unheld(spec, data)]
    faults += [f"not so here: {said}" for said, holds in taken_for_granted(data).items() if not holds]
    for name, question, field in _plans():
        if _rules_broken(field, data) != _rules_broken(field, sample_facts()):
            faults.append(f"{name} {question}: other faults in the plan it begins with than the prompt tells")
    return faults


def taken_for_granted(data: Facts) -> dict[str, bool]:
    """Return what the words of varying exercises say of the company without a figure, and whether it is so."""
    posts, tea = data.posts, {"account": "store", "type": "check_in", "steps": 2, "mentions": 0, "budget": 2500}
    habit = mix_questions.posts_as_now(data, "shop", "campaign", 20)
    with_tea, with_card = tea | {"prize_value": 150, "tied": True}, tea | {"prize_value": 200, "tied": False}
    followed = {account: matrix.added_up(data, [account]) for account in ("founder", "store", "ware")}
    return {
        "0.1: most of the time is written down nowhere": specialist.unlisted(data) > specialist.listed(data),
        "3.1: Old Lan has far more followers": followed["founder"] > 1.5 * followed["store"],
        "3.1: few of Teaware’s are new": matrix.new_people(data, "ware", ["shop"]) < 0.4 * followed["ware"],
        "4.2: more than one in four are campaigns; one against more than five": 5 < habit < 6,
        "4.2: know-how is well away from 1": content.result_of(data, "shop", "knowledge_over_tea").low > 1.05,
        "4.2: as they stand, videos get more": mix_questions.more_by(data, "shop", "video_at_first_sight")
        > mix_questions.more_by(data, "shop", "video"),
        "5.1: most posts are at ten": timing.by_hour(posts, "shop")["posts"].idxmax() == 10,
        "5.1: runaway posts at eight": timing.average(posts, "shop", 20) > 1.05 * timing.typical(posts, "shop", 20),
        "5.1: one runaway at twelve": timing.average(posts, "shop", 12) > 2 * timing.typical(posts, "shop", 12),
        "5.1: a handful at seven": timing.count_at(posts, "shop", 7) < 20,
        "7.2: nobody asked for ten friends": brief.times_tried(data, 10) == 0,
        "7.2: the card brings more people": brief.promise(data, with_card, "new_followers", "middle")
        > brief.promise(data, with_tea, "new_followers", "middle"),
        "7.2: of whom fewer may stay": brief.promise(data, with_card) < brief.promise(data, with_tea),
    }


def _plans() -> Iterator[tuple[str, str, PlanField]]:
    for name, spec in VARYING.items():
        for place, question in spec.exercise.items():
            yield from ((name, place, field) for field in question.fields.values() if isinstance(field, PlanField))


def _rules_broken(field: PlanField, data: Facts) -> set[str]:
    model = resolve(field.model)
    plan = read_plan(model, field.begin.value(data)) if field.begin else model()
    return {finding.rule for finding in resolve(field.review)(plan, field.account, data)}
