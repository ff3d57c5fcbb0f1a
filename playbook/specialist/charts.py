"""What a specialist's week and the adverts look like: each function answers one question with one figure."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from playbook.company_charts import rows_axis
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, WARN, cannot_show, caption, chart
from playbook.language import Text
from playbook.persons import person
from playbook.sample.adverts import ASKS
from playbook.specialist.analysis import asked, diary_of, hours
from playbook.specialist.missing import no_adverts, no_diary
from playbook.specialist.tasks import TASKS
from playbook.week import DAYS

WEEK = Text("{who}的这一周，几点在做什么", "A week of {who}: what was done when")
HOURS = Text(
    "{who}原来打算几小时，实际用了几小时？", "How many hours did {who} mean to spend, and how many were spent?"
)
ADVERTS = Text("120 则广告里，几成要这一样？", "Of 120 adverts, how many ask for this?")
MOST, WIDE = 24, 0.62  # the last hour, and how tall a day's strip is
FIRST_HOUR = 8
Kind = tuple[Text, str, str]
# Told apart by hatching in grey print too.
KINDS: dict[str, Kind] = {
    "answer": (Text("答评论和私信", "answering"), MAIN, ""),
    "write": (Text("写和发", "writing and posting"), SECOND, "///"),
    "listed": (Text("四项职责里别的事", "what else is in the four duties"), FAINT, ""),
    "unlisted": (Text("清单里没有的别的事", "what else is not on the list"), WARN, "..."),
}
ASKED: dict[str, Text] = {
    "learning": Text("学得快", "learning"), "new_forms": Text("新形式", "new forms"),
    "sensitivity": Text("对热点敏感", "alertness"), "writing": Text("文字", "writing"),
    "theory": Text("营销和传播", "theory"), "industry": Text("懂行业", "the trade"),
    "data": Text("看数据", "data"), "graphics": Text("作图", "graphics"),
    "answering": Text("答评论和私信", "answering readers"), "experience": Text("工作经验", "experience"),
    "degree": Text("学历", "a degree"), "own_account": Text("个人账号和粉丝数", "private account, followers"),
}  # fmt: skip


def week(who: str = "xiaoman", known: Facts | None = None) -> Figure:
    """Draw what was done when: a strip for each day of somebody's week, duty hours framed."""
    facts = known or present_facts()
    title = WEEK.format(who=person(who, facts))
    if (why := no_diary(facts)) is not None:
        return cannot_show(title, why, facts)
    own = diary_of(facts, who)
    figure, [axes] = chart(title, facts, height=3.9)
    caption(figure, facts.dated(own["start"].min(), own["start"].max()))
    for row in own.to_dict("records"):
        _, colour, hatch = KINDS[kind_of(row["task"])]
        begins = row["start"].hour + row["start"].minute / 60
        box = Rectangle(
            (begins, row["day"] - WIDE / 2), row["minutes"] / 60, WIDE, facecolor=colour, hatch=hatch,
            edgecolor="white", linewidth=0.5,
        )  # fmt: skip
        axes.add_patch(box)
    _duty(axes, facts, who)
    axes.set(xlim=(FIRST_HOUR, MOST), ylim=(7.6, 0.4))
    axes.set_yticks(range(1, 8), [str(each) for each in DAYS])
    axes.set_xticks(range(FIRST_HOUR, MOST + 1, 2), [f"{hour}:00" for hour in range(FIRST_HOUR, MOST + 1, 2)])
    axes.tick_params(length=0)
    handles = [
        Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=str(said))
        for said, colour, hatch in KINDS.values()
    ]
    handles.append(Patch(facecolor="none", edgecolor=INK, label=str(Text("值班时间", "duty hours"))))
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=9, borderaxespad=0.3
    )
    return figure


def kind_of(task: str) -> str:
    """Return which of KINDS a task is drawn as."""
    if task in {"answer", "write"}:
        return task
    return "listed" if TASKS[task].duty else "unlisted"


def _duty(axes: Axes, facts: Facts, who: str) -> None:
    shifts = next((each.duty for each in facts.company.people if each.id == who), [])
    for shift in shifts:
        for day in shift.days:
            frame = Rectangle(
                (shift.start, day - 0.42), shift.end - shift.start, 0.84, fill=False, edgecolor=INK, linewidth=1
            )
            axes.add_patch(frame)


def meant_and_taken(who: str = "xiaoman", known: Facts | None = None) -> Figure:
    """Draw the hours meant beside the hours taken, by task, most taken first."""
    facts = known or present_facts()
    title = HOURS.format(who=person(who, facts))
    if (why := no_diary(facts)) is not None:
        return cannot_show(title, why, facts)
    own = diary_of(facts, who)
    told = hours(facts, who).sort_values("taken", ascending=False, kind="stable")
    figure, [axes] = chart(title, facts, height=0.32 * len(told) + 1.3)
    caption(figure, facts.dated(own["start"].min(), own["start"].max()))
    for row, each in enumerate(told.to_dict("records")):
        meant, taken = each["meant"], each["taken"]
        axes.plot([meant, taken], [row, row], color=FAINT, linewidth=5, zorder=1)
        axes.plot(meant, row, "D", color="white", mec=QUIET, markersize=7, zorder=2)
        axes.plot(taken, row, "o", color=MAIN, markersize=8, zorder=3)
        side, ha = (8, "left") if taken >= meant else (-8, "right")
        axes.annotate(f"{taken:g}", (taken, row), (side, 0), textcoords="offset points", ha=ha, va="center", fontsize=9)
    rows_axis(axes, [str(TASKS[task].said) for task in told.index])
    axes.set_xlim(-0.8, float(told[["meant", "taken"]].to_numpy().max()) + 1.5)
    axes.set_xlabel(
        str(Text("小时（数字是实际的）　◇ 打算　● 实际", "hours (the figure is what was spent)   ◇ meant   ● spent"))
    )
    return figure


def adverts(
    known: Facts | None = None, names: tuple[str, ...] = (*ASKS, "experience", "degree", "own_account")
) -> Figure:
    """Draw how many adverts ask for each thing, with its 95% interval, most asked first."""
    facts = known or present_facts()
    if (why := no_adverts(facts)) is not None or facts.adverts is None:
        return cannot_show(ADVERTS, why or Text("", ""), facts)
    told = sorted(((asked(facts.adverts, name), name) for name in names), key=lambda each: -each[0].value)
    figure, [axes] = chart(ADVERTS, facts, height=0.34 * len(told) + 1.2)
    caption(
        figure,
        Text(
            "数据：虚构的 120 则招聘广告，2025 年。横条：95% 区间",
            "Data: 120 invented job adverts of 2025. Bar: 95% interval",
        ),
    )
    for row, (share, _) in enumerate(told):
        axes.plot([share.low, share.high], [row, row], color=FAINT, linewidth=6)
        axes.plot(share.value, row, "o", color=MAIN, markersize=8, mec="white")
        axes.annotate(
            f"{share.value:.0%}", (share.high, row), (6, 0), textcoords="offset points", va="center", fontsize=9
        )
    rows_axis(axes, [str(ASKED[name]) for _, name in told])
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    return figure
