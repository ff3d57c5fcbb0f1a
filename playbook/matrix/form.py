"""The form of one account: what becomes of it, what it is for, whose it is, and what its relays add."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import choice, grid, line, offer, tick, wide
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.matrix.kinds import KINDS
from playbook.matrix.names import account_said, person_said
from playbook.matrix.plan import MatrixPlan, Relay
from playbook.matrix.register import Registered
from playbook.matrix.staffing import hours_said
from playbook.matrix.standing import WHOSE
from playbook.matrix.words import FATES, HOURS, NO_KIND, NO_OWNER, WHENS, has_place
from playbook.planners import STYLE

LONGEST = 200  # characters of a line
TYPED = ("purpose", "audience", "only_here")  # fields that are written, letter by letter
FATE, KIND, OWNER = Text("去留", "Keep or not"), Text("类别", "Kind"), Text("谁负责", "Owner")
PURPOSE, AUDIENCE, ONLY = Text("做什么用", "Purpose"), Text("给谁看", "Audience"), Text("只有这里有", "Only here")
HOURS_A_WEEK, ANSWERS = Text("每周小时", "Hours a week"), Text("咨询投诉", "Questions to")
VERIFIED = Text("认证", "Verified")
VERIFICATION = Text("{whose}", "verification: {whose}")
SAYS_WHOSE = Text("写明了和公司的关系", "It says how it belongs to the company")
WHO_ANSWERS = Text("还没有定由谁答", "not decided yet")
ITSELF = Text("自己答", "answered here")
ON_REGISTER = Text("登记表：{what}", "On the register: {what}")
WHAT_FOR = Text("为谁做什么，一句话", "What it does and for whom, in a sentence")
FOR_WHOM = Text("哪些读者", "Which readers")
ONLY_WHAT = Text("别的账号上没有的", "What no other account has")
ITS_RELAYS = Text("转发时，自己添一句什么", "What it says of its own when it relays")
NO_RELAYS = Text("这个账号不转发别的账号。", "This account relays none of the others.")
OWN_WORDS = Text("空着，就是原样转", "Left empty, it only repeats")
ADDED = Text("模拟：多送到 {range} 人", "simulated: adds {range} people")


class AccountForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for one account. `edit(field, value)` is told of every change, `say(at, words)` of what a relay adds.

    A `fate` of None takes the account's place out of the plan: nothing is decided of it.
    """

    def __init__(self, known: Facts, edit: Callable[[str, Any], None], say: Callable[[str, str], None]) -> None:
        self._known, self._edit, self._say = known, edit, say
        self._showing = False
        self.fate = choice(FATE)
        self.kind = choice(KIND)
        self.owner = choice(OWNER)
        self.hours = widgets.BoundedFloatText(min=0, max=168, step=0.5, description=str(HOURS_A_WEEK), **wide())
        self.hand_off = choice(ANSWERS)
        self.verified = choice(VERIFIED)
        self.says_whose = tick(SAYS_WHOSE)
        self.purpose, self.audience = line(PURPOSE, WHAT_FOR), line(AUDIENCE, FOR_WHOM)
        self.only_here = line(ONLY, ONLY_WHAT)
        self.relays: dict[str, widgets.Text] = {}  # what each relay adds, by "by>of"
        self._head, self._rows = widgets.HTML(), widgets.VBox()
        short = [self.fate, self.kind, self.owner, self.hours, self.hand_off, self.verified]
        written = [self.purpose, self.audience, self.only_here]
        super().__init__([self._head, grid(short), self.says_whose, *written, self._rows])
        for field in ("fate", "kind", "owner", "hours", "hand_off", "verified", "says_whose", *TYPED):
            getattr(self, field).observe(lambda change, field=field: self._changed(field, change["new"]), "value")

    def _changed(self, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        if not self._showing:
            self._edit(field, value[:LONGEST] if field in TYPED else value)

    def show(self, plan: MatrixPlan, account: str, accounts: list[str], registered: Registered | None) -> None:
        """Show an account's place; what the register knows of it stands in grey and decides nothing."""
        self._showing = True
        place = plan.of(account)
        self._head.value = self._headline(account, registered)
        offer(self.fate, FATES, place.fate if has_place(plan, account) else None)
        offer(self.kind, {None: NO_KIND} | {name: each.name for name, each in KINDS.items()}, place.kind)
        people = [person.id for person in self._known.company.people]
        owners = {each: person_said(self._known, each) for each in dict.fromkeys([*people, place.owner]) if each}
        offer(self.owner, {"": NO_OWNER} | owners, place.owner)
        every = {each: account_said(self._known, each) for each in dict.fromkeys([*accounts, place.hand_off]) if each}
        offer(self.hand_off, {"": WHO_ANSWERS} | every | {account: ITSELF}, place.hand_off)
        offer(self.verified, {each: WHOSE[each] for each in ("none", "company", "person")}, place.verified)
        self.hours.value, self.says_whose.value = place.hours, place.says_whose
        for field in TYPED:
            getattr(self, field).value = getattr(place, field)
        self.purpose.placeholder = str(KINDS[place.kind].purpose if place.kind else WHAT_FOR)
        self.audience.placeholder = str(registered.audience if registered else FOR_WHOM)
        self._showing = False

    def show_relays(self, relays: list[Relay], added: Mapping[str, Text]) -> None:
        """Show what each of the account's relays says of its own, and (`added`, by "by>of") how many people it adds."""
        if [relay.at for relay in relays] != list(self.relays):
            self.relays = {relay.at: self._own_words(relay) for relay in relays}
        self._showing = True
        rows: list[widgets.Widget] = []
        for relay in relays:
            self.relays[relay.at].value = relay.adds
            said = [WHENS[relay.when], *([ADDED.format(range=added[relay.at])] if relay.at in added else [])]
            note = escape(str(join(said, "；", "; ")))
            rows += [self.relays[relay.at], widgets.HTML(f'<p class="planner-note">{note}</p>')]
        head = (
            f"<b>{escape(str(ITS_RELAYS))}</b>" if relays else f'<p class="planner-note">{escape(str(NO_RELAYS))}</p>'
        )
        self._rows.children = (widgets.HTML(head), *rows)
        self._showing = False

    def _own_words(self, relay: Relay) -> widgets.Text:
        name = Text("转 ", "Of ") + account_said(self._known, relay.of)
        words = widgets.Text(description=str(name), placeholder=str(OWN_WORDS), **wide("initial"))
        words.observe(lambda change: self._showing or self._say(relay.at, change["new"][:LONGEST]), "value")
        return words

    def _headline(self, account: str, registered: Registered | None) -> str:
        head = f"{STYLE}<b>{escape(str(account_said(self._known, account)))}</b>"
        if registered is None:
            return head
        kind = KINDS[registered.kind].name if registered.kind else NO_KIND
        owner = person_said(self._known, registered.owner) if registered.owner else NO_OWNER
        hours = HOURS.format(hours=hours_said(registered.hours))
        what = join([kind, owner, hours, VERIFICATION.format(whose=WHOSE[registered.verified])], "，", ", ")
        return f'{head} <span class="planner-source">{escape(str(ON_REGISTER.format(what=what)))}</span>'
