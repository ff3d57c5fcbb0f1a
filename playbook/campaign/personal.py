"""Readers' data and readers' works: only what is needed, for a purpose, for a time, and with their consent."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.brief import Brief, Datum
from playbook.campaign.raised import blank, raised
from playbook.campaign.words import DATA
from playbook.language import Text, join
from playbook.rules import Finding

# What it takes to send a prize, or to hand over what is not sent.
TO_SEND: frozenset[Datum] = frozenset({"name", "phone", "address"})
TO_HAND_OVER: frozenset[Datum] = frozenset({"phone"})
KEPT = 90  # days after the end, ours: by then every prize has arrived and every complaint is answered


def personal(brief: Brief) -> Iterator[Finding]:
    """Yield what is wrong with the data that a campaign collects, and with the rights in what readers hand in."""
    if brief.collects:
        yield from _needed(brief)
        yield from _told(brief)
    if brief.shape and brief.shape.collects and blank(brief.rights):
        said = Text(
            "{campaign}收读者的作品，没有写作品归谁、公司能怎么用。",
            "{campaign} collects readers’ own work and does not say whose it is and how we may use it.",
        )
        mend = Text("写明：归作者；转用先问，署名。", "Say so: it stays theirs; we ask before using it, and name them.")
        yield raised(brief, "prize-collection", said, mend)


def needed(brief: Brief) -> frozenset[Datum]:
    """Return the data that handing over the prizes takes; whoever collects more has to say what for."""
    sent = brief.prize_kind == "goods" and bool(brief.ranks)
    return TO_SEND if sent or brief.form in {"trial", "first_launch", "online_sale"} else TO_HAND_OVER


def _needed(brief: Brief) -> Iterator[Finding]:
    more = [DATA[each] for each in brief.collects if each not in needed(brief)]
    if more:
        said = Text(
            "{campaign}还要收{more}：发奖用不着。",
            "{campaign} also collects: {more}. Handing over its prizes does not need that.",
        )
        mend = Text("不收{more}。", "Do not collect it: {more}.").format(more=join(more))
        yield raised(brief, "data-needed", said, mend, more=join(more))


def _told(brief: Brief) -> Iterator[Finding]:
    checks = (
        (
            blank(brief.data_for),
            "data-purpose",
            Text("做什么用", "what for"),
            Text("写明用途，只用在那里。", "Say what for, and use it for nothing else."),
        ),
        (
            brief.data_until is None,
            "data-period",
            Text("留到哪天", "until when"),
            Text("定一个日子，到期删掉。", "Set a day, and delete the data then."),
        ),
        (
            blank(brief.under_14),
            "data-under-14",
            Text("14 岁以下怎么办", "what about children under 14"),
            Text("不让参加，或者先取得监护人同意。", "Keep them out, or ask their guardians first."),
        ),
        (
            blank(brief.data_seen_by),
            "data-seen-by",
            Text("谁能看", "who may see it"),
            Text("写明是谁，别人看不到。", "Name them; nobody else sees it."),
        ),
    )
    said = Text("{campaign}收读者的信息，没有写{what}。", "{campaign} collects readers’ data and does not say {what}.")
    for lacks, name, what, mend in checks:
        if lacks:
            yield raised(brief, name, said, mend, what=what)
    if brief.data_until and brief.ends and (brief.data_until - brief.ends).days > KEPT:
        late = Text(
            "{campaign}的信息要留到活动结束后 {days} 天，超过 {most} 天。",
            "{campaign} keeps the data for {days} days after it ends, more than {most}.",
        )
        mend = Text("奖品寄到就删。", "Delete it once the prizes have arrived.")
        yield raised(brief, "data-period", late, mend, days=(brief.data_until - brief.ends).days, most=KEPT)
