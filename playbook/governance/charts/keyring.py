"""Who holds which key, and which accounts are locked when somebody is away."""

from __future__ import annotations

from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.bars import bars
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, WARN, caption, chart
from playbook.governance.analysis.keyring import called, single_points
from playbook.governance.keys import MAY, May
from playbook.governance.missing import keys_of, no_keys
from playbook.language import Text

AS_OF = Text("数据：{whose}，截至 {day}", "Data: {whose}, as of {day}")
MARKS: dict[May, Text] = {
    "post": Text("发", "P"), "approve": Text("批", "A"), "password": Text("密", "W"), "phone": Text("机", "B"),
    "messages": Text("信", "M"),
}  # fmt: skip
GONE = Text("（已离职）", " (left)")
LEGEND = Text(
    "发：发布，批：审稿，密：密码，机：绑定手机，信：看私信",
    "P post, A approve, W password, B the bound phone, M private messages",
)


def as_of(facts: Facts) -> Text:
    """Return the line under these charts: whose keys, and of which day."""
    return AS_OF.format(whose=facts.whose, day=f"{keys_of(facts)['last_used'].max():%Y-%m-%d}")


def names_of(facts: Facts) -> dict[str, str]:
    """Return the card's people, id to name."""
    return {each.id: each.name for each in facts.company.people}


@of_company(Text("谁拿着哪个账号的什么？", "Who holds what on which account?"), no_keys)
def who_holds(facts: Facts, title: Text) -> Figure:
    """Who may do what on which account?"""
    keys = keys_of(facts)
    accounts, holders = list(keys["account"].drop_duplicates()), list(keys["holder"].drop_duplicates())
    outside = set(keys.loc[~keys["kind"].isin(["staff", "owner"]), "holder"])
    figure, [axes] = chart(title, facts, height=0.5 * len(accounts) + 1.7)
    caption(figure, as_of(facts))
    for row in keys.to_dict("records"):
        x, y = holders.index(row["holder"]), accounts.index(row["account"])
        said = "".join(str(MARKS[may]) for may in MAY if row[may])
        colour = WARN if row["holder"] in outside else INK
        shade = {"facecolor": WARN, "alpha": 0.18, "edgecolor": "none"} if colour == WARN and said else None
        axes.text(x, y, said, ha="center", va="center", color=INK, fontsize=11, bbox=shade)
    left = set(keys.loc[keys["kind"] == "left", "holder"])
    names = [str(called(each, names_of(facts)) + (GONE if each in left else Text("", ""))) for each in holders]
    rows_axis(axes, [f"@{facts.company.account(each).name}" for each in accounts])
    axes.set_xlim(-0.5, len(holders) - 0.5)
    axes.set_xticks(range(len(holders)), [each.replace(" ", "\n") for each in names], fontsize=9.5)
    axes.xaxis.tick_top()
    axes.hlines([each + 0.5 for each in range(len(accounts))], -0.5, len(holders) - 0.5, color=FAINT, linewidth=0.8)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.text(0, -0.03, str(LEGEND), transform=axes.transAxes, va="top", fontsize=9)
    return figure


@of_company(Text("谁不在，几个账号收不到验证码？", "Who is away, and how many accounts get no code?"), no_keys)
def if_away(facts: Facts, title: Text) -> Figure:
    """How many bound phones does each of us alone hold?"""
    table = single_points(keys_of(facts))
    figure, [axes] = chart(title, facts, height=0.45 * len(table) + 1.5)
    caption(figure, as_of(facts))
    held = zip(table["holder"], table["phone"], strict=True)
    rows = [(str(called(who, names_of(facts))), float(phone)) for who, phone in held]
    bars(axes, rows, MAIN, sides=False)
    subtitle(axes, Text("绑定手机只在他一个人手里的账号，个", "accounts whose bound phone only they hold"))
    return figure
