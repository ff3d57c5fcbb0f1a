"""The rules for the inbox, kind by kind, with the inbox of four weeks replayed under them at every move."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside, wide
from playbook.facts import Facts
from playbook.interaction import dates, words
from playbook.interaction.board import replayed_html
from playbook.interaction.kinds import MESSAGES, Message
from playbook.interaction.plan import Handling, InteractionPlan
from playbook.interaction.reply_form import TYPED, ReplyForm
from playbook.interaction.review import review_replies
from playbook.language import COLON, Text, join
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps


class RepliesPlanner(Planner[InteractionPlan]):
    """Settle one kind of message at a time; the inbox is the whole company's."""

    def __init__(self, desk: Desk[InteractionPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least or len(MESSAGES)
        self._showing = False
        self.kind = widgets.Select(
            options=[(str(entry.name), kind) for kind, entry in MESSAGES.items()],
            value="question",
            rows=len(MESSAGES),
            description=str(words.KIND),
            **wide(),
        )
        self._forms: dict[Message, ReplyForm] = {}  # by kind: what is typed late still lands where it was typed
        self._open = widgets.VBox()
        self._played = widgets.HTML()
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, known.main, "stances") if asked.stances else None
        super().__init__(desk, known, "replies")
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(dates.of_inbox(known)))}</p>')
        body = beside([self.kind, self._open, bar], [self._played, self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)
        self.kind.observe(self._kind_chosen, "value")

    @property
    def form(self) -> ReplyForm:
        """Return the form of the chosen kind; each kind has one of its own."""
        kind = self.kind.value
        if kind not in self._forms:
            self._forms[kind] = ReplyForm(kind, self.facts, partial(self._edit, kind))
        return self._forms[kind]

    def _kind_chosen(self, _: object) -> None:
        if not self._showing:
            self._refresh()

    def _edit(self, kind: Message, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        def update(plan: InteractionPlan) -> InteractionPlan:
            rule = Handling.model_validate(plan.of(kind).model_dump() | {field: value})
            others = [each for each in plan.triage if each.kind != kind]
            kept = [rule] if rule != Handling(kind=kind) else []
            return InteractionPlan.model_validate(plan.model_dump() | {"triage": [*others, *kept]})

        self._change(update, step=f"{kind}/{field}" if field in TYPED else "")

    def _restored(self, plan: InteractionPlan) -> InteractionPlan:
        """Give back the rules; all else of the plan stays."""
        return self.plan.model_copy(update={"triage": plan.triage})

    def _review(self) -> list[Finding]:
        return review_replies(self.plan, self.facts)

    def _clear(self) -> Text:
        if not self.plan.triage:
            return words.NO_REPLIES
        missing = self._least - len(self.plan.triage)
        return NOTHING_FOUND if missing <= 0 else words.REPLIES_SO_FAR.format(missing=missing)

    def _show(self, findings: list[Finding]) -> None:
        flagged = {at for finding in findings for at in finding.at} if self.plan.triage else set()
        self._showing = True
        chosen = self.kind.value
        options = tuple((self._line(kind, kind in flagged), kind) for kind in MESSAGES)
        if tuple(self.kind.options) != options:
            with self.kind.hold_sync():
                self.kind.options = options
                self.kind.value = chosen
        self._open.children = (self.form,)
        self.form.show(self.plan.of(chosen))
        self._showing = False
        self._played.value = STYLE + replayed_html(self.plan, self.facts)
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future

    def _line(self, kind: Message, flagged: bool) -> str:
        """Return a kind with what is settled of it, and that a finding points to it."""
        rule = self.plan.of(kind)
        parts = [words.WHERES[rule.where]] if rule.where else [words.NO_RULE]
        if rule.where and rule.where != "none" and rule.within:
            parts.append(words.MINUTES.format(value=rule.within))
        said = MESSAGES[kind].name + COLON + join(parts, "，", ", ")
        return f"{'! ' if flagged else ''}{said}"
