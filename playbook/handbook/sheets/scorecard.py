"""The sheet of the scorecards: a row for each measure of each account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.handbook.held import Held
from playbook.handbook.inert import one_line
from playbook.handbook.sheets.cells import Cell, Column, Item, Sheet, items, numbered, told
from playbook.handbook.sheets.kinds import COUNT, PERHAPS, WORDS, Choice, Kind
from playbook.handbook.sheets.moments import DAY
from playbook.handbook.sheets.names import account_names, card_accounts, people
from playbook.language import Text
from playbook.metrics import words
from playbook.metrics.measures import ORIGINS
from playbook.metrics.plan import MetricsPlan

TITLE = Text("计分卡", "Scorecard")
ABOUT = Text(
    "一行一项指标，白格都可以改。添指标、去指标，在数据评估的规划器里做。",
    "A row for each measure; white cells can be changed. Measures are added and removed in the planner of metrics.",
)
COLUMNS = (
    Column("account", Text("账号", "Account"), 16),
    Column("measure", Text("指标", "Measure"), 20),
    Column("unit", Text("单位", "Unit"), 9),
    Column("definition", words.DEFINITION, 24),
    Column("origin", words.ORIGIN, 14),
    Column("base_from", words.BASE_FROM, 12),
    Column("base_to", Text("基准：到", "Base: to"), 12),
    Column("low", Text("目标：从", "Target: from"), 10),
    Column("high", Text("目标：到", "Target: to"), 10),
    Column("lag", words.LAG, 10),
    Column("weight", words.WEIGHT, 9),
    Column("owner", words.OWNER, 13),
    Column("deputy", words.DEPUTY, 13),
    Column("if_falls", words.IF_FALLS, 22),
    Column("if_rises", words.IF_RISES, 22),
    Column("verdict_on", words.VERDICT_ON, 12),
)


def scorecard_sheet(held: Held) -> Sheet | None:
    """Return the sheet; None while no measures are chosen."""
    plan = held.plan(MetricsPlan)
    return Sheet("scorecard", TITLE, ABOUT, COLUMNS, numbered("M", _rows(held, plan))) if plan else None


def _rows(held: Held, plan: MetricsPlan) -> Iterator[tuple[Mapping[str, Cell], None]]:
    kinds = _kinds(held)
    names = account_names(card_accounts(held.facts, *(each.account for each in plan.scorecards)), held.facts)
    for at, card in enumerate(plan.scorecards):
        made = items(plan, f"scorecards.{at}.rows", [each.measure for each in card.rows])
        for row, item in zip(card.rows, made, strict=True):
            read = told(
                account=names[card.account], measure=row.known.name, unit=row.known.unit, verdict_on=card.verdict_on
            )
            yield read | {field: _of(card.account, item).cell(field, kind) for field, kind in kinds.items()}, None


def _of(account: str, item: Item) -> Item:
    """Return an entry whose key names the account rather than its number among the cards, which may change."""
    return Item(item.place, f"metrics.scorecards/{one_line(account)}/{item.data['measure']}", item.data)


def _kinds(held: Held) -> dict[str, Kind]:
    return {
        "definition": WORDS,
        "origin": Choice(ORIGINS),
        "base_from": DAY,
        "base_to": DAY,
        "low": PERHAPS,
        "high": PERHAPS,
        "lag": COUNT,
        "weight": COUNT,
        "owner": people(held.facts),
        "deputy": people(held.facts),
        "if_falls": WORDS,
        "if_rises": WORDS,
    }
