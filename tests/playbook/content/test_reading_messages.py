"""What findings say and show: the fold of a list, people's numbers, quotation marks, slang and slights."""

from __future__ import annotations

import pytest

from playbook.content.reading import places, review_example
from playbook.content.reading.say import masked, quoted
from playbook.rules import Finding

FILLER = "院子里的藤椅搬到了檐下，橘猫占了一把，客人坐了另外两把，"  # 28 characters
LONG = FILLER * 5


def raised(text: str, **ticks: object) -> list[Finding]:
    """Return what is raised on a text."""
    return review_example({"text": text, **ticks})


def of(rule: str, text: str) -> list[Finding]:
    """Return what one rule raises on a text."""
    return [each for each in raised(text) if each.rule == f"content.{rule}"]


def fold(text: str) -> Finding:
    """Return the one finding on a text's length."""
    (found,) = of("limit-140", text)
    return found


def test_spaces_and_empty_lines_do_not_make_a_post_long() -> None:
    assert not of("limit-140", "  " + LONG[:60] + "\n\n\n" + " " * 200 + LONG[:60] + "\u200b" * 30 + "   ")


@pytest.mark.parametrize("tail", ["，最后一句在这里。", "http://t.cn/A6ZSra22 最后", "\n\n 。、（最后一句）", "😀" * 9])
def test_the_fold_is_shown_by_words_from_the_start_of_a_clause(tail: str) -> None:
    text = LONG + tail
    found = fold(text)
    for place in places(found):
        assert place in text
        assert place[0].isalnum()
        assert "http" not in place or place.startswith("http://t.cn/A6ZSra22")
    assert "“”" not in found.what.zh


def test_a_text_that_an_export_cut_is_told_so_and_not_measured() -> None:
    found = fold(LONG + "后来...全文")
    assert "断了" in found.what.zh
    assert "字，" not in found.what.zh


def test_names_alone_behind_the_fold_are_too_many_mentions() -> None:
    found = fold(LONG[:132] + "@岚间茶铺 @岚间茶课 @岚间客服")
    assert "@ 太多" in found.what.zh
    assert all(place.startswith("@") for place in places(found))


def test_a_price_or_a_day_only_behind_the_fold_is_firm_and_anything_else_a_reminder() -> None:
    firm = fold(LONG + "茶会每位 68 元，周六下午三点开始。")
    assert "价格、日期只写在后面" in firm.what.zh
    assert "提醒" not in firm.mend.zh
    assert "提醒" in fold(LONG + "檐下很凉快，风从河边来。").mend.zh
    assert "提醒" in fold("茶会每位 68 元，" + LONG + "再说一遍，68 元。").mend.zh


def test_of_a_very_long_post_an_article_is_made_and_nothing_is_cut() -> None:
    found = fold(FILLER * 20)
    assert "头条文章" in found.mend.zh
    assert "能删的删掉" not in found.mend.zh


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("13900000000", "139****0000"),
        ("139-0000-0000", "139****0000"),
        ("110101190001011234", "110****1234"),
        ("2025年11月3日", "2025年11月3日"),
        ("20251103", "20251103"),
    ],
)
def test_no_number_of_a_person_is_printed_whole(typed: str, shown: str) -> None:
    assert masked(typed) == shown


def test_a_number_is_masked_in_the_message_and_whole_where_a_page_points() -> None:
    (found,) = of("personal-data", "失主的电话是13900000000，认识的说一声")
    assert "13900000000" in places(found)
    assert "13900000000" not in found.what.zh + found.what.en
    assert "139****0000" in found.what.zh


def test_a_number_with_a_date_glued_behind_is_found_by_its_eleven_digits() -> None:
    (found,) = of("personal-data", "找小周，139000000002025年11月3日")
    assert places(found) == ("13900000000",)


@pytest.mark.parametrize("lead", ["联系人：报童", "大巴车联系电话", "活动详情请拨打", "工作人员联系方式："])
def test_a_published_number_for_work_is_asked_about(lead: str) -> None:
    (found,) = of("personal-data", f"{lead}13900000000")
    assert "是工作电话吗？本人同意吗？" in found.mend.zh


def test_a_name_with_an_office_is_known_and_one_without_is_a_persons_own() -> None:
    assert not of("personal-data", "协会负责人周远山先生到场。周远山先生说，茶好。")
    assert of("personal-data", "昨天来退茶的周远山先生说，茶好。")


def test_a_childs_full_name_beside_an_age_group_is_raised() -> None:
    (found,) = of("personal-data", "U9组冠军：南门小队。射手王小满（进6球）和周一诺（进4球）。")
    assert places(found) == ("王小满", "周一诺")
    assert "监护人同意" in found.mend.zh
    assert not of("personal-data", "U9组冠军：南门小队。射手王（进6球）是谁的宝贝，周末见。")
    assert not of("personal-data", "国家队射手王小满（进6球）。")


def test_inside_quotation_marks_others_become_single_and_private_signs_are_left_out() -> None:
    shown = quoted(["“顶级”茶", "好\ue12b茶", "\ue32e"])
    assert shown.zh == "“‘顶级’茶”“好茶”"


def test_long_words_are_cut_with_each_language_s_own_mark_and_never_within_a_word() -> None:
    english = quoted(["What is on Weibo is malicious talk by people who do not know how tea is kept at home"])
    assert english.en == "“What is on Weibo is malicious talk by people who do not know…”"
    chinese = quoted(["这" * 30])
    assert (chinese.zh, chinese.en) == ("“" + "这" * 24 + "……”", "“" + "这" * 24 + "…”")
    assert (
        quoted(["我们这家店二十年来一直用心做茶，请认准正品 Lanjian 两个字"]).zh
        == "“我们这家店二十年来一直用心做茶，请认准正品……”"
    )


def test_crude_slang_is_firm_and_stale_slang_a_reminder_of_its_own() -> None:
    crude, stale = of("humour-and-net-slang", "这茶真牛逼，有木有")
    assert places(crude) == ("牛逼",)
    assert "提醒" not in crude.mend.zh
    assert places(stale) == ("有木有",)
    assert stale.mend.zh.startswith("这是提醒")


def test_a_word_that_a_team_or_a_class_chose_for_its_name_is_let_pass() -> None:
    assert not of("humour-and-net-slang", "恭喜“逆袭战队”和牛逼队通关")


@pytest.mark.parametrize(
    "text",
    [
        "安保人员都没下班，辛苦了",
        "单身派对今晚开，再不疯狂就老了",
        "【推理】女人说她不懂，真凶是谁？嫌疑人三个",
        "这题真笨，女生先答",
    ],
)
def test_a_group_that_nothing_is_said_of_is_not_slighted(text: str) -> None:
    assert not of("think-before-posting", text)


def test_a_group_as_the_subject_of_a_slight_is() -> None:
    (found,) = of("think-before-posting", "女生都是路痴，别问路")
    assert "贬低" in found.what.zh


def test_a_statement_addresses_its_readers_and_good_wishes_want_something_of_our_own() -> None:
    assert not of("title-text-image", "致广大茶友，关于假冒本店的声明：网上那家不是我们。")
    (found,) = of("title-text-image", "值此新春之际，岚间茶馆恭祝大家阖家幸福！")
    assert found.mend.zh.startswith("只有祝福的，写一件自己的事")
    (found,) = of("title-text-image", "值此新春之际，岚间茶馆隆重推出新茶！")
    assert "只有祝福的" not in found.mend.zh


def test_bait_is_shown_with_its_clause_and_an_invitation_to_follow_news_is_none() -> None:
    (found,) = of("honest-questions", "#新杯子#喜欢的请转发给三个人！明天见。")
    assert places(found) == ("喜欢的请转发给三个人",)
    assert "求转发、求赞" in found.what.zh
    assert not of("honest-questions", "更多消息，敬请关注@岚间茶铺 。队员们还是成功的顶住了压力。")


def test_several_mentions_that_will_not_link_are_told_in_the_plural() -> None:
    (found,) = of("nine-syntax-elements", "谢谢@ 岚间茶铺 和@ 岚间客服 帮忙")
    assert found.what.zh.startswith("这几个 @ 点不开")
