"""What relays are worth: ratios measured on our posts, and ranges of a simulation."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from matplotlib.figure import Figure

from playbook.account_charts import ChartOfAccount, subtitle
from playbook.bars import intervals
from playbook.claims import ENOUGH
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, cannot_show, chart
from playbook.language import Text, join, same
from playbook.matrix.analysis import Line, accounts_of, name_of, relay_lines
from playbook.matrix.charts.of_audiences import NO_AUDIENCES, NO_RELAYS
from playbook.matrix.exposure import tried
from playbook.matrix.relay import Spread, Step, ranged, simulate
from playbook.sample.truths import calibration

SOON, LATER = Text("1 小时内", "within the hour"), Text("更晚", "later")
ALONE = Text("没有人转", "no relay")
SEEN = 0.01  # a smaller share has no number of its own
NO_SUCH = Text(
    "不知道谁关注这个账号，答不了。请换一个账号。",
    "Nobody knows who follows this account, so the data cannot tell. Choose another account.",
)


def _no_relays(facts: Facts) -> Text | None:
    return None if relay_lines(facts) else NO_RELAYS


@of_company(Text("谁转谁，转了有用吗？", "Who relays whom, and does it help?"), _no_relays)
def relay_effects(facts: Facts, title: Text) -> Figure:
    """Does a relay help? Relayed posts against those nobody relayed, a line a habit, with interval and verdict."""
    lines = relay_lines(facts)
    figure, [axes] = chart(title, facts, height=0.5 * len(lines) + 1.5)
    intervals(axes, [line.result for line in lines], verdicts=True)
    axes.set_yticks(range(len(lines)), [_habit(facts, line) for line in lines], fontsize=9.5)
    said = Text(
        "转过的一条，互动是没人转的一条的几倍；同一钟点里比，横条是 95% 区间",
        "a relayed post against one nobody relayed, same hour; 95% interval",
    )
    subtitle(axes, said)
    return figure


Draw = Callable[[Facts, str, Text], Figure]


def _of_known_audience(title: Text) -> Callable[[Draw], ChartOfAccount]:
    """Make a chart of a post of one account; a word stands where nobody knows who follows it."""

    def decorate(draw: Draw) -> ChartOfAccount:
        @wraps(draw)
        def drawn(known: Facts | None = None, account: str | None = None) -> Figure:
            facts = known or present_facts()
            name = account or facts.main
            said = title.format(name=name_of(facts, name))
            if facts.audiences is None or name not in facts.audiences.columns:
                return cannot_show(said, NO_AUDIENCES if facts.audiences is None else NO_SUCH, facts)
            return draw(facts, name, said)

        return drawn

    return decorate


@_of_known_audience(
    Text("@{name} 的一条，谁来转，能多给多少人看到？", "@{name}: whose relay shows a post to how many more?")
)
def spread_ranges(facts: Facts, name: str, title: Text) -> Figure:
    """How many of our followers see a post without a relay, and with each account's? Ranges of a simulation."""
    minutes = float(calibration()["relay"]["assumption"]["at_once"])
    alone = simulate(facts, name)
    found = {by: simulate(facts, name, (Step(by, minutes),)) for by in accounts_of(facts) if by != name}
    rows = [(ALONE, alone, True), *((_with(facts, by), each, tried(facts, by, name)) for by, each in found.items())]
    drawn = [(said, spread, known) for said, spread, known in rows if spread is not None]
    figure, [axes] = chart(title, facts, height=0.42 * len(drawn) + 1.6)
    for row, (_, spread, known) in enumerate(drawn):
        low, middle, high = spread.range("reached")
        axes.plot([low, high], [row, row], color=FAINT, linewidth=9, solid_capstyle="butt")
        axes.plot(middle, row, "o", color=MAIN if known else "white", markersize=8, mec="white" if known else QUIET)
        axes.annotate(_more(spread, row), (high, row), (6, 0), textcoords="offset points", va="center", color=INK)
    axes.axvline(drawn[0][1].range("reached")[1], color=QUIET, linewidth=1, linestyle=":", zorder=0)
    rows_axis(axes, [str(said) for said, _, _ in drawn])
    most = max(spread.range("reached")[2] for _, spread, _ in drawn)
    axes.set_xlim(0, most * 1.3 or 1)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xlabel(str(Text("自家粉丝里看到的人数", "our followers who see it")), loc="left", color=QUIET)
    said = Text(
        "模拟 2,000 次，发出 {n:g} 分钟后转；右边是多出的人\n"
        "圆点：居中的一次；横条：居中的八成；空心：这样转得不足 {few} 次，按假定算",
        "2,000 simulated posts, relayed after {n:g} minutes; right: people added\n"
        "dot: median, bar: 8 in 10; hollow: fewer than {few} such relays, assumed",
    )
    subtitle(axes, said.format(n=minutes, few=ENOUGH))
    return figure


def _more(spread: Spread, row: int) -> str:
    """Say how many people a relay adds, in the middle run; of the post alone, how many see it."""
    if row == 0:
        return f"{spread.range('reached')[1]:,}"
    return f"+{ranged(spread.gained[:, 0])[1]:,}"


def _with(facts: Facts, by: str) -> Text:
    return Text("@{name} 来转", "relayed by {name}").format(name=name_of(facts, by))


def _habit(facts: Facts, line: Line) -> str:
    """Name a habit: who relays whom, when, and how many posts."""
    many = len(line.by) > 2  # noqa: PLR2004 - more names would not fit
    who = (
        Text(f"{len(line.by)} 个账号", f"{len(line.by)} accounts")
        if many
        else join([name_of(facts, by) for by in line.by])
    )
    said = who + same(" → ") + name_of(facts, line.of) + same("\n")
    when = LATER if line.later else SOON
    return str(said + when + Text("，{n:,} 条", ", {n:,} posts").format(n=line.result.inside))


@_of_known_audience(Text("一条微博，能传几层？", "How many steps does a post travel?"))
def depths(facts: Facts, name: str, title: Text) -> Figure:
    """Which share of reposts is how many steps from the post? Measured on public data, and in the simulation."""
    measured = calibration()["spread"]["wide"]["depth_share"]
    spread = simulate(facts, name)
    played = [] if spread is None else spread.depth_shares[: len(measured)].tolist()
    figure, [axes] = chart(title, facts, height=2.9)
    for side, (shares, colour, hatch) in enumerate(((measured, FAINT, ""), (played, MAIN, "//"))):
        places = [step + 0.4 * side for step in range(len(shares))]
        drawn = axes.bar(places, shares, width=0.38, color=colour, hatch=hatch, edgecolor="white")
        axes.bar_label(drawn, [f"{share:.0%}" if share >= SEEN else "<1%" for share in shares], fontsize=8.5, color=INK)
    axes.set_xticks([step + 0.2 for step in range(len(measured))], [str(step) for step in range(1, len(measured) + 1)])
    axes.set_xlabel(
        str(Text("离原微博几步（1 是直接转发）", "steps from the post (1: reposted directly)")), color=QUIET
    )
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.legend(
        [str(Text("公开数据里量的", "measured on public data")), str(Text("模拟 2,000 次", "2,000 simulated posts"))],
        frameon=False,
    )
    subtitle(axes, Text("全部转发里，每一步占多少", "share of all reposts at each step"))
    return figure
