"""Do two accounts do the same, for the same readers? And does a brand's account speak of the brand?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from playbook.claims import ENOUGH
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.matrix.analysis import overlap
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan, Place
from playbook.once import once
from playbook.rules import Finding, rule
from playbook.week import listed

APART, PARALLEL, BRAND = (
    "matrix.differentiated-positioning", "matrix.two-accounts-parallel", "matrix.brand-account-role",
)  # fmt: skip
FIELDS = {
    "purpose": Text("用途", "purpose"),
    "only_here": Text("只在这里有的", "what is only here"),
}
Pair = tuple[Place, Place]
WORD = re.compile(r"[a-z0-9]+|\w")
TELL_APART = Text(
    "写出两个账号不同在哪里；写不出来，就并成一个。",
    "Write what sets the two apart; if there is nothing, merge them into one.",
)
ONE_OF_TWO = Text(
    "并成一个，或者让其中一个换一批读者、换一件事做。",
    "Merge the two, or give one of them other readers and another job.",
)
MORE_BRAND = Text(
    "把通知、优惠和活动交给网店或客服的账号，或者减到一半以下；这里先讲品牌的话题，答读者的话。",
    "Leave notices, discounts and campaigns to the shop’s or the service account, or keep them below half: here the "
    "brand’s topics and the readers’ answers come first.",
)


def alike(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Find accounts that do the same as another, and brand accounts that mostly announce and sell."""
    yield from _same_words(plan, facts)
    yield from _same_readers(plan, facts)
    yield from _announcing(plan, facts)


@lru_cache(maxsize=8192)
def nearly_same(one: str, two: str) -> bool:
    """Tell whether two texts say nearly the same; an empty text is like none.

    The least likeness is the rule's `alike`: the share of words (of Chinese characters) that stand in both, in the same
    order. Spaces, punctuation and capitals do not count.
    """
    first, second = (WORD.findall(text.lower()) for text in sorted((one, two)))  # which comes first makes a difference
    if not first or not second:
        return False
    least, matched = float(rule(APART).values["alike"]), SequenceMatcher(None, first, second, autojunk=False)
    return matched.real_quick_ratio() >= least and matched.quick_ratio() >= least and matched.ratio() >= least


def _same_words(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Purpose or what is only here; readers may well be shared by accounts that do different things for them."""
    found: dict[Pair, list[Text]] = {}
    for one, two in combinations(plan.kept, 2):
        fields = [said for field, said in FIELDS.items() if nearly_same(getattr(one, field), getattr(two, field))]
        if fields:
            found[one, two] = fields
    if found:
        said = Text("写得一样，或者差不多：{where}。", "The same, or nearly: {where}.")
        where = listed((_pair_said(facts, pair, join(fields)) for pair, fields in found.items()), measure="对")
        yield Finding(APART, said.format(where=where), TELL_APART, _accounts(found))


def _same_readers(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    found: dict[Pair, Text] = {}
    for one, two in combinations(plan.kept, 2):
        if one.kind is not None and one.kind == two.kind and (why := _shared(one, two, facts)):
            found[one, two] = why
    if found:
        said = Text("同一类账号，对同一批读者：{where}。", "Accounts of the same kind for the same readers: {where}.")
        where = listed((_pair_said(facts, pair, why) for pair, why in found.items()), measure="对")
        yield Finding(PARALLEL, said.format(where=where), ONE_OF_TWO, _accounts(found))


def _shared(one: Place, two: Place, facts: Facts) -> Text | None:
    """Say why two accounts have the same readers: as followers are counted, else as the plan writes them."""
    if facts.audiences is not None and {one.account, two.account} <= set(facts.audiences.columns):
        table = overlap(facts.audiences).loc[[one.account, two.account], [one.account, two.account]].to_numpy()
        share = max(table[0, 1], table[1, 0])
        if share > rule(PARALLEL).values["shared"]:
            said = Text(
                "较小的那个，{share:.0%} 的粉丝也关注另一个", "{share:.0%} of the smaller one’s followers follow both"
            )
            return said.format(share=share)
    if nearly_same(one.audience, two.audience):
        return Text("写的读者一样", "the plan gives both the same readers")
    return None


def _announcing(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    if facts.ledger is None:
        return
    values = rule(BRAND).values
    for place in plan.kept:
        if place.kind in values["kinds"]:
            count, share = _selling(facts, place.account)
            if count >= ENOUGH and share > values["most"]:
                said = Text(
                    "{account} 记了栏目的 {count} 条里，{share:.0%} 是通知、优惠和活动。",
                    "Of the {count} posts of {account} in the editorial log, {share:.0%} are notices, discounts and "
                    "campaigns.",
                )
                name = account_said(facts, place.account)
                filled = said.format(account=name, count=count, share=share)
                yield Finding(BRAND, filled, MORE_BRAND, (place.account,))


@once(256)
def _selling(facts: Facts, account: str) -> tuple[int, float]:
    """Return how many posts of an account the log files under a column, and the share that announces or sells."""
    if facts.ledger is None:
        return 0, 0.0
    ids = facts.posts.loc[facts.posts["account"] == account, "post_id"]
    noted = facts.ledger[facts.ledger["post_id"].isin(ids)].dropna(subset=["column"])
    selling = noted["column"].isin(rule(BRAND).values["columns"]) | noted["campaign"].notna()
    return len(noted), float(selling.mean())


def _pair_said(facts: Facts, pair: Pair, what: Text) -> Text:
    one, two = (account_said(facts, place.account) for place in pair)
    return one + Text(" 和 ", " and ") + two + Text("（", " (") + what + Text("）", ")")


def _accounts(found: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.account for pair in found for place in pair))
