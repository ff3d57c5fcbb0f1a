import re
from dataclasses import replace

import pandas as pd
import pytest

from playbook.company import Company
from playbook.conflicts import Evidence
from playbook.facts import sample_facts
from playbook.matrix.evidence import matrix_size, who_relays_whom

FACTS = sample_facts()
POSTS = FACTS.posts
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, invented=False,
)  # fmt: skip
POOR = {
    "posts alone": OWN,
    "dates alone": replace(OWN, posts=POSTS.assign(posted_at=pd.Series(pd.NaT, POSTS.index, POSTS["posted_at"].dtype))),
    "no counts": replace(OWN, posts=POSTS.assign(likes=pd.Series(pd.NA, POSTS.index, "Int64"))),
    "one post": replace(OWN, posts=POSTS.groupby("account").head(1)),
    "originals alone": replace(OWN, posts=POSTS[~POSTS["is_repost"]]),
    "other accounts alone": replace(OWN, posts=POSTS[POSTS["account"] == "shop"]),
    "nobody on duty": replace(FACTS, company=Company(name="甲", accounts=FACTS.company.accounts)),
}


def both(facts: object = FACTS) -> list[Evidence]:
    return [judge(facts, "flagship") for judge in (matrix_size, who_relays_whom)]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(kind: str) -> None:
    for told in both(POOR[kind]):
        assert told.said.zh.endswith("。")
        assert told.said.en.strip().endswith(".")
        assert not re.search(r"\bnan\b|<NA>|NaT|None|[{}]|  ", told.said.zh + told.said.en)


def test_accounts_that_nobody_keeps_alive_speak_against_a_fixed_number() -> None:
    size = matrix_size(FACTS, "flagship")
    assert size.favours == ("by_need",)
    for told in ("岚间茶具", "161,192", "26%", "99"):
        assert told in size.said.zh
    assert matrix_size(OWN, "flagship").favours == ()


def test_relays_that_help_and_others_that_do_not_speak_for_relaying_where_it_adds() -> None:
    relays = who_relays_whom(FACTS, "shop")
    assert relays.favours == ("where_it_adds",)
    assert "1.65" in relays.said.en


def test_relays_that_all_help_speak_for_relaying_each_other() -> None:
    assert FACTS.relays is not None
    helping = replace(FACTS, relays=FACTS.relays[FACTS.relays["of"].isin(["shop", "store"])])
    assert who_relays_whom(helping, "flagship").favours == ("everyone", "mutual")


@pytest.mark.parametrize("kind", ["one post", "originals alone", "other accounts alone"])
def test_data_that_cannot_tell_favour_nothing(kind: str) -> None:
    assert [told.favours for told in both(POOR[kind])] == [(), ()]
