"""A plan of the sample company with which nothing is wrong, and one that an exercise mends."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from playbook.crisis.plan import CrisisPlan
from playbook.plans import read_plan

LAN = "老岚"
SOUND: dict[str, Any] = {
    "watch": {
        "words": [
            {"word": "岚间茶馆", "kind": "brand", "why": "我们的名字"},
            {"word": "岚间", "kind": "brand", "why": "大家这样简称"},
            {"word": "城南 茶馆", "kind": "place_brand", "why": "只说地方、不提名字的客人"},
            {"word": "岚间茶铺", "kind": "brand_extension", "why": "网店，慢火先在这里冒烟"},
            {"word": "茶叶受潮", "kind": "category", "why": "我们最怕的质量问题"},
            {"word": "江州茶博会", "kind": "industry_event", "why": "那几天同行和记者都在"},
            {"word": "兰间", "kind": "homophone", "why": "常有人打错"},
        ],
        "without": "",
        "owner": "xiaoman", "deputy": "tao", "days": [1, 2, 3, 4, 5, 6, 7], "start": 10, "end": 18, "searches": 4,
        "channels": ["search", "mentions", "peers"], "logged": True, "recorded": True,
        "reviewed_on": "2025-12-01", "next_on": "2026-02-27",
        "watch_days": [
            {"what": "春节", "first": "2026-02-16", "last": "2026-02-22", "before": 2, "after": 2, "searches": 8,
             "words": "春节营业 年礼"},
            {"what": "3·15", "first": "2026-03-15", "last": "2026-03-15", "before": 7, "after": 7, "searches": 8,
             "words": "假茶 投诉"},
            {"what": "国庆", "first": "2026-10-01", "last": "2026-10-07", "before": 2, "after": 2, "searches": 8,
             "words": "国庆排队"},
        ],
    },
    "alarm": {
        "rule": "robust", "counted": "negative", "window": 60, "score": 8.0, "rest": 6.0,
        "told": "shen", "deputy": "xiaoman", "by": "phone",
    },
    "norm": {
        "version": "1", "owner": "xiaoman", "approved_by": LAN, "approved_on": "2025-12-05",
        "procedure": "岚间对外沟通办法", "contact": LAN, "service_desk": "岚间客服",
    },
    "levels": [
        {"name": "随它去", "signs": ["rumour"], "silent": True,
         "why": "没几个人看见，答了才有人看见；一小时满 10 条、或者有人信了，就升到下一级。"},
        {"name": "当天答", "signs": ["service", "product"], "from_count": 10, "decides": "xiaoman", "stands_in": "tao",
         "speaks": "xiaoman", "told": "店长、岚间客服", "first_word": 180, "next_word": 360},
        {"name": "马上", "signs": ["health", "person", "journalist", "authority", "staff"], "from_count": 40,
         "decides": LAN, "stands_in": "xiaoman", "speaks": LAN, "told": "全体店长、岚间客服", "first_word": 60,
         "next_word": 120},
    ],
    "roles": [
        {"duty": "coordinator", "who": "xiaoman", "deputy": "tao", "start": 8, "end": 24},
        {"duty": "spokesperson", "who": LAN, "deputy": "xiaoman", "start": 8, "end": 22},
        {"duty": "facts", "who": "shen", "deputy": "店长", "start": 9, "end": 22},
        {"duty": "inbox", "who": "xiaoman", "deputy": "tao", "start": 9, "end": 22},
        {"duty": "approval", "who": LAN, "deputy": "公司法务", "start": 9, "end": 20},
    ],
    "statements": [
        {"kind": "holding", "scenario": "any",
         "happened": "今天上午有客人说，在我们这里买到的茶打开已经受潮。", "attitude": "给大家添了麻烦，我们当作要紧的事来办。",
         "doing": "我们已经把同一批留下，正在一罐一罐看。", "next_on": "今天 18 点，查到多少说多少。",
         "ask": "买了这批茶的，请私信岚间客服。"},
        {"kind": "fact", "scenario": "product",
         "happened": "同一批的罐子看过了：罐盖的垫圈有缺口，潮气从那里进去。", "attitude": "这是我们收货时没有看出来。",
         "doing": "这一批已经全部下架，换过垫圈的下周到。", "next_on": "明天中午说换货怎么办。", "ask": "还有疑问，请私信岚间客服。"},
        {"kind": "correction", "scenario": "rumour",
         "happened": "网上一张照片说是我们的后厨，照片里不是我们的店。", "attitude": "谢谢把它发来问我们的人。",
         "doing": "我们后厨的照片在官网，随时可以来看。", "next_on": "今天 20 点再答大家的问题。", "ask": "想来看的，请私信岚间城南店。"},
        {"kind": "apology", "scenario": "product",
         "happened": "这批茶有受潮的，是我们收货时没有查垫圈。", "attitude": "对不起，让您花了钱还白高兴一场。",
         "doing": "凡是这一批，开没开都可以退，运费我们付；收货多了一道查垫圈。", "next_on": "周五 12 点报告退了多少。",
         "ask": "退货请私信岚间客服。"},
        {"kind": "closing", "scenario": "product",
         "happened": "受潮的这一批退完了。", "attitude": "谢谢当初告诉我们的客人。", "doing": "收货查垫圈的做法留下来了。", "next_on": "",
         "ask": "往后有事，还是找岚间客服。"},
    ],
    "outlets": ["weibo", "site", "service_desk"], "same_words": True,
    "first_hours": [
        {"act": "triage", "who": "xiaoman", "within": 15, "note": "照级别表"},
        {"act": "log", "who": "xiaoman", "within": 15, "note": "几点、谁、知道什么、做了什么"},
        {"act": "pause", "who": "xiaoman", "within": 20, "note": "三个账号的定时微博都停"},
        {"act": "evidence", "who": "shen", "within": 30, "note": "截图带上时间"},
        {"act": "ask", "who": "shen", "within": 30, "note": "问店长、问仓库"},
        {"act": "tell_inside", "who": "xiaoman", "within": 30, "note": "老岚、店长"},
        {"act": "hold", "who": LAN, "within": 60, "note": "先说一声"},
        {"act": "desk", "who": "xiaoman", "within": 75, "note": "客服和门店照同一套话答"},
        {"act": "update", "who": LAN, "within": 180, "note": "到时没有新消息也说"},
        {"act": "hand_over", "who": "xiaoman", "within": 240, "note": "交给沈牧，写明还欠谁一句"},
    ],
    "after": {"within": 7, "who": "xiaoman", "asks": ["detected", "acknowledged", "answered", "closed", "change"]},
    "after_drill": True, "drill_on": "2026-01-15", "stances": {},
}  # fmt: skip


def sound_plan(change: dict[str, Any] | None = None) -> CrisisPlan:
    """Return the sound plan, changed in these places: `{"levels.0.why": ""}`."""
    data = deepcopy(SOUND)
    for path, value in (change or {}).items():
        _put(data, path.split("."), value)
    return read_plan(CrisisPlan, data)


def _put(data: Any, steps: list[str], value: object) -> None:  # noqa: ANN401 - whatever JSON holds
    for step in steps[:-1]:
        data = data[int(step) if isinstance(data, list) else step]
    data[int(steps[-1]) if isinstance(data, list) else steps[-1]] = value
