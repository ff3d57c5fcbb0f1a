"""How followers, leaders, staff, reviews and tools are come by: what is unlawful, and what is not thought out."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.interaction.habits import Habits, Leader, Means, Reviews, Staff, Tie, Tool, ToolKind
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.talking import lacking, reported
from playbook.language import Text, join, same
from playbook.rules import Finding, rule
from playbook.week import listed

MEANS: dict[Means, Text] = {
    "entries": Text("扩大入口（网站、名片、店里）", "entries (website, cards, the shop)"),
    "content": Text("好内容", "good content"),
    "interaction": Text("内容里的互动", "interaction in content"),
    "campaigns": Text("活动", "campaigns"),
    "follow-back-groups": Text("互粉群", "follow-back groups"),
    "mentions": Text("@ 人求粉", "asking by mention"),
    "messages": Text("私信求粉", "asking by message"),
    "bought": Text("花钱买粉", "bought followers"),
}
LEADERS: dict[Leader, Text] = {
    "industry-expert": Text("行业专家", "industry expert"),
    "spokesperson": Text("品牌代言人", "brand spokesperson"),
    "business-leader": Text("企业领袖", "business leader"),
}
TIES: dict[Tie, Text] = {
    "none": Text("没有来往", "no tie"),
    "paid": Text("付钱", "paid"),
    "gift": Text("送货", "given goods"),
    "employee": Text("自己人", "one of us"),
}
TOOLS: dict[ToolKind, Text] = {
    "voting": Text("投票", "voting"),
    "publishing": Text("发布", "publishing"),
    "fans": Text("粉丝", "followers"),
    "following": Text("关注", "following"),
    "analysis": Text("分析", "analysis"),
}
WHOLE = 100  # per cent
KEEPING = "interaction.retain-over-acquire"
FIVE, ORIGINS = "interaction.tools-five-kinds", "interaction.fan-sources-four"
MASS, REVIEWS, PUPPETS = (
    "interaction.no-mass-contact", "interaction.repost-user-reviews", "interaction.no-sock-puppets",
)  # fmt: skip


def growing(plan: InteractionPlan) -> Iterator[Finding]:
    """Find what is unlawful, what is spam, and what is not thought out in how the company grows."""
    habits = plan.habits
    yield from _means(plan)
    yield from _reviews(habits.reviews)
    yield from _leaders(habits)
    yield from _staff(habits.staff)
    yield from _tools(habits.tools)


def _means(plan: InteractionPlan) -> Iterator[Finding]:
    habits = plan.habits
    if "bought" in habits.growth:
        said = Text("打算花钱买粉丝。", "Followers are to be bought.")
        mend = Text("去掉，换成入口和内容。", "Take it out; widen the entries and mend the content instead.")
        yield Finding("interaction.no-bought-followers", said, mend, ("growth",))
    mass = [MEANS[each] for each in habits.growth if each in rule(MASS).values["means"]]
    if mass:
        said = Text("打算这样找粉丝：{means}。", "Followers are to be sought by {means}.")
        mend = Text(
            "去掉；看哪条路来的人三十天后还在。", "Take it out; look where those come from who are there after 30 days."
        )
        yield Finding(MASS, said.format(means=join(mass)), mend, ("growth",))
    if habits.growth and (missing := reported(habits, rule(ORIGINS).values["report"])):
        yield lacking(ORIGINS, missing)
    if habits.growth and bool(plan.routine.follows_a_day or plan.follows) and "content" not in habits.growth:
        said = Text("只靠关注别人，没有靠内容。", "It follows others, and counts on no content.")
        yield Finding("interaction.attention-two-ways", said, Text("两样都做。", "Do both."), ("growth",))
    if "new" in habits.report and "kept-30" not in habits.report:
        yield lacking(KEEPING, ["kept-30"])
    if habits.keeping + habits.winning > WHOLE:
        said = Text(
            "力气分过了头：留住占 {keeping}%，增加占 {winning}%，合起来 {both}%。",
            "More effort is given than there is: {keeping}% for keeping, {winning}% for winning, {both}% together.",
        )
        filled = said.format(keeping=habits.keeping, winning=habits.winning, both=habits.keeping + habits.winning)
        mend = Text("两个数合起来不超过 100。", "Let the two come to 100 at most.")
        yield Finding(KEEPING, filled, mend, ("weights",))


def _reviews(reviews: Reviews) -> Iterator[Finding]:
    if reviews == Reviews():
        return
    steps = (
        (reviews.collect, Text("收集", "collect")),
        (reviews.ask or not reviews.repost, Text("先问本人", "ask them")),
        (reviews.credit or not reviews.repost, Text("写明是谁写的", "name them")),
        (reviews.comment or not reviews.repost, Text("加一句评论", "comment")),
        (reviews.thank or not reviews.repost, Text("谢谢人家", "thank them")),
    )
    left_out = [said for done, said in steps if not done]
    if left_out:
        said = Text(
            "转读者的评价，少了这几步：{steps}。", "Readers’ reviews are reposted without these steps: {steps}."
        )
        yield Finding(REVIEWS, said.format(steps=join(left_out)), Text("补上。", "Add them."), ("reviews",))
    if reviews.gift == "for_praise":
        said = Text("送礼物换好评。", "A gift is given for praise.")
        mend = Text(
            "不送，或者不管说好说坏都在写完以后送，并且说明。",
            "Give none, or give it afterwards whatever they wrote, and say so.",
        )
        yield Finding("interaction.no-gift-for-praise", said, mend, ("reviews",))
    if reviews.gift == "after" and not reviews.gift_disclosed:
        said = Text("送过礼物，转发时没有说明。", "A gift was given, and the repost does not say so.")
        mend = Text("转发时写一句“已送小礼物答谢”。", "Say in the repost that the writer was given something.")
        yield Finding("interaction.small-gift", said, mend, ("reviews",))
    if reviews.repost and not reviews.criticism:
        said = Text("只转好话，批评没有写怎么办。", "Praise is shown; nothing says what is done with criticism.")
        mend = Text("批评在原处答，改了什么也发一条。", "Answer criticism where it stands, and post what was changed.")
        yield Finding("interaction.criticism-shown", said, mend, ("reviews",))


def _leaders(habits: Habits) -> Iterator[Finding]:
    for rule_id, said, mend, who in (
        ("interaction.opinion-leader-types",
         Text("没有写是哪一类意见领袖：{who}。", "Nothing says what kind of leader these are: {who}."),
         Text("在三类里选一类；哪类都不是，就不登记。", "Choose one of three kinds, or take them off."),
         [each for each in habits.leaders if each.kind is None]),
        ("interaction.opinion-leader-effect",
         Text("带来多少转发，记不出来：{who}。", "Nobody can tell what reposts these brought: {who}."),
         Text("每次记下转没转、带来几条。", "Note each time whether they reposted and what followed."),
         [each for each in habits.leaders if not each.traced]),
        ("interaction.leaders-disclosed",
         Text("付了钱、送了货或者是自己人，没有标明：{who}。",
              "Paid, given goods or one of us, and it is not said: {who}."),
         Text("付钱、送货的标“广告”，自己人写明身份；不肯标的不请。",
              "Mark what is paid or given as advertising, and say who is one of us; ask nobody who refuses."),
         [each for each in habits.leaders if each.tie != "none" and not each.disclosed]),
    ):  # fmt: skip
        if who:
            named = listed((same(each.name or "?") for each in who), measure="位")
            yield Finding(rule_id, said.format(who=named), mend, ("leaders",))


def _staff(staff: Staff) -> Iterator[Finding]:
    if staff.as_readers:
        said = Text("公司的号或者人装成普通读者。", "Accounts or people of ours pose as ordinary readers.")
        yield Finding(PUPPETS, said, Text("停掉。", "Stop it."), ("staff",))
    if not staff.takes_part:
        return
    if not staff.says_so:
        said = Text("员工参与，没有说明是公司的人。", "Staff take part and do not say that they belong to the company.")
        yield Finding(
            PUPPETS, said, Text("在资料和转发里写明。", "Say so in the profile and in the repost."), ("staff",)
        )
    left_out = [
        said
        for done, said in (
            (staff.voluntary, Text("自愿", "that it is voluntary")),
            (staff.discreet, Text("什么不外传", "what stays inside")),
        )
        if not done
    ]
    if left_out:
        said = Text("员工参与的约定里没有写：{what}。", "The agreement with staff does not say {what}.")
        mend = Text("写进去，人人看过。", "Write it in, and let everybody read it.")
        yield Finding("interaction.staff-participation", said.format(what=join(left_out)), mend, ("staff",))
    if not staff.counted_apart:
        said = Text("自己人的转发混在成绩里。", "Reposts of our own people are counted as success.")
        yield Finding("interaction.create-followers", said, Text("另外数。", "Count them apart."), ("staff",))


def _tools(tools: list[Tool]) -> Iterator[Finding]:
    if not tools:
        return
    missing = [TOOLS[kind] for kind in rule(FIVE).values["kinds"] if kind not in {each.kind for each in tools}]
    if missing:
        said = Text("这几类没有登记：{kinds}。", "These kinds are not on the register: {kinds}.")
        mend = Text("用什么登记什么；用手做，也写一句“手工”。", "Enter what you use; where it is done by hand, say so.")
        yield Finding(FIVE, said.format(kinds=join(missing)), mend, ("tools",))
    for rule_id, said, mend, which in (
        (FIVE, Text("没有写类别、用途或者谁管：{tools}。", "Kind, purpose or owner is missing: {tools}."),
         Text("三样写全。", "Fill in all three."),
         [each for each in tools if not (each.kind and each.purpose.strip() and each.owner.strip())]),
        ("interaction.tools-serve-positioning",
         Text("没有写为哪一样服务：{tools}。", "Nothing says what these serve: {tools}."),
         Text("写它帮账号的哪个目的、合读者的哪个习惯。", "Say which aim of the account and which habit of readers."),
         [each for each in tools if not each.serves.strip()]),
        ("interaction.tools-publish",
         Text("已经停用，还在登记表上：{tools}。", "No longer in use, and still on the register: {tools}."),
         Text("去掉，写上现在用什么。", "Take it off, and enter what is used now."),
         [each for each in tools if each.retired]),
        ("interaction.no-automatic-follows",
         Text("自己会去关注、评论或者私信：{tools}。", "Follows, comments or writes by itself: {tools}."),
         Text("不用；一天少加几个，人来看。", "Do without; add fewer a day, and look at each."),
         [each for each in tools if each.follows_by_itself]),
    ):  # fmt: skip
        if which:
            named = listed((same(each.name or "?") for each in which), measure="样")
            yield Finding(rule_id, said.format(tools=named), mend, ("tools",))
