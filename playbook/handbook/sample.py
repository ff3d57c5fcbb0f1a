"""The sample company's handbook, as it stands in `docs/sample`: the same bytes on every machine and every day."""

from __future__ import annotations

from datetime import date

from playbook.facts import sample_facts
from playbook.handbook.held import PLANS, Held
from playbook.handbook.model import sound_plans

SAVED = date(2026, 5, 8)  # a Friday: what its plans have found lies before it, what they ask for after


def sample_held() -> Held:
    """Return the sample company with a sound plan of every system, in the reader's language."""
    facts = sample_facts()
    return Held(facts, dict.fromkeys((*PLANS, "company")) | sound_plans(facts), SAVED)
