"""The planners of content on a page: sliders from the keyboard, a draft read as it is typed, the calendar as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator

from playbook.content import words
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.rubric import dimensions
from playbook.plans import written
from playbook.rules import named
from playbook.timing.plan import Slot, TimingPlan

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
FUN = next(each for each in dimensions() if each.key == "fun")
TABS = 80  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/content"  # a page of these tests' own
CELLS = {
    "setup": "# ▶\nfrom datetime import date\n\nfrom playbook.content import planner",
    "mix": "# ▶\nplanner.plan_mix()",
    "queue": "# ▶\nplanner.write_drafts()",
    "calendar": "# ▶\nplanner.show_calendar(date(2026, 11, 30))",
}
CONTENT, TIMING = "plans/content.json", "plans/timing.json"
SHARES = {"tea": 40, "ask": 35, "shop": 20}
PLAN = ContentPlan(
    columns=[
        Column(id="tea", name="泡茶课", answers="多少度的水，泡多久", topic="岚间泡茶", kind="knowledge"),
        Column(id="ask", name="问茶", answers="我的茶为什么苦", topic="岚间问茶", kind="interaction"),
        Column(id="shop", name="店里的人<b>和</b>事", answers="做茶的是谁", topic="岚间日常", kind="staff-life"),
    ],
    mixes=[Mix(account="flagship", shares=SHARES)],
    queue=[
        Draft(
            id="d1", account="flagship", column="tea", text="碧螺春用多少度的水？" + "先凉两分钟，再沿着杯壁倒。" * 14
        ),
        Draft(id="d2", account="flagship", column="shop", text="<img src=x onerror=alert(1)>", status="review"),
    ],
)
WEEK = TimingPlan(slots=[Slot(account="flagship", day=day, hour=15) for day in (1, 3, 5)])


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the three planners among the learner's."""
    return course.lay_page(PAGE, CELLS)


@pytest.fixture(autouse=True)
def _begun(course: Course) -> None:
    """Begin each test with the same plans."""
    for name, plan in ((CONTENT, PLAN), (TIMING, WEEK)):
        path = course.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(plan), "utf-8")


@pytest.fixture
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop."""
    with window(browser, course) as one:
        yield one.open(page)


def shares(course: Course) -> dict[str, int]:
    found: dict[str, int] = course.json(CONTENT)["mixes"][0]["shares"]
    return found


def text_of(cell: Locator) -> Locator:
    return cell.locator("textarea").first


def test_sliders_moved_from_the_keyboard_keep_the_sum(reader: Reader, course: Course) -> None:
    mix = reader.cell("mix")
    reader.see("mix", words.SHORT_SUM.format(total=95, rest=5).in_language(course.language))
    assert shares(course) == SHARES
    handle = mix.locator(".noUi-handle").first
    handle.focus()
    for _ in range(5):
        handle.press("ArrowRight")
    until(lambda: shares(course)["tea"] == 45, "a share of 45")
    assert sum(shares(course).values()) == 100
    reader.see("mix", words.WHOLE_SUM.in_language(course.language))
    handle.press("ArrowUp")
    until(lambda: shares(course)["tea"] == 46, "a share of 46")
    assert sum(shares(course).values()) == 100
    assert reader.page.evaluate("document.activeElement.className").startswith("noUi-handle")
    assert reader.complaints == []
    reader.shoot("content")


def test_an_absolute_word_is_found_while_it_is_typed(reader: Reader, course: Course) -> None:
    queue, rule = reader.cell("queue"), named("content.absolute-words").in_language(course.language)
    found = queue.locator(".planner-source", has_text=rule)
    assert found.count() == 0
    text_of(queue).fill("")
    text_of(queue).press_sequentially("这是全国最好的茶。", delay=20)
    found.first.wait_for()
    until(lambda: course.json(CONTENT)["queue"][0]["text"] == "这是全国最好的茶。", "the words in the plan")
    assert text_of(queue).input_value() == "这是全国最好的茶。"
    text_of(queue).fill("这一款我们自己最常喝。")
    found.first.wait_for(state="detached")
    assert reader.dialogs == []
    assert reader.complaints == []


def test_a_draft_is_added_moved_and_opened_with_keys_and_mouse(reader: Reader, course: Course) -> None:
    queue = reader.cell("queue")
    queue.get_by_role("button", name=words.ADD_DRAFT.in_language(course.language)).click()
    until(lambda: len(course.json(CONTENT)["queue"]) == 3, "a third draft")
    queue.get_by_role("radio").nth(2).wait_for()
    until(lambda: queue.get_by_role("radio").nth(2).is_checked(), "the new draft in the composer")
    queue.get_by_role("button", name=words.UP.in_language(course.language)).click()
    until(lambda: [each["id"] for each in course.json(CONTENT)["queue"]] == ["d1", "d3", "d2"], "the draft one up")
    until(lambda: queue.get_by_role("radio").nth(1).is_checked(), "the list as it is now")  # drawn after it is saved
    queue.get_by_role("radio").nth(1).press("ArrowUp")
    until(lambda: text_of(queue).input_value().startswith("碧螺春"), "the first draft in the composer")
    assert reader.dialogs == []


def test_a_restart_of_the_kernel_loses_nothing(reader: Reader, course: Course) -> None:
    text_of(reader.cell("queue")).fill("写到一半")
    until(lambda: course.json(CONTENT)["queue"][0]["text"] == "写到一半", "the words in the plan")
    before = (course.work / CONTENT).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    assert text_of(reader.cell("queue")).input_value() == "写到一半"
    assert (course.work / CONTENT).read_bytes() == before
    reader.see("calendar", "写到一半")


def test_the_calendar_is_saved_as_a_file_and_a_changed_one_is_read_back(reader: Reader, course: Course) -> None:
    calendar = reader.cell("calendar")
    calendar.get_by_role("button", name=words.SAVE_CSV.in_language(course.language)).click()
    path = course.work / "plans" / "calendar.csv"
    until(path.is_file, "a file")
    path.write_text(path.read_text("utf-8-sig").replace("碧螺春", "龙井"), "utf-8-sig")
    with reader.page.expect_file_chooser() as chooser:
        calendar.get_by_role("button", name=words.BRING.in_language(course.language)).click()
    chooser.value.set_files(path)
    until(lambda: course.json(CONTENT)["queue"][0]["text"].startswith("龙井"), "the change in the plan")
    until(lambda: text_of(reader.cell("queue")).input_value().startswith("龙井"), "the change in the composer")
    reader.shoot("content-read-back")
    calendar.get_by_role("button", name=words.UNDO.in_language(course.language)).click()
    until(lambda: json.loads(written(PLAN)) == course.json(CONTENT), "the plan as it was")
    assert reader.complaints == []


def test_the_keyboard_alone_makes_a_column_gives_it_a_share_and_writes_a_draft(reader: Reader, course: Course) -> None:
    (course.work / CONTENT).unlink()
    reader.run_again()
    reader.page.evaluate("document.activeElement.blur()")
    keyboard, language = reader.page.keyboard, course.language
    _tab_to(reader, "button", words.ADD_COLUMN.in_language(language))
    keyboard.press("Enter")
    for said, typed in (
        (words.COLUMN_NAME, "泡茶课"),
        (words.COLUMN_ANSWERS, "泡多久"),
        (words.COLUMN_TOPIC, "岚间泡茶"),
    ):
        _tab_to(reader, "input", said.in_language(language))
        keyboard.type(typed)
    _tab_to(reader, "select", words.NO_KIND.in_language(language))
    keyboard.press("ArrowDown")
    _tab_to(reader, ".noUi-handle")
    keyboard.press("End")
    until(lambda: 100 in _first(course, "mixes").get("shares", {}).values(), "a share of 100")
    _tab_to(reader, "button", words.ADD_DRAFT.in_language(language))
    keyboard.press("Enter")
    _tab_to(reader, "textarea", words.WRITE.in_language(language))
    keyboard.type("水温到底该多少？")
    until(lambda: _first(course, "queue").get("text") == "水温到底该多少？", "the words in the plan")
    column = _first(course, "columns")
    assert (column["name"], column["answers"], column["topic"]) == ("泡茶课", "泡多久", "岚间泡茶")
    assert column["kind"]
    assert reader.complaints == []


def _first(course: Course, part: str) -> dict[str, Any]:
    """Return the first of a part of the saved plan; empty as long as there is none."""
    found: list[dict[str, Any]] = (course.json(CONTENT) or {}).get(part) or [{}]
    return found[0]


def _tab_to(reader: Reader, what: str, said: str = "") -> None:
    """Press Tab until the focus is on such a thing that says these words, in itself or as its placeholder."""
    for _ in range(TABS):
        reader.page.keyboard.press("Tab")
        here = reader.page.evaluate(
            "([what, said]) => { const one = document.activeElement; return one.matches(what)"
            " && (one.placeholder || one.innerText || '').includes(said); }",
            [what, said],
        )
        if here:
            return
    pytest.fail(f"{TABS} presses of Tab do not reach {what} {said}")


def test_on_a_phone_nothing_is_cut(browser: Browser, course: Course, page: str) -> None:
    with window(browser, course, phone=True) as held:
        held.open(page)
        for head in held.page.locator(".jp-Notebook .jupyter-widget-Collapse-header").all():
            head.click()
        held.cell("queue").get_by_label(FUN.name.in_language(course.language)).wait_for()
        held.shoot("content")
        assert held.sideways() == []
        for name in ("mix", "queue", "calendar"):
            boxes = held.cell(name).locator("button, input, textarea, select").all()
            shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
            assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
