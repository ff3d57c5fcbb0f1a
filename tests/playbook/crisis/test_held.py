import pytest

from playbook.conflicts import conflicts
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.review import review
from playbook.facts import sample_facts

FACTS = sample_facts()
TOPICS = {each.id: list(each.positions) for each in conflicts().values() if each.system == "crisis"}


def held(topic: str, position: str, **change: object) -> dict[str, str]:
    stance = {topic: {"position": position}}
    plan = sound_plan({"stances": stance} | {path.replace("__", "."): value for path, value in change.items()})
    return {each.rule.removeprefix("crisis."): each.what.en for each in review(plan, FACTS)}


@pytest.mark.parametrize(("topic", "position"), [(topic, each) for topic, every in TOPICS.items() for each in every])
def test_every_position_can_be_reviewed_on_a_full_and_an_empty_plan(topic: str, position: str) -> None:
    held(topic, position)
    empty = CrisisPlan.model_validate({"stances": {topic: {"position": position}}})
    assert {each.rule for each in review(empty, FACTS)} <= {"crisis.formula-against-data"}


def test_one_communication_binds_whoever_decided_on_it() -> None:
    assert "first word and more" in held("crisis-response-time", "one_word")["one-communication"]
    assert "one-communication" not in held("crisis-response-time", "rising")


def test_whoever_says_everything_at_once_need_not_promise_the_next_word() -> None:
    assert "next-word-promised" not in held("crisis-response-time", "one_word", levels__2__next_word=0)
    assert "next-word-promised" in held("crisis-response-time", "rising", levels__2__next_word=0)


def test_as_soon_as_can_be_is_not_three_hours() -> None:
    assert "level 2" in held("crisis-response-time", "shortest")["micro-pr-communication"]


def test_the_24_hours_are_held_against_our_own_crisis() -> None:
    assert "somebody else’s formula" in held("crisis-response-time", "within_24")["formula-against-data"]


def test_a_first_word_while_it_rises_needs_a_holding_statement() -> None:
    found = held("crisis-response-time", "rising", statements__0__kind="fact")
    assert "no holding statement" in found["first-word-while-rising"]


def test_who_is_in_charge_is_who_the_plan_names() -> None:
    assert "nobody on duty" in held("crisis-owner", "specialist", roles__0__who="老岚")["front-line"]
    assert "fewer than two" in held("crisis-owner", "system", outlets=["weibo"])["multi-channel-pr"]
