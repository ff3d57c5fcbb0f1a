"""What a mix comes to by kind of content, what the account posts today, and which drafts are on their way."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.content import mix
from playbook.content.draft import Draft
from playbook.content.kinds import KINDS, ContentKind, kind_of_ledger
from playbook.content.plan import WHOLE, Column, ContentPlan, Mix
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.once import once
from playbook.week import SHOWN, listed

LIVE, READY = ("draft", "review", "approved"), ("review", "approved")
UNNAMED = Text("第 {place} 个栏目", "column {place}")


def column_of(plan: ContentPlan, column: str) -> Column:
    """Return a column by id; one that the plan does not have is empty but for its id."""
    return next((each for each in plan.columns if each.id == column), Column(id=column or "-", name=""))


def kind_of(plan: ContentPlan, column: str) -> ContentKind | None:
    """Return the kind of a column; None where it has none, or one that nobody knows."""
    return KINDS.get(column_of(plan, column).kind)


def by_kind(plan: ContentPlan, decided: Mix) -> dict[str, float]:
    """Return the shares of a mix by kind, in per cent; columns without a known kind are left out."""
    told: dict[str, float] = {}
    for column, share in decided.shares.items():
        kind = column_of(plan, column).kind
        if kind in KINDS and share:
            told[kind] = told.get(kind, 0.0) + share
    return told


def selling(shares: dict[str, float]) -> float:
    """Return the share of what asks readers to buy or to take part."""
    return sum(share for kind, share in shares.items() if KINDS[kind].sells)


@once(64)
def today(facts: Facts, account: str) -> dict[str, float] | None:
    """Return the shares of an account's original posts by kind, in per cent; None where nobody noted columns."""
    noted = mix.shares(facts, account, None)
    if noted.empty:
        return None
    return {kind_of_ledger(str(column)): WHOLE * float(share) for column, share in noted.iloc[0].items()}


def apart(one: dict[str, float], other: dict[str, float]) -> float:
    """Return how many per cent of one mix stand elsewhere in the other; kinds of one ledger column count as one."""
    first, second = _by_ledger(one), _by_ledger(other)
    every = first.keys() | second.keys()
    return sum(max(0.0, first.get(each, 0.0) - second.get(each, 0.0)) for each in every)


def _by_ledger(shares: dict[str, float]) -> dict[str, float]:
    told: dict[str, float] = {}
    for kind, share in shares.items():
        key = KINDS[kind].ledger or kind if kind in KINDS else kind
        told[key] = told.get(key, 0.0) + share
    return told


def live(plan: ContentPlan, account: str) -> list[Draft]:
    """Return an account's drafts that are on their way out, in order: no ideas, nothing published or put away."""
    return [draft for draft in plan.of(account) if draft.status in LIVE]


def ready(plan: ContentPlan, account: str) -> list[Draft]:
    """Return an account's drafts that are under review or approved."""
    return [draft for draft in plan.of(account) if draft.status in READY]


def title(plan: ContentPlan, column: str) -> Text:
    """Name a column (by id) for a reader: by its place if it has no name, by its id if the plan does not have it."""
    for place, each in enumerate(plan.columns, start=1):
        if each.id == column:
            return same(each.name) if each.name.strip() else UNNAMED.format(place=place)
    return same(column)


def named(plan: ContentPlan, columns: Iterable[str]) -> Text:
    """Name columns (by id) for a reader."""
    return listed(title(plan, each) for each in columns)


def drafts_named(drafts: list[Draft]) -> Text:
    """Name drafts by their id: the first few, and how many there are in all when there are more."""
    first = join([same(draft.id) for draft in drafts[:SHOWN]])
    if len(drafts) <= SHOWN:
        return first
    return first + Text(f" 等 {len(drafts)} 条", f" and {len(drafts) - SHOWN} more")
