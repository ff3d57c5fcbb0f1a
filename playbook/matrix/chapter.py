"""The matrix's chapter of the handbook: the accounts we keep, whose they are, who relays whom, what we do without."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para, Words
from playbook.handbook.laid import card_order, chapter_of
from playbook.handbook.said import account, accounts, amount, is_said, table, who
from playbook.language import Text
from playbook.matrix.kinds import KINDS
from playbook.matrix.plan import MatrixPlan, Place
from playbook.matrix.standing import WHOSE
from playbook.matrix.words import FATES, WHENS

TITLE = Text("账号矩阵", "Matrix")
KEPT = Text("保留的账号", "The accounts we keep")
GIVEN_UP = Text("不再单独做的账号", "The accounts we give up")
RELAYS = Text("谁转谁", "Who relays whom")
UNUSED = Text("没有设的账号，为什么", "Kinds of account we do without, and why")
ACCOUNT, KIND, OWNER, HOURS = (
    Text("账号", "Account"), Text("类别", "Kind"), Text("谁负责", "Owner"), Text("每周小时", "Hours a week"),
)  # fmt: skip
VERIFIED, ANSWERS, FATE = (
    Text("认证", "Verified"),
    Text("咨询投诉由谁答", "Questions go to"),
    Text("去留", "What becomes of it"),
)
PURPOSE, AUDIENCE, ONLY = Text("做什么用", "Purpose"), Text("给谁看", "Audience"), Text("只有这里有", "Only here")
RELAYED_BY, RELAYED, WHEN, ADDS = (
    Text("谁转", "Who relays"), Text("转谁的", "Whose posts"), Text("什么时候", "When"),
    Text("自己添一句", "What it adds"),
)  # fmt: skip
WHY = Text("为什么没有", "Why not")
ITSELF = Text("自己答", "answered here")
IN_ALL = Text("合计", "In all")
ONE_JOB = Text("每个账号只做自己那一件事", "Each account keeps to its own job")
SAYS_WHOSE = Text("写明了和公司的关系：{which}。", "These say how they belong to the company: {which}.")
ASKED = Text("问过平台一家公司可以有几个账号。", "The platform was asked how many accounts a company may have.")
NOT_ASKED = Text(
    "还没有问平台一家公司可以有几个账号。", "The platform was not asked yet how many accounts a company may have."
)
REPEATS = Text("还没有定，原样转", "not decided yet: it only repeats")
ONLY_THESE = Text("只转下面这几种，别的不转。", "Relay these and nothing else as a habit.")


def chapter(plan: MatrixPlan, facts: Facts) -> Chapter:
    """Return which accounts there are, whose, and what each is for: whoever writes looks here for where it belongs."""
    return chapter_of(
        plan,
        TITLE,
        [
            (KEPT, _kept(plan, facts)),
            *([(GIVEN_UP, given_up)] if (given_up := _given_up(plan, facts)) else []),
            (RELAYS, _relays(plan, facts)),
            *([(UNUSED, unused)] if (unused := _unused(plan)) else []),
        ],
    )


def _kept(plan: MatrixPlan, facts: Facts) -> list[Block]:
    order = card_order((each.account for each in plan.kept), facts)
    if not order:
        return []
    places = [plan.of(each) for each in order]
    heads = (ACCOUNT, KIND, OWNER, HOURS, VERIFIED, ANSWERS)
    wanted = sum(each.hours for each in places)
    total = [(IN_ALL, "", "", amount(wanted), "", "")] if wanted else []
    rows = [_standing(each, facts) for each in places]
    saying = accounts((each.account for each in places if each.says_whose), facts)
    return [
        *table(heads, [*rows, *total], numbers=(3,)),
        *table((ACCOUNT, PURPOSE, AUDIENCE, ONLY), [_job(each, facts) for each in places], ONE_JOB),
        *([Para(SAYS_WHOSE.format(which=saying))] if is_said(saying) else []),
        Para(ASKED if plan.platform_asked else NOT_ASKED, "quiet"),
    ]


def _standing(place: Place, facts: Facts) -> tuple[Words, ...]:
    kind = KINDS[place.kind].name if place.kind else ""
    answers = ITSELF if place.hand_off == place.account else account(place.hand_off, facts)
    owner = who(place.owner, facts)
    hours = amount(place.hours) if place.hours else ""
    return account(place.account, facts), kind, owner, hours, WHOSE[place.verified], answers


def _job(place: Place, facts: Facts) -> tuple[Words, ...]:
    return account(place.account, facts), place.purpose, place.audience, place.only_here


def _given_up(plan: MatrixPlan, facts: Facts) -> list[Block]:
    gone = {each.account: each for each in plan.places if each.fate != "keep"}
    heads = (ACCOUNT, FATE, PURPOSE, AUDIENCE, ONLY, OWNER, ANSWERS)
    rows = [
        (account(each, facts), FATES[gone[each].fate], *_job(gone[each], facts)[1:],
         who(gone[each].owner, facts), account(gone[each].hand_off, facts))
        for each in card_order(gone, facts)
    ]  # fmt: skip
    return table(heads, rows)


def _relays(plan: MatrixPlan, facts: Facts) -> list[Block]:
    rows = [
        (
            account(each.by, facts),
            account(each.of, facts),
            WHENS[each.when],
            each.adds if each.adds.strip() else REPEATS,
        )
        for by in card_order((each.by for each in plan.relays), facts)
        for each in plan.relays
        if each.by == by
    ]
    return [Para(ONLY_THESE), *table((RELAYED_BY, RELAYED, WHEN, ADDS), rows)] if rows else []


def _unused(plan: MatrixPlan) -> list[Block]:
    rows = [(KINDS[kind].name if kind in KINDS else kind, why) for kind, why in plan.unused.items() if why.strip()]
    return table((KIND, WHY), rows)
