"""Three months of mentions, day by day: how many, how many of them negative, and what happened when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company
from playbook.crisis.analysis.counts import A_DAY, Counts
from playbook.crisis.analysis.judged import EVENTS, Event, counts_of, events_of
from playbook.crisis.missing import no_mentions
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.language import Text

PER_DAY = Text("每天提及几条（刻度是倍数）", "mentions a day (on a scale of multiples)")
LABELLED = (1, 15)  # days of a month
A_WHOLE_DAY = pd.Timedelta(days=1)
CLOSE = pd.Timedelta(days=14)  # from one beginning to the next: their names would run into each other
SHARE = Text("其中负面的占几成", "share of them that are negative")


@of_company(Text("三个月里，哪几天不对劲？", "Three months: which days were unusual?"), no_mentions)
def three_months(facts: Facts, title: Text) -> Figure:
    """Which days were unusual? Mentions a day, and the share of negatives: one event shows in the second alone."""
    told = counts_of(facts)
    assert told is not None  # noqa: S101 - `no_mentions` has seen to it
    figure, [many, bad] = chart(title, facts, panels=2, height=2.5)
    caption(figure, dated(facts, told))
    daily(many, told, events_of(facts), above=True)
    whole, negative = by_day(told)
    bad.plot(days(told), np.divide(negative, whole, out=np.full(len(whole), np.nan), where=whole > 0), color=SECOND)
    shade(bad, events_of(facts))
    bad.set_ylim(0, None)
    bad.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    months_axis(bad, told)
    subtitle(bad, SHARE)
    return figure


def daily(axes: Axes, told: Counts, events: Sequence[Event], *, above: bool) -> None:
    """Draw mentions a day on a log scale, with what happened shaded and, `above`, named."""
    whole, _ = by_day(told)
    axes.plot(days(told), np.where(whole > 0, whole, np.nan), color=MAIN, linewidth=1.8)
    multiples(axes, whole)
    shade(axes, events)
    months_axis(axes, told)
    subtitle(axes, PER_DAY, pad=22 if above and events else 10)
    if above:
        _name(axes, events)


def multiples(axes: Axes, values: np.ndarray) -> None:
    """Scale the upright axis by multiples, from below the least of the values to above the most; label tens of tens."""
    known = values[np.isfinite(values) & (values > 0)]
    least, most = (float(known.min()), float(known.max())) if len(known) else (1.0, 10.0)
    axes.set_yscale("log")
    axes.set_ylim(least / 1.3, most * 1.3)
    powers = [10.0**power for power in range(7) if least / 1.3 <= 10.0**power <= most * 1.3]
    axes.set_yticks(powers, [f"{power:,.0f}" for power in powers])
    axes.minorticks_off()


def by_day(told: Counts) -> tuple[np.ndarray, np.ndarray]:
    """Return the mentions and the negative ones of each day; NaN for a day that was not counted whole."""
    return told.mentions.reshape(-1, A_DAY).sum(axis=1), told.negative.reshape(-1, A_DAY).sum(axis=1)


def days(told: Counts) -> pd.DatetimeIndex:
    """Return the days of the counts, at noon."""
    return told.begun[::A_DAY].tz_localize(None) + pd.Timedelta(hours=12)


def shade(axes: Axes, events: Sequence[Event]) -> None:
    """Shade what happened, from its beginning to its end; what took less than a day, with all of its day."""
    for event in events:
        first = event.starts.tz_localize(None)
        last = event.ends.tz_localize(None)
        if last - first < A_WHOLE_DAY:  # the point of that day stands at noon
            first, last = first.normalize(), first.normalize() + A_WHOLE_DAY
        axes.axvspan(first, last, color=FAINT, alpha=0.6, linewidth=0, zorder=0)  # type: ignore[arg-type] # a date axis
        if event.id == "crisis":  # it begins where the slow burn ends: darker, with a white line between
            axes.axvspan(first, last, color=QUIET, alpha=0.35, linewidth=0, zorder=0.1)  # type: ignore[arg-type] # likewise
            axes.axvline(first, color="white", linewidth=2, zorder=0.2)  # type: ignore[arg-type] # likewise


def months_axis(axes: Axes, told: Counts) -> None:
    """Label the axis of days, from the first quarter hour to the last."""
    date_ticks(axes, days(told).normalize())
    axes.set_xlim(told.begun[0].tz_localize(None), told.known_at[-1].tz_localize(None))  # type: ignore[arg-type] # likewise


def date_ticks(axes: Axes, every: pd.DatetimeIndex) -> None:
    """Label the first days of the months and their middles, of the days shown."""
    shown = every[every.day.isin(LABELLED)]
    said = [Text("{m} 月 {d} 日", "{d} {name}").format(m=at.month, d=at.day, name=f"{at:%b}") for at in shown]
    axes.set_xticks(shown.to_numpy(), [str(each) for each in said])
    axes.tick_params(length=0)


def dated(facts: Facts, told: Counts) -> Text:
    """Return whose mentions, and their days."""
    return facts.dated(told.begun[0], told.begun[-1])


def _name(axes: Axes, events: Sequence[Event]) -> None:
    """Write above the axes what happened, each over its middle; two that are close, where they part."""
    close = [later.starts - event.starts < CLOSE for event, later in pairwise(events)]
    for at, event in enumerate(events):
        after, before = at > 0 and close[at - 1], at < len(close) and close[at]
        over = event.starts + (event.ends - event.starts) / 2
        if after or before:
            over = event.starts if after else events[at + 1].starts
        aside = 3 if after else -3 if before else 0
        axes.annotate(
            str(EVENTS[event.id]), (over.tz_localize(None), 1.0),
            xycoords=("data", "axes fraction"), xytext=(aside, 4), textcoords="offset points",
            ha="left" if after else "right" if before else "center", va="bottom", color=INK if event.real else QUIET,
        )  # fmt: skip
