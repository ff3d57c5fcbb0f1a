"""How the choices of a brief are called, on the form, in findings and in the announcement."""

from __future__ import annotations

from datetime import date

from playbook.campaign.brief import Action, Brief, Datum, Goal, Kind, Measure, Readers, Run, Tool
from playbook.language import Text, same

RUNS: dict[Run, Text] = {
    "self_run": Text("微博自发活动", "self-run on Weibo"),
    "network": Text("网络活动（借店铺工具）", "network campaign (with a shop’s tool)"),
    "hot": Text("热点活动", "hot-topic campaign"),
}
GOALS: dict[Goal, Text] = {
    "followers": Text("增加粉丝", "more followers"),
    "brand": Text("宣传品牌", "brand"),
    "sales": Text("促进销售", "sales"),
    "heat": Text("创造热点", "buzz"),
    "feedback": Text("收集反馈", "feedback"),
    "visits": Text("到店", "visits to the store"),
}
READERS: dict[Readers, Text] = {
    "new": Text("新读者", "new readers"),
    "existing": Text("老读者", "readers we have"),
}
ACTIONS: dict[Action, Text] = {
    "follow": Text("关注账号", "follow the account"),
    "repost": Text("转发本条", "repost this post"),
    "comment": Text("评论", "comment"),
    "like": Text("点赞", "like"),
    "answer": Text("答题", "answer a question"),
    "submit": Text("交作品", "hand in something of one’s own"),
    "vote": Text("投票", "vote"),
    "register": Text("填表报名", "fill in a form"),
    "visit": Text("到店", "come to the store"),
    "buy": Text("下单", "buy"),
}
KINDS: dict[Kind, Text] = {
    "goods": Text("实物", "goods"),
    "voucher": Text("券", "voucher"),
    "cash": Text("现金", "cash"),
    "service": Text("服务、体验", "service"),
}
TOOLS: dict[Tool, Text] = {
    "official": Text("用平台的抽奖工具", "the platform’s own draw tool"),
    "filed": Text("不用，已向平台备案", "another way, filed with the platform"),
    "none": Text("不用，也没有备案", "another way, not filed"),
}
DATA: dict[Datum, Text] = {
    "name": Text("姓名", "name"),
    "phone": Text("手机号", "phone number"),
    "address": Text("收货地址", "address"),
    "wechat": Text("微信号", "WeChat name"),
    "birthday": Text("生日", "birthday"),
    "id_number": Text("身份证号", "identity number"),
}
MEASURES: dict[Measure, Text] = {
    "entries": Text("参加人次", "entries"),
    "new_followers": Text("涨粉", "new followers"),
    "kept_90": Text("90 天后还在的", "followers kept 90 days"),
    "cost_per_kept": Text("留下一个粉丝花多少元", "yuan for each follower kept 90 days"),
    "orders": Text("订单", "orders"),
    "visits": Text("到店人数", "visits to the store"),
    "complaints": Text("投诉", "complaints"),
    "topic_posts": Text("话题条数，活动前后", "posts with the topic, before and after"),
    "returning": Text("又来参加的老读者", "readers who take part again"),
    "conversion": Text("每个链接的成交", "sales for each link"),
}
RANKS = (Text("一等奖", "first prize"), Text("二等奖", "second prize"), Text("三等奖", "third prize"))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
CALLED = Text("“{name}”", "“{name}”")
NAMELESS = Text("还没有名称的活动", "the campaign without a name")


def day_said(on: date) -> Text:
    """Return a day as each language writes it."""
    return Text(f"{on.year} 年 {on.month} 月 {on.day} 日", f"{on.day} {MONTHS[on.month - 1]} {on.year}")


def yuan(amount: float) -> Text:
    """Return an amount in yuan, without needless zeros; English sets off thousands."""
    shown = f"{amount:,.2f}".rstrip("0").rstrip(".") if amount % 1 else f"{amount:,.0f}"
    return Text(f"{shown.replace(',', '')} 元", f"{shown} yuan")


def called(brief: Brief) -> Text:
    """Return how a finding calls a campaign: by its name, else as the list does."""
    return CALLED.format(name=same(brief.name.strip())) if brief.name.strip() else NAMELESS
