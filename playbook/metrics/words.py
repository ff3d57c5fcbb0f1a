"""What the planners of metrics say: of scorecards, of peers, and of the monthly report and its reviews."""

from __future__ import annotations

from playbook.language import Text
from playbook.metrics.routine import Lead, Outcome, Per
from playbook.metrics.scorecard import Age, Horizon

OPEN = Text("还没有定", "not decided yet")

# ---- scorecards

HORIZONS: dict[Horizon | None, Text] = {
    None: OPEN,
    "short": Text("短期（一个月里看得出）", "short (shows within a month)"),
    "long": Text("长期（一季以上）", "long (a quarter or more)"),
}
AGES: dict[Age, Text] = {
    1: Text("1 天后", "after 1 day"),
    7: Text("7 天后", "7 days"),
    30: Text("30 天后", "30 days"),
    90: Text("90 天后", "90 days"),
}
ACCOUNT = Text("哪个账号的计分卡", "Scorecard of")
COUNTED = Text("@{name}（{count} 项）", "@{name} (measures: {count})")
JUDGED_FROM, JUDGED_TO = Text("评的是：从", "Period judged: from"), Text("到", "to")
VERDICT_ON = Text("哪天下结论", "Verdict on")
MEASURE, ADD = Text("再加一项", "Another measure"), Text("加上", "Add")
OFFERED = Text("{name} · {sort}", "{name} · {sort}")
NOT_OURS = Text("{name} · 不合这类账号", "{name} · not for this kind of account")
REFUSED = Text("{name} · 不收", "{name} · refused")
SUGGESTED = Text(
    "合“{kind}”账号、卡上还没有的：{outcomes}（结果）；{leading}（先行）。",
    "Fit for an account of the kind “{kind}”, and not on the card: {outcomes} (outcomes); {leading} (leading).",
)
NONE_LEFT = Text("没有了", "none left")
NO = Text(
    "没有加“{name}”：{why}。换一项：{instead}。",
    "“{name}” was not added: {why}. Take another: {instead}.",
)
TAKE = Text("改用“{name}”", "Take “{name}”")
FULL = Text(
    "一张卡最多 {most} 项；项数多了，哪项都没人管。", "A card has {most} measures at most; with more, nobody minds any."
)
YEAR_AGO = Text("基准都用去年同几周", "Same weeks a year ago as every base")
WEIGHED = Text(
    "分量合计 {total}%；看短 {short}%，看长 {long}%。",
    "Weights: {total}% in all; short-term {short}%, long-term {long}%.",
)
WHY, WHY_ASKS = (
    Text("为哪个目的", "Serves the goal"),
    Text("它动了，说明什么近了", "what has come nearer when it moves"),
)
DEFINITION = Text("我们怎么算", "How we count it")
ORIGIN, SAMPLE = Text("数从哪里来", "Comes from"), Text("每次读几条", "Comments read")
BASE_FROM, BASE_TO = Text("基准：从", "Base: from"), Text("到", "to")
LOW, HIGH = Text("目标：从（{unit}）", "Target: from ({unit})"), Text("到（{unit}）", "to ({unit})")
LAG, READ = Text("几周内不下结论", "No verdict for weeks"), Text("同一批什么时候读", "The same posts are read")
OWNER, DEPUTY = Text("谁管", "Owner"), Text("谁代", "Stands in")
IF_FALLS, IF_RISES = Text("降了怎么办", "If it falls"), Text("升了怎么办", "If it rises")
HORIZON, WEIGHT = Text("看短看长", "Horizon"), Text("分量（%）", "Weight (%)")
REMOVE = Text("去掉这一项", "Take it off")
GAMED = Text("小心：{gamed}。", "Beware: {gamed}.")
COUNTS = Text("数的是：{counts}。", "It counts: {counts}.")
USUAL = Text(
    "通常要 {lag} 周才看得出（本课程的假定，可以改长）。",
    "It usually takes {lag} weeks to show (assumed by this course; make it longer if you must).",
)
ROW = Text("{sign} {name}：{weight}% · {sort}", "{sign} {name}: {weight}% · {sort}")
ROW_ISSUES = Text(
    "{sign} {name}：{weight}% · {sort} · 有 {count} 处问题", "{sign} {name}: {weight}% · {sort} · issues: {count}"
)
EMPTY_CARD = Text(
    "@{name} 的计分卡还是空的。先从上面挑一项结果、一项先行。",
    "The card of @{name} is empty. Begin with one outcome and one leading measure from the list above.",
)
SO_FAR = Text("到目前没有问题，还差 {missing} 项。", "No issues so far; measures still to add: {missing}.")

# ---- the routine

PAY = {
    False: Text("▸ 有人的收入跟着哪些数走（没有就不用打开）", "▸ Measures that pay follows (if none, leave it shut)"),
    True: Text("▾ 有人的收入跟着哪些数走", "▾ Measures that pay follows"),
}  # fmt: skip

PER: dict[Per | None, Text] = {
    None: OPEN,
    "per_thousand": Text("折成每千粉丝", "per 1,000 followers"),
    "per_post": Text("折成每条", "per post"),
    "raw": Text("总数，不折", "totals as they are"),
}
LEADS: dict[Lead | None, Text] = {
    None: OPEN,
    "relations": Text("关系：答复、讨论、态度、参与", "relations: replies, discussion, attitude, participation"),
    "counts": Text("数量：粉丝、条数", "counts: followers, posts"),
    "money": Text("钱：销售、回报", "money: sales, returns"),
}
OUTCOMES: dict[Outcome, Text] = {
    "open": Text("还没有回头看", "not looked at yet"),
    "better": Text("好了", "better"),
    "same": Text("没变", "the same"),
    "worse": Text("差了", "worse"),
}
HEADS = {
    "peers": Text("和谁比", "Peers"),
    "gaps": Text("差在哪里，怎么办", "Gaps, and what is done"),
    "report": Text("月报", "Monthly report"),
    "reviews": Text("复盘", "Reviews"),
    "changes": Text("这次复盘改什么", "What this review changes"),
    "guards": Text("发钱以前先查", "Checked before it is paid"),
}
LABELS = {
    "name": Text("同行", "Peer"),
    "why": Text("为什么和它比", "Why this one"),
    "per": Text("怎么折算", "Made comparable"),
    "same_period": Text("我们和它们都取同一时段", "The same period for them and us"),
    "public": Text("只用公开页上的数", "Their public pages alone"),
    "inflated_noted": Text("写明同行的粉丝可能掺水", "It says that peers’ followers may be inflated"),
    "what": Text("是什么", "What"),
    "action": Text("怎么办", "Action"),
    "owner": Text("谁", "Who"),
    "due": Text("到哪天", "By"),
    "day": Text("每月几号（0：没有定）", "Day of the month (0: none)"),
    "writer": Text("谁写", "Written by"),
    "reader": Text("谁看", "Read by"),
    "leads_with": Text("先说什么", "Comes first"),
    "money_apart": Text("钱上的数另放一节，在最后", "Sales and returns apart, at the end"),
    "alarm": Text("取消关注多出百分之几就去看", "Unfollows: look at a rise of (%)"),
    "unfollow_is_customer": Text("一次取消关注，算丢了一个顾客", "Each unfollow counts as a customer lost"),
    "on": Text("哪天", "Day"),
    "found": Text("发现了什么", "Found"),
    "learned": Text("学到什么", "Learned"),
    "outcome": Text("下次看到", "Seen next time"),
}
ADDS = {
    "peers": Text("加一家同行", "Add a peer"),
    "gaps": Text("加一处差距", "Add a gap"),
    "reviews": Text("加一次复盘", "Add a review"),
    "changes": Text("加一样改动", "Add a change"),
}
WHICH = Text("哪一次复盘", "Which review")
PEER_KNOWN = Text("数据里有这些同行，可以直接选：{names}。", "These peers are in the data and can be chosen: {names}.")
NO_ROUTINE = Text(
    "还没有定。先选两家同行，再定月报的日子。", "Nothing is settled yet. Choose two peers, then the day of the report."
)
REVIEW_SAID = Text("{when}（改 {count} 样）", "{when} (changes: {count})")
