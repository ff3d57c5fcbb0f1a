"""Nothing serious is in the way of who reads with a screen reader or by keyboard, as far as axe can tell."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import window
from .course import LESSON, ROOT, Course

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python, as locked")
GRAVE = {"serious", "critical"}
SLIDERS = "01_strategy/01_say_what_for"


def grave(page: Page) -> list[str]:
    """Return what axe finds serious or critical on a page: the rule and the places that break it."""
    found: list[dict[str, Any]] = axe.Axe().run(page).response["violations"]
    return [f"{each['id']} {[node['target'] for node in each['nodes']]}" for each in found if each["impact"] in GRAVE]


def test_what_is_grave_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<html lang="en"><title>A page</title><main><img src="data:,"></main></html>')
    assert [each.partition(" ")[0] for each in grave(page)] == ["image-alt"]
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh", "en"], indirect=True)
def test_nothing_grave_is_in_the_sample_handbook(language: str, width: int, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((ROOT / "docs" / "sample" / language / "handbook.html").as_uri())
    assert grave(page) == []
    page.close()


@pytest.mark.in_chinese
@pytest.mark.parametrize("name", ["start", LESSON, SLIDERS, f"exercises/{LESSON}"])
def test_nothing_grave_is_on_a_page_of_the_course(name: str, browser: Browser, course: Course) -> None:
    with window(browser, course) as reader:
        reader.open(name)
        assert grave(reader.page) == []
