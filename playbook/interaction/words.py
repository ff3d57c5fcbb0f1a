"""What the planners of interaction say: of replies, of the inbox, and of the accounts followed."""

from __future__ import annotations

from playbook.interaction.plan import Clock, Tone, Where
from playbook.language import Text
from playbook.steps import REDO, UNDO

# ---- replies

WHERES: dict[Where | None, Text] = {
    None: Text("还没有定", "not decided yet"),
    "public": Text("公开答", "in public"),
    "private": Text("私信答", "in private"),
    "both": Text("先公开，后私信", "in public, then in private"),
    "none": Text("不答", "left alone"),
}
CLOCKS: dict[Clock, Text] = {
    "always": Text("一直算", "by the clock"),
    "on_duty": Text("只算有人值班的时间", "only while somebody is on duty"),
}
TONES: dict[Tone, Text] = {
    "amusing": Text("有趣", "amusing"),
    "vivid": Text("生动", "vivid"),
    "polite": Text("有礼", "polite"),
}
KIND, WHERE, WHO = Text("类别", "Kind"), Text("在哪里答", "Where"), Text("谁答", "Who answers")
WITHIN, CLOCK = Text("几分钟内", "Minutes"), Text("时间怎么算", "Time counted")
HAND_TO, SHEET = Text("转给谁", "Handed on to"), Text("样稿", "Example")
ON_DUTY = Text("谁值班谁答", "whoever is on duty")
NOBODY = Text("还没有定", "not decided yet")
WHO_ASKS = Text("值班的人，或者写一个外面的部门", "whoever is on duty, or a name")
HAND_ASKS = Text("接手的人或者部门", "the person or desk that takes it on")
SHEET_ASKS = Text("照这样答。写给读者看的原话", "An answer to go by, in the words that the reader sees")
NO_RULE = Text("还没有定", "nothing decided yet")
NO_REPLIES = Text(
    "还没有给任何一类定规则。先选一类，定在哪里答、谁答、几分钟内。",
    "No kind has a rule yet. Choose one and settle where it is answered, by whom, and how soon.",
)
REPLIES_SO_FAR = Text("到目前没有问题，还有 {missing} 类要定。", "No issues so far; kinds still to settle: {missing}.")
REPLAYED = Text(
    "照这些规则和公司卡上的值班，把四周的收件箱重演一遍：",
    "Four weeks of the inbox, replayed under these rules and the card’s hours:",
)
ASSUMED = Text(
    "一条答几分钟是假设（夸奖 {praise}，提问 {question}，投诉 {complaint}……），有出入；读者写什么不随规则变。",
    "How long an answer takes is assumed (praise {praise} minutes, a question {question}, a complaint {complaint} …), "
    "give or take; what readers write does not change with your rules.",
)
OUTSIDE = Text(
    "公司卡上没有：{names}。转给他们的，重演只算值班的人花 {minutes} 分钟转过去，转到就当答了；他们真的答不答、几时答，"
    "重演不知道。",
    "Not on the company card: {names}. The replay counts {minutes} minutes of somebody on duty to hand a message to "
    "them, and takes it as answered from then on; whether they answer, and when, it does not know.",
)
NO_INBOX = Text(
    "没有收件箱的数据：赶不赶得上，没法重演。规则照样能定。",
    "There are no data on an inbox, so nothing can be replayed. The rules can be set all the same.",
)
NOTHING_TO_REPLAY = Text(
    "定了谁答、几分钟内，这里就说赶不赶得上。",
    "Once you settle who answers and how soon, this says whether it can be kept.",
)
HEADS = (
    Text("类别", "kind"), Text("来了", "came"), Text("及时", "in time"), Text("晚了", "late"), Text("没轮到", "never"),
    Text("等多久（中位）", "typical wait"),
)  # fmt: skip
NOT_REACHED = Text("一半以上没等到", "over half never answered")
MINUTES, HOURS = Text("{value:.0f} 分钟", "{value:.0f} min"), Text("{value:.1f} 小时", "{value:.1f} h")
LEFT_ALONE, UNDECIDED = Text("不答", "left alone"), Text("没有定", "not decided")
LOAD = Text("{name}：答复占值班的 {share:.0%}", "{name}: answering takes {share:.0%} of the time on duty")
BARS = Text("每个钟点花在答复上的分钟，四周合计", "Minutes of answering by hour of the day, four weeks together")
BUSIEST = Text(
    "最忙的是 {hour}，四周共 {minutes:.0f} 分钟。", "Busiest is {hour}: {minutes:.0f} minutes in the four weeks."
)
MISSED = Text("等得最久的几条：", "Those who wait longest:")
MISS = Text("{when} {kind}，{waited}：{text}", "{when} {kind}, {waited}: {text}")
WAITED, NEVER = Text("等了 {time}", "waits {time}"), Text("没有等到", "never answered")

# ---- the inbox

INBOX = {
    "inbox": Text("收件箱", "Inbox"),
    "kinds": Text("归到哪一类", "Which kind is it?"),
    "help": Text(
        "键盘：上下键走，1 到 9 归类并走到下一条，回车跳到下一条没归类的，退格取消这一条；Ctrl+Z 撤销。"
        "点一条就选中它，下面的按钮也能归类。",
        "Keyboard: up and down to move, 1 to 9 to file and go on, Enter for the next not yet filed, Backspace to "
        "clear; Ctrl+Z to undo. Click a message to choose it; the buttons beneath file it too.",
    ),
    "undo": UNDO,
    "redo": REDO,
    "place": Text("第 {at} 条，共 {all} 条", "{at} of {all}"),
    "open": Text("没归类", "not filed"),
    "next": Text("下一条没归类的", "Next not filed"),
}
FILED = Text("归了 {filed} 条；收件箱里共 {all} 条。", "Filed {filed}; there are {all} in the inbox.")
AGREED = Text("和值班时记的一样：{same} 条（{share:.0%}）。", "As the desk noted them: {same} ({share:.0%}).")
UNLIKE = Text("不一样的 {count} 条：", "You differ in {count}: ")
MOSTLY = Text("不一样的 {count} 条，最多的是：", "You differ in {count}, most often: ")
PAIR = Text("你归“{mine}”，当时记“{theirs}”：{count} 条", "you “{mine}”, the desk “{theirs}”: {count}")
BEGIN = Text("选中一条，按数字键归类。", "Choose a message and press a number to file it.")
UNDER_PLAN = Text("照你归的类和你的规则重演：", "Replayed with your kinds and your rules:")
NO_PLAN = Text(
    "先在上面的规则里定谁答、几分钟内，这里才重演得出来。", "Set rules for replies first; then this can be replayed."
)
NOTHING_CAME = Text("没有收件箱的数据，没有可归类的。", "There are no data on an inbox, so there is nothing to file.")

# ---- whom to follow

A_DAY, TIDY = Text("一天加几个", "Follows a day"), Text("几天整理一次", "Tidied every (days)")
READING = Text("一周能读几分钟", "Minutes a week to read")
SAME_DAY = Text("关注当天，就对方的微博评论一次", "A comment on their post the same day")
COPIED = Text("评论用同一句", "The comment is the same everywhere")
ALL_BACK = Text("谁关注我们就回关谁", "Everybody who follows us is followed back")
A_WEEK = Text("一周几次：", "How often a week:")
CANDIDATES = Text("候选账号", "Candidates")
FACTS_OF = Text(
    "{followers} 粉丝；评了 {commented} 次，答 {answered} 次；九十天带来 {signals} 条消息；一周读 {minutes:.1f} 分钟",
    "{followers} followers; answered {answered} of our {commented} comments; signals in 90 days: {signals}; "
    "{minutes:.1f} min a week to read",
)
WHY = Text("为什么关注", "Why")
WHY_ASKS = Text("想从它那里得到什么，一句话", "What you want from it, in a sentence")
ADD = Text("加一个不在单子上的", "Add one that is not listed")
ADD_ASKS = Text("账号名，回车加上", "its name, then Enter")
FOLLOW = Text("关注 @{name}", "Follow @{name}")
CHOSEN = Text(
    "选了 {count} 个，一周要读 {minutes:.0f} 分钟。", "{count} chosen; minutes of reading a week: {minutes:.0f}."
)
IN_THE_END = Text(
    "一天加 {a_day} 个，到整理之前一周要读 {minutes:.0f} 分钟，能读的有 {reading} 分钟。",
    "With {a_day} added a day, reading takes {minutes:.0f} minutes a week before the list is tidied; there are "
    "{reading}.",
)
UNLISTED = Text(
    "其中 {count} 个不在单子上，没有记过要读多久，照单子上平均每个 {each:.1f} 分钟算。",
    "Not on the list, so that nobody knows how long they take: {count}, reckoned at the list’s average of {each:.1f} "
    "minutes each.",
)
OURS = Text("@{name} 是自己的账号，不用关注。", "{name} is one of our own accounts; it need not be followed.")
NEVER_TIDIED = Text(
    "一天加 {a_day} 个，没有定多久整理一次，照一个季度算：到那时一周要读 {minutes:.0f} 分钟，能读的有 {reading} 分钟。",
    "Nothing says when the list is tidied, so we count a quarter: with {a_day} added a day, reading then takes "
    "{minutes:,.0f} minutes a week; there are {reading}.",
)
BY_KIND = Text("{kind} {count} 个", "{kind}: {count}")
NO_CANDIDATES = Text(
    "没有候选账号的数据：把要关注的写在下面，写明是哪一类、为什么。",
    "There are no data on candidates: write down whom to follow, what each is, and why.",
)
NO_FOLLOWS = Text("还没有选关注谁，也没有定一天加几个。", "Nobody is chosen yet, and no number a day is set.")
FOLLOWS_SO_FAR = Text(
    "到目前没有问题，还可以选 {missing} 个。", "No issues so far; accounts still to choose: {missing}."
)
