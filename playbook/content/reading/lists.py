"""The word lists: regular expressions as data (`*.toml`), each block with its source, compiled once.

A block has `words` and `source` (a law's article, a rule of the catalogue, or "course" with `because`), and may have
`unless`: what, standing in the same clause, makes the words mean something else. `within = "sentence"` or "text"
widens where that is looked for. In an expression `{~6}` stands for up to six characters of one clause, `{=6}` of one
sentence, `{link}`, `{mention}` and `{emoticon}` for one of these, `{n}` for a digit in either writing
(`{d}` inside a class), `{surname}` for a family name, `{common}` inside a class for a common one,
`{ordinary}` for words that look like a whole name. Every gap is
bounded, so that matching is linear in the length of the text.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from playbook.content.reading.seen import EMOTICON_MARK, LINK_MARK, MENTION_MARK, Seen

Within = Literal["clause", "sentence", "text"]
DIGITS = "0-9一二三四五六七八九十百千万两几半"
GAP = re.compile(r"\{([~=])(\d+)\}")


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a list found: their place in the plain text, and as they were typed."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """A block of a list."""

    pattern: re.Pattern[str]
    source: str
    because: str = ""
    unless: re.Pattern[str] | None = None
    within: Within = "clause"

    def found(self, seen: Seen) -> list[Found]:
        """Return what of this block stands in the text, in order, without what `unless` takes back."""
        excused: dict[tuple[int, int], bool] = {}
        return [each for each in self.all(seen) if not self._excused(seen, each.start, excused)]

    def all(self, seen: Seen) -> list[Found]:
        """Return what of this block stands in the text, in order, whatever `unless` says."""
        return [
            Found(each.start(), each.end(), seen.original(each.start(), each.end()))
            for each in self.pattern.finditer(seen.plain)
        ]

    def _excused(self, seen: Seen, at: int, known: dict[tuple[int, int], bool]) -> bool:
        if self.unless is None:
            return False
        whole = (0, len(seen.plain))
        place = whole if self.within == "text" else seen.sentence(at) if self.within == "sentence" else seen.clause(at)
        if place not in known:  # once a clause, however many words of it match
            known[place] = bool(self.unless.search(seen.plain, *place))
        return known[place]


@cache
def read(name: str) -> dict[str, Any]:
    """Return a list's file as data."""
    return tomllib.loads(resources.files("playbook.content.reading").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str) -> dict[str, Words]:
    """Return the blocks of a list by their names."""
    return {key: _block(entry) for key, entry in read(name).items() if isinstance(entry, dict) and "words" in entry}


def expression(written: str) -> re.Pattern[str]:
    """Compile an expression of a list, its shorthand written out. Raises re.error if it is none."""
    for short, full in _shorthand().items():
        written = written.replace(short, full)
    return re.compile(GAP.sub(_gap, written))


def places(found: list[Found]) -> tuple[str, ...]:
    """Return the words found, as typed, each once."""
    return tuple(dict.fromkeys(each.words for each in found))


def any_of(blocks: dict[str, Words], *names: str, seen: Seen) -> list[Found]:
    """Return what several blocks find, in the order of the text."""
    return sorted((each for name in names for each in blocks[name].found(seen)), key=lambda each: each.start)


def listed(written: list[str] | str) -> str:
    """Return expressions as one that matches any of them."""
    return written if isinstance(written, str) else "|".join(written)


@cache
def _shorthand() -> dict[str, str]:
    names = read("surnames")
    return {
        "{link}": LINK_MARK,
        "{mention}": MENTION_MARK,
        "{emoticon}": EMOTICON_MARK,
        "{n}": f"[{DIGITS}]",
        "{d}": DIGITS,
        "{surname}": f"[{''.join(names['any'].split())}]|{'|'.join(names['double'].split())}",
        "{common}": "".join(names["common"].split()),
        "{ordinary}": f"(?:{'|'.join(names['ordinary'].split())})",
    }


def _gap(found: re.Match[str]) -> str:
    return rf"[^{',。!?;' if found[1] == '~' else '。!?'}\n]{{0,{found[2]}}}"


def _block(entry: dict[str, Any]) -> Words:
    unless = entry.get("unless")
    return Words(
        expression(listed(entry["words"])),
        entry["source"],
        entry.get("because", ""),
        expression(listed(unless)) if unless else None,
        entry.get("within", "clause"),
    )
