"""Model plans written as TOML: in one language of the two, changed in some places, and in parts."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from playbook.language import LANGUAGES, Language


def in_language(data: Any, wanted: Language) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return the data with every pair of texts in one language."""
    if isinstance(data, dict):
        pair = set(data) == set(LANGUAGES)
        return data[wanted] if pair else {key: in_language(each, wanted) for key, each in data.items()}
    return [in_language(each, wanted) for each in data] if isinstance(data, list) else data


def changed(data: Any, changes: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return the data with other values in these places: `{"levels.0.why": ""}`; at `+` a list is made longer."""
    new = deepcopy(data)
    for path, value in changes.items():
        *steps, last = path.split(".")
        place = new
        for step in steps:
            place = place[int(step) if isinstance(place, list) else step]
        if last == "+":
            place.extend(value)
        else:
            place[int(last) if isinstance(place, list) else last] = value
    return new
