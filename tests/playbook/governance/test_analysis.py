from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from playbook.facts import sample_facts
from playbook.governance.analysis.keyring import as_keys, leavers, locked, single_points
from playbook.governance.analysis.replay import met, today, would_meet
from playbook.governance.analysis.slipped import slips
from playbook.governance.analysis.staffing import load
from playbook.governance.analysis.variations import deputies
from playbook.governance.analysis.waiting import careful, hours_there, missed, waited, waits
from playbook.governance.evidence import staffing_and_time
from playbook.governance.workflow import Cover, Workflow

FACTS = sample_facts()
LOG: Any = FACTS.approvals
KEYS: Any = FACTS.keys


def test_a_draft_that_was_never_decided_makes_the_wait_longer_not_shorter() -> None:
    hours, decided = waited(LOG)
    found = waits(LOG)
    assert found.ninety > np.percentile(hours[decided], 90)
    assert found.open == int((~decided).sum())


def test_with_every_draft_decided_the_percentiles_are_those_of_the_waits() -> None:
    decided = LOG[LOG["decided"].notna()]
    hours, _ = waited(decided)
    found = waits(decided)
    assert found.median == pytest.approx(np.percentile(hours, 50), rel=0.02)
    assert found.ninety == pytest.approx(np.percentile(hours, 90), rel=0.02)


def test_too_few_drafts_have_no_percentile() -> None:
    assert np.isnan(waits(LOG.head(10)).median)


def test_the_hours_of_the_approver_are_read_off_the_log() -> None:
    assert hours_there(LOG) == {(day, hour) for day in range(1, 6) for hour in range(9, 18)}


def test_every_missed_slot_has_one_reason() -> None:
    found = missed(LOG)
    assert len(found) == LOG["published_at"].isna().sum()
    assert set(found["why"]) == {"nobody", "queue", "sent_back"}


def test_the_replay_of_today_gives_back_the_log_where_drafts_were_read() -> None:
    read = careful(LOG)
    replayed = would_meet(today(LOG), LOG)
    assert (replayed[read] == LOG.loc[read, "published_at"].notna()).mean() > 0.99


def test_more_hours_a_time_limit_and_earlier_drafts_never_meet_fewer_slots() -> None:
    now = today(LOG)
    shares = [each.share for each in deputies(LOG).values()]
    assert shares[1] > shares[0]
    assert shares[2:] == sorted(shares[2:])
    early = now.model_copy(update={"ahead": 48})
    assert met(early, LOG).share > met(now, LOG).share


def test_a_workflow_that_leads_nowhere_or_that_nobody_covers_meets_nothing() -> None:
    now = today(LOG)
    assert met(now.model_copy(update={"moves": []}), LOG).met == 0
    assert met(now.model_copy(update={"covers": []}), LOG).met == 0
    assert met(Workflow(), LOG.head(0)).slots == 0


def test_slots_are_told_apart_by_lane() -> None:
    laned = today(LOG).model_copy(update={"risky": ["price"], "fast": ["crisis"]})
    found = met(laned, LOG)
    assert set(found.lanes) == {"plain", "risky", "fast"}
    assert sum(slots for _, slots in found.lanes.values()) == found.slots


def test_a_deputy_s_hours_count_on_holidays_too_but_not_the_approver_s() -> None:
    always = today(LOG).model_copy(update={"covers": [Cover(days=list(range(1, 8)), start=0, end=24)]})
    assert met(always, LOG).share > 0.95


def test_a_kind_with_few_posts_is_not_judged() -> None:
    found = slips(LOG, "kind")
    assert found["crisis"].outcome == "cannot_tell"
    assert np.isinf(found["crisis"].high)
    assert found["price"].outcome == "supported"


def test_the_interval_of_a_difference_is_newcombe_s() -> None:
    from statsmodels.stats.proportion import (  # type: ignore[import-untyped]  # noqa: PLC0415 - dear to import
        confint_proportions_2indep,
    )

    found = slips(LOG)["risky"]
    (posts, slipped), (others, slipped_too) = found.without, found.with_it
    low, high = confint_proportions_2indep(slipped, posts, slipped_too, others, method="newcomb")
    assert [found.low, found.high] == pytest.approx([low, high])


def test_who_left_an_agency_and_a_shared_phone_do_not_count_as_somebody_who_can_post() -> None:
    only = KEYS[(KEYS["account"] == "store") & (KEYS["holder"] == "shared")]
    assert locked(only, (), "post") == ["store"]
    assert len(leavers(KEYS)) == 4


def test_an_agency_with_an_end_is_no_fault() -> None:
    ended = KEYS.assign(until=KEYS["until"].fillna(pd.Timestamp("2026-06-30")))
    assert "no_end" not in set(leavers(ended)["why"])


def test_each_is_named_with_the_accounts_that_nobody_else_can_get_into() -> None:
    found = single_points(KEYS).set_index("holder")
    assert found.loc["xiaoman", "phone"] == 5
    assert found.loc["lan", "accounts"] == ("founder",)


def test_the_table_of_keys_becomes_a_plan_s_permissions() -> None:
    keys = as_keys(KEYS, ["founder"])
    assert [(each.who, len(each.may)) for each in keys] == [("lan", 5), ("shen", 1)]
    assert len(as_keys(KEYS)) == len(KEYS)


def test_hours_against_people_come_from_the_duty_log() -> None:
    found = load(FACTS)
    assert found is not None
    assert found.hours_for(found.posts) == pytest.approx(found.hours)
    assert load(replace(FACTS, staff=None)) is None


def test_the_evidence_says_how_many_hours_are_missing_or_what_was_not_noted() -> None:
    found = staffing_and_time(FACTS, "flagship")
    assert found.favours == ("counted",)
    assert "59 more than the shifts have" in found.said.en
    alone = staffing_and_time(replace(FACTS, staff=None, invented=False), "flagship")
    assert alone.favours == ()
    assert "no duty log" in alone.said.en
