"""The number that a post is known by, and how to tell that a spreadsheet has damaged it.

Excel keeps 15 digits. An id of 16 loses its last digit to 0 once it is saved, or shows as 3.79E+15
(dataabc/weibo-crawler issue 249, dataabc/weiboSpider issue 456).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.exports import reasons
from playbook.language import Text

NUMBER = re.compile("[0-9]{1,20}")
LONG = re.compile("[0-9]{16,20}")
EXPONENT = re.compile(r"[0-9.]+[Ee]\+?[0-9]+")
BID = re.compile("[0-9A-Za-z]{5,12}")
ENOUGH_ZEROS = 5  # ids ending in 0, and over half: by chance fewer than one file in a thousand looks like that


def rounded_ids(ids: Iterable[str]) -> bool:
    """Tell whether a file's long ids look rounded to 15 digits: more than half, and at least five, end in 0."""
    zeros = [each.strip().endswith("0") for each in ids if LONG.fullmatch(each.strip())]
    return sum(zeros) >= ENOUGH_ZEROS and sum(zeros) > len(zeros) / 2


def post_id(cell: str, bid: str, rounded: bool) -> tuple[str, Text | None]:
    """Return the id to keep and, where it is not the number itself, why: the bid instead, or nothing.

    A damaged number is never kept: many posts share it, so that they would be taken for one.
    `rounded` says that the file's ids were rounded (see `rounded_ids`).
    """
    what = _damage(cell.strip(), rounded)
    if what is None:
        return cell.strip(), None
    if BID.fullmatch(bid.strip()):
        return bid.strip(), what + reasons.BID_KEPT.format(bid=bid.strip())
    return "", what + reasons.NO_KEY


def _damage(number: str, rounded: bool) -> Text | None:
    if NUMBER.fullmatch(number):
        return reasons.ID_ROUNDED if rounded and LONG.fullmatch(number) and number.endswith("0") else None
    return reasons.ID_DAMAGED if EXPONENT.fullmatch(number) else reasons.NO_ID
