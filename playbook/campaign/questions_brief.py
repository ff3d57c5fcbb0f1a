"""What lesson and exercise 7.2 ask before a brief is written: what asking more leaves, and what may be promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from playbook.campaign.analysis_entries import at_mentions, fit
from playbook.campaign.brief import Brief
from playbook.campaign.outlook import Idea, Outlook, Range, expected
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import rounded
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.questions import record
from playbook.campaign.review import review
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.rules import Finding
from playbook.tables import half_up

What = Literal["entries", "new_followers", "kept", "per_kept"]
Edge = Literal["low", "middle", "high"]
UNTRIED = "campaign.untried-not-promised"
CANNOT_TELL = Text(
    "右边说“预计不了”，拿什么答应老岚？{why}",
    "The right says that nothing can be expected: what can Lan be promised? {why}",
)
CHOOSE_TRIED = Text("换一样试过的。", "Choose one that was tried.")
NO_BRIEF = Text("还没有一份活动方案。", "There is no brief yet.")
WRITE_ONE = Text("至少留下一份，把它改好。", "Keep one at least, and mend it.")


def left_of(facts: Facts, entries: int, mentions: int) -> int:
    """Return how many of so many entries are left when so many friends must be mentioned, all else equal; whole."""
    return half_up(entries * float(at_mentions(record(facts), [mentions])["left"][mentions]))


def lost_of(facts: Facts, entries: int, mentions: int) -> int:
    """Return, for whoever gives those who stay away in place of those left, how many they are."""
    return entries - left_of(facts, entries, mentions)


def straight(facts: Facts, entries: int, mentions: int) -> int:
    """Return what is left for whoever takes the first mention's loss once for each: a loss is of what is left."""
    return max(0, entries - mentions * lost_of(facts, entries, 1))


def left_by_steps(facts: Facts, entries: int, steps: int) -> int:
    """Return what so many further steps leave, for whoever reads them in place of mentions."""
    line = fit(record(facts))
    if line is None:
        raise ValueError("wanted a record of campaigns through which a line can be drawn")
    return half_up(entries * line.effect("steps", steps)[0])


def times_tried(facts: Facts, mentions: int) -> int:
    """Return how many past campaigns asked for just so many friends."""
    return int(at_mentions(record(facts), [mentions])["campaigns"][mentions])


def can_tell(facts: Facts, mentions: int) -> Literal["tried", "beyond"]:
    """Return whether anybody ever asked for so many friends, or the number is the line drawn on beyond all that was."""
    return "tried" if mentions <= int(record(facts)["mentions_asked"].max()) else "beyond"


def promise(facts: Facts, idea: dict[str, object], what: What = "kept", edge: Edge = "low") -> float:
    """Return an edge of the range that an idea (the fields of Idea) may expect, to two figures that tell.

    The low edge is what can be promised: nine campaigns in ten like it bring more. Raises ValueError where nobody tried
    the like, naming why.
    """
    told = _outlook(facts, idea)
    found: Range | None = getattr(told, what)
    if found is None:
        raise ValueError("; ".join(why.en for why in told.refused) or f"no {what} without a budget")
    return float(rounded(getattr(found, edge)))


def refused(facts: Facts, idea: dict[str, object]) -> Literal["told", "refused"]:
    """Return whether an idea lies within what was tried, so that a range can be told."""
    return "refused" if _outlook(facts, idea).refused else "told"


def review_mended(plan: CampaignPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that keeps at least one brief, in which what is given was tried: a range can be told of it.

    To delete the brief would leave nothing to find fault with; what nobody tried can be promised to nobody.
    """
    none = [] if plan.briefs else [Finding("campaign.why-first", NO_BRIEF, WRITE_ONE)]
    return [*review(plan, facts), *none, *(each for brief in plan.briefs for each in _untried(brief, facts))]


def _untried(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """Yield why no range can be told of a brief that gives something; without prizes there is no record to go by."""
    refusals = outlook_of(brief, facts).refused
    if not brief.gives or not refusals:
        return
    yield Finding(UNTRIED, CANNOT_TELL.format(why=join(list(refusals), "", " ")), CHOOSE_TRIED, (brief.id,))


def _outlook(facts: Facts, idea: dict[str, object]) -> Outlook:
    return expected(facts.campaigns, Idea(**idea))  # type: ignore[arg-type] # a spec's table, which a test reads
