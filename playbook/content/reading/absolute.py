"""Absolute words: where they claim something about goods, and which exemption of SAMR's guide may let them pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, expression, places, read, words
from playbook.content.reading.said_of import Subjects, subjects
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.content.reading.wholes import apart, whole_superlative
from playbook.language import Text
from playbook.rules import Finding

CANDIDATES = ("law", "best", "most", "first", "only", "extreme", "all_of_it", "lowest")
BACK, ON = 40, 30  # characters looked at before and after a word: bounded, so that reading stays linear
MARK = "exemption:"
NOT_EXEMPT = frozenset(
    {"lowest", "all_of_it"}
)  # a promise or a comparison with everybody is no comparison with oneself
CLAIM = Text(
    "{words}是绝对化用语，看上去是在说商品或服务：《广告法》第九条第（三）项不许用“国家级”“最高级”“最佳”等用语。",
    (
        "{words}: absolute words that seem to be about goods or services. Advertising Law, art. "
        "9(3), bars “国家级”, “最高级”, “最佳” and the like."
    ),
)
PERHAPS = Text(
    "{words}是绝对化用语：《广告法》第九条第（三）项不许拿“国家级”“最高级”“最佳”等用语说商品或服务。",
    (
        "{words}: absolute words. Of goods or services, Advertising Law, art. 9(3), bars “国家级”, “最高级”, "
        "“最佳” and the like."
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
OF_GOODS = Text(
    "先问一句：这里说的是商品或服务吗？不是，就不用改。是，再",
    "First ask: does it speak of goods or services? If not, leave it. If so: ",
)
EXEMPT = Text(
    "含{words}，多半是《广告法》第九条第（三）项的例外：{name}（市场监管总局 2023 年指南）。",
    "It says {words}; most likely an exception to Advertising Law, art. 9(3): {name} (SAMR’s guide of 2023).",
)
KEEP = Text(
    "写法和凭据：{proof}。不是这种情况，就换一种说法。",
    "How, and what proof: {proof}. If this is not the case, word it differently.",
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
    about = subjects(seen)
    claims: dict[Exemption | bool, list[Found]] = {}
    for each, may_be in _claims(seen, about):
        excused = _excuse(seen, each) if may_be else None
        claims.setdefault(excused or about.of_goods(each), []).append(each)
    for excuse, found in claims.items():
        at = places([whole_superlative(seen, each) for each in found])
        if isinstance(excuse, Exemption):
            what, mend = EXEMPT.format(words="{words}", name=excuse.name), KEEP.format(proof=excuse.proof)
            said = finding("absolute-words", what, mend, at)
            yield replace(said, at=(*said.at, MARK + excuse.key))
        else:
            what, mend = (CLAIM, COMPARED) if excuse else (PERHAPS, OF_GOODS + COMPARED)
            yield finding("absolute-words", what, mend, at)


def exemption(finding: Finding) -> str | None:
    """Return the exemption that a finding names (attitude, self, usage, grade, name, award, fact), None if none."""
    return next((each.removeprefix(MARK) for each in finding.at if each.startswith(MARK)), None)


def _claims(seen: Seen, about: Subjects) -> list[tuple[Found, bool]]:
    """Return the words that may claim something, of what overlaps the longest; and whether an excuse is thinkable."""
    lists = words("absolutes")
    needs = expression("|".join(read("absolutes")["most"]["needs"]))
    found = [
        (each, name not in NOT_EXEMPT)
        for name in CANDIDATES
        for each in lists[name].found(seen)
        if name != "most" or needs.search(_nearby(seen, each))
    ]
    thinkable = dict(found)
    return [(each, thinkable[each]) for each in apart(list(thinkable)) if not about.claims_nothing(each)]


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
