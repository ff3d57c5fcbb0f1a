"""Two matrices of the sample company: one that the review lets pass, and the tangle that it has today."""

from __future__ import annotations

from typing import Any, NamedTuple

from playbook.conflicts import conflicts
from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.analysis import AT_ONCE, pairs, relay_log
from playbook.matrix.kinds import KINDS, Kind, Verified
from playbook.matrix.plan import Fate, MatrixPlan, Place, Relay, When
from playbook.matrix.relaying import brought_nothing, effect
from playbook.stances import Stance, seen_of


class Role(NamedTuple):
    """What a kept account is in the model: what it does, for whom, what only it has, whose it is, who answers."""

    kind: Kind
    owner: str
    hours: float
    hand_off: str
    purpose: Text
    audience: Text
    only_here: Text


ROLES = {
    "flagship": Role(
        "official", "xiaoman", 28, "service",
        Text("代表岚间说话：茶、人、公司的大事", "speaks for Lanjian: its tea, its people, its news"),
        Text("认得岚间这个牌子的茶客", "tea drinkers who know the name"),
        Text("新茶上市和公司的声明最先在这里发", "new teas and statements appear here first"),
    ),
    "shop": Role(
        "product", "shen", 22, "service",
        Text("帮人在网上挑茶、买茶、用茶具", "helps people choose and buy tea and teaware online"),
        Text("在网上买茶的人", "people who buy tea online"),
        Text("库存、到货、怎么挑、怎么下单", "what is in stock, how to choose, how to order"),
    ),
    "store": Role(
        "region", "tao", 14, "store",
        Text("告诉街坊今天城南店有什么", "tells the neighbours what the South Gate store has today"),
        Text("城南店附近的街坊", "people who live around the South Gate store"),
        Text("当天的座位、茶点和营业时间", "today’s seats, snacks and opening hours"),
    ),
    "service": Role(
        "customer-service", "xiaoman", 13, "service",
        Text("答咨询，接投诉，一件一件答完", "answers questions and complaints, each to its end"),
        Text("买过茶、有事要问的顾客", "customers with something to ask"),
        Text("退换怎么办、投诉办到哪一步", "how to return goods, how far a complaint has got"),
    ),
    "founder": Role(
        "leader", "shen", 10, "service",
        Text("掌柜以本人身份讲做茶的事", "the founder, in person, on the making of tea"),
        Text("想听掌柜讲茶的人", "people who want to hear the founder"),
        Text("掌柜自己的看法和旧事", "the founder’s own views and memories"),
    ),
    "class": Role(
        "corporate-university", "tao", 3.5, "store",
        Text("教人泡茶，招茶课的学员", "teaches how to make tea, and enrols for the classes"),
        Text("想学泡茶的人", "people who want to learn"),
        Text("每节课的步骤和报名", "the steps of every class, and how to enrol"),
    ),
}  # fmt: skip
# The lesson's tangle: what the owner says each account is for. Shop and teaware say nearly the same.
TANGLED = {
    "flagship": Text("发岚间的消息", "posts Lanjian’s news"),
    "shop": Text("在网上卖茶和茶具", "what you can buy online: tea and teaware"),
    "store": Text("发城南店的消息", "posts the news of South Gate"),
    "service": Text("答顾客的问题", "answers customers"),
    "founder": Text("掌柜的微博", "the founder’s Weibo"),
    "class": Text("讲怎么泡茶", "on how to make tea"),
    "ware": Text("在网上卖茶具", "what you can buy online: teaware"),
}
GIVEN_UP: dict[str, Fate] = {"ware": "merge", "jobs": "close"}
ADDS = {
    ("flagship", "shop"): Text("这款茶是谁做的，适合谁喝", "who made this tea, and whom it suits"),
    ("flagship", "store"): Text("这周城南店值得专程去的一件事", "the one thing this week that is worth the trip"),
}
STANCES = {
    "matrix-size-and-roles": ("by_need", Text(
        "六个账号各有事做，也有人有时间；茶具并进网店，招聘停掉。半年后再看。",
        "Six accounts have a job, a person and the hours; teaware goes into the shop, the jobs account closes. We look "
        "again in half a year.",
    )),
    "who-relays-whom": ("where_it_adds", Text(
        "只留下数据没有说无用、又有自己的话可添的转发，一小时内转；茶课的不再转。一季后再比一次。",
        "We keep relays that the data do not call useless and that have something to add, within the hour; the class "
        "is no longer relayed. We compare again in three months.",
    )),
    "single-image-vs-three-personas": ("own_voices", Text(
        "掌柜说自己的话，其余账号说岚间的话。",
        "The founder speaks for himself, the other accounts for Lanjian.",
    )),
}  # fmt: skip


def model_plan(facts: Facts) -> MatrixPlan:
    """Return a matrix of the sample company that `review` lets pass, in the reader's language, stances and all.

    A relay that the facts say brought nothing (as it may in another variant of the company) is left out.
    """
    kept = [_kept(account, role) for account, role in ROLES.items()]
    given_up = [Place(account=account, fate=fate) for account, fate in GIVEN_UP.items()]
    drawn = [Relay(by=by, of=of, adds=str(words)) for (by, of), words in ADDS.items()]
    relays = [relay for relay in drawn if (told := effect(facts, relay)) is None or not brought_nothing(told)]
    stances = {topic: _stance(topic, position, str(why), facts) for topic, (position, why) in STANCES.items()}
    return MatrixPlan(places=[*kept, *given_up], relays=relays, platform_asked=True, stances=stances)


def decided_plan(facts: Facts, topics: list[str], *, relays: bool = True) -> MatrixPlan:
    """Return the same with these stances alone, with or without `relays`: one right answer to an exercise.

    What was seen of the data is left out.
    """
    plan = model_plan(facts)
    stances = {topic: plan.stances[topic].model_copy(update={"seen": None}) for topic in topics}
    return plan.model_copy(update={"stances": stances, **({} if relays else {"relays": []})})


def old_relays(facts: Facts) -> MatrixPlan:
    """Return the model's accounts with the relays that the data have, and no stance: only arrows are to be mended."""
    return model_plan(facts).model_copy(update={"relays": _habits(facts), "stances": {}})


def tangled_places(facts: Facts) -> MatrixPlan:
    """Return the company's accounts as they are today, without the relays."""
    return tangled_plan(facts).model_copy(update={"relays": []})


def tangled_plan(facts: Facts) -> MatrixPlan:
    """Return the matrix as the company has it today, in the reader's language: all accounts, relays as in the data.

    Accounts come from the register; a company without one has those of its card, and nothing is known of them.
    """
    if facts.register is None:
        places = [Place(account=each.id) for each in facts.company.accounts]
    else:
        places = [_as_registered(row) for row in facts.register.to_dict("records")]
    return MatrixPlan(places=places, relays=_habits(facts))


def _kept(account: str, role: Role) -> Place:
    return Place(
        account=account, kind=role.kind, owner=role.owner, hours=role.hours, hand_off=role.hand_off,
        purpose=str(role.purpose), audience=str(role.audience), only_here=str(role.only_here),
        verified=KINDS[role.kind].verified, says_whose=True,
    )  # fmt: skip


def _stance(topic: str, position: str, why: str, facts: Facts) -> Stance:
    conflict = conflicts()[topic]
    seen = seen_of(conflict.evidence(facts, facts.main)) if conflict.weighed_by else None
    return Stance(position=position, seen=seen, why=why)


def _as_registered(row: dict[Any, Any]) -> Place:
    """Return an account's place as the register has it; `says_whose`, what is only here and who answers are open."""
    account: str = row["account"]
    kind: Kind = row["kind"]
    verified: Verified = row["verified"]
    owner = row["owner"] if isinstance(row["owner"], str) else ""
    audience = str(Text(row["audience_zh"], row["audience_en"]))
    purpose = str(TANGLED.get(account, Text("", "")))
    return Place(
        account=account, kind=kind, owner=owner, hours=float(row["hours_a_week"]), purpose=purpose, audience=audience,
        verified=verified,
    )  # fmt: skip


def _habits(facts: Facts) -> list[Relay]:
    """Return who relays whom in the data; at once where the typical relay came within the hour. None adds any words."""
    minutes = relay_log(facts).groupby(["by", "of"])["minutes_after"].median().to_dict()
    return [Relay(by=by, of=of, when=_when(minutes[by, of])) for by, of in pairs(facts)]


def _when(minutes: float) -> When:
    return "at_once" if minutes <= AT_ONCE else "later"
