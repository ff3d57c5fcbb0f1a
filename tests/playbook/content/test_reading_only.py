"""A text read for one rule gives what a whole reading gives of that rule: whoever asks for one is not told less."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.content.draft import Draft
from playbook.content.reading import IN_ORDER, review_text
from playbook.rules import rules

EXAMPLES: list[dict[str, Any]] = [
    example
    for each in rules("content").values()
    if each.checked_by == "playbook.content.reading:review_example"
    for example in (each.counterexample, each.good)
    if example is not None
]
DRAFTS = [Draft.model_validate({"id": "example", "account": "flagship", **each}) for each in EXAMPLES]


@pytest.mark.parametrize("rule", IN_ORDER)
def test_reading_for_one_rule_finds_what_the_whole_reading_finds_of_it(rule: str) -> None:
    found = [review_text(each, only=(rule,)) for each in DRAFTS]
    assert found == [[finding for finding in review_text(each) if finding.rule == rule] for each in DRAFTS]
    assert any(found)
