"""A plan with which nothing is wrong (`model_plan.toml`), what examples change in it, and a page for an exercise."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from functools import cache
from importlib import resources
from typing import Any

from playbook.image.parts import Slot
from playbook.image.plan import ImagePlan
from playbook.language import Language, Text, language
from playbook.plans import read_plan

LISTED = ("papers", "opening")
SLOTS = (Text("电影节", "film festival"), Text("开学季", "back to school"))


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.image").joinpath("model_plan.toml").read_text("utf-8"))


def sound_data(wanted: Language | None = None) -> dict[str, Any]:
    """Return the sound plan as data, with `page` alone in place of `pages`, in this language or the reader’s."""
    data: dict[str, Any] = in_one(_written(), wanted or language())
    return data


def sound_plan(wanted: Language | None = None) -> ImagePlan:
    """Return the sound plan: one page, the voice card, papers and opening."""
    return _plan(sound_data(wanted))


def changed_plan(example: dict[str, Any], wanted: Language = "zh") -> ImagePlan:
    """Return the sound plan changed as an example says.

    `page`, `positioning`, `voice` hold fields; `papers` and `opening` fields by name (false: it is taken off; one that
    is not there is added). An empty text stands for None where a field wants no text.
    """
    data = sound_data(wanted)
    for part, change in example.items():
        if part in LISTED:
            data[part] = _listed(data[part], change)
        elif isinstance(change, dict):
            data[part] = data.get(part, {}) | change
        else:
            data[part] = change
    return _plan(data)


def page_plan() -> ImagePlan:
    """Return positioning and page of the sound plan alone, in the reader’s language."""
    data = sound_data()
    return _plan({name: data[name] for name in ("positioning", "page")})


def flawed_plan(bio: str, cover: str) -> ImagePlan:
    """Return a page that an exercise mends, with this bio and cover, in the reader’s language.

    Besides bio and cover: two tags follow topics that are not named, the verification is not filled in, and a visitor
    is not told where to go next.
    """
    plan = page_plan()
    page = plan.pages[0].model_copy(
        update={
            "bio": bio, "cover": cover, "verified": "none", "verified_as": "", "verified_on": None, "entry": "",
            "slots": [Slot(word=str(each)) for each in SLOTS],
        }
    )  # fmt: skip
    return plan.with_page(page)


def _plan(data: dict[str, Any]) -> ImagePlan:
    data = _open(data)
    return read_plan(ImagePlan, {"pages": [data.pop("page")], **data})


def _listed(parts: list[dict[str, Any]], change: dict[str, Any]) -> list[dict[str, Any]]:
    known = {each["name"] for each in parts}
    kept = [each | (change.get(each["name"]) or {}) for each in parts if change.get(each["name"]) is not False]
    return [*kept, *({"name": name, **each} for name, each in change.items() if name not in known and each)]


def _open(value: Any) -> Any:  # noqa: ANN401 - data as JSON holds it
    """Return data in which an empty date or choice is None: TOML has no word for nothing."""
    if isinstance(value, dict):
        return {key: None if each == "" and _may_be_open(key) else _open(each) for key, each in value.items()}
    return [_open(each) for each in value] if isinstance(value, list) else deepcopy(value)


def _may_be_open(key: str) -> bool:
    return key.endswith("_on") or key in {"on", "until", "valid_until", "lead", "source", "theme"}


def in_one(value: Any, wanted: Language) -> Any:  # noqa: ANN401 - data as TOML holds it
    """Return data in which every pair of texts is the one of this language."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"}:
            return value[wanted]
        return {key: in_one(each, wanted) for key, each in value.items()}
    return [in_one(each, wanted) for each in value] if isinstance(value, list) else value
