import pytest

from playbook.content.mix import (
    UNPLACED,
    against,
    against_article_8,
    class_name,
    counts_by_column,
    in_posts,
    missing,
    share_shown,
    shares,
)

from .poor import FACTS, OWN, POOR


def test_every_original_is_in_one_quarter_and_one_month() -> None:
    quarters, months = counts_by_column(FACTS, "flagship"), counts_by_column(FACTS, "flagship", "M")
    assert list(quarters.index) == ["2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"]
    assert len(months) == 12
    assert quarters.to_numpy().sum() == months.to_numpy().sum() == 2500
    assert shares(FACTS, "flagship").sum(axis=1).tolist() == pytest.approx([1] * 4)


def test_a_column_that_an_account_lacks_has_a_share_of_nothing() -> None:
    assert "knowledge" not in shares(FACTS, "store")
    assert share_shown(FACTS, "store", "knowledge") == 0
    assert share_shown(FACTS, "shop", "discount") == 23


def test_article_8_is_five_short_and_its_campaigns_make_less_than_a_post_a_week() -> None:
    assert missing() == 5
    assert in_posts(14) == {"timely": 3.5, "knowledge": 6.3, "fun": 2.8, "campaign": 0.7}


def test_our_posts_in_article_8_s_classes_make_a_hundred_with_those_that_have_none() -> None:
    table = against_article_8(FACTS, "class")
    assert table["ours"].sum() == pytest.approx(100)
    assert table["stated"].tolist() == [25, 45, 20, 5, 5]
    notices = counts_by_column(FACTS, "class", None)["notice"].sum()
    assert table["posts"][UNPLACED] == notices  # article 8 has no class for a notice
    assert table["posts"]["timely"] == 0


def test_stated_shares_stand_beside_ours_column_by_column() -> None:
    table = against(FACTS, "store", {"knowledge": 45, "daily": 20})
    assert table.loc[["knowledge"]].to_numpy().tolist() == [[45, 0, 0]]
    assert table["stated"]["tea"] == 0
    assert table["ours"].sum() == pytest.approx(100)


@pytest.mark.parametrize("facts", [OWN, POOR["one"]], ids=["no log", "one post"])
def test_without_a_log_there_are_stated_shares_alone(facts: object) -> None:
    assert counts_by_column(facts, "shop").empty  # type: ignore[arg-type]
    table = against(facts, "shop", {"knowledge": 45})  # type: ignore[arg-type]
    assert table.to_numpy().tolist() == [[45, 0, 0]]
    assert against_article_8(facts, "shop")["posts"].sum() == 0  # type: ignore[arg-type]
    assert share_shown(facts, "shop", "tea") == 0  # type: ignore[arg-type]


def test_a_class_is_named_in_the_reader_s_language(reader: str) -> None:
    assert str(class_name(UNPLACED)) == {"zh": "没有着落", "en": "no place"}[reader]
    assert str(class_name("timely")) == {"zh": "时效", "en": "timely"}[reader]
