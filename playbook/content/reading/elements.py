"""Which of the nine syntax elements a post uses, and which of its words are its own."""

from __future__ import annotations

import re

from playbook.content.draft import Draft, Element
from playbook.content.reading.seen import NICKNAME
from playbook.microblog import LINK, chain, emoticons, links, mentions, super_topics, topics

NO_WORDS = re.compile(
    r"转发(?:微博|此微博|一下|了)?|轉發微博|快转微博|分享(?:微博|图片|视频)|repost|转+|mark|马(?:克|住)?|围观|顶|空|如题|如图",
    re.IGNORECASE,
)
WORDLESS = re.compile(r"[\W_]|网页链接|的微博视频|L微博视频")
TAG = re.compile(r"#[^#\n]{1,64}#|#[^#\s]{0,64}")
AUDIO = re.compile(r"(?:音频|播客|单曲|歌曲|电台)[:：]|music\.(?:163|qq)\.com|ximalaya|y\.qq\.com")
PICTOGRAPH = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")
CLOSED_EMOTICON = re.compile(r"\[[^\[\]\n]{0,40}\]")


def elements(draft: Draft) -> set[Element]:
    """Return which of the nine syntax elements a draft uses; `app` (a card of another app) no text can tell."""
    text = draft.text
    present: dict[Element, bool] = {
        "text": bool(own_words(text)),
        "image": draft.has_image,
        "video": draft.has_video,
        "audio": bool(AUDIO.search(text)),
        "link": bool(links(text)) or "网页链接" in text,
        "mention": bool(mentions(text)),
        "hashtag": bool(topics(text) or super_topics(text)),
        "app": False,
        "emoji": bool(emoticons(text) or PICTOGRAPH.search(text)),
    }
    return {name for name, used in present.items() if used}


def own_words(text: str) -> str:
    """Return the words of our own: without topics, mentions, links, emoticons, signs, and the platform's own words."""
    said = chain(text).said
    for taken in (LINK, TAG, NICKNAME, CLOSED_EMOTICON, WORDLESS):
        said = taken.sub("", said)
    return "" if NO_WORDS.fullmatch(said) else said
