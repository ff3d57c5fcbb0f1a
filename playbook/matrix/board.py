"""The picture of the matrix: a card for each account, and an arrow from whoever relays to whom it relays."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypedDict, get_args

import traitlets

from playbook.matrix.plan import When
from playbook.pictures import Picture, script

WHENS = get_args(When)


class Card(TypedDict):
    """What a card shows: a name, lines beneath it, and in words what becomes of the account (empty: it is kept).

    `fate` ("keep", "merge", "close", or "open" where nothing is decided) is what the style goes by.
    """

    id: str
    name: str
    lines: list[str]
    fate: str
    badge: str


class MatrixBoard(Picture):
    """Accounts as cards in a ring; more than ten, or on a narrow screen, in a list. Arrows are drawn from card to card.

    The browser changes `arrows` once per gesture (a drag, two taps, a key) and `chosen` with the card that is clicked
    or reached by key; it sends "undo" and "redo" to whoever registered with `on_action`. It computes nothing but where
    things stand, and has no words of its own. All else is set from Python, what changes together inside
    `with board.hold_sync():`.

    | trait | holds |
    |---|---|
    | `arrows` | the value: `[by, of, when]`, account `by` relays `of`, "at_once" or "later"; each pair once |
    | `chosen` | the id of the account whose form is shown |
    | `cards` | a `Card` for each account, in the order of the ring, from the top and clockwise |
    | `flagged` | the cards ("id") and arrows ("by>of") to which a finding points |
    | `labels` | by id or "by>of": the whole sentence that says what stands there, aloud and under the picture |
    | `notes` | by "by>of": a few words after the name on the arrow's chip |
    | `done` | what has just happened, shown above the picture and read aloud politely |
    | `words` | everything else that is said, by key: |

    `board` names the picture; `help` is the line under it on mouse and keyboard; `undo` and `redo` stand on buttons;
    `relays` heads an account's arrows; `points`, `at_once`, `later` and `flag` explain the marks, and the middle two
    stand on the chips; `make_later`, `make_at_once` and `remove` are what can be done with an arrow; `pick` is what
    the button on a card is for; `picked`, `draw`, `undraw` and `cancelled` are said while an arrow is being drawn.
    `{by}` and `{of}` in a word stand for the names of the two accounts. A key that is missing shows nothing.

    Raises TraitError for an arrow of another form, from an account to itself, or between a pair that has one.
    """

    _esm = script(Path(__file__))
    _css = Path(__file__).with_suffix(".css")

    arrows = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    cards: traitlets.List[Any] = traitlets.List(traitlets.Dict()).tag(sync=True)
    flagged = traitlets.List(traitlets.Unicode()).tag(sync=True)
    labels = traitlets.Dict(traitlets.Unicode(), key_trait=traitlets.Unicode()).tag(sync=True)
    notes = traitlets.Dict(traitlets.Unicode(), key_trait=traitlets.Unicode()).tag(sync=True)

    @traitlets.validate("arrows")
    def _drawn(self, proposal: traitlets.Bunch) -> list[list[str]]:
        """Return the arrows; raise TraitError unless each is one, between two accounts, and the only one there."""
        arrows, pairs = [list(each) for each in proposal.value], set()
        for arrow in arrows:
            if len(arrow) != 3 or arrow[2] not in WHENS:  # noqa: PLR2004 - by, of, when
                raise traitlets.TraitError(f"arrows: read {arrow}; wanted [by, of, {' or '.join(WHENS)}]")
            by, of, _ = arrow
            if by == of:
                raise traitlets.TraitError(f"arrows: read {by} to itself; wanted two accounts")
            if (by, of) in pairs:
                raise traitlets.TraitError(f"arrows: read {by}>{of} twice; wanted each pair once")
            pairs.add((by, of))
        return arrows
