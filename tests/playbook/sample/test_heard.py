import pandas as pd
import pytest

from playbook.crisis.analysis.keywords import judge_words
from playbook.crisis.analysis.lists import LISTS
from playbook.sample.heard import make_heard
from playbook.sample.truths import read, truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("heard"))
TRUTH = truths()["heard"]
OURS = {"brand", "place_brand", "homophone", "nickname", "product", "event", "place"}
OTHERS = {"category", "peer", "namesake", "elsewhere"}


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hundred_posts_of_a_month_are_labelled_and_do_not_repeat_themselves_much(seed: int) -> None:
    table = TABLES[seed]
    assert len(table) == TRUTH["rows"]
    assert table["at"].is_monotonic_increasing
    assert table["at"].dt.strftime("%Y-%m-%d").between(TRUTH["first"], TRUTH["last"]).all()
    assert table["id"].is_unique
    assert table["text"].nunique() >= 260


@pytest.mark.parametrize("seed", SEEDS)
def test_what_names_us_agrees_with_whether_a_post_is_about_us(seed: int) -> None:
    table = TABLES[seed]
    assert set(table.loc[table["about_us"], "what"]) == OURS
    assert set(table.loc[~table["about_us"], "what"]) == OTHERS
    assert 0.5 < table["about_us"].mean() < 0.72


@pytest.mark.parametrize("seed", SEEDS)
def test_the_name_finds_most_and_misses_misspellings_nicknames_and_products(seed: int) -> None:
    name = judge_words(TABLES[seed], LISTS["name"].words)
    assert 0.5 < name.recall.value < 0.68  # 106 of 184 are planted; a share of so many errs by 0.036
    assert set(name.wrong["what"]) == {"namesake"}
    missed = name.missed["what"].value_counts()
    assert missed[["homophone", "nickname", "product"]].min() >= 5


@pytest.mark.parametrize("seed", SEEDS)
def test_a_wide_list_finds_nine_in_ten_and_the_word_for_tea_drowns_it(seed: int) -> None:
    names, tea = (judge_words(TABLES[seed], LISTS[each].words, LISTS[each].without) for each in ("names", "category"))
    assert names.recall.value >= 0.88
    assert names.precision.value > 0.9
    assert tea.found > 1.2 * names.found
    assert tea.precision.value < 0.8


def test_damp_tins_are_named_by_the_product_before_the_brand() -> None:
    table = pd.concat(TABLES.values())
    damp = table[table["about_us"] & table["negative"] & table["text"].str.contains("潮|水珠|软|霉")]
    first = damp.groupby("what")["at"].min().dt.strftime("%Y-%m-%d")
    assert first["product"] < first["homophone"] < first["brand"]
    week = damp[damp["at"] < pd.Timestamp("2025-11-09", tz="Asia/Shanghai")]
    assert (week["what"] == "product").mean() > 0.7


def test_about_a_tenth_is_negative_before_the_slow_burn_and_a_quarter_in_it() -> None:
    # Some 2,400 and 1,300 posts about us: shares err by 0.006 and 0.012, three times that is allowed.
    table = pd.concat(TABLES.values()).query("about_us")
    burn = table["at"] >= pd.Timestamp("2025-11-03", tz="Asia/Shanghai")
    share = table["negative"].astype(float).groupby(burn).mean()
    assert share[True] == pytest.approx(0.25, abs=0.04)
    assert share[False] == pytest.approx(0.10, abs=0.04)


def test_every_text_has_its_gloss_and_no_place_is_left_unfilled() -> None:
    table = pd.concat(TABLES.values())
    assert table["text"].str.contains("[\u4e00-\u9fff]").all()
    assert not table["text_en"].str.contains("[\u3000-\u9fff\uff00-\uffef]").any()
    assert not (table["text"] + table["text_en"]).str.contains("[{}]").any()


def test_the_shares_of_the_groups_make_three_hundred() -> None:
    assert sum(group["share"] for group in read("heard.toml")["group"].values()) == TRUTH["rows"]


def test_the_same_seed_makes_the_same_posts_and_another_seed_others() -> None:
    assert make_heard(7).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])
