"""What the data say on governance: waiting for approval, slots met, slips, keys, and hours against people."""

from playbook.governance.analysis.keyring import leavers, locked, single_points
from playbook.governance.analysis.replay import Met, met, today
from playbook.governance.analysis.slipped import slips
from playbook.governance.analysis.waiting import Waits, missed, waits, waits_by

__all__ = ["Met", "Waits", "leavers", "locked", "met", "missed", "single_points", "slips", "today", "waits", "waits_by"]
