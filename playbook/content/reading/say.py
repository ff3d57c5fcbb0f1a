"""How findings quote a draft: three places at most, no whole number of a person, no sign that nobody can read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from playbook.language import Text, join, same
from playbook.microblog import LINK
from playbook.rules import Finding

SHOWN, LONGEST, LATIN = 3, 24, 60  # words, Chinese characters in each, letters where none is Chinese
NESTED = str.maketrans({"“": "‘", "”": "’"})  # a quotation inside a quotation
AT_THE_ENDS = " ，。！？；、,.!?;~"  # what a clause ends with says nothing inside quotation marks
WORD = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff]+(?:[’'-][^\W\u2e80-\u9fff\uf900-\ufaff]+)*")  # no Chinese
UNREADABLE = re.compile("[\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010fffd]")  # private signs of one maker's phone
NUMBERS = (
    re.compile(r"\d{12,30}[xX]?"),
    re.compile(r"(?<!\d)1(?:[ .\-_·]{0,2}\d){10}"),
    re.compile(r"[一二三四五六七八九零〇]{11}"),
)
LEAST_SECRET = 9  # so many digits in a row may be somebody's number; a date has eight
LONG_NUMBER = 11  # of a phone's length or more: seven digits may stay
STARS = "****"


def quoted(places: Sequence[str]) -> Text:
    """Return words of a text in quotation marks (in Chinese nothing stands between), the first three, long ones cut."""
    readable = [shown for each in places if (shown := _cut(each)).zh]
    more = len(readable) - SHOWN
    short = [same("“") + each + same("”") for each in readable[:SHOWN]]
    return join(short, zh="") + (Text(f"等 {len(readable)} 处", f" and {more} more") if more > 0 else Text("", ""))


def finding(
    rule: str, what: Text, mend: Text, places: Sequence[str] = (), *, shown: Sequence[str] | None = None
) -> Finding:
    """Return a finding of a rule on content; `{words}` in `what` and `mend` becomes the places, quoted.

    `shown` are other words to print than those pointed at.
    """
    words = quoted(places if shown is None else shown)
    return Finding(f"content.{rule}", what.format(words=words), mend.format(words=words), tuple(places))


def masked(words: str, least: int = LEAST_SECRET) -> str:
    """Return words with the middle of every number of `least` digits or more hidden: 139****0000."""
    for number in (*NUMBERS, re.compile(rf"\d{{{least},}}[xX]?")):
        words = number.sub(_hidden, words)
    return words


def _hidden(found: re.Match[str]) -> str:
    digits = "".join(each for each in found[0] if each.isalnum())
    first, last = (3, 4) if len(digits) >= LONG_NUMBER else (2, 2)
    return digits[:first] + STARS + digits[-last:]


def _cut(words: str) -> Text:
    """Return words as a finding shows them: on one line, cut where they are long, but no word or web address in two."""
    line = masked(" ".join(UNREADABLE.sub("", words).split()).translate(NESTED))
    line = line.strip(AT_THE_ENDS) or line
    most = LONGEST if any(unicodedata.east_asian_width(each) in "WF" for each in line) else LATIN
    if len(line) <= most:
        return same(line)
    link, word = _across(LINK, line, most), _across(WORD, line, most)
    end = (link.start() or link.end()) if link else (word.start() if word else 0) or most
    shown = same(line[:end].rstrip())
    return shown + Text("……", "…") if end < len(line) else shown


def _across(pattern: re.Pattern[str], line: str, at: int) -> re.Match[str] | None:
    """Return the match that a cut at this place would cut in two."""
    return next((each for each in pattern.finditer(line) if each.start() < at < each.end()), None)
