"""Forms and texts: the trap of videos that go out at good hours, questions at the end, and length."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from playbook.account_charts import of_account, subtitle
from playbook.bars import GETS, intervals
from playbook.claims import ENOUGH
from playbook.content.analysis import BANDS, by_length, length_result, result_of, video_hours
from playbook.content.columns import tells_columns
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show, chart, hours_axis
from playbook.language import Text
from playbook.posts import tells_hours
from playbook.timing.charts.rhythm import POSTS, TOO_FEW

NO_VIDEOS = Text(
    "这份数据看不出哪些是视频，或者视频不足 20 条。\n请用能导出视频一列的工具重新导出。",
    "These data do not tell which posts have a video, or there are fewer than 20.\n"
    "Export again with a tool that keeps the column.",
)
NO_LENGTHS = Text(
    "没有一段长度攒够 20 条完整的正文，先不比。",
    "No band of length has 20 complete texts behind it yet, so nothing is compared.",
)
VIDEO = Text("带视频的，是没有视频的几倍；横条是 95% 区间", "with video against without; the bar is the 95% interval")
LOOKS = Text("直接比", "as they stand"), Text("同一钟点里比", "at the same hour")
WHEN = Text("几点发的：每个钟点占多少", "when they went out: the share of each hour")
SIDES = {"video": Text("视频", "videos"), "others": Text("其余微博", "other posts")}
ENDS = Text(
    "{same}用问句结尾的，是其余微博的几倍",
    "{same}posts ending with a question against the others",
)
COUNTS = Text("评论", "comments"), Text("转发", "reposts"), Text("赞", "likes")
LENGTHS = Text("通常的一条得到的互动", "reactions to a typical post")
HELD = Text("{same}是其余微博的几倍；横条是 95% 区间", "{same}against all other posts; the bar is the 95% interval")
HOUR, BOTH = Text("同一钟点里，", "at the same hour, "), Text("同一钟点、同一栏目里，", "same hour, same column: ")


@of_account(Text("@{name}：视频真有那么好吗？", "@{name}: are videos really that good?"))
def forms_trap(facts: Facts, name: str, title: Text) -> Figure:
    """Are videos that good? Compared as they stand and at the same hour; below, the hours at which they went out."""
    rows = [result_of(facts, name, "video_at_first_sight"), result_of(facts, name, "video")]
    if rows[0].inside < ENOUGH:
        return cannot_show(title, NO_VIDEOS, facts)
    figure, [above, below] = chart(title, facts, panels=2, height=2.4)
    intervals(above, rows, verdicts=False)
    for place, row in enumerate(rows):
        if row.unable is None:
            above.annotate(f"{row.ratio:.2f}", (row.ratio, place), (0, 8), textcoords="offset points", ha="center")
    above.set_yticks(range(len(rows)), [str(look) for look in LOOKS])
    subtitle(above, VIDEO)
    table = video_hours(facts, name)
    for side, (colour, hatch, shift) in {"video": (SECOND, "//", -0.2), "others": (MAIN, "", 0.2)}.items():
        below.bar(table.index + shift, table[side], 0.4, color=colour, alpha=0.75, hatch=hatch, edgecolor="white",
                  label=str(SIDES[side]))  # fmt: skip
    below.yaxis.set_major_formatter(PercentFormatter(1, 0))
    below.legend(frameon=False, loc="upper left")
    subtitle(below, WHEN)
    hours_axis(below)
    return figure


@of_account(Text("@{name}：用问句结尾，换来什么？", "@{name}: what does a question at the end bring?"), hours=False)
def endings(facts: Facts, name: str, title: Text) -> Figure:
    """What does a question at the end bring? Comments, reposts and likes, each against the posts without one."""
    rows = [result_of(facts, name, each) for each in ("question_comments", "question_reposts", "question_likes")]
    figure, [axes] = chart(title, facts, height=2.6)
    intervals(axes, rows, verdicts=True, words=GETS)
    axes.set_yticks(range(len(rows)), [str(count) for count in COUNTS])
    subtitle(axes, ENDS.format(same=_same(facts, name)))
    return figure


@of_account(Text("@{name}：写长还是写短？", "@{name}: long or short?"), hours=False)
def lengths(facts: Facts, name: str, title: Text) -> Figure:
    """Long or short? The typical post of each band of length above; below, its ratio to all others."""
    table = by_length(facts, name)
    if table["posts"].max() < ENOUGH:
        return cannot_show(title, NO_LENGTHS, facts)
    figure, [above, below] = chart(title, facts, panels=2, height=2.5)
    _bands(above, table["posts"].tolist(), table["median"].tolist())
    intervals(below, [length_result(facts, name, band) for band in BANDS], verdicts=True, words=GETS)
    below.set_yticks(range(len(BANDS)), [str(said) for said, _, _ in BANDS.values()])
    subtitle(below, HELD.format(same=_same(facts, name)))
    return figure


def _same(facts: Facts, name: str) -> Text:
    if not tells_hours(facts.posts[facts.posts["account"] == name]):
        return Text("", "")
    return BOTH if tells_columns(facts, name) else HOUR


def _bands(axes: Axes, posts: Sequence[int], medians: Sequence[float]) -> None:
    known = [n >= ENOUGH for n in posts]
    heights = [value if told else 0.0 for value, told in zip(medians, known, strict=True)]
    drawn = axes.bar(range(len(BANDS)), heights, color=MAIN, alpha=0.75, width=0.6)
    labels = [f"{height:,.0f}" if told else str(TOO_FEW) for height, told in zip(heights, known, strict=True)]
    axes.bar_label(drawn, labels, padding=2, fontsize=10.5, color=INK)
    axes.set_ylim(0, max(heights) * 1.2 or 1)
    names = [f"{said}\n{POSTS.format(n=n)}" for (said, _, _), n in zip(BANDS.values(), posts, strict=True)]
    axes.set_xticks(range(len(BANDS)), names)
    axes.set_yticks([])
    axes.spines["left"].set_color(FAINT)
    axes.tick_params(length=0, labelcolor=QUIET)
    subtitle(axes, LENGTHS)
