"""The planner of the queue: an account’s drafts in their order, and the composer of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import ipywidgets as widgets

from playbook import microblog
from playbook.content import words
from playbook.content.composer import Composer
from playbook.content.draft import STATUSES, Draft
from playbook.content.handed import handed_over
from playbook.content.plan import ContentPlan
from playbook.content.queue import MOST, fresh_id, moved
from playbook.content.queue_review import queue_findings
from playbook.content.reading import review_text
from playbook.content.sums import title
from playbook.facts import Facts
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.shown import cut

LABEL = {"description_width": "initial"}  # as wide as its words
FIRST_WORDS = 14  # characters of a text in the list
LIST = "content-queue"
STYLE = f"""<style>
.{LIST} {{ height: auto; max-height: 15em; overflow-y: auto; }}
.{LIST} label {{ display: flex; gap: .5em; height: auto; padding: 2px 0; line-height: 1.45; white-space: normal;
  overflow-wrap: anywhere; }}
.{LIST} label input {{ order: -1; flex: none; align-self: flex-start; float: none; height: auto;
  margin: .25em 0 0 1px; }}
</style>"""
TYPED = ("text", "source", "event", "notes")


class QueuePlanner(Planner[ContentPlan]):
    """Write the drafts of one account at a time, and put them in order."""

    def __init__(self, desk: Desk[ContentPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least, self._asked = asked.least, asked
        shown = asked.accounts or tuple(each.id for each in known.company.accounts)
        self.account = widgets.Dropdown(
            options=[(f"@{known.company.account(each).name}", each) for each in shown],
            value=known.main if known.main in shown else shown[0],
            description=str(words.ACCOUNT),
            style=LABEL,
        )
        self.list = widgets.RadioButtons(options=[], layout=widgets.Layout(width="auto"))
        self.list.add_class(LIST)
        self.buttons = {
            name: widgets.Button(description=str(said), layout=widgets.Layout(width="auto"))
            for name, said in {
                "add": words.ADD_DRAFT,
                "up": words.UP,
                "down": words.DOWN,
                "remove": words.REMOVE,
                "undo": words.UNDO,
                "redo": words.REDO,
            }.items()
        }
        self.take_in = widgets.Button(layout=widgets.Layout(width="auto"), button_style="primary")
        self._composers: dict[str, Composer] = {}  # by draft: what is typed late still lands where it was typed
        self._open = widgets.VBox()
        self._head, self._of_queue = widgets.HTML(), widgets.HTML()
        self._read: dict[str, tuple[Draft, list[Finding]]] = {}  # what was found in each draft, as it was then
        self._order: tuple[str, ...] = tuple(each.id for each in desk.plan.queue)
        self._showing = False
        super().__init__(desk, known, "queue")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        wrapped = widgets.Layout(flex_flow="row wrap")
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        self._of_queue.value = f"<b>{escape(str(words.IN_QUEUE))}</b>"
        self.children = (
            self.account,
            self._head,
            *([self.take_in] if self._asked.handed else []),
            self.list,
            widgets.HBox(list(self.buttons.values()), layout=wrapped),
            self._open,
            self._note,
            self._of_queue,
            self._findings,
            whose,
        )

    def _listen(self) -> None:
        self.take_in.on_click(lambda _: self.take_over())
        self.account.observe(lambda _: self._refresh(), "value")
        self.list.observe(lambda _: self._choose(), "value")
        moves: dict[str, Callable[[], None]] = {
            "add": self.add,
            "up": lambda: self.move(-1),
            "down": lambda: self.move(1),
            "remove": self.remove,
            "undo": self.undo,
            "redo": self.redo,
        }
        for name, move in moves.items():
            self.buttons[name].on_click(lambda _, move=move: move())

    @property
    def chosen(self) -> Draft | None:
        """Return the draft in the composer; None if the account has none."""
        return next((each for each in self.plan.of(self.account.value) if each.id == self.list.value), None)

    @property
    def composer(self) -> Composer:
        """Return the composer of the chosen draft; each draft has one of its own."""
        name = self.chosen.id if self.chosen else ""
        if name not in self._composers:
            self._composers[name] = Composer(self.facts.company, partial(self._put, name))
        return self._composers[name]

    def add(self) -> None:
        """Add an empty draft at the end of the account’s and open it."""
        if len(self._desk.latest().queue) >= MOST:
            self._note.value = f'<p class="planner-notice">{escape(str(words.FULL.format(most=MOST)))}</p>'
            return
        fresh = Draft(id=fresh_id({each.id for each in self.plan.queue}), account=self.account.value, status="idea")
        self._reorder(lambda queue: [*queue, fresh])
        self.list.value = fresh.id

    def take_over(self) -> None:
        """Put the drafts that colleagues hand over at the end of the queue, each once."""
        fresh = self._handed(self._desk.latest())
        if fresh:
            self._reorder(lambda queue: [*queue, *fresh][:MOST])
            self.list.value = fresh[0].id if fresh[0].account == self.account.value else self.list.value

    def _handed(self, plan: ContentPlan) -> list[Draft]:
        asked, account = self._asked, self.account.value
        return handed_over(plan, asked.handed, self.facts.company, account, mended=asked.mended)

    def remove(self) -> None:
        """Take the chosen draft out of the queue and open its neighbour."""
        if gone := self.chosen:
            own = [each.id for each in self.plan.of(self.account.value)]
            at = own.index(gone.id)
            self._reorder(lambda queue: [each for each in queue if each.id != gone.id])
            left = [each for each in own if each != gone.id]
            if left:
                self.list.value = left[min(at, len(left) - 1)]

    def move(self, by: int) -> None:
        """Move the chosen draft up (negative) or down among the account’s."""
        if chosen := self.chosen:
            self._reorder(lambda queue: moved(queue, chosen.id, by))

    def _reorder(self, order: Callable[[list[Draft]], list[Draft]]) -> None:
        def update(plan: ContentPlan) -> ContentPlan:
            queue = order(plan.queue)
            self._order = tuple(each.id for each in queue)
            return plan.model_copy(update={"queue": queue})

        self._change(update)

    def _put(self, draft: str, name: str, value: object, typed: bool) -> None:
        def update(plan: ContentPlan) -> ContentPlan:
            queue = [each.model_copy(update={name: value}) if each.id == draft else each for each in plan.queue]
            return plan.model_copy(update={"queue": queue})

        self._change(update, remember=not typed)

    def _restored(self, plan: ContentPlan) -> ContentPlan:
        """Give back the drafts, their order, ticks and status; what is typed since stays, and so does all else."""
        now = {each.id: each for each in self.plan.queue}
        queue = [
            each.model_copy(update={name: getattr(now[each.id], name) for name in TYPED}) if each.id in now else each
            for each in plan.queue
        ]
        self._order = tuple(each.id for each in queue)
        return self.plan.model_copy(update={"queue": queue})

    def _review(self) -> list[Finding]:
        return list(queue_findings(self.plan, self.account.value, self.facts))

    def _clear(self) -> Text:
        count = len(self.plan.of(self.account.value))
        if count == 0:
            return words.NO_DRAFTS
        return NOTHING_FOUND if count >= self._least else words.QUEUE_SO_FAR.format(missing=self._least - count)

    def _choose(self) -> None:
        if not self._showing:
            self._show_chosen()

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beneath the list
        order = tuple(each.id for each in self.plan.queue)
        if order != self._order:  # a file or another page has changed the queue: what was before is not to come back
            self._order = order
            self._past.clear()
            self._future.clear()
        drafts = self.plan.of(self.account.value)
        options = tuple((self._line(each), each.id) for each in drafts)
        keep = self.list.value if self.list.value in {each.id for each in drafts} else None
        value = keep or next((each.id for each in drafts), None)
        self._showing = True
        if tuple(self.list.options) != options:
            with self.list.hold_sync():
                self.list.options = options
                self.list.value = value
        self._showing = False
        name = self.facts.company.account(self.account.value).name
        left = len(self._handed(self.plan))
        self.take_in.description, self.take_in.disabled = str(words.TAKE_IN.format(count=left)), not left
        self._head.value = f"{STYLE}<b>{escape(str(words.QUEUE.format(name=name, count=len(drafts))))}</b>"
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._open.children = (self.composer,) if chosen else ()
        for name in ("up", "down", "remove"):
            self.buttons[name].disabled = chosen is None
        if chosen:
            self.composer.show(chosen, self.plan, self._found(chosen))

    def _found(self, draft: Draft) -> list[Finding]:
        """Return what is found in a draft’s text; a draft that has not changed is not read again."""
        before = self._read.get(draft.id)
        if before is None or before[0] != draft:
            before = self._read[draft.id] = (draft, review_text(draft, self.facts))
        return before[1]

    def _line(self, draft: Draft) -> str:
        """Return a draft as the list shows it; what is typed is cut and on one line."""
        columns = {each.id: str(title(self.plan, each.id)) for each in self.plan.columns}
        found = len(self._found(draft)) if draft.text.strip() else 0
        said = words.ENTRY.format(
            id=draft.id,
            status=STATUSES[draft.status],
            column=columns.get(draft.column, draft.column) or words.NO_COLUMN,
            words=cut(draft.text.strip(), FIRST_WORDS) or words.NO_WORDS,
            length=microblog.length(draft.text),
        )
        return str(said + words.FOUND_IN.format(count=found) if found else said)
