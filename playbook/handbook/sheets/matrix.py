"""The sheet of the accounts: what each is for, whose it is, and who answers there."""

from __future__ import annotations

from playbook.company import KINDS as CARD_KINDS
from playbook.company import Account
from playbook.handbook.held import Held
from playbook.handbook.said import account
from playbook.handbook.sheets.cells import Cell, Column, Item, Sheet, items, numbered, told
from playbook.handbook.sheets.kinds import AMOUNT, WORDS, YES_NO, Choice, Kind
from playbook.handbook.sheets.names import account_names, accounts, card_accounts, people
from playbook.language import Text, join
from playbook.matrix.form import (
    ANSWERS,
    AUDIENCE,
    FATE,
    HOURS_A_WEEK,
    KIND,
    ONLY,
    OWNER,
    PURPOSE,
    SAYS_WHOSE,
    VERIFIED,
)
from playbook.matrix.kinds import KINDS
from playbook.matrix.plan import MatrixPlan, Place
from playbook.matrix.standing import WHOSE
from playbook.matrix.words import FATES

TITLE = Text("账号", "Accounts")
ABOUT = Text(
    "一行一个账号，白格都可以改。添账号、删账号和改转发关系，在账号矩阵的规划器里做。",
    "A row for each account; white cells can be changed. Accounts and relays are added and removed in the planner of "
    "the matrix.",
)
COLUMNS = (
    Column("account", Text("账号", "Account"), 18),
    Column("fate", FATE, 13),
    Column("kind", KIND, 16),
    Column("purpose", PURPOSE, 26),
    Column("audience", AUDIENCE, 20),
    Column("only_here", ONLY, 24),
    Column("owner", OWNER, 13),
    Column("hours", HOURS_A_WEEK, 9),
    Column("hand_off", ANSWERS, 16),
    Column("verified", VERIFIED, 14),
    Column("says_whose", SAYS_WHOSE, 12),
    Column("relays", Text("转发谁", "Relays"), 20),
)


def accounts_sheet(held: Held) -> Sheet:
    """Return the sheet; without a plan of the matrix it lists the accounts of the company card."""
    plan = held.plan(MatrixPlan)
    if plan is None:
        rows = numbered("A", ((_card(each), None) for each in held.facts.company.accounts))
    else:
        made = items(plan, "places", [each.account for each in plan.places])
        kinds = _kinds(held, plan)
        rows = numbered("A", ((_place(held, plan, *each, kinds), None) for each in zip(plan.places, made, strict=True)))
    return Sheet("accounts", TITLE, ABOUT, COLUMNS, rows)


def _card(each: Account) -> dict[str, Cell]:
    return told(account=each.name, kind=CARD_KINDS[each.kind])


def _kinds(held: Held, plan: MatrixPlan) -> dict[str, Kind]:
    ids = card_accounts(held.facts, *(each.account for each in plan.places))
    return {
        "fate": Choice({key: said for key, said in FATES.items() if key}, required=True),
        "kind": Choice({key: each.name for key, each in KINDS.items()}),
        "purpose": WORDS,
        "audience": WORDS,
        "only_here": WORDS,
        "owner": people(held.facts, free=False),
        "hours": AMOUNT,
        "hand_off": accounts(ids, held.facts),
        "verified": Choice(WHOSE, required=True),
        "says_whose": YES_NO,
    }


def _place(held: Held, plan: MatrixPlan, place: Place, item: Item, kinds: dict[str, Kind]) -> dict[str, Cell]:
    relays = join([account(each.of, held.facts) for each in plan.relays if each.by == place.account])
    name = account_names(card_accounts(held.facts, *(each.account for each in plan.places)), held.facts)[place.account]
    return told(account=name, relays=relays) | {field: item.cell(field, kind) for field, kind in kinds.items()}
