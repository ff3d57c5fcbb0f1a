"""The first page: whose handbook it is, which chapters are written, and how much is still open."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.handbook.blocks import Block, Chapter, Grid, Para
from playbook.handbook.held import PLANS, Held
from playbook.handbook.lessons import about, title
from playbook.handbook.said import day
from playbook.language import Text, same
from playbook.plans import PlanError
from playbook.tables import NOTHING

TITLE = Text("{name}微博运营手册", "{name}: Weibo handbook")
INVENTED = Text(
    "{name}是一家虚构的公司，账号、人和数字都是编出来的。",
    "{name} is an invented company; its accounts, its people and its figures are made up.",
)
STATE = Text(
    "一共 {count} 章，动过笔的 {written} 章，其中 {clear} 章没有查出问题；还有 {open} 个问题没有解决。",
    "Chapters begun: {written} of {count}, {clear} of them with no issue open. Issues still open: {open}.",
)
CLEAR = Text(
    "一共 {count} 章，动过笔的 {written} 章，没有查出问题。",
    "Chapters begun: {written} of {count}. No issue is open.",
)
NEWEST = Text("计划最近一次保存在 {day}。", "A plan was last saved on {day}.")
CONTENTS = Text("写了哪些，还差哪些", "What is written, and what is open")
HEADS = (
    Text("章", "Chapter"),
    Text("定的是什么", "What it decides"),
    Text("写到哪里", "State"),
    Text("没有解决的", "Open"),
)
BETWEEN = Text("计划之间的矛盾", "Where plans contradict each other")
FIT = Text("各份计划放在一起做不做得到", "Whether all plans together can be carried out")
WRITTEN, BEGUN = Text("写了", "written"), Text("动过笔", "begun")
NOT_YET, UNREADABLE = Text("还没有写", "not yet"), Text("读不出来", "cannot be read")


def cover(held: Held, between: int) -> Chapter:
    """Return the cover; `between` is how many contradictions there are between plans."""
    name = held.facts.company.name
    return Chapter("cover", TITLE.format(name=_spaced(name)), [*_state(held, name, between), _overview(held, between)])


def _spaced(name: str) -> Text:
    """Return a name as Chinese prints it before a Chinese word: with a space after a letter or a digit."""
    return Text(name + " " * name[-1:].isascii(), name)


def _state(held: Held, name: str, between: int) -> Iterator[Block]:
    if held.facts.invented and held.plans["company"] is None:
        yield Para(INVENTED.format(name=name))
    still_open = sum(map(len, held.findings.values())) + between
    said = STATE if still_open or not held.written else CLEAR
    counts = {"count": len(PLANS), "written": len(held.written), "clear": len(held.clear), "open": still_open}
    yield Para(said.format(**counts))
    if held.newest:
        yield Para(NEWEST.format(day=day(held.newest)), "quiet")
    for error in held.unreadable.values():
        yield Para(error.args[0], "warning")


def _overview(held: Held, between: int) -> Grid:
    """Return a row a chapter; the last is for what no chapter alone can mend."""
    rows: list[tuple[Text, ...]] = [
        (title(system), about(system), _written(held, system), same(_count(held, system)))
        for system in PLANS
    ]  # fmt: skip
    rows.append((BETWEEN, FIT, same(""), same(str(between) if len(held.written) > 1 else NOTHING)))
    return Grid(CONTENTS, HEADS, rows, numbers=[3])


def _written(held: Held, system: str) -> Text:
    plan = held.plans[system]
    if plan is None or isinstance(plan, PlanError):
        return UNREADABLE if plan else NOT_YET
    return WRITTEN if system in held.clear else BEGUN


def _count(held: Held, system: str) -> str:
    return str(len(held.findings[system])) if system in held.findings else NOTHING
