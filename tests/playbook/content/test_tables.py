import pytest

from playbook.content import tables

from .poor import FACTS, OWN, POOR

ALL = {
    "columns": tables.columns,
    "forms": tables.forms,
    "claims": tables.claims,
    "ratios": tables.ratios,
    "lengths": tables.lengths,
    "mix_over_time": tables.mix_over_time,
    "mix": tables.mix,
    "mix_sum": tables.mix_sum,
    "question_bank": tables.question_bank,
    "drafts": tables.drafts,
    "classes": tables.classes,
}


@pytest.mark.parametrize("name", ALL)
def test_a_table_speaks_the_reader_s_language(name: str, reader: str) -> None:
    table = ALL[name](FACTS, "shop")
    heads = [str(head) for head in (*table.columns, table.columns.name)]
    assert any(letter >= "一" for letter in "".join(heads)) == (reader == "zh")
    assert not table.empty


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_table_without_a_number_that_is_none(kind: str) -> None:
    for name, table in ALL.items():
        shown = table(POOR[kind], "class").to_string()
        assert "nan" not in shown.lower(), name


def test_columns_are_shown_with_their_ratio() -> None:
    assert list(tables.columns(FACTS, "shop").loc["折扣"]) == ["467", "40", "23", "9", "6", "0.65", "0.60–0.71"]
    assert "没有编辑日志" in tables.columns(OWN, "shop").to_string()
    assert list(tables.forms(OWN, "shop").index) == ["视频", "长文", "图片", "链接", "纯文字"]


def test_a_claim_as_it_stands_is_told_from_the_same_claim_at_the_same_hour() -> None:
    table = tables.claims(FACTS, "shop")
    assert list(table.loc["有视频的，互动更多（直接比）"])[:3] == ["—", "支持", "1.80"]
    assert list(table.loc["有视频的，互动更多"])[2] == "1.28"
    assert len(tables.ratios(FACTS, "shop", ["link"])) == 1


def test_article_8_s_sum_is_worked_out_in_posts() -> None:
    table = tables.mix_sum()
    assert list(table.loc["活动"]) == ["5%", "0.7"]
    assert list(table.loc["合计"]) == ["95%", "13.3"]
    assert list(table.loc["缺"]) == ["5%", "0.7"]


def test_the_mix_is_article_8_s_or_one_s_own() -> None:
    assert list(tables.mix(FACTS, "shop").loc["活动"]) == ["5%", "27%", "536"]
    own = tables.mix(FACTS, "shop", {"knowledge": 40, "fun": 10})
    assert list(own.loc["知识"]) == ["40%", "17%", "334"]
    assert list(own.loc["逗乐"]) == ["10%", "0%", "0"]
    assert "没有编辑日志" in tables.mix(OWN, "shop").to_string()


def test_the_question_bank_gives_two_examples_and_says_what_is_in_no_group(reader: str) -> None:
    table = tables.question_bank(FACTS)
    assert table.iloc[0].tolist()[:2] == [56, "37%"]
    assert table.iloc[-1].tolist()[-2:] == ["—", "—"]
    asks = {"zh": "吗", "en": "?"}[reader]
    assert any(asks in str(each) for each in table.iloc[:, 2:4].to_numpy().ravel())
    lacks = {"zh": "没有收件箱", "en": "no inbox"}[reader]
    assert lacks in tables.question_bank(OWN).to_string()


def test_who_reads_english_gets_a_gloss_of_each_draft(reader: str) -> None:
    table = tables.drafts(FACTS, ids=["d01", "d08"])
    assert list(table.index) == ["d01", "d08"]
    assert table.iloc[1, 1] == "—"  # it has no text
    assert table.shape[1] == {"zh": 2, "en": 3}[reader]
    assert len(tables.drafts(FACTS)) == 36


def test_four_articles_name_their_classes_and_one_its_shares() -> None:
    table = tables.classes()
    assert table["几类"].tolist() == [7, 7, 4, 4]
    assert table.loc["第 8 篇", "哪几类"] == "时效 25%、知识 45%、趣味 20%、活动 5%"
