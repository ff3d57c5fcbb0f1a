"""What a chart says to who does not see it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from playbook.facts import sample_facts
from playbook.figures import cannot_show, chart, in_words
from playbook.language import Text

SIGNS = 20
TITLE = Text("几点发得到的多？", "Which hour is best?")
WHY = Text("这份数据只有日期，\n没有钟点。", "These data have dates,\nbut no time of day.")


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """A page's interpreter, taken away afterwards."""
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_a_chart_says_its_title_what_its_panels_are_and_whose_data_it_shows(reader: str) -> None:
    facts = sample_facts()
    figure, [axes] = chart(TITLE, facts)
    axes.set_title(str(Text("通常的一条", "A typical post")), loc="left")
    axes.text(0, 0, "645")  # a number on a bar says nothing by itself
    panel = {"zh": "通常的一条", "en": "A typical post"}[reader]
    assert in_words(figure) == f"{TITLE} {panel} {facts.caption}"


def test_a_chart_that_cannot_be_drawn_says_why(reader: str) -> None:
    said = in_words(cannot_show(TITLE, WHY, sample_facts()))
    assert {"zh": "这份数据只有日期， 没有钟点。", "en": "These data have dates, but no time of day."}[reader] in said


def test_a_page_gets_the_words_beside_the_picture(shell: InteractiveShell) -> None:
    figure, _ = chart(TITLE, sample_facts())
    _, metadata = shell.display_formatter.format(figure)
    assert metadata["image/png"]["alt"] == in_words(figure)


def drawn_width(figure: Figure, text: Words) -> int:
    """Return how many columns of the picture a text takes."""
    canvas: Any = FigureCanvasAgg(figure)
    shots = []
    for seen in (False, True):
        text.set_visible(seen)
        canvas.draw()
        shots.append(np.asarray(canvas.buffer_rgba()).copy())
    columns = np.flatnonzero((shots[0] != shots[1]).any(axis=(0, 2)))
    return int(columns[-1] - columns[0] + 1)


def test_an_apostrophe_takes_its_own_width_in_an_english_chart_and_a_characters_in_a_chinese_one(
    shell: InteractiveShell, reader: str
) -> None:
    figure, [axes] = chart(TITLE, sample_facts())
    words = [axes.text(0, height, sign * SIGNS) for height, sign in enumerate("’字")]
    shell.display_formatter.format(figure)
    quotes, characters = (drawn_width(figure, text) for text in words)
    assert quotes < characters / 2 if reader == "en" else quotes > characters * 0.8
