"""The planners of crises: the watch, the response, the stances, and the card for the first hours."""

from __future__ import annotations

import ipywidgets as widgets

from playbook.crisis.card_html import card_html
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.response_planner import ResponsePlanner
from playbook.crisis.watch_planner import WatchPlanner
from playbook.facts import Facts, facts
from playbook.planners import Asked, Planner, open_desk, open_planner
from playbook.stance_planner import decide_in

HANDED = "response"  # the plan handed over


def plan_watch(known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = ()) -> Planner[CrisisPlan]:
    """Open the watch on the company's own facts (else the sample's), where the learner left off.

    `least` is how many words the page asks for; `stances` are topics decided beneath.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=stances)
    return open_planner(CrisisPlan, CrisisPlan, lambda desk: WatchPlanner(desk, bearing, asked))


def plan_response(
    known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = (), *, handed: bool = False
) -> Planner[CrisisPlan]:
    """Open how the company responds; `least` is how many levels the page asks for.

    With `handed` the plan that a colleague left can be taken over and mended.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=stances, handed=(HANDED,) if handed else ())
    return open_planner(CrisisPlan, CrisisPlan, lambda desk: ResponsePlanner(desk, bearing, asked))


def show_card(known: Facts | None = None) -> widgets.HTML:
    """Show the plan as one page for whoever is on duty; it follows every change of the plan on the same page."""
    bearing = known or facts()
    desk, _ = open_desk(CrisisPlan, CrisisPlan)
    card = widgets.HTML(card_html(desk.plan, bearing))
    desk.watch("card", lambda: card.set_trait("value", card_html(desk.plan, bearing)))
    return card


def decide(topic: str, known: Facts | None = None) -> Planner[CrisisPlan]:
    """Ask for the stance on one topic; it goes into the plan for crises."""
    return decide_in(CrisisPlan, topic, known)
