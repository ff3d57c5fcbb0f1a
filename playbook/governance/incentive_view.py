"""What the reward planner shows of a scheme: the same simulation that lesson 10.3 runs, for the measures it names."""

from __future__ import annotations

from html import escape

import numpy as np

from playbook.governance.incentive import Year, schemes, simulate
from playbook.governance.incentive_runs import RUNS, of_scheme
from playbook.governance.incentive_work import ACTS, SPENT, Act
from playbook.governance.rewarding import Scheme
from playbook.language import Text
from playbook.tables import half_up

SHOWN: tuple[Act, ...] = ("answer", "hand", "draw", "fake")
HEAD = Text("照这样付，模拟一年", "A year of this pay, simulated")
FIXED, THIS = Text("固定工资", "fixed pay"), Text("照这样付", "this scheme")
A_MONTH = Text("{what}，一人一月几小时", "{what}, hours a month for each person")
ROWS: tuple[tuple[str, Text], ...] = (
    ("counted", Text("计数器上的新粉丝，一年", "new followers on the counter, a year")),
    ("kept", Text("90 天后还在的（不算买来的）", "there after 90 days, bought ones not counted")),
    ("orders", Text("微博带来的订单，一年", "orders brought by posts, a year")),
    ("pay", Text("全队工资奖金，元", "the team’s pay, yuan")),
)
NOTE = Text(
    "都是假设，不是预计：看方向，不看数。它只认三样好坏（留下的粉丝、答了的问题、订单），别的项目归到最像的一样。",
    "All of it is assumed, nothing forecast: read which way it goes, not how far. It knows only three "
    "kinds of result (followers kept, questions answered, orders); any other measure counts as the nearest of these.",
)


def reward_html(scheme: Scheme) -> str:
    """Return what a scheme does in the simulation, beside fixed pay, as a table; nothing if it pays for no result."""
    pay = of_scheme(scheme)
    if pay is None:
        return ""
    both = [simulate(each, runs=RUNS) for each in (schemes()["fixed"], pay)]
    rows = [(A_MONTH.format(what=SPENT[act]), [_hours(each, act) for each in both]) for act in SHOWN]
    rows += [(said, [float(np.median(getattr(each, name))) for each in both]) for name, said in ROWS]
    body = "".join(
        f"<tr><th scope='row'>{escape(str(said))}</th>{''.join(f'<td>{half_up(each):,}</td>' for each in told)}</tr>"
        for said, told in rows
    )
    heads = "".join(f"<th scope='col'>{escape(str(each))}</th>" for each in (Text("", ""), FIXED, THIS))
    return (
        f"<b>{escape(str(HEAD))}</b><table class='planner-simulated'><tr>{heads}</tr>{body}</table>"
        f"<p class='planner-source'>{escape(str(NOTE))}</p>"
    )


def _hours(year: Year, act: Act) -> float:
    return float(year.hours[:, ACTS.index(act)].mean())
