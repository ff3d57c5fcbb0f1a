"""The parts of a strategy that stand once: the position, who backs it, the phase, and how far the company has come.

An empty text, 0 or None is a decision still to be made.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.metrics.measures import MeasureName
from playbook.plans import Part
from playbook.strategy.models import Rung, StepName

MOST_LINE = 300
Line = Annotated[str, StringConstraints(max_length=MOST_LINE)]
Amount = Annotated[float, Field(ge=0, le=1e9)]
Percent = Annotated[float, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Tier = Literal["everyday", "middle", "high"]
Scope = Literal["local", "industry"]
Stage = Literal["accumulate", "market"]
State = Literal["weak", "fair", "strong"]


class Positioning(Part):
    """For whom we are here, doing what, to what effect; and what the company is, in the long run.

    `humane` says what is humane in what we sell, `mood` what stops when the public mourns. `region` is where we can
    serve; `conversion` says how an industry-wide account comes to orders. `price` is the tier.
    """

    for_whom: Line = ""
    doing: Line = ""
    effect: Line = ""
    price: Tier | None = None
    region: Line = ""
    scope: Scope | None = None
    conversion: Line = ""
    character: Line = ""
    humane: Line = ""
    mood: Line = ""


class Backing(Part):
    """Which goal of the company this serves, who in management stands for it, and when they look at it next."""

    company_goal: Line = ""
    sponsor: Line = ""
    review_on: date | None = None


class Phase(Part):
    """Whether we gather readers or market, how readers come (`growth`), and at which value of a measure it changes."""

    now: Stage | None = None
    growth: Line = ""
    switch: MeasureName | None = None
    at: Amount = 0


class Chain(Part):
    """From selling to marketing: the measure of each of the six steps to a purchase."""

    relate: MeasureName | None = None
    understand: MeasureName | None = None
    interact: MeasureName | None = None
    spread: MeasureName | None = None
    trust: MeasureName | None = None
    consume: MeasureName | None = None


class Maturity(Part):
    """The evidence for each of the seven steps, and the level the company says it has reached (0 to 7)."""

    plan: Line = ""
    listen: Line = ""
    participate: Line = ""
    interact: Line = ""
    network: Line = ""
    build: Line = ""
    manage: Line = ""
    level: Annotated[int, Field(ge=0, le=7)] = 0

    @property
    def reached(self) -> int:
        """Return the highest step with evidence of its own and of all below it; 0 if the first has none."""
        steps: tuple[Rung, ...] = ("plan", "listen", "participate", "interact", "network", "build", "manage")
        bare = (at for at, step in enumerate(steps) if not getattr(self, step).strip())
        return next(bare, len(steps))


class Diagnosis(Part):
    """How each step of the operating model stands, which one is weakest, and what is mended there."""

    platform: State | None = None
    matrix: State | None = None
    infrastructure: State | None = None
    audience: State | None = None
    content: State | None = None
    crisis: State | None = None
    evaluation: State | None = None
    exploration: State | None = None
    weakest: StepName | None = None
    mend: Line = ""
