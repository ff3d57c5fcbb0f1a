import pytest

from playbook.crisis.edits import value_at, with_value
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.watching import several
from playbook.plans import PlanError, load, read_plan, save


def test_a_plan_with_every_field_is_saved_and_opened_as_it_was(work: object) -> None:
    save(sound_plan())
    assert load(CrisisPlan, CrisisPlan) == sound_plan()


def test_a_plan_says_what_it_holds_in_both_languages() -> None:
    said = sound_plan().said()
    assert said.zh == "盯 18 个词；声明稿 5 份；随它去（只看不答）、当天答（180 分钟内）、马上（60 分钟内）"
    assert "words watched: 18" in said.en
    assert CrisisPlan().said().zh == ""


def test_entries_count_words_and_levels() -> None:
    assert sound_plan().entries("shop") == 18 + 3
    assert CrisisPlan().entries("") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"levels": [{"signs": ["weather"]}]},
        {"watch": {"days": [8]}},
        {"alarm": {"window": 0}},
        {"first_hours": [{"act": "panic"}]},
        {"nonsense": 1},
    ],
)
def test_what_a_plan_cannot_hold_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(PlanError):
        read_plan(CrisisPlan, wrong)


def test_a_place_is_read_and_changed_by_its_path() -> None:
    plan = with_value(sound_plan(), "levels.1.first_word", 30)
    assert value_at(plan, "levels.1.first_word") == 30
    assert plan.levels[2] == sound_plan().levels[2]


def test_a_place_that_is_gone_changes_nothing() -> None:
    plan = sound_plan()
    assert with_value(plan, "statements.9.ask", "late") == plan


@pytest.mark.parametrize("line", ["民宿 生日", "民宿、生日", "民宿,生日；民宿", " 民宿\n生日 "])
def test_words_may_be_written_with_any_sign_between_them(line: str) -> None:
    assert several(line) == ["民宿", "生日"]


def test_a_statement_reads_on_in_either_language() -> None:
    assert "受潮。给大家" in sound_plan().statements[0].text
    assert "opened it. We are sorry" in sound_plan(None, "en").statements[0].text
