"""One server a language and one browser for all tests that look at the course in JupyterLab."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from playbook.language import LANGUAGES, Language

from .course import PATIENCE, Course
from .glyphs import font_settings
from .reader import NARROW, Reader

NO_BROWSER = "needs Chromium: on Debian or Ubuntu, apt install chromium; elsewhere put it on PATH as `chromium`"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
Launch = Callable[[bool], Browser]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where Chromium is, or skip and say how to get it."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(NO_BROWSER)
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Yield Playwright, which drives the browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def launch(playwright: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Launch:
    """Return a starter of browsers, with Chinese fonts or without."""
    # Chromium's sandbox refuses to run as root, as in a container; a container's /dev/shm is small.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []

    def start(chinese: bool) -> Browser:
        fonts = font_settings(tmp_path_factory.mktemp("fonts"), chinese=chinese)
        return playwright.chromium.launch(
            executable_path=chromium,
            args=["--disable-dev-shm-usage", *as_root],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )

    return start


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """Yield the browser that all tests share; each opens windows of its own in it."""
    started = launch(True)
    yield started
    started.close()


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Run everything that shows the course once in each language."""
    wanted: Language = request.param
    return wanted


@pytest.fixture(scope="session")
def courses(chromium: str) -> Iterator[dict[Language, Course]]:
    """Yield where the copies of the course are kept, one a language; whatever happens, their servers are ended."""
    assert chromium  # without a browser there is nobody to show them to
    made: dict[Language, Course] = {}
    try:
        yield made
    finally:
        for each in made.values():
            each.stop()


@pytest.fixture(scope="module")
def course(language: Language, courses: dict[Language, Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return a running copy of the course, as a learner finds it who has done nothing yet.

    The server is the same one for all tests of a language; what one file of tests has left there is taken away.
    """
    if language not in courses:
        courses[language] = Course(tmp_path_factory.mktemp(f"course-{language}"), language)
    wanted = courses[language]
    wanted.forget()
    if not wanted.runs:
        wanted.start()
    return wanted


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out what is slow
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Call slow what `in_chinese` marks when it is run in English: gestures are the same in both languages."""
    for item in items:
        if (
            isinstance(item, pytest.Function)
            and item.get_closest_marker("in_chinese")
            and item.callspec.params.get("language") == "en"
        ):
            item.add_marker(pytest.mark.slow)


@contextmanager
def window(browser: Browser, course: Course, *, phone: bool = False) -> Iterator[Reader]:
    """Yield a reader at a desktop of 1280 x 900, or with a phone of 390 x 844 in the hand, which has no mouse."""
    size = NARROW if phone else (1280, 900)
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, has_touch=phone, is_mobile=phone, accept_downloads=True
    )
    context.set_default_timeout(PATIENCE * 1000)
    reader = Reader(context.new_page(), course)
    try:
        yield reader
    finally:
        reader.leave()
        context.close()


@pytest.fixture
def reader(browser: Browser, course: Course) -> Iterator[Reader]:
    """Yield a reader at a desktop."""
    with window(browser, course) as one:
        yield one
