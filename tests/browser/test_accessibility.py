"""Nothing serious is in the way of who reads with a screen reader or by keyboard; test_pages.py looks at most pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .conftest import window
from .course import ROOT, Course
from .grave import grave

SLIDERS = "01_strategy/01_say_what_for"


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
def test_nothing_grave_is_on_a_page_with_sliders(browser: Browser, course: Course) -> None:
    with window(browser, course) as reader:
        reader.open(SLIDERS)
        assert reader.page.locator(".noUi-handle").count()
        assert grave(reader.page) == []
