"""A measure's latest weeks beside the range that the weeks before them expect: a small drawing, and in words."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.analysis.baseline import Verdict
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.metrics.now import Now, now
from playbook.metrics.scorecard import Row

WIDE_RANGE = 10  # a range whose ends lie so many times apart: nothing could fall out of it
WIDE, HIGH, EDGE, MARK = 280, 84, 10, 3.4  # of the drawing, in its own units
STYLE = """<style>
.metrics-now { display: block; width: 100%; max-width: 340px; height: auto; margin: .2em 0;
  color: var(--jp-ui-font-color0, #111); }
.metrics-now .range { fill: var(--jp-layout-color3, #d6dde3); }
.metrics-now .middle { stroke: var(--jp-ui-font-color2, #616e7c); stroke-dasharray: 4 3; fill: none; }
.metrics-now .weeks { stroke: var(--jp-brand-color1, #0b5561); stroke-width: 1.6; fill: none; }
.metrics-now .week { fill: var(--jp-brand-color1, #0b5561); }
.metrics-now .out { fill: var(--jp-layout-color0, #fff); stroke: var(--jp-error-color1, #c8553d); stroke-width: 2.2; }
.metrics-now .target { fill: none; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 1 3; }
</style>"""
NO_DATA = Text(
    "这份数据里没有它的周数：先照“从哪里来”收四周以上，再定目标。",
    "These data have no weeks of it: collect four or more from where it comes, then set a target.",
)
SAID = Text(
    "{weeks} 周里，最后一周 {last}，按季节和走势该在 {low} 到 {high}。{outside}",
    "Of {weeks} weeks the last has {last}, where season and trend expect {low} to {high}. {outside}",
)
SAID_PLAIN = Text(
    "{weeks} 周里，最后一周 {last}，按走势该在 {low} 到 {high}（数据太短，季节分不出）。{outside}",
    "Of {weeks} weeks the last has {last}, where the trend expects {low} to {high} (no season yet). {outside}",
)
ALL_IN = Text("都在范围里：没有什么要解释。", "All within their range: nothing to explain.")
ABOVE, BELOW = Text("高出范围 {n} 周", "{n} above it"), Text("低于范围 {n} 周", "{n} below it")
TOO_WIDE = Text(
    "都在范围里，可是范围太宽，说明不了什么。", "All within their range, but it is so wide that this tells nothing."
)
OUT = Text("{what}。", "{what}.")
MISSING = Text("缺数 {n} 周，空着，不当零。", "Weeks missing: {n}, left empty, not zero.")
LEGEND = Text(
    "灰带：该在的范围；虚线：中间；圆点：每周；空心：出了范围；点线框：你的目标。",
    "Grey band: expected range; dashed: its middle; dots: weeks; hollow: out of range; dotted frame: your target.",
)


def picture_html(row: Row, account: str, facts: Facts) -> str:
    """Return the drawing of a row's measure with its target, and what it shows in words; else what is missing."""
    stands = now(facts, account, row.measure)
    if stands is None:
        return f'<p class="planner-source">{escape(str(NO_DATA))}</p>'
    said = escape(str(stands_said(stands)))
    legend = f'<p class="planner-source">{escape(str(LEGEND))}</p>'
    return f'{STYLE}{drawing(row, stands)}<p class="planner-mend">{said}</p>{legend}'


def stands_said(stands: Now) -> Text:
    """Return where the last known week lies, and how many of the latest weeks were outside their range."""
    told = stands.latest.dropna(subset=["actual"])
    missing = len(stands.latest) - len(told)
    if told.empty:
        return MISSING.format(n=missing)
    outside = stands.outside
    ways: tuple[tuple[Verdict, Text], ...] = (("above", ABOVE), ("below", BELOW))
    parts = [text.format(n=outside[way]) for way, text in ways if outside[way]]
    low, high = float(told["low"].iloc[-1]), float(told["high"].iloc[-1])
    inside = TOO_WIDE if high > WIDE_RANGE * low > 0 else ALL_IN
    said = OUT.format(what=join(parts, "，", ", ")) if parts else inside
    if missing:
        said += Text("", " ") + MISSING.format(n=missing)
    text = SAID if stands.season else SAID_PLAIN
    return text.format(
        weeks=len(stands.latest), last=figure(stands.last), low=figure(low), high=figure(high), outside=said
    )


def drawing(row: Row, stands: Now) -> str:
    """Return the latest weeks as an SVG; it is described by the words beside it and so hidden from screen readers."""
    table, x, y = stands.latest, *_scales(row, stands)
    verdicts = table["verdict"].tolist()
    ranged = [(at, low, high) for at, low, high in _numbers(table, "low", "high")]
    upper = " ".join(f"{x(at):.1f},{y(high):.1f}" for at, _, high in ranged)
    lower = " ".join(f"{x(at):.1f},{y(low):.1f}" for at, low, _ in reversed(ranged))
    middle = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in _numbers(table, "middle"))
    weeks = [(at, value, verdicts[int(at)]) for at, value in _numbers(table, "actual")]
    line = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value, _ in weeks)
    dots = "".join(
        f'<circle class="{"out" if verdict in {"above", "below"} else "week"}" cx="{x(at):.1f}" cy="{y(value):.1f}" '
        f'r="{MARK}"/>'
        for at, value, verdict in weeks
    )
    parts = [
        f'<polygon class="range" points="{upper} {lower}"/>', f'<polyline class="middle" points="{middle}"/>',
        _target(row, y), f'<polyline class="weeks" points="{line}"/>', dots,
    ]  # fmt: skip
    return f'<svg class="metrics-now" viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true">{"".join(parts)}</svg>'


def _scales(row: Row, stands: Now) -> tuple[Callable[[float], float], Callable[[float], float]]:
    """Return where a week and a value lie in the drawing; all that is drawn fits, the target too."""
    told = stands.latest[["actual", "low", "high"]].to_numpy(dtype=float).ravel().tolist()
    aims = [each for each in (row.low, row.high) if each is not None]
    values = [each for each in (*told, *aims) if math.isfinite(each)]
    least, most = (min(values), max(values)) if values else (0.0, 1.0)
    step = (WIDE - 2 * EDGE) / max(len(stands.latest) - 1, 1)
    span = (most - least) or 1.0
    return lambda at: EDGE + at * step, lambda value: HIGH - EDGE - (value - least) / span * (HIGH - 2 * EDGE)


def _target(row: Row, y: Callable[[float], float]) -> str:
    if row.low is None or row.high is None or row.low > row.high:
        return ""
    top, bottom = y(row.high), y(row.low)
    return f'<rect class="target" x="1" y="{top:.1f}" width="{WIDE - 2}" height="{bottom - top:.1f}"/>'


def _numbers(table: pd.DataFrame, *names: str) -> list[tuple[float, ...]]:
    """Return the place and the values of each week of which all are known."""
    rows = enumerate(zip(*(table[name].tolist() for name in names), strict=True))
    return [(at, *values) for at, values in rows if all(math.isfinite(each) for each in values)]


def figure(value: float) -> str:
    """Return a number of a measure: whole from 100, else with up to one decimal; the minus is a minus, not a hyphen."""
    said = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}".removesuffix(".0")  # noqa: PLR2004 - three figures
    return said.replace("-", "−")


def unit_said(measure: MeasureName) -> Text:
    """Return a measure with its unit."""
    known = MEASURES[measure]
    return known.name + Text("（", " (") + known.unit + Text("）", ")")
