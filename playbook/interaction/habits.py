"""What a company does by habit: forms, places, reviews, leaders, staff, growth, tools and its report."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.plans import Part

Line = Annotated[str, StringConstraints(max_length=200)]
Form = Literal["guessing", "prize-repost", "discussion", "prize-quiz", "poll"]
PRIZES: tuple[Form, ...] = ("guessing", "prize-repost", "prize-quiz")
Gift = Literal["none", "after", "for_praise"]
Leader = Literal["industry-expert", "spokesperson", "business-leader"]
Tie = Literal["none", "paid", "gift", "employee"]
Means = Literal[
    "entries", "content", "interaction", "campaigns", "follow-back-groups", "mentions", "messages", "bought"
]
ToolKind = Literal["voting", "publishing", "fans", "following", "analysis"]
Measure = Literal[
    "content-score", "reply-rate", "reply-time", "followed-back", "reader-threads", "origins", "kept-30", "new",
    "leader-reposts", "own-reposts", "topics",
]  # fmt: skip


class Gathering(Part):
    """A place where readers gather: what we give there a week besides advertising, and whether we say who we are."""

    name: Line = ""
    says_who: bool = False
    a_week: int = Field(default=0, ge=0, le=500)
    noted: bool = False  # what is heard there goes to whoever plans the content


class Reviews(Part):
    """What is done with what users write of our goods. A gift is none, afterwards, or (unlawfully) for praise."""

    collect: bool = False
    ask: bool = False
    repost: bool = False
    credit: bool = False
    comment: bool = False
    thank: bool = False
    criticism: bool = False  # criticism is answered where it stands and shown with what became of it
    gift: Gift = "none"
    gift_disclosed: bool = False


class OpinionLeader(Part):
    """Somebody whose word counts: which kind, what ties them to us, whether posts say so, and reposts are traced."""

    name: Line = ""
    kind: Leader | None = None
    tie: Tie = "none"
    disclosed: bool = False
    traced: bool = False


class Staff(Part):
    """How staff take part, if they do."""

    takes_part: bool = False
    voluntary: bool = False
    says_so: bool = False  # each says that they belong to the company
    discreet: bool = False  # they know what stays inside
    counted_apart: bool = False
    as_readers: bool = False  # accounts of ours that pose as readers


class Tool(Part):
    """A tool: its kind, what it is for, which aim and habit of readers it serves, whose it is, and what it does."""

    name: Line = ""
    kind: ToolKind | None = None
    purpose: Line = ""
    serves: Line = ""
    owner: Line = ""
    follows_by_itself: bool = False
    retired: bool = False


class Habits(Part):
    """The habits of the whole company; what is left as it begins is not decided.

    `asks` is the share of posts that end in a real question, `welfare` how many public-welfare posts a month are passed
    on, `keeping` and `winning` the weights of those who stay and those who come, `campaigns` how interaction is tied to
    a running campaign.
    """

    asks: float = Field(default=0.0, ge=0, le=1)
    forms: list[Form] = Field(default_factory=list, max_length=5)
    prizes_ruled: bool = False
    campaigns: Line = ""
    gatherings: list[Gathering] = Field(default_factory=list, max_length=40)
    reviews: Reviews = Reviews()
    leaders: list[OpinionLeader] = Field(default_factory=list, max_length=60)
    staff: Staff = Staff()
    welfare: int = Field(default=0, ge=0, le=100)
    organiser_checked: bool = False
    growth: list[Means] = Field(default_factory=list, max_length=8)
    keeping: int = Field(default=0, ge=0, le=100)
    winning: int = Field(default=0, ge=0, le=100)
    tools: list[Tool] = Field(default_factory=list, max_length=40)
    report: list[Measure] = Field(default_factory=list, max_length=11)
