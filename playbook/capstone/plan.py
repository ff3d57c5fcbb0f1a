"""What a learner changes in plans that contradict each other: from places of the plans to what is to stand there."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, field_validator

from playbook.capstone.houses import House, people_of
from playbook.capstone.repairs import Option, Place, drawn
from playbook.language import COLON, Text, join
from playbook.plans import Id, Part, Plan

NOTHING = Text("还没有改", "nothing changed yet")


class Choice(Part):
    """At a place (`repairs.toml`), another option than the first."""

    place: Id
    option: Id


class RepairPlan(Plan):
    """The company, the draw of contradictions, and what was changed, a place once at most."""

    system: ClassVar[str] = "capstone"
    house: House = "lanjian"
    seed: int = Field(default=0, ge=0, le=10_000)
    choices: list[Choice] = Field(default_factory=list, max_length=40)

    @field_validator("choices")
    @classmethod
    def _once(cls, choices: list[Choice]) -> list[Choice]:
        if len({each.place for each in choices}) < len(choices):
            raise ValueError("a place is chosen for once at most")
        return choices

    @property
    def name(self) -> str:
        """Return whose plans these are, and which draw: `lanjian/3`."""
        return f"{self.house}/{self.seed}"

    def places(self) -> dict[str, Place]:
        """Return the places that bear on what was planted, by id, in order."""
        return {place.id: place for repair in drawn(self.seed) for place in repair.places}

    def taken(self) -> dict[str, Option]:
        """Return what was chosen, by place, in the places' order; what is no option of a place is left out."""
        chosen = {each.place: each.option for each in self.choices}
        return {
            name: place.options[chosen[name]]
            for name, place in self.places().items()
            if chosen.get(name) in place.options and chosen[name] != place.first
        }

    def option(self, place: Place) -> str:
        """Return which option stands at a place."""
        taken = self.taken().get(place.id)
        return taken.id if taken else place.first

    def choosing(self, place: Place, option: str) -> RepairPlan:
        """Return the plan with an option at a place; the first one is what stood there."""
        kept = [each for each in self.choices if each.place != place.id]
        more = [Choice(place=place.id, option=option)] if option != place.first else []
        return self.model_copy(update={"choices": [*kept, *more]})

    def said(self) -> Text:
        """Return what was changed, in a sentence."""
        people, places = people_of(self.house), self.places()
        told = [(places[name].label + COLON + each.label).format(**people) for name, each in self.taken().items()]
        return join(told, "；", "; ") if told else NOTHING

    def entries(self, account: str) -> int:  # noqa: ARG002 - plans of all accounts are changed
        """Return how many places were changed."""
        return len(self.taken())
