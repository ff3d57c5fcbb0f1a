"""How a chapter is laid out: a section for each part that something is settled of, and one line for each that is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from playbook.handbook.blocks import Block, Chapter, Listing, Para, Section
from playbook.handbook.said import stances
from playbook.language import Text
from playbook.stances import StancePlan

UNSETTLED = Text("还没有定的", "Not decided yet")
Part = tuple[Text, Sequence[Block]]


def chapter_of(plan: StancePlan, title: Text, parts: Iterable[Part]) -> Chapter:
    """Return a system's chapter: its parts, what is not decided, and why it was decided so.

    A part of which only quiet lines are left (what is still open) is not decided: it gets a line in a list of its own.
    """
    told = list(parts)
    sections: list[Block] = [Section(name, blocks) for name, blocks in told if _is_settled(blocks)]
    unsettled = [name for name, blocks in told if not _is_settled(blocks)]
    if unsettled:
        sections.append(Section(UNSETTLED, [Listing(unsettled)]))
    return Chapter(plan.system, title, [*sections, stances(plan)])


def _is_settled(blocks: Sequence[Block]) -> bool:
    return any(not isinstance(block, Para) or block.kind != "quiet" for block in blocks)
