"""Lesson 1.3: what platforms reach together, the trial of synced posts, and the lists that choose among them."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets
import pytest

from playbook.facts import Facts, sample_facts
from playbook.strategy.questions import level_reached
from playbook.strategy.reach_lever import FREE_HOURS, ReachLever, choose_platforms
from playbook.strategy.reaching import adds_per_cent, best_within, together, trial, tried


@pytest.fixture(scope="module")
def known() -> Facts:
    return sample_facts()


def test_a_platform_adds_less_beside_two_than_beside_one(known: Facts) -> None:
    assert adds_per_cent(known, "video", ["weibo", "messages"]) < adds_per_cent(known, "video") / 2


def test_platforms_together_reach_fewer_than_their_sum(known: Facts) -> None:
    beside = [together(known, {key: "native"}) for key in tried(known)]
    every = together(known, dict.fromkeys(tried(known), "native"))
    added = sum(each.reached.value - each.weibo.value for each in beside)
    assert every.weibo.value < every.reached.value < every.weibo.value + added
    assert every.hours == sum(each.hours for each in beside)


def test_the_best_platform_fits_the_hours_there_are(known: Facts) -> None:
    best = best_within(known, FREE_HOURS)
    assert together(known, {best: "native"}).hours <= FREE_HOURS
    most = together(known, {best: "native"}).hours - 1
    assert most < 0 or best not in [key for key in tried(known) if together(known, {key: "native"}).hours <= most]


def test_the_trials_rows_add_up_to_its_last_two(known: Facts) -> None:
    counted = trial(known).astype(str)
    asked = counted.iloc[:, 2].str.replace(",", "").astype(int)
    assert asked.iloc[0:-2:2].sum() == asked.iloc[-2]
    assert asked.iloc[1:-2:2].sum() == asked.iloc[-1]


def test_choosing_a_platform_changes_hours_and_customers_told(known: Facts) -> None:
    lever = choose_platforms(known)
    assert isinstance(lever, ReachLever)
    before = lever.told.value
    lever.choices["video"].value = "native"
    assert lever.told.value != before
    assert f"{together(known, {'video': 'native'}).reached.value:.0%}" in lever.told.value
    lever.choices["video"].value = None
    assert lever.told.value == before


def test_a_company_without_a_trial_is_told_what_to_try(known: Facts) -> None:
    bare = replace(known, synced=None)
    shown = choose_platforms(bare)
    assert isinstance(shown, widgets.HTML)
    assert shown.value
    assert len(trial(bare)) == 1


def test_a_step_without_evidence_stops_the_level_below_it(known: Facts) -> None:
    assert level_reached(known, ["plan", "listen", "interact"]) == "level2"
    assert level_reached(known, ["listen", "participate"]) == "level0"
