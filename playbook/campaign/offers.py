"""Discounts, pre-orders and borrowed tools: whether an offer is what it says, and can be kept."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.brief import Brief
from playbook.campaign.raised import blank, raised
from playbook.language import Text, join
from playbook.rules import Finding


def offers(brief: Brief) -> Iterator[Finding]:
    """Yield what is wrong with what a campaign offers for money."""
    if brief.form == "coupon":
        yield from _discount(brief)
    if brief.price_before > 0:
        yield from _reference(brief)
    if brief.form == "first_launch" and (brief.deliver_on is None or blank(brief.refund)):
        said = Text(
            "{campaign}收预订，没有写哪天交货，或者怎么退。",
            "{campaign} takes orders in advance, and the day of delivery or the terms of refund are missing.",
        )
        mend = Text("两样都写进公告：收了钱，就欠着一份货。", "Publish both: whoever takes money owes the goods.")
        yield raised(brief, "first-launch", said, mend)
    if brief.form == "pay_for_me" or brief.line == "network":
        yield from _borrowed(brief)


def _discount(brief: Brief) -> Iterator[Finding]:
    lacks = [
        what
        for there, what in (
            (brief.exclusive, Text("只给微博粉丝", "that it is for followers alone")),
            (brief.quantity > 0, Text("多少份", "how many there are")),
            (brief.price_before > 0 and brief.price_now > 0, Text("原价和现价", "the price before and now")),
            (brief.starts is not None and brief.ends is not None, Text("从哪天到哪天", "from when to when")),
        )
        if not there
    ]
    if lacks:
        said = Text("{campaign}是折扣，没有写：{lacks}。", "{campaign} is a discount and does not say: {lacks}.")
        mend = Text(
            "少而精，只给粉丝；四样都写明。别处也有的，不叫粉丝专属。",
            "Few, choice, for followers alone: state all four. What is to be had elsewhere is not exclusive.",
        )
        yield raised(brief, "fan-exclusive-discount", said, mend, lacks=join(lacks))


def _reference(brief: Brief) -> Iterator[Finding]:
    mend = Text("写上真正成交过的价钱，和哪天卖过。", "State a price that was really charged, and when.")
    if blank(brief.price_charged):
        said = Text(
            "{campaign}写了原价，没有写这个价哪天真正卖过。",
            "{campaign} states a price before, and not when anybody paid it.",
        )
        yield raised(brief, "reference-price", said, mend)
    elif brief.price_now >= brief.price_before:
        said = Text("{campaign}的现价不比原价低。", "The price in {campaign} is no lower than before.")
        yield raised(brief, "reference-price", said, mend)


def _borrowed(brief: Brief) -> Iterator[Finding]:
    lacks = [
        what
        for there, what in (
            (not blank(brief.link), Text("活动页链接", "the link of its page")),
            (brief.tool_tried, Text("工具今天还能不能用", "whether the tool still works today")),
            ("conversion" in brief.measures, Text("每个链接成交多少", "how many sales each link brings")),
        )
        if not there
    ]
    if lacks:
        said = Text(
            "{campaign}借别家的工具，还没有：{lacks}。",
            "{campaign} borrows another company’s tool; still to settle: {lacks}.",
        )
        mend = Text(
            "先自己走一遍，再填上。文章写的工具也许已经没有了。",
            "Try it yourself, then enter it. The tool that the article names may be gone.",
        )
        yield raised(brief, "network-pay-for-me", said, mend, lacks=join(lacks))
