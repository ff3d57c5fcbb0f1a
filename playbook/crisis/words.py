"""How the choices of a crisis plan are called, on the forms, in findings and on the card."""

from __future__ import annotations

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import (
    Act,
    Asked,
    Duty,
    Level,
    Outlet,
    Scenario,
    Sign,
    Statement,
    StatementKind,
)
from playbook.crisis.watching import AlarmRule, Channel, Counted, KeywordKind, Told
from playbook.language import Text, same

UNDECIDED = Text("还没有定", "not decided yet")
KEYWORD_KINDS: dict[KeywordKind, Text] = {
    "brand": Text("品牌名", "brand name"),
    "place_brand": Text("地名加品牌", "place and brand"),
    "brand_extension": Text("品牌变体、产品", "brand extension, product"),
    "category": Text("品类词", "category word"),
    "industry_event": Text("行业活动词", "event of the trade"),
    "homophone": Text("谐音、错别字", "homophone or misspelling"),
}
CHANNELS: dict[Channel, Text] = {
    "search": Text("搜关键词", "keyword search"),
    "mentions": Text("看 @、评论、转发", "mentions, comments, reposts"),
    "peers": Text("看同行和意见领袖", "peers and opinion leaders"),
}
ALARM_RULES: dict[AlarmRule, Text] = {
    "fixed": Text("固定条数", "a fixed count"),
    "same_hour": Text("比往周同一钟点多几倍", "times the same hour of past weeks"),
    "robust": Text("高出中位数几个偏差", "deviations above the median"),
}
COUNTED: dict[Counted, Text] = {
    "mentions": Text("全部提及", "all mentions"),
    "negative": Text("负面提及", "negative mentions"),
    "negative_share": Text("负面的占比（%）", "the share of negatives (%)"),
}
TOLD: dict[Told, Text] = {
    "phone": Text("打电话", "a call"),
    "chat": Text("发消息", "a chat message"),
    "mail": Text("发邮件", "e-mail"),
}
SIGNS: dict[Sign, Text] = {
    "health": Text("有人说身体不适、不安全", "somebody reports harm or danger"),
    "person": Text("牵涉到具体的人", "a person is exposed or attacked"),
    "journalist": Text("记者来问", "a journalist asks"),
    "authority": Text("监管、平台来问", "an authority or the platform asks"),
    "staff": Text("员工说错话、做错事", "a colleague posted or did something"),
    "rumour": Text("传言", "a rumour"),
    "product": Text("产品问题", "a fault of a product"),
    "service": Text("服务出错", "a failure of service"),
    "troll": Text("挑衅、起哄", "taunts and jeers"),
}
DUTIES: dict[Duty, Text] = {
    "coordinator": Text("总协调", "coordinator"),
    "spokesperson": Text("发言人", "spokesperson"),
    "facts": Text("查事实的人", "fact finder"),
    "inbox": Text("守收件箱的人", "inbox"),
    "approval": Text("审批、法务", "approval, legal"),
}
STATEMENTS: dict[StatementKind, Text] = {
    "holding": Text("先说一声", "holding statement"),
    "fact": Text("说明情况", "statement of facts"),
    "correction": Text("更正", "correction"),
    "apology": Text("道歉和补救", "apology with remedy"),
    "closing": Text("收尾", "closing"),
}
SCENARIOS: dict[Scenario, Text] = {
    "any": Text("通用", "any"),
    "product": Text("产品问题", "product fault"),
    "rumour": Text("传言", "rumour"),
    "staff": Text("员工的微博", "a colleague’s post"),
    "service": Text("服务出错", "service failure"),
}
OUTLETS: dict[Outlet, Text] = {
    "weibo": Text("微博", "Weibo"),
    "site": Text("官网", "website"),
    "wechat": Text("微信", "WeChat"),
    "store": Text("店里的告示", "notice in the store"),
    "service_desk": Text("客服", "service desk"),
    "press": Text("发给记者", "to journalists"),
}
ACTS: dict[Act, Text] = {
    "triage": Text("分清轻重", "tell how serious it is"),
    "pause": Text("停掉定时微博", "pause scheduled posts"),
    "log": Text("开始记时间线", "start the log"),
    "ask": Text("查事实", "find out the facts"),
    "tell_inside": Text("告诉该知道的同事", "tell colleagues inside"),
    "hold": Text("先说一声", "issue the holding statement"),
    "desk": Text("给客服、门店同一套话", "give desk and store the same words"),
    "update": Text("按时补充", "follow up at the set time"),
    "hand_over": Text("交班", "hand over the shift"),
    "remove_data": Text("只删个人信息和违法内容", "remove personal data and unlawful content alone"),
    "evidence": Text("留证据，截图存档", "keep evidence and screenshots"),
    "delete": Text("删批评、关评论", "delete criticism, close comments"),
    "hire": Text("请人刷好评、压下去", "hire posters to drown it"),
    "threaten": Text("发律师函吓人", "threaten with lawyers"),
}
ASKS: dict[Asked, Text] = {
    "detected": Text("几点发现的", "when it was detected"),
    "acknowledged": Text("几点认领的", "when it was acknowledged"),
    "answered": Text("几点答的", "when it was answered"),
    "closed": Text("几点了结的", "when it was closed"),
    "known": Text("每一刻知道什么", "what was known at each point"),
    "channel": Text("从哪里发现的", "through which channel it was found"),
    "change": Text("往后改什么", "what is changed from now on"),
}
FORBIDDEN: tuple[Act, ...] = ("delete", "hire", "threaten")


def level_said(plan: CrisisPlan, level: Level) -> Text:
    """Return what a level is called: its number (the lightest is 1) and its name."""
    number = plan.levels.index(level) + 1
    name = level.name.strip()
    return Text(f"第 {number} 级", f"level {number}") + (Text(f"“{name}”", f" “{name}”") if name else same(""))


def statement_said(statement: Statement) -> Text:
    """Return what a draft is called: its kind and its scenario."""
    kind = STATEMENTS[statement.kind] if statement.kind else Text("声明稿", "kind not settled")
    return Text("《", "") + kind + Text("·", " · ") + SCENARIOS[statement.scenario] + Text("》", "")


def draft_said(statement: Statement) -> Text:
    """Return what a finding calls a draft at the beginning of a sentence."""
    return Text("", "The draft “") + statement_said(statement) + Text("", "”")


def minutes(value: int) -> Text:
    """Return minutes as one says them: whole hours as hours."""
    if value and value % 60 == 0:
        hours = value // 60
        return Text(f"{hours} 小时", f"{hours} h")
    return Text(f"{value} 分钟", f"{value} min")
