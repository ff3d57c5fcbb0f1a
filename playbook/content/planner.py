"""What pages call: the mix, the drafts, a stance, the calendar; and the planners that exercises name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from playbook.content.calendar.view import CalendarView
from playbook.content.mix_planner import MixPlanner
from playbook.content.plan import ContentPlan
from playbook.content.queue_planner import QueuePlanner
from playbook.facts import Facts, facts
from playbook.planners import Asked, Planner, open_desk, open_planner
from playbook.stance_planner import decide_in, topics_to_decide
from playbook.timing.plan import TimingPlan

__all__ = ["CalendarView", "MixPlanner", "QueuePlanner", "decide", "plan_mix", "show_calendar", "write_drafts"]


def plan_mix(
    account: str | None = None, known: Facts | None = None, least: int = 0, *, stances: bool = False
) -> Planner[ContentPlan]:
    """Open the columns and the mix where the learner left off; of one `account` alone, if it is named.

    `least` is how many columns the page asks the mix to share out; with `stances` they are taken beneath it.
    """
    bearing = known or facts()
    taken = topics_to_decide(ContentPlan.system) if stances else ()
    shown = (account,) if account and _has(bearing, account) else ()
    asked = Asked(accounts=shown, least=least, stances=taken)
    return open_planner(ContentPlan, ContentPlan, lambda desk: MixPlanner(desk, bearing, asked))


def write_drafts(
    account: str | None = None,
    known: Facts | None = None,
    least: int = 0,
    *,
    handed: Sequence[str] = (),
    mended: bool = False,
) -> Planner[ContentPlan]:
    """Open the queue of drafts; of one `account` alone, if it is named. `least` is how many the page asks for.

    `handed` are drafts of the sample company that colleagues hand over, as they are or `mended`.
    """
    bearing = known or facts()
    shown = (account,) if account and _has(bearing, account) else ()
    asked = Asked(accounts=shown, least=least, handed=tuple(handed), mended=mended)
    return open_planner(ContentPlan, ContentPlan, lambda desk: QueuePlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[ContentPlan]:
    """Ask for the stance on one topic; it goes into the plan of content."""
    return decide_in(ContentPlan, topic, known)


def show_calendar(first: date | None = None, known: Facts | None = None) -> Planner[ContentPlan]:
    """Show the queue in the slots of two weeks from `first` (the next Monday, unless it is given)."""
    bearing = known or facts()
    timing, damage = open_desk(TimingPlan, TimingPlan)
    view = open_planner(ContentPlan, ContentPlan, lambda desk: CalendarView(desk, bearing, timing, first))
    if damage:
        view.notice(damage)
    return view


def _has(known: Facts, account: str) -> bool:
    """Tell whether the card has an account: a page names one of the sample's, and may show another company."""
    return any(each.id == account for each in known.company.accounts)
