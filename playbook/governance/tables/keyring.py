"""Keys and hours as tables: who holds what, who should not, who alone holds what, and hours against people."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.governance.analysis import keyring as held
from playbook.governance.analysis.keyring import called
from playbook.governance.analysis.staffing import load
from playbook.governance.charts.keyring import names_of
from playbook.governance.keys import MAY
from playbook.governance.missing import NO_STAFF, keys_of, no_keys
from playbook.governance.words import RIGHTS
from playbook.interaction.tables.shown import cannot_tell, decimal
from playbook.language import Text, join
from playbook.tables import NOTHING, table

ACCOUNT, HOLDER = Text("账号", "account"), Text("谁", "who")
WHY: dict[str, Text] = {
    "left": Text("已经离职", "has left"),
    "no_end": Text("合同没有写到哪天", "a contract without an end"),
    "shared": Text("谁都拿得到的手机", "a phone that anybody can pick up"),
}


def keys(*accounts: str, known: Facts | None = None) -> pd.DataFrame:
    """Return who may do what on some accounts (all, if none is named), since when, and when it was last used."""
    facts = known or present_facts()
    missing = no_keys(facts)
    if missing:
        return cannot_tell(missing)
    rows = keys_of(facts)
    return _listed(rows[rows["account"].isin(accounts)] if accounts else rows, facts, [])


def should_not(known: Facts | None = None) -> pd.DataFrame:
    """Return the keys of somebody who left, of an agency without an end, of a phone that nobody answers for."""
    facts = known or present_facts()
    missing = no_keys(facts)
    if missing:
        return cannot_tell(missing)
    rows = held.leavers(keys_of(facts))
    return _listed(rows, facts, [str(WHY[each]) for each in rows["why"]])


def _listed(rows: pd.DataFrame, facts: Facts, why: list[str]) -> pd.DataFrame:
    names, said = [f"@{facts.company.account(str(each)).name}" for each in rows["account"]], []
    for at, row in enumerate(rows.to_dict("records")):
        may = join([RIGHTS[each] for each in MAY if row[each]])
        days = [NOTHING if pd.isna(row[name]) else f"{row[name]:%Y-%m-%d}" for name in ("since", "last_used", "until")]
        said.append((str(called(str(row["holder"]), names_of(facts))), str(may), *days, *why[at : at + 1]))
    heads = [
        HOLDER,
        Text("能做", "may"),
        Text("哪天给的", "since"),
        Text("最近用过", "last used"),
        Text("最后一天", "last day"),
    ]
    return table(said, names, [*heads, *([Text("怎么回事", "why")] if why else [])], ACCOUNT)


def single_points(known: Facts | None = None) -> pd.DataFrame:
    """Return, for each of ours, how many accounts only they can post to, and which bound phones only they hold."""
    facts = known or present_facts()
    missing = no_keys(facts)
    if missing:
        return cannot_tell(missing)
    found = held.single_points(keys_of(facts))
    rows = [(post, phone, ", ".join(f"@{facts.company.account(each).name}" for each in accounts) or NOTHING)
            for _, post, phone, accounts in found.itertuples(index=False)]  # fmt: skip
    heads = [
        Text("只有他能发的号", "accounts only they post to"),
        Text("只有他拿着绑定手机的号", "bound phones only they hold"),
        Text("他不在，进不去的", "locked while they are away"),
    ]  # fmt: skip
    return table(rows, [str(called(each, names_of(facts))) for each in found["holder"]], heads, HOLDER)


def people_hours(known: Facts | None = None, a_day: int = 7) -> pd.DataFrame:
    """Return hours against people: a usual week, and what `a_day` posts a day on each account would take."""
    found = load(known or present_facts())
    if found is None:
        return cannot_tell(NO_STAFF)
    posts = float(a_day * 7 * found.accounts)
    rows = [
        (f"{posts_:,.0f}", f"{found.replies:,.0f}", decimal(hours), decimal(found.hours))
        for posts_, hours in ((found.posts, found.hours), (posts, found.hours_for(posts)))
    ]
    each = Text("每号每天 {n} 条", "{n} a day on each account").format(n=a_day)
    heads = [
        Text("一周几条", "posts a week"), Text("一周答几个", "replies a week"), Text("要几小时", "hours it takes"),
        Text("排得出几小时", "hours the shifts have"),
    ]  # fmt: skip
    return table(rows, [str(Text("现在", "now")), str(each)], heads, Text("怎么发", "at what rate"))
