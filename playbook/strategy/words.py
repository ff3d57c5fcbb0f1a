"""What the planners of strategy say: heads, labels, and the names of what can be chosen."""

from __future__ import annotations

from typing import Any

from playbook.language import Text

OPEN = Text("还没有定", "not decided yet")
TIERS: dict[Any, Text] = {
    None: OPEN,
    "everyday": Text("日常", "everyday"),
    "middle": Text("中等", "middle"),
    "high": Text("高端", "high"),
}
SCOPES: dict[Any, Text] = {
    None: OPEN,
    "local": Text("本地", "local"),
    "industry": Text("全行业", "the whole trade"),
}
STAGES: dict[Any, Text] = {
    None: OPEN,
    "accumulate": Text("积累期：先聚读者，不卖", "gathering: readers first, no selling"),
    "market": Text("营销期：可以卖了", "marketing: selling is in"),
}
HORIZONS: dict[Any, Text] = {
    None: OPEN,
    "short": Text("短期（一个月里看得出）", "short (shows within a month)"),
    "long": Text("长期（一季以上）", "long (a quarter or more)"),
}
STATES: dict[Any, Text] = {
    None: OPEN,
    "weak": Text("弱", "weak"),
    "fair": Text("还行", "fair"),
    "strong": Text("强", "strong"),
}
PLACES: dict[Any, Text] = {
    None: OPEN,
    "inside": Text("在服务范围里", "inside our region"),
    "outside": Text("在范围外", "outside it"),
    "both": Text("里外都有", "both"),
}
BASES: dict[Any, Text] = {
    None: OPEN,
    "consent": Text("本人同意", "their consent"),
    "contract": Text("办订单要用", "needed for an order"),
    "none": Text("没有依据", "none"),
}
CHOICES: dict[Any, Text] = {
    None: OPEN,
    "keep": Text("做", "keep"),
    "close": Text("关", "close"),
    "not_now": Text("现在不做", "not now"),
}
POSTINGS: dict[Any, Text] = {
    None: OPEN,
    "native": Text("为它写", "written for it"),
    "synced": Text("同步过去", "synced"),
}
USES: dict[Any, Text] = {
    "present": Text("当今天的数用", "as a figure of today"),
    "history": Text("只当历史", "as history"),
}

HEADS: dict[str, Text] = {
    "positioning": Text("定位", "Position"),
    "promises": Text("承诺", "Promises"),
    "backing": Text("为谁服务，谁担着", "What it serves, and who stands for it"),
    "goals": Text("目标（最多三个）", "Goals (three at most)"),
    "not_done": Text("不做什么", "What is not done"),
    "phase": Text("两个阶段", "Two phases"),
    "chain": Text("从关系到消费，每步看哪个数", "From relations to a purchase: a measure for each step"),
    "risks": Text("风险", "Risks"),
    "audiences": Text("受众（两三群）", "Audiences (two or three)"),
    "figures": Text("引用的市场数字", "Figures of the market cited"),
    "platforms": Text("平台", "Platforms"),
    "channels": Text("别的渠道", "Other channels"),
    "touchpoints": Text("触点", "Touchpoints"),
    "maturity": Text("七步成熟：凭什么说做到了", "Seven maturity steps: the evidence"),
    "diagnosis": Text("诊断：各环节的强弱", "Diagnosis: how each step stands"),
}
ADDS: dict[str, Text] = {
    "promises": Text("加一条承诺", "Add a promise"),
    "goals": Text("加一个目标", "Add a goal"),
    "not_done": Text("加一件不做的", "Add what is not done"),
    "risks": Text("加一样风险", "Add a risk"),
    "audiences": Text("加一群受众", "Add an audience"),
    "figures": Text("加一个数", "Add a figure"),
    "platforms": Text("加一个平台", "Add a platform"),
    "channels": Text("加一个渠道", "Add a channel"),
    "touchpoints": Text("加一个触点", "Add a touchpoint"),
}
LABELS: dict[str, Text] = {
    "for_whom": Text("对谁", "For whom"),
    "doing": Text("做什么", "Doing what"),
    "effect": Text("起什么作用", "To what effect"),
    "price": Text("价位", "Price tier"),
    "region": Text("服务的地区", "Region served"),
    "scope": Text("范围", "Scope"),
    "conversion": Text("做全行业：单子从哪里来", "Whole trade: orders from"),
    "character": Text("几年不变的性格", "Lasting character"),
    "humane": Text("体谅人的一处", "What is humane in it"),
    "mood": Text("大家难过时停下什么", "Stops when people mourn"),
    "what": Text("是什么", "What"),
    "proof": Text("凭据", "Proof"),
    "company_goal": Text("公司的哪个目标", "Goal of the company"),
    "sponsor": Text("管理层谁担着", "Sponsor in management"),
    "review_on": Text("哪天一起回头看", "Looked at again on"),
    "purpose": Text("目的", "Purpose"),
    "audience": Text("对哪群人", "Audience"),
    "model": Text("做法", "Model"),
    "function": Text("功能", "Function"),
    "brings": Text("带来", "Brings"),
    "measure": Text("指标", "Measure"),
    "base": Text("现在是几", "Value now"),
    "base_on": Text("哪天的数", "Data of"),
    "low": Text("目标：从", "Target: from"),
    "high": Text("到", "to"),
    "by": Text("到哪天", "By"),
    "horizon": Text("看短看长", "Horizon"),
    "account": Text("哪个账号", "Account"),
    "owner": Text("谁管", "Owner"),
    "why": Text("为什么", "Why"),
    "labelled": Text("是广告就标明“广告”", "If an advert, it is labelled"),
    "instead": Text("由谁来做", "Done by"),
    "now": Text("现在是哪一期", "Phase now"),
    "growth": Text("读者从哪里来", "Readers come from"),
    "switch": Text("看哪个数换期", "Switch by"),
    "at": Text("到了几", "At"),
    "sign": Text("怎么看出来", "How it shows"),
    "then": Text("那时怎么办", "What we do"),
    "name": Text("名字", "Name"),
    "who": Text("是谁", "Who"),
    "place": Text("在不在范围里", "Where"),
    "wants": Text("他们想要", "They want"),
    "routes": Text("从哪条路找到", "Found by"),
    "asked": Text("怎么问的", "How asked"),
    "source": Text("凭什么", "Source"),
    "on": Text("哪天", "Date"),
    "share": Text("占粉丝（%）", "% of followers"),
    "keeps": Text("留着他们什么信息", "Personal data kept"),
    "basis": Text("留的依据", "Legal basis"),
    "value": Text("数", "Figure"),
    "year": Text("哪一年", "Year"),
    "use": Text("怎么用", "Used"),
    "there": Text("我们的顾客在那里（%）", "% of our customers"),
    "added": Text("只在那里的（%）", "% it adds"),
    "character_of": Text("平台的性格", "Its character"),
    "hours": Text("每周小时", "Hours a week"),
    "replies": Text("每周答几条", "Replies a week"),
    "posting": Text("怎么发", "Posts are"),
    "choice": Text("定", "Decision"),
    "does": Text("管什么", "What it is for"),
    "handover": Text("在哪里交接", "Hand-over point"),
    "where": Text("在哪里", "Where"),
    "first": Text("我们先做什么", "Our first move"),
    "wanted": Text("盼他们怎么回", "Answer hoped for"),
    "point": Text("属于五点里的", "Which of the five points"),
    "shared": Text("读者在这里一起塑造品牌", "Readers help to shape the brand here"),
    "level": Text("到了第几级（0—7）", "Level reached (0–7)"),
    "weakest": Text("最弱的一步", "Weakest step"),
    "mend": Text("怎么补", "What we mend"),
}
TAKES = Text("{name}：{what}。", "{name}: {what}.")
REFUSES = Text("{name}：不收，{why}；换成{instead}。", "{name}: refused, since {why}; take {instead}.")
OUTSIDE = Text(
    "{name}：说不出“{purpose}”做到没有；可用的：{fitting}。",
    "{name}: it does not tell whether “{purpose}” is met; these do: {fitting}.",
)
FITTING = Text("“{purpose}”可用的指标：{fitting}。", "Measures that fit “{purpose}”: {fitting}.")
TODAY = Text("今天这样读：{today}", "Read today as: {today}")
REACHED = Text("凭据接得上的是第 {level} 级（共 7 级）。", "The evidence reaches level {level} of 7.")
REACHED_BY = Text("第 {n} 步“{step}”要有：{evidence}", "Step {n}, “{step}”, wants: {evidence}")
HOURS = Text("要做的平台合计每周 {hours:g} 小时。", "The platforms kept take {hours:g} hours a week in all.")
NO_GOALS = Text(
    "还没有定。先答定位三问，再加一个目标。", "Nothing is decided yet. Answer the three questions, then add a goal."
)
NO_AUDIENCES = Text(
    "还没有受众。先加一群，写他们是谁、想要什么。", "No audience yet. Add one: who they are and what they want."
)
NO_PLATFORMS = Text(
    "还没有平台。先把微博加上，再一个一个比。", "No platform yet. Add Weibo first, then compare the others one by one."
)
NO_CHECK = Text(
    "还没有看。先写七步的凭据，或者各环节的强弱。",
    "Nothing is judged yet. Write the evidence, or how each step stands.",
)
ELSEWHERE = Text(
    "打开的各栏里没有问题；合着的还有 {count} 处，打开来看。",
    "No issues in the parts that are open; in those that are shut: {count}. Open them to see.",
)
SO_FAR = Text("到目前没有问题，还差 {missing} 个目标。", "No issues so far; goals still to add: {missing}.")
