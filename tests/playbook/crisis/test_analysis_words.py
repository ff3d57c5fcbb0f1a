import math

import pytest

from playbook.crisis.analysis.keywords import complaints_by_week, judge_each, judge_list, judge_words, read_a_day
from playbook.crisis.analysis.lists import LISTS
from playbook.crisis.analysis.variants import variants
from playbook.sample.truths import read

from .worlds import FACTS, OWN, SEEDS, labelled, world

FIVE = labelled(
    ("岚间的茶好喝", True), ("兰间也不错", True), ("清晨的山岚间", False), ("城南那家茶馆", True), ("今天喝茶", False)
)


def test_a_list_is_judged_by_what_it_finds_misses_and_catches_wrongly() -> None:
    told = judge_words(FIVE, ["岚间"])
    assert (told.found, told.right, told.ours, told.every) == (2, 1, 3, 5)
    assert told.missed["text"].tolist() == ["兰间也不错", "城南那家茶馆"]
    assert told.wrong["text"].tolist() == ["清晨的山岚间"]
    assert told.recall.value == pytest.approx(1 / 3)
    assert told.recall.low < 1 / 3 < told.recall.high


def test_a_word_left_out_takes_the_namesake_away() -> None:
    told = judge_words(FIVE, ["岚间", "兰间"], ["山岚间"])
    assert (told.found, told.precision.value) == (2, 1.0)


def test_words_with_a_space_ask_for_both_and_letters_match_in_any_width_and_case() -> None:
    heard = labelled(("城南的茶馆", True), ("城南的书店", False), ("ＬＡＮＪＩＡＮ的茶", True))
    assert judge_words(heard, ["城南 茶馆"]).found == 1
    assert judge_words(heard, ["Lanjian"]).right == 1


def test_empty_words_find_nothing_and_a_word_that_stands_twice_counts_once() -> None:
    assert judge_words(FIVE, ["", "  "]).found == 0
    assert math.isnan(judge_words(FIVE, []).precision.value)
    assert judge_words(FIVE, ["岚间", "岚间 "]).words == ("岚间",)


def test_a_list_without_anything_about_us_has_no_recall() -> None:
    told = judge_words(labelled(("今天喝茶", False)), ["茶"])
    assert math.isnan(told.recall.value)
    assert math.isnan(told.to_read)


def test_what_a_list_would_lose_without_a_word_is_told() -> None:
    told = judge_each(FIVE, ["岚间", "岚", "兰间"])
    assert told["found"].tolist() == [2, 2, 1]
    assert told["alone"].tolist() == [0, 0, 1]
    assert judge_each(FIVE, []).empty


@pytest.mark.parametrize("seed", SEEDS)
def test_the_name_finds_most_and_misses_more_than_a_third_in_every_world(seed: int) -> None:
    told = judge_list(world(seed), LISTS["name"].words)
    assert told is not None
    assert 0.5 < told.recall.value < 0.67
    assert {"namesake"} == set(told.wrong["what"])
    assert {"homophone", "nickname", "product"} <= set(told.missed["what"])


@pytest.mark.parametrize("seed", SEEDS)
def test_only_nicknames_products_and_events_bring_nine_in_ten_and_tea_drowns(seed: int) -> None:
    judged = {name: judge_list(world(seed), each.words, each.without) for name, each in LISTS.items()}
    name, spelling, names, category = (judged[each] for each in ("name", "spelling", "names", "category"))
    assert name is not None and spelling is not None and names is not None and category is not None  # noqa: PT018
    assert spelling.recall.value < 0.8
    assert 0.9 <= names.recall.value <= category.recall.value
    assert category.precision.value < names.precision.value - 0.15
    assert category.found > 1.25 * names.found
    assert read_a_day(world(seed), names) < read_a_day(world(seed), category)


def test_what_is_to_be_read_in_a_day_is_scaled_by_the_mentions_of_a_usual_day() -> None:
    told = judge_list(FACTS, LISTS["names"].words, LISTS["names"].without)
    assert told is not None
    assert FACTS.mentions is not None
    daily = FACTS.mentions.groupby(FACTS.mentions["at"].dt.date)["mentions"].sum().median()
    assert read_a_day(FACTS, told) == pytest.approx(told.found / told.ours * daily)
    assert math.isnan(read_a_day(OWN, told))


def test_the_slow_burn_is_told_by_the_product_before_the_brand_is_named() -> None:
    # A world has a handful: four are looked at together.
    weeks = [
        [complaints_by_week(heard, LISTS[name].words, LISTS[name].without) for name in ("name", "names")]
        for heard in (world(seed).heard for seed in SEEDS)
        if heard is not None
    ]
    first, second = (sum(int(each[at].iloc[3]) for each in weeks) for at in (0, 1))
    before = sum(int(each[1].iloc[:3].sum()) for each in weeks) / 3
    assert second > 1.5 * first
    assert second > 2 * before


def test_misspellings_are_made_from_the_name_itself() -> None:
    told = variants("岚间")
    assert {"兰间", "蓝间", "岚涧", "岚问"} <= set(told)
    assert "岚间" not in told
    assert len(told) == len(set(told))
    assert "又元" in variants("三元") or "山元" in variants("三元")
    assert variants("Z") == ()


def test_most_of_what_people_mistype_is_among_the_misspellings_made() -> None:
    wrong = read("heard.toml")["wrong"]
    made = [each in variants("岚间") for each in wrong]
    assert 0.6 < sum(made) / len(made) < 1


def test_a_company_without_labelled_posts_has_nothing_to_judge() -> None:
    assert judge_list(OWN, ("岚间",)) is None
