"""The controls that forms are made of."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from playbook.controls import Choice, choice, offer
from playbook.language import Text

LABEL, UNDECIDED, KEEP = Text("去留", "Fate"), Text("还没有定", "not decided yet"), Text("保留", "keep")
MADE = "from playbook.controls import Choice; print(Choice(options=[('open', None), ('keep', 'keep')]).index)"


def test_what_is_not_decided_yet_is_shown_and_not_an_empty_line() -> None:
    made = choice(LABEL)
    offer(made, {None: UNDECIDED, "keep": KEEP}, None)
    assert (made.index, made.label, made.value) == (0, str(UNDECIDED), None)
    offer(made, {None: UNDECIDED, "keep": KEEP}, "keep")
    assert (made.index, made.label, made.value) == (1, str(KEEP), "keep")
    offer(made, {None: UNDECIDED, "keep": KEEP}, None)
    assert (made.index, made.label, made.value) == (0, str(UNDECIDED), None)


@pytest.mark.parametrize("seed", ["0", "3"])  # with 3, ipywidgets alone forgets the first line as it is made
def test_it_is_shown_whatever_the_order_in_which_a_list_is_made(seed: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    said = subprocess.run([sys.executable, "-c", MADE], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "0"


def test_a_list_in_which_nothing_says_undecided_can_stand_empty() -> None:
    made = Choice(options=[("a", "a"), ("b", "b")], value="b")
    made.value = None
    assert made.index is None
