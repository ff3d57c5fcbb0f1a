"""Which accounts live: what each posts, what it gets, and whether its readers are answered."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import INK, MAIN, QUIET, SECOND, WARN, chart
from playbook.language import Text
from playbook.matrix.analysis import VERDICTS, name_of
from playbook.matrix.analysis import alive as lives

PANELS = (
    ("posts_a_week", Text("一周几条（含转发）", "posts and relays a week"), MAIN, "{:,.1f}"),
    ("typical", Text("通常的一条得几次互动", "reactions, typical post"), SECOND, "{:,.0f}"),
    ("share", Text("来问的，答了多少", "readers answered"), WARN, "{:.0%}"),
)
UNKNOWN = Text("—", "—")


@of_company(Text("哪几个账号还活着？", "Which accounts are alive?"), lambda _: None)
def alive(facts: Facts, title: Text) -> Figure:
    """Which accounts are alive? Posts a week, a typical post's reactions, and readers answered, account by account."""
    table = lives(facts)
    table["share"] = table["answered"] / table["asked"].where(table["asked"] > 0)
    figure, [whole] = chart(title, facts, height=0.42 * len(table) + 1.4)
    whole.remove()
    every = list(figure.subplots(1, len(PANELS), sharey=True))
    for axes, (name, said, colour, form) in zip(every, PANELS, strict=True):
        _bars(axes, table[name], colour, form)
        subtitle(axes, said)
    rows_axis(every[0], [_label(facts, str(name), verdict) for name, verdict in table["verdict"].items()])
    return figure


def _bars(axes: Axes, values: pd.Series, colour: str, form: str) -> None:
    """Draw a bar an account with its number; a dash where nothing is known."""
    numbers = values.to_numpy(dtype=float)
    most = float(np.nanmax(numbers)) if np.isfinite(numbers).any() else 0.0
    axes.barh(range(len(numbers)), np.nan_to_num(numbers), color=colour, alpha=0.75, height=0.55)
    for row, value in enumerate(numbers):
        known = np.isfinite(value)
        said, ink = (form.format(value), INK) if known else (str(UNKNOWN), QUIET)
        axes.annotate(said, (value if known else 0.0, row), (4, 0), textcoords="offset points", va="center", color=ink)
    axes.set_xlim(0, most * 1.45 or 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)


def _label(facts: Facts, account: str, verdict: object) -> str:
    """Return an account's name, with the verdict in words where it is not plainly alive."""
    name = name_of(facts, account)
    if verdict in (None, "alive"):
        return str(name)
    said = next(text for key, text in VERDICTS.items() if key == verdict)
    return str(name + Text("（", " (") + said + Text("）", ")"))
