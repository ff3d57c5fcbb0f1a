"""Every page of the course opens, runs by itself and shows all it has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, WebSocket

from .conftest import Launch, window
from .course import LESSON, Course, pages
from .glyphs import boxes
from .grave import grave
from .reader import SCROLLER, Reader

CHINESE_LINE = '<meta charset="utf-8"><p style="font-family: sans-serif">发布时间 10:00 — “互动”</p>'


# papermill and nbval run every page in both languages: to look at, one of each kind is enough in English.
@pytest.fixture(scope="module", params=pages("start", LESSON, f"exercises/{LESSON}"))
def opened(request: pytest.FixtureRequest, browser: Browser, course: Course) -> Iterator[Reader]:
    """Open each page of the course once on a desktop, for the tests that only look at it."""
    with window(browser, course) as reader:
        reader.open(request.param)
        reader.shoot(request.param.replace("/", "-"))
        yield reader


def test_every_code_cell_has_run_although_nobody_pressed_anything(opened: Reader) -> None:
    cells = opened.code_cells()
    assert cells
    assert [cell["id"] for cell in cells if cell["count"] is None] == []


def test_no_cell_puts_out_an_error_or_a_warning(opened: Reader) -> None:
    bad = [
        (cell["id"], output)
        for cell in opened.code_cells()
        for output in cell["outputs"]
        if output["output_type"] == "error" or output.get("name") == "stderr"
    ]
    assert bad == []


def test_no_chart_lacks_a_glyph(opened: Reader) -> None:
    # matplotlib warns of a glyph it lacks on stderr; this finds it wherever it is said.
    assert "missing from" not in str([cell["outputs"] for cell in opened.code_cells()])


def test_the_reader_stays_at_the_top(opened: Reader) -> None:
    page = opened.page
    assert page.evaluate(f"document.querySelector('{SCROLLER}').scrollHeight") > 900, "a page that cannot scroll"
    assert page.evaluate(f"document.querySelector('{SCROLLER}').scrollTop") == 0


def test_the_browser_has_nothing_to_complain_of(opened: Reader) -> None:
    assert opened.complaints == []


def test_the_browser_has_a_glyph_for_every_character(opened: Reader) -> None:
    looked, found = boxes(opened.page)
    assert looked > 100
    assert found == ""


def test_on_a_narrow_screen_nothing_but_tables_and_charts_scrolls_sideways(opened: Reader) -> None:
    assert opened.sideways() == []


def test_nothing_grave_is_in_the_way_of_a_screen_reader(opened: Reader) -> None:
    assert grave(opened.page) == []


def test_a_browser_without_a_chinese_font_is_found_out(launch: Launch) -> None:
    bare = launch(False)
    try:
        page = bare.new_page()
        page.set_content(CHINESE_LINE)
        assert set("发布时间互动") == set(boxes(page)[1])
    finally:
        bare.close()


@pytest.mark.in_chinese
def test_leaving_a_page_asks_nothing_because_nothing_can_be_lost(reader: Reader) -> None:
    reader.open("start")
    reader.cell("who").locator("input").first.click()  # a browser asks only of those who have touched the page
    reader.page.goto("about:blank")
    assert reader.dialogs == []


@pytest.mark.in_chinese
def test_the_states_of_all_widgets_are_told_before_the_page_is_run_and_not_after_a_reader_has_changed_them(
    reader: Reader,
) -> None:
    told: list[str] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: told.extend(_named(frame, "execute_request")))
        socket.on("framereceived", lambda frame: told.extend(_named(frame, "update_states")))

    reader.page.on("websocket", hear)
    reader.open("start")
    assert told[:2] == ["update_states", "execute_request"]


def _named(frame: str | bytes, kind: str) -> list[str]:
    return [kind] if kind.encode() in (frame if isinstance(frame, bytes) else frame.encode()) else []
