"""A page that has run, as one HTML file for its learner: it opens without the course or a network, and runs nothing.

The code is left out. What a cell put out passes nbconvert's sanitizer with a short list of elements, and the policy of
our documents allows no script.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from nbformat import NotebookNode, from_dict

from classroom.markup import Markup, document
from playbook.language import Text

if TYPE_CHECKING:
    from nbconvert.exporters import HTMLExporter

PROSE = ["h1", "h2", "h3", "h4", "p", "div", "span", "b", "strong", "i", "em", "ul", "ol", "li", "blockquote", "br"]
TABLES = ["table", "caption", "thead", "tbody", "tr", "th", "td", "code", "pre", "hr"]
LIVE = {"end"}  # a cell that only leads on in the course
STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)
CHART = Text("图表", "Chart")


def shown(page: NotebookNode, made_from: str = "") -> str:
    """Return a page that has run as HTML, in the reader's language; `made_from` says to programs what went into it."""
    cells = [_record(cell, first=not place) for place, cell in enumerate(page["cells"]) if cell["id"] not in LIVE]
    body, _ = _exporter().from_notebook_node(from_dict({**page, "cells": cells}))
    title = page["cells"][0]["source"].partition("\n")[0].removeprefix("# ")
    return document(title, Markup(body), images=True, made_from=made_from)


def _record(cell: NotebookNode, *, first: bool) -> NotebookNode:
    """Return a copy of a cell as a record shows it: without how to run the page, warnings, the looks of others."""
    copy = deepcopy(cell)
    if first:
        copy["source"] = cell["source"].rpartition("\n\n")[0]
    if "outputs" in copy:
        copy["outputs"] = [output for output in copy["outputs"] if output.get("name") != "stderr"]
    for output in copy.get("outputs", []):
        data = output.get("data", {})
        if "text/html" in data:
            data["text/html"] = STYLE.sub("", data["text/html"])
        if "image/png" in data:
            output["metadata"] = {"image/png": {"alt": str(CHART)}}
    return copy


@cache
def _exporter() -> HTMLExporter:
    """Return nbconvert's exporter, imported only where pages are shown: it takes a second."""
    from nbconvert.exporters import HTMLExporter  # noqa: PLC0415 - as above
    from traitlets.config import Config  # noqa: PLC0415 - as above

    # Not the exporter's own `sanitize_html`: its list is fixed, and knows neither paragraphs nor headings.
    sanitized = {"enabled": True, "tags": PROSE + TABLES, "attributes": {}, "strip": True}
    return HTMLExporter(  # type: ignore[no-untyped-call]  # half typed
        template_name="basic",
        preprocessors=["nbconvert.preprocessors.sanitize.SanitizeHTML"],
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        config=Config({"SanitizeHTML": sanitized}),
    )
