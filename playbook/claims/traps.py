"""What can mislead a reader of a result: each function looks for one trap and tells it, or says nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from playbook.claims.claim import Claim
from playbook.claims.estimate import ENOUGH
from playbook.language import Text
from playbook.week import clock

SOME = 0.01  # of a side's posts: below, nobody needs to be told
MOST = 0.5  # of the posts in one hour
PART, SHIFT = 0.5, 0.25  # of the period
DIFFERS = 0.2  # in a share between the sides
SIDES = {True: Text("这类微博", "these posts"), False: Text("其余微博", "the other posts")}
OTHERS = {
    "has_video": Text("带视频的", "video"),
    "has_image": Text("带图片的", "pictures"),
    "evening": Text("18 点以后发的", "posts sent after 18:00"),
}
TELL = {"has_video": {"has_video"}, "has_image": {"has_image", "has_video"}, "evening": {"posted_at"}}
EVENING = 18

NO_HOURS = Text(
    "这份导出没有发布时刻，只有日期，按钟点的说法检验不了。请用能导出时刻的工具重新导出。",
    "This export has dates but no time of day, so nothing can be said about hours. "
    "Export again with a tool that keeps the time.",
)
SOME_HOURS = Text(
    "有 {share:.0%} 的微博没有发布时刻，没有算进来。",
    "{share:.0%} of the posts have no time of day and are left out.",
)
UNTOLD = Text(
    "有 {share:.0%} 的微博看不出属于哪一边，没有算进来。",
    "{share:.0%} of the posts do not tell which side they belong to and are left out.",
)
SHORT_PART = Text(
    "{side}几乎都挤在 {first} 至 {last}，全部微博却是 {start} 至 {end} 发的：那段时间别的变化，看起来也会像它的作用。",
    "Nearly all of {side} fall between {first} and {last}, while all posts run from {start} to {end}: "
    "whatever else changed then would look the same.",
)
SHIFTED = Text(
    "两边不在同一时期：这类微博有一半在 {inside} 以后，其余微博有一半在 {outside} 以后。"
    "账号这段时间涨了或落了，看起来也会像它的作用。",
    "The sides are not of the same time: half of these posts are from after {inside}, half of the others from after "
    "{outside}. An account that grew or shrank in between would look the same.",
)
ONE_HOUR = Text(
    "有 {share:.0%} 的微博都在 {hour}发出：多半是这批数据挑选过，或者时刻记错了。先查来历，再谈钟点。",
    "{share:.0%} of the posts went out at {hour}: the data were probably selected, or the times are wrong. "
    "Find out before you speak of hours.",
)
ONE_VIRAL = Text(
    "只看平均数，结论正好相反，都因为 {on} 的一条微博得了 {gets:,.0f}；去掉它，平均数和中位数就一致了。以中位数为准。",
    "Means would say the opposite, because of one post of {on} that got {gets:,.0f}; without it they agree "
    "with the medians. Trust the medians.",
)
CAPPED = Text(
    "有的数字是封顶的（如“100万+”），实际更多：{inside:.0%} 的这类微博，{outside:.0%} 的其余微博。",
    "Some counts stop at a ceiling (“100万+”, a million or more) and are really higher: {inside:.0%} of these posts, "
    "{outside:.0%} of the others.",
)
MISSING = Text(
    "有的微博没有导出数字，没有算进来：{inside:.0%} 的这类微博，{outside:.0%} 的其余微博。",
    "Some posts come without their counts and are left out: {inside:.0%} of these posts, {outside:.0%} of the others.",
)
ALSO_DIFFERS = Text(
    "两边还有别的不同：{what}占这类微博的 {inside:.0%}、其余微博的 {outside:.0%}。差别也可能由此而来。",
    "The sides differ in something else: {what} in {inside:.0%} of these posts and {outside:.0%} of the others. "
    "That may be what makes the difference.",
)
NOTHING = Text(
    "两边都有一半以上的微博是 0，“通常的一条”分不出高下。",
    "On both sides more than half of the posts get nothing, so the typical post cannot tell them apart.",
)


def traps_of(claim: Claim, about: pd.DataFrame, compared: pd.DataFrame, ratio: float) -> Iterator[Text]:
    """Tell the traps: `about` holds the posts the claim is about, `compared` those that could be compared."""
    yield from _untold(claim, about)
    if "posted_at" in claim.needs:
        yield from _one_hour(about)
    yield from _counts(about)
    if compared["inside"].value_counts().reindex([True, False], fill_value=0).min() >= ENOUGH:
        yield from _period(compared)
    yield from _also_differs(claim, compared)
    yield from _typically_nothing(compared)
    if ratio > 1 or ratio < 1:
        yield from _one_viral(compared, ratio)


def _untold(claim: Claim, about: pd.DataFrame) -> Iterator[Text]:
    share = about["inside"].isna().mean() if len(about) else 0.0
    no_hour = about["posted_at"].isna().mean() if "posted_at" in claim.needs and len(about) else 0.0
    if no_hour == 1:
        yield NO_HOURS
    elif no_hour >= SOME:
        yield SOME_HOURS.format(share=no_hour)
    elif share >= SOME:
        yield UNTOLD.format(share=share)


def _one_hour(about: pd.DataFrame) -> Iterator[Text]:
    hours = about["posted_at"].dropna().dt.hour
    if len(hours):
        busiest = int(hours.mode()[0])
        share = (hours == busiest).mean()
        if share > MOST:
            yield ONE_HOUR.format(share=share, hour=clock(busiest))


def _counts(about: pd.DataFrame) -> Iterator[Text]:
    for told, flag in ((MISSING, about["gets"].isna()), (CAPPED, about["counts_capped"].fillna(value=False))):
        share = flag.groupby(about["inside"]).mean().reindex([True, False], fill_value=0.0)
        if share.max() >= SOME:
            yield told.format(inside=share[True], outside=share[False])


def _period(compared: pd.DataFrame) -> Iterator[Text]:
    """Look for a side that lies in a part of the period (its middle nine tenths count), or later than the other."""
    start, end = compared["posted_on"].min(), compared["posted_on"].max()
    days = {bool(side): _days(posts["posted_on"]) for side, posts in compared.groupby("inside")}
    short = [side for side, (first, _, last) in days.items() if last - first < PART * (end - start)]
    for side in short:
        first, _, last = days[side]
        yield SHORT_PART.format(
            side=SIDES[side], first=first.date(), last=last.date(), start=start.date(), end=end.date()
        )
    inside, outside = days[True][1], days[False][1]
    if not short and abs(inside - outside) > SHIFT * (end - start):
        yield SHIFTED.format(inside=inside.date(), outside=outside.date())


def _days(on: pd.Series) -> list[pd.Timestamp]:
    """Return the days before which lie a twentieth, half and nineteen twentieths of the posts."""
    ordered = on.sort_values()
    return [ordered.iloc[int(share * (len(ordered) - 1))] for share in (0.05, 0.5, 0.95)]


def _also_differs(claim: Claim, compared: pd.DataFrame) -> Iterator[Text]:
    """Look for another difference between the sides, within accounts and beyond chance (two standard errors).

    A difference that the claim itself makes is none: a post with a video has no picture on Weibo.
    """
    hours = compared["posted_at"].dt.hour
    seen = compared.assign(evening=(hours >= EVENING).astype("boolean").mask(hours.isna()))
    for column, what in OTHERS.items():
        known = seen.dropna(subset=[column])
        counts = known["inside"].value_counts()
        if not TELL[column] & set(claim.needs) and len(counts) == len(SIDES):
            inside, outside = (_share(known, column, side) for side in (True, False))
            if abs(inside - outside) >= max(DIFFERS, math.sqrt((1 / counts).sum())):
                yield ALSO_DIFFERS.format(what=what, inside=inside, outside=outside)


def _share(known: pd.DataFrame, column: str, side: bool) -> float:
    """Return the share of a flag on a side, posts weighed as in the estimate."""
    posts = known[known["inside"] == side]
    return float((posts[column].astype(float) * posts["weight"]).sum() / max(posts["weight"].sum(), 1))


def _typically_nothing(compared: pd.DataFrame) -> Iterator[Text]:
    typical = compared.groupby("inside")["gets"].median()
    if len(typical) and (typical == 0).all():
        yield NOTHING


def _one_viral(compared: pd.DataFrame, ratio: float) -> Iterator[Text]:
    """Compare means, each account in units of its own level, with and without the highest post."""
    units = compared["units"]
    top = int(units.to_numpy().argmax())
    if _is_more(units, compared) != (ratio > 1) and _is_more(units.drop(units.index[top]), compared) == (ratio > 1):
        post = compared.iloc[top]
        yield ONE_VIRAL.format(on=f"{post['posted_on']:%Y-%m-%d}", gets=post["gets"])


def _is_more(units: pd.Series, compared: pd.DataFrame) -> bool:
    inside = compared.loc[units.index, "inside"].astype(bool)
    return bool(units[inside].mean() > units[~inside].mean())
