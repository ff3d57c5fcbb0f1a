"""Can the list of followed accounts be read, is it looked after, and is each account on it for a reason?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.interaction.kinds import followed_said
from playbook.interaction.listing import account_said, known_of, read_in_the_end
from playbook.interaction.plan import Act, Chosen, InteractionPlan, Routine
from playbook.language import Text, join
from playbook.once import once
from playbook.rules import Finding, rule
from playbook.timing.duty import posts_a_week
from playbook.week import listed

BALANCE, PAYS, QUALITY, KIND, WHY = (
    "interaction.follow-volume-balance", "interaction.reading-pays", "interaction.follow-back-quality",
    "interaction.active-follow", "interaction.follow-valuable-accounts",
)  # fmt: skip
FOUR, SEARCH, SAME_DAY = (
    "interaction.routine-four-actions", "interaction.search-and-engage-first", "interaction.same-day-comment",
)  # fmt: skip
AT = ("routine",)
LEAST_LETTERS = 2  # of a reason
ACTS: dict[Act, Text] = {
    "search": Text("搜话题并参与", "search topics and take part"),
    "comment": Text("评论别人的微博", "comment on others’ posts"),
    "join": Text("参加别人的活动", "join others’ campaigns"),
    "follow": Text("关注该关注的人", "follow those worth following"),
}
SHORTEN = Text(
    "删几个费时间的，少加几个，早一点整理，或者多排些时间读。",
    "Drop some that take long, add fewer, tidy sooner, or set aside more time.",
)
TIDY = Text("定一个数：每两周、每个月。", "Set a number: every two weeks, every month.")
CHOOSE_KIND = Text(
    "选它是哪一类；哪类都不是，就不关注。", "Choose what it is; if it is none of these, do not follow it."
)
WRITE_WHY = Text("写一句：想从它那里得到什么。", "Write in a sentence what you want from it.")
NOW_AND = Text("现在 {now} 个，每天加 {a_day} 个，", "With {now} accounts now and {a_day} added a day, ")
TOO_MANY = Text(
    "到整理之前一周要读 {minutes:.0f} 分钟，能读的只有 {reading} 分钟。",
    "reading takes {minutes:.0f} minutes a week before the list is tidied; there are {reading}.",
)
TOO_MANY_BY_THEN = Text(
    "一个季度后一周要读 {minutes:.0f} 分钟，能读的只有 {reading} 分钟。",
    "reading takes {minutes:.0f} minutes a week after a quarter; there are {reading}.",
)
DROP = Text("换成带来过有用的消息的。", "Choose one that brought something of use.")


def following(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    """Find what is wrong with the routine and the list; what is not begun is not judged."""
    if plan.routine != Routine() or plan.follows:
        yield from _balance(plan, facts)
    yield from _reasons(plan, facts)
    yield from _quality(plan, facts)
    yield from _worth(plan, facts)
    yield from _acts(plan.routine, facts)
    if plan.routine.comment_is_copied:
        said = Text("同一句评论到处贴。", "One comment is pasted under everybody’s posts.")
        mend = Text(
            "每条评论说那一条微博的事；没有可说的，就不评。", "Let each comment speak to that post, or say nothing."
        )
        yield Finding(SAME_DAY, said, mend, AT)


def _balance(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    routine = plan.routine
    if not routine.tidy_every:
        yield Finding(BALANCE, Text("没有定多久整理一次名单。", "Nothing says how often the list is tidied."), TIDY, AT)
    if not routine.reading:
        said = Text("没有定一周有几分钟读名单上的微博。", "Nothing says how many minutes a week there are for reading.")
        yield Finding(BALANCE, said, Text("填一个数。", "Set a number."), AT)
        return
    minutes = read_in_the_end(plan, facts)
    if minutes > routine.reading:
        said = NOW_AND + (TOO_MANY if routine.tidy_every else TOO_MANY_BY_THEN)
        filled = said.format(
            now=len(plan.follows), a_day=routine.follows_a_day, minutes=minutes, reading=routine.reading
        )
        yield Finding(BALANCE, filled, SHORTEN, AT)
    if routine.follow_all_back and not plan.holds("number-of-follows", "all_back"):
        said = Text(
            "谁关注我们就回关谁，名单长短由不得自己。",
            "Everybody who follows us is followed back: others decide how long the list is.",
        )
        mend = Text("只回关常来往的。", "Follow back only those who take part.")
        yield Finding(BALANCE, said, mend, AT)


def _reasons(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    for rule_id, said, mend, missing in (
        (KIND, Text("没有写是哪一类：{who}。", "Nothing says what these are: {who}."), CHOOSE_KIND,
         [each for each in plan.follows if not each.kind]),
        (WHY, Text("没有写为什么关注：{who}。", "Nothing says why these are followed: {who}."), WRITE_WHY,
         [each for each in plan.follows if not is_reason(each.why)]),
    ):  # fmt: skip
        if missing:
            yield Finding(rule_id, said.format(who=_named(facts, missing)), mend, _ids(missing))


def is_reason(why: str) -> bool:
    """Tell whether a reason says anything: a full stop or a digit does not."""
    return sum(sign.isalpha() for sign in why) >= LEAST_LETTERS


def _quality(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    values = rule(QUALITY).values
    swapped = [each for each in plan.follows if each.kind in values["kinds"]]
    if swapped:
        said = Text("这些是{kind}：{who}。", "These are accounts of this kind: {kind}: {who}.")
        filled = said.format(kind=followed_said(values["kinds"][0]), who=_named(facts, swapped))
        yield Finding(
            QUALITY, filled, Text("去掉：他们关注谁都一样。", "Leave them out: they follow anybody."), _ids(swapped)
        )
    known = known_of(plan, facts)
    silent = known[known["posts_a_month"] < values["posts_a_month"]]
    if len(silent):
        said = Text("一个月里一条也没有发：{who}。", "These have not posted in a month: {who}.")
        filled = said.format(who=listed((account_said(facts, each) for each in silent["id"]), measure="个"))
        yield Finding(
            QUALITY,
            filled,
            Text("去掉，没有可读的。", "Leave them out: there is nothing to read."),
            tuple(silent["id"]),
        )


def _worth(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    values, known = rule(PAYS).values, known_of(plan, facts)
    idle = known[
        (known["answered"] <= values["answered"])
        & (known["signals"] == 0)
        & (known["minutes_a_week"] >= values["minutes"])
    ]
    if len(idle):
        said = Text(
            "九十天里几乎没有答过我们，也没有带来一条有用的消息，一周却要读 {minutes:.0f} 分钟：{who}。",
            "In 90 days these hardly answered us and brought nothing of use, and they take {minutes:.0f} minutes a "
            "week: {who}.",
        )
        who = listed((account_said(facts, each) for each in idle["id"]), measure="个")
        yield Finding(PAYS, said.format(minutes=idle["minutes_a_week"].sum(), who=who), DROP, tuple(idle["id"]))


def _acts(routine: Routine, facts: Facts) -> Iterator[Finding]:
    if not routine.acts_a_week:
        return
    none = [ACTS[act] for act in rule(FOUR).values["acts"] if not routine.acts_a_week.get(act)]
    if none:
        said = Text("一周里一次也没有排：{acts}。", "Not once a week: {acts}.")
        yield Finding(FOUR, said.format(acts=join(none)), Text("每样至少排一次。", "Plan each at least once."), AT)
    wanted, searches = rule(SEARCH).values["searches"], routine.acts_a_week.get("search", 0)
    if searches < wanted:
        said = Text(
            "一周只搜 {count} 次话题，不够一天一次。", "Topics are searched {count} times a week, less than once a day."
        )
        mend = Text("每天搜一次。", "Search once a day.")
        yield Finding(SEARCH, said.format(count=searches), mend, AT)
    posts, acts = _own_posts(facts), sum(routine.acts_a_week.values())
    if acts < posts:
        said = Text(
            "一周和人来往 {acts} 次，@{name} 自己发 {posts:.0f} 条：说得比听得多。",
            "{acts} acts of engaging a week against {posts:.0f} posts of @{name}: more said than heard.",
        )
        filled = said.format(acts=acts, posts=posts, name=facts.company.account(facts.main).name)
        yield Finding(SEARCH, filled, Text("多评几条，或者少发几条。", "Comment more, or post less."), AT)


@once(32)
def _own_posts(facts: Facts) -> float:
    return posts_a_week(facts.posts, facts.main)


def _named(facts: Facts, chosen: list[Chosen]) -> Text:
    return listed((account_said(facts, each.account) for each in chosen), measure="个")


def _ids(chosen: list[Chosen]) -> tuple[str, ...]:
    return tuple(each.account for each in chosen)
