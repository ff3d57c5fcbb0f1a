"""One look for every chart: type, colours, a caption that says whose data it shows.

Chart functions return a Figure, never an Axes (which would print itself above the chart).
"""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
import zhplot  # noqa: F401 - registers a Chinese font with matplotlib at import
from IPython import get_ipython
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.language import Text

INK, QUIET, FAINT = "#1f2933", "#616e7c", "#cbd2d9"
MAIN, SECOND, WARN = "#1f6f8b", "#c8553d", "#9a6700"  # told apart in grey print and by colour-blind readers

STYLE: Any = {
    "figure.dpi": 110,
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "axes.unicode_minus": False,  # the font has no U+2212
    "axes.edgecolor": FAINT,
    "axes.labelcolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "text.parse_math": False,  # a name may hold $
    "xtick.color": QUIET,
    "ytick.color": QUIET,
}


plt.rcParams.update(STYLE)
SENTENCE = 10  # characters from which a text in a chart says something by itself; what is shorter is a number on a bar


def in_words(figure: Figure) -> str:
    """Return what a chart says by its own texts, for who does not see it: titles, remarks, the caption."""
    said = [figure.get_suptitle()]
    for axes in figure.axes:
        said += [axes.get_title(place) for place in ("left", "center", "right")]
        said += [text.get_text() for text in axes.texts if len(text.get_text()) >= SENTENCE]
    return " ".join(" ".join([*said, figure.get_supxlabel()]).split())


def _with_words(figure: Figure, **_: object) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Add the words to the picture that the page shows; `labextensions` gives them to the image."""
    return {}, {"image/png": {"alt": in_words(figure)}}


def _show_words() -> None:
    """Let a page that shows charts have their words; nothing outside of a page."""
    if (shell := get_ipython()) is not None:  # asked when a chart is made: a kernel may have been forked since import
        shell.display_formatter.mimebundle_formatter.for_type(Figure, _with_words)


def chart(title: Text, facts: Facts, *, panels: int = 1, height: float = 3.4) -> tuple[Figure, list[Axes]]:
    """Return an empty figure of `panels` stacked axes (width 7.6 inches, `height` each), titled and captioned.

    The figure is closed for pyplot, so that only the cell that returns it shows it.
    """
    _show_words()
    figure, axes = plt.subplots(panels, 1, figsize=(7.6, height * panels), squeeze=False)
    figure.suptitle(str(title), x=0.01, ha="left", fontsize=13.5, color=INK)
    caption(figure, facts.caption)
    plt.close(figure)
    return figure, [row[0] for row in axes]


def caption(figure: Figure, said: Text) -> Figure:
    """Say under a chart whose data it shows, in place of what stands there; return the chart."""
    figure.supxlabel(str(said), x=0.01, ha="left", fontsize=8.5, color=QUIET)
    return figure


def cannot_show(title: Text, why: Text, facts: Facts) -> Figure:
    """Return a figure that says, in the chart's place, what these data cannot tell."""
    figure, [axes] = chart(title, facts, height=2.2)
    axes.axis("off")
    axes.text(0, 0.5, str(why), va="center", ha="left", wrap=True, color=WARN, transform=axes.transAxes)
    return figure


def hours_axis(axes: Axes) -> None:
    """Label the 24 hours, every third one."""
    axes.set_xlim(-0.7, 23.7)
    axes.set_xticks(range(0, 24, 3), [str(Text("{h} 点", "{h}:00").format(h=hour)) for hour in range(0, 24, 3)])
    axes.tick_params(length=0)
