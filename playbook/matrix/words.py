"""What the planner of the matrix says: on the board, in the form of an account, and in its figures."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.facts import Facts
from playbook.language import COLON, Text, join, same
from playbook.matrix.board import Card
from playbook.matrix.kinds import KINDS
from playbook.matrix.names import account_said, person_said, relay_said
from playbook.matrix.plan import Fate, MatrixPlan, Place, Relay, When
from playbook.matrix.relay import Reach
from playbook.matrix.staffing import duty_of, hours_said

WORDS = {
    "board": Text("账号和转发关系", "Accounts and who relays whom"),
    "help": Text(
        "点一张卡片，下面填它的表。鼠标：从一个账号拖到另一个，前者就转发后者；点箭头可改早晚、可去掉。"
        "手机：点卡片上的 →，再点要转发的账号。"
        "键盘：方向键走卡片，回车拿起箭头，走到另一个账号再按回车，画上或去掉；Esc 放下。"
        "Tab 到箭头，回车改早晚，Delete 去掉；Ctrl+Z 撤销。",
        "Click a card and fill in its form below. Mouse: drag from one account to another and the first relays the "
        "second; click an arrow to change or remove it. Phone: tap → on a card, then the account to relay. Keyboard: "
        "arrow keys to move, Enter to pick up an arrow, then move to another account and press Enter to draw or remove "
        "it; Esc puts it down. Tab to the arrows: Enter changes when, Delete removes. Ctrl+Z to undo.",
    ),
    "undo": Text("撤销", "Undo"),
    "redo": Text("重做", "Redo"),
    "relays": Text("@{by} 转发：", "@{by} relays:"),
    "points": Text("A → B：A 转发 B 的微博", "A → B: A relays B’s posts"),
    "at_once": Text("一小时内", "within the hour"),
    "later": Text("晚些再转", "later"),
    "flag": Text("有问题", "issue"),
    "make_later": Text("改成晚些再转", "Relay later"),
    "make_at_once": Text("改成一小时内转", "Relay within the hour"),
    "remove": Text("去掉", "Remove"),
    "pick": Text("从 @{by} 画一支箭头：它转发谁", "Draw an arrow from @{by}: whom does it relay?"),
    "picked": Text(
        "拿起了 @{by} 的箭头。它转发谁？选那个账号。", "You hold the arrow of @{by}. Choose whom it relays."
    ),
    "draw": Text("@{by} 转发 @{of}：回车或点一下，画上", "@{by} relays @{of}: press Enter or tap to draw it"),
    "undraw": Text(
        "@{by} 已经转发 @{of}：回车或点一下，去掉", "@{by} already relays @{of}: press Enter or tap to remove it"
    ),
    "cancelled": Text("箭头放下了，什么都没有变。", "The arrow is put down; nothing has changed."),
}
FATES: dict[Fate | None, Text] = {
    None: Text("还没有定", "not decided yet"),
    "keep": Text("保留", "keep"),
    "merge": Text("并入别的账号", "merge into another"),
    "close": Text("关停", "close"),
}
WHENS: dict[When, Text] = {"at_once": WORDS["at_once"], "later": WORDS["later"]}
NO_KIND, NO_OWNER = Text("类别未定", "kind not decided"), Text("没有人负责", "nobody’s")
HOURS = Text("每周 {hours} 小时", "{hours} hours a week")
ISSUES = Text("有 {count} 处问题", "issues: {count}")
EMPTY = Text(
    "还没有给任何账号定位置。点一张卡片，先定它保留不保留。",
    "No account has its place yet. Click a card and decide first whether to keep it.",
)
FINE_SO_FAR = Text(
    "到目前没有问题，还有 {missing} 个账号要定。", "No issues so far; accounts still to decide: {missing}."
)
TAKE_OVER = Text("起草：照登记表填", "Fill in from the register")
TAKES = Text(
    "只填还没有定的账号：类别、负责人、工时、认证。填完逐个改，不满意就撤销。",
    "Fills in kind, owner, hours and verification of accounts not decided yet. Go through them then, or undo it.",
)
TAKEN = Text("照登记表填了 {count} 个账号。", "Filled in from the register: {count} accounts.")
ASKED = Text("问过平台：一家公司可以有几个账号", "The platform was asked how many we may have")
FOLLOW = Text(
    "{people} 人至少关注一个保留的账号，其中 {repeated} 人（{share:.0%}）关注两个以上。",
    "{people} people follow at least one account you keep; {repeated} of them ({share:.0%}) follow two or more.",
)
NONE_KEPT = Text(
    "定了保留哪些账号，这里就说有多少人关注、工时够不够。",
    "Once you keep some accounts, this says how many people follow them and whether the hours suffice.",
)
WORK = Text("每周要 {wanted} 小时，值班共 {duty} 小时。", "{wanted} hours a week are planned; {duty} are on duty.")
WORK_ALONE = Text(
    "每周要 {wanted} 小时；公司卡上还没有人值班。",
    "{wanted} hours a week are planned; nobody is on duty on the card yet.",
)
SAID_OF_PEOPLE = Text("多 {range} 人", "adds {range} people")
SIMULATED = Text(
    "关注的人数是准数。箭头上“多多少人”是模拟一条微博得来的：十次里有八次落在这个范围里。",
    "Followers are counted exactly. What an arrow adds is simulated for one post: eight times out of ten it lies in "
    "this range.",
)
NO_AUDIENCES = Text(
    "没有“谁同时关注哪几个账号”的数据：有多少人关注、转发多送到多少人，都说不准。",
    "There are no data on who follows which of the accounts: how many people follow them, and what a relay adds, "
    "the data cannot tell.",
)


def card(plan: MatrixPlan, account: str, facts: Facts) -> Card:
    """Return what the card of an account shows: of a kept one the kind, the owner, and the hours."""
    place, decided = plan.of(account), has_place(plan, account)
    fate: Fate | None = place.fate if decided else None
    lines = details(place, facts) if fate == "keep" else []
    name = str(account_said(facts, account)).removeprefix("@")
    badge = "" if fate == "keep" else str(FATES[fate])
    return Card(id=account, name=name, lines=[str(each) for each in lines], fate=fate or "open", badge=badge)


def has_place(plan: MatrixPlan, account: str) -> bool:
    """Tell whether anything is decided of an account."""
    return any(each.account == account for each in plan.places)


def details(place: Place, facts: Facts) -> list[Text]:
    """Return the kind of a place, and whose it is for how many hours; what is not decided is said so."""
    kind = KINDS[place.kind].name if place.kind else NO_KIND
    owner = person_said(facts, place.owner) if place.owner else NO_OWNER
    return [kind, owner + Text(" · ", " · ") + HOURS.format(hours=hours_said(place.hours))]


def card_label(plan: MatrixPlan, account: str, facts: Facts, issues: int) -> Text:
    """Say in a sentence what a card shows and how many findings point to it."""
    place, decided = plan.of(account), has_place(plan, account)
    said = [
        FATES[place.fate if decided else None],
        *(details(place, facts) if decided and place.fate == "keep" else []),
    ]
    parts = [*said, *([ISSUES.format(count=issues)] if issues else [])]
    return account_said(facts, account) + COLON + join(parts, "，", ", ")


def relay_label(relay: Relay, facts: Facts, adds: tuple[int, int, int] | None, issues: int) -> Text:
    """Say in a sentence who relays whom, when, how many people that adds (p10, median, p90), and that it has issues."""
    parts = [relay_said(facts, relay), WHENS[relay.when]]
    if adds:
        parts.append(SAID_OF_PEOPLE.format(range=span(adds)))
    if issues:
        parts.append(ISSUES.format(count=issues))
    return join(parts, "，", ", ")


def span(adds: tuple[int, int, int]) -> Text:
    """Return a range of people (p10, median, p90) from its lower to its upper end."""
    low, _, high = (f"{each:,}" for each in adds)
    return same(low) if low == high else Text(f"{low}—{high}", f"{low}–{high}")


def redrawn(before: Iterable[Relay], after: Iterable[Relay], facts: Facts) -> Text:
    """Say which relays were drawn, taken away, or moved in time, for the screen reader."""
    old, new = {each.at: each for each in before}, {each.at: each for each in after}
    said = [Text("画上：", "Drawn: ") + _timed(new[at], facts) for at in new if at not in old]
    said += [Text("去掉：", "Removed: ") + relay_said(facts, old[at]) for at in old if at not in new]
    turned = [at for at in new if at in old and new[at].when != old[at].when]
    return join([*said, *(Text("改成：", "Changed: ") + _timed(new[at], facts) for at in turned)], "；", "; ")


def _timed(relay: Relay, facts: Facts) -> Text:
    return relay_said(facts, relay) + Text("，", ", ") + WHENS[relay.when]


def figures(plan: MatrixPlan, facts: Facts, reach: Reach | None) -> list[Text]:
    """Return how many people follow the accounts kept, on how many twice, and the hours against those on duty."""
    wanted, duty = hours_said(sum(place.hours for place in plan.kept)), sum(duty_of(facts.company).values())
    work = (WORK if duty else WORK_ALONE).format(wanted=wanted, duty=duty)
    if not plan.kept:
        return [NONE_KEPT]
    if reach is None:
        return [work, NO_AUDIENCES]
    share = reach.repeated / reach.people if reach.people else 0.0
    follow = FOLLOW.format(people=f"{reach.people:,}", repeated=f"{reach.repeated:,}", share=share)
    return [follow, work, *([SIMULATED] if reach.adds else [])]
