"""Does the alarm ring at the right thing, and does somebody hear it at night?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import raised
from playbook.crisis.watching import Alarm, AlarmRule, Watch
from playbook.facts import Facts
from playbook.language import Text
from playbook.persons import blank
from playbook.rules import Finding

NUMBER_OF: dict[AlarmRule, str] = {"fixed": "count", "same_hour": "times", "robust": "score"}
SET = "alarm-set"


def alarmed(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - all reviews of a plan are alike
    """Find what the alarm lacks, once the watch or the alarm itself is begun."""
    alarm = plan.alarm
    if plan.watch == Watch() and alarm == Alarm():
        return
    if alarm.rule is None:
        said = Text(
            "没有定警报怎么响：没人盯的钟点，出了事没有人知道。",
            "No alarm is set: in the hours nobody watches, nobody will know.",
        )
        yield raised(SET, said, Text("选一种警报，定一个数。", "Choose an alarm and set its number."), "alarm.rule")
        return
    if not getattr(alarm, NUMBER_OF[alarm.rule]):
        said = Text("警报没有定数，响不了。", "The alarm has no number, and cannot ring.")
        yield raised(SET, said, Text("定一个数。", "Set the number."), f"alarm.{NUMBER_OF[alarm.rule]}")
    if alarm.counted == "mentions":
        said = Text(
            "警报数的是所有提及：有人夸也会响，负面慢慢变多却不响。",
            "The alarm counts all mentions: praise rings it too, and a slow rise of the negative does not.",
        )
        mend = Text("改成数负面，或者看负面的占比。", "Count the negative ones, or watch their share.")
        yield raised("negative-spreads-faster", said, mend, "alarm.counted")
    yield from _heard(alarm)


def _heard(alarm: Alarm) -> Iterator[Finding]:
    if blank(alarm.told) or alarm.by is None:
        said = Text("警报夜里响了，没有写叫谁、怎么叫。", "Nothing says who is told when it rings at night, and how.")
        yield raised(
            "alarm-at-night", said, Text("写一个人，选一种叫法。", "Name one person and choose a way."), "alarm.told"
        )
    elif alarm.by == "mail":
        said = Text(
            "警报夜里只发邮件：天亮才有人看。", "At night the alarm sends e-mail alone: it is read in the morning."
        )
        mend = Text("改成打电话。", "Let it call somebody.")
        yield raised("alarm-at-night", said, mend, "alarm.by")
