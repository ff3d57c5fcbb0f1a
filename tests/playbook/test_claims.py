"""Claims put to the test, on small tables made by hand and on worlds of `tests/bench/claims.py`."""

from __future__ import annotations

import math
import string
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.claims import Claim, Result, test_claim
from playbook.language import LANGUAGES, Text
from playbook.posts import COLUMNS, sample_posts, typed

from ..bench.claims import WITH_VIDEO, Scenario, plant, score  # noqa: TID252 - tests are no package

SAID = Text("带视频的微博，互动更多", "Posts with a video get more reactions")
EVENINGS = Claim(
    Text("晚上发的，互动更多", "Posts of the evening get more reactions"),
    holds=lambda posts: (posts["posted_at"].dt.hour >= 18).astype("boolean").mask(posts["posted_at"].isna()),
    needs=("posted_at",),
)


def posts(gets: list[int], **columns: object) -> pd.DataFrame:
    """A post a day from Monday 2025-03-03 at 10:00, with so many likes; other columns as told, once or a list."""
    on = pd.date_range("2025-03-03", periods=len(gets)).strftime("%Y-%m-%d")
    told = {
        "account": "a", "posted_on": on, "posted_at": on + "T10:00:00+08:00", "is_repost": "false",
        "likes": [str(each) for each in gets], "comments": "0", "reposts": "0",
    } | columns  # fmt: skip
    return typed(pd.DataFrame(told).reindex(columns=list(COLUMNS), fill_value=""))


def two_sides(inside: list[int], outside: list[int], **columns: object) -> pd.DataFrame:
    """Posts with a video and posts without, day by day in turn."""
    sides = [each for pair in zip(inside, outside, strict=True) for each in pair]
    return posts(sides, has_video=["true", "false"] * len(inside), **columns)


LOW, HIGH = [10 + n % 7 for n in range(60)], [30 + n % 7 for n in range(60)]


def told(result: Result, words: str) -> bool:
    """Whether one of the result's traps says so."""
    return any(words in trap.en for trap in result.traps)


# ---------------------------------------------------------------- what the data say


def test_a_clear_difference_is_told_either_way() -> None:
    assert test_claim(two_sides(HIGH, LOW), WITH_VIDEO).outcome == "supported"
    assert test_claim(two_sides(LOW, HIGH), WITH_VIDEO).outcome == "refuted"
    assert test_claim(two_sides(LOW, LOW), WITH_VIDEO).outcome == "cannot_tell"


def test_the_ratio_of_one_account_is_that_of_its_medians() -> None:
    result = test_claim(two_sides(HIGH, LOW), WITH_VIDEO)
    assert (result.inside, result.outside, result.accounts) == (60, 60, ("a",))
    assert result.ratio == pytest.approx((np.median(HIGH) + 1) / (np.median(LOW) + 1))
    assert result.low < result.ratio < result.high


def test_the_level_of_an_account_never_counts() -> None:
    chance = np.random.default_rng(1)
    frames = []
    for account, level, share in (("big", 5000, 0.8), ("small", 10, 0.2)):
        gets = chance.lognormal(np.log(level), 0.3, 200).astype(int).tolist()
        video = np.where(chance.random(200) < share, "true", "false").tolist()
        frames.append(posts(gets, account=account, has_video=video))
    table = pd.concat(frames)
    by_side = table.groupby("has_video")["likes"].median()
    assert by_side[True] > 50 * by_side[False]
    result = test_claim(table, WITH_VIDEO)
    assert result.outcome == "cannot_tell"
    assert 0.9 < result.ratio < 1.1
    assert result.accounts == ("big", "small")


def test_an_account_can_be_looked_at_alone() -> None:
    table = pd.concat([two_sides(HIGH, LOW), two_sides(LOW, HIGH, account="b")])
    assert test_claim(table, WITH_VIDEO, "a").outcome == "supported"
    assert test_claim(table, WITH_VIDEO, "b").outcome == "refuted"
    assert test_claim(table, WITH_VIDEO, "a").accounts == ("a",)


def test_the_same_posts_tell_the_same_in_any_order() -> None:
    table = plant(Scenario("order", 1.5, weeks=20), 1)
    shuffled = table.sample(frac=1, random_state=1)
    one, two = test_claim(table, WITH_VIDEO), test_claim(shuffled, WITH_VIDEO)
    assert (one.ratio, one.low, one.high, one.needed) == (two.ratio, two.low, two.high, two.needed)


def test_reposts_do_not_count_and_unknown_reposts_do() -> None:
    table = two_sides(HIGH, LOW)
    table.loc[table.index[:40], "is_repost"] = True
    assert test_claim(table, WITH_VIDEO).inside == 40
    table.loc[:, "is_repost"] = pd.NA
    assert test_claim(table, WITH_VIDEO).inside == 60


def test_unknown_counts_are_left_out_and_never_taken_for_zero() -> None:
    table = two_sides(HIGH, LOW)
    video = table.index[table["has_video"].fillna(value=False)]
    table.loc[video[::2], "comments"] = pd.NA
    result = test_claim(table, WITH_VIDEO)
    assert (result.inside, result.outside, result.outcome) == (30, 60, "supported")


def test_one_lucky_week_makes_no_rule() -> None:
    """Forty posts in one lucky week are one piece of luck, not forty."""
    quiet = [10 + n % 7 for n in range(70)]
    table = two_sides(quiet, quiet)
    lucky = pd.concat([two_sides([90 + n for n in range(40)], quiet[:40])])
    lucky["posted_on"] = pd.Timestamp("2025-09-01") + pd.to_timedelta(np.arange(80) % 7, unit="D")
    lucky.loc[~lucky["has_video"].fillna(value=False), "posted_on"] = pd.Timestamp("2025-08-27")
    assert test_claim(pd.concat([table, lucky]), WITH_VIDEO).outcome == "cannot_tell"


def test_many_posts_are_compared_as_exactly_as_few() -> None:
    table = plant(Scenario("many", 1.5, a_day=100.0), 1)
    sides = table.groupby("has_video")[["likes", "comments", "reposts"]].apply(lambda side: side.sum(axis=1).median())
    result = test_claim(table, WITH_VIDEO)
    assert result.outside > 25_000  # more than the steps of `estimate`
    assert result.ratio == pytest.approx((sides[True] + 1) / (sides[False] + 1), abs=0.01)


# ---------------------------------------------------------------- when they cannot say


def test_too_few_posts_on_a_side_are_not_compared() -> None:
    table = two_sides(HIGH, LOW)
    table.loc[table.index[38:], "has_video"] = False
    result = test_claim(table, WITH_VIDEO)
    assert (result.inside, result.outcome) == (19, "cannot_tell")
    assert math.isnan(result.ratio)
    assert result.unable is not None
    assert "20" in result.unable.zh
    assert "20" in result.sentence.en


def test_too_few_weeks_are_not_compared_however_many_the_posts() -> None:
    table = pd.concat([two_sides(HIGH[:24], LOW[:24])] * 10)  # 480 posts in seven weeks
    result = test_claim(table, WITH_VIDEO)
    assert result.outcome == "cannot_tell"
    assert "8 周" in result.sentence.zh
    assert "8 weeks" in result.sentence.en


@pytest.mark.parametrize("table", [posts([]), posts([1] * 99), posts([1] * 99, has_video="true"), two_sides(HIGH, LOW)])
def test_what_tells_nothing_gives_a_sentence_and_no_error(table: pd.DataFrame) -> None:
    result = test_claim(table, WITH_VIDEO, "nobody" if len(table) == 120 else None)
    assert result.outcome == "cannot_tell"
    assert result.needed is None
    assert all("nan" not in result.sentence.in_language(each) for each in LANGUAGES)


def test_an_account_that_is_not_there_is_told_with_those_that_are() -> None:
    sentence = test_claim(two_sides(HIGH, LOW), WITH_VIDEO, "nobody").sentence
    assert "no account “nobody”; there are: a" in sentence.en
    assert "没有账号“nobody”" in sentence.zh


# ---------------------------------------------------------------- other claims


def test_a_claim_may_be_of_a_gap() -> None:
    rested = Claim(
        Text("隔两天以上再发的，赞更多", "Posts two days or more after the last get more likes"),
        holds=lambda table: table.groupby("account")["posted_at"].diff().dt.days.astype("Float64") >= 2,
        of="likes",
    )
    table = posts([30 if n % 3 else 10 for n in range(180)])
    table = table[np.arange(180) % 3 != 1].reset_index(drop=True)  # a gap of two days before each post of thirty
    result = test_claim(table, rested)
    assert (result.inside, result.outside, result.outcome) == (60, 59, "supported")  # the first has none before it


def test_a_claim_may_be_of_a_relay_by_another_account() -> None:
    relayed = Claim(
        Text("被自家账号转发过的，转发更多", "Posts relayed by our own accounts get more reposts"),
        holds=lambda table: table["post_id"].isin(table["repost_of"].dropna()),
        of="reposts",
    )
    own = posts([0] * 120, post_id=[str(n) for n in range(120)], reposts=[str(9 + 20 * (n % 2)) for n in range(120)])
    relays = posts([0] * 60, account="b", is_repost="true", repost_of=[str(n) for n in range(1, 120, 2)])
    result = test_claim(pd.concat([own, relays]), relayed, "a")
    assert (result.inside, result.outside, result.outcome) == (60, 60, "supported")
    assert "reposts" in result.sentence.en


def test_a_claim_says_among_which_posts_it_holds() -> None:
    table = two_sides(HIGH, LOW)
    only = Claim(SAID, holds=WITH_VIDEO.holds, among=lambda known: known[known["posted_on"] >= "2025-05-01"])
    assert test_claim(table, only).inside < test_claim(table, WITH_VIDEO).inside == 60


# ---------------------------------------------------------------- what is printed


def test_the_sentence_gives_the_numbers_in_both_languages() -> None:
    result = test_claim(two_sides(HIGH, LOW), WITH_VIDEO)
    numbers = [f"{result.ratio:.2f}", f"{result.low:.2f}", f"{result.high:.2f}", "60"]
    for language in LANGUAGES:
        assert all(number in result.sentence.in_language(language) for number in numbers)
    assert result.sentence.zh.startswith("支持：“带视频的微博，互动更多”。")
    assert result.sentence.en.startswith("Supported: “Posts with a video get more reactions.”")
    assert not set(result.sentence.zh) & set(string.ascii_lowercase)


def test_an_interval_that_reads_as_touching_one_is_read_so() -> None:
    found = {"claim": WITH_VIDEO, "accounts": ("a",), "inside": 50, "outside": 50, "ratio": 1.2, "high": 1.4}
    rest = {"needed": None, "effect": 0.2, "traps": (), "unable": None}
    assert Result(**found, **rest, low=1.004).outcome == "cannot_tell"  # type: ignore[arg-type]
    assert Result(**found, **rest, low=1.006).outcome == "supported"  # type: ignore[arg-type]


# ---------------------------------------------------------------- how many posts it would take


def test_more_posts_are_needed_for_a_smaller_effect_and_none_once_it_is_told() -> None:
    unclear = plant(Scenario("needed", weeks=20), 3)
    large, small = (test_claim(unclear, WITH_VIDEO, effect=effect).needed for effect in (0.2, 0.1))
    assert large is not None
    assert small is not None
    assert small > 3 * large > len(unclear)
    assert test_claim(two_sides(HIGH, LOW), WITH_VIDEO).needed is None


def test_too_few_posts_still_tell_roughly_how_many_are_needed() -> None:
    rough = test_claim(plant(Scenario("rough", a_day=0.15), 1), WITH_VIDEO)
    assert rough.unable is not None
    assert rough.needed is not None
    better = test_claim(plant(Scenario("better"), 1), WITH_VIDEO)
    assert better.needed is not None
    assert 1 / 3 < rough.needed / better.needed < 3
    assert "20%" in rough.sentence.en


@pytest.mark.slow
@pytest.mark.parametrize(
    "scenario",
    [
        Scenario("power, posts", weeks=20, a_day=6.0, typical=(99,), share=0.3),
        Scenario("power, days", weeks=30, a_day=3.0, typical=(99,), treated="days", share=0.3),
        Scenario("power, accounts", weeks=20, a_day=1.0, typical=(24, 99, 499), noise="pareto", share=0.4),
    ],
)
def test_twice_the_needed_posts_detect_the_effect_at_least_four_times_in_five(scenario: Scenario) -> None:
    asked = [test_claim(plant(scenario, seed), WITH_VIDEO) for seed in range(30)]
    needed = float(np.median([each.needed or 0 for each in asked]))
    had = float(np.median([each.inside + each.outside for each in asked]))
    assert needed > had
    weeks = math.ceil(2 * needed / had * scenario.weeks)
    found = score(Scenario(**(vars(scenario) | {"ratio": 1.2, "weeks": weeks})), 60)
    assert found.share("supported") >= 0.8


# ---------------------------------------------------------------- is the interval right


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario("posts, heavy tails", 1.5, weeks=26, a_day=3.0, noise="pareto"),
        Scenario("days that share their luck", weeks=40, a_day=3.0, treated="days", luck=0.8, carried=0.9),
        Scenario("runs of days", weeks=52, a_day=3.0, treated="runs", luck=0.8, carried=0.9, share=0.3),
        Scenario("twelve small accounts, zeros", 2.0, weeks=26, a_day=0.3, typical=(9,) * 12, nothing=0.2, share=0.3),
    ],
    ids=lambda scenario: scenario.name,
)
def test_the_interval_holds_the_truth_nine_times_in_ten_or_more(scenario: Scenario) -> None:
    found = score(scenario, 40)
    assert len(found.compared) >= 36
    assert found.held >= 0.9
    if scenario.ratio == 1:
        assert found.share("supported") <= 0.05


# ---------------------------------------------------------------- traps, each where it bites and where it does not


def test_an_export_without_hours_is_told_and_one_with_hours_is_not() -> None:
    table = two_sides(HIGH, LOW)
    dates = table.assign(posted_at=pd.Series(pd.NaT, table.index, dtype=table["posted_at"].dtype))
    assert told(test_claim(dates, EVENINGS), "no time of day")
    assert test_claim(dates, EVENINGS).outcome == "cannot_tell"
    assert not told(test_claim(table, EVENINGS), "no time of day")
    assert not told(test_claim(dates, WITH_VIDEO), "no time of day")


def test_the_share_of_posts_without_an_hour_is_told() -> None:
    table = two_sides(HIGH, LOW)
    table.loc[table.index[::4], "posted_at"] = pd.NaT
    assert told(test_claim(table, EVENINGS), "25% of the posts have no time of day")


def test_posts_that_do_not_tell_their_side_are_told() -> None:
    table = two_sides(HIGH, LOW)
    assert not told(test_claim(table, WITH_VIDEO), "which side")
    table.loc[table.index[:12], "has_video"] = pd.NA
    assert told(test_claim(table, WITH_VIDEO), "10% of the posts do not tell which side")


def test_a_side_that_lies_in_a_short_part_of_the_period_is_told() -> None:
    table = two_sides(HIGH, LOW)
    assert not told(test_claim(table, WITH_VIDEO), "fall between")
    table["has_video"] = table["posted_on"] < "2025-04-20"
    assert told(test_claim(table, WITH_VIDEO), "these posts fall between 2025-03-")
    table["has_video"] = ~table["has_video"]
    assert told(test_claim(table, WITH_VIDEO), "the other posts fall between 2025-03-")


def test_sides_of_different_times_are_told() -> None:
    table = two_sides(HIGH, LOW)
    assert not told(test_claim(table, WITH_VIDEO), "of the same time")
    later = np.where(np.arange(120) < 60, np.arange(120) % 5 == 0, np.arange(120) % 5 > 0)  # ever more videos
    table["has_video"] = pd.array(later, dtype="boolean")
    assert told(test_claim(table, WITH_VIDEO), "half of these posts are from after 2025-05-")


def test_most_posts_in_one_hour_is_told_of_a_claim_on_hours() -> None:
    table = two_sides(HIGH, LOW)  # every post at 10:00
    assert told(test_claim(table, EVENINGS), "100% of the posts went out at 10:00")
    assert not told(test_claim(table, WITH_VIDEO), "went out at")
    table["posted_at"] += pd.to_timedelta(np.arange(len(table)) % 3 * 4, unit="h")
    assert not told(test_claim(table, EVENINGS), "went out at")


def test_one_viral_post_that_turns_the_means_round_is_told() -> None:
    assert not told(test_claim(two_sides(LOW, HIGH), WITH_VIDEO), "one post")
    viral = test_claim(two_sides([*LOW[:-1], 9000], HIGH), WITH_VIDEO)
    assert viral.outcome == "refuted"
    assert told(viral, "one post of 2025-06-29 that got 9,000")
    assert not told(test_claim(two_sides(LOW, [*HIGH[:-1], 9000]), WITH_VIDEO), "one post")  # it changes no verdict
    assert not told(
        test_claim(two_sides([*LOW[:-20], *[900] * 20], HIGH), WITH_VIDEO), "one post"
    )  # twenty are no accident


def test_counts_at_a_ceiling_and_counts_not_told_are_told_for_each_side() -> None:
    table = two_sides(HIGH, LOW)
    assert not told(test_claim(table, WITH_VIDEO), "ceiling")
    assert not told(test_claim(table, WITH_VIDEO), "without their counts")
    video = table.index[table["has_video"].fillna(value=False)]
    table.loc[video[:12], "counts_capped"] = True
    table.loc[video[:6], "likes"] = pd.NA
    assert told(test_claim(table, WITH_VIDEO), "20% of these posts, 0% of the others")
    assert told(test_claim(table, WITH_VIDEO), "10% of these posts, 0% of the others")


def test_pictures_that_go_with_one_side_are_told() -> None:
    other = replace(WITH_VIDEO, needs=("edited",))  # a claim of something else that happens to go with video
    evenly = ["true", "true", "false", "false"] * 30
    assert not told(test_claim(two_sides(HIGH, LOW, has_image=evenly), other), "pictures")
    one_side = ["true", ""] * 60
    assert not told(test_claim(two_sides(HIGH, LOW, has_image=one_side), other), "pictures")
    few = two_sides(HIGH[:6], LOW[:6], has_image=["true", "true", "false", "true"] * 3)
    assert not told(test_claim(few, other), "pictures")  # a half against all, but of six posts
    mostly = two_sides(HIGH, LOW, has_image=["false", "true"] * 50 + ["false", "false"] * 10)
    assert told(test_claim(mostly, other), "pictures in 0% of these posts and 83% of the others")
    assert not told(test_claim(mostly, WITH_VIDEO), "pictures")  # a post with a video has none on Weibo


def test_the_shops_videos_are_told_to_go_out_in_the_evening() -> None:
    assert told(test_claim(sample_posts(), WITH_VIDEO, "shop"), "posts sent after 18:00 in")
    assert not told(test_claim(sample_posts(), WITH_VIDEO, "flagship"), "after 18:00")


def test_a_share_that_differs_between_accounts_alone_is_no_trap() -> None:
    one = two_sides(HIGH, LOW, has_image="true").assign(has_video=lambda table: np.arange(len(table)) % 4 > 0)
    two = two_sides(HIGH, LOW, has_image="false", account="b").assign(has_video=lambda table: np.arange(120) % 4 == 0)
    assert not told(test_claim(pd.concat([one, two]), WITH_VIDEO), "pictures")


def test_accounts_that_disagree_are_named() -> None:
    table = pd.concat([two_sides(HIGH, LOW), two_sides(LOW, HIGH, account="b")])
    assert told(test_claim(table, WITH_VIDEO), "more for a, fewer for b")
    assert not told(
        test_claim(pd.concat([two_sides(HIGH, LOW), two_sides(HIGH, LOW, account="b")]), WITH_VIDEO), "disagree"
    )


def test_an_account_with_one_side_only_is_left_out_and_named() -> None:
    alone = posts(HIGH * 2, account="b", has_video="true")
    result = test_claim(pd.concat([two_sides(HIGH, LOW), alone]), WITH_VIDEO)
    assert (result.accounts, result.inside) == (("a",), 60)
    assert told(result, "on one side: b")


def test_posts_that_mostly_get_nothing_are_told() -> None:
    rare = [5 * (n % 3 == 0) for n in range(60)]
    result = test_claim(two_sides(rare, rare), WITH_VIDEO)
    assert result.outcome == "cannot_tell"
    assert told(result, "more than half of the posts get nothing")
    assert not told(test_claim(two_sides(HIGH, LOW), WITH_VIDEO), "get nothing")
