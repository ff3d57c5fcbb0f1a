"""Each figure measured on the platform against what the generator makes of it.

`platform_posts` is held against figures of the platform, the company's own tables against figures inside an account.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from playbook.posts import COUNTS, reactions
from playbook.sample import World
from playbook.sample.platform import platform_posts
from playbook.sample.reactions import REACH, arriving
from playbook.sample.truths import calibration

MEASURED = calibration()["posts"]
ARRIVALS = calibration()["reactions"]
SEEDS = (1, 2, 3)
LARGE = ["flagship", "shop", "founder"]  # zeros are few: where there are many, log(1 + count) is squeezed from below


@cache
def platform(seed: int) -> pd.DataFrame:
    """3,000 accounts with 60 posts each: enough that what is left over is mostly the measured sample's own error."""
    return platform_posts(seed, 3000, 60)


@cache
def company(seed: int) -> pd.DataFrame:
    posts = World(seed).posts
    return posts[~posts["is_repost"] & (reactions(posts) < 70_000)]


def logged(counts: pd.Series) -> pd.Series:
    """The log of 1 + count."""
    return pd.Series(np.log1p(counts.to_numpy(dtype=float)), index=counts.index)


def over_seeds(figure: Callable[[pd.DataFrame], float]) -> float:
    """The mean over the seeds of a figure of `platform`."""
    return float(np.mean([figure(platform(seed)) for seed in SEEDS]))


@pytest.mark.parametrize("count", COUNTS)
def test_zeros(count: str) -> None:
    # 374 accounts, whose zeros come together: sqrt(0.3 * 0.7 / 374) = 0.024.
    assert over_seeds(lambda posts: (posts[count] == 0).mean()) == pytest.approx(
        MEASURED["zero_share"][count], abs=0.024
    )


@pytest.mark.parametrize("at", range(len(MEASURED["quantiles_at"])))
@pytest.mark.parametrize("count", COUNTS)
def test_quantiles(count: str, at: int) -> None:
    share = MEASURED["quantiles_at"][at]
    wanted = np.log1p(MEASURED["quantiles"][count][at])
    got = over_seeds(lambda posts: np.log1p(posts[count].quantile(share)))
    # One standard error of a quantile of 374 accounts whose log levels spread by 2.5 to 3.3.
    error = 2.5 * np.sqrt(share * (1 - share) / MEASURED["accounts"]) / stats.norm.pdf(stats.norm.ppf(share))
    assert got == pytest.approx(wanted, abs=float(error))


@pytest.mark.parametrize("count", COUNTS)
def test_log_normal_of_what_is_not_zero(count: str) -> None:
    centre, spread = MEASURED["lognormal_on_positive"][count]
    logs = [np.log(platform(seed).loc[platform(seed)[count] > 0, count]) for seed in SEEDS]
    # 2.2 / sqrt(374) = 0.11 for the centre, and 0.08 for the spread.
    assert np.mean([each.mean() for each in logs]) == pytest.approx(centre, abs=0.11)
    assert np.mean([each.std() for each in logs]) == pytest.approx(spread, abs=0.08)


@pytest.mark.parametrize("count", COUNTS)
def test_tail(count: str) -> None:
    def hill(posts: pd.DataFrame) -> float:
        top = np.sort(posts[count].to_numpy())[-len(posts) // 20 :]
        return float(1 / np.log(top / top[0]).mean())

    # The top 5% are some 20 accounts: 0.7 / sqrt(20) = 0.16; held to two thirds of that.
    assert over_seeds(hill) == pytest.approx(MEASURED["hill_top_5_percent"][count], abs=0.1)


@pytest.mark.parametrize("count", ["comments", "reposts"])
def test_counts_at_the_cap(count: str) -> None:
    # A few posts of one or two accounts in the measured set: the order of magnitude.
    share = over_seeds(lambda posts: (posts[count] >= MEASURED["capped_at"]).mean())
    assert MEASURED["capped_share"][count] / 5 < share < MEASURED["capped_share"][count] * 5


@pytest.mark.parametrize("pair", list(MEASURED["correlation"]))
def test_correlation_over_the_platform(pair: str) -> None:
    one, two = pair.split("_")
    got = over_seeds(lambda posts: logged(posts[one]).corr(logged(posts[two])))
    assert got == pytest.approx(MEASURED["correlation"][pair], abs=0.03)  # (1 - 0.77²) / sqrt(374) = 0.02


@pytest.mark.parametrize("pair", list(MEASURED["correlation"]))
def test_correlation_inside_the_company(pair: str) -> None:
    one, two = pair.split("_")
    found = [
        logged(own[one]).corr(logged(own[two]))
        for seed in SEEDS
        for _, own in company(seed)[company(seed)["account"].isin(LARGE)].groupby("account")
    ]
    # What is planted in one count alone (questions, campaign days) and few posts: held to 0.05.
    assert np.mean(found) == pytest.approx(MEASURED["correlation"][pair], abs=0.05)


@pytest.mark.parametrize("count", COUNTS)
def test_spread_inside_an_account(count: str) -> None:
    found = [
        logged(own[count]).std()
        for seed in SEEDS
        for _, own in company(seed)[company(seed)["account"].isin(LARGE)].groupby("account")
    ]
    # Nine standard deviations from 800 to 2,500 posts with a heavy tail: 0.02 each, and what is planted in one count.
    assert np.mean(found) == pytest.approx(MEASURED["within_account_sd"][count], abs=0.05)


def test_spread_between_accounts() -> None:
    got = over_seeds(lambda posts: logged(posts["comments"] + posts["reposts"]).groupby(posts["account"]).mean().std())
    assert got == pytest.approx(MEASURED["between_account_sd"], abs=0.15)  # two errors of 2.04 / sqrt(2 * 374) = 0.075


def test_share_of_the_top_hundredth_of_posts() -> None:
    def top(posts: pd.DataFrame) -> float:
        ranked = np.sort(posts[list(COUNTS)].sum(axis=1))
        return float(ranked[-len(ranked) // 100 :].sum() / ranked.sum())

    # Four accounts hold it in the measured set, and its likes have no mean: 0.1.
    assert over_seeds(top) == pytest.approx(MEASURED["share_of_top_1_percent"], abs=0.1)


def test_share_of_the_top_tenth_inside_an_account() -> None:
    def top(own: pd.Series) -> float:
        ranked = np.sort(own.to_numpy(dtype=float))
        return float(ranked[-len(ranked) // 10 :].sum() / ranked.sum())

    wanted = MEASURED["share_of_top_tenth_in_account"]
    ours = [top(reactions(own)) for seed in SEEDS for _, own in company(seed).groupby("account")]
    # The few posts that are carried far decide it: between seeds an account's share varies by 0.05.
    assert np.median(ours) == pytest.approx(wanted, abs=0.06)


@pytest.mark.parametrize("form", list(MEASURED["lift"]))
def test_lifts_of_forms(form: str) -> None:
    """A picture and a video against posts with neither: in the generator a post has one of them at most."""
    posts = platform_posts(1, 300, 600)
    posts = posts[posts.groupby("account")["likes"].transform("median") >= 10]
    if form != "topic":
        posts = posts[posts[form] | ~(posts["image"] | posts["video"])]
    logs = logged(posts[list(COUNTS)].sum(axis=1))
    typical = logs.groupby([posts["account"], posts[form]]).median().unstack()
    # Medians of 50 to 400 posts on a side, 1.25 * 0.95 / sqrt(50) = 0.17, over some 130 accounts: 0.015.
    assert (typical[True] - typical[False]).median() == pytest.approx(MEASURED["lift"][form], abs=0.045)


def test_weekdays_differ_by_two_percent_at_most() -> None:
    posts = platform_posts(1, 2000, 210)
    posts = posts[posts.groupby("account")["comments"].transform("median") >= 10]  # zeros hide a percent
    logs = logged(posts["comments"] + posts["reposts"])
    within = logs - logs.groupby(posts["account"]).transform("mean")
    got = 100 * within.groupby(posts["weekday"]).mean().to_numpy()
    assert got == pytest.approx(np.array(MEASURED["weekday_percent"]), abs=2.1)  # three of its standard errors of 0.7


@pytest.mark.parametrize("what", list(MEASURED["share"]))
def test_share_of_posts_with(what: str) -> None:
    column = {"topic": "topics", "mention": "mentions", "image": "has_image", "video": "has_video"}[what]
    got = np.mean([(~company(seed)[column].isin(["[]", False])).mean() for seed in SEEDS])
    assert got == pytest.approx(MEASURED["share"][what], abs=0.025)  # campaign posts have their campaign's topic: 0.02


@pytest.mark.parametrize("at", range(len(MEASURED["text_length_at"])))
def test_text_lengths_are_of_the_measured_kind(at: int) -> None:
    """A looser band: the measured accounts are persons and media, and a house writes as its passages run."""
    got = np.mean([company(seed)["text"].str.len().quantile(MEASURED["text_length_at"][at]) for seed in SEEDS])
    assert got == pytest.approx(MEASURED["text_length"][at], rel=0.35)


def test_the_hours_at_which_reactions_arrive() -> None:
    """Posts sent when readers are there, as on the platform; of one week, the two weeks around it left out."""
    curve = np.array(ARRIVALS["by_hour"])
    first, got = np.arange(24 * 21), np.tile(curve, 21)
    arrived = arriving(first, got, np.tile(curve, 7), 24 * 21)[24 * 7 : 24 * 14].reshape(7, 24).sum(axis=0)
    # A post at night waits for the morning, so the generated curve is a little steeper: a quarter of an hour's share.
    assert arrived / arrived.sum() == pytest.approx(curve, abs=0.012)


@pytest.mark.parametrize(("hours", "share"), [(int(at), of) for at, of in ARRIVALS["arrived_after_hours"].items()])
def test_how_soon_reactions_arrive(hours: int, share: float) -> None:
    curve = np.array(ARRIVALS["by_hour"])
    soon = [
        arriving(np.array([at]), np.array([1.0]), np.tile(curve, 7), 24 + REACH)[at : at + hours].sum()
        for at in range(24)
    ]
    # The measured curve ends at 0.893 after 72 hours; the generator lets all arrive by then.
    assert np.average(soon, weights=curve) == pytest.approx(share / ARRIVALS["arrived_after_hours"]["72"], abs=0.05)
