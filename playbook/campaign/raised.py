"""How a finding on one brief is made: it names the campaign, and points to it."""

from __future__ import annotations

from playbook.campaign.brief import Brief
from playbook.campaign.words import called
from playbook.language import Text
from playbook.rules import Finding


def raised(brief: Brief, rule: str, said: Text, mend: Text, **values: object) -> Finding:
    """Return a finding of `campaign.<rule>`; `{campaign}` in `said` becomes the campaign's name, the rest `values`.

    A rule with a point in it names its own system.
    """
    return Finding(
        rule if "." in rule else f"campaign.{rule}", said.format(campaign=called(brief), **values), mend, (brief.id,)
    )


def blank(written: str) -> bool:
    """Tell whether nothing is written."""
    return not written.strip()
