"""Short ways to a scorecard with one thing changed, and to what is found in it; and facts that lack something."""

from dataclasses import replace
from typing import Any

from playbook.facts import SAMPLE_ALONE, Facts, sample_facts
from playbook.metrics.model_plan import changed_plan, sound_card
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.review import review
from playbook.metrics.scorecard import Scorecard
from playbook.stances import Stance

FACTS = sample_facts()
NOTHING_ELSE: dict[str, Any] = dict.fromkeys(SAMPLE_ALONE)
OWN = replace(FACTS, invented=False, **NOTHING_ELSE)  # a company that exported nothing but posts
FLAGSHIP, SERVICE, SHOP = (sound_card(each, FACTS) for each in ("flagship", "service", "shop"))


def card(account: str = "flagship", /, head: dict[str, Any] | None = None, **row: Any) -> MetricsPlan:  # noqa: ANN401 - as JSON
    """A plan of one sound card; `comments={"weight": 5}` changes a row (False: takes it off), `head` the card."""
    return changed_plan({"card": account, "row": row, "head": head or {}}, FACTS)


def routine(**parts: Any) -> MetricsPlan:  # noqa: ANN401 - as JSON
    """A plan of parts of the routine; `report` and `comparison` are changed in the sound ones."""
    return changed_plan(parts, FACTS)


def stanced(plan: MetricsPlan, **stances: str) -> MetricsPlan:
    """The plan with stances, their topics written with `_` for `-`."""
    taken = {topic.replace("_", "-"): Stance(position=position) for topic, position in stances.items()}
    return plan.model_copy(update={"stances": taken})


def found(plan: MetricsPlan, rule: str, facts: Facts = FACTS) -> list[str]:
    """What is said under one rule, in English."""
    return [finding.what.en for finding in review(plan, facts) if finding.rule == f"metrics.{rule}"]


def only(plan: MetricsPlan) -> set[str]:
    """The rules under which anything is found."""
    return {finding.rule.removeprefix("metrics.") for finding in review(plan, FACTS)}


def measures(one: Scorecard) -> list[str]:
    """The measures of a card."""
    return [row.measure for row in one.rows]
