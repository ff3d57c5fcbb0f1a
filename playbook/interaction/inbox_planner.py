"""Filing the inbox by keyboard: how far, how often as the desk noted, and what the plan's rules make of it."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets
import pandas as pd

from playbook.controls import beside
from playbook.facts import Facts
from playbook.interaction import dates, words
from playbook.interaction.board import replayed_html
from playbook.interaction.inbox import Inbox
from playbook.interaction.kinds import MESSAGES
from playbook.interaction.marks import InboxMarks, compared, unlike
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, join, language
from playbook.planners import STYLE, Desk, Planner
from playbook.rules import Finding

PAIRS = 3  # pairs of kinds named where the learner and the desk differ


class InboxPlanner(Planner[InboxMarks]):
    """File one message after the other; what is filed is saved at every key."""

    def __init__(self, desk: Desk[InboxMarks], known: Facts, rules: Desk[InteractionPlan]) -> None:
        self._rules, self._showing = rules, False
        self.inbox = Inbox(
            words={key: str(text) for key, text in words.INBOX.items()},
            items=listed(known),
            kinds=[[entry.key, kind, str(entry.name)] for kind, entry in MESSAGES.items()],
        )
        self._said = widgets.HTML()
        super().__init__(desk, known, "inbox")
        self.inbox.at = next((at for at, item in enumerate(self.inbox.items) if item[0] not in self.plan.marks), 0)
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(dates.of_inbox(known)))}</p>')
        nothing = widgets.HTML(f'<p class="planner-notice">{escape(str(words.NOTHING_CAME))}</p>')
        body = beside([self.inbox], [self._said, self._note]) if self.inbox.items else nothing
        self.children = (body, whose)
        self.inbox.observe(self._filed, "marks")
        self.inbox.on_action(lambda action: {"undo": self.undo, "redo": self.redo}[action]())
        rules.watch("inbox", self._refresh)

    def _filed(self, change: dict[str, Any]) -> None:
        """Take what was filed. Quick keys arrive together: each of them is a step of its own all the same."""
        if self._showing:
            return
        before, now = dict(self.plan.marks), change["new"]
        changed = [item[0] for item in self.inbox.items if before.get(item[0]) != now.get(item[0])]
        between = []
        for each in changed[:-1]:
            before = {name: kind for name, kind in (before | {each: now.get(each)}).items() if kind}
            between.append(InboxMarks(marks=before))
        self._change(lambda _: InboxMarks(marks=now))
        self._past.extend(between)

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - filing is compared, not judged
        self._showing = True
        self.inbox.marks = dict(self.plan.marks)
        self._showing = False
        told = compared(self.plan, self.facts)
        count = words.FILED.format(filed=len(told), all=len(self.inbox.items))
        self.inbox.done = str(count if len(told) else words.BEGIN)
        self._said.value = STYLE + "".join(
            f'<p class="planner-count">{escape(str(each))}</p>' for each in _agreement(told)
        )
        if len(told):
            self._said.value += self._replayed()

    def _replayed(self) -> str:
        plan = self._rules.plan
        if not plan.triage:
            return f'<p class="planner-source">{escape(str(words.NO_PLAN))}</p>'
        return replayed_html(plan, self.facts, self.plan.kinds, words.UNDER_PLAN)


def listed(known: Facts) -> list[list[str]]:
    """Return the inbox as the picture shows it: `[id, head, text, gloss]` a message, in order of time."""
    if known.comments is None:
        return []
    table = known.comments
    gloss = table["text_en"] if language() == "en" else pd.Series("", index=table.index)
    names = {each.id: each.name for each in known.company.accounts}
    heads = [
        f"{at:%m-%d %H:%M} · {author} → @{names.get(account, account)}"
        for at, author, account in zip(table["at"], table["author"], table["account"], strict=True)
    ]
    texts = zip(table["id"], heads, table["text"], gloss, strict=True)
    return [["" if pd.isna(each) else str(each) for each in row] for row in texts]


def _agreement(told: pd.DataFrame) -> list[Text]:
    """Return how often the learner files as the desk noted, and where they differ most."""
    if told.empty:
        return []
    alike = int((told["mine"] == told["theirs"]).sum())
    lines = [words.AGREED.format(same=alike, share=alike / len(told))]
    apart = unlike(told)
    pairs = [words.PAIR.format(mine=mine, theirs=theirs, count=count) for mine, theirs, count in apart[:PAIRS]]
    head = (words.MOSTLY if len(apart) > PAIRS else words.UNLIKE).format(count=len(told) - alike)
    return [*lines, *([head + join(pairs, "；", "; ")] if pairs else [])]
