"""The picture of an inbox: a window on a long list, in which each message is filed with one key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from playbook.interaction.kinds import MESSAGES
from playbook.pictures import Picture, script


class Inbox(Picture):
    """Messages one below the other, nine of them at a time, however many there are; the one in the middle is filed.

    The browser changes `marks` once per key or tap, together with `at`, the place it goes on to; it sends "undo" and
    "redo" to whoever registered with `on_action`. It has no words of its own. All else is set from Python.

    | trait | holds |
    |---|---|
    | `marks` | the value: the kind by the message's id |
    | `at` | the place of the chosen message, from 0 |
    | `items` | `[id, head, text, gloss]` a message: who wrote when and where; the gloss may be empty |
    | `kinds` | `[key, kind, name]` each of the nine, in their order |
    | `done` | how far one has come, shown above the list |
    | `words` | everything else that is said: `inbox`, `kinds`, `help`, `undo`, `redo`, `place`, `open`, `next` |

    `{at}` and `{all}` in `place` stand for where one is. Raises TraitError for a mark that is none of the nine.
    """

    _esm = script(Path(__file__))
    _css = Path(__file__).with_suffix(".css")

    marks: traitlets.Dict[str, str] = traitlets.Dict(
        value_trait=traitlets.Unicode(), key_trait=traitlets.Unicode()
    ).tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)
    items: traitlets.List[Any] = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    kinds: traitlets.List[Any] = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)

    @traitlets.validate("marks")
    def _of_the_nine(self, proposal: traitlets.Bunch) -> dict[str, str]:
        for item, kind in proposal.value.items():
            if kind not in MESSAGES:
                raise traitlets.TraitError(f"marks: read {kind!r} for {item}; wanted one of {', '.join(MESSAGES)}")
        return dict(proposal.value)
