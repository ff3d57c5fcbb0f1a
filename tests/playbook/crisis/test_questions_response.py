from playbook.crisis import questions_response as asked
from playbook.crisis import tables_drill
from playbook.crisis.responding import Sign
from playbook.facts import sample_facts

FACTS = sample_facts()


def test_the_draft_that_can_go_out_is_the_one_in_which_nothing_is_found() -> None:
    assert asked.sendable(FACTS) == "second"


def test_one_report_of_harm_is_graver_than_many_jokes() -> None:
    told: dict[str, Sign] = {"joke": "rumour", "queue": "service", "ill": "health"}
    assert asked.grave_alone(FACTS, told) == "ill"


def test_a_first_word_is_worth_little_in_the_drill_where_one_asks_at_once() -> None:
    assert asked.hold_matters(FACTS, ["tins", "teacup"]) == "little"


def test_what_the_questions_read_off_a_drill_stands_in_its_timeline() -> None:
    shown = tables_drill.timeline(FACTS)
    told = list(zip([int(each) for each in shown.index], shown.iloc[:, 1], strict=True))
    assert asked.known_at(FACTS) in {minute for minute, what in told if what.startswith("查清了")}
    left = next(minute for minute, what in told if "桌前没有人" in what)
    came = next(minute for minute, what in told if "坐到了桌前" in what and minute > left)
    assert asked.nobody_for(FACTS) == came - left
    assert asked.minute_of(FACTS, "escalate") in {minute for minute, what in told if what == "上报"}
    assert asked.never_done(FACTS, ["ask", "pause", "escalate"]) == "ask"


def test_what_was_never_done_has_no_minute() -> None:
    assert asked.minute_of(FACTS, "delete") == -1
