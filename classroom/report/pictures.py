"""One picture: a question's rate as a bar, with its interval and the lines that the advice goes by."""

from __future__ import annotations

from classroom.markup import Markup, Words, tag
from classroom.report.tally import MOST, MOVE_ON, SOME, Tally

WIDE, HIGH = 600, 16
INK, MAIN, FAINT, TRACK = "#1f2933", "#8fb7c5", "#7b8794", "#eef1f4"  # the interval is ink, so that it shows on the bar


def rate_bar(tally: Tally, said: Words) -> Markup:
    """Return the bar; `said` is read out in its place."""
    low, high = tally.interval
    middle = HIGH / 2
    return tag(
        "svg",
        _block(0, WIDE, TRACK),
        _block(0, tally.rate * WIDE, MAIN),
        *(_line(share * WIDE, share * WIDE, 0, HIGH, FAINT) for share in (SOME, MOST, MOVE_ON)),
        _line(low * WIDE, high * WIDE, middle, middle, INK),
        *(_line(end * WIDE, end * WIDE, middle - 4, middle + 4, INK) for end in (low, high)),
        viewBox=f"-1 0 {WIDE + 2} {HIGH}",
        role="img",
        aria_label=str(said),
    )


def _block(left: float, wide: float, colour: str) -> Markup:
    return tag("rect", x=f"{left:.1f}", y=1, width=f"{wide:.1f}", height=HIGH - 2, fill=colour)


def _line(left: float, right: float, top: float, bottom: float, colour: str) -> Markup:
    ends = {"x1": f"{left:.1f}", "x2": f"{right:.1f}", "y1": f"{top:.1f}", "y2": f"{bottom:.1f}"}
    return tag("line", stroke=colour, stroke_width=1.5, **ends)
