"""The room as an object: what it sends, what it shows, and that nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.crisis import room as module
from playbook.crisis.drill.actions import ACTS, NO_ONE
from playbook.crisis.drill.log import Log, fingerprint, replay
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill_planner import DrillPlanner, play_drill
from playbook.crisis.drill_words import KEYS, NO_COUNT_YET, PEOPLE, ROOM, WAITING
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.planner import plan_response
from playbook.crisis.questions_drill import first_log
from playbook.facts import sample_facts
from playbook.planners import Asked, Desk
from playbook.plans import load, save

SOURCE = Path(module.__file__).with_suffix(".js").read_text(encoding="utf-8")
STYLE = Path(module.__file__).with_suffix(".css").read_text(encoding="utf-8")


def opened(scenario: str = "teacup") -> DrillPlanner:
    planner = play_drill(sample_facts(), scenario)
    assert isinstance(planner, DrillPlanner)
    return planner


def send(planner: DrillPlanner, *acts: str, said: object = "") -> None:
    for act in acts:
        planner.room._hear(None, {"kind": "act", "act": act, "said": said}, [])


def saved() -> Log:
    def missing() -> Log:
        raise AssertionError("nothing is saved")

    return load(Log, missing)


@pytest.mark.usefixtures("reader")
def test_an_action_takes_a_quarter_of_an_hour_and_is_saved(work: Path) -> None:
    planner = opened()
    send(planner, "ask", "wait")
    send(planner, "hold", said="  在查，16 点再说  ")
    assert planner.room.step == 3
    assert [(each.step, each.action, each.said) for each in saved().acts] == [
        (0, "ask", ""),
        (2, "hold", "在查，16 点再说"),
    ]
    assert "15:45" in planner.room.clock
    assert (work / "plans" / "drill.json").is_file()


@pytest.mark.usefixtures("work")
def test_a_drill_goes_on_where_it_was_left() -> None:
    planner = opened()
    send(planner, "ask", "pause", "wait", "private", "wait")
    again = opened("tins")  # a drill that lies there goes on, whatever a page would begin with
    for name in ("clock", "series", "items", "panel", "cards", "journal"):
        assert getattr(again.room, name) == getattr(planner.room, name), name


@pytest.mark.usefixtures("work")
def test_played_step_by_step_it_ends_as_its_log_replays() -> None:
    planner = opened()
    send(planner, "ask", "hold", "private", *["wait"] * 30)
    assert planner.plan.over
    assert planner.room.over
    assert fingerprint(planner._course.last) == fingerprint(replay(saved())[1])
    assert planner._report.value
    send(planner, "hold")
    assert planner.plan.played == scenarios()["teacup"].steps


@pytest.mark.parametrize(
    "message",
    [
        None, 5, {}, {"kind": "act"}, {"kind": "act", "act": "shout"}, {"kind": "act", "act": ["ask"]},
        {"kind": "step"}, {"act": "ask"},
    ],
)  # fmt: skip
@pytest.mark.usefixtures("work")
def test_a_message_of_any_other_form_changes_nothing(message: object) -> None:
    planner = opened()
    planner.room._hear(None, message, [])
    assert planner.plan.played == 0


@pytest.mark.usefixtures("work")
def test_words_that_are_no_text_are_left_out_and_long_ones_cut() -> None:
    planner = opened()
    send(planner, "ask", said={"a": 1})
    send(planner, "hold", said="长" * 5000)
    assert [len(each.said) for each in saved().acts] == [0, 600]


@pytest.mark.usefixtures("work")
def test_what_cannot_be_done_says_why_and_takes_no_time() -> None:
    planner = opened()
    send(planner, "correct")
    assert planner.plan.played == 0
    card = next(each for each in planner.room.cards if each[1] == "correct")
    assert planner.room.done == card[4] != ""


@pytest.mark.usefixtures("work")
def test_no_line_comes_back_within_two_hours_and_nobody_speaks_twice_at_once() -> None:
    planner = opened("tins")
    send(planner, *["wait"] * 60)
    last: dict[str, int] = {}
    spoken: set[tuple[str, str]] = set()
    for head, text, _, grave in reversed(planner.room.items):
        at, _, *author = head.split(" · ")
        hours, minutes = map(int, at.split(":"))
        now = (hours - 10) % 24 * 4 + minutes // 15
        assert grave or now - last.get(text, -8) >= 8
        last[text] = now
        assert not author or (at, author[0]) not in spoken
        spoken |= {(at, name) for name in author}
    assert len(spoken) > 10


@pytest.mark.usefixtures("work")
def test_before_the_first_quarter_of_an_hour_nothing_is_counted() -> None:
    planner = opened("tins")
    assert str(NO_COUNT_YET) in [value for _, value, _ in planner.room.panel]
    send(planner, "wait")
    assert str(NO_COUNT_YET) not in [value for _, value, _ in planner.room.panel]


@pytest.mark.usefixtures("work")
def test_nobody_waits_by_the_panel_when_the_card_says_that_nobody_does() -> None:
    planner, compared = opened("tins"), 0
    for _ in range(60):
        waiting = next(value for name, value, _ in planner.room.panel if name == str(WAITING))
        why = next(each[4] for each in planner.room.cards if each[1] == "private")
        if planner.room.panel and why != str(NO_ONE[1]):
            assert (waiting == str(PEOPLE.format(count=0))) == bool(why)
            compared += 1
        send(planner, "wait" if why else "private")
    assert compared > 0


@pytest.mark.usefixtures("work")
def test_grave_news_stops_the_clock_and_waiting_does_not() -> None:
    planner = opened("tins")
    before = planner.room.alert
    send(planner, "wait")
    assert planner.room.alert == before
    while not planner._course.last.known[0]:
        send(planner, "ask" if planner.plan.played == 1 else "wait")
    assert planner.room.alert > before
    assert planner.room.panel[0][1] in planner.room.done


@pytest.mark.usefixtures("work")
def test_starting_again_has_other_luck_and_the_former_drill_comes_back() -> None:
    planner = opened()
    send(planner, "ask", "wait")
    before = planner.plan
    planner.room._hear(None, {"kind": "again"}, [])
    assert (planner.plan.played, planner.plan.seed) == (0, before.seed + 1)
    assert planner.room.undoable
    planner.room._hear(None, {"kind": "undo"}, [])
    assert planner.plan == before


@pytest.mark.usefixtures("work")
def test_another_crisis_is_chosen_from_the_list() -> None:
    planner = opened()
    planner.which.value = "staff"
    assert planner.plan.scenario == saved().scenario == "staff"
    assert str(scenarios()["staff"].story) in planner._story.value


def test_in_an_exercise_the_crisis_and_its_luck_are_given() -> None:
    known = sample_facts()
    kept: list[Log] = []
    begun = first_log(known, "teacup")
    planner = DrillPlanner(Desk(begun, kept.append), known, Asked(("flagship",), 24))
    assert planner.which not in planner.children
    send(planner, "ask")
    planner.room._hear(None, {"kind": "again"}, [])
    assert kept[-1] == begun


def test_a_log_that_cannot_be_gives_way_and_it_is_said() -> None:
    known = sample_facts()
    begun = first_log(known, "teacup")
    wrong = Log.model_validate(begun.model_dump() | {"played": 2, "acts": [{"step": 0, "action": "correct"}]})
    planner = DrillPlanner(Desk(wrong, lambda _: None), known)
    assert planner.plan == begun
    assert "planner-notice" in planner.children[0].value


@pytest.mark.usefixtures("work")
def test_a_statement_drafted_in_the_plan_goes_out_where_nothing_else_is_written() -> None:
    save(sound_plan())
    planner = opened("tins")
    send(planner, "hold")
    assert saved().acts[0].said == sound_plan().drafted("holding")[0].text


@pytest.mark.usefixtures("work")
def test_an_english_reader_gets_a_gloss_beside_the_words(reader: str) -> None:
    planner = opened("tins")
    send(planner, *["wait"] * 12)
    assert planner.room.items
    assert all(bool(gloss) == (reader == "en") for _, _, gloss, _ in planner.room.items)
    assert all(re.search("[\u4e00-\u9fff]", text) for _, text, _, _ in planner.room.items)


def test_every_action_has_a_key_of_its_own_and_waiting_needs_none() -> None:
    assert len({key for key, _ in KEYS}) == len(KEYS)
    assert {act for _, act in KEYS} == set(ACTS) - {"wait"}


def test_the_browser_has_no_words_of_its_own_and_every_word_is_used() -> None:
    code = re.sub(r"//.*", "", SOURCE)
    assert not re.search("[\u4e00-\u9fff]", code)
    for key in ROOM:
        assert key in code, key


def test_every_class_the_browser_sets_is_styled_or_told_apart() -> None:
    for name in set(re.findall(r"\.(room-[a-z-]+)", STYLE)):
        stem = name.rsplit("-", 1)[0] + "-"
        assert name in SOURCE or stem in SOURCE, name


def test_the_clock_sends_nothing_but_waiting() -> None:
    timers = re.findall(r"setTimeout\((.+?), PACE", SOURCE)
    assert timers == ['() => this.act("wait")']


@pytest.mark.usefixtures("work")
def test_a_plan_changed_on_the_same_page_is_the_one_a_drill_is_held_against() -> None:
    planner = opened("teacup")
    send(planner, "hold")
    assert saved().acts[0].said == ""
    plan_response(sample_facts())._desk.take(sound_plan())
    send(planner, "wait", "hold", *["wait"] * 30)
    assert saved().acts[1].said == sound_plan().drafted("holding")[0].text
    assert "✗" in planner._report.value
    plan_response(sample_facts())._desk.take(CrisisPlan())
    assert "✗" not in planner._report.value


@pytest.mark.usefixtures("work")
def test_the_browser_hears_that_each_message_was_dealt_with_even_one_that_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    planner = opened()
    send(planner, "ask", "correct", "shout")
    planner.room._hear(None, {"kind": "again"}, [])
    assert planner.room.heard == 4
    monkeypatch.setattr(planner.room, "_acting", [lambda *_: 1 / 0])
    with pytest.raises(ZeroDivisionError):
        send(planner, "ask")
    assert planner.room.heard == 5
