"""What is wrong with the pages, the voice card, the papers and the opening. Each part that is begun is judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.image.held import positioned, unlike_stances
from playbook.image.model_plan import changed_plan
from playbook.image.page_review import page_review
from playbook.image.papers_review import papers_review
from playbook.image.parts import Page
from playbook.image.plan import ImagePlan
from playbook.image.said_review import notes_review, said_review
from playbook.image.tags_review import tags_review
from playbook.image.voice_review import voice_review
from playbook.rules import Finding


def review(plan: ImagePlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a plan; `at` names `account/part`, `positioning`, `voice/part`, `papers` or `opening`."""
    return [
        *positioned(plan),
        *(finding for page in plan.pages for finding in review_page(plan, page, facts)),
        *voice_review(plan.voice),
        *papers_review(plan, facts),
        *notes_review(plan),
        *unlike_stances(plan, facts),
    ]


def review_account(plan: ImagePlan, account: str, facts: Facts) -> list[Finding]:
    """Return the findings on one account’s page, and those on the positioning."""
    return [
        each for each in review(plan, facts) if each.at and each.at[0].partition("/")[0] in {account, "positioning"}
    ]


def review_page(plan: ImagePlan, page: Page, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with one page that is begun."""
    if page != Page(account=page.account):
        yield from page_review(plan, page, facts)
        yield from tags_review(plan, page, facts)
        yield from said_review(page, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`): what is changed in the sound one, part by part."""
    return review(changed_plan(example), sample_facts())
