"""What the room of a drill and its report say."""

from __future__ import annotations

from playbook.crisis.drill.actions import Act
from playbook.crisis.drill.report import Moment
from playbook.language import Text

ROOM: dict[str, Text] = {
    "room": Text("危机演练", "Crisis drill"),
    "chart": Text("每一刻钟有多少条提及？", "How many mentions a quarter of an hour?"),
    "all": Text("全部提及（浅色）", "all mentions (light)"),
    "negative": Text("其中投诉和生气（深色）", "of them complaints and anger (dark)"),
    "inbox": Text("听见的话，最新的在上面", "What people write, the newest on top"),
    "cards": Text("这一刻钟做什么", "What to do in this quarter of an hour"),
    "journal": Text("记录，最新的在上面", "The log, the newest on top"),
    "said": Text("要说的话（可以不写；和下一件事一起记下）", "Your words (may stay empty; kept with the next action)"),
    "draft": Text("例如：听见了，正在查，几点再说", "For instance: heard, looking into it, more at which hour"),
    "slow": Text("走钟", "Run"),
    "fast": Text("快四倍", "Run 4×"),
    "pause": Text("停钟", "Pause"),
    "step": Text("过一刻钟", "One step on"),
    "undo": Text("找回上一次", "Back to the previous drill"),
    "again": Text("重来", "Start again"),
    "help": Text(
        "这一场是虚构的，人和话都是编的；演练里的规模和那天不一样。"
        "数字键和符号键做事，→ 过一刻钟，P 走钟或停钟；写话时按 Esc 回来。出了大事钟自己会停。"
        "动作有多大用处，多半是假设，写在 playbook/crisis/drill/effects.toml 里。",
        "All of it is invented, people and words too; the drill is smaller than the day was. "
        "Digits and signs take an action, → lets a quarter of an hour pass, P runs or pauses the clock; Esc leaves the "
        "field of words. Serious news stops the clock. How much an action does is mostly assumed; the figures stand in "
        "playbook/crisis/drill/effects.toml.",
    ),
}  # fmt: skip
KEYS: tuple[tuple[str, Act], ...] = (
    ("1", "ask"), ("2", "hold"), ("3", "private"), ("4", "public"), ("5", "correct"), ("6", "apologise"),
    ("7", "escalate"), ("8", "hand_over"), ("9", "pause"), ("0", "close"), ("-", "delete"), ("=", "cheer"),
)  # fmt: skip
CLOCK = Text("{day} 日 {at} · 第 {step} 步，共 {all} 步", "{at} on the {day} · step {step} of {all}")
CHARTED = Text(
    "刚过去的一刻钟 {last} 条，其中投诉和生气 {negative} 条；最多的一刻钟 {most} 条，在 {at}。",
    "In the last quarter of an hour {last} mentions, {negative} of them complaints and anger; at most {most}, at {at}.",
)
NOT_BEGUN = Text("还没有开始。", "Not begun yet.")
HEAD = Text("{at} · {kind}{author}", "{at} · {kind}{author}")
CHOOSE = Text("演哪一场", "Which drill")
OVER = Text("演完了，报告在下面。", "The drill is over; the report is below.")
NOTHING_NEW = Text("又过了一刻钟。", "Another quarter of an hour has passed.")
DID = Text("做了：{act}。", "Done: {act}.")
IMPOSSIBLE = Text(
    "保存的记录里有一步做不到：{why}。从头再演一次。",
    "The log that was saved has a step that cannot be: {why}. The drill begins again.",
)
ENDED = Text("演练已经结束。", "The drill has ended.")

FACTS, STANDING, VOLUME, WAITING, ASKERS, DUE, DESK, POSTS = (
    Text("事实", "Facts"), Text("信任", "Standing"), Text("声量", "Volume"), Text("等答复", "Waiting"),
    Text("来问的", "Inquiries"), Text("下一句", "Next word"), Text("桌前", "At the desk"),
    Text("定时微博", "Scheduled posts"),
)  # fmt: skip
UNASKED = Text("没有人在查", "nobody is looking into it")
ASKED = Text("在查，还没有消息", "being looked into, no word yet")
OF_100 = Text("{value}，满分 100", "{value} of 100")
RISING, FALLING, NO_COUNT_YET = (
    Text("一刻钟 {count} 条，还在涨", "{count} a quarter, rising"),
    Text("一刻钟 {count} 条，没有涨", "{count} a quarter, not rising"),
    Text("还没有数", "not counted yet"),
)
PEOPLE = Text("{count} 人", "{count} people")
NOBODY_ASKS = Text("没有", "none")
JOURNALISTS = Text("记者 {count} 位", "journalists: {count}")
PLATFORM = Text("平台", "the platform")
PROMISED = Text("说好 {at} 以前", "promised by {at}")
NO_PROMISE = Text("没有许过", "none promised")
AT_DESK = Text("{who}，已经 {hours} 小时", "{who}, for {hours} h")
TIRED = Text("{who}，已经 {hours} 小时，乏了", "{who}, for {hours} h, tired")
EMPTY = Text("没有人", "nobody")
RUNNING, PAUSED = Text("照常发", "go out as planned"), Text("停了", "paused")

REPORT = Text("演练报告", "Report on the drill")
SCORED = Text(
    "{whole} 分：信任 {standing}/60，答复 {answered}/20，没有闹大 {small}/20。"
    "同样的运气，先判断、再查、再说的做法得 {rival} 分。",
    "Score {whole}: standing {standing} of 60, answered {answered} of 20, kept small {small} of 20. With the same "
    "luck, judging, finding out, then speaking scores {rival}.",
)
MENTIONS = Text(
    "一共 {mentions} 条提及；要是没有人接着传，会有 {alone} 条。",
    "There were {mentions} mentions; with nobody passing anything on there would have been {alone}.",
)
TIMES, TIMELINE, AGAINST, WRONG, ASK = (
    Text("几个时刻（从发现算起，分钟）", "The moments (minutes from detection)"), Text("时间线", "Timeline"),
    Text("和你的计划比", "Against your plan"), Text("没有做好的", "What went wrong"),
    Text("接着讨论三问", "Three questions to talk over"),
)  # fmt: skip
NEVER_WAS = Text("没有", "never")
NO_PLAN = Text("还没有危机计划，没有期限和分工可比。", "There is no crisis plan yet, so nothing to compare with.")
KEPT, MISSED = Text("✓ ", "✓ "), Text("✗ ", "✗ ")
NO_FAULT = Text("没有。", "Nothing.")
OURS, THEIRS = Text("我们", "we"), Text("外面", "they")
FROM_FIRST = Text("第一条微博比发现早 {minutes} 分钟。", "The first post was {minutes} minutes before detection.")
ORDER: tuple[Moment, ...] = ("detected", "known", "acknowledged", "answered", "closed")
