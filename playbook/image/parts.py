"""What the plan of the image is made of: the page of an account, the voice card, the papers and the opening steps."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.fields import LINE, TEXT
from playbook.matrix.kinds import Verified
from playbook.plans import Id, Part

Line = Annotated[str, StringConstraints(max_length=LINE)]
Long = Annotated[str, StringConstraints(max_length=TEXT)]
Colour = Literal["green", "brown", "red", "blue", "ink", "gold"]
TagSource = Literal["personality", "searched", "trade", "trait"]
Theme = Literal["brand", "product", "campaign"]
ModuleName = Literal["notices", "links", "service", "navigation", "matrix"]
Asked = Literal["who", "what", "official"]
Persona = Literal["adviser", "partner", "senior", "friend", "notice"]
Habit = Literal["jokes", "emoji", "slang", "selling", "stock"]
Situation = Literal["question", "praise", "complaint", "crisis", "joke"]
PaperName = Literal["original", "duplicate", "letter", "supplement", "inspection", "report", "other"]
StepName = Literal[
    "papers", "api", "inside", "profile", "fit_out", "carousel", "modules", "verified", "opened", "campaign"
]


class Positioning(Part):
    """What the account is to be for years, in a sentence, and the words by which a review knows it on a page.

    `brand`, `trade`, `products`, `places` and `promise` are our own words for who, what, where and why; several are
    parted by a comma or 、. The last four say how each carrier shows the image. `promoted_on` is the first promotion.
    """

    statement: Long = ""
    decided_on: date | None = None
    promoted_on: date | None = None
    brand: Line = ""
    trade: Line = ""
    products: Line = ""
    places: Line = ""
    promise: Line = ""
    looks: Line = ""
    content: Line = ""
    tone: Line = ""
    campaigns: Line = ""


class Tag(Part):
    """A core tag and where its word comes from."""

    word: Line = ""
    source: TagSource | None = None


class Slot(Part):
    """A tag that changes: its word, the hot topic it goes by, what that has to do with us, and its last day."""

    word: Line = ""
    topic: Line = ""
    why: Line = ""
    until: date | None = None


class Picture(Part):
    """A picture of the carousel: its theme, what it says, and where a touch leads."""

    theme: Theme | None = None
    says: Line = ""
    leads_to: Line = ""


class Module(Part):
    """A block of information on the page, and what stands in it."""

    name: ModuleName | None = None
    holds: Line = ""


class Look(Part):
    """A five-second look by somebody from outside: three answers noted, and which of them were wrong."""

    by: Line = ""
    who: Line = ""
    what: Line = ""
    official: Line = ""
    wrong: list[Asked] = Field(default_factory=list, max_length=3)


class Page(Part):
    """The profile card of one account. `cover` is what the cover says; `pinned` the post that stands on top.

    `entry` is where a visitor goes next; `modelled_on` whose look it follows, if anybody’s.
    """

    account: Id
    nickname: Line = ""
    domain: Line = ""
    avatar: Line = ""
    colour: Colour = "green"
    cover: Line = ""
    bio: Long = ""
    pinned: Long = ""
    verified: Verified = "none"
    verified_as: Line = ""
    verified_on: date | None = None
    tags: list[Tag] = Field(default_factory=list, max_length=20)
    slots: list[Slot] = Field(default_factory=list, max_length=10)
    carousel: list[Picture] = Field(default_factory=list, max_length=10)
    modules: list[Module] = Field(default_factory=list, max_length=10)
    linked: list[Id] = Field(default_factory=list, max_length=60)
    site: Line = ""
    entry: Line = ""
    modelled_on: Line = ""
    looks: list[Look] = Field(default_factory=list, max_length=20)
    checked_by: Line = ""
    checked_on: date | None = None


class Pair(Part):
    """What we say and what we do not, in one situation, and in which of our voices."""

    situation: Situation | None = None
    voice: Persona | None = None
    do: Long = ""
    dont: Long = ""


class Change(Part):
    """How the voice changes when things are serious: in which voice, what stops, what stays, and who speaks.

    `speaker` is empty where the same one goes on.
    """

    voice: Persona | None = None
    stops: list[Habit] = Field(default_factory=list, max_length=5)
    stays: Line = ""
    speaker: Line = ""


class Voice(Part):
    """The voice card: who speaks, like whom it sounds, three words for it, what is said and never said, and pairs."""

    speaker: Line = ""
    sounds_like: Line = ""
    words: Line = ""
    voices: list[Persona] = Field(default_factory=list, max_length=5)
    lead: Persona | None = None
    says: Line = ""
    never: Line = ""
    pairs: list[Pair] = Field(default_factory=list, max_length=20)
    complaint: Change = Change()
    crisis: Change = Change()


class Paper(Part):
    """A document to file: who holds it, when it was handed in, until when it is valid, and what it is (a note)."""

    name: PaperName | None = None
    note: Line = ""
    holder: Line = ""
    filed_on: date | None = None
    valid_until: date | None = None


class Step(Part):
    """A step of the opening: what, by whom, on which day, and whether it is done."""

    name: StepName | None = None
    note: Line = ""
    owner: Line = ""
    on: date | None = None
    done: bool = False


class Limits(Part):
    """What the platform allows, as reported (the reports differ): look it up, and enter what you find."""

    name_least: Annotated[int, Field(ge=1, le=60)] = 2
    name_most: Annotated[int, Field(ge=1, le=60)] = 15
