"""The right watch of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.crisis.plan import CrisisPlan
from playbook.facts import sample_facts
from playbook.plans import read_plan

NINE = {  # words that find enough, and are fewer than ten
    "岚间": "brand", "老岚": "brand", "岚子家": "brand", "城南 茶": "place_brand", "春山罐": "brand_extension",
    "一盏装": "brand_extension", "茶": "category", "秋茶投票": "industry_event", "兰间": "homophone",
}  # fmt: skip
WATCH: tuple[dict[str, Any], ...] = (
    {"words": [{"word": word, "kind": kind, "why": "见课上的表"} for word, kind in NINE.items()]},
    {"watch_days": []},
    {"deputy": "shen"},
    {"deputy": "xiaoman", "days": [1, 2, 3, 4, 5]},
)
ALARM: tuple[dict[str, Any], ...] = ({"counted": "mentions"}, {"by": "mail"}, {"score": 4.0})


def varied_watches(field: PlanField) -> Iterator[CrisisPlan]:
    """Yield the right plan with one thing wrong in the watch or the alarm, without two words, or one of no kind."""
    right: Any = field.expect.value(sample_facts())
    plan = read_plan(CrisisPlan, right if isinstance(right, dict) else right.model_dump(mode="json"))
    whole = plan.model_dump(mode="json")
    for part, changes in (("watch", WATCH), ("alarm", ALARM)):
        for changed in changes:
            yield read_plan(CrisisPlan, whole | {part: whole[part] | changed})
    words = whole["watch"]["words"]
    fewer = [each for each in words if each["word"] not in ("春山罐", "岚子家")]
    unsorted = [words[0] | {"kind": None}, *words[1:]]
    for written in (fewer, unsorted):
        yield read_plan(CrisisPlan, whole | {"watch": whole["watch"] | {"words": written}})
