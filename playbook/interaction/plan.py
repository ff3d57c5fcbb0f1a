"""Whom the company answers and how, whom it follows, and what it does by habit. `review.py` finds what is wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, field_validator

from playbook.interaction.habits import Habits
from playbook.interaction.kinds import MESSAGES, FollowKind, Message, followed_said, message_said
from playbook.language import Text, join
from playbook.plans import Id, Part, Reason
from playbook.stances import StancePlan

ANYBODY = "*"  # whoever is on duty
MOST_FOLLOWS = 400
Line = Annotated[str, StringConstraints(max_length=200)]
Sheet = Annotated[str, StringConstraints(max_length=2000)]
Where = Literal["public", "private", "both", "none"]
Tone = Literal["amusing", "vivid", "polite"]
Clock = Literal["always", "on_duty"]
Act = Literal["search", "comment", "join", "follow"]


class Handling(Part):
    """What is done with one kind of message; an empty text, a zero and None are decisions still to be made.

    `answered_by` is a person of the card, `*` for whoever is on duty, or a desk outside by name. `within` are minutes;
    with the clock "on_duty" only those count in which somebody is on duty. `where` "none": it is left alone. `sheet` is
    an example of the answer.
    """

    kind: Message
    answered_by: Line = ""
    within: int = Field(default=0, ge=0, le=10080)
    clock: Clock = "always"
    where: Where | None = None
    tone: list[Tone] = Field(default_factory=list, max_length=3)
    hand_to: Line = ""
    sheet: Sheet = ""


class Routine(Part):
    """What is done about other people's accounts, by habit.

    `follows_a_day` new ones; `acts_a_week` of each kind; the list is tidied every `tidy_every` days (0: never);
    `reading` are the minutes a week that there are for reading what the followed accounts post.
    """

    follows_a_day: int = Field(default=0, ge=0, le=100)
    same_day_comment: bool = False
    comment_is_copied: bool = False
    kinds: list[FollowKind] = Field(default_factory=list, max_length=14)
    tidy_every: int = Field(default=0, ge=0, le=730)
    reading: int = Field(default=0, ge=0, le=10080)
    follow_all_back: bool = False
    acts_a_week: dict[Act, Annotated[int, Field(ge=0, le=2000)]] = Field(default_factory=dict)


class Chosen(Part):
    """An account to follow: its id among the candidates (or its name), what it is, and why."""

    account: Id
    kind: Id = ""
    why: Reason = ""


class InteractionPlan(StancePlan):
    """How each kind of message is handled, the routine and the list of accounts followed, and the habits."""

    system: ClassVar[str] = "interaction"
    triage: list[Handling] = Field(default_factory=list, max_length=9)
    routine: Routine = Routine()
    follows: list[Chosen] = Field(default_factory=list, max_length=MOST_FOLLOWS)
    habits: Habits = Habits()

    @field_validator("triage")
    @classmethod
    def _each_kind_once(cls, triage: list[Handling]) -> list[Handling]:
        if len({each.kind for each in triage}) < len(triage):
            raise ValueError("a kind of message has two rules")
        return sorted(triage, key=lambda each: list(MESSAGES).index(each.kind))

    @field_validator("follows")
    @classmethod
    def _each_account_once(cls, follows: list[Chosen]) -> list[Chosen]:
        if len({each.account for each in follows}) < len(follows):
            raise ValueError("an account is followed twice")
        return follows

    def said(self) -> Text:
        """Return the rules for messages, the kinds of account, and how many are followed."""
        rules = [
            message_said(each.kind) + Text(f"：{each.within} 分钟内", f": within {each.within} min")
            for each in self.triage
            if each.within
        ]
        kinds = [followed_said(each) for each in self.routine.kinds]
        follows = (
            [Text(f"关注 {len(self.follows)} 个", f"accounts followed: {len(self.follows)}")] if self.follows else []
        )
        return join([*rules, *([join(kinds)] if kinds else []), *follows], "；", "; ")

    def entries(self, account: str) -> int:  # noqa: ARG002 - the inbox is the whole company's
        """Return how many kinds of message have a rule."""
        return len(self.triage)

    def of(self, kind: Message) -> Handling:
        """Return how a kind of message is handled; an empty rule if nothing is decided yet."""
        return next((each for each in self.triage if each.kind == kind), Handling(kind=kind))
