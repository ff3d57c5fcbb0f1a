"""The queue of drafts as a list: a new draft, one taken out, one moved up or down among its account’s."""

from __future__ import annotations

from collections.abc import Collection

from playbook.content.draft import Draft

MOST = 1000  # drafts


def fresh_id(taken: Collection[str]) -> str:
    """Return an id that no draft has: d1, d2 and so on."""
    return next(name for number in range(1, len(taken) + 2) if (name := f"d{number}") not in taken)


def moved(queue: list[Draft], draft_id: str, by: int) -> list[Draft]:
    """Return the queue with a draft `by` places later (earlier if negative) among the drafts of its account.

    Drafts of other accounts stay where they are; at either end nothing changes.
    """
    account = next(each.account for each in queue if each.id == draft_id)
    places = [place for place, each in enumerate(queue) if each.account == account]
    at = next(rank for rank, place in enumerate(places) if queue[place].id == draft_id)
    to = at + by
    if not 0 <= to < len(places):
        return queue
    own = [queue[place] for place in places]
    own.insert(to, own.pop(at))
    changed = dict(zip(places, own, strict=True))
    return [changed.get(place, each) for place, each in enumerate(queue)]
