"""The page of the sample’s store, before and after its bio was rewritten, to look at for five seconds or take over."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from html import escape
from importlib import resources
from typing import Any

import ipywidgets as widgets

from playbook.image import words
from playbook.image.model_plan import in_one
from playbook.image.parts import Limits, Page
from playbook.image.preview import preview
from playbook.language import language
from playbook.sample.card import sample_card

SECONDS = 5


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.image").joinpath("store_page.toml").read_text("utf-8"))


def store_page(*, rewritten: bool = False) -> Page:
    """Return the store’s page in the reader’s language, with the bio of before, or as it was `rewritten`."""
    data = in_one(_written(), language())
    page = Page.model_validate_json(json.dumps(data["before"]))
    return page.model_copy(update=data["after"]) if rewritten else page


class Glance(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A page that is shown at the press of a button, and gone five seconds later."""

    def __init__(self, page: Page) -> None:
        self._page, self._looks = page, 0
        self.button = widgets.Button(description=str(words.GLANCE), layout={"width": "auto"})
        self.button.on_click(lambda _: self.look())
        self.shown = widgets.HTML()
        super().__init__([self.button, self.shown])

    def look(self) -> None:
        """Show the page once more."""
        self._looks += 1  # what is shown must differ from before, or the browser does not begin anew
        drawn = preview(self._page, sample_card(), Limits(), fades=SECONDS)
        over = f'<p class="planner-notice image-over" role="status">{escape(str(words.GLANCED))}</p>'
        self.shown.value = f'<div data-look="{self._looks}">{drawn}{over}</div>'


def glance(*, rewritten: bool = False) -> Glance:
    """Offer a five-second look at the store’s page."""
    return Glance(store_page(rewritten=rewritten))
