"""Lesson 1.1: hours moved between purposes, and what its exercise asks of them."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets
import pytest

from playbook.facts import Facts, sample_facts
from playbook.strategy.analysis import by_year
from playbook.strategy.hours_lever import HoursLever, move_hours
from playbook.strategy.missing import present
from playbook.strategy.questions import gained, tells
from playbook.strategy.tables import results


@pytest.fixture(scope="module")
def known() -> Facts:
    return sample_facts()


def test_half_the_hours_moved_is_at_best_what_the_exercise_counts(known: Facts) -> None:
    lever = move_hours(known)
    assert isinstance(lever, HoursLever)
    at_rest = lever.told.value
    lever.share.value = 50
    assert f"{gained(known, 'brand', 'customers'):,}" in lever.told.value
    lever.share.value = 0
    assert lever.told.value == at_rest


def test_what_is_gained_one_way_is_lost_the_other_way_for_as_many_hours(known: Facts) -> None:
    assert gained(known, "sales", "customers") > 0 > gained(known, "customers", "sales")
    assert abs(gained(known, "sales", "customers", years=1) - 2 * gained(known, "sales", "customers")) <= 1


def test_a_company_without_a_log_of_purposes_is_told_what_to_note(known: Facts) -> None:
    shown = move_hours(replace(known, purposes=None))
    assert isinstance(shown, widgets.HTML)
    assert shown.value


def test_each_purpose_is_shown_with_its_own_measure_of_both_years(known: Facts) -> None:
    assert by_year(present(known.purposes), "recruitment") == [0.0, 0.0]
    assert results(known).shape == (7, 3)


def test_a_measure_that_fits_no_purpose_is_never_the_right_one(known: Facts) -> None:
    with pytest.raises(StopIteration):
        tells(known, "recruitment", ["followers", "posts"])
