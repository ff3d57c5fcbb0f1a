"""The labels of the governance planners, and what their buttons say."""

from __future__ import annotations

from playbook.language import Text

HEADS = {
    "members": Text("队里有谁", "Who is in the team"),
    "": Text("每个账号几个人", "People to an account"),
    "roles": Text("角色：谁，谁替", "Roles: who, and who stands in"),
    "systems": Text("九大管理体系：谁管，写在哪里", "The nine management systems: owner, and where it is written"),
    "training": Text("新人的培训", "Training of newcomers"),
    "leaving": Text("有人离开的那一天", "The day somebody leaves"),
    "lockout": Text("登不上的那一天", "The day nobody can log in"),
    "workflow": Text("哪几类走哪条道", "Which kinds take which lane"),
    "workflow.moves": Text("一步一步", "Step by step"),
    "workflow.covers": Text("谁什么时候能批", "Who can approve when"),
    "departments": Text("别的部门", "Other departments"),
    "handovers": Text("交接", "Hand-overs"),
    "scheme.rewards": Text("奖励看哪几项", "What is rewarded"),
    "scheme": Text("怎么算，先查什么，什么永远不算", "How it adds up, what is checked, what never counts"),
}
ADDS = {
    "members": Text("加一个人", "Add somebody"),
    "roles": Text("加一个角色", "Add a role"),
    "systems": Text("加一套", "Add a system"),
    "leaving": Text("加一件事", "Add a thing to do"),
    "workflow.moves": Text("加一步", "Add a step"),
    "workflow.covers": Text("加一段时间", "Add hours"),
    "departments": Text("加一个部门", "Add a department"),
    "handovers": Text("加一样交接", "Add a hand-over"),
    "scheme.rewards": Text("加一项", "Add a measure"),
}
LABELS = {
    "who": Text("谁", "Who"),
    "mode": Text("怎么用", "Terms"),
    "hours": Text("一周几小时", "Hours a week"),
    "until": Text("到哪天", "Until"),
    "left": Text("已经离开", "has left"),
    "hidden": Text("用自己的号替公司说话，不写明身份", "speaks of us from a private account without saying so"),
    "staff_why": Text("为什么够", "Why that will do"),
    "role": Text("角色", "Role"),
    "deputy": Text("谁替", "Stands in"),
    "system": Text("哪一套", "System"),
    "owner": Text("谁管", "Owner"),
    "written": Text("写在哪里", "Written in"),
    "platform": Text("平台培训（小时）", "Platform’s courses (hours)"),
    "in_house": Text("内部培训（小时）", "Our own (hours)"),
    "check": Text("怎么看出会了", "How we see that it worked"),
    "act": Text("做什么", "What"),
    "within_hours": Text("几小时内", "Within hours"),
    "within_minutes": Text("几分钟内", "Within minutes"),
    "by": Text("谁做", "By whom"),
    "call": Text("谁找平台", "Who calls the platform"),
    "lock_deputy": Text("他不在时谁", "Who does if they cannot"),
    "proof": Text("拿什么证明", "Proof"),
    "where": Text("证明放哪里", "Where it is kept"),
    "meanwhile": Text("这段时间怎么说", "What we say meanwhile"),
    "risky": Text("慢道", "Slow lane"),
    "fast": Text("快道", "Fast lane"),
    "ahead": Text("稿子提前几小时到", "Drafts come hours before"),
    "source": Text("从", "From"),
    "to": Text("到", "To"),
    "role_who": Text("哪个角色做", "Done by"),
    "stands_in": Text("谁顶上", "Stands in"),
    "lanes": Text("哪几条道", "Lanes"),
    "most": Text("最多几次（0：不限）", "At most (0: no limit)"),
    "days": Text("哪几天", "Days"),
    "start": Text("从几点", "From hour"),
    "end": Text("到几点", "To hour"),
    "name": Text("部门", "Department"),
    "contact": Text("联系人", "Contact"),
    "asks": Text("问什么", "Asked about"),
    "what": Text("交什么", "What"),
    "from": Text("谁交", "From"),
    "to_whom": Text("交给谁", "To"),
    "arrived": Text("怎么知道收到了", "Proof that it arrived"),
    "measure": Text("哪一项", "Measure"),
    "whose": Text("看谁的结果", "Whose result"),
    "weight": Text("分量（%）", "Weight (%)"),
    "commission": Text("成交提成（%）", "Commission on orders (%)"),
    "review_on": Text("哪天回头看", "Looked at again on"),
    "formula": Text("怎么算", "How it adds up"),
    "thanks": Text("不花钱的奖励", "Reward without money"),
    "guards": Text("发钱以前先查", "Checked before it is paid"),
    "never": Text("永远不为它发钱", "Never paid for"),
}
BEGIN = {
    "roles": Text("先列出七个角色", "List the seven roles"),
    "systems": Text("先列出九套", "List the nine"),
    "leaving": Text("先列出六件事", "List six things"),
    "workflow.moves": Text("从课里的三条道开始", "Begin with the lesson’s three lanes"),
}
ACCOUNT = Text("哪个账号", "Account")
ACCOUNT_LINE = Text("@{name}（{count} 人）", "@{name} (people: {count})")
NAME_ASKS, ADD_PERSON = Text("再写一个名字", "another name"), Text("加上", "Add")
TWO_STEPS = Text("登录要第二步", "A second step at login")
AWAY, NOBODY_AWAY = Text("假如谁不在", "If somebody is away"), Text("都在", "all are there")
RIGHTS_OF = Text("{name}", "{name}")
OVERVIEW = Text("谁在哪个账号上能做什么", "Who may do what on which account")
STOPS = {
    "post": Text("没有人能发", "nobody can post on"),
    "approve": Text("没有人能批", "nobody can approve on"),
    "password": Text("没有人知道密码", "nobody knows the password of"),
    "phone": Text("绑定手机找不到", "nobody has the bound phone of"),
    "messages": Text("没有人看私信", "nobody reads the messages of"),
}
STOPPED = Text("{who}不在：{what}。", "Without {who}: {what}.")
NOTHING_STOPS = Text("{who}不在，什么都不停。", "Without {who} nothing stops.")
LOCKED = Text("登不上（没有密码，也没有绑定手机）", "nobody can log in (neither password nor phone) to")
CODELESS = Text("换了设备收不到验证码", "on a new device no code reaches anybody for")
TAKE_TODAY = Text("照现在的样子填上", "Fill in what is held today")
LANE = Text("看哪条道", "Lane shown")
LONGEST = Text("{lane}：照时限走完要 {time}。", "{lane}: by its limits it takes {time}.")
MET = Text(
    "去年的 {slots:,} 篇草稿照这样走一遍：赶上 {met:,} 篇，{share:.1f}%（当时 {was:.1f}%）。"
    "假定时限都守得住，替的人看得一样快。",
    "Last year’s {slots:,} drafts sent this way: {met:,} in time, {share:.1f}% (last year, in fact: {was:.1f}%). "
    "It assumes that limits are kept, and that a deputy reads as fast.",
)
NO_TIME = Text(
    "{lane}：有的步子没有时限，说不出要多久。", "{lane}: some step has no limit, so nobody can say how long."
)
