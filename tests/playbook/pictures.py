"""What a chart says, drawn as a page draws it."""

from __future__ import annotations

from io import BytesIO

from matplotlib.figure import Figure


def drawn(figure: Figure) -> list[str]:
    """Draw a figure as a page does (a missing glyph is a warning, and so an error) and return its words."""
    figure.savefig(BytesIO())
    words = [text.get_text() for axes in figure.axes for text in axes.texts]
    words += [axes.get_title(loc="left") for axes in figure.axes]
    words += [label.get_text() for axes in figure.axes for label in (*axes.get_xticklabels(), *axes.get_yticklabels())]
    return [figure.get_suptitle(), *words]
