"""The handbook as it grows on the first page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from classroom.handbook import BUILT, handbook, handbook_folder, state_html
from playbook.facts import sample_facts
from playbook.handbook.build import FILES
from playbook.handbook.held import held
from playbook.handbook.model_queue import content_plan
from playbook.image.model_plan import sound_plan as image_plan
from playbook.own import own_posts_file, show_sample
from playbook.places import write_safely
from playbook.plans import save
from playbook.timing.plan import Slot, TimingPlan

HOSTILE = '<img src=x onerror="alert(1)">'


def words(html: str) -> str:
    """Return what a reader sees of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_learner_who_has_planned_nothing_is_led_to_the_first_lesson_of_every_chapter(work: Path) -> None:
    said = state_html(held())
    assert "一共 11 章，动过笔的 0 章，其中 0 章没有查出问题" in words(said)
    assert "动过笔的：" not in words(said)
    assert said.count("<a href=") == 11
    assert 'href="05_timing/01_find_our_hours.ipynb"' in said


def test_chapters_that_are_written_stand_apart_with_the_issues_open_in_them(work: Path) -> None:
    save(image_plan())
    save(TimingPlan(slots=[Slot(account="shop", day=1, hour=3)]))
    written, missing = words(state_html(held())).split("还没有写的：")
    still_open = len(held().findings["timing"])
    assert still_open > 0
    assert "一共 11 章，动过笔的 2 章，其中 1 章没有查出问题" in written
    assert f"动过笔的：形象、发布时间（{still_open} 个问题没有解决）" in written
    assert "形象" not in missing
    assert "策略" in missing


def test_contradictions_between_plans_are_counted(work: Path) -> None:
    save(TimingPlan(slots=[Slot(account="shop", day=1, hour=10)]))
    save(content_plan(sample_facts()))
    assert re.search(r"这些计划之间有 [1-9]\d* 处矛盾", words(state_html(held())))


def test_a_damaged_plan_is_named_and_stays_as_it_is(work: Path) -> None:
    file = work / "plans" / "crisis.json"
    write_safely(file, "{")
    page = handbook()
    assert str(file) in words(page.children[0].value)
    page.children[1].click()
    assert [each.name for each in file.parent.iterdir()] == ["crisis.json"]
    assert file.read_text("utf-8") == "{"
    assert str(file) in (handbook_folder() / "handbook.html").read_text("utf-8")


def test_the_button_builds_all_four_files_and_says_where_they_lie(work: Path) -> None:
    page = handbook()
    save(image_plan())
    page.children[1].click()
    state, said = (words(page.children[place].value) for place in (0, 2))
    assert str(BUILT.format(folder=work / "handbook")) in said
    assert sorted(path.name for path in (work / "handbook").iterdir()) == sorted(FILES)
    assert all(f'download="{name}"' in page.children[2].value for name in FILES)
    assert "动过笔的：形象" in state  # the page tells how it stands now
    shown = (work / "pages" / "zh" / "handbook.html").read_bytes()
    assert shown == (work / "handbook" / "handbook.html").read_bytes()
    link = re.search(r"<a [^>]*_blank[^>]*>", page.children[2].value)
    assert link
    assert 'href="../../../files/zh/handbook.html"' in link[0]
    assert 'data-served="zh/handbook.html"' in link[0]


def test_the_links_lead_from_a_lesson_as_they_do_from_the_first_page(work: Path) -> None:
    page = handbook("11_capstone/01_bring_it_together")
    page.children[1].click()
    assert 'href="../05_timing/01_find_our_hours.ipynb"' in page.children[0].value
    assert 'href="../../../../files/zh/handbook.html"' in page.children[2].value


def test_a_build_that_cannot_be_says_why_and_what_to_do(work: Path) -> None:
    write_safely(work / "handbook" / "handbook.docx" / "a folder in its place", "")
    page = handbook()
    page.children[1].click()
    assert re.search(r"没有编成.*handbook\.docx.*先关掉", words(page.children[2].value))
    assert not page.children[1].disabled  # to press again


def test_the_companys_own_handbook_lies_beside_its_own_plans(work: Path) -> None:
    write_safely(own_posts_file(), "")
    assert handbook_folder() == work / "own" / "handbook"
    show_sample()
    assert handbook_folder() == work / "handbook"


def test_a_posts_table_that_cannot_be_read_is_told_in_place_of_the_chapters(work: Path) -> None:
    write_safely(own_posts_file(), "nonsense\n1\n")
    page = handbook()
    assert "posts.csv" in words(page.children[0].value)
    page.children[1].click()
    assert "没有编成" in words(page.children[2].value)


def test_a_hostile_company_name_is_shown_as_text(work: Path) -> None:
    card = sample_facts().company.model_copy(update={"name": HOSTILE})
    save(card)
    page = handbook()
    page.children[1].click()
    assert HOSTILE in words(page.children[0].value)
    assert "<img" not in "".join(page.children[place].value for place in (0, 2))
