"""The number that a post is known by, how to tell that a spreadsheet has damaged it, and whose post it is.

Excel keeps 15 digits. An id of 16 loses its last digit to 0 once it is saved, or shows as 3.79E+15
(dataabc/weibo-crawler issue 249, dataabc/weiboSpider issue 456).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from playbook.exports import reasons
from playbook.language import Text
from playbook.microblog import mid_of

NUMBER = re.compile("[0-9]{1,20}")
LONG = re.compile("[0-9]{16,20}")
EXPONENT = re.compile(r"[0-9.]+[Ee]\+?[0-9]+")
ENOUGH_ZEROS = 5  # ids ending in 0, and over half: by chance fewer than one file in a thousand looks like that


@dataclass(slots=True)
class Rounding:
    """Whether the ids of a file were rounded to 15 digits, judged by all that has been read of it so far."""

    zeros: int = 0
    others: int = 0

    def seen(self, ids: list[str]) -> bool:
        """Count more ids of the file; tell whether these look rounded: most, and at least five, end in 0."""
        last = [each.rstrip()[-1] for each in ids if LONG.fullmatch(each.strip())]
        zeros = last.count("0")
        self.zeros, self.others = self.zeros + zeros, self.others + len(last) - zeros
        return _most(zeros, len(last) - zeros) or _most(self.zeros, self.others)


def _most(zeros: int, others: int) -> bool:
    return zeros >= ENOUGH_ZEROS and zeros > others


def post_ids(cells: list[str] | None, bids: list[str] | None, rounded: bool) -> tuple[list[str], dict[int, Text]]:
    """Return the numbers of posts (empty if there is none) and, where one is not its cell's, why.

    Without `cells` the bid is all there is, and nothing is wrong with it. A damaged number is never kept: many posts
    share it, so that they would be taken for one. `rounded` says that the file's ids were rounded.
    """
    if cells is None:
        found = [_from_bid(bid.strip()) for bid in bids or ()]
        return found, {place: reasons.NO_BID for place, number in enumerate(found) if not number}
    numbers = [_whole(cell) for cell in cells]
    why = {}
    for place, number in enumerate(numbers):
        if NUMBER.fullmatch(number) and not (rounded and number.endswith("0") and LONG.fullmatch(number)):
            continue
        if bids is None and (only := _from_bid(number)):
            numbers[place] = only  # a file may have bids for ids
            continue
        bid = bids[place].strip() if bids else ""
        numbers[place] = _from_bid(bid)
        used = reasons.BID_USED.format(bid=bid, mid=numbers[place]) if numbers[place] else reasons.NO_KEY
        why[place] = _damage(number) + used
    return numbers, why


def origins(cells: list[str], bids: list[str] | None, missing: frozenset[str]) -> tuple[list[str], dict[int, Text]]:
    """Return the numbers of the posts that were passed on, and why there is none where there should be."""
    numbers = [_whole(cell) for cell in cells]
    why = {}
    for place, number in enumerate(numbers):
        if NUMBER.fullmatch(number):
            continue
        bid = bids[place].strip() if bids else ""
        nothing = not number or number in missing
        numbers[place] = _from_bid(bid) or ("" if nothing else _from_bid(number))
        if not nothing and (bids is not None or not numbers[place]):
            used = reasons.ORIGIN_MENDED.format(mid=numbers[place]) if numbers[place] else reasons.ORIGIN_LOST
            why[place] = _damage(number) + used
    return numbers, why


def accounts(authors: list[str] | None, names: list[str] | None, stem: str, size: int, keep: bool) -> list[str]:
    """Return whose posts they are: a hash of the author's id, with `keep` the nickname, without either the file's."""
    ids = [author.strip() for author in authors] if authors else [""] * size
    if keep:
        shown = [name.strip() for name in names] if names else [""] * size
        return [name or author or stem for name, author in zip(shown, ids, strict=True)]
    return [_hashed(author) if author else stem for author in ids]


@lru_cache(maxsize=4096)
def _hashed(author: str) -> str:
    return "a" + sha256(author.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _whole(cell: str) -> str:
    """Return a number as it was before pandas wrote it with `.0`, which loses no digit of an id of Weibo."""
    return cell.strip().removesuffix(".0")


def _from_bid(bid: str) -> str:
    try:
        number = mid_of(bid)
    except ValueError:
        return ""
    return number if LONG.fullmatch(number) else ""


def _damage(number: str) -> Text:
    if NUMBER.fullmatch(number):
        return reasons.ID_ROUNDED
    return reasons.ID_DAMAGED if EXPONENT.fullmatch(number) else reasons.NO_ID
