"""What was done in a drill, step by step: a plan of its own, which plays again to the very same end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field, StringConstraints, model_validator

from playbook.crisis.drill.actions import ACTS, NUMBER, Act, barred
from playbook.crisis.drill.scenarios import scenarios, version
from playbook.crisis.drill.state import State
from playbook.crisis.drill.step import start, step
from playbook.crisis.drill.world import MOST_PEOPLE, World, one
from playbook.language import Text
from playbook.plans import Id, Part, Plan

LAST = 400  # steps that any drill may have
LONGEST = 600  # characters of a statement
Words = Annotated[str, StringConstraints(max_length=LONGEST)]
Hours = Annotated[str, StringConstraints(pattern=r"^[01]{1,120}$")]
Version = Annotated[int, Field(ge=1, le=10_000)]


class Done(Part):
    """One action: the step in which it was taken, and the words that went with it."""

    step: int = Field(ge=0, lt=LAST)
    action: Act
    said: Words = ""


class Log(Plan):
    """A drill as it was played: which crisis with which luck, who was on duty, and what was done.

    `played`: how many steps have passed; a step without an action was spent waiting. `version`: of the figures.
    """

    system: ClassVar[str] = "drill"
    scenario: Id
    seed: int = Field(ge=0, lt=2**31)
    version: Version
    roster: list[Hours] = Field(min_length=1, max_length=MOST_PEOPLE)
    acts: list[Done] = Field(default_factory=list, max_length=LAST)
    played: int = Field(default=0, ge=0, le=LAST)

    @model_validator(mode="after")
    def _can_be_played(self) -> Log:
        if self.scenario not in scenarios():
            raise ValueError(f"there is no crisis {self.scenario!r}; there are: {', '.join(scenarios())}")
        if self.version != version():
            raise ValueError(f"played with the figures of version {self.version}; these are version {version()}")
        last = scenarios()[self.scenario].steps
        if self.played > last:
            raise ValueError(f"this drill has {last} steps; read {self.played}")
        steps = [each.step for each in self.acts]
        if any(later <= earlier for earlier, later in pairwise(steps)):
            raise ValueError("wanted one action a step, in order of time")
        if steps and steps[-1] >= self.played:
            raise ValueError(f"an action in step {steps[-1]}, when only {self.played} steps were played")
        return self

    def said(self) -> Text:
        """Return which drill it was and how far it was played."""
        of = scenarios()[self.scenario]
        return Text(
            "演练“{name}”：走了 {played}/{steps} 步，做了 {count} 件事",
            "drill “{name}”: {played} of {steps} steps, {count} actions",
        ).format(name=of.name, played=self.played, steps=of.steps, count=len(self.acts))

    def entries(self, account: str) -> int:  # noqa: ARG002 - a drill is the whole company's
        """Return how many steps were played."""
        return self.played

    @property
    def over(self) -> bool:
        """Tell whether it was played to its end."""
        return self.played >= scenarios()[self.scenario].steps

    def then(self, action: Act, said: str = "") -> Log:
        """Return the log after one more step. Raises ValidationError past the end."""
        done = [] if action == "wait" else [Done(step=self.played, action=action, said=said[:LONGEST])]
        return Log.model_validate(self.model_dump() | {"acts": [*self.acts, *done], "played": self.played + 1})


def fresh(scenario: str, seed: int, roster: tuple[str, ...]) -> Log:
    """Return the log of a drill in which nothing has happened yet."""
    return Log(scenario=scenario, seed=seed, version=version(), roster=list(roster))


class LogError(ValueError):
    """A log that says what cannot have been done; `args[0]` is a Text."""


def states(log: Log) -> Iterator[tuple[World, State]]:
    """Yield how it stood before each step that was played, and at last how it stands.

    Raises LogError for an action that could not be taken then.
    """
    of = one(log.scenario, log.seed, tuple(log.roster))
    _fits(of, log)
    acts = {each.step: each.action for each in log.acts}
    state = start(of)
    yield of, state
    for place in range(log.played):
        act: Act = acts.get(place, "wait")
        if barred(of, state, act)[0]:
            raise LogError(
                Text("第 {place} 步的“{act}”当时做不了", "in step {place}, “{act}” could not be done").format(
                    place=place, act=act
                )
            )
        state = step(of, state, np.array([NUMBER[act]]))
        yield of, state


def replay(log: Log) -> tuple[World, State]:
    """Return how a drill stands after what a log says. Raises LogError for a log that cannot be."""
    *_, last = states(log)
    return last


def fingerprint(state: State) -> str:
    """Return a hash of how it stands, the same for the same log on any machine (numbers to six decimals)."""
    parts = [str(state.step)]
    for each in fields(state)[1:]:
        parts += [f"{float(number) + 0.0:.6f}" for number in np.ravel(getattr(state, each.name))]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


def acts_of(actions: list[int]) -> Iterator[tuple[int, Act]]:
    """Yield the steps and names of actions that were more than waiting."""
    return ((place, ACTS[number]) for place, number in enumerate(actions) if number != NUMBER["wait"])


def _fits(of: World, log: Log) -> None:
    wanted = int(np.ceil(of.scenario.steps / 4)) + 1
    if any(len(each) != wanted for each in log.roster):
        raise LogError(Text("值班表要有 {wanted} 个钟点", "wanted {wanted} hours of duty").format(wanted=wanted))
