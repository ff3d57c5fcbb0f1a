"""What is seriously in the way of who reads a page with a screen reader or by keyboard, as far as axe can tell."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python, as locked")
GRAVE = {"serious", "critical"}


def grave(page: Page) -> list[str]:
    """Return what axe finds serious or critical on a page: the rule and the places that break it."""
    found: list[dict[str, Any]] = axe.Axe().run(page).response["violations"]
    return [f"{each['id']} {[node['target'] for node in each['nodes']]}" for each in found if each["impact"] in GRAVE]
