"""Where the sources disagree: the question, who says what, what our own data say, and what we decide, with why."""

from __future__ import annotations

from html import escape
from typing import Any, TypeVar

import ipywidgets as widgets

from playbook.conflicts import Conflict, conflicts
from playbook.controls import fitting
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.planners import STYLE, Desk, Planner, open_planner
from playbook.rules import Finding
from playbook.stances import Stance, StancePlan, seen_of

S = TypeVar("S", bound=StancePlan)
LONGEST = 2000  # characters of a reason
TOPIC = Text("立场", "Stances")
OPEN = Text("还没有定", "not decided yet")
DATA = Text("@{name}：", "@{name}: ")
WHOLE = Text("{name}的 {count} 个账号：", "All {count} accounts of {name}: ")
SEEN = Text("定下时看到的是：", "When you decided, the data said: ")
WHY = Text("为什么这样定？什么时候回头再看？", "Why this one? When will you look again?")
CHOOSE_FIRST = Text("先在上面选一种，这句理由才会存下。", "Choose a stance above; only then is this reason saved.")
TAKEN = Text("已定 {taken}/{all}", "{taken} of {all} decided")


class StancePlanner(Planner[S]):
    """Take stances, one topic at a time. `account` is whose data are shown; of one topic there is nothing to choose."""

    def __init__(
        self, desk: Desk[S], known: Facts, topics: tuple[str, ...], account: str, view: str = "stances"
    ) -> None:
        self._account = account
        self._showing = False
        self._drafts: dict[str, str] = {}  # reasons written for what is not decided, by topic
        self.topic = widgets.Dropdown(
            options=[(str(conflicts()[each].question), each) for each in topics],
            description=str(TOPIC),
            style={"description_width": "initial"},
            layout=fitting(display="none" if len(topics) == 1 else None),
        )
        self.choice = widgets.RadioButtons(options=[], layout=widgets.Layout(width="100%"))
        self.why = widgets.Textarea(
            placeholder=str(WHY), rows=2, continuous_update=False, layout=widgets.Layout(width="auto")
        )
        self._question, self._data = widgets.HTML(), widgets.HTML()
        super().__init__(desk, known, view)
        parts = [self.topic, self._question, self.choice, self._data, self.why, self._note]
        self.children = tuple(parts)
        self.topic.observe(lambda _: self._refresh(), "value")
        self.choice.observe(self._chosen, "value")
        self.why.observe(self._typed, "value")

    def look_at(self, account: str) -> None:
        """Show the data of another account."""
        self._account = account
        self._refresh()

    def _chosen(self, change: dict[str, Any]) -> None:
        """Keep the position with what the data say at this moment; a reason already written stays."""
        if self._showing:
            return
        topic = self.topic.value
        before = self.plan.stances.get(topic)
        why = before.why if before else self._drafts.get(topic, self.why.value)
        if not change["new"]:
            self._drafts[topic] = why
            self._change(lambda plan: _without(plan, topic))
            return
        seen = seen_of(self._conflict.evidence(self.facts, self._account))
        stance = Stance(position=change["new"], seen=seen, why=why[:LONGEST])
        self._change(lambda plan: plan.model_copy(update={"stances": plan.stances | {topic: stance}}))

    def _typed(self, change: dict[str, Any]) -> None:
        topic, written = self.topic.value, change["new"][:LONGEST]
        if self._showing:
            return
        if topic not in self.plan.stances:
            self._drafts[topic] = written
            self._note.value = f'<p class="planner-notice">{escape(str(CHOOSE_FIRST))}</p>' if written else ""
            return

        def update(plan: S) -> S:
            stance = plan.stances[topic].model_copy(update={"why": written})
            return plan.model_copy(update={"stances": plan.stances | {topic: stance}})

        self._change(update, remember=False)

    @property
    def _conflict(self) -> Conflict:
        return conflicts()[self.topic.value]

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - what is wrong stands beside the plan itself
        conflict, stance = self._conflict, self.plan.stances.get(self.topic.value)
        taken = self.plan.position(self.topic.value)
        self._showing = True
        every = [each for _, each in self.topic.options]
        self.topic.options = [(self._line(each), each) for each in every]
        self.topic.value = conflict.id
        self._question.value = f"{STYLE}<b>{escape(str(conflict.question))}</b>{self._count(every)}"
        options = [(str(each.named), name) for name, each in conflict.positions.items()]
        self.choice.options = [*options, (str(OPEN), "")]
        self.choice.value = taken.id if taken else ""
        self.why.value = stance.why if stance else self._drafts.get(conflict.id, "")
        self._data.value = self._evidence_html(stance)
        self._showing = False

    def _line(self, topic: str) -> str:
        taken = self.plan.position(topic)
        return f"{'✓ ' if taken else ''}{conflicts()[topic].question}"

    def _count(self, topics: list[str]) -> str:
        taken = sum(self.plan.position(each) is not None for each in topics)
        said = TAKEN.format(taken=taken, all=len(topics))
        return f' <span class="planner-source">{escape(str(said))}</span>' if len(topics) > 1 else ""

    def _evidence_html(self, stance: Stance | None) -> str:
        evidence = self._conflict.evidence(self.facts, self._account)
        said, lines = evidence.said, [self._whose(whole=evidence.whole) + evidence.said]
        if stance and stance.seen and stance.seen.text != said:
            lines.append(SEEN + stance.seen.text)
        return "".join(f'<p class="planner-mend">{escape(str(each))}</p>' for each in lines)

    def _whose(self, *, whole: bool) -> Text:
        """Say whose data are spoken of: all accounts of the company, or the one that is looked at."""
        company = self.facts.company
        if whole and len(company.accounts) > 1:
            return WHOLE.format(name=company.name, count=len(company.accounts))
        return DATA.format(name=company.account(self._account).name)


def _without(plan: S, topic: str) -> S:
    return plan.model_copy(update={"stances": {name: each for name, each in plan.stances.items() if name != topic}})


def topics_to_decide(system: str) -> tuple[str, ...]:
    """Return the conflicts of a system that a company decides."""
    return tuple(each.id for each in conflicts().values() if each.system == system and each.decided == "stance")


def decide_in(kind: type[S], topic: str, known: Facts | None = None) -> Planner[S]:
    """Ask for the stance on one topic; it goes into the plan of this kind."""
    bearing = known or present_facts()
    return open_planner(kind, kind, lambda desk: StancePlanner(desk, bearing, (topic,), bearing.main, view=topic))
