"""The sheet of the campaigns: a row for each field of each brief, those first that must be published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.campaign.brief import Brief
from playbook.campaign.fields import FIELDS, Control, Field
from playbook.campaign.particulars import PARTICULARS
from playbook.campaign.plan import CampaignPlan
from playbook.handbook.held import Held
from playbook.handbook.sheets.cells import Cell, Column, Item, Sheet, items, numbered, told
from playbook.handbook.sheets.kinds import AMOUNT, COUNT, WORDS, YES_NO, Choice, Kind
from playbook.handbook.sheets.moments import DAY
from playbook.handbook.sheets.names import accounts, card_accounts, people
from playbook.language import Text, join

TITLE = Text("活动", "Campaigns")
ABOUT = Text(
    "一份方案的每一项一行，“填什么”一列可以改。标了“必须”的，开始以前要公布。添方案、删方案，在活动的规划器里做。",
    "A row for each particular of each brief; the column “Value” can be changed. What is marked “yes” must be "
    "published before the campaign begins. Briefs are added and removed in the planner of campaigns.",
)
MUST = Text("必须", "yes")
COLUMNS = (
    Column("campaign", Text("活动", "Campaign"), 24),
    Column("particular", Text("哪一项", "Particular"), 26),
    Column("publish", Text("必须公布", "Must be published"), 12),
    Column("value", Text("填什么", "Value"), 60),
)
KINDS: dict[Control, Kind] = {
    "line": WORDS, "text": WORDS, "count": COUNT, "amount": AMOUNT, "date": DAY, "tick": YES_NO,
}  # fmt: skip
OF_LAW = frozenset(field for each in PARTICULARS for field in each.fields)


def campaigns_sheet(held: Held) -> Sheet | None:
    """Return the sheet; None while no campaign is planned."""
    plan = held.plan(CampaignPlan)
    return Sheet("campaigns", TITLE, ABOUT, COLUMNS, numbered("C", _rows(held, plan))) if plan else None


def _rows(held: Held, plan: CampaignPlan) -> Iterator[tuple[Mapping[str, Cell], None]]:
    for brief, item in zip(plan.briefs, items(plan, "briefs", [each.id for each in plan.briefs]), strict=True):
        for field in FIELDS.values():
            if _is_used(field, brief):
                must = MUST if brief.gives and field.path.partition(".")[0] in OF_LAW else None
                name = brief.name.strip() or brief.id
                yield (
                    told(campaign=name, particular=field.label, publish=must)
                    | {"value": _value(held, brief, field, item)},
                    None,
                )


def _is_used(field: Field, brief: Brief) -> bool:
    """Tell whether a field belongs on the sheet: changes that nobody made, and ranks nobody gives, do not."""
    part, _, rest = field.path.partition(".")
    number = int(rest.partition(".")[0]) if rest else 0
    return part not in {"prizes", "changes"} or number < len(getattr(brief, part))


def _value(held: Held, brief: Brief, field: Field, item: Item) -> Cell:
    if field.control == "many":  # several ticks: a cell that is read, not one that is typed
        options = field.options or {}
        return Cell(join([options[each] for each in getattr(brief, field.path)]) or None)
    return item.cell(field.path, _kind(held, brief, field))


def _kind(held: Held, brief: Brief, field: Field) -> Kind:
    if field.control == "account":
        return accounts(card_accounts(held.facts, brief.account), held.facts)
    if field.control == "person":
        return people(held.facts)
    return Choice(field.options) if field.options else KINDS[field.control]
