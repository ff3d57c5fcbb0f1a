"""A plan with which nothing is wrong (`model_plan.toml`), what examples change in it, and a page for an exercise."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from functools import cache
from importlib import resources
from typing import Any

from playbook.image.plan import ImagePlan
from playbook.language import Language, Text, language
from playbook.plans import read_plan

LISTED = ("papers", "opening")
NAMED = {"name": Text("岚间茶馆官方", "LanjianOfficial"), "bio": Text(
    "一片叶子的旅行，遇见更好的自己。", "A leaf’s journey. Meet your better self."
), "cover": Text("云海日出", "Sunrise over a sea of clouds"), "slot": Text("电影节", "film festival"), "other": Text(
    "开学季", "back to school"
)}  # fmt: skip


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.image").joinpath("model_plan.toml").read_text("utf-8"))


def sound_data(wanted: Language | None = None) -> dict[str, Any]:
    """Return the sound plan as data, with `page` alone in place of `pages`, in this language or the reader’s."""
    data: dict[str, Any] = _in_one(_written(), wanted or language())
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


def flawed_plan() -> ImagePlan:
    """Return a page that an exercise mends, in the reader’s language.

    Four faults: a bio and a cover that say nothing, a name that claims to be official without verification, two tags
    that follow unnamed topics, and an annual inspection in place of the report and the supplementary document.
    """
    data = sound_data()
    page = data["page"]
    page |= {"nickname": str(NAMED["name"]), "verified": "none", "verified_as": "", "verified_on": None}
    page |= {"bio": str(NAMED["bio"]), "cover": str(NAMED["cover"])}
    page["slots"] = [{"word": str(NAMED[each])} for each in ("slot", "other")]
    kept = [each for each in data["papers"] if each["name"] not in {"supplement", "report"}]
    data["papers"] = [*kept, {"name": "inspection", "holder": "shen", "filed_on": "2026-08-05"}]
    return _plan(data)


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


def _in_one(value: Any, wanted: Language) -> Any:  # noqa: ANN401 - data as TOML holds it
    if isinstance(value, dict):
        if set(value) == {"zh", "en"}:
            return value[wanted]
        return {key: _in_one(each, wanted) for key, each in value.items()}
    return [_in_one(each, wanted) for each in value] if isinstance(value, list) else value
