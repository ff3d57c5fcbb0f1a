import pandas as pd
import pytest

from playbook.governance.analysis.keyring import leavers, locked
from playbook.governance.analysis.slipped import slips
from playbook.governance.analysis.waiting import missed, off_hours, waits
from playbook.sample.approvals import make_approvals
from playbook.sample.keys import make_keys
from playbook.sample.truths import truths
from playbook.sample.variants import vary
from tests.worlds import WORLDS, Made

SEEDS = (0, 7, 2025)
TRUTH = truths()["approvals"]
LOGS = Made(SEEDS, lambda seed: WORLDS[seed].table("approvals"))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_draft_that_met_its_slot_was_approved_before_it_and_one_that_did_not_has_no_time_of_posting(
    seed: int,
) -> None:
    log = LOGS[seed]
    out = log[log["published_at"].notna()]
    assert len(log) == TRUTH["drafts"]
    assert (out["decided"] <= out["slot"]).all()
    assert (out["published_at"] == out["slot"]).all()
    assert (log["written_at"] <= log["first_seen"].fillna(log["written_at"])).all()
    assert log.loc[log["slip"].notna(), "published_at"].notna().all()
    assert log.loc[log["withdrawn_at"].notna(), "decided"].isna().all()


@pytest.mark.parametrize("seed", SEEDS)
def test_slots_in_the_evening_and_at_weekends_are_missed_far_more_often(seed: int) -> None:
    log = LOGS[seed]
    late = off_hours(log["slot"])
    met = log["published_at"].notna()
    assert met[late].mean() < met[~late].mean() - 0.1
    why = missed(log)
    # The weekend has no approver at all: of the slots missed there most had not an hour of anybody approving.
    weekend = why["slot"].dt.day_of_week >= 5
    assert (why.loc[weekend, "why"] == "nobody").mean() > 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slowest_tenth_waits_many_times_as_long_as_the_middle_draft(seed: int) -> None:
    found = waits(LOGS[seed])
    assert found.ninety > 5 * found.median
    assert found.open > 100


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_reader_is_found_to_help_in_risky_kinds_and_not_in_plain_ones(seed: int) -> None:
    found = slips(LOGS[seed])
    assert found["risky"].outcome == "supported"
    assert found["plain"].outcome == "cannot_tell"


def test_what_is_waved_through_at_night_was_open_for_half_a_minute() -> None:
    log = pd.concat(LOGS.values())
    quick = log[log["read_seconds"] == TRUTH["stamp_seconds"]]
    assert off_hours(quick["slot"]).mean() > 0.9
    assert (log.loc[log["decided"].notna(), "read_seconds"] >= TRUTH["stamp_seconds"]).all()


def test_some_friday_evening_has_a_wrong_price_that_nobody_else_read() -> None:
    for log in LOGS.values():
        friday = log[(log["slip"] == "wrong_price") & (log["slot"].dt.day_of_week == 4) & (log["slot"].dt.hour >= 18)]
        assert friday["second"].isna().any()


def test_one_person_holds_every_bound_phone_but_the_founder_s_and_two_outsiders_can_still_post() -> None:
    keys = make_keys(7, truths())
    assert set(locked(keys, ["xiaoman"])) == set(truths()["accounts"]) - {"founder"}
    assert locked(keys, ["lan"]) == ["founder"]
    assert set(leavers(keys)["holder"]) == {"he", "agency", "shared"}
    assert locked(keys, ["lan"], "password") == ["founder"]


def test_whoever_looks_after_an_account_may_post_on_it() -> None:
    keys = make_keys(7, truths())
    posting = set(keys.loc[keys["post"], ["account", "holder"]].itertuples(index=False, name=None))
    assert {(name, account["owner"]) for name, account in truths()["accounts"].items()} <= posting


def test_learners_have_other_keys_and_other_evenings() -> None:
    drawn = [vary(seed) for seed in range(12)]
    assert {each["keys"]["phones"] for each in drawn} == {"xiaoman", "shen", "tao"}
    assert len({len(each["keys"]["leaver"]["accounts"]) for each in drawn}) > 1
    assert len({each["approvals"]["evening"] for each in drawn}) > 1
    assert truths()["keys"]["phones"] == "xiaoman"


def test_the_same_seed_makes_the_same_log() -> None:
    assert make_approvals(7, truths()).equals(LOGS[7])
