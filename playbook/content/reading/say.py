"""How findings quote a draft: each language with its own quotation marks, three places at most."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.language import Text, join, same
from playbook.rules import Finding

SHOWN, LONGEST = 3, 24


def quoted(places: Sequence[str]) -> Text:
    """Return words of a text in quotation marks, the first three, each cut where it is long."""
    short = [same(f"“{_cut(each)}”") for each in places[:SHOWN]]
    more = len(places) - SHOWN
    return join(short) + (Text(f"等 {len(places)} 处", f" and {more} more") if more > 0 else Text("", ""))


def finding(rule: str, what: Text, mend: Text, places: Sequence[str] = ()) -> Finding:
    """Return a finding of a rule on content; `{words}` in `what` and `mend` becomes the places, quoted."""
    words = quoted(places)
    return Finding(f"content.{rule}", what.format(words=words), mend.format(words=words), tuple(places))


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "……"
