"""What lesson and exercise 8.2 ask before and after a drill: which word can go out, what is grave, what a log shows."""

from __future__ import annotations

from typing import Literal

from playbook.crisis.drafts import held
from playbook.crisis.drill.actions import Act
from playbook.crisis.drill.failings import course_of
from playbook.crisis.drill.report import MINUTES, report
from playbook.crisis.questions_drill import mean_score, played_log
from playbook.crisis.responding import Sign
from playbook.facts import Facts
from playbook.rules import rule

LITTLE = 5.0  # points below which two ways of acting are called alike


def sendable(facts: Facts) -> str:
    """Return the id of the draft of `drafts.toml` in which no rule finds anything."""
    [name] = [name for name, found in held(facts).items() if not found]
    return name


def grave_alone(facts: Facts, told: dict[str, Sign]) -> str:  # noqa: ARG001 - asked of any company
    """Return which of several things (by id, with their signs) is grave however few speak of it."""
    grave = rule("crisis.levels-told-apart").values["grave"]
    [name] = [name for name, sign in told.items() if sign in grave]
    return name


def hold_matters(facts: Facts, scenarios: list[str]) -> Literal["much", "little"]:
    """Tell whether, in the drill, a first word before the facts is worth much beside finding out at once."""
    leads = [mean_score(facts, each, "sensible") - mean_score(facts, each, "patient") for each in scenarios]
    return "little" if max(leads) < LITTLE else "much"


def known_at(facts: Facts, scenario: str = "staff", policy: str = "script") -> int:
    """Return the minute in which the facts came in, in a drill that a way of acting played; -1 if they never did."""
    minute = report(played_log(facts, scenario, policy)).minutes["known"]
    return -1 if minute is None else minute


def never_done(facts: Facts, acts: list[Act], scenario: str = "staff", policy: str = "script") -> str:
    """Return which of some actions was not taken in that drill. Raises ValueError unless it is exactly one."""
    done = {each.action for each in played_log(facts, scenario, policy).acts}
    [missing] = [act for act in acts if act not in done]
    return missing


def nobody_for(facts: Facts, scenario: str = "staff", policy: str = "script") -> int:
    """Return for how many minutes nobody was at the desk, as the timeline tells it."""
    states = course_of(played_log(facts, scenario, policy)).states
    return MINUTES * sum(not bool(each.staffed[0]) for each in states[:-1])


def minute_of(facts: Facts, act: Act, scenario: str = "staff", policy: str = "script") -> int:
    """Return the minute in which an action was first taken in that drill; -1 if it was not."""
    steps = [each.step for each in played_log(facts, scenario, policy).acts if each.action == act]
    return MINUTES * steps[0] if steps else -1
