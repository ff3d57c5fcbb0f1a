"""What the company decides about crises: what it watches, how it tells how grave a thing is, and who answers how."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from playbook.crisis.responding import After, Duty, Level, Norm, Outlet, Role, Statement, StatementKind, Step
from playbook.crisis.watching import Alarm, Watch
from playbook.language import Text, join, same
from playbook.stances import StancePlan

MOST_LEVELS, MOST_ROLES, MOST_STATEMENTS, MOST_STEPS = 6, 20, 40, 40


class CrisisPlan(StancePlan):
    """The plan for crises; the lightest level comes first, and all minutes begin when a thing is detected.

    `outlets` are where a statement appears, `same_words` whether it says the same everywhere. `after_drill`: nobody
    may post before having played a drill; `drill_on` is the day of the next one.
    """

    system: ClassVar[str] = "crisis"
    watch: Watch = Watch()
    alarm: Alarm = Alarm()
    norm: Norm = Norm()
    levels: list[Level] = Field(default_factory=list, max_length=MOST_LEVELS)
    roles: list[Role] = Field(default_factory=list, max_length=MOST_ROLES)
    statements: list[Statement] = Field(default_factory=list, max_length=MOST_STATEMENTS)
    outlets: list[Outlet] = Field(default_factory=list, max_length=6)
    same_words: bool = False
    first_hours: list[Step] = Field(default_factory=list, max_length=MOST_STEPS)
    after: After = After()
    after_drill: bool = False
    drill_on: date | None = None

    def said(self) -> Text:
        """Return how many words are watched, the levels with their times, and how many statements are drafted."""
        levels = [
            same(each.name.strip() or str(at)) + _time(each) for at, each in enumerate(self.levels, start=1)
        ]  # fmt: skip
        counts = [
            Text(f"{zh} {count} {measure}", f"{en}: {count}")
            for count, zh, en, measure in (
                (len(self.watch.searched), "盯", "words watched", "个词"),
                (len(self.statements), "声明稿", "statements drafted", "份"),
            )
            if count
        ]
        return join([*counts, *([join(levels)] if levels else [])], "；", "; ")

    def entries(self, account: str) -> int:  # noqa: ARG002 - a crisis is the whole company's
        """Return how many words are watched, and levels set."""
        return len(self.watch.searched) + len(self.levels)

    def of(self, duty: Duty) -> Role:
        """Return who has a duty: the first that is named; an empty one if nobody is."""
        return next((each for each in self.roles if each.duty == duty), Role(duty=duty))

    def drafted(self, kind: StatementKind) -> list[Statement]:
        """Return the drafts of a kind."""
        return [each for each in self.statements if each.kind == kind]


def _time(level: Level) -> Text:
    if level.silent:
        return Text("（只看不答）", " (watched, not answered)")
    return Text(f"（{level.first_word} 分钟内）", f" (within {level.first_word} min)") if level.first_word else same("")
