"""The form of a post: whether each of its elements is well made, and whether a repost has words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.elements import CLOSED_EMOTICON, own_words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import CHINESE, Seen
from playbook.language import Text
from playbook.microblog import (
    HASH,
    LINK,
    MAILBOX,
    MENTION,
    NAME_MOST,
    TOPIC_MOST,
    chain,
    mentions,
)
from playbook.rules import Finding

SHEET_OR_HOUSE = re.compile(r"[A-Za-z0-9]$")  # the # of C# or of house 2#: it opens no topic
LONE_AT = re.compile(r"@(?=[^\w-]|$)")
PRICE_AT = re.compile(r"@ ?\d")
OPEN_EMOTICON = re.compile(r"\[(?![^\[\]\n]{0,40}\])[^\[\]\n\s,，。!！?？]{0,8}")
STRAY_CLOSE = re.compile(r"(?:^|(?<=[^\[\]\n]))[^\[\]\n\s,，。!！?？]{0,4}\]")
OPEN_TITLE = re.compile(r"【[^【】\n]{0,60}(?=【|\n|$)")
BROKEN_LINK = re.compile(
    r"https?\s{0,2}[:：]?\s{0,2}[/／\\]{1,2}\s{0,3}[A-Za-z0-9.]{0,20}(?:[/／]\s{1,3}[A-Za-z0-9]{1,12})?"
)
SHORT_HOST = re.compile(r"https?://t\.cn/?$")
AFTER_LINK = re.compile(rf"[{CHINESE}]{{1,6}}")


def bare_repost(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find a repost without a word of our own."""
    if _is_repost(draft) and not own_words(draft.text):
        yield finding(
            "repost-with-own-view",
            Text("转发没有写自己的话。", "The repost has no words of our own."),
            Text(
                "写一句看法：为什么转、和我们的读者有什么关系，或者补一个原文没有的事实。",
                "Add a sentence: why you pass it on, what it means to our readers, or a fact the original lacks.",
            ),
            [seen.text.strip()] if seen.text.strip() else [],
        )


def malformed(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:
    """Find hashes without a partner, mentions that will not link, open brackets, broken links, and no words at all."""
    text = seen.text
    checks = (
        (_loose_hashes(text), LOOSE_HASH),
        (dead := _dead_mentions(text, names), DEAD_MENTIONS if len(dead) > 1 else DEAD_MENTION),
        (_open_brackets(text), OPEN_BRACKET),
        (_broken_links(text), BROKEN),
    )
    for places, (what, mend) in checks:
        if places:
            yield finding("nine-syntax-elements", what, mend, places)
    if not _is_repost(draft) and not own_words(text) and draft.status != "idea":
        yield finding("nine-syntax-elements", *WORDS_MISSING)


LOOSE_HASH = (
    Text(
        "话题的 # 没有成对，或者中间是空的：{words}。",
        "A topic’s # has no partner, or nothing stands between: {words}.",
    ),
    Text("话题写成 #话题#，前后各一个 #。", "Write a topic as #topic#, with a # at both ends."),
)
DEAD_MENTION = (
    Text("这个 @ 点不开：{words}。", "This @ will not link: {words}."),
    Text(
        "@ 紧挨着昵称，昵称后面空一格；昵称照对方主页抄，一般不超过 15 个汉字。",
        (
            "Put the nickname right after the @ and a space after it; copy it from the account’s "
            "page (as a rule 15 Chinese characters at most)."
        ),
    ),
)
DEAD_MENTIONS = (Text("这几个 @ 点不开：{words}。", "These @ will not link: {words}."), DEAD_MENTION[1])
OPEN_BRACKET = (
    Text("括号没有成对：{words}。", "A bracket has no partner: {words}."),
    Text(
        "表情写成 [哈哈]，标题写成【标题】，两边都要有。",
        "Write an emoticon as [哈哈] and a title as 【title】, closed at both ends.",
    ),
)
BROKEN = (
    Text("链接断了，或者和文字粘在一起：{words}。", "A link is broken or glued to words: {words}."),
    Text(
        "链接里不留空格，后面空一格再接文字；发出前点开试一次。",
        "No space inside a link, one after it; click it once before it goes out.",
    ),
)
WORDS_MISSING = (
    Text("没有正文：只有话题、表情、链接或图片。", "There are no words: only topics, emoticons, links or a picture."),
    Text(
        "写一句看得懂的话：搜索和读屏都只认得文字。",
        "Write one sentence: search and screen readers know nothing but words.",
    ),
)


def _is_repost(draft: Draft) -> bool:
    return (
        draft.repost
        or bool(chain(draft.text).passed)
        or bool(re.fullmatch(r"\s*(?:转发|轉發|快转)微博[。.]?\s*", draft.text))
    )


def _loose_hashes(text: str) -> list[str]:
    masked = LINK.sub(lambda found: " " * len(found[0]), text)
    at = [found.start() for found in HASH.finditer(masked)]
    wrong = _unpaired(masked, at)
    if wrong:
        certain = [each for each in at if not _is_literal(masked, each)]
        wrong = min((wrong, _unpaired(masked, certain)), key=len)
    return [re.split(r"[\s，。,!！?？]", text[each : each + 20], maxsplit=1)[0] for each in wrong]


def _is_literal(text: str, at: int) -> bool:
    return bool(SHEET_OR_HOUSE.search(text[max(0, at - 1) : at])) or bool(
        re.match(r"#\d{1,4}(?![\d#]|[\u3400-\u9fff]{2,}#)", text[at : at + 8])
    )


def _unpaired(text: str, at: list[int]) -> list[int]:
    """Return the hashes that open nothing: paired from the left, as the platform does."""
    wrong, number = [], 0
    while number < len(at):
        here = at[number]
        name = text[here + 1 : at[number + 1]] if number + 1 < len(at) else None
        if name is not None and name.strip() and "\n" not in name and len(name) <= TOPIC_MOST:
            number += 2
            continue
        wrong.append(here)
        number += 2 if name is not None and not name.strip() else 1
    return wrong


def _dead_mentions(text: str, names: tuple[str, ...]) -> list[str]:
    masked = LINK.sub(lambda found: " " * len(found[0]), text)
    lone = [
        text[found.start() : found.start() + 8].split("\n", maxsplit=1)[0]
        for found in LONE_AT.finditer(masked)
        if not PRICE_AT.match(masked[found.start() : found.start() + 3])
    ]
    return [*lone, *(each for each in _impossible(masked, names))]


def _impossible(text: str, names: tuple[str, ...]) -> Iterator[str]:
    for found in MENTION.finditer(text):
        name = found[1]
        if MAILBOX.fullmatch(text[max(0, found.start() - 1) : found.start()]) and name.isascii():
            continue  # an e-mail address
        glued = name not in names and any(len(own) > 1 and name.startswith(own) for own in names)
        if glued or not mentions("@" + name):
            yield found[0][: NAME_MOST + 1]


def _open_brackets(text: str) -> list[str]:
    masked = LINK.sub(lambda found: " " * len(found[0]), text)
    rest = CLOSED_EMOTICON.sub(lambda found: " " * len(found[0]), masked)
    places = [text[found.start() : found.end()] for found in OPEN_EMOTICON.finditer(rest)]
    places += [text[found.start() : found.end()] for found in STRAY_CLOSE.finditer(rest)]
    return places + [text[found.start() : found.start() + 12] for found in OPEN_TITLE.finditer(text)]


def _broken_links(text: str) -> list[str]:
    places, good = [], [found.span() for found in LINK.finditer(text)]
    for start, end in good:
        after = AFTER_LINK.match(text, end)
        if SHORT_HOST.match(text[start:end]):
            places.append(text[start : min(len(text), end + 10)].split("\n", maxsplit=1)[0])
        elif after:
            places.append(text[start : after.end()])
    begun = {start for start, _ in good}
    places += [found[0] for found in BROKEN_LINK.finditer(text) if found.start() not in begun]
    return places
