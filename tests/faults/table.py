"""The table of faults: `python -m tests.faults.table` runs each numbered test and prints what came of it.

A fault is proved by the tests named `test_fault_NNN_…`, wherever they stand; what cannot apply has its reason in
`reasons.py`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.reasons import FAULTS, NOT_APPLICABLE

TESTS = Path(__file__).parents[1]
NAMED = re.compile(r"^(?:async )?def test_fault_(\d{3})_(\w+)\(", re.MULTILINE)
WIDTH = 84  # columns of what the fault is


class Outcomes:
    """A plugin that keeps what came of each numbered test."""

    def __init__(self) -> None:
        self.of: dict[int, list[str]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a test's outcome; of what is set up and torn down, only what went wrong."""
        found = re.search(r"test_fault_(\d{3})_", report.nodeid)
        if found and (report.when == "call" or report.outcome != "passed"):
            self.of[int(found[1])].append(report.outcome)


def numbered() -> Iterator[tuple[int, str, Path]]:
    """Yield the number, the sentence and the file of each test that is named by a fault."""
    for path in sorted(TESTS.rglob("test_*.py")):
        for number, words in NAMED.findall(path.read_text("utf-8")):
            yield int(number), words.replace("_", " "), path


def main() -> int:
    """Run the numbered tests, print a line for each fault, and return 1 if any of them is not as it should be."""
    outcomes = Outcomes()
    files = sorted({str(path) for _, _, path in numbered()})
    pytest.main(["-q", "--no-header", "-k", "test_fault_", *files], plugins=[outcomes])
    wrong = 0
    for number, what in FAULTS.items():
        said = _said(number, outcomes.of[number])
        wrong += not said.startswith(("pass", "-"))
        sys.stdout.write(f"{number:3}  {_padded(what)}  {said}\n")
    sys.stdout.write(f"{len(FAULTS)} faults, {len(NOT_APPLICABLE)} that cannot apply, {wrong} not as they should be\n")
    return int(wrong > 0)


def _said(number: int, outcomes: list[str]) -> str:
    if number in NOT_APPLICABLE:
        return f"- {NOT_APPLICABLE[number]}"
    failed = sum(outcome == "failed" for outcome in outcomes)
    passed = sum(outcome == "passed" for outcome in outcomes)
    return f"FAILED {failed} of {len(outcomes)}" if failed else f"pass {passed}" if passed else "NOT RUN"


def _padded(what: str) -> str:
    """Return a text as wide as the column, however wide its signs are."""
    wide = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in what)
    return what + " " * (WIDTH - wide)


if __name__ == "__main__":
    sys.exit(main())
