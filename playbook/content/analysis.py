"""The sources' claims on content, put to the test on an account's own posts, and what the text of a post shows.

Videos of the shop go out in the evening: whoever compares them as they stand credits the video with the hour. So a
claim is tested with the hour held fixed, and one on texts with the column held fixed as well, where there is a log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from playbook.claims import Claim, Outcome, Result, test_at_same_hour, test_claim
from playbook.content.columns import filed, has_link, tells_columns
from playbook.facts import Facts
from playbook.language import Text
from playbook.microblog import EMOTICON, HOOK, LINK
from playbook.once import once
from playbook.posts import counted, originals

Name = Literal[
    "video_at_first_sight", "video", "picture", "question_comments", "question_likes", "question_reposts",
    "link_at_first_sight", "link", "long", "knowledge", "knowledge_over_tea", "daily_over_notice", "life_over_core",
    "discount", "campaign_reposts",
]  # fmt: skip
BANDS: dict[str, tuple[Text, int, int]] = {  # Weibo characters: above the first number, up to the second
    "to_30": (Text("30 字以内", "up to 30"), 0, 30),
    "to_70": (Text("31 到 70 字", "31 to 70"), 30, 70),
    "to_140": (Text("71 到 140 字", "71 to 140"), 70, HOOK),
    "over_140": (Text("超过 140 字", "over 140"), HOOK, 10**9),
}
AT_THE_END = re.compile(rf"(?:\s|{EMOTICON.pattern}|{LINK.pattern}|网页链接)+$")


@dataclass(frozen=True)
class Said:
    """A claim and the article that makes it or leads to it (0: none, we ask).

    `held`: posts are compared at the same hour alone; `within`: and of the same column, where there is a log.
    """

    article: int
    claim: Claim
    held: bool = True
    within: bool = False


def asks(text: str) -> bool:
    """Tell whether a text ends with a question, whatever emoticon or link stands after it."""
    return AT_THE_END.sub("", text.rstrip()).endswith(("？", "?"))


def _is(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda posts: posts["column"] == column


def _of(*columns: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda posts: originals(posts[posts["column"].isin(columns)])


def _asking(posts: pd.DataFrame) -> pd.Series:
    return posts["text"].map(asks, na_action="ignore").astype("boolean")


def _linking(posts: pd.DataFrame) -> pd.Series:
    return posts["text"].map(has_link, na_action="ignore").astype("boolean")


def _plain(posts: pd.DataFrame) -> pd.DataFrame:
    """Keep what is known to have neither picture nor video: a link stands more often where there is none."""
    seen = posts["has_image"].fillna(value=True) | posts["has_video"].fillna(value=True)
    return originals(posts[~seen])


def _long(posts: pd.DataFrame) -> pd.Series:
    return posts["signs"] > HOOK


QUESTION = Text("用问句结尾的，{of}更多", "Posts that end with a question get more {of}")
VIDEO = Text("有视频的，互动更多", "Posts with a video get more reactions")
CLAIMS: dict[Name, Said] = {
    "video_at_first_sight": Said(
        0, Claim(VIDEO, holds=lambda posts: posts["has_video"], needs=("has_video",)), held=False
    ),
    "video": Said(0, Claim(VIDEO, holds=lambda posts: posts["has_video"], needs=("has_video",))),
    "picture": Said(
        0,
        Claim(
            Text(
                "有图的，比没有图也没有视频的互动更多", "Posts with a picture get more than those with nothing to see"
            ),
            holds=lambda posts: posts["has_image"],
            among=lambda posts: originals(posts[~posts["has_video"].fillna(value=False)]),
            needs=("has_image", "has_video"),
        ),
    ),
    "question_comments": Said(
        5, Claim(QUESTION.format(of=Text("评论", "comments")), holds=_asking, of="comments"), within=True
    ),
    "question_likes": Said(0, Claim(QUESTION.format(of=Text("赞", "likes")), holds=_asking, of="likes"), within=True),
    "question_reposts": Said(
        8, Claim(QUESTION.format(of=Text("转发", "reposts")), holds=_asking, of="reposts"), within=True
    ),
    "link_at_first_sight": Said(
        0, Claim(Text("带链接的，互动更多", "Posts with a link get more reactions"), holds=_linking)
    ),
    "link": Said(
        0,
        Claim(
            Text(
                "没有图也没有视频的微博里，带链接的互动更多",
                "Among posts without picture or video, those with a link get more reactions",
            ),
            holds=_linking,
            among=_plain,
        ),
        within=True,
    ),
    "long": Said(
        1,
        Claim(Text("超过 140 字的，互动更多", "Posts over 140 characters get more reactions"), holds=_long),
        within=True,
    ),
    "knowledge": Said(5, Claim(Text("知识类的，互动更多", "Know-how gets more reactions"), holds=_is("knowledge"))),
    "knowledge_over_tea": Said(
        2,
        Claim(
            Text("讲知识的，比介绍产品的互动更多", "Know-how gets more reactions than product posts"),
            holds=_is("knowledge"),
            among=_of("knowledge", "tea"),
        ),
    ),
    "daily_over_notice": Said(
        4,
        Claim(
            Text("日常的，比通告的互动更多", "Daily life gets more reactions than notices"),
            holds=_is("daily"),
            among=_of("daily", "notice"),
        ),
    ),
    "life_over_core": Said(
        7,
        Claim(
            Text(
                "日常生活和员工的事，比知识和产品的互动更多",
                "Daily life and staff life get more reactions than know-how and products",
            ),
            holds=lambda posts: posts["column"].isin(["daily", "people"]),
            among=_of("daily", "people", "knowledge", "tea"),
        ),
    ),
    "discount": Said(2, Claim(Text("讲折扣的，互动更多", "Discounts get more reactions"), holds=_is("discount"))),
    "campaign_reposts": Said(
        0,
        Claim(Text("活动微博，转发更多", "Campaign posts get more reposts"), holds=_is("campaign"), of="reposts"),
    ),
}


@once(128)  # fifteen claims on six accounts
def result_of(facts: Facts, account: str, name: Name) -> Result:
    """Return what the account's posts say of a claim; tested once for the same facts."""
    said, posts = CLAIMS[name], filed(facts)
    if not said.held:
        return test_claim(posts, said.claim, account)
    within = "column" if said.within and tells_columns(facts, account) else None
    return test_at_same_hour(posts, said.claim, account, within)


def outcome(facts: Facts, account: str, name: Name) -> Outcome:
    """Return what the account's posts say of a claim, without the numbers."""
    return result_of(facts, account, name).outcome


def ratio_shown(facts: Facts, account: str, name: Name) -> float:
    """Return the ratio of a claim as a table shows it, to two decimals."""
    return round(result_of(facts, account, name).ratio, 2)


def by_length(facts: Facts, account: str) -> pd.DataFrame:
    """Return `posts` and `median` reactions for each class of `BANDS`; a band without posts has NaN."""
    own = counted(filed(facts), account)
    signs = own["signs"]
    rows = {name: own.loc[((signs > above) & (signs <= most)).fillna(value=False), "reactions"]
            for name, (_, above, most) in BANDS.items()}  # fmt: skip
    return pd.DataFrame(
        {"posts": {name: len(gets) for name, gets in rows.items()},
         "median": {name: gets.median() for name, gets in rows.items()}},
    )  # fmt: skip


@once(32)
def length_result(facts: Facts, account: str, band: str) -> Result:
    """Return how posts of a band of `BANDS` do against the others, at the same hour and of the same column."""
    name, above, most = BANDS[band]
    said = Text("{name}的，互动更多", "Posts of {name} characters get more reactions").format(name=name)
    claim = Claim(said, holds=lambda posts: (posts["signs"] > above) & (posts["signs"] <= most))
    return test_at_same_hour(filed(facts), claim, account, "column" if tells_columns(facts, account) else None)


def video_hours(facts: Facts, account: str) -> pd.DataFrame:
    """Return, for each hour 0 to 23, the share of the account's videos (`video`) and of its other posts (`others`).

    Both add up to 1; a side without posts has NaN. Posts without a time of day are left out.
    """
    own = originals(facts.posts)
    own = own[(own["account"] == account) & own["posted_at"].notna() & own["has_video"].notna()]
    hour = own["posted_at"].dt.hour
    sides = {"video": own["has_video"].astype(bool), "others": ~own["has_video"].astype(bool)}
    return pd.DataFrame(
        {name: hour[side].value_counts(normalize=True).reindex(range(24), fill_value=0.0 if side.any() else None)
         for name, side in sides.items()}
    )  # fmt: skip
