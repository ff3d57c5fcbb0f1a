"""The planner of pages: positioning and profile card, beside a sketch of what a visitor sees."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from playbook.controls import wide
from playbook.facts import Facts
from playbook.fields import Kind, Several, people
from playbook.image import words
from playbook.image.model_plan import page_plan
from playbook.image.parts import Look, Module, Page, Picture, Positioning, Slot, Tag
from playbook.image.plan import ImagePlan
from playbook.image.preview import preview
from playbook.image.sheet import Sheet
from playbook.image.store_page import store_page
from playbook.language import Text
from playbook.part_form import Fields, Section
from playbook.planners import ALL, NOTHING_FOUND, Asked, Desk
from playbook.rules import Finding

FORMS: dict[str, tuple[str, ...]] = {  # the plain fields of each section
    "face": ("nickname", "domain", "avatar", "colour", "cover", "bio", "pinned"),
    "proof": ("verified", "verified_as", "verified_on"),
    "ways": ("entry", "site", "modelled_on", "linked"),
    "check": ("checked_by", "checked_on"),
}
LISTS: dict[str, tuple[str, ...]] = {"found": ("tags", "slots"), "blocks": ("carousel", "modules"), "looks": ("looks",)}
KINDS: dict[str, Kind] = {
    "colour": words.COLOURS, "verified": words.VERIFIED, "verified_on": "date", "checked_on": "date", "bio": "text",
    "pinned": "text", "statement": "text", "decided_on": "date", "promoted_on": "date", "source": words.SOURCES,
    "until": "date", "theme": words.THEMES, "wrong": Several(words.QUESTIONS),
}  # fmt: skip
POSITIONING = (
    "statement", "brand", "trade", "products", "places", "promise", "decided_on", "promoted_on", "looks", "content",
    "tone", "campaigns",
)  # fmt: skip
PARTS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "tags": (Tag, ("word", "source")),
    "slots": (Slot, ("word", "topic", "why", "until")),
    "carousel": (Picture, ("theme", "says", "leads_to")),
    "modules": (Module, ("name", "holds")),
    "looks": (Look, ("by", "who", "what", "official", "wrong")),
}
SAYS = Text("上面写什么", "what it says")


class PagePlanner(Sheet):
    """Positioning and pages; one account's page is open."""

    OWN = ("positioning", "pages", "limits")
    VIEW = "page"

    def __init__(self, desk: Desk[ImagePlan], known: Facts, asked: Asked = ALL) -> None:
        accounts = [each for each in known.company.accounts if not asked.accounts or each.id in asked.accounts]
        self.account = widgets.Dropdown(
            options=[(f"@{each.name}", each.id) for each in accounts], description=str(words.WHICH), **wide("9em")
        )
        self.handed = widgets.Button(description=str(words.TAKE_STORE), layout={"width": "auto"})
        self.handed.layout.display = None if "store" in asked.handed else "none"
        self.handed.on_click(lambda _: self.take_over())
        super().__init__(desk, known, asked)
        self.account.observe(lambda _: self._refresh(), "value")

    def _above(self) -> list[widgets.Widget]:
        return [self.account, self.handed]

    def take_over(self) -> None:
        """Take the store’s page as it stands, with the sample’s positioning where none is written yet."""

        def update(plan: ImagePlan) -> ImagePlan:
            written = plan.positioning if plan.positioning != Positioning() else page_plan().positioning
            return plan.model_copy(update={"positioning": written}).with_page(store_page())

        self._change(update)
        self.account.value = "store"

    def _lay(self) -> dict[str, Section]:
        made: dict[str, list[widgets.Widget]] = {
            "positioning": [self._form("positioning", self._fields(POSITIONING))],
            **{name: [self._form(name, self._fields(fields))] for name, fields in FORMS.items() if name != "check"},
        }
        for name, lists in LISTS.items():
            made[name] = [self._list(each) for each in lists]
        made["looks"].append(self._form("check", self._fields(FORMS["check"])))
        made["limits"] = [
            self._form("limits", {each: (words.LABELS[each], 60) for each in ("name_least", "name_most")})
        ]
        order = ("positioning", "face", "proof", "found", "blocks", "ways", "looks", "limits")
        opened = {"positioning", "face"}
        return {name: Section(words.SECTIONS[name], made[name], opened=name in opened) for name in order}

    def _list(self, name: str) -> widgets.Widget:
        part, fields = PARTS[name]
        kinds: dict[str, Any] = dict(self._fields(fields))
        if name == "carousel":
            kinds["says"] = (SAYS, None)
        if name == "modules":
            kinds["name"] = (words.LABELS["name"], words.MODULES)
        return self._rows(name, part, kinds, words.ADDS[name])

    def _fields(self, names: tuple[str, ...]) -> Fields:
        kinds = KINDS | {
            "checked_by": people(self.company),
            "linked": Several({each.id: Text(f"@{each.name}", f"@{each.name}") for each in self.company.accounts}),
        }
        return {each: (words.LABELS[each], kinds.get(each)) for each in names}

    # ---- one page of the plan

    def _page(self, plan: ImagePlan) -> Page:
        return plan.page(str(self.account.value))

    def _read(self, plan: ImagePlan, name: str) -> Any:  # noqa: ANN401 - a part or a list
        if name in {"positioning", "limits"}:
            return getattr(plan, name)
        return self._page(plan) if name in FORMS else getattr(self._page(plan), name)

    def _put(self, plan: ImagePlan, name: str, value: Any) -> ImagePlan:  # noqa: ANN401 - a part or a list
        if name in {"positioning", "limits"}:
            return plan.model_copy(update={name: value})
        page = value if name in FORMS else self._page(plan).model_copy(update={name: value})
        return plan.with_page(page)

    def _where(self, finding: Finding) -> str:
        at = finding.at[0] if finding.at else ""
        if at == "positioning":
            return at
        account, _, part = at.partition("/")
        if account != self.account.value:
            return ""
        if part == "checked":
            return "looks"
        lists = {each: name for name, each_of in (FORMS | LISTS).items() for each in each_of}
        return lists.get(part, "face")

    def _clear(self) -> Text:
        missing = self._asked.least - self.plan.entries("")
        if self._page(self.plan) == Page(account=str(self.account.value)):
            return words.EMPTY_PAGE
        return words.SO_FAR.format(missing=missing) if missing > 0 else NOTHING_FOUND

    def _draw(self) -> str:
        return preview(self._page(self.plan), self.company, self.plan.limits)
