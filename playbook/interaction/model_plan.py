"""Plans of the sample company: replies and a list that the review lets pass, and the ones that an exercise mends."""

from __future__ import annotations

from typing import NamedTuple

from playbook.facts import Facts
from playbook.interaction.kinds import FollowKind, Message
from playbook.interaction.plan import ANYBODY, Chosen, Clock, Handling, InteractionPlan, Routine, Tone, Where
from playbook.language import Text
from playbook.stances import Stance

OWNER, STORE, NOBODY = Text("老岚", "Lan"), Text("店长", "the store manager"), Text("", "")


class Reply(NamedTuple):
    """How the model handles a kind of message: where, within how many minutes on duty, in what tone, handed to whom."""

    where: Where
    within: int = 0
    tone: tuple[Tone, ...] = ("polite",)
    hand_to: Text = NOBODY
    sheet: Text = NOBODY


REPLIES: dict[Message, Reply] = {
    "praise": Reply("public", 480, ("vivid", "polite"), sheet=Text(
        "谢谢您专门来说一声，这就念给做茶的师傅听。", "Thank you for telling us. We will read it to the tea maker.")),
    "question": Reply("public", 120),
    "complaint": Reply("both", 90, hand_to=STORE, sheet=Text(
        "对不起，让您扫兴了。请私信我们是哪一天、哪一款，店长今天下班以前答您。",
        "We are sorry this spoilt your tea. Please message us the day and the tea; the store manager answers today.")),
    "order": Reply("private", 90),
    "troll": Reply("none"),
    "journalist": Reply("private", 60, hand_to=OWNER),
    "rumour": Reply("public", 60, hand_to=OWNER),
    "personal_data": Reply("both", 60, sheet=Text(
        "请先把这条删掉，免得别人看见；余下的我们私信说。",
        "Please delete this so that others do not see it; we go on in private messages.")),
    "small_talk": Reply("public", 480, ("amusing", "polite")),
}  # fmt: skip
# What an eager colleague wrote down from old articles: everything within half an hour, day and night, and fun.
RUSHED: dict[Message, Reply] = {
    "praise": Reply("public", 15, ("amusing",)),
    "question": Reply("public", 30),
    "complaint": Reply("public", 30, ("amusing", "polite"), sheet=Text(
        "亲，保证以后再也不会有这种事，请在评论里留下电话。",
        "Dear reader, we promise this will never happen again. Please leave your number in the comments.")),
    "order": Reply("public", 30),
    "troll": Reply("public", 30),
    "journalist": Reply("public", 30),
    "rumour": Reply("none"),
    "personal_data": Reply("public", 30),
    "small_talk": Reply("public", 15, ("amusing",)),
}  # fmt: skip
WHY: dict[FollowKind, Text] = {
    "loyal-customer": Text("常来，也肯说哪里不好", "comes often, and says what is wrong"),
    "potential-customer": Text("正在找茶，问得着我们", "looks for tea, and may ask us"),
    "peer-fan": Text("懂茶，在别家下面常评论", "knows tea, and comments at other teahouses"),
    "negative-poster": Text("出了事，这里最早看得到", "sees trouble before anybody else"),
    "news": Text("行业里的事都有", "has all the news of the trade"),
    "amusing": Text("好玩", "is fun"),
}
LISTED: dict[FollowKind, int] = {"loyal-customer": 3, "potential-customer": 2, "peer-fan": 3, "negative-poster": 2}
CROWDED: dict[FollowKind, int] = {
    "loyal-customer": 1, "expert": 2, "known-company": 2, "news": 5, "amusing": 5, "follow-back-group": 3,
}  # fmt: skip
ROUTINE = Routine(
    follows_a_day=1, same_day_comment=True, kinds=["loyal-customer", "potential-customer", "peer-fan"], tidy_every=14,
    reading=90, acts_a_week={"search": 7, "comment": 60, "join": 1, "follow": 5},
)  # fmt: skip
EAGER = Routine(follows_a_day=5, reading=60, acts_a_week={"search": 2, "comment": 5, "follow": 25})
STANCES: dict[str, tuple[str, Text]] = {
    "showing-only-praise": ("both", Text(
        "回得及时的批评，下一条常常转好；改了什么也说出来，别人才信夸奖。",
        "Criticism answered in time often turns friendly; saying what came of it makes the praise credible.")),
    "whom-to-follow": ("by_use", Text(
        "带来的消息抵得上读它的工夫，才关注；一季再看一次。",
        "We follow those whose news is worth the reading, and look again in three months.")),
    "number-of-follows": ("limited", Text(
        "一周读得完多少，就关注多少。", "We follow no more than we can read in a week.")),
    "follow-back-groups": ("targeted", Text(
        "互粉群里的不答我们，也没有带来过消息。", "Members of those groups neither answer us nor bring anything.")),
}  # fmt: skip


def decided_replies(facts: Facts, topics: list[str]) -> InteractionPlan:  # noqa: ARG001 - as all right answers
    """Return replies that the review lets pass, with these stances alone: one right answer to an exercise."""
    return InteractionPlan(triage=_triage(REPLIES, "on_duty"), stances=_stances(topics))


def rushed_replies(facts: Facts) -> InteractionPlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the replies that an exercise mends, in the reader's language."""
    return InteractionPlan(triage=_triage(RUSHED, "always"))


def decided_follows(facts: Facts, topics: list[str]) -> InteractionPlan:
    """Return a routine and a list that the review lets pass, with these stances alone."""
    return InteractionPlan(routine=ROUTINE, follows=_listed(facts, LISTED), stances=_stances(topics))


def crowded_follows(facts: Facts) -> InteractionPlan:
    """Return the routine and the list that an exercise mends: news, fun and follow-back groups, five more a day."""
    return InteractionPlan(routine=EAGER, follows=_listed(facts, CROWDED))


def _triage(replies: dict[Message, Reply], clock: Clock) -> list[Handling]:
    return [_handling(kind, reply, clock) for kind, reply in replies.items()]


def _handling(kind: Message, reply: Reply, clock: Clock) -> Handling:
    if reply.where == "none":
        return Handling(kind=kind, where="none")
    return Handling(
        kind=kind, answered_by=ANYBODY, within=reply.within, clock=clock, where=reply.where, tone=list(reply.tone),
        hand_to=str(reply.hand_to), sheet=str(reply.sheet),
    )  # fmt: skip


def _listed(facts: Facts, kinds: dict[FollowKind, int]) -> list[Chosen]:
    """Return so many candidates of each kind, those first that brought most signals; nobody where none is listed."""
    table = facts.candidates
    if table is None:
        return []
    best = table.sort_values(["signals", "answered", "id"], ascending=[False, False, True])
    return [
        Chosen(account=account, kind=kind, why=str(WHY[kind]) if kind in WHY else "")
        for kind, number in kinds.items()
        for account in best.loc[best["kind"] == kind, "id"].head(number).tolist()
    ]


def _stances(topics: list[str]) -> dict[str, Stance]:
    """Return stances on these topics, their reasons in the reader's language; what was seen of the data is left out."""
    return {topic: Stance(position=STANCES[topic][0], why=str(STANCES[topic][1])) for topic in topics}
