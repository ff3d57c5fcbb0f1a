from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from playbook.company import Account, Company
from playbook.facts import Facts, sample_facts
from playbook.matrix.analysis import (
    accounts_of,
    alive,
    by_reach,
    followers,
    name_of,
    overlap,
    pairs,
    reach,
    relay_effect,
    relay_lines,
    repeated,
)
from playbook.matrix.kinds import KINDS
from playbook.matrix.needs import ASK, needs
from playbook.sample.card import sample_card
from tests.worlds import WORLDS

FACTS = sample_facts()
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, invented=False,
)  # fmt: skip
THREE = pd.DataFrame(
    {
        "a": [True, False, True, False],
        "b": [False, True, True, False],
        "c": [False, False, False, True],
        "people": [60, 30, 10, 5],
    }
).astype({"people": "Int64"})
EFFECTS = [
    ("flagship", "shop", True),
    ("flagship", "store", True),
    ("founder", "flagship", False),
    ("shop", "class", False),
]


def test_people_who_follow_two_accounts_are_reached_once() -> None:
    assert reach(THREE, ["a", "b"]) == 100
    assert repeated(THREE, ["a", "b"]) == 10
    assert reach(THREE, ["a", "c"]) == 75
    assert repeated(THREE, ["a", "c"]) == 0
    assert reach(THREE, []) == reach(THREE, ["people", "elsewhere"]) == 0


def test_overlap_is_read_by_rows() -> None:
    shares = overlap(THREE)
    assert shares.loc["a", "b"] == pytest.approx(10 / 70)
    assert shares.loc["b", "a"] == pytest.approx(10 / 40)
    assert shares.loc["a", "a"] == 1
    assert followers(THREE).tolist() == [70, 40, 5]


def test_an_account_nobody_follows_overlaps_with_none() -> None:
    shares = overlap(THREE.assign(c=False))
    assert shares.loc["c"].isna().all()
    assert shares.loc["a", "c"] == 0


def test_the_widest_account_comes_first_and_then_whichever_adds_most() -> None:
    assert by_reach(THREE).to_dict() == {"a": 70, "b": 30, "c": 5}
    assert by_reach(THREE, ["b", "c"]).to_dict() == {"b": 40, "c": 5}
    assert by_reach(FACTS.audiences).sum() == reach(FACTS.audiences, accounts_of(FACTS))  # type: ignore[arg-type]


def test_accounts_that_only_the_register_knows_are_named_in_the_reader_s_language(reader: str) -> None:
    assert accounts_of(FACTS)[-2:] == ["ware", "jobs"]
    assert str(name_of(FACTS, "ware")) == {"zh": "岚间茶具", "en": "Lanjian Teaware"}[reader]
    assert str(name_of(FACTS, "elsewhere")) == "elsewhere"


def test_the_silent_are_told_from_the_living() -> None:
    table = alive(FACTS)
    assert (table["posts_a_week"]["ware"], table["silent_weeks"]["ware"]) == (0, 52)
    assert list(table["verdict"]) == ["alive"] * 6 + ["dead"] * 2
    assert table["typical"]["flagship"] == 129
    assert 0 < table["answered"]["service"] < table["asked"]["service"]


def test_an_account_that_is_silent_most_weeks_is_quiet_and_one_silent_for_a_quarter_dead() -> None:
    days = FACTS.posts["posted_on"]
    shop = FACTS.posts["account"] == "shop"
    monthly = FACTS.posts[~shop | (days.dt.strftime("%d") == "20")]
    stopped = FACTS.posts[~shop | (days < "2025-09-20")]
    assert alive(replace(OWN, posts=monthly)).loc["shop", "verdict"] == "quiet"
    assert alive(replace(OWN, posts=stopped)).loc["shop", "verdict"] == "dead"
    assert alive(replace(OWN, posts=FACTS.posts[~shop])).loc["shop", "verdict"] is None


def test_three_weeks_of_posts_are_not_taken_for_a_year_of_silence() -> None:
    few = FACTS.posts[FACTS.posts["posted_on"] > "2025-12-10"]
    assert set(alive(replace(OWN, posts=few))["verdict"]) == {"alive"}


def test_a_relay_at_once_helps_the_shop_and_a_late_one_does_not() -> None:
    soon, late = relay_effect(FACTS, "flagship", "shop"), relay_effect(FACTS, "flagship", "shop", later=True)
    assert soon.outcome == "supported"
    assert late.outcome == "cannot_tell"
    assert soon.inside == 180
    assert soon.outside == late.outside


def test_posts_that_others_alone_relayed_are_on_neither_side() -> None:
    log = pd.DataFrame({"by": ["store"], "of": ["shop"], "repost_of": [shop_post()], "minutes_after": [5]})
    facts = replace(FACTS, relays=pd.concat([FACTS.relays, log], ignore_index=True))
    assert relay_effect(facts, "flagship", "shop").outside == relay_effect(FACTS, "flagship", "shop").outside - 1


def shop_post() -> str:
    """Return a post of the shop that nobody relayed."""
    assert FACTS.relays is not None
    posts = FACTS.posts
    free = (posts["account"] == "shop") & ~posts["is_repost"] & ~posts["post_id"].isin(FACTS.relays["repost_of"])
    return str(posts.loc[free & (posts["posted_at"].dt.hour == 10), "post_id"].iloc[0])


def test_reposts_in_an_export_tell_the_same_as_the_log_of_relays() -> None:
    # The log counts whole minutes, the posts seconds: one on the edge of the hour may fall on the other side.
    told, read = relay_effect(FACTS, "flagship", "shop"), relay_effect(OWN, "flagship", "shop")
    assert abs(told.inside - read.inside) <= 3
    assert read.ratio == pytest.approx(told.ratio, abs=0.1)
    assert pairs(OWN) == pairs(FACTS)


def test_who_relays_the_very_same_posts_stands_in_one_line() -> None:
    lines = {(line.of, line.later): line.by for line in relay_lines(FACTS)}
    assert lines["class", False] == ("flagship", "shop", "store", "service", "founder")
    assert lines["shop", True] == ("flagship",)
    assert len(lines) == 7


def test_a_pair_that_never_was_says_that_it_cannot_be_told() -> None:
    for pair in (("class", "shop"), ("flagship", "ware"), ("nobody", "nowhere")):
        assert relay_effect(FACTS, *pair).unable is not None
    alone = FACTS.posts[(FACTS.posts["account"] == "shop") & ~FACTS.posts["is_repost"]]
    assert relay_lines(replace(OWN, posts=alone)) == ()


@cache
def _of_world(seed: int) -> Facts:
    world = WORLDS[seed]
    return Facts(sample_card(), world.posts, None, invented=True, relays=world.table("relays"))


@pytest.mark.parametrize(("by", "of", "helps"), EFFECTS)
def test_planted_relays_are_told_apart_in_other_worlds(by: str, of: str, helps: bool) -> None:
    # That the planted sizes are right is shown on twenty seeds in `sample/test_truths.py`; here the verdict is.
    told = [relay_effect(facts, by, of) for facts in map(_of_world, range(6))]
    supported = sum(each.outcome == "supported" for each in told)
    assert supported >= 5 if helps else supported <= 1
    # About 100 posts a world: a log ratio errs by 0.12, the median of six by 0.06.
    assert np.median([np.log(each.ratio) for each in told]) == pytest.approx(0.5 if helps else 0.0, abs=0.15)


def test_each_kind_has_a_question_and_what_data_cannot_say_is_said() -> None:
    told = {each.kind: each for each in needs(FACTS)}
    assert list(told) == list(KINDS)
    assert told["product"].accounts == ("shop", "ware")
    assert "216" in told["customer-service"].said.zh
    assert told["mascot"].said == ASK
    assert {each.said for each in needs(OWN)} == {ASK}


def test_a_company_with_one_account_and_nothing_else_is_looked_at_all_the_same() -> None:
    card = Company(name="甲", accounts=[Account(id="shop", name="甲")])
    facts = replace(OWN, company=card, posts=FACTS.posts[FACTS.posts["account"] == "shop"])
    assert accounts_of(facts) == ["shop"]
    assert alive(facts)["verdict"].tolist() == ["alive"]
