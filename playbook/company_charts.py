"""What all charts of a whole company share: its facts, and the word that stands where there are no data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import cannot_show
from playbook.language import Text

Draw = Callable[[Facts, Text], Figure]
Missing = Callable[[Facts], Text | None]


class ChartOfCompany(Protocol):
    """A chart that a page calls without arguments, or with other facts."""

    def __call__(self, known: Facts | None = None) -> Figure:
        """Draw it."""


def of_company(title: Text, missing: Missing) -> Callable[[Draw], ChartOfCompany]:
    """Make a chart of the whole company, of the present facts unless told otherwise.

    `missing` says what these data lack; a word then stands in the chart's place.
    """

    def decorate(draw: Draw) -> ChartOfCompany:
        @wraps(draw)
        def drawn(known: Facts | None = None) -> Figure:
            facts = known or present_facts()
            why = missing(facts)
            return draw(facts, title) if why is None else cannot_show(title, why, facts)

        return drawn

    return decorate


def rows_axis(axes: Axes, labels: list[str]) -> None:
    """Label rows from the top, and leave the horizontal axis without marks."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(length=0)
