import os
from datetime import date
from pathlib import Path

import pytest

from playbook.company import Account, Company
from playbook.crisis.plan import CrisisPlan
from playbook.facts import sample_facts
from playbook.governance.model_plan import sound_plan as governance
from playbook.handbook.held import PLANS, held
from playbook.plans import PlanError
from playbook.posts import write_posts
from playbook.timing.plan import Slot, TimingPlan

from .whole import saved, whole

TIMING = TimingPlan(slots=[Slot(account="store", day=2, hour=15)])


def test_all_plans_of_a_folder_are_held_in_the_order_of_the_outline(tmp_path: Path) -> None:
    known = held(saved(tmp_path))
    assert list(known.written) == list(PLANS)
    assert known.facts is sample_facts()


def test_an_empty_folder_holds_no_plan_and_no_date(tmp_path: Path) -> None:
    known = held(tmp_path)
    assert (known.written, known.unreadable, known.newest, known.findings) == ({}, {}, None, {})


def test_each_plan_is_reviewed_by_its_own_system(tmp_path: Path) -> None:
    at_night = TimingPlan(slots=[Slot(account="store", day=2, hour=3)])
    known = held(saved(tmp_path, at_night, whole()["crisis"]))
    assert {system: bool(found) for system, found in known.findings.items()} == {"timing": True, "crisis": False}
    assert {each.rule.partition(".")[0] for each in known.findings["timing"]} == {"timing"}


def test_a_plan_in_which_nothing_is_decided_counts_as_none(tmp_path: Path) -> None:
    known = held(saved(tmp_path, CrisisPlan(), TIMING))
    assert known.plan(CrisisPlan) is None
    assert known.plan(TimingPlan) == TIMING


def test_a_damaged_plan_stays_as_it_was_and_is_named_while_the_others_are_held(tmp_path: Path) -> None:
    damaged = saved(tmp_path, TIMING) / "plans" / "crisis.json"
    for content in (b'{"format": 1, "levels": 5}', b"\xff\xfe", b"[" * 100_000, b"null"):
        damaged.write_bytes(content)
        known = held(tmp_path)
        assert isinstance(known.plans["crisis"], PlanError)
        assert str(damaged) in str(known.unreadable["crisis"])
        assert list(known.written) == ["timing"]
        assert damaged.read_bytes() == content
        assert sorted(path.name for path in damaged.parent.iterdir()) == ["crisis.json", "timing.json"]


def test_the_card_of_the_folder_is_the_one_reviews_see(tmp_path: Path) -> None:
    card = Company(name="别家", accounts=[Account(id="store", name="别家店")])
    assert held(saved(tmp_path, card)).facts.company == card
    (tmp_path / "plans" / "company.json").write_text("{}")
    known = held(tmp_path)
    assert known.facts.company == sample_facts().company
    assert list(known.unreadable) == ["company"]


def test_a_folder_with_posts_of_its_own_is_not_the_sample_company(tmp_path: Path) -> None:
    posts = sample_facts().posts
    (tmp_path / "posts.csv").write_text(write_posts(posts[posts["account"] == "store"].head(50)), "utf-8")
    known = held(tmp_path)
    assert not known.facts.invented
    assert [each.id for each in known.facts.company.accounts] == ["store"]
    assert known.facts.register is None


def test_governance_is_reviewed_beside_the_plan_of_timing(tmp_path: Path) -> None:
    sound = governance()
    late = sound.model_copy(update={"workflow": sound.workflow.model_copy(update={"ahead": 1})})
    at_night = TimingPlan(slots=[Slot(account="store", day=7, hour=4)])
    alone, beside = (held(saved(tmp_path, late, *more)).findings["governance"] for more in ([], [at_night]))
    assert not any("周日 4 点" in each.what.zh for each in alone)
    assert any("周日 4 点" in each.what.zh for each in beside)


def test_the_newest_plan_gives_the_date_in_shanghai(tmp_path: Path) -> None:
    saved(tmp_path)
    for path in (tmp_path / "plans").iterdir():
        os.utime(path, (0, 0))
    os.utime(tmp_path / "plans" / "crisis.json", (1767200400, 1767200400))  # 2025-12-31 17:00 UTC
    assert held(tmp_path).newest == date(2026, 1, 1)


def test_without_a_folder_it_is_the_company_that_pages_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    saved(tmp_path, TIMING)
    assert held().plan(TimingPlan) == TIMING
    posts = sample_facts().posts
    own = saved(tmp_path / "own", TIMING.model_copy(update={"minutes_a_post": 90}))
    (own / "posts.csv").write_text(write_posts(posts[posts["account"] == "store"].head(50)), "utf-8")
    found = held().plan(TimingPlan)
    assert found is not None
    assert found.minutes_a_post == 90
