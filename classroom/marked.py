"""Right answers that no data give: what a lesson said, asked again from memory."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.facts import Facts


@dataclass(frozen=True, slots=True)
class Marked:
    """The option that its spec marks with `right = true`, where a `Call` would compute the right answer.

    Only questions of `[recall]` have it: what a median is, or what a bar that touches 1 means, follows from no data
    and is the same for every company. A function that returned the option's id would be the answer typed all the
    same, only far from the words that make it right; beside them, who changes the words sees the mark.
    """

    option: str

    def value(self, _: Facts) -> str:
        """Return the option's id, whatever the data say."""
        return self.option
