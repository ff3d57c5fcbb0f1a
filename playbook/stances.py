"""The positions a company takes where the sources disagree, with what was known and why; plans keep them."""

from __future__ import annotations

from pydantic import Field

from playbook.conflicts import Evidence, Position, conflicts
from playbook.language import LANGUAGES, Text
from playbook.plans import Id, Part, Plan, Reason


class Seen(Part):
    """What the data said when a stance was taken, in both languages, so that any handbook can print it."""

    zh: Reason
    en: Reason

    @property
    def text(self) -> Text:
        """Return it as a text."""
        return Text(self.zh, self.en)


class Stance(Part):
    """A position on a conflict (by its id), what was seen when it was taken, and why."""

    position: Id
    seen: Seen | None = None
    why: Reason = ""


class StancePlan(Plan):
    """A plan that takes stances, by the topic of the conflict."""

    stances: dict[Id, Stance] = Field(default_factory=dict, max_length=60)

    def position(self, topic: str) -> Position | None:
        """Return the position taken on a topic; None if none is taken, or if `conflicts.toml` no longer has it."""
        stance = self.stances.get(topic)
        return conflicts()[topic].positions.get(stance.position) if stance and topic in conflicts() else None

    def holds(self, topic: str, position: str) -> bool:
        """Tell whether the company takes this position."""
        taken = self.position(topic)
        return taken is not None and taken.id == position


def seen_of(evidence: Evidence) -> Seen:
    """Return evidence as a plan keeps it."""
    return Seen(**{each: evidence.said.in_language(each) for each in LANGUAGES})
