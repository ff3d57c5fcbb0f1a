"""Drafts as a page shows them: what the reading finds, what may stay, how a person marks, and who moves one on."""

from __future__ import annotations

from typing import Any

import pandas as pd

from playbook.content.draft import STATUSES
from playbook.content.events import events as invented
from playbook.content.reading import review_text
from playbook.content.reading.lists import read
from playbook.content.rubric import dimensions
from playbook.content.steps import STEPS
from playbook.content.to_mend import draft_to_mend
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.rules import rule, rules
from playbook.tables import NOTHING, table

RULE, SOURCE = Text("规矩", "rule"), Text("谁的规矩", "whose")


def reading(*drafts: str, known: Facts | None = None) -> pd.DataFrame:
    """What the reading finds in drafts to mend (by id): a row a finding, with what to do and who says so."""
    facts = known or present_facts()
    rows, names = [], []
    for name in drafts:
        for finding in review_text(draft_to_mend(name).draft, facts):
            said = rule(finding.rule)
            rows.append((str(said.name), str(finding.what), str(finding.mend), str(said.source.short)))
            names.append(name)
    heads = [RULE, Text("看见什么", "what is there"), Text("怎么办", "what to do"), SOURCE]
    return table(rows, names, heads, Text("草稿", "draft"))


def laws() -> pd.DataFrame:
    """What today’s law asks of a text: a row a rule, with what it asks and which law."""
    told = [each for each in rules("content").values() if each.source.id.startswith("law-")]
    rows = [(str(each.says), str(each.source.short)) for each in told]
    return table(rows, [str(each.name) for each in told], [Text("怎么说", "what it asks"), SOURCE], RULE)


def exemptions() -> pd.DataFrame:
    """Where the regulator’s guide lets an absolute word pass: a row a case, with an example and the proof to keep."""
    told: dict[str, Any] = read("absolutes")["exemption"]
    rows = [(str(Text.of(each["example"])), str(Text.of(each["proof"]))) for each in told.values()]
    heads = [Text("例子（编的）", "example (invented)"), Text("还要做什么", "what to do as well")]
    return table(rows, [str(Text.of(each)) for each in told.values()], heads, Text("哪一种", "which case"))


def rubric() -> pd.DataFrame:
    """How a person marks the four qualities: a row a quality, what it asks, and what 0, 1 and 2 mean."""
    rows = [(str(each.asks), *(str(level.says) for level in each.levels)) for each in dimensions()]
    marks = [Text(f"{mark} 分", str(mark)) for mark in range(3)]
    heads = [Text("问一句", "the question"), *marks]
    return table(rows, [str(each.name) for each in dimensions()], heads, Text("质量", "quality"))


def marked(quality: str) -> pd.DataFrame:
    """One quality with its marked examples: mark, text (with a gloss for who reads English), and why this mark."""
    asked = next(each for each in dimensions() if each.key == quality)
    rows = [(str(Text(each.text, each.gloss)), str(each.why)) for level in asked.levels for each in level.examples]
    marks = [str(Text(f"{mark} 分", str(mark))) for mark, level in enumerate(asked.levels) for _ in level.examples]
    return table(rows, marks, [Text("微博", "post"), Text("为什么", "why")], asked.name)


def statuses() -> pd.DataFrame:
    """The six steps of a draft: who moves it there, and what is done."""
    rows = [(str(who), str(done)) for who, done in STEPS.values()]
    heads = [Text("谁说了算", "who decides"), Text("做完什么才算", "what is done by then")]
    return table(rows, [str(STATUSES[each]) for each in STEPS], heads, Text("走到哪一步", "step"))


def events() -> pd.DataFrame:
    """The events of an invented week: whether each has to do with us, and which are never ridden, and why."""
    told = list(invented().values())
    rows = [(_related(each), str(Text.of(each["never"])) if "never" in each else NOTHING) for each in told]
    heads = [Text("和我们有关吗", "to do with us?"), Text("不借的单子", "left alone because of")]
    return table(rows, [str(Text.of(each)) for each in told], heads, Text("那一周的事（编的）", "that week (invented)"))


def _related(event: dict[str, Any]) -> str:
    if "never" in event:
        return NOTHING
    return str(Text("有", "yes") if event["related"] else Text("没有", "no"))
