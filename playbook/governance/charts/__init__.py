"""What the data and the simulation of governance look like; each function answers one question with one figure."""

from playbook.governance.charts.approval import deputies, second_reader, slots_missed, waits, why_missed
from playbook.governance.charts.keyring import if_away, who_holds
from playbook.governance.charts.pay import hours_paid

__all__ = [
    "deputies", "hours_paid", "if_away", "second_reader", "slots_missed", "waits", "who_holds",
    "why_missed",
]  # fmt: skip
