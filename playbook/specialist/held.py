"""Is the plan as the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding
from playbook.specialist.plan import SpecialistPlan
from playbook.specialist.words import ASKS_SAID
from playbook.week import listed

BAR, ETHICS = "specialist-entry-bar", "specialist-ethics"
# Positions that the law closes, by topic: the rule that says so.
CLOSED = {BAR: {"counts": "recruit-conditions"}, ETHICS: {"no_limits": "cheap-hype-attitude"}}
OR_STANCE = Text("改计划，或者改立场。", "Change the plan, or change the stance.")


def held(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - called as the other parts of the review
    """Yield positions that no company should take, and where the plan is unlike the stances taken."""
    for topic, positions in CLOSED.items():
        taken = plan.position(topic)
        if taken and taken.id in positions:
            said = Text(
                "“{stance}”：与今天的法律不合，不是立场可以定的。",
                "“{stance}”: today’s law stands against it; no stance can allow it.",
            ).format(stance=taken.says)
            mend = Text("改成许可的那一种。", "Take a position that is allowed.")
            yield Finding(f"specialist.{positions[taken.id]}", said, mend)
    asks = plan.hiring.asks
    barred = [ASKS_SAID[each] for each in ("degree", "experience", "age") if each in asks]
    if plan.holds(BAR, "open") and barred:
        said = Text(
            "立场是门槛放低，招人时却要：{which}。", "You decided on a low bar, and applicants are asked for {which}."
        )
        yield Finding("specialist.flexible-work", said.format(which=listed(barred)), OR_STANCE, ("hiring",))
    if plan.holds(BAR, "abilities") and asks and "abilities" not in asks:
        said = Text(
            "立场是看六项能力，招人时没有问。",
            "You decided to go by the six abilities, and applicants are not asked about them.",
        )
        yield Finding("specialist.six-abilities", said, OR_STANCE, ("hiring",))
    if plan.holds(BAR, "evidence") and asks and not {"work-sample", "abilities"} & set(asks):
        said = Text("立场是看证据，招人时没有要。", "You decided to go by evidence, and applicants are asked for none.")
        yield Finding("specialist.evidence-for-level", said, OR_STANCE, ("hiring",))
