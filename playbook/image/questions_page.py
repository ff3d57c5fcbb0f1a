"""What exercise 2.1 asks besides `questions.py`: rates worked out, two kinds compared, papers, a page to mend."""

from __future__ import annotations

from typing import Literal

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.image.analysis.searches import Found, by_kind
from playbook.image.model_plan import changed_plan, flawed_plan, page_plan
from playbook.image.plan import ImagePlan
from playbook.image.review import review
from playbook.image.store_page import store_page
from playbook.once import once
from playbook.tables import rounded

Rate = Literal["stay", "visit", "follow"]
State = Literal["needed", "outdated", "depends"]


def rate_of(facts: Facts, kind: str, rate: Rate = "stay", per: int = 100, decimals: int = 0) -> float:
    """Return follows per `per` visits of a kind of term; or visits, or follows, per `per` searches."""
    found = _kinds(facts)[kind]
    over, under = {
        "stay": (found.follows, found.visits),
        "visit": (found.visits, found.searches),
        "follow": (found.follows, found.searches),
    }[rate]
    return rounded(per * over / under, decimals)


def stays_more(facts: Facts, one: str, other: str) -> Outcome:
    """Return what the data say of “visitors by one kind of term stay more often than by the other”."""
    first, second = _kinds(facts)[one].stay, _kinds(facts)[other].stay
    if first.low > second.high:
        return "supported"
    return "refuted" if first.high < second.low else "cannot_tell"


def paper(facts: Facts, name: str) -> State:
    """Return how it stands with a paper: the review asks for it always, only where names differ, or no longer.

    It is found by trying: left out of a sound plan, with the company’s full name as the nickname and without, or added.
    """
    if _misses(facts, {"papers": {name: {"holder": "shen", "filed_on": "2025-08-05"}}}, "image.report-not-inspection"):
        return "outdated"
    alike: dict[str, object] = {"page": {"nickname": changed_plan({}).licence_name}}
    return "needed" if _misses(facts, alike | {"papers": {name: False}}, "governance.") else "depends"


def _misses(facts: Facts, example: dict[str, object], rule: str) -> bool:
    return any(each.rule.startswith(rule) for each in review(changed_plan(example), facts))


def to_mend(facts: Facts) -> ImagePlan:  # noqa: ARG001 - what an exercise begins with is called with the facts
    """Return the page that the exercise mends, with the bio and cover that the store once had."""
    old = store_page()
    return flawed_plan(old.bio, old.cover)


def mended(facts: Facts) -> ImagePlan:  # noqa: ARG001 - likewise
    """Return it mended: one right answer."""
    return page_plan()


@once(32)
def _kinds(facts: Facts) -> dict[str, Found]:
    if facts.searches is None:
        raise ValueError("wanted the facts of the sample company or a variant of it")
    return by_kind(facts.searches)
