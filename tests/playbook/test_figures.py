"""What a chart says to who does not see it."""

from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell

from playbook.facts import sample_facts
from playbook.figures import cannot_show, chart, in_words
from playbook.language import Text

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
