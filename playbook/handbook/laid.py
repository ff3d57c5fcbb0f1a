"""How a chapter is laid out, and in which order accounts stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter
from playbook.handbook.said import sections, stances
from playbook.language import Text
from playbook.stances import StancePlan

Part = tuple[Text, Sequence[Block]]


def chapter_of(plan: StancePlan, title: Text, parts: Iterable[Part]) -> Chapter:
    """Return a system's chapter: its parts, what is not decided, and why it was decided so."""
    return Chapter(plan.system, title, [*sections(parts), stances(plan)])


def card_order(ids: Iterable[str], facts: Facts) -> list[str]:
    """Return accounts, each once, as the company card lists them; those it does not list come last."""
    named = dict.fromkeys(each for each in ids if each.strip())
    listed = [each.id for each in facts.company.accounts if each.id in named]
    return [*listed, *(each for each in named if each not in listed)]
