from dataclasses import replace

import pytest

from playbook.facts import sample_facts
from playbook.language import LANGUAGES
from playbook.matrix.model_matrix import decided_plan, old_relays, tangled_places
from playbook.matrix.plan import MatrixPlan, Relay
from playbook.matrix.questions import (
    IDEAS,
    LEAST_KEPT,
    added_up,
    already,
    asked_today,
    following_both,
    following_one,
    most_new,
    new_people,
    people_of,
    review_kept,
    strongest_at,
)
from playbook.matrix.relay_questions import (
    HABITS,
    among_many,
    compared,
    hours_relaying,
    minutes_relaying,
    next_step,
    one_by_chance,
    outcome,
    ratio_of,
    relayed,
    review_relays,
    share_shows,
    widest_relay,
)
from playbook.matrix.review import review

FACTS = sample_facts()
UNKNOWN = replace(FACTS, audiences=None)
PAIR = ["shop", "ware"]
FOUR = ["store", "founder", "service", "jobs"]


def found(plan: MatrixPlan, rule: str) -> list[str]:
    return [finding.what.en for finding in review_relays(plan, "", FACTS) if finding.rule == f"matrix.{rule}"]


# ---------------------------------------------------------------- people


def test_people_are_the_followers_added_up_less_those_counted_twice() -> None:
    assert people_of(FACTS, PAIR) == added_up(FACTS, PAIR) - following_both(FACTS, PAIR)
    assert people_of(FACTS, PAIR) == following_one(FACTS, PAIR) + following_both(FACTS, PAIR)


def test_the_four_ways_to_count_a_pair_differ_so_that_each_mistake_is_known() -> None:
    counts = [people_of, added_up, following_both, following_one]
    assert len({each(FACTS, PAIR) for each in counts} | {people_of(FACTS, ["shop"])}) == 5


def test_what_an_account_adds_is_its_followers_less_those_reached_already() -> None:
    beside = ["flagship", "shop"]
    own = added_up(FACTS, ["founder"])
    assert new_people(FACTS, "founder", beside) == round(own * (1 - already(FACTS, "founder", beside)))


def test_neither_followers_nor_the_share_of_new_ones_gives_the_order_of_new_faces() -> None:
    orders = [tuple(most_new(FACTS, FOUR, ["flagship", "shop"], by)) for by in ("new", "followers", "share")]
    assert orders[0] == ("store", "founder", "service", "jobs")
    assert len(set(orders)) == 3


def test_nobody_is_reached_where_who_follows_what_is_not_known() -> None:
    assert people_of(UNKNOWN, PAIR) == added_up(UNKNOWN, PAIR) == following_both(UNKNOWN, PAIR) == 0
    assert already(UNKNOWN, "ware", ["shop"]) == 0


# ---------------------------------------------------------------- what an account is good at, and what is asked today


def test_the_service_account_leads_in_answers_and_the_main_account_does_not() -> None:
    assert strongest_at(FACTS, "service") == "answers"
    assert strongest_at(FACTS, "flagship") != "answers"


@pytest.mark.parametrize(
    ("idea", "asks"),
    [
        ("staff", "say_whose"),
        ("expert", "say_whose"),
        ("fourth", "ask_platform"),
        ("leader", "verify_person"),
        ("open", "fine"),
    ],
)
def test_an_idea_is_held_against_todays_rules(idea: str, asks: str) -> None:
    assert asked_today(FACTS, idea) == asks
    assert idea in IDEAS


# ---------------------------------------------------------------- plans that an exercise asks for


@pytest.mark.parametrize("topic", ["matrix-size-and-roles", "who-relays-whom"])
def test_the_right_plan_passes_in_both_languages_and_differs_in_words_alone(
    topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = []
    for language in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", language)
        plan = decided_plan(sample_facts(), [topic])
        assert set(plan.stances) == {topic}
        assert review_kept(plan, "", FACTS) == review_relays(plan, "", FACTS) == []
        plans.append(plan)
    chinese, english = plans
    assert [each.at for each in chinese.relays] == [each.at for each in english.relays]
    assert [each.account for each in chinese.places] == [each.account for each in english.places]
    assert chinese.places[0].purpose != english.places[0].purpose


def test_a_plan_that_closes_nearly_all_is_sent_back() -> None:
    plan = decided_plan(FACTS, ["matrix-size-and-roles"], relays=False)
    closed = [place.model_copy(update={"fate": "close"}) for place in plan.places]
    few = plan.model_copy(update={"places": closed})
    assert [finding.rule for finding in review_kept(few, "", FACTS)] == ["matrix.fit-company"]
    enough = [*plan.places[:LEAST_KEPT], *closed[LEAST_KEPT:]]
    kept = plan.model_copy(update={"places": [each.model_copy(update={"hand_off": each.account}) for each in enough]})
    assert review_kept(kept, "", FACTS) == []


def test_a_plan_without_the_relays_that_help_is_sent_back() -> None:
    plan = decided_plan(FACTS, ["who-relays-whom"])
    assert review(plan.model_copy(update={"relays": []}), FACTS) == []
    assert len(found(plan.model_copy(update={"relays": []}), "synergy-dimensions")) == 2
    later = [relay.model_copy(update={"when": "later"}) for relay in plan.relays]
    assert len(found(plan.model_copy(update={"relays": later}), "synergy-dimensions")) == 2


def test_the_old_relays_are_all_that_is_wrong_with_sound_accounts() -> None:
    begin = old_relays(FACTS)
    assert {finding.rule for finding in review_relays(begin, "", FACTS)} == {"matrix.relay-adds"}
    assert len(begin.relays) == 8
    assert not begin.stances


def test_the_accounts_of_today_come_without_relays_and_with_the_rest_of_the_tangle() -> None:
    begin = tangled_places(FACTS)
    assert begin.relays == []
    assert len({finding.rule for finding in review_kept(begin, "", FACTS)}) == 9


# ---------------------------------------------------------------- relays


def test_the_hours_of_a_years_relays_are_rounded_and_count_every_account() -> None:
    assert minutes_relaying(FACTS, "class") == 705 * 5
    assert hours_relaying(FACTS, "class") == 59
    assert hours_relaying(FACTS) == 118
    assert hours_relaying(FACTS, "class", each=False) == 12
    assert hours_relaying(FACTS, "class", minutes=90 / 705) == 2  # an hour and a half


def test_what_helps_is_kept_and_what_has_no_room_to_help_is_stopped() -> None:
    assert next_step(FACTS, "flagship", "shop") == "keep"
    assert next_step(FACTS, "flagship", "class") == "stop"


def test_relays_that_are_too_few_to_tell_are_tried_further() -> None:
    assert next_step(FACTS, "store", "shop") == "try"


def test_of_seven_habits_the_one_barely_clear_of_1_does_not_stand_and_the_planted_ones_do() -> None:
    assert compared(FACTS) == 7
    assert one_by_chance(FACTS) == pytest.approx(0.302, abs=0.001)
    assert among_many(FACTS, "founder", "flagship", later=True) == "chance"
    assert among_many(FACTS, "flagship", "shop") == among_many(FACTS, "flagship", "store") == "stands"
    assert among_many(FACTS, "flagship", "class") == "chance"


def test_three_habits_have_a_verdict_each_and_enough_posts() -> None:
    assert [outcome(FACTS, habit) for habit in HABITS] == ["supported", "cannot_tell", "cannot_tell"]
    assert all(relayed(FACTS, habit) >= 20 for habit in HABITS)


def test_a_share_shows_that_relays_work_only_where_a_comparison_says_so() -> None:
    assert share_shows(FACTS, "flagship", "shop") == "works"
    assert share_shows(FACTS, "flagship", "class") == "no_comparison"
    assert ratio_of(FACTS, "flagship", "class") == pytest.approx(1.15, abs=0.005)


def test_new_readers_beat_many_readers_when_somebody_relays_the_main_account() -> None:
    relayers = ["service", "founder", "store", "shop"]
    assert widest_relay(FACTS, "flagship", relayers) == ["shop", "store", "founder", "service"]
    assert widest_relay(FACTS, "flagship", relayers, "followers") == ["shop", "founder", "store", "service"]
    assert widest_relay(FACTS, "flagship", relayers, "backwards") == ["service", "founder", "store", "shop"]


def test_a_relay_that_was_never_tried_may_be_drawn_with_words_of_its_own() -> None:
    plan = decided_plan(FACTS, ["who-relays-whom"])
    more = plan.model_copy(
        update={"relays": [*plan.relays, Relay(by="store", of="flagship", adds="a seat by the window")]}
    )
    assert review_relays(more, "", FACTS) == []
