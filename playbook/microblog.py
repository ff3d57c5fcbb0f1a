"""How a Weibo text works: its length then and now, whom and what it names, what was passed on, the number of a post.

Every function is linear in the length of the text, whatever the text is. Test values and sources:
the counter of 2011 as third-party clients restated it and Sina's API of 2011 (140 characters); 2,000 since 2016.
What nobody has published is said where it matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LIMIT_THEN = 140  # characters of a post until 2016 (API 2/statuses/update, 2011)
LIMIT = 2000  # since 28 February 2016, for everybody
HOOK = 140  # about what a reader's list shows before 全文; a rule of thumb, not a published number

SHORT_LINK, LONG_LINK = 20, 140  # a link costs 20 half characters; from 140 bytes on, one more for each byte
OWN_LINK = 41  # links to weibo.com and weibo.cn cost what they are long, up to here
WIDE = re.compile(r"[^\x00-\x80]+")  # as wide as a Chinese character
TOPIC_MOST = 64  # of what stands between two hashes: more is two stray hashes and the words between them
NAME_LEAST, NAME_MOST = 3, 30  # of a nickname, in half characters; the platform's help says 4, old accounts have 3

HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
LINK = re.compile(rf"https?://{HOST}(?:[:/?][A-Za-z0-9\-._~:/?@!$&'()*+,;=%]*)?")
COUNTED_LINK = re.compile(LINK.pattern.replace("https?", "http"))  # the counter never learnt https
MENTION = re.compile(r"@([\w-]+)")
MAILBOX = re.compile(r"[A-Za-z0-9._%+-]")
HASH = re.compile(r"(?<!&)#")  # &#39; is an apostrophe that a tool left as it stood in the page
EMOTICON = re.compile(r"\[([^\[\]\s\d]{1,6})\]")  # six characters at most and no digit: [组图共11张] is none
PASSED_ON = re.compile(r"//@([\w-]+)[ \u3000]?[:：]")
REPLY = re.compile(r"回复@([\w-]+)[ \u3000]?[:：]")
CUT = re.compile(r"(?:\.{3}|…)\s*(?:全文|展开)[c\ue000-\uf8ff]?$|展开[c\ue000-\uf8ff]$")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
DEFAULT_WORDS = frozenset({"", "转发微博", "轉發微博", "快转微博", "空"})
SUPER = "[超话]"

BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SEVEN, FOUR = 7, 4  # seven digits of a post's number make four letters of its short form, from the right
MID, BID = re.compile("[1-9][0-9]{0,19}"), re.compile("[1-9A-Za-z][0-9A-Za-z]{0,11}")


def length(text: str) -> int:
    """Return how many characters a text counts: a Chinese one is 1, a Latin letter or a digit ½, rounded up.

    A link that begins with http:// costs 10, a long one more. Links are counted so in 2011; how they
    count today has not been published.
    """
    links = [(found.start(), found.end(), _link_cost(found[0])) for found in COUNTED_LINK.finditer(text)]
    apart = sum(cost - _width(text[start:end]) for start, end, cost in links)
    return -(-(_width(text) + apart) // 2)


def hook(text: str) -> str:
    """Return the beginning of a text that a list shows before 全文: at most HOOK characters, no link cut in two."""
    room, shown = 2 * HOOK, []
    for piece, width in _pieces(text):
        room -= width
        if room < 0:
            break
        shown.append(piece)
    return "".join(shown)


def topics(text: str) -> list[str]:
    """Return the topics, `#…#`, in order; they may touch or stand inside a word. Super-topics are not among them."""
    return [name for name in _hashed(text) if not name.endswith(SUPER)]


def super_topics(text: str) -> list[str]:
    """Return the names of the super-topics, `#…[超话]#`, in order."""
    return [name.removesuffix(SUPER).rstrip() for name in _hashed(text) if name.endswith(SUPER)]


def mentions(text: str) -> list[str]:
    """Return the nicknames after an @, in order. What follows the @ of an e-mail address is none."""
    named = [found[1] for found in MENTION.finditer(text) if not _is_mail(text, found)]
    return [name for name in named if NAME_LEAST <= _width(name) <= NAME_MOST]


def links(text: str) -> list[str]:
    """Return the links, in order, without the punctuation that ends a sentence."""
    return [found.rstrip(".,:;!?)'") for found in LINK.findall(text)]


def emoticons(text: str) -> list[str]:
    """Return the names of the emoticons, `[…]`, in order. Many tools lose them: compare no rates across tools."""
    return [name for name in EMOTICON.findall(text) if name != SUPER.strip("[]")]


@dataclass(frozen=True, slots=True)
class Chain:
    """A repost's text taken apart: what its author `said`, and what was `passed` on, newest first, (name, words)."""

    said: str
    passed: tuple[tuple[str, str], ...]


def chain(text: str) -> Chain:
    """Take a repost's text apart at each `//@name:`. A text that passes nothing on is all said by its author."""
    said, *rest = PASSED_ON.split(text)
    return Chain(said.strip(), tuple(zip(rest[::2], (words.strip() for words in rest[1::2]), strict=True)))


def says_nothing(text: str) -> bool:
    """Tell whether a repost adds no words of its own: none, or those the platform puts there (转发微博)."""
    return chain(_visible(text)).said.rstrip("。.") in DEFAULT_WORDS


def reply_to(text: str) -> str | None:
    """Return whom a comment answers (`回复@name:` at its beginning); None if nobody."""
    found = REPLY.match(text)
    return found[1] if found else None


def is_cut(text: str) -> bool:
    """Tell whether an export holds only the beginning of a text, as lists show it: `...全文`, `展开c`."""
    return bool(CUT.search(_visible(text[-20:])))


def bid_of(mid: str) -> str:
    """Return the short form of a post's number, as links show it: 3501756485200075 is z0JH2lOMb.

    Raises ValueError for what is no number.
    """
    if not MID.fullmatch(mid):
        raise ValueError(f"a post's number is 1 to 20 digits and begins with none of 0; read {mid!r}")
    first, *others = _from_the_right(mid, SEVEN)
    return _letters(first) + "".join(_letters(each).rjust(FOUR, BASE62[0]) for each in others)


def mid_of(bid: str) -> str:
    """Return the number of a post from its short form. Raises ValueError for what is no short form."""
    if not BID.fullmatch(bid):
        raise ValueError(f"a post's short form is 1 to 12 letters and digits; read {bid!r}")
    first, *others = [str(_number(each)) for each in _from_the_right(bid, FOUR)]
    if any(len(each) > SEVEN for each in (first, *others)):
        raise ValueError(f"no post has this short form: {bid!r}")
    return first + "".join(each.rjust(SEVEN, "0") for each in others)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the text in pieces that cannot be cut, a character or a link, with what each costs in half characters."""
    at = 0
    for found in COUNTED_LINK.finditer(text):
        yield from ((each, _width(each)) for each in text[at : found.start()])
        yield found[0], _link_cost(found[0])
        at = found.end()
    yield from ((each, _width(each)) for each in text[at:])


def _width(text: str) -> int:
    return len(text) + sum(map(len, WIDE.findall(text)))


def _link_cost(link: str) -> int:
    host = link.removeprefix("http://")
    own = host.startswith(("weibo.com", "weibo.cn", "www.weibo.com", "www.weibo.cn")) and len(link) <= OWN_LINK
    if own or host.startswith("t.cn/"):
        return len(link)
    return SHORT_LINK + max(0, len(link) - LONG_LINK)


def _hashed(text: str) -> list[str]:
    """Return what stands between hashes, paired from the left; what can be no topic leaves its second hash free."""
    found, at = [], 0
    pieces = HASH.split(text)[:-1]  # after the last hash nothing can end
    while at + 1 < len(pieces):
        name = pieces[at + 1].strip()
        if name and "\n" not in name and len(name) <= TOPIC_MOST:
            found.append(name)
            at += 1
        at += 1
    return found


def _is_mail(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    return bool(MAILBOX.fullmatch(before)) and found[1].isascii() and after == "."


def _visible(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, INVISIBLE))).strip()


def _from_the_right(word: str, size: int) -> list[str]:
    first = len(word) % size or size
    return [word[:first], *(word[at : at + size] for at in range(first, len(word), size))]


def _letters(digits: str) -> str:
    number, found = int(digits), ""
    while number:
        number, last = divmod(number, len(BASE62))
        found = BASE62[last] + found
    return found


def _number(letters: str) -> int:
    total = 0
    for each in letters:
        total = total * len(BASE62) + BASE62.index(each)
    return total
