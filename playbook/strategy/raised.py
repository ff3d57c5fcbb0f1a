"""How a finding on the strategy is made: it names the entries of a list, and points to them as `part/number`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from playbook.language import Text, join, same
from playbook.plans import Part
from playbook.rules import Finding
from playbook.week import listed

T = TypeVar("T", bound=Part)
Texts = tuple[Text, Text]  # what is wrong, and what would mend it
Named = tuple[str, Text]  # where an entry stands, and what a finding calls it
NUMBERED = Text("第 {number} 项", "no. {number}")


def raised(rule: str, texts: Texts, *at: str, **values: object) -> Finding:
    """Return a finding of `strategy.<rule>`."""
    said, mend = texts
    return Finding(f"strategy.{rule}", said.format(**values), mend, at)


def about(rule: str, entries: Iterable[Named], texts: Texts, **values: object) -> Iterator[Finding]:
    """Yield one finding that names these entries (`{names}`), if there are any."""
    every = list(entries)
    if every:
        names = listed((name for _, name in every), measure="项")
        yield raised(rule, texts, *(at for at, _ in every), names=names, **values)


def lacking(rule: str, missing: list[Text], texts: Texts, *at: str, **values: object) -> Iterator[Finding]:
    """Yield one finding that says what is missing (`{lacks}`), if anything is."""
    if missing:
        yield raised(rule, texts, *at, lacks=join(missing), **values)


def those(part: str, entries: Sequence[T], wrong: Callable[[T], bool], named: Callable[[T], Text]) -> list[Named]:
    """Return where the wrong entries of a list stand, and their names; a nameless one goes by its number."""
    return [
        (f"{part}/{number}", named(entry) if str(named(entry)).strip() else NUMBERED.format(number=number))
        for number, entry in enumerate(entries, start=1)
        if wrong(entry)
    ]


def quoted(written: str) -> Text:
    """Return what a learner wrote, in quotation marks; nothing of nothing."""
    return Text("“", "“") + same(written.strip()) + Text("”", "”") if written.strip() else same("")


def blank(written: str) -> bool:
    """Tell whether nothing is written."""
    return not written.strip()
