"""The trap of videos that go out at good hours, in numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.content.analysis import result_of, video_hours
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.tables import INTERVAL, NOTHING, judged, table

EVENING = 18  # o'clock
HEADS = (
    Text("直接比", "as they stand"),
    Text("同一钟点里比", "at the same hour"),
    INTERVAL,
    Text("视频：18 点以后发的", "videos: sent at 18:00 or later"),
    Text("其余：18 点以后发的", "others: sent at 18:00 or later"),
)


def videos(known: Facts | None = None, accounts: Sequence[str] = ()) -> pd.DataFrame:
    """Videos against the other posts of each account (all unless named): two ratios, and how many go out late.

    The interval is that of the ratio at the same hour; an account without enough videos has no ratio.
    """
    facts = known or present_facts()
    named = {each.id: each.name for each in facts.company.accounts}
    shown = list(accounts) or list(named)
    return table([_row(facts, each) for each in shown], [named[each] for each in shown], list(HEADS),
                 Text("账号", "account"))  # fmt: skip


def _row(facts: Facts, account: str) -> tuple[str, ...]:
    _, as_they_stand, _ = judged(result_of(facts, account, "video_at_first_sight"))
    _, same_hour, interval = judged(result_of(facts, account, "video"))
    late = video_hours(facts, account).loc[EVENING:].sum(skipna=False)
    shares = [NOTHING if pd.isna(late[side]) else f"{late[side]:.0%}" for side in ("video", "others")]
    return as_they_stand, same_hour, interval, *shares
