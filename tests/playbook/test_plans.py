from pathlib import Path

import pytest

from playbook.company import Company
from playbook.facts import company
from playbook.plans import PlanError, load, plan_file, read_plan, save
from playbook.sample.card import sample_card
from playbook.timing.plan import Slot, TimingPlan

PLAN = TimingPlan(slots=[Slot(account="shop", day=1, hour=21)], why={"shop": "晚上有人看。"})


def test_a_plan_opens_as_it_was_saved(work: Path) -> None:
    save(PLAN)
    assert (work / "plans" / "timing.json").is_file()
    assert load(TimingPlan, TimingPlan) == PLAN


def test_without_a_saved_plan_a_fresh_one_opens(work: Path) -> None:
    assert load(TimingPlan, TimingPlan) == TimingPlan()
    assert not (work / "plans").exists()


@pytest.mark.parametrize("content", ['{"slots": [', "[]", '{"slots": [{"account": "a", "day": 9, "hour": 1}]}', "\x00"])
def test_a_damaged_plan_is_kept_under_another_name(work: Path, content: str) -> None:
    save(PLAN)
    plan_file(TimingPlan).write_text(content, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load(TimingPlan, TimingPlan)
    aside = work / "plans" / "timing.damaged-1.json"
    assert aside.read_text(encoding="utf-8") == content
    assert aside.name in caught.value.args[0].zh
    assert load(TimingPlan, TimingPlan) == TimingPlan()


def test_a_failed_save_leaves_the_old_plan(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(PLAN)
    before = plan_file(TimingPlan).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("playbook.places.os.fsync", full)
    with pytest.raises(OSError, match="space"):
        save(TimingPlan())
    assert plan_file(TimingPlan).read_bytes() == before
    assert [path.name for path in (work / "plans").iterdir()] == ["timing.json"]


def test_a_plan_of_another_shape_names_the_place() -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(TimingPlan, {"slots": [{"account": "a", "day": 1, "hour": 25}]})
    assert "slots/0/hour" in caught.value.args[0].en
    assert "25" in caught.value.args[0].zh


def test_the_same_slot_twice_is_refused() -> None:
    slot = Slot(account="a", day=1, hour=1)
    with pytest.raises(ValueError, match="twice"):
        TimingPlan(slots=[slot, slot])


def test_the_card_knows_who_is_on_duty() -> None:
    card = sample_card()
    assert [person.id for person in card.on_duty(1, 14)] == ["xiaoman", "shen"]
    assert card.on_duty(6, 21) == []
    assert card.on_duty(1, 22) == [], "a shift until 22 ends as the clock strikes"


def test_the_own_card_takes_the_place_of_the_samples(work: Path) -> None:
    save(Company(name="自家", accounts=list(sample_card().accounts)))
    assert company().name == "自家"
    assert (work / "plans" / "company.json").is_file()


def test_a_shift_that_ends_before_it_begins_is_refused() -> None:
    card = sample_card().model_dump(mode="json")
    card["people"][0]["duty"][0] |= {"start": 18, "end": 9}
    with pytest.raises(PlanError) as caught:
        read_plan(Company, card)
    assert "people/0/duty/0" in caught.value.args[0].en
