"""What the data say on the image: terms, changes of a page, voices; in both languages, and where data are missing."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from playbook.facts import Facts, sample_facts
from playbook.image import charts, evidence, questions, tables
from playbook.image.analysis import pages, searches, voices
from playbook.sample import variant

DRAWN = [getattr(charts, name) for name in charts.__all__]
SHOWN = [tables.searched, tables.changes, tables.replies, tables.next_by_voice, tables.cues]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return sample_facts()


@pytest.fixture(scope="module")
def bare(facts: Facts) -> Facts:
    return replace(facts, searches=None, visits=None, voices=None)


def test_a_change_of_the_page_is_judged_beside_other_accounts(facts: Facts) -> None:
    found = {each.change.account: each for each in pages.effects(facts)}
    assert found["store"].gap.outcome == "supported"
    assert found["shop"].gap.outcome == found["founder"].gap.outcome == "cannot_tell"
    assert found["store"].before < found["store"].after


def test_a_change_in_the_week_of_the_launch_is_not_credited_to_the_page(facts: Facts) -> None:
    assert questions.change_did(facts, "flagship") == "something_else"
    assert questions.change_did(facts, "store") == "supported"


def test_a_rise_that_all_accounts_share_is_no_effect_of_a_page(facts: Facts) -> None:
    assert facts.visits is not None
    late = facts.visits["week"] >= pd.Timestamp("2025-04-07")
    doubled = facts.visits.assign(follows=facts.visits["follows"].where(~late, facts.visits["follows"] * 2))
    found = {each.change.account: each for each in pages.effects(replace(facts, visits=doubled))}
    assert found["shop"].after > 1.8 * found["shop"].before
    assert found["shop"].gap.outcome == "cannot_tell"


def test_a_change_with_few_weeks_on_a_side_is_not_judged(facts: Facts) -> None:
    assert facts.visits is not None
    short = facts.visits[facts.visits["week"] < pd.Timestamp("2025-04-28")]
    found = {each.change.account: each for each in pages.effects(replace(facts, visits=short))}
    assert not found["shop"].gap.known
    assert "—" in tables.changes(replace(facts, visits=short)).to_string()


@pytest.mark.parametrize("seed", [1, 2])
def test_variants_keep_who_stays_and_what_cannot_be_told(facts: Facts, seed: int) -> None:
    world = variant(seed)
    other = replace(facts, searches=world.searches, visits=world.visits, weekly=world.weekly, voices=world.voices)
    assert questions.stays_most(other) == "product"
    assert questions.change_did(other, "store") == "supported"
    assert questions.change_did(other, "flagship") == "something_else"
    assert questions.angriest(other, "complaint") == "friend"
    assert questions.enough(other, "joke") == "no"


def test_kappa_is_that_of_the_textbook() -> None:
    first = ["adviser"] * 25 + ["notice"] * 25
    second = ["adviser"] * 20 + ["notice"] * 5 + ["adviser"] * 10 + ["notice"] * 15
    found = voices.agreement(pd.DataFrame({"voice": first, "second": second}))
    assert (found.plain, found.chance) == pytest.approx((0.7, 0.5))
    assert found.kappa.value == pytest.approx(0.4)
    assert found.kappa.low < 0.4 < found.kappa.high


def test_two_readers_who_draw_lots_agree_no_more_than_chance() -> None:
    drawn = np.random.default_rng(3).choice(voices.VOICES, (2, 400))
    found = voices.agreement(pd.DataFrame({"voice": drawn[0], "second": drawn[1]}))
    assert found.kappa.low < 0 < found.kappa.high


def test_no_voice_is_best_in_every_situation(facts: Facts) -> None:
    assert facts.voices is not None
    found = voices.outcomes(facts.voices)
    assert questions.worst(facts, "question") == "notice"
    assert questions.worst(facts, "crisis") == "friend"
    assert not found["crisis", "notice"].told
    assert questions.better(facts, "crisis", "notice", "friend") == "cannot_tell"
    assert questions.better(facts, "complaint", "friend", "senior") == "refuted"


def test_each_voice_has_a_cue_that_no_other_has_as_often(facts: Facts) -> None:
    assert facts.voices is not None
    assert {str(each) for each in voices.cues(facts.voices).idxmax(axis=1)} == set(voices.VOICES)


def test_what_came_of_terms_adds_up(facts: Facts) -> None:
    assert facts.searches is not None
    found = searches.by_kind(facts.searches)
    assert sum(each.visits for each in found.values()) == int(facts.searches["visits"].sum())
    assert all(each.stay.low <= each.stay.ratio <= each.stay.high for each in found.values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_charts_and_tables_are_drawn_with_data_and_say_what_is_missing_without(
    facts: Facts, bare: Facts, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    for draw in DRAWN:
        assert isinstance(draw(facts), Figure)
        assert len(draw(bare).axes) == 1
    for show in SHOWN:
        assert len(show(facts)) > 1
        assert len(show(bare)) == 1


def test_the_evidence_speaks_for_tags_that_stay_and_leaves_the_page_open(facts: Facts, bare: Facts) -> None:
    assert evidence.tags_stable_or_rotating(facts, "flagship").favours == ("stable", "one_slot")
    assert evidence.page_as_website_or_person(facts, "flagship").favours == ()
    for judge in (evidence.tags_stable_or_rotating, evidence.page_as_website_or_person):
        assert judge(bare, "flagship").said == evidence.NOTHING_KNOWN


def test_replies_are_shown_without_the_voice_they_are_in(facts: Facts) -> None:
    shown = tables.replies(facts, ids=["v003", "v001"])
    assert list(shown.index) == ["v003", "v001"]
    assert len(shown.columns) == 2
