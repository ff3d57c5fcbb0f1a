"""Where the articles disagree on the job: what the diaries and adverts at hand say, and which position they speak for.

Neither is of one account: the functions take an account as all evidence does, and pay it no heed.
"""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.language import Text
from playbook.specialist.analysis import asked, share_of
from playbook.specialist.missing import NO_ADVERTS

BAR = Text(
    "{all} 则虚构的招聘广告里，要经验的 {experience:.0%}，要个人账号和粉丝数的 {own:.0%}，要文字的 {writing:.0%}，"
    "要会答复的 {answering:.0%}。",
    "Of {all} invented adverts {experience:.0%} want experience, {own:.0%} a private account and its followers, "
    "{writing:.0%} writing, {answering:.0%} answering readers.",
)
SPENT = Text(
    "日记里，用时最多的是答评论和私信，占 {share:.0%}：广告要的和工作要的不是一回事。"
    "谁做得更好，广告答不了，要看做出来的活儿。",
    " In the diary answering takes the largest share of the hours, {share:.0%}: what adverts ask for is not what the "
    "work asks for. Adverts cannot tell you who will do the job well; a piece of work may.",
)
UNFIT = Text(
    "{all} 则虚构的招聘广告里，{count} 则（{share:.0%}）提了不该提的要求。"
    "守不守底线，读者走不走，这份数据里没有，答不了；法规不靠数据。",
    "Of {all} invented adverts {count} ({share:.0%}) demand what must not be demanded. Whether readers leave because "
    "of it, these data do not tell; what the law forbids does not depend on data.",
)


def specialist_entry_bar(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - of no account
    """Say what adverts ask for beside what the week took; no position follows from it."""
    if facts.adverts is None:
        return Evidence(NO_ADVERTS)
    told = {name: asked(facts.adverts, name) for name in ("experience", "own_account", "writing", "answering")}
    said = BAR.format(
        all=len(facts.adverts), experience=told["experience"].value, own=told["own_account"].value,
        writing=told["writing"].value, answering=told["answering"].value,
    )  # fmt: skip
    if facts.diary is None:
        return Evidence(said)
    return Evidence(said + SPENT.format(share=share_of(facts, str(facts.diary["who"].iloc[0]), "answer")))


def specialist_ethics(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - of no account
    """Say how many adverts demand what must not be demanded; the data decide nothing more."""
    if facts.adverts is None:
        return Evidence(NO_ADVERTS)
    share = asked(facts.adverts, "unfit")
    return Evidence(UNFIT.format(all=share.every, count=share.found, share=share.value))
