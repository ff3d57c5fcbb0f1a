"""Every fault of the list is a test by its number, or has a reason why it cannot happen here."""

from __future__ import annotations

from tests.faults.reasons import FAULTS, NOT_APPLICABLE
from tests.faults.table import numbered


def test_every_fault_is_a_test_or_a_reason_and_never_both() -> None:
    tested = {number for number, _, _ in numbered()}
    assert sorted(tested | set(NOT_APPLICABLE)) == sorted(FAULTS) == list(range(1, 103))
    assert tested & set(NOT_APPLICABLE) == set()
