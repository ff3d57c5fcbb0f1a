"""The hours at which an account has posted most: where posts go as long as nobody has planned a week."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.posts import originals
from playbook.timing.plan import Slot


def usual_week(facts: Facts, account: str, posts: int) -> list[Slot]:
    """Return at most `posts` slots, the account's busiest hours of the week, one a weekday and hour.

    Empty where no post of it has a time of day. It is a habit, not advice: `suggest` finds the best week.
    """
    at = originals(facts.posts[facts.posts["account"] == account])["posted_at"].dropna()
    cells = at.dt.isocalendar().day.astype(int) * 100 + at.dt.hour
    busiest = cells.value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:posts]
    return [Slot(account=account, day=int(cell) // 100, hour=int(cell) % 100) for cell in sorted(busiest)]
