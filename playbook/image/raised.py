"""How a finding on the image is made, and how a page is called in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from playbook.facts import Facts
from playbook.image.parts import Page
from playbook.language import Text, same
from playbook.rules import Finding

PARTED = re.compile(r"[、，,；;/]")


class Named(Protocol):
    """Something with a name of a fixed list, or none yet."""

    @property
    def name(self) -> str | None:
        """Return its name."""


def raised(rule: str, said: Text, mend: Text, *at: str, **values: object) -> Finding:
    """Return a finding of `image.<rule>` (of another system where the rule names it), its places filled."""
    whole = rule if "." in rule else f"image.{rule}"
    return Finding(whole, said.format(**values), mend.format(**values), at)


def called(page: Page, facts: Facts) -> Text:
    """Return how a finding calls a page: by its nickname, else by the account’s name on the card."""
    return same(f"@{page.nickname.strip() or facts.company.account(page.account).name}")


def blank(written: str) -> bool:
    """Tell whether nothing is written."""
    return not written.strip()


def terms(line: str) -> list[str]:
    """Return the words of a line in which several are parted by a comma or 、."""
    return [word for each in PARTED.split(line) if (word := each.strip())]


def holds(text: str, words: str) -> bool:
    """Tell whether a text has one of these words, whatever its capitals."""
    return any(word.casefold() in text.casefold() for word in terms(words))


def there(parts: Iterable[Named]) -> set[str]:
    """Return the names that are chosen in a list."""
    return {each.name for each in parts if each.name}
