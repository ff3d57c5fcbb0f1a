"""The forms a campaign can take, and which articles list each (`forms.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from playbook.language import Text

FormName = Literal[
    "prize_repost", "prize_collection", "prize_guess", "prize_survey", "photos", "quiz", "vote", "discussion",
    "coupon", "trial", "online_sale", "first_launch", "pay_for_me", "search_event", "check_in",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, the articles that list it, and what the record of past campaigns calls it ("": none was held).

    `prizes`: something is drawn or awarded; `method`: one of article 8's four; `collects`: readers hand in their work.
    """

    name: Text
    articles: tuple[int, ...]
    type: str
    prizes: bool = False
    method: bool = False
    collects: bool = False


def _read() -> dict[FormName, Form]:
    table = tomllib.loads(resources.files("playbook.campaign").joinpath("forms.toml").read_text("utf-8"))
    return {cast("FormName", key): _form(entry) for key, entry in table.items()}


def _form(entry: dict[str, Any]) -> Form:
    rest = {key: entry[key] for key in ("prizes", "method", "collects") if key in entry}
    return Form(Text.of(entry), tuple(entry["articles"]), entry["type"], **rest)


FORMS: dict[FormName, Form] = _read()
