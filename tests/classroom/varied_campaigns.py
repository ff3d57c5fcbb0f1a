"""The right campaign plan of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.campaign.plan import CampaignPlan
from playbook.facts import sample_facts
from playbook.plans import read_plan
from playbook.stances import Stance

PAYS = "prize-and-bought-word-of-mouth"
WRONG: tuple[dict[str, Any], ...] = (
    {"tool": "none"},
    {"insiders_barred": False},
    {"collects": ["name", "phone", "address", "id_number"]},
    {"mentions": 5, "readers": "existing", "expected": 50},
    {"readers": "new", "actions": ["follow", "comment", "answer"]},
    {"tied": False},
    {"draw_how": "从转发里随机抽取"},
    {"rights": ""},
    {"occasion": ""},
    {"stop": ""},
    {"measures": ["entries"]},
    {"goal": None},
    {"line": None},
    {"draw_on": "2026-12-20"},
    {"occasion_on": "2026-12-30"},
    {"budget": 100},
    {"contact": ""},
    {"form": "discussion", "prizes": [], "collects": [], "draw_how": "", "tool": None, "delivery": "快递包邮"},
    {"prizes": [{"name": "平板电脑", "value": 2199, "number": 20}], "budget": 46000},
    {"expected": 99999},
)


def varied_campaigns(field: PlanField) -> Iterator[CampaignPlan]:
    """Yield the right plan without its stance, under others, without a brief, and with one thing wrong in the brief."""
    right: Any = field.expect.value(sample_facts())
    plan = read_plan(CampaignPlan, right if isinstance(right, dict) else right.model_dump(mode="json"))
    yield plan.model_copy(update={"stances": {}})
    yield plan.model_copy(update={"briefs": []})
    for position in ("none", "small_gift"):
        yield plan.model_copy(update={"stances": plan.stances | {PAYS: Stance(position=position)}})
    brief = plan.briefs[0].model_dump(mode="json")
    for changed in WRONG:
        mended = read_plan(CampaignPlan, {"briefs": [brief | changed]})
        yield plan.model_copy(update={"briefs": mended.briefs})
