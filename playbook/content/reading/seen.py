"""A text as the word lists see it: one form for what readers read as one thing, and the way back to the words typed."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from playbook.microblog import EMOTICON, INVISIBLE, LINK, MENTION, PASSED_ON

LINK_MARK, MENTION_MARK, EMOTICON_MARK = "\ue000", "\ue001", "\ue002"
HIDDEN = frozenset(INVISIBLE + "\u200e\u200f\u00ad\ufe0e\ufe0f")
CLAUSE_ENDS, SENTENCE_ENDS = re.compile(r"[,。!?;\n]"), re.compile(r"[。!?\n]")
CHINESE = "\u3400-\u9fff"
APART = rf"(?<=[{CHINESE}])[ \t*·•._]{{1,3}}(?=[{CHINESE}])"
# Some write 68 元, some 68元.
SPACED = rf"(?<=[0-9a-z%])[ ](?=[{CHINESE}])|(?<=[{CHINESE}])[ ](?=[0-9a-z])"
SPREAD = re.compile(f"{APART}|{SPACED}")
FRIENDS = r"@(?!(?:[0-9一二三四五六七八九十两几]+(?:位|个|名)|你|好友|身边|闺蜜|男友|女友|最想|那个))"  # no name: bait
NICKNAME = re.compile(FRIENDS + MENTION.pattern.removeprefix("@"))
UNIT = re.compile(f"(?P<link>{LINK.pattern})|(?P<mention>{NICKNAME.pattern})|(?P<emoticon>{EMOTICON.pattern})")
MARKS = {"link": LINK_MARK, "mention": MENTION_MARK, "emoticon": EMOTICON_MARK}


@dataclass(frozen=True, slots=True)
class Seen:
    """Our own words of a text, `plain` for matching; `starts` and `ends` give each plain character's place in `text`.

    In `plain` full-width letters are half-width, Latin ones small, traditional characters simplified; invisible
    characters are gone, and so is what stands between two Chinese characters to keep them apart, or a space beside a
    number. A link, a mention and an emoticon are one character each: no name or address is read as words.
    """

    text: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """Return the words typed, for a place in `plain`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def clause(self, at: int) -> tuple[int, int]:
        """Return where the clause around a place in `plain` begins and ends."""
        return _around(self.clauses, at)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around a place in `plain` begins and ends."""
        return _around(self.sentences, at)


@lru_cache(maxsize=64)  # a text is often read for one rule after another
def see(text: str) -> Seen:
    """Read a text for matching; of a repost only what stands before the first `//@name:`, for that is ours."""
    passed = PASSED_ON.search(text)
    own = text[: passed.start()] if passed else text
    units = _joined(_units(own))
    plain = "".join(unit for unit, _, _ in units)
    return Seen(
        own,
        plain,
        tuple(start for _, start, _ in units),
        tuple(end for _, _, end in units),
        _borders(CLAUSE_ENDS, plain),
        _borders(SENTENCE_ENDS, plain),
    )


@cache
def _simplified() -> dict[str, str]:
    text = resources.files("playbook.content.reading").joinpath("traditional.toml").read_text("utf-8")
    pairs: str = tomllib.loads(text)["pairs"]
    return {pair[0]: pair[1] for pair in pairs.split()}


def _units(text: str) -> list[tuple[str, int, int]]:
    """Return (plain character, start, end) of each character of the text, or of each link, mention and emoticon."""
    units, at = [], 0
    for found in UNIT.finditer(text):
        units += [(_plain(text[i]), i, i + 1) for i in range(at, found.start())]
        units.append((MARKS[found.lastgroup or "link"], found.start(), found.end()))
        at = found.end()
    units += [(_plain(text[i]), i, i + 1) for i in range(at, len(text))]
    return [unit for unit in units if unit[0]]


def _plain(character: str) -> str:
    """Return a character's plain form, one character or (for what nobody sees) none."""
    if character in HIDDEN:
        return ""
    if character >= "\u2e80" or character.isascii():
        character = _simplified().get(character, character)
    if unicodedata.category(character) != "No":  # a ① stays: it numbers a list
        wide = unicodedata.normalize("NFKC", character)
        character = wide if len(wide) == 1 else character
    small = character.lower()
    return small if len(small) == 1 else character


def _joined(units: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Take away what keeps two Chinese characters of one word apart (`加 微 信`)."""
    plain = "".join(unit for unit, _, _ in units)
    apart = {at for found in SPREAD.finditer(plain) for at in range(*found.span())}
    return [unit for at, unit in enumerate(units) if at not in apart]


def _borders(ends: re.Pattern[str], plain: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in ends.finditer(plain)), len(plain) + 1)


def _around(borders: tuple[int, ...], at: int) -> tuple[int, int]:
    number = bisect_right(borders, at)
    return borders[number - 1], borders[min(number, len(borders) - 1)]
