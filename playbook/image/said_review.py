"""The texts on a page, read as the reading of drafts reads a post: absolute words, cures, unproved figures, data."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading import is_readable, review_text
from playbook.facts import Facts
from playbook.image import words
from playbook.image.parts import Page
from playbook.image.plan import ImagePlan
from playbook.image.raised import called
from playbook.language import Text
from playbook.rules import Finding

DATA = "content.personal-data"
OF_PAGES = (
    "content.absolute-words", "content.health-claims", "content.true-figures", DATA, "content.private-contact",
)  # fmt: skip
WHERE = Text("{page} 的{part}：", "{page}, {part}: ")


def said_review(page: Page, facts: Facts) -> Iterator[Finding]:
    """Yield what an editor raises on the texts of a page; a text in another language than Chinese is not read."""
    texts = {"nickname": page.nickname, "bio": page.bio, "cover": page.cover, "verified_as": page.verified_as}
    texts |= {"pinned": page.pinned, "entry": page.entry}
    texts |= {"carousel": "。".join(each.says for each in page.carousel)}
    for part, text in texts.items():
        where = WHERE.format(page=called(page, facts), part=words.LABELS[part])
        yield from _read(text, where, f"{page.account}/{part}")


def notes_review(plan: ImagePlan) -> Iterator[Finding]:
    """Yield personal data in the notes beside papers and steps: a plan is passed round."""
    where = Text("材料和步骤的备注：", "Notes on papers and steps: ")
    for note in [each.note for each in plan.papers] + [each.note for each in plan.opening]:
        yield from _read(f"{note}。", where, "papers", only=(DATA,))


def _read(text: str, where: Text, at: str, only: tuple[str, ...] = OF_PAGES) -> Iterator[Finding]:
    if text.strip() and is_readable(text):
        for found in review_text(Draft(id="page", account="page", text=text), only=only):
            yield Finding(found.rule, where + found.what, found.mend, (at,))
