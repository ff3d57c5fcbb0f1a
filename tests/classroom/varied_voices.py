"""The right voice card of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.image.plan import ImagePlan
from playbook.plans import read_plan

WRONG: tuple[dict[str, Any], ...] = (
    {"says": " "},
    {"words": "亲切、高冷、懂茶"},
    {"complaint": {"stops": ["jokes"]}},
    {"crisis": {"speaker": "公司法务"}},
    {"lead": None},
    {"speaker": ""},
)


def varied_voices(field: PlanField) -> Iterator[ImagePlan]:
    """Yield the right card with one thing changed, and an empty one."""
    right: Any = field.expect.value(sample_facts())
    voice = (right if isinstance(right, dict) else right.model_dump(mode="json"))["voice"]
    for change in WRONG:
        changed = {name: voice[name] | new if isinstance(new, dict) else new for name, new in change.items()}
        yield read_plan(ImagePlan, {"voice": voice | changed})
    yield ImagePlan()
