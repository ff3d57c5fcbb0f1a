"""The candidates of one kind, a row each: what is known of it, whether it is followed, and why."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import line, tick
from playbook.facts import Facts
from playbook.interaction import words
from playbook.interaction.listing import account_said
from playbook.interaction.plan import Chosen, InteractionPlan

LONGEST = 2000  # characters of a reason


class FollowRow(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """One account: a box to tick and, once it is followed, a line that says why."""

    def __init__(
        self,
        account: str,
        facts: str,
        known: Facts,
        follow: Callable[[str, bool], None],
        say: Callable[[str, str], None],
    ) -> None:
        self.account, self._showing = account, False
        name = account_said(known, account)
        self.followed = tick(words.FOLLOW.format(name=str(name).removeprefix("@")))
        self.why = line(words.WHY, words.WHY_ASKS)
        said = widgets.HTML(f'<span class="planner-source">{escape(facts)}</span>')
        super().__init__([self.followed, said, self.why])
        self._follow, self._say = follow, say
        self.followed.observe(self._ticked, "value")
        self.why.observe(self._written, "value")

    def _ticked(self, change: dict[str, Any]) -> None:
        if not self._showing:
            self._follow(self.account, change["new"])

    def _written(self, change: dict[str, Any]) -> None:
        if not self._showing:
            self._say(self.account, change["new"][:LONGEST])

    def show(self, chosen: Chosen | None) -> None:
        """Show whether the account is followed, and why."""
        self._showing = True
        self.followed.value = chosen is not None
        self.why.value = chosen.why if chosen else ""
        self.why.layout.display = "" if chosen else "none"
        self._showing = False


def of_kind(plan: InteractionPlan, known: Facts, kind: str) -> dict[str, str]:
    """Return the accounts of a kind, listed or only in the plan, each with what is known of it ("" if nothing is)."""
    rows: dict[str, str] = {}
    if known.candidates is not None:
        table = known.candidates[known.candidates["kind"] == kind]
        rows = {
            str(each["id"]): str(
                words.FACTS_OF.format(
                    followers=f"{each['followers']:,}", commented=each["commented"], answered=each["answered"],
                    signals=each["signals"], minutes=each["minutes_a_week"],
                )
            )
            for each in table.to_dict("records")
        }  # fmt: skip
    return rows | {each.account: "" for each in plan.follows if each.kind == kind and each.account not in rows}
