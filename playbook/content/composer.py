"""The composer of one draft: its text with length, fold and findings as one types, its ticks, and a person’s marks."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from playbook import microblog
from playbook.company import Company
from playbook.content import words
from playbook.content.calendar.fields import MOST_LINE, MOST_NOTES, MOST_TEXT
from playbook.content.draft import ORIGINS, STATUSES, Draft
from playbook.content.handed import gloss_of
from playbook.content.plan import ContentPlan
from playbook.content.reading import elements, is_readable
from playbook.content.rubric import dimensions
from playbook.content.sums import title
from playbook.controls import fitting
from playbook.language import Text, join
from playbook.planners import findings_html
from playbook.rules import Finding
from playbook.shown import visible

Put = Callable[[str, object, bool], None]  # a field of the draft, its new value, and whether it is typed
LABEL = {"description_width": "initial"}  # as wide as its words
TAIL = 10  # characters of the fold that are shown
OPEN = -1  # a mark that nobody has given; a list shows no words for None
PASSED = ("approved", "published")


class Composer(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls of one draft; `put` receives every change at once."""

    def __init__(self, company: Company, put: Put) -> None:
        self._company, self._put, self._showing = company, put, False
        self._glosses: dict[str, str] = {}  # of the sample’s drafts by id, kept while they are being mended
        self.text = widgets.Textarea(placeholder=str(words.WRITE), rows=7, layout=widgets.Layout(width="auto"))
        self.ticks = {
            name: widgets.Checkbox(description=str(said), indent=False, layout=widgets.Layout(width="auto"))
            for name, said in words.TICKS.items()
        }
        self.column = _list(words.COLUMN, [])
        self.status = _list(words.STATUS, [(str(said), key) for key, said in STATUSES.items()])
        self.owner = _list(words.OWNER, [])
        self.origin = _list(words.ORIGIN, [(str(said), key) for key, said in ORIGINS.items()])
        self.source, self.event, self.notes = (
            widgets.Text(placeholder=str(said), layout=widgets.Layout(width="auto"))
            for said in (words.SOURCE, words.EVENT, words.NOTES)
        )
        self.scores = Scores(put)
        self.said, self.findings = widgets.HTML(), widgets.HTML()
        super().__init__(self._laid_out())
        self._listen()

    def _laid_out(self) -> list[widgets.Widget]:
        """Put the findings beside the text, on a phone right beneath it; all else comes after."""
        wrapped = widgets.Layout(flex_flow="row wrap")
        writing = widgets.VBox([self.text, self.said], layout=widgets.Layout(flex="1 1 340px", min_width="0"))
        beside = widgets.VBox(
            [self.findings], layout=widgets.Layout(flex="1 1 280px", min_width="240px", padding="0 0 0 12px")
        )
        body = widgets.HBox([writing, beside], layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        ticks = widgets.HBox(list(self.ticks.values()), layout=widgets.Layout(flex_flow="row wrap", grid_gap="0 14px"))
        lists = widgets.HBox([self.column, self.status, self.owner, self.origin], layout=wrapped)
        return [body, ticks, lists, self.source, self.event, self.notes, self.scores]

    def _listen(self) -> None:
        typed = {"text": (self.text, MOST_TEXT), "source": (self.source, MOST_LINE), "event": (self.event, MOST_LINE)}
        for name, (field, most) in (typed | {"notes": (self.notes, MOST_NOTES)}).items():
            field.observe(lambda new, name=name, most=most: self._changed(name, new["new"][:most], True), "value")
        chosen = {"column": self.column, "status": self.status, "owner": self.owner, "origin": self.origin}
        for name, field in (chosen | self.ticks).items():
            field.observe(lambda new, name=name: self._changed(name, new["new"], False), "value")

    def _changed(self, name: str, value: object, typed: bool) -> None:
        if not self._showing:
            self._put(name, value, typed)

    def show(self, draft: Draft, plan: ContentPlan, findings: list[Finding]) -> None:
        """Show a draft and what is found in its text; a control that says the same already is left alone."""
        self._showing = True
        for name, tick in self.ticks.items():
            tick.value = getattr(draft, name)
        for field, name in ((self.text, "text"), (self.source, "source"), (self.event, "event"), (self.notes, "notes")):
            field.value = getattr(draft, name)
        columns = {each.id: str(title(plan, each.id)) for each in plan.columns}
        gone = {} if draft.column in {"", *columns} else {draft.column: str(words.GONE.format(id=draft.column))}
        _offer(self.column, {"": str(words.NO_COLUMN)} | columns | gone, draft.column)
        people = {each.id: each.name for each in self._company.people}
        stranger = {} if draft.owner in {"", *people} else {draft.owner: draft.owner}
        _offer(self.owner, {"": str(words.NO_OWNER)} | people | stranger, draft.owner)
        self.status.value, self.origin.value = draft.status, draft.origin
        self.source.layout.display = "none" if draft.origin == "own" and not draft.source else None
        self.scores.show(draft)
        self.said.value = f'<p class="planner-source">{escape(str(how_it_reads(draft)))}</p>' + self._gloss(draft)
        self.findings.value = _findings(draft, findings)
        self._showing = False

    def _gloss(self, draft: Draft) -> str:
        """Return what a draft of the sample said when it was handed over, for who reads English."""
        self._glosses[draft.id] = gloss_of(draft.text) or self._glosses.get(draft.id, "")
        said = str(words.HANDED.format(said=self._glosses[draft.id])) if self._glosses[draft.id] else ""
        return f'<p class="planner-source">{escape(said)}</p>' if said else ""


class Scores(widgets.Accordion):  # type: ignore[misc]  # ipywidgets has no types
    """A person’s marks, 0 to 2 on four qualities, with what each mark means in words."""

    def __init__(self, put: Put) -> None:
        self._score: dict[str, int] = {}
        self._showing = False
        self.marks: dict[str, widgets.Dropdown] = {}
        self._put = put
        rows = []
        for quality in dimensions():
            key = quality.key
            levels = [
                (str(words.LEVEL.format(score=score, words=level.says)), score)
                for score, level in enumerate(quality.levels)
            ]
            self.marks[key] = _list(quality.name, [(str(words.UNSCORED), OPEN), *levels])
            self.marks[key].observe(lambda new, key=key: self._marked(key, new["new"]), "value")
            rows.append(self.marks[key])
        super().__init__([widgets.VBox(rows)], selected_index=None)

    def show(self, draft: Draft) -> None:
        """Show the marks of a draft."""
        self._showing = True
        self._score = dict(draft.score)
        for key, mark in self.marks.items():
            mark.value = draft.score.get(key, OPEN)
        total = sum(draft.score.get(key, 0) for key in self.marks)
        self.titles = (str(words.SCORE.format(total=total)),)
        self._showing = False

    def _marked(self, key: str, score: int) -> None:
        if self._showing:
            return
        others = {name: each for name, each in self._score.items() if name != key}
        self._put("score", others if score == OPEN else others | {key: score}, False)


def how_it_reads(draft: Draft) -> Text:
    """Say a draft’s length as Weibo counts, where a list would fold it, and the elements it uses."""
    said = words.LENGTH.format(length=microblog.length(draft.text), limit=microblog.LIMIT)
    shown = microblog.hook(draft.text)
    if shown == draft.text:
        said += words.WHOLE_SHOWN
    else:
        said += words.FOLDED.format(tail=visible(shown[-TAIL:]))
    there = elements(draft)
    used = [said for each, said in words.ELEMENTS.items() if each in there]
    return said + words.USED.format(elements=join(used)) if used else said


def _findings(draft: Draft, findings: list[Finding]) -> str:
    """Return what is found in a draft; a status that says it has passed although something is found is told first."""
    clear = words.DRAFT_CLEAR if draft.text.strip() else words.DRAFT_EMPTY
    if not is_readable(draft.text):
        return f'<b>{escape(str(words.IN_DRAFT))}</b><p class="planner-notice">{escape(str(words.NOT_READ))}</p>'
    shown = findings_html(findings if draft.text.strip() else [], clear)
    passed = findings and draft.text.strip() and draft.status in PASSED
    told = words.PASSED_WITH.format(status=STATUSES[draft.status], count=len(findings)) if passed else None
    notice = f'<p class="planner-notice" role="status">{escape(str(told))}</p>' if told else ""
    return f"<b>{escape(str(words.IN_DRAFT))}</b>{notice}{shown}"


def _list(said: Text, options: list[tuple[str, object]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=options, description=str(said), style=LABEL, layout=fitting())


def _offer(field: widgets.Dropdown, options: dict[str, str], value: str) -> None:
    """Offer options (by value) and choose one; what is offered already is left alone."""
    wanted = tuple((said, key) for key, said in options.items())
    if tuple(field.options) != wanted:
        with field.hold_sync():
            field.options = wanted
            field.value = value
    field.value = value
