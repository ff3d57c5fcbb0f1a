"""How the company responds: how grave it is, who does what, what is said, the first hours, and afterwards."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.crisis.watching import Hour, Line
from playbook.plans import Part, Reason

Sign = Literal["health", "person", "journalist", "authority", "staff", "rumour", "product", "service", "troll"]
Duty = Literal["coordinator", "spokesperson", "facts", "inbox", "approval"]
StatementKind = Literal["holding", "fact", "correction", "apology", "closing"]
Scenario = Literal["any", "product", "rumour", "staff", "service"]
Outlet = Literal["weibo", "site", "wechat", "store", "service_desk", "press"]
Act = Literal[
    "triage", "pause", "log", "ask", "tell_inside", "hold", "desk", "update", "hand_over", "remove_data", "evidence",
    "delete", "hire", "threaten",
]  # fmt: skip
Asked = Literal["detected", "acknowledged", "answered", "closed", "known", "channel", "change"]
Minutes = Annotated[int, Field(ge=0, le=10_080)]
Wording = Annotated[str, StringConstraints(max_length=600)]


class Level(Part):
    """One degree of gravity; the list of levels begins with the lightest.

    It is told by `signs` or by so many negative mentions within the hour (`from_count`). `decides`, `speaks` and
    `stands_in` are people by id, or names; `told` names who is told. `first_word` and `next_word` are minutes: the
    first from detection, the next from one word to the one after. A `silent` level is watched and not answered: `why`.
    """

    name: Line = ""
    signs: list[Sign] = Field(default_factory=list, max_length=9)
    from_count: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    silent: bool = False
    why: Reason = ""
    decides: Line = ""
    stands_in: Line = ""
    speaks: Line = ""
    told: Line = ""
    first_word: Minutes = 0
    next_word: Minutes = 0


class Role(Part):
    """A duty in a crisis: who has it, who stands in, and from which hour to which they can be reached."""

    duty: Duty | None = None
    who: Line = ""
    deputy: Line = ""
    start: Hour = 0
    end: Hour = 0


class Statement(Part):
    """A draft, in its parts: what goes out is their words, one after the other.

    `happened` is what happened, as far as it is known, `attitude` how the company sees it, `doing` what it does or
    gives, `next_on` when the next word comes, `ask` whom to ask.
    """

    kind: StatementKind | None = None
    scenario: Scenario = "any"
    happened: Wording = ""
    attitude: Wording = ""
    doing: Wording = ""
    next_on: Wording = ""
    ask: Wording = ""

    @property
    def text(self) -> str:
        """Return what goes out."""
        parts = [part.strip() for part in (self.happened, self.attitude, self.doing, self.next_on, self.ask)]
        return "".join(part + " " * part[-1].isascii() for part in parts if part).strip()


class Step(Part):
    """Something done in the first hours: what, by whom, within how many minutes of detection."""

    act: Act | None = None
    who: Line = ""
    within: Minutes = 0
    note: Line = ""


class After(Part):
    """What is done when it is over: a review within so many days, led by somebody, that asks certain things."""

    within: Annotated[int, Field(ge=0, le=366)] = 0
    who: Line = ""
    asks: list[Asked] = Field(default_factory=list, max_length=7)


class Norm(Part):
    """The written norm: its version, who keeps it, which of the management approved it, and where it belongs.

    `procedure` is the company's own procedure for public relations, `contact` whom to call there.
    """

    version: Line = ""
    owner: Line = ""
    approved_by: Line = ""
    approved_on: date | None = None
    procedure: Line = ""
    contact: Line = ""
    service_desk: Line = ""
