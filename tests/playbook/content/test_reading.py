"""A draft is read as a careful editor reads it: what is raised, what is let pass, which exemption is named."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import playbook.content.reading
from playbook.company import Account, Company
from playbook.content.draft import Draft
from playbook.content.reading import elements, exemption, places, review_example, review_text
from playbook.content.reading.lists import expression, listed, read
from playbook.facts import sample_facts
from playbook.rules import Finding, rule, sources

LISTS = ("absolutes", "selling", "opening", "tone", "proofs")
WHOLE = ("surnames", "traditional")  # lists of characters, one source for all


def raised(text: str, **ticks: object) -> dict[str, Finding]:
    """Return what is raised on a text, by rule without its system."""
    return {each.rule.removeprefix("content."): each for each in review_example({"text": text, **ticks})}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("为客户提供最优质的服务，是我们的目标", "attitude"),
        ("我们会用最快的速度给您答复", "attitude"),
        ("这是我们有史以来最薄的一款笔记本", "self"),
        ("今年的春茶是我们家五年来最香的一批", "self"),
        ("面膜最佳使用时间是洗完澡后十分钟", "usage"),
        ("按GB/T 14456分级，这批是特级", "grade"),
        ("“最好吃”是我们注册的商标", "name"),
        ("他的手艺入选国家级非物质文化遗产名录", "award"),
        ("2025年双11，这款书桌在本平台类目销量第一（数据来源：平台后台）", "fact"),
    ],
)
def test_an_absolute_word_in_a_context_that_the_guide_lets_pass_names_the_exemption_and_the_proof(
    text: str, kind: str
) -> None:
    found = raised(text)["absolute-words"]
    assert exemption(found) == kind
    assert all(place in text for place in places(found))
    assert "多半是" in found.what.zh
    assert found.mend.zh.startswith("写法和凭据：")


@pytest.mark.parametrize(
    "text",
    [
        "全网最低价，错过等一年",
        "口感最好，全城独此一家",
        "本院拥有国内最先进的种植设备",
        "没有谁比我们更懂老房子",
        "签约班包你过",
        "采用世界顶级面料",
        "全國頂級工藝",
        "最 佳 品 质",
        "最\u200b佳品质",
    ],
)
def test_a_claim_that_nothing_excuses_is_raised_and_asked_what_it_is_compared_with(text: str) -> None:
    found = raised(text)["absolute-words"]
    assert exemption(found) is None
    assert "和谁比" in found.mend.zh
    assert "compared with what" in found.mend.en


@pytest.mark.parametrize(
    "text",
    [
        "最近天冷，今天是最后一天",
        "第一次来的朋友，先看看墙上的图",
        "一周里最忙的一天，收银小妹嗓子都哑了",
        "最好先洗手再摸书",
        "问得最多的是怎么停车",
        "绝对没有想到，她会回来",
        "唯一的缺点是要排队",
        "万能的网友，这只猫叫什么？",
        "你觉得最好喝的是哪一泡？",
        "感谢@最佳拍档 的照片",
        "最多坐六个人，最早七点开门",
        "58同城中国足球甲级联赛第14轮",
    ],
)
def test_words_that_claim_nothing_about_goods_are_let_pass(text: str) -> None:
    assert "absolute-words" not in raised(text)


def test_a_word_that_is_excused_does_not_excuse_another() -> None:
    found = review_example({"text": "最佳冲泡水温是80度。本店茶叶全网最低。"})
    assert [exemption(each) for each in found if each.rule == "content.absolute-words"] == ["usage", None]


@pytest.mark.parametrize("phone", ["13800138000", "138-0013-8000", "1 3 8 0 0 1 3 8 0 0 0", "１３８００１３８０００"])
def test_a_phone_number_is_seen_however_it_is_spaced_and_pointed_at_as_it_was_typed(phone: str) -> None:
    assert phone in places(raised(f"失主的电话是{phone}，认识的说一声")["personal-data"])


def test_a_hotline_and_a_surname_are_nobodys_personal_data() -> None:
    assert "personal-data" not in raised("客服热线 400-123-4567。王女士的伞落在店里了。")


def test_asking_for_an_address_in_a_comment_is_raised_and_asking_for_it_by_message_is_not() -> None:
    assert "personal-data" in raised("想要的在评论区留下电话和地址")
    assert "personal-data" not in raised("想要的把地址私信给我们，别写在评论里")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("新茶到了，50 克 68 元，下单 http://t.cn/A6ZSra22", False),
        ("广告｜新茶到了，50 克 68 元，下单 http://t.cn/A6ZSra22", True),
        ("#广告# 试了半个月，同款在 http://t.cn/A6ZSra22", True),
        ("这条不是广告，就是想说买二送一", False),
        ("买一送一", False),
        ("39.8一箱，想要的说一声", False),
    ],
)
def test_what_sells_is_raised_unless_it_is_marked(text: str, *, marked: bool) -> None:
    assert ("ad-mark" in raised(text)) is not marked
    assert "ad-mark" not in raised(text, ad_marked=True)


@pytest.mark.parametrize(
    "text", ["不收费，也不用买书，来坐就好", "捐了5000元给图书馆", "运费已退，一共12元", "今天卖了37碗面"]
)
def test_a_price_that_nobody_is_asked_to_pay_sells_nothing(text: str) -> None:
    assert "ad-mark" not in raised(text)


def test_a_warning_against_private_payment_is_no_private_payment() -> None:
    assert "private-contact" in raised("要的加店长微信 laolan888，转账给你留着")
    assert "private-contact" not in raised("我们不会加您微信退款，让您转账的都是骗子")


@pytest.mark.parametrize(
    "text", ["坚持一个月，血糖从9降到6", "泡脚以后失眠好了", "荷叶茶刮油排毒", "喝了它，腰上的肉自己就走了"]
)
def test_a_hint_at_a_cure_is_raised(text: str) -> None:
    assert "health-claims" in raised(text)


@pytest.mark.parametrize(
    "text", ["茶不是药，治不了失眠", "这部电影很治愈", "下午喝浓茶会失眠", "瘦肉粥今天没有了", "感冒了就去医院"]
)
def test_everyday_words_and_denials_are_no_cure(text: str) -> None:
    assert "health-claims" not in raised(text)


def test_a_figure_with_its_source_is_let_pass() -> None:
    assert "true-figures" in raised("九成以上的妈妈用过都说好")
    assert "true-figures" not in raised("问卷回收186份，九成的妈妈说会再来")


def test_ai_is_raised_by_the_tick_or_by_the_texts_own_words_until_the_declaration_is_chosen() -> None:
    assert "ai-mark" in raised("冬至快乐", made_with_ai=True)
    assert "ai-mark" in raised("配图用AI画的")
    assert "ai-mark" not in raised("配图用AI画的", made_with_ai=True, ai_declared=True)
    assert "ai-mark" not in raised("不是AI画的，手绘了三个晚上")


def test_borrowed_things_want_a_name_and_one_that_is_named_is_let_pass() -> None:
    assert "named-source" in raised("图片来自网络，侵删", has_image=True)
    assert "named-source" in raised("好看", has_image=True, origin="unknown")
    assert "named-source" in raised("好看", has_image=True, origin="licensed")
    assert "named-source" not in raised("好看，@阿莫在江边 拍的", has_image=True, origin="licensed")
    assert "named-source" not in raised("没修图，不是网图", has_image=True)


def test_goods_on_a_disaster_are_raised_and_help_in_one_is_not() -> None:
    assert "hot-event-filter" in raised("地震无情，今天全场八折")
    assert "hot-event-filter" not in raised("台风天退订不收手续费，大堂通宵有热水")


def test_a_slight_is_raised_with_a_question_and_a_joke_about_ourselves_is_not() -> None:
    assert raised("嫌贵的慢走，穷人别来")["think-before-posting"].mend.zh.startswith("问一句")
    assert "think-before-posting" not in raised("我们自己都是路痴，昨天又走错了门")


def test_pears_and_porridge_are_no_slang() -> None:
    assert "humour-and-net-slang" not in raised("鸭梨到了，配稀饭正好，茶已经滚了")
    assert "humour-and-net-slang" in raised("鸭梨山大，有木有")


def test_a_gloomy_morning_and_a_greeting_at_the_wrong_hour_are_raised() -> None:
    assert "morning-evening-tone" in raised("早安，又是不想活的周一")
    assert "morning-evening-tone" in raised("早安，打烊了")
    assert "morning-evening-tone" not in raised("晚安，明早七点的豆浆已经泡上了")
    assert "morning-evening-tone" not in raised("又是不想活的周一")


def test_bait_is_raised_and_a_thank_you_is_not() -> None:
    assert "honest-questions" in raised("@三位好友 转发抽奖")
    assert "honest-questions" in raised("@三个好朋友来看")
    assert "honest-questions" not in raised("谢谢大家的转发和点赞")


def test_a_question_near_the_end_is_something_to_answer_and_a_taunt_or_speech_is_not() -> None:
    assert "dialogue-questions" not in raised("绿茶放哪儿好？")
    assert "dialogue-questions" in raised("还在等什么？")
    assert "dialogue-questions" in raised("客人问：“有没有不像茶的茶？”")
    assert "dialogue-questions" not in raised("明天停水，休息一天，抱歉")


def test_an_opening_formula_is_raised_unless_the_first_line_brings_news() -> None:
    assert "title-text-image" in raised("尊敬的顾客：感谢您一直以来的支持与厚爱！")
    assert "title-text-image" not in raised("尊敬的顾客：今天17点停水，提前打烊。")
    assert "title-text-image" not in raised("感谢下雨没走的四千一百个人。")


def test_a_headline_with_a_link_is_raised_and_a_full_post_with_a_link_is_not() -> None:
    assert "no-headline-plus-link" in raised("【三个你不知道的细节】完整版戳 http://t.cn/A6ZSra22")
    full = "绿茶的水烧开晾五分钟，先倒水后放叶子，没有温度计就看白气变细。长文在 http://t.cn/A6ZSra22"
    assert "no-headline-plus-link" not in raised(full)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("#岚间答疑 明天放假", "#岚间答疑"),
        ("## 明天放假", "##"),
        ("找 @，早来", "@，早来"),
        ("哭了[泪", "[泪"),
        ("看 http://t.cn/ A6ZSra22", "http://t.cn/ A6ZSra22"),
        ("看 http://t.cn/A6ZSra22点这里", "http://t.cn/A6ZSra22点这里"),
    ],
)
def test_a_malformed_element_is_pointed_at(text: str, where: str) -> None:
    assert places(raised(text)["nine-syntax-elements"]) == (where,)


@pytest.mark.parametrize(
    "text",
    [
        "走2#楼东门",
        "讲C#里的锁 #公开课#",
        "#微博十年##岚间十年#一起走",
        "写信到 lan@lanjian.cn 就行",
        "[组图共11张]今天的茶",
    ],
)
def test_what_only_looks_malformed_is_let_pass(text: str) -> None:
    assert "nine-syntax-elements" not in raised(text)


def test_a_mention_glued_to_words_is_found_where_the_companys_accounts_are_known() -> None:
    card = Company(name="岚间茶馆", accounts=[Account(id="shop", name="岚间茶铺")])
    draft = Draft(id="d", account="shop", text="新茶去@岚间茶铺看看，好喝")
    facts = replace(sample_facts(), company=card)
    assert "content.nine-syntax-elements" not in {each.rule for each in review_text(draft)}
    assert "content.nine-syntax-elements" in {each.rule for each in review_text(draft, facts)}


def test_only_our_own_words_of_a_repost_are_read_and_bare_ones_are_raised() -> None:
    others = "//@某某店:全网最低，加微信abc12345"
    assert set(raised("这家我去过，你们呢？" + others, repost=True)) == set()
    assert "repost-with-own-view" in raised("转发微博。[赞]" + others, repost=True)


def test_the_elements_used_are_told_apart() -> None:
    text = "#岚间答疑# 去@岚间茶铺 看 http://t.cn/A6ZSra22 [太阳]"
    assert elements(Draft(id="d", account="shop", text=text, has_image=True)) == {
        "text", "image", "link", "mention", "hashtag", "emoji",
    }  # fmt: skip
    assert elements(Draft(id="d", account="shop", text="[太阳]")) == {"emoji"}


def test_every_finding_speaks_both_languages_and_points_at_words_of_the_text() -> None:
    text = "早安打工人！感谢新老顾客。全网最低，加V：abcde123，{转发}@三位好友 #话题"
    found = review_example({"text": text})
    assert len(found) > 5
    for each in found:
        assert rule(each.rule).name.zh
        assert "{" not in (each.what.zh + each.what.en + each.mend.zh + each.mend.en).replace("{转发}", "")
        assert all(place in text for place in places(each))


def test_every_block_of_a_list_names_a_law_a_rule_or_the_course_with_its_reason() -> None:
    for name in (*LISTS, *WHOLE):
        whole = {name: read(name)} if name in WHOLE else read(name)
        for key, entry in whole.items():
            for block in entry.values() if key == "exemption" else (entry,):
                kind, _, which = block["source"].partition(" ")
                known = kind.rstrip(":") in sources() or (kind == "catalogue" and which.startswith("content."))
                assert known, (name, key)
                assert kind != "course" or block["because"], (name, key)


def test_no_expression_repeats_without_a_bound() -> None:
    folder = Path(playbook.content.reading.__file__).parent
    for name in LISTS:
        for key, entry in tomllib.loads((folder / f"{name}.toml").read_text("utf-8")).items():
            for part in ("words", "unless"):
                if part in entry:
                    written = expression(listed(entry[part])).pattern
                    assert not any(end in written for end in (")+", ")*", "]+", "]*", ".*", ".+", ",}")), (name, key)
