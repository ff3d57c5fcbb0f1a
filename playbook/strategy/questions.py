"""What lessons and exercises ask of purposes, survey, platforms and maturity: right answers, and answers that go wrong.

All take the facts. Shares are whole per cent, rounded a half up, as the tables show them.
"""

from __future__ import annotations

from typing import Literal

from playbook.facts import Facts
from playbook.strategy.analysis import (
    WAYS,
    adding,
    by_purpose,
    customers_of,
    followers_of,
    in_region,
    orders_an_hour,
    reach,
    synced_against_native,
    wanting,
    weighted_wanting,
)  # fmt: skip
from playbook.strategy.missing import present
from playbook.strategy.models import Rung
from playbook.strategy.parts import Maturity
from playbook.tables import half_up, rounded

By = Literal["hour", "orders", "hours", "posts"]


def best_purpose(facts: Facts, by: By = "hour") -> str:
    """Return the purpose traced to most orders an hour; or, as people take it, most orders, hours or posts."""
    purposes, sums = present(facts.purposes), by_purpose(present(facts.purposes))
    if by == "hour":
        return max(map(str, sums.index), key=lambda purpose: orders_an_hour(purposes, purpose).value)
    return str(sums[by].idxmax())


def traced_per_hour(facts: Facts, purpose: str, decimals: int = 1) -> float:
    """Return orders traced to an hour of work on a purpose."""
    return rounded(orders_an_hour(present(facts.purposes), purpose).value, decimals)


def hours_per_cent(facts: Facts, purpose: str) -> int:
    """Return which per cent of all hours went to a purpose."""
    return half_up(100 * float(by_purpose(present(facts.purposes))["hour_share"][purpose]))


def gifts_per_cent(facts: Facts, way: str = "post", *, weighted: bool = False) -> int:
    """Return which per cent of followers asked in one way are here for gifts, as answered or weighted."""
    asked = followers_of(present(facts.survey), [way])
    found = weighted_wanting(asked, present(facts.known_shares), "gifts") if weighted else wanting(asked, "gifts")
    return half_up(100 * found.value)


def gifts_pooled(facts: Facts) -> int:
    """Return the per cent that people get who put all four ways of asking together."""
    return half_up(100 * wanting(followers_of(present(facts.survey)), "gifts").value)


def misleading_way(facts: Facts) -> str:
    """Return the way of asking whose followers name gifts most."""
    survey = present(facts.survey)
    return max(WAYS, key=lambda way: wanting(followers_of(survey, [way]), "gifts").value)


def region_per_cent(facts: Facts, way: str) -> int:
    """Return which per cent of followers asked in one way live in the service region."""
    return half_up(100 * in_region(followers_of(present(facts.survey), [way])).value)


def known_region_per_cent(facts: Facts) -> int:
    """Return which per cent of all followers live in the region, as the back end has it."""
    return half_up(100 * float(present(facts.known_shares).set_index("value")["share"]["true"]))


def adds_per_cent(facts: Facts, platform: str) -> int:
    """Return which per cent of customers a platform adds to those that Weibo reaches."""
    return half_up(100 * adding(customers_of(present(facts.survey)), platform).value)


def reaches_per_cent(facts: Facts, platform: str) -> int:
    """Return what people take for it: which per cent of customers uses the platform at all."""
    return half_up(100 * reach(customers_of(present(facts.survey)), [platform]).value)


def adds_most(facts: Facts, platforms: list[str]) -> str:
    """Return the platform, of those named, that adds most customers beside Weibo."""
    customers = customers_of(present(facts.survey))
    return max(platforms, key=lambda platform: adding(customers, platform).value)


def synced_per_cent(facts: Facts) -> int:
    """Return which per cent of a native post's reactions a synced one gets, on all platforms tried."""
    return half_up(100 * synced_against_native(present(facts.synced)).value)


def level_reached(facts: Facts, found: list[Rung]) -> str:  # noqa: ARG001 - the same for every company
    """Return the maturity level that evidence for the steps found reaches, as `level2`."""
    return f"level{Maturity.model_validate(dict.fromkeys(found, 'found')).reached}"
