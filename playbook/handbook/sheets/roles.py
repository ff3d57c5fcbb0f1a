"""The sheet of who does what: roles of every day, systems, duties in a crisis, and who is on duty when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.company import Person
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.words import DUTIES
from playbook.governance.plan import GovernancePlan
from playbook.governance.words import ROLES, SYSTEMS
from playbook.handbook.held import Held
from playbook.handbook.sheets.cells import Cell, Column, Item, Sheet, items, numbered, part, told
from playbook.handbook.sheets.kinds import HOUR, Kind
from playbook.handbook.sheets.names import people
from playbook.language import Text, join
from playbook.persons import NOBODY
from playbook.week import clock, listed_days

Made = Iterator[tuple[Mapping[str, Cell], Item | None]]
TITLE = Text("谁管什么", "Roles")
ABOUT = Text(
    "谁、谁替、危机里几点到几点找得到，都可以改；写公司卡上的名字，别的名字照写的留下。班次在公司卡上改。",
    "Who, who stands in, and the hours in a crisis can be changed: a name of the company card, or any other, which "
    "stays as written. Shifts are changed on the company card.",
)
DAILY, SYSTEM, CRISIS, CARD = (
    Text("日常角色", "Everyday role"),
    Text("管理体系", "Management system"),
    Text("危机", "Crisis"),
    Text("值班", "On duty"),
)
WATCHES, ALARM = Text("盯词", "Keyword watch"), Text("夜里的警报叫谁", "Called by the alarm at night")
SHIFT = Text("{days} {start}到 {end}", "{days} {start} to {end}")
COLUMNS = (
    Column("area", Text("哪一块", "Area"), 18),
    Column("role", Text("角色", "Role"), 24),
    Column("who", Text("谁", "Who"), 18),
    Column("deputy", Text("谁替", "Stands in"), 18),
    Column("start", Text("从几点", "From (hour)"), 9),
    Column("end", Text("到几点", "To (hour)"), 9),
    Column("hours", Text("班次", "Shifts"), 36),
)


def roles_sheet(held: Held) -> Sheet:
    """Return the sheet; of systems without a plan nothing stands on it."""
    rows = [*_governance(held), *_crisis(held), *((_person(each), None) for each in held.facts.company.people)]
    return Sheet("roles", TITLE, ABOUT, COLUMNS, numbered("R", rows))


def _governance(held: Held) -> Made:
    plan, names = held.plan(GovernancePlan), people(held.facts)
    if plan is None:
        return
    for role, item in zip(plan.roles, items(plan, "roles", [str(each.role) for each in plan.roles]), strict=True):
        yield _held_by(DAILY, ROLES[role.role] if role.role else NOBODY, item, {"who": names, "deputy": names}), None
    made = items(plan, "systems", [str(each.system) for each in plan.systems])
    for system, item in zip(plan.systems, made, strict=True):
        role_said = SYSTEMS[system.system] if system.system else NOBODY
        yield _held_by(SYSTEM, role_said, item, {"owner": names, "deputy": names}), None


def _crisis(held: Held) -> Made:
    plan, names = held.plan(CrisisPlan), people(held.facts)
    if plan is None:
        return
    held_by: dict[str, Kind] = {"deputy": names, "start": HOUR, "end": HOUR}
    yield _held_by(CRISIS, WATCHES, part(plan, "watch"), {"owner": names} | held_by), None
    yield _held_by(CRISIS, ALARM, part(plan, "alarm"), {"told": names, "deputy": names}), None
    for role, item in zip(plan.roles, items(plan, "roles", [str(each.duty) for each in plan.roles]), strict=True):
        said = DUTIES[role.duty] if role.duty else NOBODY
        yield _held_by(CRISIS, said, item, {"who": names} | held_by), None


def _held_by(area: Text, role: Text, item: Item, kinds: Mapping[str, Kind]) -> dict[str, Cell]:
    """Return the cells of a role; whatever the plan calls its holder stands in the column `who`."""
    cells = {name: item.cell(name, kind) for name, kind in kinds.items()}
    return told(area=area, role=role) | {"who" if name in {"owner", "told"} else name: c for name, c in cells.items()}


def _person(each: Person) -> dict[str, Cell]:
    shifts = [
        SHIFT.format(days=listed_days(sorted(shift.days)), start=clock(shift.start), end=clock(shift.end))
        for shift in each.duty
    ]
    return told(area=CARD, who=each.name, hours=join(shifts, "；", "; "))
