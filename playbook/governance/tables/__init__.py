"""The tables that lessons on governance show."""

from playbook.governance.tables.approval import approvals, deputies, reading, second_reader, stamps, waits
from playbook.governance.tables.keyring import keys, people_hours, should_not, single_points
from playbook.governance.tables.pay import assumed, helped, hours, origins, outcomes, places

__all__ = [
    "approvals", "assumed", "deputies", "helped", "hours", "keys", "origins", "outcomes", "people_hours",
    "places", "reading", "second_reader", "should_not", "single_points", "stamps", "waits",
]  # fmt: skip
