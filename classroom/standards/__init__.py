"""Rules about the course itself: each is small, its docstring is the message, and it names file and place.

A standard is a function without arguments that yields a `Fault` for everything that breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from classroom.standards import data, pages, parity, rules
from classroom.standards.fault import Fault

Standard = Callable[[], Iterator[Fault]]

STANDARDS: tuple[Standard, ...] = (
    parity.pages_come_in_both_languages,
    parity.cells_are_the_same_in_both_languages,
    parity.english_follows_its_chinese,
    pages.code_is_collapsed_and_wordless,
    pages.code_is_short_and_plain,
    pages.prose_stands_between_code,
    pages.bold_text_shows_as_bold,
    pages.links_lead_somewhere,
    pages.outputs_are_quoted_or_gone,
    data.datasets_equal_their_generator,
    data.catalog_describes_every_column,
    rules.every_rule_is_covered,
    rules.rules_are_shown_where_they_say,
    rules.outline_and_specs_agree,
)
