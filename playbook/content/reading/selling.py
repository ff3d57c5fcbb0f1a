"""Whether a post sells, whether it is marked as an advertisement, whether it leads buyers away from the platform."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import LINK_MARK, Seen
from playbook.content.reading.wholes import apart, whole_price
from playbook.language import Text, join
from playbook.rules import Finding

NEAR_LINK = 2  # words of goods beside a link that make an offer of a post without a price
BEFORE_LINK = 24  # characters before a link in which a word of an offer makes it one to buy by
VOUCHER = re.compile(r"券|票|抵扣")
FIGURE = re.compile(
    r"[0-9一二三四五六七八九十百千两]{1,9}(?:\.[0-9]{1,2})? ?(?:元|块|[/一每])|[¥￥] ?[0-9]"
    r"|价格?[:：为是]?[0-9]|票[:：]?[0-9]"
)
UNMARKED = Text("在卖东西，却没有标明“广告”：{words}。", "It sells and is not marked as an advertisement: {words}.")
MARK_IT = Text(
    "打开平台的广告标识，或在正文里写“广告”（《广告法》第十四条；体验、测评、科普附购物链接的也要标）。",
    (
        "Turn on the platform’s ad mark or write 广告 in the text (Advertising Law, art. 14; "
        "experience, review and knowledge posts with a shopping link need it too)."
    ),
)
PRICED = Text("写了价钱，没有标明“广告”：{words}。", "It names a price and is not marked as an advertisement: {words}.")
MAY_INFORM = Text(
    "只是告诉人时间、地点和票价，可能算信息，请负责人定；只要催人买或附了购买链接，就要标“广告”（《广告法》第十四条）。",
    (
        "If it only tells time, place and prices it may be information: ask whoever decides. Once it urges "
        "to buy or links to a shop, mark it 广告 (Advertising Law, art. 14)."
    ),
)
PRIZES = Text(
    "奖品里的券不算出售，按平台的抽奖规则写清条件、奖品、时间和办法。",
    "Vouchers among the prizes are not for sale: give conditions, prizes, time and method as the rules of draws ask.",
)


def offers(seen: Seen) -> list[Found]:
    """Return where a post sells: an offer; a price with goods or a link; a link with two words of goods.

    Prices come first, then links to buy by, then other words.
    """
    lists = words("selling")
    offer, price, goods = (lists[name].found(seen) for name in ("offer", "price", "goods"))
    won = _to_be_won(seen, offer)
    offer = [each for each in offer if each not in won]
    linked = LINK_MARK in seen.plain
    if not offer and not (price and (goods or linked)):
        offer = goods if linked and len(set(places(goods))) >= NEAR_LINK else []
        price = []
    found = apart([whole_price(seen, each) for each in (*price, *offer)])
    return sorted([*found, *_to_buy_by(seen, found)], key=_weight)


def unmarked_ad(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find a post that sells, and neither the text nor the platform's mark says that it is an advertisement."""
    found = offers(seen)
    if found and not draft.ad_marked and not words("selling")["mark"].found(seen):
        what, mend = (PRICED, MAY_INFORM) if _may_inform(seen, found) else (UNMARKED, MARK_IT)
        if _to_be_won(seen, words("selling")["offer"].found(seen)):
            mend = join([mend, PRIZES], "", " ")
        yield finding("ad-mark", what, mend, places(found))


def _to_be_won(seen: Seen, offer: list[Found]) -> set[Found]:
    """Return the vouchers that stand among prizes."""
    vouchers = [each for each in offer if VOUCHER.search(each.words)]
    around = {seen.sentence(each.start) for each in vouchers}
    draws = {place for place in around if words("selling")["prize"].pattern.search(seen.plain, *place)}
    return {each for each in vouchers if seen.sentence(each.start) in draws}


def _to_buy_by(seen: Seen, found: list[Found]) -> list[Found]:
    """Return the links that a word of an offer leads to."""
    ends = [0, *(each.end for each in found)]
    links = [at for at, sign in enumerate(seen.plain) if sign == LINK_MARK] if found else []
    led = [at for at in links if (last := ends[bisect_right(ends, at) - 1]) and at < last + BEFORE_LINK]
    return [Found(at, at + 1, seen.original(at, at + 1)) for at in led]


def _weight(each: Found) -> tuple[int, int]:
    """Return what an offer is shown by: its price, its link, other words; in the order of the text."""
    return (0 if FIGURE.search(each.words) else 1 if each.words.startswith("http") else 2, each.start)


def _may_inform(seen: Seen, found: list[Found]) -> bool:
    """Tell whether there are only prices beside time and place, without a link and without urging."""
    lists = words("selling")
    return (
        LINK_MARK not in seen.plain
        and "网页链接" not in seen.plain
        and bool(lists["fixture"].pattern.search(seen.plain))
        and not lists["urge"].pattern.search(seen.plain)
        and all(FIGURE.search(each.words) for each in found)
    )


def private_sale(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find a post that leads buyers to a private number, group or payment code."""
    found = words("selling")["private"].found(seen)
    if found:
        yield finding(
            "private-contact",
            Text(
                "把买家引到平台外的私人渠道：{words}。",
                "It leads buyers off the platform to a private channel: {words}.",
            ),
            Text(
                "换成店铺链接或平台内的客服入口：私下转账，买家没有保障，公司没有记录，骗子也最爱冒用。",
                (
                    "Link to the shop or to customer service on the platform: a private payment leaves the "
                    "buyer unprotected and the company without a record, and it is what impostors imitate."
                ),
            ),
            places(found),
        )
