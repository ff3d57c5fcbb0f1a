"""What the law and the platform ask of a campaign: the height of prizes, the draw, its terms, and openness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.campaign.brief import Brief
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.raised import blank, raised
from playbook.campaign.words import yuan
from playbook.language import Text, join
from playbook.refused import meant
from playbook.rules import Finding

BOUGHT = re.compile(
    r"买粉(?![色红白饼条末底])|刷粉|买活动|刷量|刷赞|刷转发|买(?:转发|评论|粉丝)|水军|僵尸粉"
    r"|\bbuy(?:ing)? (?:[\w,]+ )?followers\b|\bfake followers\b",
    re.IGNORECASE,
)
LOWER = Text(
    "减到限额以内；限额变了，先查现行文本，再改上面的数。",
    "Lower it; if the limit has changed, look up the current text, then change the figure above.",
)
APPROVAL = Text(
    "减下来，或者先取得平台的特别批准，再打勾。", "Lower it, or get the platform’s special approval first and tick it."
)


def lawful(plan: CampaignPlan, brief: Brief) -> Iterator[Finding]:
    """Yield what the law or the platform would object to."""
    if brief.gives:
        yield from _height(plan, brief)
        yield from _draw(brief)
    yield from _changes(brief)
    yield from _open(brief)


def _height(plan: CampaignPlan, brief: Brief) -> Iterator[Finding]:
    limits = plan.limits
    if brief.highest > limits.by_law:
        said = Text(
            "{campaign}的最高一份奖品值 {value}，超过抽奖的法定上限 {limit}。",
            "The highest prize of {campaign} is worth {value}, above the law’s cap on draws of {limit}.",
        )
        yield raised(brief, "prize-cap", said, LOWER, value=yuan(brief.highest), limit=yuan(limits.by_law))
    if brief.approved:
        return
    over = [(brief.highest, limits.single, Text("一份奖品值", "one prize is worth")),
            (brief.total, limits.total, Text("奖品一共值", "all prizes are worth"))]  # fmt: skip
    for value, limit, what in over:
        if value > limit:
            said = Text(
                "{campaign}{what} {value}，超过平台的限额 {limit}，没有特别批准。",
                "In {campaign} {what} {value}, above the platform’s limit of {limit}, without special approval.",
            )
            yield raised(brief, "platform-limits", said, APPROVAL, what=what, value=yuan(value), limit=yuan(limit))


def _draw(brief: Brief) -> Iterator[Finding]:
    if brief.tool in {None, "none"} or (brief.tool == "filed" and blank(brief.filing_number)):
        said = Text(
            "{campaign}有奖，既没有用平台的抽奖工具，也没有备案号。",
            "{campaign} gives prizes, and neither uses the platform’s draw tool nor has a filing number.",
        )
        mend = Text(
            "用平台的抽奖工具；不用，就先备案，填上备案号。",
            "Use the platform’s draw tool, or file the campaign first and enter the number.",
        )
        yield raised(brief, "official-tool", said, mend)
    yield from _filed(brief)
    if not brief.insiders_barred:
        said = Text("{campaign}没有写本公司的人不参加。", "{campaign} does not keep the company’s own people out.")
        mend = Text(
            "写明员工和家属不参加：让内定的人中奖，是法律明文不许的。",
            "Say that staff and their families take no part: letting insiders win is against the law.",
        )
        yield raised(brief, "no-insiders", said, mend)


def _filed(brief: Brief) -> Iterator[Finding]:
    """Yield what governance asks of a campaign that is filed, and not run with the platform’s tool."""
    if brief.tool != "filed":
        return
    if blank(brief.filing_number):
        said = Text("{campaign}说备了案，没有备案号。", "{campaign} is said to be filed, and has no number.")
        mend = Text("先备案，拿到号再发。", "File it first; post once you have the number.")
        yield raised(brief, "governance.filing-required", said, mend)
    elif not any(sign.isdigit() for sign in brief.filing_number):
        said = Text("{campaign}填的不是备案号：“{number}”。", "{campaign} has no filing number but words: “{number}”.")
        mend = Text(
            "照平台当天的入口报，等它答复，填它给的号。",
            "File it by the platform’s current way in, wait for the answer, and enter the number it gives.",
        )
        yield raised(brief, "governance.filing-way", said, mend, number=brief.filing_number.strip())
    lacks = [
        what
        for there, what in (
            (brief.starts and brief.ends, Text("办多久", "how long it runs")),
            (not blank(brief.draw_how), Text("怎么抽", "how winners are drawn")),
            (not blank(brief.delivery), Text("奖品什么时候、怎么交", "when and how prizes are sent")),
        )
        if not there
    ]
    if lacks:
        said = Text("{campaign}的备案还缺：{lacks}。", "The filing of {campaign} lacks {lacks}.")
        mend = Text("补齐再报。", "Complete it, then file.")
        yield raised(brief, "governance.filing-items", said, mend, lacks=join(lacks))


def _changes(brief: Brief) -> Iterator[Finding]:
    for change in (each for each in brief.changes if each.is_set):
        begun = brief.starts is None or change.on is None or change.on >= brief.starts
        if begun and blank(change.why):
            said = Text(
                "{campaign}开始以后改了“{what}”，没有写凭什么能改。",
                "The terms of {campaign} were changed after it began (“{what}”), and nothing says why they may.",
            )
            mend = Text(
                "改回去。公布了的只能往对读者有利的改；没有公布的，写明为什么改，并公告。",
                "Change them back. What was published changes only where that favours readers; of what was not, say "
                "why, and announce it.",
            )
            yield raised(brief, "terms-unchanged", said, mend, what=change.what.strip() or "?")


def _open(brief: Brief) -> Iterator[Finding]:
    bought = bought_in(brief)
    if bought:
        said = Text(
            "{campaign}里写着“{words}”：买来的粉丝和互动是造假。",
            "{campaign} says “{words}”: bought followers and reactions are fraud.",
        )
        mend = Text(
            "换成标明“广告”的付费推广、合规的有奖活动，或者自家渠道的入口。",
            "Use promotion marked as an ad, a lawful prize campaign, or your own channels.",
        )
        yield raised(brief, "unconventional-start-methods", said, mend, words=bought)
    if brief.paid and not brief.ad_marked:
        said = Text(
            "{campaign}花钱请人推广，没有标明“广告”。",
            "{campaign} pays others to promote it, and is not marked as an ad.",
        )
        yield raised(brief, "paid-marked", said, Text("标明“广告”，并打勾。", "Mark it “广告” (ad), and tick it."))
    if not blank(brief.leader) and not brief.leader_says_whose:
        said = Text(
            "{campaign}要推的{leader}，没有写明和公司的关系。",
            "{campaign} promotes {leader} without saying how that person belongs to the company.",
        )
        mend = Text(
            "写明是公司的人；办不到，就不推。", "Say that it is one of us; if that cannot be said, do not do it."
        )
        yield raised(brief, "grow-opinion-leader", said, mend, leader=brief.leader.strip())


def bought_in(brief: Brief) -> str:
    """Return the first words in a brief that speak of bought followers or reactions; empty if none do.

    Words that refuse it (“no bought followers”) are no plan to do it.
    """
    written = (brief.name, brief.theme, brief.draw_how, brief.occasion, brief.text, brief.risks)
    return meant(BOUGHT, (*written, *(change.what for change in brief.changes)))
