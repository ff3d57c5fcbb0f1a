"""G. What is written: names and answers of strangers stay words, and everybody reads of themselves alone."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from classroom.feedback import write_feedback
from classroom.report import write_report
from classroom.store import Store
from playbook.shown import inert, visible
from tests.faults.handed import RIGHT, WRONG_ORDER, Cohort, sheet

NAMES = {  # on the roster, by learner
    "0012": "=cmd|'/c calc'!A1",
    "0013": "+1",
    "0014": "-1",
    "0015": "@SUM(1)",
    "0016": "\t=1",
    "0017": 'Li, "Lei"',
    "0018": "two\nlines",
    "0019": "👩‍🔬 张三",
    "0020": "<script>alert(1)</script>",
}
SPOILT = "0020"
REACTIONS = RIGHT["typical"]["reactions"]


class Page(HTMLParser):
    """A page read back: what it loads or leads to, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and where it leads."""
        self.tags.add(tag)
        self.leads += [value or "" for name, value in attrs if name in {"src", "href", "action", "data", "srcset"}]


class Written:
    """A cohort graded, with its feedback pages and its report."""

    def __init__(self, folder: Path) -> None:
        self.cohort = cohort = Cohort(folder)
        rows = io.StringIO(newline="")
        csv.writer(rows).writerows([("learner", "name"), *NAMES.items()])
        cohort.roster.write_text(rows.getvalue(), "utf-8", newline="")
        for learner in NAMES:
            answers = RIGHT | {"typical": {"reactions": 7}, "rank": {"hours": WRONG_ORDER}}
            cohort.put(f"{learner}/a.json", b"{" if learner == SPOILT else sheet(learner, answers))
        cohort.graded()
        with Store(cohort.out) as store:
            write_feedback(folder / "feedback", store)
            report = write_report(folder / "report", store)
        self.pages = {path.stem: path.read_text("utf-8") for path in (folder / "feedback").glob("*.html")}
        self.report = report.read_text("utf-8")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("outputs"))


def test_fault_093_no_name_is_a_formula_in_the_gradebook(written: Written) -> None:
    for line in written.cohort.table():
        assert not line["name"].lstrip().startswith(("=", "+", "-", "@", "\t"))
    assert [line["points"] for line in written.cohort.table()][:2] == ["7", "7"]  # a number stays one


def test_fault_094_a_name_is_read_back_as_it_is_shown(written: Written) -> None:
    assert {line["learner"]: line["name"] for line in written.cohort.table()} == {
        learner: inert(visible(name.strip())) for learner, name in NAMES.items()
    }


def test_fault_097_a_feedback_page_holds_no_key_no_other_learner_no_place_and_no_error(written: Written) -> None:
    assert sorted(written.pages) == sorted(NAMES)
    for learner, page in written.pages.items():
        assert not [other for other in NAMES if other != learner and other in page]
        assert str(written.cohort.out.parent) not in page
        assert "Traceback" not in page
        assert not re.search(rf"(?<!\d){REACTIONS}(?!\d)", page), "the right number is on the page"
        assert "7, 10, 12, 21" not in page


def test_fault_098_pages_load_nothing_and_run_nothing(written: Written) -> None:
    for page in map(Page, [*written.pages.values(), written.report]):
        assert not [place for place in page.leads if not place.startswith(("#", "data:image"))]
        assert page.tags.isdisjoint({"script", "iframe", "object", "embed", "form", "link", "base"})
