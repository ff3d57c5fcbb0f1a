"""The planners of interaction: rules for replies, the inbox itself, whom to follow, the habits, the stances."""

from __future__ import annotations

from playbook.facts import Facts, facts
from playbook.interaction.follows_planner import FollowsPlanner
from playbook.interaction.habits_planner import HabitsPlanner
from playbook.interaction.inbox_planner import InboxPlanner
from playbook.interaction.marks import InboxMarks
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.replies_planner import RepliesPlanner
from playbook.planners import Asked, Planner, open_desk, open_planner
from playbook.stance_planner import decide_in


def plan_replies(known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = ()) -> Planner[InteractionPlan]:
    """Open the rules for replies on the company's own facts (else the sample's), where the learner left off.

    `least` is how many kinds the page asks to settle (0: all nine); `stances` are topics decided beneath.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=stances)
    return open_planner(InteractionPlan, InteractionPlan, lambda desk: RepliesPlanner(desk, bearing, asked))


def triage_inbox(known: Facts | None = None) -> Planner[InboxMarks]:
    """Open the inbox where the learner left off; what is filed is saved in a file of its own beside the plan."""
    bearing = known or facts()
    rules, damage = open_desk(InteractionPlan, InteractionPlan)
    planner = open_planner(InboxMarks, InboxMarks, lambda desk: InboxPlanner(desk, bearing, rules))
    if damage:
        planner.notice(damage)
    return planner


def plan_follows(known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = ()) -> Planner[InteractionPlan]:
    """Open the list of accounts to follow and its routine; `stances` are topics decided beneath.

    `least` is how many accounts the page asks to choose.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=stances)
    return open_planner(InteractionPlan, InteractionPlan, lambda desk: FollowsPlanner(desk, bearing, asked))


def plan_habits(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[InteractionPlan]:
    """Open the habits of conversation: forms, places, reviews, leaders, staff, growth, tools and the report.

    `stances` are topics decided with what only some companies need, folded away.
    """
    bearing = known or facts()
    asked = Asked(stances=stances)
    return open_planner(InteractionPlan, InteractionPlan, lambda desk: HabitsPlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[InteractionPlan]:
    """Ask for the stance on one topic; it goes into the plan of interaction."""
    return decide_in(InteractionPlan, topic, known)
