"""Whom to follow, kind by kind, with what reading them takes now and by the time the list is tidied."""

from __future__ import annotations

import math
from collections import Counter
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside, fitting
from playbook.facts import Facts
from playbook.interaction import dates, words
from playbook.interaction.analysis.candidates import minutes_each
from playbook.interaction.follow_rows import FollowRow, of_kind
from playbook.interaction.following import following
from playbook.interaction.held import unlike_stances
from playbook.interaction.kinds import FOLLOWS, followed_said
from playbook.interaction.listing import candidate_named, read_in_the_end, read_now, unlisted
from playbook.interaction.plan import MOST_FOLLOWS, Chosen, InteractionPlan, Routine
from playbook.interaction.routine_form import RoutineForm
from playbook.language import Text, join
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

NAME = 80  # characters of an account


class FollowsPlanner(Planner[InteractionPlan]):
    """Choose accounts of one kind at a time, and settle the routine."""

    def __init__(self, desk: Desk[InteractionPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least, self._showing = asked.least, False
        self.routine = RoutineForm(self._routine)
        self.kind = widgets.Dropdown(
            options=[(str(entry.name), kind) for kind, entry in FOLLOWS.items()],
            description=str(words.CANDIDATES),
            style={"description_width": "initial"},
            layout=fitting(),
        )
        self.rows: dict[str, FollowRow] = {}  # by account, of every kind that was looked at
        self._open, self._sums = widgets.VBox(), widgets.HTML()
        self.add = widgets.Text(
            description=str(words.ADD), placeholder=str(words.ADD_ASKS), continuous_update=False,
            style={"description_width": "initial"}, layout=fitting(),
        )  # fmt: skip
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "follows")
        missing = (
            f'<p class="planner-notice">{escape(str(words.NO_CANDIDATES))}</p>' if known.candidates is None else ""
        )
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(dates.of_candidates(known)))}</p>')
        left = [self.routine, widgets.HTML(missing), self.kind, self._open, self.add, bar]
        body = beside(left, [self._sums, self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)
        self.kind.observe(self._kind_chosen, "value")
        self.add.observe(self._added, "value")

    # ---- what is changed

    def _kind_chosen(self, _: object) -> None:
        if not self._showing:
            self._refresh()

    def _routine(self, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        def update(plan: InteractionPlan) -> InteractionPlan:
            routine = Routine.model_validate(plan.routine.model_dump() | {field: value})
            return plan.model_copy(update={"routine": routine})

        self._change(update)

    def _follow(self, kind: str, account: str, followed: bool) -> None:
        def update(plan: InteractionPlan) -> InteractionPlan:
            others = [each for each in plan.follows if each.account != account]
            fresh = [Chosen(account=account, kind=kind)] if followed else []
            return plan.model_copy(update={"follows": [*others, *fresh][:MOST_FOLLOWS]})

        self._change(update)

    def _say(self, account: str, why: str) -> None:
        def update(plan: InteractionPlan) -> InteractionPlan:
            follows = [
                each.model_copy(update={"why": why}) if each.account == account else each for each in plan.follows
            ]
            return plan.model_copy(update={"follows": follows})

        self._change(update, step=f"why/{account}")

    def _added(self, change: dict[str, Any]) -> None:
        """Follow an account by its name: a candidate as what it is, any other as one of the kind that is shown.

        An account of our own is not followed, and a sentence says so.
        """
        signs = (sign for sign in change["new"] if sign.isprintable() and sign != "/")  # what an id may hold
        name = "".join(signs).strip().removeprefix("@").strip()[:NAME]
        self.add.value = ""
        if name in {each.name for each in self.facts.company.accounts}:
            self._note.value = f'<p class="planner-note">{escape(str(words.OURS.format(name=name)))}</p>'
            return
        account, kind = candidate_named(self.facts, name) or (name, self.kind.value)
        if not account or account in {each.account for each in self.plan.follows}:
            return
        self.kind.value = kind
        self._follow(kind, account, followed=True)

    def _restored(self, plan: InteractionPlan) -> InteractionPlan:
        """Give back the list and the routine; all else of the plan stays."""
        return self.plan.model_copy(update={"follows": plan.follows, "routine": plan.routine})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        return [*following(self.plan, self.facts), *unlike_stances(self.plan)]

    def _clear(self) -> Text:
        if not self.plan.follows and self.plan.routine == Routine():
            return words.NO_FOLLOWS
        missing = self._least - len(self.plan.follows)
        return NOTHING_FOUND if missing <= 0 else words.FOLLOWS_SO_FAR.format(missing=missing)

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beside the list
        self._showing = True
        counts = Counter(each.kind for each in self.plan.follows)
        chosen, options = self.kind.value, tuple((self._line(kind, counts), kind) for kind in FOLLOWS)
        if tuple(self.kind.options) != options:
            self.kind.options = options
            self.kind.value = chosen
        self._showing = False
        self.routine.show(self.plan.routine)
        followed = {each.account: each for each in self.plan.follows}
        shown = of_kind(self.plan, self.facts, chosen)
        for account, facts in shown.items():
            if account not in self.rows:
                self.rows[account] = FollowRow(account, facts, self.facts, partial(self._follow, chosen), self._say)
            self.rows[account].show(followed.get(account))
        rows = tuple(self.rows[account] for account in shown)
        if self._open.children != rows:
            self._open.children = rows
        said = "".join(f'<p class="planner-count">{escape(str(each))}</p>' for each in self._figures(counts))
        self._sums.value = STYLE + said
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future

    def _line(self, kind: str, counts: Counter[str]) -> str:
        return str(
            words.BY_KIND.format(kind=followed_said(kind), count=counts[kind]) if counts[kind] else followed_said(kind)
        )

    def _figures(self, counts: Counter[str]) -> list[Text]:
        """Return how many are chosen of each kind, what reading takes, and what it takes before the list is tidied."""
        now = read_now(self.plan, self.facts)
        kinds = [words.BY_KIND.format(kind=followed_said(kind), count=count) for kind, count in counts.items() if kind]
        lines = [join(kinds)] if kinds else []
        if math.isnan(now):
            return lines
        lines.append(words.CHOSEN.format(count=len(self.plan.follows), minutes=now))
        if extra := unlisted(self.plan, self.facts):
            lines.append(words.UNLISTED.format(count=extra, each=minutes_each(self.facts)))
        if self.plan.routine.follows_a_day:
            lines.append(
                (words.IN_THE_END if self.plan.routine.tidy_every else words.NEVER_TIDIED).format(
                    a_day=self.plan.routine.follows_a_day,
                    minutes=read_in_the_end(self.plan, self.facts),
                    reading=self.plan.routine.reading,
                )
            )
        return lines
