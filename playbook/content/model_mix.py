"""Plans of content that the review lets pass, and article 8's mix as it was typed: an exercise's end and beginning."""

from __future__ import annotations

from playbook.content.kinds import CLASSES
from playbook.content.mix import ARTICLE_8
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.review import review_account
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.stances import decided

A_WEEK = 14  # posts: what article 8's timetable comes to
WHY = Text(
    "读者问得最多的是怎么泡、怎么存，所以先答问题；六周以后看评论再定。",
    "Readers ask most of all how to brew and to keep tea, so that comes first; we look again in six weeks.",
)
# By kind: the column's name, the readers' question it answers, its topic word, and its share of the model mix.
COLUMNS: dict[str, tuple[Text, Text, Text, int]] = {
    "knowledge": (
        Text("泡茶问答", "Brewing, asked and answered"),
        Text("这款茶用多少度的水，泡多久？", "How hot should the water be for this tea, and how long does it steep?"),
        same("岚间答疑"),
        28,
    ),
    "extension": (
        Text("存茶与挑茶", "Keeping and choosing tea"),
        Text("开了封怎么存，送人选哪一款？", "How is an opened tin kept, and which tea makes a present?"),
        same("存茶小事"),
        8,
    ),
    "product": (
        Text("店里的茶", "Our teas"),
        Text("今年到了哪些茶，味道怎么样？", "Which teas came in this year, and how do they taste?"),
        same("岚间新茶"),
        20,
    ),
    "daily": (Text("茶馆一天", "A day at the teahouse"), same(""), same("今天喝什么"), 20),
    "staff-life": (Text("店里的人", "The people here"), same(""), same("掌柜和伙计"), 16),
    "discount": (Text("粉丝专享", "For followers only"), same(""), same("岚间专享"), 8),
}


def model_plan(facts: Facts, account: str) -> ContentPlan:  # noqa: ARG001 - right for every account
    """Return columns and a mix for an account with which the review finds no fault; no stance is taken."""
    columns = [
        Column(id=kind, name=str(name), answers=str(answers), topic=str(topic), kind=kind)
        for kind, (name, answers, topic, _) in COLUMNS.items()
    ]
    shares = {kind: share for kind, (*_, share) in COLUMNS.items()}
    return ContentPlan(columns=columns, mixes=[Mix(account=account, shares=shares, posts_a_week=A_WEEK, why=str(WHY))])


def decided_plan(facts: Facts, account: str, topics: list[str]) -> ContentPlan:
    """Return the same with a stance on each topic: one right answer to an exercise."""
    plan = model_plan(facts, account)
    return decided(plan, account, facts, topics, lambda each: review_account(each, account, facts))


def old_mix(facts: Facts, account: str) -> ContentPlan:  # noqa: ARG001 - the same for every account
    """Return article 8's four classes as columns of one account, with its shares: 95%, 14 posts a week, no reason."""
    shares = {str(name): share for name, share in ARTICLE_8.items()}
    columns = [Column(id=name, name=str(CLASSES[8][name]), kind=name) for name in shares]  # kinds are called alike
    return ContentPlan(columns=columns, mixes=[Mix(account=account, shares=shares, posts_a_week=A_WEEK)])
