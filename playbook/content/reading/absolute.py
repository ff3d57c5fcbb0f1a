"""Absolute words: where they claim something about goods, and which exemption of SAMR's guide may let them pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, expression, places, read, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.language import Text
from playbook.rules import Finding

CANDIDATES = ("law", "best", "most", "first", "only", "extreme", "all_of_it", "lowest")
BACK, ON = 40, 30  # characters looked at before and after a word: bounded, so that reading stays linear
MARK = "exemption:"
NOT_EXEMPT = frozenset(
    {"lowest", "all_of_it"}
)  # a promise or a comparison with everybody is no comparison with oneself
CLAIM = Text(
    "{words}是绝对化用语，说的像是商品或服务：《广告法》第九条第（三）项不许用“国家级”“最高级”“最佳”等用语。",
    (
        "{words}: absolute words that seem to be about goods or services. Advertising Law, art. "
        "9(3), bars “国家级”, “最高级”, “最佳” and the like."
    ),
)
COMPARED = Text(
    (
        "问一句：和谁比，凭什么？拿不出证明，就换成看得见的事实：多少、多久、怎么做的。能证明的，"
        "把时间、范围和来源写进正文。"
    ),
    (
        "Ask: compared with what, and on what proof? Without proof, write a fact that can be "
        "seen instead: how many, how long, how made. With proof, print period, scope and source."
    ),
)
EXEMPT = Text(
    (
        "{words}是绝对化用语（《广告法》第九条第（三）项）。看上下文，可能属于市场监管总局 2023 "
        "年指南里的一种例外：{name}。"
    ),
    (
        "{words}: absolute words (Advertising Law, art. 9(3)). By the context one exception of "
        "SAMR’s guide of 2023 may apply: {name}."
    ),
)
KEEP = Text(
    "确认是这种情况再用：{proof}。不是，就换一种说法。", "Use it if that is so: {proof}. If not, word it differently."
)


@dataclass(frozen=True, slots=True)
class Case:
    """One context of an exemption; every expression given must fit."""

    tests: tuple[tuple[str, re.Pattern[str]], ...]
    unless: re.Pattern[str] | None

    def fits(self, context: dict[str, str]) -> bool:
        """Tell whether a word's context (word, before, after, clause, near) fits."""
        if self.unless and self.unless.search(context["clause"]):
            return False
        return all(
            (pattern.fullmatch if part == "word" else pattern.search)(context[part]) for part, pattern in self.tests
        )


@dataclass(frozen=True, slots=True)
class Exemption:
    """A case in which the article does not apply: its name, and what proof to keep."""

    key: str
    name: Text
    proof: Text
    cases: tuple[Case, ...]


def absolute_words(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find absolute words about goods: one finding for those nothing excuses, one for each exemption that may apply."""
    claims: dict[Exemption | None, list[Found]] = {}
    for each, may_be in _claims(seen):
        claims.setdefault(_excuse(seen, each) if may_be else None, []).append(each)
    for excuse, found in claims.items():
        if excuse is None:
            yield finding("absolute-words", CLAIM, COMPARED, places(found))
        else:
            what, mend = EXEMPT.format(words="{words}", name=excuse.name), KEEP.format(proof=excuse.proof)
            said = finding("absolute-words", what, mend, places(found))
            yield replace(said, at=(*said.at, MARK + excuse.key))


def exemption(finding: Finding) -> str | None:
    """Return the exemption that a finding names (attitude, self, usage, grade, name, award, fact), None if none."""
    return next((each.removeprefix(MARK) for each in finding.at if each.startswith(MARK)), None)


def _claims(seen: Seen) -> list[tuple[Found, bool]]:
    """Return the words found, longest first where they overlap, and whether an exemption is thinkable."""
    lists = words("absolutes")
    needs = expression("|".join(read("absolutes")["most"]["needs"]))
    found = [
        (each, name not in NOT_EXEMPT)
        for name in CANDIDATES
        for each in lists[name].found(seen)
        if name != "most" or needs.search(_nearby(seen, each))
    ]
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    kept: list[tuple[Found, bool]] = []
    for pair in found:
        if not kept or pair[0].start >= kept[-1][0].end:
            kept.append(pair)
    return kept


def _nearby(seen: Seen, each: Found) -> str:
    start, end = seen.clause(each.start)
    return seen.plain[max(start, each.start - BACK) : min(end, each.end + ON)]


def _excuse(seen: Seen, each: Found) -> Exemption | None:
    start, end = seen.clause(each.start)
    first, last = seen.sentence(each.start)
    context = {
        "word": seen.plain[each.start : each.end],
        "before": seen.plain[max(start, each.start - BACK) : each.start],
        "after": seen.plain[each.end : min(end, each.end + ON)],
        "clause": _nearby(seen, each),
        "near": seen.plain[max(first, each.start - 2 * BACK) : min(last, each.end + 2 * ON)],
    }
    return next((excuse for excuse in _exemptions() if any(case.fits(context) for case in excuse.cases)), None)


@cache
def _exemptions() -> tuple[Exemption, ...]:
    table: dict[str, Any] = read("absolutes")["exemption"]
    return tuple(
        Exemption(key, Text.of(entry), Text.of(entry["proof"]), tuple(_case(case) for case in entry["cases"]))
        for key, entry in table.items()
    )


def _case(written: dict[str, str]) -> Case:
    tests = tuple((part, expression(text)) for part, text in written.items() if part != "unless")
    return Case(tests, expression(written["unless"]) if "unless" in written else None)
