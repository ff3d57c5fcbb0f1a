"""Whether a post sells, whether it is marked as an advertisement, whether it leads buyers away from the platform."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import LINK_MARK, Seen
from playbook.language import Text
from playbook.rules import Finding

NEAR_LINK = 2  # words of goods beside a link that make an offer of a post without a price


def offers(seen: Seen) -> list[Found]:
    """Return where a post sells: an offer; a price with goods or a link; a link with two words of goods."""
    lists = words("selling")
    offer, price, goods = (lists[name].found(seen) for name in ("offer", "price", "goods"))
    if offer:
        return offer
    if price and (goods or LINK_MARK in seen.plain):
        return price
    return goods if len(set(places(goods))) >= NEAR_LINK and LINK_MARK in seen.plain else []


def unmarked_ad(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find a post that sells, and neither the text nor the platform's mark says that it is an advertisement."""
    found = offers(seen)
    if found and not draft.ad_marked and not words("selling")["mark"].found(seen):
        yield finding(
            "ad-mark",
            Text("在卖东西，却没有标明“广告”：{words}。", "It sells and is not marked as an advertisement: {words}."),
            Text(
                "打开平台的广告标识，或在正文里写“广告”（《广告法》第十四条；体验、测评、科普附购物链接的也要标）。",
                (
                    "Turn on the platform’s ad mark or write 广告 in the text (Advertising Law, art. 14; "
                    "experience, review and knowledge posts with a shopping link need it too)."
                ),
            ),
            places(found),
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
