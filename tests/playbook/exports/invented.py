"""Invented posts of a tea house: what is true of each, and what a tool may write of it into one cell (`CELLS`)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))
BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ABSENT = object()  # a key that the tool leaves away
ORIGIN_COUNT = 777_777_777  # reactions to the post that was passed on: never those of the post
PRIVATE = "PRIVATE"  # begins every personal value that is no number
Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """What is true of one post; `moment` is in Shanghai, `repost_of` the mid of the post it passes on."""

    mid: str
    moment: datetime
    body: str
    author: str = "998877665500"
    likes: int = 5
    comments: int = 3
    reposts: int = 2
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    source: str = "茶馆手机"
    image: bool = False
    video: bool = False
    repost_of: str = ""
    edited: bool = False
    cut: bool = False

    @property
    def text(self) -> str:
        """Return the text as the platform shows it."""
        named = "".join(f"#{topic}#" for topic in self.topics) + "".join(f" @{name}" for name in self.mentions)
        return f"茶：{self.body}。{named}" + "...全文" * self.cut

    @property
    def nickname(self) -> str:
        """Return the author's nickname."""
        return f"{PRIVATE}茶客{self.author}"


NOON = datetime(2020, 6, 5, 12, 30, tzinfo=SHANGHAI)
POST = Written("4454572602912349", NOON, "春茶到了", likes=11, comments=22, reposts=33, topics=("春茶",), source="手机")
REPOST = replace(POST, mid="4454081098040623", repost_of="4826312651310475", mentions=("山人",), image=True)
OTHER = replace(POST, mid="3501756485200075", author="998877665511", video=True)


def bid_of(mid: str) -> str:
    """Return the short form of a post's number: seven digits from the right make four letters."""
    groups = [mid[max(0, end - 7) : end] for end in range(len(mid), 0, -7)][::-1]
    return "".join(_letters(int(group)).rjust(4, "0") for group in groups).lstrip("0")


def _letters(number: int) -> str:
    return (_letters(number // 62) if number >= len(BASE62) else "") + BASE62[number % 62]


def _hash(author: str) -> str:
    return hashlib.sha256(author.encode()).hexdigest()[:16]


def _passed_on(post: Written, number: bool) -> object:
    """Return the post that was passed on, as an object inside the repost."""
    if not post.repost_of:
        return ABSENT
    mid, bid = post.repost_of, bid_of(post.repost_of)
    counts = dict.fromkeys(("attitudes_count", "reposts_count", "comments_count", "likesCount"), ORIGIN_COUNT)
    ids = {"id": int(mid) if number else mid, "idstr": mid, "mid": mid, "bid": bid, "mblogid": bid}
    return {**ids, "text": "原来的话", "created_at": "2009-09-09T09:09:09", "screen_name": f"{PRIVATE}源", **counts}


def _if(true: object, value: object, otherwise: object = ABSENT) -> object:
    return value if true else otherwise


def _user(post: Written, number: str, name: str) -> Cells:
    personal = {key: f"{PRIVATE}-{key}" for key in ("avatar_hd", "gender", "location", "description")}
    return {number: post.author, name: post.nickname, "verified": True, **personal}


PICTURES = "https://wx1.example/a.jpg,https://wx1.example/b.jpg"
VIDEO = "https://video.example/a.mp4"
CELLS: dict[str, Callable[[Written], object]] = {
    "mid": lambda post: post.mid,
    "mid_tab": lambda post: post.mid + "\t",
    "mid_number": lambda post: int(post.mid),
    "bid": lambda post: bid_of(post.mid),
    "text": lambda post: post.text,
    "author": lambda post: post.author,
    "author_number": lambda post: int(post.author),
    "author_hash": lambda post: _hash(post.author),
    "nickname": lambda post: post.nickname,
    "user": lambda post: _user(post, "_id", "nick_name"),
    "user_api": lambda post: {"id": int(post.author)} | _user(post, "idstr", "screen_name"),
    "likes": lambda post: post.likes,
    "comments": lambda post: post.comments,
    "reposts": lambda post: post.reposts,
    "likes_text": lambda post: str(post.likes),
    "comments_text": lambda post: str(post.comments),
    "reposts_text": lambda post: str(post.reposts),
    "reads": lambda _: 12345,
    "day": lambda post: f"{post.moment:%Y-%m-%d}",
    "minute": lambda post: f"{post.moment:%Y-%m-%d %H:%M}",
    "second": lambda post: f"{post.moment:%Y-%m-%d %H:%M:%S}",
    "with_t": lambda post: f"{post.moment:%Y-%m-%dT%H:%M:%S}",
    "zoned": lambda post: f"{post.moment:%Y-%m-%d %H:%M:%S}+08:00",
    "rfc": lambda post: f"{post.moment:%a %b %d %H:%M:%S} +0800 {post.moment:%Y}",
    "epoch": lambda post: int(post.moment.timestamp()),
    "epoch_milli": lambda post: int(post.moment.timestamp()) * 1000 + 999,
    "source": lambda post: post.source,
    "source_html": lambda post: f'<a href="http://app.example/" rel="nofollow">{post.source}</a>',
    "pictures": lambda post: PICTURES * post.image,
    "pictures_word": lambda post: _if(post.image, PICTURES, "无"),
    "picture_list": lambda post: PICTURES.split(",") if post.image else [],
    "picture_or_absent": lambda post: _if(post.image, PICTURES.split(",", maxsplit=1)[0]),
    "picture_count": lambda post: 2 * post.image,
    "video": lambda post: VIDEO * post.video,
    "video_word": lambda post: _if(post.video, VIDEO, "无"),
    "video_or_absent": lambda post: _if(post.video, VIDEO),
    "topics": lambda post: ",".join(post.topics),
    "topic_list": lambda post: list(post.topics),
    "mentions": lambda post: ",".join(post.mentions),
    "mention_list": lambda post: list(post.mentions),
    "edited": lambda post: post.edited,
    "edits": lambda post: int(post.edited),
    "cut": lambda post: post.cut,
    "original": lambda post: not post.repost_of,
    "repost": lambda post: bool(post.repost_of),
    "origin_mid": lambda post: post.repost_of,
    "origin_mid_tab": lambda post: _if(post.repost_of, post.repost_of + "\t", ""),
    "origin_mid_or_absent": lambda post: _if(post.repost_of, post.repost_of),
    "origin_bid": lambda post: _if(post.repost_of, bid_of(post.repost_of), ""),
    "origin": lambda post: _passed_on(post, number=False),
    "origin_number": lambda post: _passed_on(post, number=True),
    "origin_author": lambda post: _if(post.repost_of, "998877660000", ""),
    "origin_nickname": lambda post: _if(post.repost_of, f"{PRIVATE}源", ""),
    "origin_text": lambda post: _if(post.repost_of, "原来的话", ""),
    "origin_with_t": lambda post: _if(post.repost_of, "2009-09-09T09:09:09", ""),
    "origin_second": lambda post: _if(post.repost_of, "2009-09-09 09:09:09", ""),
    "origin_count": lambda post: _if(post.repost_of, ORIGIN_COUNT, ""),
    "place": lambda _: f"{PRIVATE}-place",
    "region": lambda _: f"发布于 {PRIVATE}-region",
    "verified": lambda _: "蓝V",
    "member": lambda _: "",
    "level": lambda _: "7",
    "gender": lambda _: f"{PRIVATE}-gender",
    "avatar": lambda _: f"https://{PRIVATE}-avatar.example/a.jpg",
    "profile": lambda post: f"https://weibo.example/{post.author}",
    "keyword": lambda _: "茶",
    "remarks": lambda _: [{"text": "好茶", "likesCount": ORIGIN_COUNT, "user": {"name": f"{PRIVATE}-guest"}}],
    "no": lambda _: False,
    "blank": lambda _: "",
    "none_word": lambda _: "无",
    "no_list": lambda _: [],
    "null": lambda _: None,
    "absent": lambda _: ABSENT,
}
