"""What of the plans stands in a calendar: when it is, whether it comes again, its name, and an id that stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from playbook.language import Text, same

NO_NOTE = same("")
Rule = Mapping[str, object]  # how it comes again: FREQ, INTERVAL, BYDAY, … as iCalendar calls them


@dataclass(frozen=True)
class Happening:
    """Something on a day, or from a time on (Shanghai). Without a time it takes whole days, up to `last`.

    `id` says which entry of which plan it is (`timing/flagship/3`): with the same id, a second import moves it. `rule`
    is empty for what happens once.
    """

    id: str
    title: Text
    first: date
    last: date | None = None
    at: time | None = None
    minutes: int = 0
    rule: Rule = field(default_factory=dict)
    note: Text = NO_NOTE

    @property
    def system(self) -> str:
        """Return the system whose plan it comes from."""
        return self.id.partition("/")[0]
