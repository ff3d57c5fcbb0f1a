"""What the planner of the habits says."""

from __future__ import annotations

from playbook.interaction.habits import Gift
from playbook.language import Text

HEADS = {
    "talk": Text("平时和读者来往", "Day-to-day talk with readers"),
    "forms": Text("一个季度用哪几种形式", "Forms used in a quarter"),
    "gatherings": Text("读者聚集的地方", "Where readers gather"),
    "reviews": Text("读者写的评价", "What readers write of us"),
    "leaders": Text("意见领袖", "Opinion leaders"),
    "staff": Text("员工", "Staff"),
    "growth": Text("粉丝从哪里来", "How followers are won"),
    "tools": Text("工具", "Tools"),
    "report": Text("周报里看什么", "What the weekly report shows"),
}
AS_NEEDED = Text("用得着再填", "Fill in as needed")
NUMBERS = {
    "asks": Text("结尾真在提问的微博，%", "Posts ending in a real question, %"),
    "welfare": Text("一个月转几条公益", "Public-welfare posts a month"),
    "keeping": Text("留住占多少力气，%", "Effort for keeping, %"),
    "winning": Text("增加占多少力气，%", "Effort for winning, %"),
}
TICKS = {
    "organiser_checked": Text("转公益先核实主办方", "The organiser is checked before passing it on"),
    "prizes_ruled": Text("有奖的写好规则、备案和截止日期", "Prizes have rules, filing and an end"),
}
CAMPAIGNS = Text("活动期间", "While a campaign runs")
CAMPAIGNS_ASKS = Text("谁多答、多搜、多转，一句话", "who answers, searches and relays more, in a sentence")
REVIEWS = {
    "collect": Text("收集", "collect them"),
    "ask": Text("转之前问本人", "ask before reposting"),
    "repost": Text("转发", "repost them"),
    "credit": Text("写明是谁写的", "name the writer"),
    "comment": Text("加一句评论", "add a comment"),
    "thank": Text("谢谢人家", "thank them"),
    "criticism": Text("批评也答，改了什么说出来", "answer criticism too, and tell what came of it"),
    "gift_disclosed": Text("送过礼物，转发时说明", "the repost says that there was a gift"),
}
GIFT = Text("礼物", "A gift")
GIFTS: dict[Gift, Text] = {
    "none": Text("不送", "none"),
    "after": Text("写完以后送，不管说好说坏", "afterwards, whatever they wrote"),
    "for_praise": Text("说好话就送", "for praise"),
}
STAFF = {
    "takes_part": Text("员工参与", "staff take part"),
    "voluntary": Text("自愿", "voluntarily"),
    "says_so": Text("写明是公司的人", "saying that they belong to the company"),
    "discreet": Text("知道什么不外传", "knowing what stays inside"),
    "counted_apart": Text("他们的转发另外数", "their reposts are counted apart"),
    "as_readers": Text("有的号装成普通读者", "some accounts pose as readers"),
}
LABELS = {
    "name": Text("名称", "Name"),
    "a_week": Text("一周说几次", "Times a week"),
    "says_who": Text("说明我们是公司", "we say who we are"),
    "noted": Text("听到的记下来", "what is heard is noted"),
    "kind": Text("类别", "Kind"),
    "tie": Text("来往", "Tie"),
    "disclosed": Text("标明了", "it is disclosed"),
    "traced": Text("带来的转发记得出", "reposts are traced"),
    "purpose": Text("用途", "Purpose"),
    "serves": Text("为什么服务", "What it serves"),
    "owner": Text("谁管", "Owner"),
    "follows_by_itself": Text("自己会关注、评论、私信", "follows, comments or writes by itself"),
    "retired": Text("已经停用", "no longer in use"),
}
ADD_PLACE, ADD_LEADER, ADD_TOOL = (
    Text("加一处", "Add a place"), Text("加一位", "Add a leader"), Text("加一样工具", "Add a tool"),
)  # fmt: skip
NO_HABITS = Text("还没有定任何习惯。", "No habit is settled yet.")
