"""What is wrong with a draft, read as a careful editor reads it: words flagged, exemptions named, questions asked.

Nothing is deleted and nothing scored. What only a person can judge (a joke, a tone) is put to one as a question.
Whether an original post carries the topic word of its column is a matter of the plan, which knows the columns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from playbook.content.draft import Draft
from playbook.content.reading.absolute import absolute_words, exemption
from playbook.content.reading.elements import elements
from playbook.content.reading.folding import too_long
from playbook.content.reading.form import bare_repost, malformed
from playbook.content.reading.opening import headline_and_link, no_hook
from playbook.content.reading.others import personal_data, unnamed_source
from playbook.content.reading.proofs import cures, undeclared_ai, unproved_figures
from playbook.content.reading.seen import Seen, see
from playbook.content.reading.selling import private_sale, unmarked_ad
from playbook.content.reading.talk import bait, nothing_to_answer
from playbook.content.reading.tone import belittling, greeting, hung_on_misfortune, slang
from playbook.facts import Facts
from playbook.microblog import LINK
from playbook.rules import Finding

__all__ = ["elements", "exemption", "is_readable", "places", "review_example", "review_text"]

# Who reads for which rule, in the order in which findings are told.
IN_ORDER: dict[str, Callable[[Draft, Seen, tuple[str, ...]], Iterator[Finding]]] = {
    "content.nine-syntax-elements": malformed,
    "content.repost-with-own-view": bare_repost,
    "content.limit-140": too_long,
    "content.title-text-image": no_hook,
    "content.no-headline-plus-link": headline_and_link,
    "content.absolute-words": absolute_words,
    "content.ad-mark": unmarked_ad,
    "content.private-contact": private_sale,
    "content.health-claims": cures,
    "content.true-figures": unproved_figures,
    "content.ai-mark": undeclared_ai,
    "content.personal-data": personal_data,
    "content.named-source": unnamed_source,
    "content.hot-event-filter": hung_on_misfortune,
    "content.think-before-posting": belittling,
    "content.humour-and-net-slang": slang,
    "content.morning-evening-tone": greeting,
    "content.honest-questions": bait,
    "content.dialogue-questions": nothing_to_answer,
}


def review_text(draft: Draft, facts: Facts | None = None, only: Collection[str] = IN_ORDER.keys()) -> list[Finding]:
    """Return what a careful editor would raise on a draft; `at` holds the very words, as typed.

    With `facts`, a mention is held against the company's own account names; with `only`, the draft is read for these
    rules alone. Linear in the length of the text.
    """
    seen = see(draft.text)
    names = tuple(account.name for account in facts.company.accounts) if facts else ()
    asked = [reader for rule, reader in IN_ORDER.items() if rule in only]
    return [finding for reader in asked for finding in reader(draft, seen, names)]


def is_readable(text: str) -> bool:
    """Tell whether a text is Chinese enough to be read: the lists know no other language, and would find nothing."""
    letters = [sign for sign in LINK.sub("", text) if sign.isalpha()]
    return sum("\u4e00" <= sign <= "\u9fff" for sign in letters) * 5 >= len(letters)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a draft written as data (the examples in `rules.toml`); `id` and `account` may be left out."""
    return review_text(Draft.model_validate({"id": "example", "account": "flagship", **example}))


def places(finding: Finding) -> tuple[str, ...]:
    """Return the words that a finding points at, as they stand in the text (without the mark of an exemption)."""
    return tuple(each for each in finding.at if not each.startswith("exemption:"))
