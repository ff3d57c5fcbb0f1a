"""The whole handbook as chapters: a cover, the pages that span all systems, a chapter a system, and the glossary."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from playbook.coherence import Clash, coherence
from playbook.crisis.card import ID, card
from playbook.crisis.plan import CrisisPlan
from playbook.handbook.at_a_glance import week
from playbook.handbook.blocks import Block, Chapter, Grid, Para, Section
from playbook.handbook.cover import BETWEEN, cover
from playbook.handbook.glossary import glossary
from playbook.handbook.held import PLANS, Held
from playbook.handbook.lessons import how_to_write, title
from playbook.handbook.owners import owners
from playbook.language import Text, join
from playbook.plans import Plan
from playbook.rules import Finding, named, rules

FIRST_HOURS = Text("出事后的头几小时", "The first hours of a crisis")
NO_CARD = Text(
    "危机的计划还没有写，所以这一页是空的。出了事，没有人知道先找谁。",
    "The crisis plan is not written, so this page is empty. When something happens, nobody knows whom to call.",
)
NO_PLAN = Text("这一章还没有写。", "This chapter is not written yet.")
OPEN, NONE_OPEN = (
    Text("还没有解决的问题", "Still open"),
    Text("课程的规则在这份计划里没有查出问题。", "The course’s rules find nothing wrong with this plan."),
)
OPEN_HEADS = (Text("什么问题", "What is wrong"), Text("怎么改", "What to do"), Text("哪条规则", "Rule"))
BETWEEN_SAID = Text(
    "每份计划单独看也许都对，放在一起就做不到。改其中一份。",
    "Each plan may be sound by itself, and yet they cannot both be carried out. Change one of the two.",
)
BETWEEN_HEADS = (Text("哪两份计划", "Plans"), Text("什么问题", "What is wrong"), Text("怎么改", "What to do"))
FIT = Text(
    "写好的 {count} 份计划两两对过，没有查出矛盾。",
    "The {count} plans that are written were held against each other; no contradiction was found.",
)
TOO_FEW = Text("写好的计划不到两份，还没有什么可对的。", "Fewer than two plans are written: nothing to compare yet.")
CHECKED = Text("附：按哪些规则查过", "Appendix: the rules by which the plans were checked")
NONE_CHECKED = Text("还没有一份计划可查。", "There is no plan to check yet.")
CHECKED_HEADS = (Text("谁说的", "Who says so"), Text("规则", "Rules"))


def document(held: Held) -> list[Chapter]:
    """Return the handbook in the reader's language; the first chapter is the cover."""
    clashes = coherence(held)
    return [
        cover(held, len(clashes)),
        week(held),
        _first_hours(held),
        *(_chapter(held, each) for each in PLANS),
        _between(clashes, len(held.written)),
        owners(held),
        glossary(),
        _checked(held),
    ]


def _first_hours(held: Held) -> Chapter:
    plan = held.plan(CrisisPlan)
    if plan is None:
        return Chapter(ID, FIRST_HOURS, [Para(NO_CARD, "warning"), Para(how_to_write("crisis"))], alone=True)
    return card(plan, held.facts)


def _between(clashes: list[Clash], plans: int) -> Chapter:
    """Return where plans do not fit together; with fewer than two there is nothing to compare."""
    rows = [(each.between, each.what, each.mend) for each in clashes]
    if rows:
        return Chapter("between", BETWEEN, [Para(BETWEEN_SAID), Grid("", BETWEEN_HEADS, rows)])
    return Chapter("between", BETWEEN, [Para(FIT.format(count=plans) if plans > 1 else TOO_FEW)])


def _chapter(held: Held, system: str) -> Chapter:
    """Return a system's chapter with what is open in its plan, or what to do where there is none."""
    plan = held.plans[system]
    if not isinstance(plan, Plan):
        said = Para(NO_PLAN if plan is None else cast("Text", plan.args[0]), "warning")
        return Chapter(system, title(system), [said, Para(how_to_write(system))])
    own: Chapter = import_module(f"playbook.{system}.chapter").chapter(plan, held.facts)
    return Chapter(system, own.title, [*own.blocks, _open(held.findings[system])], own.alone)


def _open(findings: list[Finding]) -> Section:
    rows = [(each.what, each.mend, named(each.rule)) for each in findings]
    blocks: list[Block] = [Grid("", OPEN_HEADS, rows)] if rows else [Para(NONE_OPEN)]
    return Section(OPEN, blocks)


def _checked(held: Held) -> Chapter:
    """Return the appendix: for each plan there is, the rules that its review holds it to, by who says so."""
    blocks: list[Block] = [Section(title(each), [_rules(each)]) for each in held.written]
    return Chapter("checked", CHECKED, blocks or [Para(NONE_CHECKED)])


def _rules(system: str) -> Grid:
    by_source: dict[Text, list[Text]] = {}
    for each in rules(system).values():
        if each.checked_by:
            by_source.setdefault(each.source.name, []).append(each.name)
    rows = [(source, join(told, "；", "; ")) for source, told in by_source.items()]
    return Grid("", CHECKED_HEADS, rows)
