"""Nothing serious is in the way of who reads the sample handbook with a screen reader or by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .course import ROOT
from .grave import grave


def test_what_is_grave_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<html lang="en"><title>A page</title><main><img src="data:,"></main></html>')
    assert [each.partition(" ")[0] for each in grave(page)] == ["image-alt"]
    page.close()


@pytest.mark.parametrize(("language", "width"), [("zh", 390), ("en", 1280)], indirect=["language"])
def test_nothing_grave_is_in_the_sample_handbook(language: str, width: int, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((ROOT / "docs" / "sample" / language / "handbook.html").as_uri())
    assert grave(page) == []
    page.close()
