"""The crisis in numbers: when it came, who was there, and what is known of bad news being faster."""

from __future__ import annotations

import pandas as pd

from playbook.crisis.analysis.duty import by_duty
from playbook.crisis.analysis.speed import HOURS, MEASURED, crisis_of, measured
from playbook.crisis.charts.wave import OURS, THERE
from playbook.crisis.missing import no_crisis
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell, percent
from playbook.language import Text
from playbook.tables import number, table

AFTER = Text("多少小时以内", "within hours")


def arrived(known: Facts | None = None) -> pd.DataFrame:
    """Which share had come by 1 to 48 hours: this crisis, and the two measured groups."""
    facts = known or present_facts()
    missing, wave = no_crisis(facts), crisis_of(facts)
    if missing is not None or wave is None:
        return cannot_tell(missing or Text("", ""))
    of = {kind: measured(kind) for kind in MEASURED}
    rows = [(percent(wave.share[hour]), *(percent(each[hour]) for each in of.values())) for hour in HOURS]
    return table(rows, [str(hour) for hour in HOURS], [OURS, *MEASURED.values()], AFTER)


def on_duty(known: Facts | None = None) -> pd.DataFrame:
    """How many of the crisis’ extra mentions of its first two days came with somebody on duty, and with nobody."""
    facts = known or present_facts()
    missing = no_crisis(facts)
    if missing is not None:
        return cannot_tell(missing)
    heads = [Text("几小时", "hours"), Text("多出的提及", "extra mentions"), Text("占几成", "share")]
    told = by_duty(facts)
    rows = [(f"{each.hours:,}", number(each.extra), percent(each.share)) for each in told.values()]
    return table(rows, [str(THERE[key]) for key in told], heads, Text("头两天", "first two days"))


def faster() -> pd.DataFrame:
    """What was measured of rumours and of other posts: the nearest there is to bad news and good."""
    of = {kind: measured(kind) for kind in MEASURED}
    rows = [tuple(percent(each[hour]) for each in of.values()) for hour in HOURS]
    return table(rows, [str(hour) for hour in HOURS], list(MEASURED.values()), AFTER)
