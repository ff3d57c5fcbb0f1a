"""One brief in the handbook: section by section as on its form, prizes and changes as tables, and what goes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playbook.campaign.brief import Brief
from playbook.campaign.edits import value_at
from playbook.campaign.fields import SECTIONS, Control, Field
from playbook.campaign.fields import Section as Fields
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import said as outlook_said
from playbook.campaign.particulars import PARTICULARS, announcement, missing
from playbook.campaign.said import EXPECT, GOES_OUT, LACKS, NO_PRIZE, OWN_TEXT, WHOLE
from playbook.campaign.words import RANKS
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Listing, Para, Section, Words
from playbook.handbook.said import account, amount, capital, day, is_said, line, still_open, table, who
from playbook.language import Text, join

PRIZE, EACH, HOW_MANY = Text("奖品", "Prize"), Text("每份（元）", "Yuan each"), Text("份数", "How many")
RANK = Text("奖项", "Rank")
ON, WHAT, WHY = Text("哪天", "Day"), Text("改了什么", "What changed"), Text("凭什么能改", "Why it may change")
# Sections that every brief needs; of the rest nothing is missing where a campaign has no such thing.
ALWAYS = ("what", "why", "do", "when", "people", "after")
FOR_PRIZES = ("prizes", "claim")
ELSEWHERE = ("name", "prizes.")  # fields that the heading and a table of their own tell


def brief_blocks(brief: Brief, facts: Facts) -> list[Block]:
    """Return a brief as blocks: what is filled in under the heads of its form, what is not begun in one line."""
    told = [(section, _section(section, brief, facts)) for section in SECTIONS]
    needed = (*ALWAYS, *(FOR_PRIZES if brief.gives else ()))
    begun: list[Block] = [Section(_title(section, brief), blocks) for section, blocks in told if blocks]
    return [*begun, *still_open([section.title for section, blocks in told if not blocks and section.id in needed])]


def _title(section: Fields, brief: Brief) -> Text:
    """Return the head of a section; above what goes out, whether it is the brief's own text."""
    if section.id != "text":
        return section.title
    return OWN_TEXT if brief.text.strip() else GOES_OUT


def _section(section: Fields, brief: Brief, facts: Facts) -> list[Block]:
    if section.id == "text":
        return _goes_out(brief, facts)
    if section.id == "changes":
        rows = [(day(each.on), each.what.strip(), each.why.strip()) for each in brief.changes if each.is_set]
        return table((ON, WHAT, WHY), rows)
    prizes = _prizes(brief) if section.id == "prizes" else []
    lines = [_line(field, brief, facts) for field in section.fields if not field.path.startswith(ELSEWHERE)]
    filled: list[Words] = [each for each in lines if each is not None]
    listed: list[Block] = [Listing(filled)] if filled else []
    return [*prizes, *listed, *(_outlook(brief, facts) if section.id == "why" else [])]


def _prizes(brief: Brief) -> list[Block]:
    rows = [
        (rank, prize.name.strip(), amount(prize.value) if prize.value else "", str(prize.number or ""))
        for rank, prize in zip(RANKS, brief.prizes, strict=False)
        if prize.is_set
    ]
    return table((RANK, PRIZE, EACH, HOW_MANY), rows, numbers=[2, 3])


def _line(field: Field, brief: Brief, facts: Facts) -> Words | None:
    """Return a field with its label; one that is ticked by its label alone, one that is not filled in not at all."""
    value = value_at(brief, field.path)
    if field.control == "tick":
        return capital(field.label) if value else None
    filled = value is not None if field.control == "choice" else bool(value)  # midnight is hour 0
    told = _value(field, value, facts) if filled else ""
    return line(field.label, told) if is_said(told) else None


def _value(field: Field, value: Any, facts: Facts) -> Words:  # noqa: ANN401 - whatever the brief holds
    options = field.options or {}
    said: dict[Control, Callable[[Any], Words]] = {
        "account": lambda each: account(each, facts),
        "person": lambda each: who(each, facts),
        "date": day,
        "many": lambda keys: join([told for key, told in options.items() if key in keys]),
        "choice": lambda key: options[key],
        "count": amount,
        "amount": amount,
    }
    return said[field.control](value) if field.control in said else str(value).strip()


def _outlook(brief: Brief, facts: Facts) -> list[Block]:
    """Return what past campaigns let one expect; nothing where they do not tell."""
    found = outlook_of(brief, facts)
    return [] if found.refused else [Para(line(EXPECT, outlook_said(found, facts.campaigns)))]


def _goes_out(brief: Brief, facts: Facts) -> list[Block]:
    """Return what is published: the brief's own text, else the announcement, in Chinese as on Weibo."""
    made, own = announcement(brief, facts.company), brief.text.strip()
    if not own and not made.zh:
        return []
    return [Para(own or made.zh), _lacks(brief, facts)]


def _lacks(brief: Brief, facts: Facts) -> Para:
    count, lacks = len(PARTICULARS), [each.name for each in missing(brief, facts.company)]
    if not brief.gives:
        return Para(NO_PRIZE.format(all=count), "quiet")
    if not lacks:
        return Para(WHOLE.format(all=count), "quiet")
    return Para(LACKS.format(all=count, count=len(lacks), which=join(lacks)), "warning")
