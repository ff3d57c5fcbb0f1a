"""The brief that lesson 7.2 begins with: a colleague's New Year draw as it was handed over, and steps that mend it."""

from __future__ import annotations

from datetime import date
from typing import Any

from playbook.campaign.brief import Brief, Prize
from playbook.facts import Facts
from playbook.language import Text

NEW_YEAR = "new_year"  # what a page calls it
WORDS: dict[str, Text] = {
    "name": Text("新年头一杯", "First Cup of the Year"),
    "theme": Text("新年的第一杯茶，送给你想见的人", "The first tea of the year, for somebody you want to see"),
    "who_may": Text("年满 14 岁的微博用户", "Weibo users aged 14 or over"),
    "claim_needs": Text("由中奖的账号本人回复", "the winning account answers in person"),
    "claim_how": Text("私信发来收货地址", "send the address by direct message"),
    "delivery": Text("一次寄出，快递包邮", "sent in one parcel, postage paid"),
    "under_14": Text("14 岁以下不参加", "nobody under 14 takes part"),
    "data_seen_by": Text("小满", "Xiaoman"),
}
TABLET, EARPHONES = Text("平板电脑", "tablet computer"), Text("无线耳机", "wireless earphones")
BOWL, HOW_TIED = Text("白瓷盖碗", "white lidded bowl"), Text("店里泡茶用的那种盖碗", "the bowl our own tea is made in")
TEA_FOR_TWO = Text("到店两人茶席", "tea for two at the store")
PRIZES = 20  # as many in every version, so that only what is changed differs


def handed_over(facts: Facts) -> Brief:
    """Return the colleague's brief in the reader's language: a dear prize, ten mentions, not a word on the draw."""
    owner = next((person.id for person in facts.company.people), "")
    brief = Brief(
        id="b1", account=facts.main, line="self_run", form="prize_repost", goal="followers", expected=3000,
        readers="new", actions=["follow", "repost", "comment"], mentions=10,
        starts=date(2026, 1, 16), ends=date(2026, 1, 26), launch_hour=15,
        prizes=[Prize(name=str(TABLET), value=2199, number=PRIZES)], prize_kind="goods", tool="none",
        budget=46_000, hours=20, owner=owner, answers=owner, replies=60,
        collects=["name", "phone", "address", "id_number"], measures=["entries", "new_followers"],
    )  # fmt: skip
    return brief.model_copy(update={name: str(said) for name, said in WORDS.items()})


def spring(facts: Facts) -> list[tuple[Text, Brief]]:
    """Return the store's check-in of exercise 7.2 with three prizes; nobody has tried one as dear as the last."""
    first = Brief(
        id="b1", account="store", line="self_run", form="check_in", goal="visits", readers="new",
        actions=["visit", "comment"], prizes=[Prize(name=str(TEA_FOR_TWO), value=150, number=10)], prize_kind="service",
        budget=2_500, tied=True, owner=next((person.id for person in facts.company.people), ""),
    )  # fmt: skip
    untied = {"tied": False, "prize_kind": "voucher"}
    return [
        (Text("两人茶席，150 元", "tea for two, 150 yuan"), first),
        (Text("购物卡，200 元", "shopping card, 200 yuan"), _giving(first, 200, untied)),
        (Text("咖啡机，900 元", "coffee machine, 900 yuan"), _giving(first, 900, untied | {"budget": 10_000})),
    ]


def _giving(brief: Brief, value: float, changed: dict[str, Any]) -> Brief:
    prize = brief.prizes[0].model_copy(update={"value": value})
    return brief.model_copy(update={"prizes": [prize]} | changed)


def versions(facts: Facts) -> list[tuple[Text, Brief]]:
    """Return the brief as handed over and three more, each changed a step further than the one before it.

    The first step goes only as far as past campaigns have gone: beyond that nothing can be expected.
    """
    brief = handed_over(facts)
    steps: tuple[tuple[Text, dict[str, Any]], ...] = (
        (Text("照交来的", "as handed over"), {}),
        (
            Text("@ 5 位，奖品换成无线耳机", "5 friends, earphones as prizes"),
            {"mentions": 5, "prizes": [Prize(name=str(EARPHONES), value=399, number=PRIZES)], "budget": 10_000},
        ),
        (
            Text("再减步骤：只要关注、评论", "then two steps: follow, comment"),
            {"mentions": 0, "actions": ["follow", "comment"], "form": "prize_collection"},
        ),
        (
            Text("再换奖品：自家的盖碗", "then another prize: our own bowl"),
            {
                "prizes": [Prize(name=str(BOWL), value=120, number=PRIZES)], "budget": 4_400, "tied": True,
                "tied_by": str(HOW_TIED),
            },
        ),
    )  # fmt: skip
    told = []
    for said, changed in steps:
        brief = brief.model_copy(update=changed)
        told.append((said, brief))
    return told
