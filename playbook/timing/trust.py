"""Can an export tell hours at all? Signs that it cannot, and the example of one that holds only the hits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pandas as pd

from playbook.claims import ENOUGH
from playbook.language import Text
from playbook.posts import counted, tells_hours, timed
from playbook.week import clock

Kind = Literal["dates", "hits", "whole"]
MOST = 0.4  # of the posts in one hour: no account of the sample comes near
NEARLY_ALL = 0.9
LOWEST = 0.05  # share of posts below which the lowest lie
HITS = 0.4  # of the typical post: in a whole year a twentieth of the posts get far less
COARSE = 10  # reactions: of an account with so few, a low post and a typical one are hardly told apart
TOP = 100  # posts in an export of hits

NONE = Text("这份导出里没有这个账号的微博。请核对账号名，再导出一次。",
            "This export has no posts of this account. Check the account’s name and export again.")  # fmt: skip
NO_HOURS = Text(
    "没有一条带发布时刻，只有日期：答不了几点发。请换能导出时刻的工具，重新导出。",
    "No post has a time of day, only dates: it cannot say which hour. Export again with a tool that keeps the time.",
)
MIDNIGHT = Text(
    "有 {share:.0%} 的微博正好在 0 点 0 分 0 秒：多半是只有日期，工具自己补了零。请重新导出，并核对一条微博的时刻。",
    "{share:.0%} of the posts are at exactly 0:00:00: probably there were only dates, and a tool filled in zeros. "
    "Export again and compare the time of one post.",
)
ONE_HOUR = Text(
    "有 {share:.0%} 的微博挤在 {hour}这一个钟点：多半是挑选过，或者时刻记错了。先问清这份数据怎么来的，再看钟点。",
    "{share:.0%} of the posts are in a single hour, {hour}: they were probably selected, or the times are wrong. "
    "Ask how the data came about before you look at hours.",
)
ONLY_HITS = Text(
    "几乎没有一条低于 {low:,.0f}，而中间的一条是 {typical:,.0f}：差的都不在里面，多半只导出了热门微博。"
    "请把同一时期的微博全部导出。",
    "Hardly a post is below {low:,.0f}, and the middle one has {typical:,.0f}: the poor ones are missing, so probably "
    "only hits were exported. Export all posts of the period.",
)
ROUNDED = Text(
    "有 {share:.0%} 的微博正好在整点：时刻多半取整过。钟点还能看，两条之间隔多久不能信。",
    "{share:.0%} of the posts are exactly on the hour: the times were probably rounded. "
    "Hours can still be read; gaps between posts cannot.",
)


def suspicious(posts: pd.DataFrame, account: str) -> list[Text]:
    """Return what speaks against reading hours from an account's posts, a sentence each; empty if nothing does.

    Fewer than 20 posts are not judged: there, half of them in one hour may be chance.
    """
    own = posts[posts["account"] == account]
    if own.empty:
        return [NONE]
    if not tells_hours(own):
        return [NO_HOURS]
    return [*_of_times(own["posted_at"].dropna()), *_of_counts(counted(posts, account)["reactions"])]


def hits(posts: pd.DataFrame, account: str, top: int = TOP) -> pd.DataFrame:
    """Return what an export of the account's most successful posts holds, in order of time."""
    return counted(posts, account).nlargest(top, "reactions").sort_index()


def hits_by_hour(posts: pd.DataFrame, account: str, top: int = TOP) -> pd.DataFrame:
    """Return, by hour: `hits` (how many of the best), `posts` (of all), `share` of the hour's posts that are hits.

    `share` is NaN where an hour has fewer than 20 posts.
    """
    every = timed(posts, account)
    counts = every["hour"].value_counts().reindex(range(24), fill_value=0)
    won = timed(hits(every, account, top), account)["hour"].value_counts().reindex(range(24), fill_value=0)
    return pd.DataFrame({"hits": won, "posts": counts, "share": (won / counts).where(counts >= ENOUGH)})


def three_exports(posts: pd.DataFrame, account: str) -> dict[str, pd.DataFrame]:
    """Return three exports of the same account: A has dates alone, B only the hits, C everything."""
    whole = posts[posts["account"] == account]
    return {
        "A": whole.assign(posted_at=pd.Series(pd.NaT, whole.index, whole["posted_at"].dtype)),
        "B": hits(posts, account),
        "C": whole,
    }


def kind_of_export(posts: pd.DataFrame, account: str, export: Literal["A", "B", "C"]) -> Kind:
    """Return what kind one of the three exports is, as its posts show."""
    own = three_exports(posts, account)[export]
    if not tells_hours(own):
        return "dates"
    return "hits" if any(_of_counts(counted(own, account)["reactions"])) else "whole"


def _of_times(at: pd.Series) -> Iterator[Text]:
    if len(at) < ENOUGH:
        return
    on_the_hour = (at.dt.minute == 0) & (at.dt.second == 0)
    at_midnight = (on_the_hour & (at.dt.hour == 0)).mean()
    busiest = int(at.dt.hour.mode()[0])
    share = (at.dt.hour == busiest).mean()
    if at_midnight > MOST:
        yield MIDNIGHT.format(share=at_midnight)
    elif share > MOST:
        yield ONE_HOUR.format(share=share, hour=clock(busiest))
    if at_midnight <= MOST and on_the_hour.mean() > NEARLY_ALL:
        yield ROUNDED.format(share=on_the_hour.mean())


def _of_counts(gets: pd.Series) -> Iterator[Text]:
    if len(gets) < ENOUGH:
        return
    low, typical = gets.quantile(LOWEST), gets.median()
    if typical >= COARSE and low >= HITS * typical:
        yield ONLY_HITS.format(low=low, typical=typical)
