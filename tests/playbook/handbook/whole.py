"""A company's plans where a learner has them, hostile words, and a handbook's words piece by piece."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from playbook.facts import sample_facts
from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section
from playbook.handbook.document import document
from playbook.handbook.held import PLANS, Held
from playbook.handbook.inert import lines
from playbook.handbook.model import sound_plans
from playbook.plans import Plan, save

from ..chapters import marked  # noqa: TID252 - tests are no package

NEWEST = date(2026, 3, 30)
# What a browser would run or load, what ends a page's own markup, what a template would fill, what XML refuses, what
# turns the writing around, what hides, and half a sign.
EVIL = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{x}%s&lt;b&gt;]]>\"'"
    "\x00\x0b\x1b\ufffe\u202eabc\u2066\u200b\ufeff\ud83d"
)
SHOWN = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{x}%s&lt;b&gt;]]>\"'"
    r"\x00\x0b\x1b\ufffe\u202eabc\u2066\u200b\ufeff\ud83d"
)


@cache
def whole() -> dict[str, Plan]:
    """Return a sound plan of each of the eleven systems."""
    return sound_plans(sample_facts())


def known(*plans: Plan) -> Held:
    """Return these plans (all eleven, if none is given) of the sample company, as they are held."""
    there = {each.system: each for each in plans} if plans else whole()
    return Held(sample_facts(), dict.fromkeys((*PLANS, "company")) | there, NEWEST)


@cache
def marked_handbook() -> tuple[list[Chapter], dict[str, list[str]]]:
    """Return the handbook of plans in which every text a learner can type is a mark, and the marks of each system."""
    pairs = {system: marked(plan, {"column"}) for system, plan in whole().items()}  # a column is chosen by its name
    plans = known(*(plan for plan, _ in pairs.values()))
    return document(plans), {system: marks for system, (_, marks) in pairs.items()}


def saved(work: Path, *plans: Plan) -> Path:
    """Save these plans (all eleven, if none is given) where a company's plans lie; return its folder."""
    for plan in plans or whole().values():
        save(plan, work / "plans" / f"{plan.system}.json")
    return work


def pieces(chapters: Iterable[Chapter]) -> list[str]:
    """Return every line of a handbook as a reader is to see it, in its order; empty ones are left out."""
    words = [piece for chapter in chapters for piece in (str(chapter.title), *_pieces(chapter.blocks))]
    return [line.strip() for each in words for line in lines(each) if line.strip()]


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Para():
                yield str(block.says)
            case Listing():
                yield from map(str, block.says)
            case Grid():
                yield from map(str, (block.title, *block.head, *(cell for row in block.rows for cell in row)))
            case Section():
                yield str(block.title)
                yield from _pieces(block.blocks)


def hostile() -> list[Chapter]:
    """Return a handbook in which every piece is hostile, and one cell is forty thousand signs long."""
    blocks: list[Block] = [
        Para(EVIL),
        Para(EVIL, "warning"),
        Listing([EVIL, EVIL], ordered=True, boxes=True),
        Grid(EVIL, [EVIL, EVIL], [[EVIL, "长" * 40_000], ["", EVIL]], numbers=[1]),
        Section(EVIL, [Section(EVIL, [Section(EVIL, [Section(EVIL, [Para(EVIL)])])])]),
    ]
    return [
        Chapter("cover", EVIL, blocks),
        Chapter("timing", EVIL, blocks),
        Chapter("crisis", EVIL, blocks, alone=True),
    ]
