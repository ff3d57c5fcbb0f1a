"""How a finding on a scorecard is made: it names the account and the measures, and points to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from playbook.facts import Facts
from playbook.language import Text, same
from playbook.metrics.scorecard import Row, Scorecard
from playbook.rules import Finding
from playbook.week import listed

Wrong = Callable[[Row], bool]


def raised(card: Scorecard, facts: Facts, rule: str, said: Text, mend: Text, **values: object) -> Finding:
    """Return a finding of `metrics.<rule>` on a whole card; `{name}` in `said` becomes the account's name."""
    filled = said.format(name=account_said(card.account, facts), **values)
    return Finding(f"metrics.{rule}", filled, mend, (card.account,))


def about(
    card: Scorecard, rows: Iterable[Row], facts: Facts, rule: str, texts: tuple[Text, Text], **values: object
) -> Iterator[Finding]:
    """Yield one finding that names these rows (`{rows}`), if there are any; `texts` are what is wrong and what mends.

    It points to `account/measure` for each row.
    """
    every = list(rows)
    if every:
        said, mend = texts
        filled = said.format(name=account_said(card.account, facts), rows=named(every), **values)
        yield Finding(f"metrics.{rule}", filled, mend, tuple(f"{card.account}/{row.measure}" for row in every))


def named(rows: Iterable[Row]) -> Text:
    """Return the names of measures, the first few and how many more."""
    return listed((row.known.name for row in rows), measure="项")


def account_said(account: str, facts: Facts) -> Text:
    """Return how a finding calls an account."""
    return same(f"@{facts.company.account(account).name}")


def blank(written: str) -> bool:
    """Tell whether nothing is written."""
    return not written.strip()
