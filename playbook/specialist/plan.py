"""What a specialist plans: where they stand, a lawful week, ninety days with three reviews, and what they refuse."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, field_validator

from playbook.language import COLON, Text, same
from playbook.plans import Part
from playbook.stances import StancePlan

AbilityName = Literal[
    "learning", "new-forms", "sensitivity", "writing", "theory-practice", "industry", "data", "graphics"
]
Area = Literal[
    "brand-building", "fan-cultivation", "fan-interaction", "ad-publishing", "product-marketing",
    "effect-monitoring", "daily-upkeep",
]  # fmt: skip
Work = Literal[Area, "crisis", "learning", "approval"]
Shown = Literal["work", "relations", "time", "followers", "posts", "sales"]  # what a goal is judged by
Outcome = Literal["reached", "partly", "missed"]
Function = Literal[
    "post", "image", "video", "topic", "mention", "poll", "schedule", "pin", "delete", "report"
]  # the last reports somebody else's post to the platform
Department = Literal["service", "product", "shop", "legal", "lead", "people"]
Refusal = Literal[
    "watermarks", "sleepless", "brushing", "humbug", "flirting", "strangers", "private-data"
]  # what a specialist will not do
HireAsk = Literal["work-sample", "abilities", "experience", "own-account", "followers", "degree", "age"]

ABILITIES: tuple[AbilityName, ...] = get_args(AbilityName)
AREAS: tuple[Area, ...] = get_args(Area)
WORKS: tuple[Work, ...] = get_args(Work)
FUNCTIONS: tuple[Function, ...] = get_args(Function)
DEPARTMENTS: tuple[Department, ...] = get_args(Department)
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)
STRETCHES, DAYS = 3, 30  # three stretches of thirty days
HIGHEST = 4
MOST_LINE, MOST_TEXT, MOST_GOALS = 200, 600, 40

Level = Annotated[int, Field(ge=0, le=HIGHEST)]
Line = Annotated[str, Field(max_length=MOST_LINE)]
Long = Annotated[str, Field(max_length=MOST_TEXT)]


class Ability(Part):
    """Where somebody stands in one ability (0 to 4; `abilities.toml` says what each can do), and what shows it.

    `wanted` is the level after ninety days.
    """

    level: Level | None = None
    evidence: Line = ""
    where: Line = ""
    on: date | None = None
    wanted: Level | None = None


class Week(Part):
    """Hours a week by kind of work, on how many days, and when answers are promised (weekdays 1 to 7, hours 0 to 24).

    `answers_to` 0: nothing is promised.
    """

    hours: dict[Work, Annotated[float, Field(ge=0, le=168)]] = Field(default_factory=dict)
    days: int = Field(default=5, ge=0, le=7)
    answers_days: list[Annotated[int, Field(ge=1, le=7)]] = Field(default_factory=list, max_length=7)
    answers_from: int = Field(default=0, ge=0, le=24)
    answers_to: int = Field(default=0, ge=0, le=24)

    @property
    def total(self) -> float:
        """Return all hours of the week."""
        return sum(self.hours.values())


class Goal(Part):
    """What is reached in a stretch, for which ability, what will show it, and by what it is judged."""

    ability: AbilityName | None = None
    what: Line = ""
    evidence: Line = ""
    judged_by: Shown | None = None


class Stretch(Part):
    """Thirty days: goals, what is learnt and tried, and who reviews them when.

    `stock` is how many days of posts lie in reserve, `drill_on` the day of a hot-topic drill, `outcome` of the review.
    """

    goals: list[Goal] = Field(default_factory=list, max_length=MOST_GOALS)
    trained_by: Line = ""
    functions: list[Function] = Field(default_factory=list, max_length=20)
    stock: int = Field(default=0, ge=0, le=366)
    new_form: Line = ""
    drill_on: date | None = None
    reviewer: Line = ""
    review_on: date | None = None
    outcome: Outcome | None = None


class Contact(Part):
    """Who answers for a department, within how many hours (0: not agreed)."""

    department: Department | None = None
    who: Line = ""
    within: int = Field(default=0, ge=0, le=1000)


class Hiring(Part):
    """What is asked of whoever joins, the task of the interview, and whether the scoring stands before it."""

    asks: list[HireAsk] = Field(default_factory=list, max_length=20)
    task: Long = ""
    weights_first: bool = False


class SpecialistPlan(StancePlan):
    """One person's ninety days: abilities, a week, three stretches, contacts, and what is not done.

    `begins` is the first of the ninety days; `functions` are those the person has used already; `not_done` says, for
    each thing refused, the words in which it is refused.
    """

    system: ClassVar[str] = "specialist"
    who: Line = ""
    begins: date | None = None
    abilities: dict[AbilityName, Ability] = Field(default_factory=dict)
    functions: list[Function] = Field(default_factory=list, max_length=20)
    week: Week = Field(default_factory=Week)
    days: list[Stretch] = Field(default_factory=lambda: [Stretch() for _ in range(STRETCHES)])
    contacts: list[Contact] = Field(default_factory=list, max_length=MOST_GOALS)
    not_done: dict[Refusal, Long] = Field(default_factory=dict)
    hiring: Hiring = Field(default_factory=Hiring)

    @field_validator("days")
    @classmethod
    def _three(cls, days: list[Stretch]) -> list[Stretch]:
        if len(days) != STRETCHES:
            raise ValueError("ninety days have three stretches")
        return days

    def of(self, name: AbilityName) -> Ability:
        """Return where somebody stands in an ability; an empty entry if it is not filled in."""
        return self.abilities.get(name, Ability())

    @property
    def goals(self) -> list[Goal]:
        """Return the goals of all three stretches."""
        return [goal for stretch in self.days for goal in stretch.goals]

    def said(self) -> Text:
        """Return how much is planned, in a sentence."""
        rated = sum(each.level is not None for each in self.abilities.values())
        return Text(
            "{who}评了 {rated} 项能力，一周 {hours:g} 小时，九十天里定了 {goals} 个目标。",
            "{who}abilities rated: {rated}; {hours:g} hours a week; goals in ninety days: {goals}.",
        ).format(
            who=same(self.who.strip()) + COLON if self.who.strip() else same(""),
            rated=rated, hours=self.week.total, goals=len(self.goals),
        )  # fmt: skip

    def entries(self, account: str) -> int:  # noqa: ARG002 - a person's plan is the whole company's
        """Return how many goals are set."""
        return len(self.goals)
