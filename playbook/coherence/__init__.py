"""Do the plans fit together? Findings between systems: each names two plans, and what would mend one of them.

What a system's own review finds, in its plan or against the company's card, is not told again.
"""

from __future__ import annotations

from playbook.coherence import accounts, aims, campaigns, crises, keys, left_out, people, posting, stances
from playbook.coherence.clash import Check, Clash, Known

__all__ = ["CHECKS", "Clash", "Known", "coherence"]

GROUPS = (posting, accounts, keys, people, campaigns, crises, aims, left_out, stances)
CHECKS: tuple[Check, ...] = tuple(check for group in GROUPS for check in group.CHECKS)


def coherence(known: Known) -> list[Clash]:
    """Return where two plans of a company do not fit together; a system without a plan gives no clash."""
    return [clash for check in CHECKS for clash in check.clashes(known)]
