"""What is watched: words by kind, channels, hours, days to watch more closely, and the alarm that rings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.plans import Part

Line = Annotated[str, StringConstraints(max_length=300)]
Hour = Annotated[int, Field(ge=0, le=24)]
KeywordKind = Literal["brand", "place_brand", "brand_extension", "category", "industry_event", "homophone"]
Channel = Literal["search", "mentions", "peers"]
AlarmRule = Literal["fixed", "same_hour", "robust"]
Counted = Literal["mentions", "negative", "negative_share"]
Told = Literal["phone", "chat", "mail"]
MOST_WORDS = 60
MOST_DAYS = 40


class Keyword(Part):
    """A word to search for: what kind of word it is, and why it is on the list."""

    word: Line = ""
    kind: KeywordKind | None = None
    why: Line = ""


class WatchDay(Part):
    """Days on which more is looked for, from `first` to `last`, with so many days `before` and `after` them.

    `searches` are those of a day then; `words` are added to the list, with 、or spaces between.
    """

    what: Line = ""
    first: date | None = None
    last: date | None = None
    before: Annotated[int, Field(ge=0, le=60)] = 0
    after: Annotated[int, Field(ge=0, le=60)] = 0
    searches: Annotated[int, Field(ge=0, le=200)] = 0
    words: Line = ""


class Watch(Part):
    """The watch; an empty text, 0 and None are decisions still to be made.

    `owner` and `deputy` are people of the card by id, or names. It is kept on `days` (1 = Monday … 7) from `start` to
    `end` (hours), with so many `searches` a day. `logged`: times, words and what was found are written down.
    `recorded`: what comes in is written down with what became of it.
    """

    words: list[Keyword] = Field(default_factory=list, max_length=MOST_WORDS)
    without: Line = ""
    owner: Line = ""
    deputy: Line = ""
    days: list[Annotated[int, Field(ge=1, le=7)]] = Field(default_factory=list, max_length=7)
    start: Hour = 0
    end: Hour = 0
    searches: Annotated[int, Field(ge=0, le=200)] = 0
    channels: list[Channel] = Field(default_factory=list, max_length=3)
    logged: bool = False
    recorded: bool = False
    reviewed_on: date | None = None
    next_on: date | None = None
    watch_days: list[WatchDay] = Field(default_factory=list, max_length=MOST_DAYS)

    @property
    def searched(self) -> list[str]:
        """Return the words that are searched for, each once, in their order."""
        return list(dict.fromkeys(word for each in self.words if (word := each.word.strip())))

    @property
    def left_out(self) -> list[str]:
        """Return the words with which a hit is left out."""
        return several(self.without)

    @property
    def hours(self) -> list[tuple[int, int]]:
        """Return the watched hours of the week as (day, hour)."""
        return [(day, hour) for day in sorted(self.days) for hour in range(self.start, self.end)]


class Alarm(Part):
    """When the alarm rings, and who is told.

    It looks at `window` minutes of what is `counted`. "fixed" rings at `count` mentions (of a share: percent);
    "same_hour" at `times` as many as in the same hour of past weeks; "robust" at a `score` of so many spreads above
    their median. It then rests for `rest` hours. `told` and `deputy` are people by id, or names; `by` is how they are
    told at night.
    """

    rule: AlarmRule | None = None
    counted: Counted = "mentions"
    window: Annotated[int, Field(ge=15, le=1440)] = 60
    count: Annotated[float, Field(ge=0, le=100_000)] = 0
    times: Annotated[float, Field(ge=0, le=100)] = 0
    score: Annotated[float, Field(ge=0, le=100)] = 0
    rest: Annotated[float, Field(ge=0, le=168)] = 6
    told: Line = ""
    deputy: Line = ""
    by: Told | None = None


def several(line: str) -> list[str]:
    """Return the words of a line, with 、，, ; or spaces between, each once."""
    for sign in "、，,；;/\n":
        line = line.replace(sign, " ")
    return list(dict.fromkeys(line.split()))
