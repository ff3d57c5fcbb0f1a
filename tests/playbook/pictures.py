"""What a chart says, drawn as a page draws it, and whether all of it is in the picture."""

from __future__ import annotations

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text as Artist


def drawn(figure: Figure) -> list[str]:
    """Draw a figure as a page does (a missing glyph is a warning, and so an error) and return its words."""
    figure.savefig(BytesIO())
    words = [text.get_text() for axes in figure.axes for text in axes.texts]
    words += [axes.get_title(loc="left") for axes in figure.axes]
    words += [label.get_text() for axes in figure.axes for label in (*axes.get_xticklabels(), *axes.get_yticklabels())]
    return [figure.get_suptitle(), *words]


def outside(figure: Figure) -> list[str]:
    """Draw a figure and return the words and marks of which a part lies outside the picture."""
    figure.savefig(BytesIO())
    return [text.get_text() for axes in figure.axes for text in _shown(axes) if not _inside(figure, text)]


def _shown(axes: Axes) -> list[Artist]:
    low, high = axes.get_xlim()
    ticks = [text for text in axes.get_xticklabels() if low <= text.get_position()[0] <= high]
    texts = [*axes.texts, *ticks, *axes.get_yticklabels(), axes._left_title]  # type: ignore[attr-defined]
    return [text for text in texts if text.get_text()]


def _inside(figure: Figure, text: Artist) -> bool:
    box = text.get_window_extent()
    return bool(box.x0 > -1 and box.x1 < figure.bbox.width + 1 and box.y0 > -1 and box.y1 < figure.bbox.height + 1)
