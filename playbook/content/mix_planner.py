"""The planner of the mix: the columns, and each account’s share of them on sliders that keep their sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.content import words
from playbook.content.column_rows import ColumnRows
from playbook.content.kinds import KINDS
from playbook.content.plan import WHOLE, ContentPlan, Mix
from playbook.content.queue_review import queue_findings
from playbook.content.review import review_account
from playbook.content.sliders import posts_said, rebalance, spread
from playbook.content.sums import title, today
from playbook.facts import Facts
from playbook.figures import MAIN
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner

LABEL = {"description_width": "initial"}  # as wide as its words
LONGEST = 2000  # characters of a reason


class MixPlanner(Planner[ContentPlan]):
    """Set the company’s columns, and for one account at a time what share of its posts each has."""

    def __init__(self, desk: Desk[ContentPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least
        shown = asked.accounts or tuple(each.id for each in known.company.accounts)
        first = known.main if known.main in shown else shown[0]
        self.account = widgets.Dropdown(
            options=[(f"@{known.company.account(each).name}", each) for each in shown],
            value=first,
            description=str(words.ACCOUNT),
            style=LABEL,
        )
        self.posts = widgets.BoundedIntText(
            min=1, max=500, description=str(words.POSTS_A_WEEK), style=LABEL, layout=widgets.Layout(width="11em")
        )
        self.spread = widgets.Button(layout=widgets.Layout(width="auto"))
        self.why = widgets.Textarea(placeholder=str(words.WHY_MIX_HELP), rows=3, layout=widgets.Layout(width="auto"))
        self.sliders: dict[str, ShareSlider] = {}
        # A slider on its way: which one, beside which locked ones, from what, and how far it has come.
        self._begun: tuple[tuple[str, frozenset[str]], dict[str, int], dict[str, int]] | None = None
        self._head, self._sum, self._today, self._why_head = (widgets.HTML() for _ in range(4))
        self._shares = widgets.VBox()
        self.columns = ColumnRows(desk.plan, self._columns_changed)
        self._stances = StancePlanner(desk, known, asked.stances, first) if asked.stances else None
        self._showing = False
        super().__init__(desk, known, "mix")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        back, again = (widgets.Button(description=str(each)) for each in (words.UNDO, words.REDO))
        back.on_click(lambda _: self.undo())
        again.on_click(lambda _: self.redo())
        wrapped = widgets.Layout(flex_flow="row wrap")
        choices = widgets.HBox([self.account, self.posts, back, again], layout=wrapped)
        mix = widgets.VBox(
            [self._head, self._shares, self._sum, self.spread, self._today],
            layout=widgets.Layout(flex="1 1 340px", min_width="0", max_width="34em"),
        )
        beside = widgets.VBox(
            [self._findings, self._why_head, self.why, self._note],
            layout=widgets.Layout(flex="1 1 260px", min_width="240px", padding="0 0 0 12px"),
        )
        body = widgets.HBox([mix, beside], layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        self.children = (choices, self.columns, body, *([self._stances] if self._stances else []), whose)

    def _listen(self) -> None:
        self.account.observe(self._account_chosen, "value")
        self.posts.observe(lambda change: self._put(posts_a_week=change["new"]), "value")
        self.why.observe(lambda change: self._put(why=change["new"][:LONGEST]), "value")
        self.spread.on_click(lambda _: self._change(lambda plan: self._shared(plan, spread)))

    def _account_chosen(self, change: dict[str, Any]) -> None:
        self._begun = None
        if self._stances:
            self._stances.look_at(change["new"])
        self._refresh()

    @property
    def _locked(self) -> frozenset[str]:
        return frozenset(name for name, slider in self.sliders.items() if slider.lock.value)

    def _slid(self, column: str, to: int) -> None:
        """Move a share. As long as the same slider moves, the others are reckoned from where they were at first."""
        if self._showing:
            return
        now = self._shares_of(self._desk.latest())
        on_its_way = self._begun is not None and self._begun[0] == (column, self._locked) and self._begun[2] == now
        before = self._begun[1] if self._begun and on_its_way else now
        shares = rebalance(before, column, to, self._locked)
        stopped = self._stopped(column, now, shares) if shares[column] != to else None
        self._begun = ((column, self._locked), before, shares)
        self._change(lambda plan: self._shared(plan, lambda *_: shares), remember=not on_its_way)
        self._refresh()  # where the share stops short of the slider, the slider comes back
        if stopped:
            self._note.value = f'<p class="planner-notice" role="status">{escape(str(stopped))}</p>'

    def _stopped(self, column: str, before: dict[str, int], shares: dict[str, int]) -> Text | None:
        """Say why a share is not what it was moved to: locked ones leave no more room, or nothing else can give way."""
        others = shares.keys() - {column}
        locked = others & self._locked
        if not locked:
            return None
        if others == locked and shares[column] == before[column]:
            return words.ALL_LOCKED
        return words.STOPPED.format(locked=sum(shares[each] for each in locked), most=shares[column])

    def _columns_changed(self, update: Callable[[ContentPlan], ContentPlan], place: str) -> None:
        self._begun = None
        self._change(update, step=place)

    def _shared(
        self, plan: ContentPlan, share: Callable[[dict[str, int], frozenset[str]], dict[str, int]]
    ) -> ContentPlan:
        return self._with(plan, shares=share(self._shares_of(plan), self._locked))

    def _put(self, **changes: object) -> None:
        if not self._showing:
            self._change(lambda plan: self._with(plan, **changes), remember=False)

    def _with(self, plan: ContentPlan, **changes: object) -> ContentPlan:
        """Return the plan with the account’s mix changed; what is not decided for it yet begins as an empty mix."""
        account = self.account.value
        mix = (plan.mix(account) or Mix(account=account)).model_copy(update=changes)
        if plan.mix(account) is None:
            return plan.model_copy(update={"mixes": [*plan.mixes, mix]})
        return plan.model_copy(update={"mixes": [mix if each.account == account else each for each in plan.mixes]})

    def _shares_of(self, plan: ContentPlan) -> dict[str, int]:
        """Return the account’s share of every column; a share of a column that is gone stays to be seen."""
        mix = plan.mix(self.account.value)
        return dict.fromkeys((each.id for each in plan.columns), 0) | (mix.shares if mix else {})

    def _restored(self, plan: ContentPlan) -> ContentPlan:
        """Give back columns and shares; reasons, posts a week and the drafts are left as they are."""
        mixes = [
            each.model_copy(update={"why": now.why, "posts_a_week": now.posts_a_week})
            if (now := self.plan.mix(each.account))
            else each
            for each in plan.mixes
        ]
        return self.plan.model_copy(update={"columns": plan.columns, "mixes": mixes})

    def _review(self) -> list[Finding]:
        """Return what concerns columns and mix; what is wrong with the queue stands beside the queue."""
        of_queue = list(queue_findings(self.plan, self.account.value, self.facts))
        found = review_account(self.plan, self.account.value, self.facts)
        return [each for each in found if each not in of_queue]

    def _clear(self) -> Text:
        if not self.plan.columns:
            return words.NO_COLUMNS
        mix, account = self.plan.mix(self.account.value), self.facts.company.account(self.account.value)
        if mix is None:
            return words.NO_MIX.format(name=account.name)
        missing = self._least - sum(share > 0 for share in mix.shares.values())
        return words.MIX_SO_FAR.format(missing=missing) if missing > 0 else NOTHING_FOUND

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand in the list beside
        self._showing = True
        mix = self.plan.mix(self.account.value) or Mix(account=self.account.value)
        shares = self._shares_of(self.plan)
        if list(self.sliders) != list(shares):
            self.sliders = {each: self.sliders.get(each) or self._slider(each) for each in shares}
            self._shares.children = tuple(self.sliders.values())
        for column in shares:
            self.sliders[column].show(self._name(column), shares[column], mix.posts_a_week)
        self.columns.show(self.plan)
        self.posts.value, self.why.value = mix.posts_a_week, mix.why
        name = escape(self.facts.company.account(self.account.value).name)
        self._head.value = f"<b>{words.MIX_HEAD.format(name=name)}</b>"
        self._why_head.value = f"<b>{words.WHY_MIX.format(name=name)}</b>"
        self._today.value = self._today_html(name)
        self._show_sum(sum(shares.values()))
        self._showing = False

    def _show_sum(self, total: int) -> None:
        said = words.SHORT_SUM if total < WHOLE else words.OVER_SUM if total > WHOLE else words.WHOLE_SUM
        kind = "planner-clear" if total == WHOLE else "planner-notice"
        told = escape(str(said.format(total=total, rest=abs(WHOLE - total))))
        self._sum.value = f'<p class="{kind}" role="status"><b>{told}</b></p>' if self.sliders else ""
        self.spread.description = str(words.SPREAD if total else words.EVENLY)
        self.spread.layout.display = "none" if total == WHOLE or not self.sliders else None

    def _slider(self, column: str) -> ShareSlider:
        return ShareSlider(partial(self._slid, column))

    def _name(self, column: str) -> str:
        known = next((each for each in self.plan.columns if each.id == column), None)
        if known is None:
            return str(words.GONE.format(id=column))
        said = title(self.plan, column)
        return str(said if known.name.strip() else words.UNNAMED.format(column=said))

    def _today_html(self, name: str) -> str:
        shares = today(self.facts, self.account.value)
        if not shares:
            return ""
        rows = "".join(
            f"<tr><th>{escape(str(KINDS[kind].name) if kind in KINDS else kind)}</th>"
            f'<td style="width:10em"><div style="background:{MAIN};height:.7em;width:{share:.0f}%"></div></td>'
            f"<td>{share:.0f}%</td></tr>"
            for kind, share in shares.items()
        )
        return f'<b>{words.TODAY.format(name=name)}</b><table class="planner-reasons">{rows}</table>'


class ShareSlider(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """One column’s share: its name, a slider in per cent, a lock, and how many posts that makes."""

    def __init__(self, slid: Callable[[int], None]) -> None:
        self.share = widgets.IntSlider(min=0, max=WHOLE, layout=widgets.Layout(flex="1 1 180px", width="auto"))
        self.lock = widgets.ToggleButton(tooltip=str(words.LOCK_HELP), layout=widgets.Layout(width="6em"))
        self._name = widgets.HTML()
        self.share.observe(lambda change: slid(change["new"]), "value")
        self.lock.observe(lambda _: self._show_lock(), "value")
        self._show_lock()
        super().__init__([self._name, widgets.HBox([self.share, self.lock])], layout=widgets.Layout(margin="0 0 4px 0"))

    def show(self, name: str, share: int, posts_a_week: int) -> None:
        """Show a share (in %) of so many posts a week."""
        self.share.tooltip = name  # what a screen reader calls it: the name above is no label
        self.share.value = share
        said = escape(str(posts_said(share, posts_a_week)))
        self._name.value = f'{escape(name)} <span class="planner-source">{said}</span>'

    def _show_lock(self) -> None:
        locked = self.lock.value
        self.lock.description, self.lock.icon = str(words.LOCKED if locked else words.LOCK), "lock" if locked else ""
        self.share.disabled = locked
