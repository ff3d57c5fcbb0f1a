"""The planner of campaigns on a page: a brief from the keyboard, a restart, a phone in the hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from playbook.campaign import said
from playbook.campaign.fields import FIELDS, SECTIONS
from playbook.campaign.form import SHUT
from playbook.campaign.model_brief import sound_plan
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.words import ACTIONS
from playbook.plans import written

from .conftest import window
from .course import Course, open_all, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/campaign"  # a page of these tests' own
CELLS = {
    "setup": "# ▶\nfrom playbook.campaign import planner",
    "briefs": "# ▶\nplanner.plan_campaign()",
}
PLAN = "plans/campaign.json"
EVIL = "<img src=x onerror=alert(1)>"
# What somebody types or presses, in the order of the form, section by section. A date is typed month, day, year.
KEYS: dict[str, dict[str, str]] = {
    "what": {"name": "冬至抽奖", "account": "ArrowDown", "form": "ArrowDown"},
    "do": {"who_may": "年满 14 岁的用户", "actions": "Space"},
    "when": {"starts": "12142026", "ends": "12252026", "draw_on": "12282026"},
    "prizes": {"prizes.0.name": "盖碗", "prizes.0.value": "120", "prizes.0.number": "3", "prize_kind": "ArrowDown",
               "draw_how": "用平台的抽奖工具"},
    "claim": {"claim_by": "01072027", "claim_needs": "本人回复", "claim_how": "填领奖页", "delivery": "快递",
              "forfeit": "到期不填", "contact": "私信客服"},
}  # fmt: skip


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planner among the learner's."""
    return course.lay_page(PAGE, CELLS)


@pytest.fixture
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop, with nothing planned yet."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


def put(course: Course, plan: CampaignPlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


def first(course: Course) -> dict[str, Any]:
    """Return the first brief as it is saved; empty as long as there is none."""
    found: list[dict[str, Any]] = (course.json(PLAN) or {}).get("briefs") or [{}]
    return found[0]


def test_a_brief_is_written_from_the_keyboard_alone_until_nothing_is_missing(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(said.BUTTONS["add"], TABS)
    keyboard.press("Enter")
    until(lambda: first(course).get("id") == "b1", "a brief")
    reader.cell("briefs").get_by_label(FIELDS["name"].label.in_language(course.language), exact=True).wait_for()
    for section, keys in KEYS.items():
        title = next(each.title for each in SECTIONS if each.id == section)
        reader.tab_to(title, TABS)
        if section != "what":  # it stands open
            keyboard.press("Space")
            opened = FIELDS[next(iter(keys))].label.in_language(course.language)
            reader.cell("briefs").get_by_label(opened, exact=True).wait_for()
        for path, typed in keys.items():
            label = FIELDS[path].label
            reader.tab_to(ACTIONS["follow"] if path == "actions" else label, TABS)
            if typed in {"Space", "ArrowDown"}:
                keyboard.press(typed)
            else:
                keyboard.type(typed)
    reader.page.keyboard.press("Tab")
    reader.see("briefs", said.WHOLE.format(all=15).in_language(course.language))
    until(lambda: first(course).get("contact") == "私信客服", "the contact in the plan")
    brief = first(course)
    assert (brief["name"], brief["starts"], brief["claim_by"]) == ("冬至抽奖", "2026-12-14", "2027-01-07")
    assert brief["prizes"][0] == {"name": "盖碗", "value": 120, "number": 3}
    assert (brief["account"], brief["form"], brief["actions"]) == ("flagship", "prize_repost", ["follow"])
    assert "开奖时间：2026 年 12 月 28 日公布" in reader.said("briefs")
    assert reader.complaints == []
    reader.shoot("campaign")


def test_a_restart_of_the_kernel_loses_nothing(reader: Reader, course: Course) -> None:
    put(course, sound_plan({}))
    reader.run_again()
    theme = FIELDS["theme"].label.in_language(course.language)
    reader.cell("briefs").get_by_label(theme, exact=True).fill("写到一半")
    until(lambda: first(course)["theme"] == "写到一半", "the words in the plan")
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    assert reader.cell("briefs").get_by_label(theme, exact=True).input_value() == "写到一半"
    assert (course.work / PLAN).read_bytes() == before


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    put(course, sound_plan({"name": EVIL, "theme": EVIL, "draw_how": EVIL, "stop": "", "leader": EVIL}))
    reader.run_again()
    reader.see("briefs", EVIL)
    assert reader.dialogs == []
    assert reader.complaints == []


def test_on_a_phone_nothing_is_cut_and_every_section_opens(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan({}, {"name": "第二份" * 10, "stop": ""}))
    with window(browser, course, phone=True) as held:
        held.open(page)
        shut = held.cell("briefs").get_by_role("button", name=SHUT)
        open_all(shut)
        stop = FIELDS["stop"].label.in_language(course.language)
        held.cell("briefs").get_by_label(stop, exact=True).wait_for()
        held.shoot("campaign")
        assert held.sideways() == []
        boxes = held.cell("briefs").locator("button, input, textarea, select").all()
        shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
        assert len(shown) > 60
        assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
