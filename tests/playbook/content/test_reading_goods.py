"""Whether words are said of goods: superlatives of people and matches, prices and vouchers, figures of news."""

from __future__ import annotations

import pytest

from playbook.content.reading import exemption, places, review_example
from playbook.rules import Finding


def raised(text: str, **ticks: object) -> dict[str, Finding]:
    """Return what is raised on a text, by rule without its system."""
    return {each.rule.removeprefix("content."): each for each in review_example({"text": text, **ticks})}


@pytest.mark.parametrize(
    "text",
    [
        "茶杯赛第一轮今晚七点开球",
        "门将周一鸣成为新赛季签约第一人",
        "下一场的对手目前排名第一位，是支硬朗的球队",
        "这部片子唯一令人遗憾的是结尾太快",
        "他是唯一入选国青的本地球员",
        "我会尽自己最大的努力帮助球队",
        "新来的外援表示：“听说这里是最美的城市，能加盟是我的福气。”",
        "孩子们，你们是最棒的！",
        "最佳着装的两位上台合影",
        "送上最诚挚的祝福",
        "无论你写得多么完美无瑕，也要有人读",
        "【一分钟推理】二十个人困在岛上，唯一的船坐五个人",
    ],
)
def test_what_is_first_best_or_only_of_people_and_matches_claims_nothing(text: str) -> None:
    assert "absolute-words" not in raised(text)


@pytest.mark.parametrize(
    "text",
    [
        "超市里销量第一的酱油",
        "唯一开到半夜的茶馆，就在巷口",
        "最专业的团队为您装修",
        "老客人说：“全城最好吃的面包就在这家店。”",
        "让同行羡慕的最优秀教练，现在报名",
        "无论您何时到店，都有顶级服务",
    ],
)
def test_the_same_words_of_goods_and_services_are_still_raised(text: str) -> None:
    found = raised(text)["absolute-words"]
    assert "看上去是在说商品或服务" in found.what.zh
    assert found.mend.zh.startswith("问一句：和谁比")


def test_a_shop_alone_in_a_list_is_an_award_to_prove_and_no_player_in_a_squad() -> None:
    assert exemption(raised("唯一入选名单的茶馆，就在巷口")["absolute-words"]) == "award"


def test_where_no_goods_are_near_the_mend_asks_first_whether_it_speaks_of_goods() -> None:
    found = raised("这场雪，史上最温柔")["absolute-words"]
    assert "看上去" not in found.what.zh
    assert found.mend.zh.startswith("先问一句：这里说的是商品或服务吗？")
    assert found.mend.en.startswith("First ask:")


def test_an_exemption_is_told_as_likely_and_nothing_is_taken_back() -> None:
    found = raised("这款茶最佳的水温是85度")["absolute-words"]
    assert exemption(found) == "usage"
    assert found.what.zh.startswith("含“最佳”，多半是")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("全城最美丽的湖景房", "最美丽"),
        ("史上最松软的床垫来了", "史上最松软"),
        ("本店最时尚的款式", "最时尚"),
    ],
)
def test_a_superlative_is_shown_to_the_end_of_its_word(text: str, word: str) -> None:
    assert word in places(raised(text)["absolute-words"])


@pytest.mark.parametrize(
    "text",
    [
        "少了两个主力，实力大打折扣",
        "票房在16号台，108房旁边",
        "比拼团队协作的一天",
        "转了三次车，体内只剩0.9升血的那位已经出院",
        "奖项：一等奖球衣一件，二等奖餐厅优惠券两张",
    ],
)
def test_what_only_looks_like_a_price_or_an_offer_sells_nothing(text: str) -> None:
    assert "ad-mark" not in raised(text)


def test_a_price_is_shown_whole_and_before_the_other_words_of_an_offer() -> None:
    found = raised("团购开始：主席台40元/张，其余10元/张，抢完为止")["ad-mark"]
    assert places(found)[:2] == ("40元/张", "10元/张")
    assert "团购" in places(found)


def test_the_link_to_buy_by_is_shown_where_there_is_no_price() -> None:
    assert places(raised("同款在这里下单：http://t.cn/A6ZSra22")["ad-mark"])[0] == "http://t.cn/A6ZSra22"


def test_a_fixture_with_its_prices_may_be_information_and_urging_makes_it_an_advertisement() -> None:
    fixture = "比赛时间：周六15点。地点：河滨体育场。票价：30元"
    assert "可能算信息" in raised(fixture)["ad-mark"].mend.zh
    assert "可能算信息" not in raised(fixture + "，抢完为止，速来")["ad-mark"].mend.zh
    assert "可能算信息" not in raised(fixture + "，买票 http://t.cn/A6ZSra22")["ad-mark"].mend.zh


def test_vouchers_that_are_prizes_beside_an_offer_are_sent_to_the_rules_of_draws() -> None:
    mend = raised("新茶68元，下单就好。抽奖奖品：代金券三张。")["ad-mark"].mend
    assert "抽奖规则" in mend.zh


@pytest.mark.parametrize(
    "text",
    [
        "研究发现，人饿的时候更容易发火",
        "据统计，一般人的担心四成属于过去",
        "球队以连胜的成绩对阵U14队",
        "经过几次变向，他把球打进",
    ],
)
def test_a_figure_in_knowledge_or_news_persuades_nobody_to_buy(text: str) -> None:
    assert "true-figures" not in raised(text)


def test_a_figure_beside_our_goods_wants_a_source_or_goes() -> None:
    found = raised("研究发现，喝茶的人更专注。本店新茶欢迎来尝。")["true-figures"]
    assert "删掉这个数或这句话" in found.mend.zh


def test_a_school_team_has_a_head_and_nobody_grows_taller() -> None:
    assert "health-claims" not in raised("俱乐部长高兴地宣布，新球场开了")
    assert "health-claims" in raised("喝了它，孩子一年长高八厘米")
