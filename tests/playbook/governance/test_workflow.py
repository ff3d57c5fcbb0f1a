"""The workflow as a state machine: what its graph is said to have, it has, whatever steps somebody wrote."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from playbook.governance.model_plan import careless_flow, mended_flow, sound_plan
from playbook.governance.picture import flow_html
from playbook.governance.workflow import (
    FINAL,
    FIRST,
    OUT,
    STATES,
    Move,
    NotAllowedError,
    Workflow,
    dead_ends,
    endless,
    exits,
    lanes,
    minutes,
    reachable,
    step,
    unreachable,
    ways_out,
)

from .plans import FACTS

RANDOM = 3_000  # workflows


def drawn(count: int = RANDOM) -> Iterator[Workflow]:
    """Workflows of up to 14 random steps in one lane."""
    chance = random.Random(20261126)  # noqa: S311 - no secret
    for _ in range(count):
        moves = [
            Move(source=chance.choice(STATES), to=chance.choice(STATES), lanes=["plain"], within=chance.choice([0, 30]),
                 most=chance.choice([0, 0, 2]))
            for _ in range(chance.randrange(15))
        ]  # fmt: skip
        yield Workflow(moves=moves)


def test_a_walk_by_steps_comes_to_the_reachable_states_and_to_no_other() -> None:
    for workflow in drawn():
        seen, open_ones = {FIRST}, [FIRST]
        while open_ones:
            state = open_ones.pop()
            for to in STATES:
                try:
                    after = step(workflow, "plain", state, to)
                except NotAllowedError:
                    continue
                if after not in seen:
                    seen.add(after)
                    open_ones.append(after)
        assert seen == reachable(workflow, "plain")
        assert not seen & unreachable(workflow, "plain")


def test_from_a_state_that_is_no_dead_end_a_draft_gets_to_the_end_and_from_a_dead_end_never() -> None:
    for workflow in drawn():
        stuck = dead_ends(workflow, "plain")
        for state in reachable(workflow, "plain"):
            assert bool(reachable(workflow, "plain", state) & FINAL) == (state not in stuck)


def test_without_an_endless_loop_every_walk_by_unlimited_steps_comes_to_an_end() -> None:
    for workflow in drawn():
        free = Workflow(moves=[each for each in workflow.moves if not each.most])
        loops = endless(workflow, "plain")
        assert loops <= {each.source for each in free.moves}
        for start in set(STATES) - loops:  # such a state is never come to again
            onward = {each.to for each in free.of("plain") if each.source == start and each.to}
            assert all(start not in reachable(free, "plain", after) for after in onward)


def test_ways_out_lead_from_the_draft_to_publication_and_pass_no_state_twice() -> None:
    for workflow in drawn(500):
        ways = ways_out(workflow, "plain")
        assert bool(ways) == (OUT in reachable(workflow, "plain"))
        for way in ways:
            states = [FIRST, *(each.to for each in way)]
            assert states[-1] == OUT
            assert len(set(states)) == len(states)
            assert all(one.to == other.source for one, other in pairwise(way))


def test_a_step_with_a_limit_is_refused_once_it_was_made_so_often() -> None:
    workflow = sound_plan().workflow
    assert step(workflow, "plain", "sent_back", "draft", made=1) == "draft"
    with pytest.raises(NotAllowedError):
        step(workflow, "plain", "sent_back", "draft", made=2)


@pytest.mark.parametrize("lane", ["plain", "risky", "fast"])
def test_the_sound_workflow_is_whole_in_every_lane(lane: str) -> None:
    workflow = sound_plan().workflow
    [one] = [each for each in lanes(workflow) if each == lane]
    assert not unreachable(workflow, one) | dead_ends(workflow, one) | endless(workflow, one)
    assert all(exits(workflow, one, state) for state in reachable(workflow, one) - FINAL)
    assert all(each.who for each in workflow.of(one))


def test_the_lanes_of_the_sound_workflow_take_as_long_as_their_limits_add_up_to() -> None:
    workflow = sound_plan().workflow
    assert [minutes(workflow, lane) for lane in lanes(workflow)] == [130, 340, 30]


def test_a_lane_with_a_step_without_limit_has_no_length() -> None:
    workflow = sound_plan({"workflow.moves.2.within": 0}).workflow
    assert minutes(workflow, "plain") is None
    assert minutes(workflow, "fast") == 30


def test_a_kind_that_is_fast_is_not_also_risky() -> None:
    workflow = Workflow(risky=["price", "crisis"], fast=["crisis"])
    assert [workflow.lane("price"), workflow.lane("crisis"), workflow.lane("hot")] == ["risky", "fast", "plain"]


def test_the_drawing_says_in_words_what_its_colours_say(reader: str) -> None:
    faulty = sound_plan({"workflow.moves.12.lanes": [], "workflow.moves.6.most": 0}).workflow
    drawn_html = flow_html(faulty, "plain")
    for said in {"zh": ("到不了", "转圈没有次数", "到头"), "en": ("not reached", "round for ever", "the end")}[reader]:
        assert said in drawn_html
    assert {"zh": "每个状态都走得到", "en": "every state is reached"}[reader] in flow_html(
        sound_plan().workflow, "plain"
    )


def test_a_lane_without_steps_is_said_to_have_none_and_a_stray_step_draws_nothing() -> None:
    assert "<svg" not in flow_html(Workflow(), "plain")
    assert "<svg" not in flow_html(
        Workflow(moves=[Move(lanes=["plain"]), Move(source="draft", lanes=["plain"])]), "plain"
    )


def test_every_workflow_of_the_exercise_can_be_drawn(reader: str) -> None:
    assert reader
    for plan in (careless_flow(FACTS), mended_flow(FACTS, [])):
        for lane in lanes(plan.workflow):
            assert flow_html(plan.workflow, lane).count("<g ") == len(
                {FIRST}
                | {each.source for each in plan.workflow.of(lane)}
                | {each.to for each in plan.workflow.of(lane)}
            )
