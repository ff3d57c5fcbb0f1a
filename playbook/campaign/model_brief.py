"""A brief with which nothing is wrong, as data: examples change it, and exercises hand over a damaged one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from playbook.campaign.brief import Brief
from playbook.campaign.plan import CampaignPlan
from playbook.plans import read_plan

SOUND: dict[str, Any] = {
    "id": "b1", "name": "一杯茶的故事", "account": "flagship", "line": "self_run", "form": "prize_collection",
    "goal": "brand", "expected": 300, "readers": "existing",
    "occasion": "冬至，围炉喝茶", "occasion_on": "2026-12-22", "theme": "写下你今年最难忘的一杯茶",
    "topic": "一杯茶的故事", "who_may": "年满 14 岁的微博用户", "actions": ["follow", "comment"],
    "starts": "2026-12-14", "ends": "2026-12-25", "launch_hour": 15, "draw_on": "2026-12-28",
    "prizes": [
        {"name": "白瓷盖碗", "value": 120, "number": 3}, {"name": "春茶茶样", "value": 30, "number": 20},
    ],
    "prize_kind": "goods", "tied": True, "tied_by": "自家的茶和店里用的盖碗",
    "draw_how": "用平台的抽奖工具随机抽取", "insiders_barred": True,
    "claim_by": "2027-01-07", "claim_needs": "由中奖的账号本人回复", "claim_how": "在平台的领奖页填写收货地址",
    "delivery": "一次寄出，快递包邮", "forfeit": "到期没有填写的，视为放弃", "contact": "私信 @岚间客服",
    "tool": "official", "budget": 1600, "hours": 20, "owner": "xiaoman", "answers": "xiaoman", "replies": 60,
    "collects": ["name", "phone", "address"], "data_for": "寄奖品", "data_until": "2027-01-31",
    "under_14": "14 岁以下不参加", "data_seen_by": "小满",
    "rights": "作品归作者；转用要先问，署名",
    "risks": "有人冒充中奖通知", "stop": "有人冒充，或者投诉超过 10 条，就停，并公告",
    "measures": ["entries", "new_followers", "kept_90", "cost_per_kept", "complaints", "returning"],
    "measured_on": "2027-03-25",
}  # fmt: skip


def sound_data(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON holds
    """Return the sound brief as JSON holds it, changed in these fields."""
    return deepcopy(SOUND) | changed


def sound_plan(*changed: dict[str, Any], **others: Any) -> CampaignPlan:  # noqa: ANN401 - whatever JSON holds
    """Return a plan with a sound brief for each set of changed fields; `others` are fields of the plan."""
    briefs = [sound_data(**{"id": f"b{number}"} | each) for number, each in enumerate(changed, start=1)]
    return read_plan(CampaignPlan, {"briefs": briefs} | others)


def sound_brief(**changed: Any) -> Brief:  # noqa: ANN401 - whatever JSON holds
    """Return the sound brief, changed in these fields (as JSON holds them)."""
    return sound_plan(changed).briefs[0]
