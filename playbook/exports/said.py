"""How names that strangers wrote (of files, columns, tables) are put into a message."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.language import Text, join, same
from playbook.shown import cut

MOST_NAMES, LONGEST_NAME = 40, 30
UNNAMED = Text("（没有列名）", "(no name)")
NONE = Text("无", "none")


def about(name: str, said: Text) -> Text:
    """Put the name of a file, as it is shown, before what is said of it."""
    return Text("{name}：{said}", "{name}: {said}").format(name=name, said=said)


def listed(names: Sequence[str]) -> Text:
    """Return names one after the other, so many and so long as a message can hold."""
    shown = [same(cut(name, LONGEST_NAME)) if name else UNNAMED for name in names[:MOST_NAMES]]
    return join(shown + [same("…")] * (len(names) > MOST_NAMES)) if names else NONE
