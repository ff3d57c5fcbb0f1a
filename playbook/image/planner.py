"""The planners of the image: a page with its sketch, the voice card, the papers, and the stances."""

from __future__ import annotations

from playbook.facts import Facts, facts
from playbook.image.page_planner import PagePlanner
from playbook.image.papers_planner import PapersPlanner
from playbook.image.plan import ImagePlan
from playbook.image.voice_planner import VoicePlanner
from playbook.planners import Asked, Planner, open_planner
from playbook.stance_planner import decide_in


def plan_page(
    *accounts: str, known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = (), handed: bool = False
) -> Planner[ImagePlan]:
    """Open the pages of these accounts (none named: all of the card), where the learner left off.

    `least` is how many pages and parts the page asks for; `stances` are topics decided beneath; with `handed` the page
    of the sample’s store can be taken over as it stands.
    """
    bearing = known or facts()
    taken = ("store",) if handed and bearing.invented else ()
    asked = Asked(accounts=accounts, least=least, stances=stances, handed=taken)
    return open_planner(ImagePlan, ImagePlan, lambda desk: PagePlanner(desk, bearing, asked))


def plan_voice(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[ImagePlan]:
    """Open the voice card; `stances` are topics decided beneath."""
    bearing = known or facts()
    return open_planner(ImagePlan, ImagePlan, lambda desk: VoicePlanner(desk, bearing, Asked(stances=stances)))


def plan_papers(known: Facts | None = None) -> Planner[ImagePlan]:
    """Open the papers to file and the steps of the opening."""
    bearing = known or facts()
    return open_planner(ImagePlan, ImagePlan, lambda desk: PapersPlanner(desk, bearing))


def decide(topic: str, known: Facts | None = None) -> Planner[ImagePlan]:
    """Ask for the stance on one topic; it goes into the plan of the image."""
    return decide_in(ImagePlan, topic, known)
