"""The tables that lessons on governance show."""

from playbook.governance.tables.approval import approvals, deputies, second_reader, waits
from playbook.governance.tables.keyring import keys, people_hours, should_not, single_points
from playbook.governance.tables.pay import assumed, flips, outcomes

__all__ = [
    "approvals", "assumed", "deputies", "flips", "keys", "outcomes", "people_hours", "second_reader", "should_not",
    "single_points", "waits",
]  # fmt: skip
