"""The model of a crisis: measured where somebody measured, honest about the rest, and no single script wins."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

import numpy as np
import pytest

from playbook.company import Company
from playbook.crisis.drill.actions import ACTS, NUMBER, SAID, Act, allowed, why_not
from playbook.crisis.drill.log import fingerprint
from playbook.crisis.drill.policies import POLICIES, first_wish, logged, played, scored
from playbook.crisis.drill.scenarios import EFFECTS, PACES, effects, effects_said, pools, scenarios
from playbook.crisis.drill.state import State
from playbook.crisis.drill.step import start, step
from playbook.crisis.drill.trial import BEST, assumed, policy_table, sensitivity
from playbook.crisis.drill.world import World, roster_of, world
from playbook.language import LANGUAGES
from playbook.rules import sources
from playbook.sample.card import sample_card
from playbook.sample.readers import arrived_by
from playbook.sample.truths import Ints, calibration

SEEDS = range(80)
CLOSE = 0.7  # points within which two policies are as good as each other


def of(name: str, seeds: range | list[int] = SEEDS) -> World:
    scenario = scenarios()[name]
    return world(scenario, seeds, roster_of(sample_card(), scenario))


def after(world_: World, **acts: int) -> State:
    """Return how it stands one step after the last of these actions, taken at these steps."""
    state, wanted = start(world_), {at: act for act, at in acts.items()}
    for place in range(max(wanted) + 1):
        act = wanted.get(place, "wait")
        state = step(world_, state, np.full(world_.runs, NUMBER[act]))  # type: ignore[index]
    return state


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, float]]:
    """Return the mean score of each policy, by crisis."""
    rows = policy_table(seeds=SEEDS)
    return {str(name): dict(zip(own["policy"], own["score"], strict=True)) for name, own in rows.groupby("scenario")}


def test_mentions_come_in_as_they_were_measured_to() -> None:
    hours, measured = arrived_by(calibration()["reactions"]["arrived_after_hours"])
    modelled = (1 - np.exp(-hours[:, None] / PACES)) @ pools()
    assert np.abs(modelled - measured).max() < 0.02
    assert pools().sum() == pytest.approx(1, abs=1e-9)


def test_every_figure_names_its_source_or_is_called_an_assumption() -> None:
    said = effects_said()
    assert set(said) == set(EFFECTS)
    assert sum(not assumed for _, assumed in said.values()) == 1
    assert "study-crises-2025" in sources()


@pytest.mark.parametrize("name", scenarios())
def test_the_same_seed_ends_the_same_whoever_plays_beside_it(name: str) -> None:
    alone, among = of(name, [7]), of(name, [3, 7, 11])
    one, three = played(alone, POLICIES[BEST].acts), played(among, POLICIES[BEST].acts)
    for each in fields(State)[1:]:
        assert np.array_equal(getattr(one, each.name)[0], getattr(three, each.name)[1]), each.name
    assert fingerprint(one) == fingerprint(played(of(name, [7]), POLICIES[BEST].acts))
    assert fingerprint(one) != fingerprint(played(of(name, [8]), POLICIES[BEST].acts))


def test_a_step_leaves_the_state_before_it_as_it_was() -> None:
    world_ = of("tins", [1])
    before = start(world_)
    kept = fingerprint(before)
    for number in range(len(ACTS)):
        step(world_, before, np.array([number]))
    assert fingerprint(before) == kept


def test_after_the_last_step_there_is_none() -> None:
    world_ = of("teacup", [1])
    with pytest.raises(IndexError, match="24 steps"):
        step(world_, played(world_, POLICIES["nothing"].acts), np.array([0]))


# ---------------------------------------------------------------- what actions do


def test_asked_early_means_known_early() -> None:
    world_ = of("tins")
    asked = after(world_, ask=0).known_at
    late = after(world_, ask=20).known_at
    never = after(world_, wait=0).known_at
    assert np.median(asked) + 15 < np.median(late) < np.median(never)
    assert (asked <= never).all()


def test_a_holding_statement_stops_more_while_volume_rises_and_wears_off() -> None:
    world_ = of("tins")
    early, late = after(world_, hold=14).soft, after(world_, hold=50).soft
    assert early.mean() > 1.5 * late.mean()
    worn = after(world_, hold=14, wait=30)
    assert (worn.soft < early / 2).all()


def test_a_promise_is_kept_by_the_next_word_and_else_it_costs() -> None:
    world_ = of("tins")
    kept, broken = after(world_, hold=4, public=14), after(world_, hold=4, wait=20)
    assert kept.broken.sum() == 0
    assert (broken.broken == 1).all()


def test_an_apology_before_the_facts_is_taken_back_only_where_the_fault_is_not_ours() -> None:
    state = played(world_ := of("rumour"), logged({0: "apologise", 1: "ask"}))
    assert ((state.taken_back > 0) == ~world_.ours).all()
    assert (~world_.ours).mean() > 0.7


def test_the_same_apology_helps_in_one_crisis_and_harms_in_another() -> None:
    for name, ours in (("staff", True), ("rumour", False)):
        world_ = of(name)
        sorry, proof = (scored(world_, partial(as_soon_as_known, act)).whole for act in ("apologise", "correct"))
        right, wrong = (sorry, proof) if ours else (proof, sorry)
        alike = world_.ours == ours
        assert (right[alike] > wrong[alike]).mean() > 0.95


def as_soon_as_known(act: Act, world_: World, state: State) -> Ints:
    return first_wish(world_, state, [(act, state.known), ("ask", ~state.known)])


def test_correcting_needs_proof_and_closing_needs_an_end() -> None:
    world_ = of("tins", [1])
    for act in ("correct", "close"):
        assert not allowed(world_, start(world_))[0, NUMBER[act]]
        assert why_not(world_, start(world_), act)
    assert why_not(world_, start(world_), "hold") is None


def test_what_cannot_be_done_is_waiting() -> None:
    world_ = of("tins", [1])
    tried = step(world_, start(world_), np.array([NUMBER["correct"]]))
    waited = step(world_, start(world_), np.array([NUMBER["wait"]]))
    assert fingerprint(tried) == fingerprint(waited)


def test_deleting_is_noticed_about_as_often_as_assumed_and_brings_a_journalist() -> None:
    world_ = of("tins", range(1000))
    state = after(world_, delete=4)
    assert state.seen.mean() == pytest.approx(effects().deletion_seen, abs=0.05)
    assert (state.inquiries[state.seen > 0] >= 1).all()
    assert state.standing[state.seen > 0].mean() + 8 < state.standing[state.seen == 0].mean()


def test_a_scheduled_post_goes_out_unless_it_is_paused() -> None:
    world_ = of("tins", [1, 2, 3])
    at = world_.scenario.scheduled
    assert (after(world_, wait=at).cheered == 1).all()
    assert (after(world_, pause=3, wait=at).cheered == 0).all()


def test_journalists_write_without_us_unless_somebody_may_speak_and_has_spoken() -> None:
    world_ = of("rumour")
    silent = played(world_, POLICIES["nothing"].acts)
    alone = played(world_, logged({4: "escalate"}))
    spoken = played(world_, logged({4: "escalate", 5: "hold"}))
    assert silent.unheard.mean() > 1
    assert alone.unheard.mean() > 1
    assert spoken.unheard.sum() == 0


def test_nobody_is_at_the_desk_at_night_unless_it_was_handed_over() -> None:
    world_ = of("tins", [1])
    alone, handed = after(world_, wait=64), after(world_, hand_over=34, wait=64)
    assert not alone.staffed[0]
    assert not allowed(world_, alone)[0, 1:].any()
    assert handed.staffed[0]


def test_a_company_of_one_cannot_hand_over_and_one_of_none_plays_all_the_same() -> None:
    scenario = scenarios()["teacup"]
    card = sample_card()
    one = card.model_copy(update={"people": card.people[:1]})
    none = Company(name="x", accounts=card.accounts)
    lonely = world(scenario, [1], roster_of(one, scenario))
    assert why_not(lonely, start(lonely), "hand_over")
    assert why_not(lonely, start(lonely), "ask") is None
    assert played(world(scenario, [1], roster_of(none, scenario)), POLICIES[BEST].acts).step == scenario.steps


def test_answering_a_trifle_in_public_makes_it_larger() -> None:
    world_ = of("teacup")
    left, fed = played(world_, POLICIES["nothing"].acts), played(world_, POLICIES["eager"].acts)
    assert fed.total.mean() > 2 * left.total.mean()
    assert (
        scored(world_, POLICIES["nothing"].acts).whole.mean() > scored(world_, POLICIES["eager"].acts).whole.mean() + 5
    )


# ---------------------------------------------------------------- policies


def test_the_sensible_plan_beats_every_script_in_every_crisis(table: dict[str, dict[str, float]]) -> None:
    for name, scores in table.items():
        for policy in ("script", "apologetic", "eager", "deleting"):
            assert scores[BEST] > scores[policy] + 5, (name, policy)
        assert all(scores[BEST] >= score - CLOSE for score in scores.values()), name


def test_a_holding_statement_is_worth_something_where_facts_take_hours_and_nothing_where_they_take_one(
    table: dict[str, dict[str, float]],
) -> None:
    gained = {name: scores[BEST] - scores["patient"] for name, scores in table.items()}
    assert gained["rumour"] > 1
    assert abs(gained["queue"]) < CLOSE


def test_doing_nothing_is_near_the_best_in_a_teacup_and_far_from_it_elsewhere(
    table: dict[str, dict[str, float]],
) -> None:
    assert table["teacup"][BEST] - table["teacup"]["nothing"] < 5
    for name in set(table) - {"teacup"}:
        assert table[name][BEST] > table[name]["nothing"] + 20


def test_a_script_that_does_well_in_one_crisis_does_badly_in_another(table: dict[str, dict[str, float]]) -> None:
    behind = {name: scores[BEST] - scores["script"] for name, scores in table.items()}
    assert max(behind.values()) > 1.5 * min(behind.values())


def test_speaking_late_costs_even_within_24_hours(table: dict[str, dict[str, float]]) -> None:
    for name in ("tins", "rumour", "staff"):
        assert table[name][BEST] > table[name]["late"] + 8


def test_no_policy_sees_facts_before_they_are_known() -> None:
    """Turn the truth around, and a policy does the same until the facts come in."""
    world_ = of("tins")
    other = replace(world_, ours=~world_.ours)
    for way in POLICIES.values():
        one, two = start(world_), start(other)
        while not one.known.any():
            acts = way.acts(world_, one), way.acts(other, two)
            assert np.array_equal(*acts)
            one, two = step(world_, one, acts[0]), step(other, two, acts[1])


def test_sensitivity_tells_a_lead_for_each_assumption_halved_and_doubled() -> None:
    rows = sensitivity(["teacup"], (BEST, "eager"), range(20), ("attention", "size"))
    assert set(rows["factor"]) == {0.5, 2.0}
    assert list(zip(rows["figure"], rows["factor"], strict=True)) == [
        ("attention", 0.5), ("attention", 2.0), ("size", 0.5), ("size", 2.0),
    ]  # fmt: skip
    assert set(assumed()) > set(EFFECTS) - {"late_share"}
    doubled, halved = (
        rows[(rows["figure"] == "attention") & (rows["factor"] == factor)]["lead"].item() for factor in (2, 0.5)
    )
    assert doubled > halved


def test_everything_is_said_in_both_languages() -> None:
    texts = [each for saying in SAID.values() for each in saying]
    texts += [said for said, _ in effects_said().values()]
    texts += [getattr(each, name) for each in scenarios().values() for name in ("name", "story", "ours_found")]
    assert all(text.in_language(each) for text in texts for each in LANGUAGES)
    assert set(SAID) == set(ACTS)
