from dataclasses import replace

import pytest

from playbook.facts import sample_facts
from playbook.matrix import tables

FACTS = sample_facts()
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, invented=False,
)  # fmt: skip


def test_the_register_says_who_owns_what_and_what_is_nobody_s() -> None:
    table = tables.register(FACTS)
    assert list(table.loc["岚间茶馆"][:4]) == ["企业官方", "林小满", "公司", "28.7"]
    assert list(table.loc["岚间茶具"]) == ["产品", "没有人", "公司", "0.0", "0.0", "3,120", "568", "停了"]


def test_without_a_register_the_posts_still_tell_who_lives() -> None:
    table = tables.register(OWN)
    assert len(table) == 6
    assert list(table.loc["岚间茶课"][:4]) == ["—"] * 4
    assert list(table.loc["岚间茶课"][4:]) == ["7.6", "—", "0", "活着"]


def test_the_fourteen_kinds_stand_with_their_articles_and_our_accounts() -> None:
    table = tables.kinds(FACTS)
    assert table.shape == (14, 4)
    assert list(table.loc["产品"])[:2] == ["✓", "—"]
    assert table.loc["产品", "我们有吗"] == "岚间茶铺、岚间茶具"
    assert table.loc["吉祥物", "我们有吗"] == "—"
    assert set(tables.kinds(OWN)["我们有吗"]) == {"—"}


def test_each_kind_has_the_question_that_decides() -> None:
    table = tables.needs(FACTS)
    assert table.shape == (14, 2)
    assert all(said.endswith("？") for said in table["问一句"])


def test_relays_stand_with_their_verdicts(reader: str) -> None:
    table = tables.relays(FACTS)
    assert table.iloc[0].tolist()[1:5] == ["180", "1,713", "1.65", "1.47–2.07"]
    assert (
        table.iloc[:4, -1].tolist()
        == {
            "zh": ["支持", "说不准", "支持", "说不准"],
            "en": ["supported", "cannot tell", "supported", "cannot tell"],
        }[reader]
    )


def test_what_relays_seem_to_bring_is_counted_by_habit() -> None:
    table = tables.brought(FACTS)
    assert list(table.loc["岚间茶馆 → 岚间茶铺"]) == ["283", "283", "40%"]
    assert list(table.loc["5 个账号一起 → 岚间茶课"]) == ["705", "141", "19%"]
    assert tables.brought(OWN).empty


def test_what_each_account_adds_is_shown_beside_its_followers() -> None:
    table = tables.sets(FACTS)
    assert list(table.loc["掌柜老岚"]) == ["33,888", "5,005", "15%", "160,475"]
    assert tables.sets(OWN).empty


def test_two_accounts_stand_with_those_who_follow_both() -> None:
    assert list(tables.both(FACTS, "shop", "ware")["人数"]) == ["40,886", "3,120", "2,560"]


def test_further_accounts_stand_with_the_share_that_is_reached_already() -> None:
    table = tables.beside(FACTS, ["store", "founder"], ["flagship", "shop"])
    assert list(table.columns) == ["粉丝", "其中已经关注岚间茶馆或岚间茶铺的"]
    assert list(table.loc["掌柜老岚"]) == ["33,888", "85%"]


def test_habits_to_judge_stand_without_their_verdicts(reader: str) -> None:
    table = tables.habits(FACTS)
    assert table.iloc[0].tolist()[1:] == ["46", "1,713", "1.59", "1.17–2.27"]
    assert (
        table.iloc[:, 0].tolist()
        == {
            "zh": ["15 分钟内", "15 分钟内", "180 分钟以后"],
            "en": ["within 15 minutes", "within 15 minutes", "after 180 minutes"],
        }[reader]
    )
    assert not table.isin(["支持", "supported", "说不准", "cannot tell"]).any().any()


@pytest.mark.parametrize(
    "name", ["register", "kinds", "needs", "relays", "brought", "sets", "both", "beside", "habits"]
)
def test_no_cell_is_a_missing_number(name: str, reader: str) -> None:
    for facts in (FACTS, OWN, replace(OWN, posts=FACTS.posts.groupby("account").head(2))):
        assert not getattr(tables, name)(facts).astype(str).isin(["nan", "<NA>", "None", "NaT"]).any().any()
