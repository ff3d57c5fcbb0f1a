"""What readers ask, beside how often posts speak of it."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from playbook.content.asked import name_of_group, question_bank
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import INK, MAIN, SECOND, cannot_show, chart
from playbook.language import Text

NO_INBOX = Text(
    "这份数据没有收件箱，不知道读者问什么。\n把四周的评论和私信读一遍，照同样的办法归类，答案就出来了。",
    "These data have no inbox, so nobody knows what readers ask.\n"
    "Read four weeks of comments and messages and sort them in the same way.",
)
NOTHING_ASKED = Text("收件箱里没有问题。", "Nobody asked anything in this inbox.")
TITLE = Text("读者问什么，我们发什么？", "What do readers ask, and what do we post on?")
TITLE_OF = Text("@{name}：读者问什么，我们发什么？", "@{name}: what do readers ask, and what do we post on?")
ASKED = Text("占全部 {n:,} 个问题", "of {n:,} questions")
POSTED = Text("说到它的，占全部微博（按用词粗数）", "of all posts, those that speak of it (counted by words)")


def asked(known: Facts | None = None, account: str | None = None) -> Figure:
    """What do readers ask, and do we speak of it? Of all accounts together, unless one is named."""
    facts = known or present_facts()
    title = TITLE if account is None else TITLE_OF.format(name=facts.company.account(account).name)
    bank = question_bank(facts, account)
    if bank is None or not bank["asked"].sum():
        return cannot_show(title, NO_INBOX if bank is None else NOTHING_ASKED, facts)
    figure, [axes] = chart(title, facts, height=0.55 * len(bank) + 1.5)
    places = np.arange(len(bank))
    for share, shift, colour, hatch, said in (
        (bank["share"], -0.19, MAIN, "", ASKED.format(n=int(bank["asked"].sum()))),
        (bank["posts_share"], 0.19, SECOND, "//", POSTED),
    ):
        drawn = axes.barh(places + shift, share.fillna(0), 0.36, color=colour, alpha=0.8, hatch=hatch,
                          edgecolor="white", label=str(said))  # fmt: skip
        labels = ["" if np.isnan(value) else f"{value:.0%}" for value in share]
        axes.bar_label(drawn, labels, padding=4, fontsize=10, color=INK)
    axes.set_yticks(places, [str(name_of_group(str(name))) for name in bank.index])
    axes.set_ylim(len(bank) - 0.4, -0.6)
    axes.set_xlim(0, float(bank["share"].max()) * 1.2)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)
    axes.legend(frameon=False, loc="lower right")
    return figure
