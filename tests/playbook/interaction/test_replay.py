"""The inbox replayed: a case by hand, the duty of the card, and what a change of the rules changes."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.company import Account, Company, Person, Shift
from playbook.facts import Facts, sample_facts
from playbook.interaction.desk import Waiting, worked_off
from playbook.interaction.plan import Handling, InteractionPlan
from playbook.interaction.replay import DAY, duty_spans, replay

from .sound import handling, replies

FACTS = sample_facts()
MONDAY = pd.Timestamp("2025-10-13", tz="Asia/Shanghai")


def waiting(row: int, arrived: float, deadline: float, minutes: float, only: str = "") -> Waiting:
    return Waiting(arrived, deadline, row, minutes, only, "question")


def inbox(*moments: str, kind: str = "question") -> Facts:
    """An inbox of such moments of a Monday ("HH:MM"), with a person from 9 to 12 and one from 14 to 16."""
    rows = [
        {"id": f"c{row}", "at": MONDAY + pd.Timedelta(f"{moment}:00"), "kind": kind}
        for row, moment in enumerate(moments)
    ]
    company = Company(
        name="甲",
        accounts=[Account(id="甲", name="甲")],
        people=[
            Person(id="early", name="早", duty=[Shift(days=[1], start=9, end=12)]),
            Person(id="late", name="晚", duty=[Shift(days=[1], start=14, end=16)]),
        ],
    )
    table = pd.DataFrame(rows).astype({"id": "string", "kind": "string"})
    return replace(FACTS, company=company, comments=table)


def outcomes(facts: Facts, **rule: object) -> list[str]:
    played = replay(InteractionPlan(triage=[handling("question", **rule)]), facts)
    assert played
    return played.items["outcome"].to_list()


def test_what_is_due_first_is_taken_first_and_nobody_does_two_things_at_once() -> None:
    work = [waiting(0, 0, 500, 10), waiting(1, 1, 100, 10), waiting(2, 2, 50, 10)]
    assert worked_off(work, {"a": [(0, 60)]}, 60) == {0: (10, "a"), 2: (20, "a"), 1: (30, "a")}


def test_two_people_share_the_queue_but_what_is_for_one_of_them_waits_for_that_one() -> None:
    work = [waiting(0, 0, 10, 10, "b"), waiting(1, 0, 20, 10, "b"), waiting(2, 0, 30, 10)]
    assert worked_off(work, {"a": [(0, 60)], "b": [(0, 60)]}, 60) == {2: (10, "a"), 0: (10, "b"), 1: (20, "b")}


def test_an_answer_begun_is_finished_after_the_shift_and_none_is_begun_then() -> None:
    work = [waiting(0, 0, 10, 40), waiting(1, 0, 20, 40), waiting(2, 0, 30, 40)]
    assert worked_off(work, {"a": [(0, 60), (100, 110)]}, 200) == {0: (40, "a"), 1: (80, "a"), 2: (140, "a")}


def test_what_nobody_comes_to_before_the_end_has_no_answer() -> None:
    assert worked_off([waiting(0, 70, 90, 5)], {"a": [(0, 60)]}, 200) == {}
    assert worked_off([waiting(0, 0, 90, 5)], {}, 200) == {}


def test_shifts_of_one_person_that_touch_are_one_and_fall_on_their_weekdays() -> None:
    person = Person(id="a", name="a", duty=[Shift(days=[1, 3], start=9, end=12), Shift(days=[1], start=12, end=14)])
    company = Company(name="甲", accounts=[Account(id="甲", name="甲")], people=[person])
    assert duty_spans(company, 0, 3)["a"] == [(540, 840), (2 * DAY + 540, 2 * DAY + 720)]
    assert duty_spans(company, 1, 7)["a"] == [(DAY + 540, DAY + 720), (6 * DAY + 540, 6 * DAY + 840)]


def test_by_the_clock_a_message_of_the_night_is_late_and_by_the_time_on_duty_it_is_not() -> None:
    facts = inbox("06:00", "09:30", "12:30", "17:00")
    assert outcomes(facts, within=30, clock="always") == ["late", "in_time", "late", "never"]
    assert outcomes(facts, within=30, clock="on_duty") == ["in_time", "in_time", "in_time", "never"]


def test_a_message_for_somebody_who_comes_later_waits_for_them() -> None:
    facts = inbox("09:30")
    assert outcomes(facts, within=120, clock="always", answered_by="early") == ["in_time"]
    assert outcomes(facts, within=120, clock="always", answered_by="late") == ["late"]


def test_what_goes_to_a_desk_outside_is_handed_on_by_whoever_is_on_duty() -> None:
    played = replay(InteractionPlan(triage=[handling("question", answered_by="媒体联络", within=10)]), inbox("09:30"))
    assert played
    assert played.items["waited"].to_list() == [2.0]
    assert played.items["by"].to_list() == ["early"]


def test_what_is_left_alone_or_not_settled_takes_no_time() -> None:
    facts = inbox("09:30")
    for rules, told in (
        ([Handling(kind="question", where="none")], "left_alone"),
        ([Handling(kind="question", where="public")], "undecided"),
        ([handling("praise")], "undecided"),
    ):
        played = replay(InteractionPlan(triage=rules), facts)
        assert played
        assert played.items["outcome"].to_list() == [told]
        assert played.load.to_numpy().sum() == 0


def test_everything_that_came_has_one_outcome_and_the_load_is_what_the_answers_took() -> None:
    played = replay(replies(), FACTS)
    assert played
    assert FACTS.comments is not None
    table = played.by_kind
    assert table["came"].sum() == len(FACTS.comments)
    counts = table[["in_time", "late", "never", "left_alone", "undecided"]]
    assert (counts.sum(axis=1) == table["came"]).all()
    answered = played.items[np.isfinite(played.items["waited"])]
    assert (answered["by"] != "").all()
    assert (played.load.sum(axis=1) <= played.duty + 60).all()
    assert table["left_alone"].to_dict()["troll"] == table["came"].to_dict()["troll"] > 0


def test_nobody_works_outside_the_hours_of_the_card() -> None:
    played = replay(replies(), FACTS)
    assert played
    assert played.load.loc["xiaoman", [*range(9), *range(18, 24)]].sum() == 0
    assert played.load.loc["shen", list(range(13))].sum() == 0


def test_more_time_never_makes_more_of_a_kind_late() -> None:
    held: list[int] = []
    for within in (15, 60, 240, 1440):
        played = replay(replies(question={"within": within, "clock": "always"}), FACTS)
        assert played
        held.append(int(played.by_kind["in_time"].to_dict()["question"]))
    assert held == sorted(held)
    assert held[0] < held[-1]


def test_the_same_rules_give_the_same_replay_and_other_kinds_another() -> None:
    first, second = replay(replies(), FACTS), replay(replies(), FACTS)
    assert first
    assert second
    pd.testing.assert_frame_equal(first.items, second.items)
    assert FACTS.comments is not None
    filed = pd.Series("small_talk", index=FACTS.comments["id"], dtype="string")
    other = replay(replies(), FACTS, filed)
    assert other
    assert other.by_kind["came"].to_dict() == {"small_talk": len(FACTS.comments)}


def test_the_misses_begin_with_those_who_waited_longest() -> None:
    played = replay(replies(question={"answered_by": "tao", "within": 30, "clock": "always"}), FACTS)
    assert played
    assert played.misses["waited"].is_monotonic_decreasing
    assert set(played.misses["outcome"]) <= {"late", "never"}


@pytest.mark.parametrize("comments", [None, FACTS.comments.head(0) if FACTS.comments is not None else None])
def test_without_an_inbox_there_is_no_replay(comments: pd.DataFrame | None) -> None:
    assert replay(replies(), replace(FACTS, comments=comments)) is None


def test_a_card_with_nobody_on_duty_answers_nothing() -> None:
    nobody = FACTS.company.model_copy(update={"people": []})
    played = replay(replies(), replace(FACTS, company=nobody))
    assert played
    assert set(played.items["outcome"]) == {"never", "left_alone"}
