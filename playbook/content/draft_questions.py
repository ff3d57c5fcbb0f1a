"""What lessons and exercises 4.3 and 4.4 ask of drafts, events and marks, and the six drafts of exercise 4.3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from playbook.content.draft import STATUSES, Draft, Status
from playbook.content.events import events
from playbook.content.plan import Column, ContentPlan
from playbook.content.reading import exemption, is_readable, review_text
from playbook.content.ready_review import FOLD, REMINDER
from playbook.content.rubric import dimensions
from playbook.content.steps import STEPS
from playbook.content.to_mend import ToMend, draft_to_mend
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding

ABSOLUTE = "content.absolute-words"
NO_FAULT = "none"
LEAST_LEFT = 10  # characters: with fewer, a draft was emptied and not mended
Stands = Literal["not_about_goods", "with_proof", "change"]
# The drafts of exercise 4.3 and the column each is in; two are borrowed from the class.
SIX = {"d03": "day", "d14": "teas", "d26": "day", "d30": "talk", "d24": "brew", "d10": "brew"}
COLUMNS = {
    "day": Text("城南店的一天", "A day at South Gate"),
    "teas": Text("店里的茶", "Our teas"),
    "talk": Text("街坊聊聊", "Talk of the neighbours"),
    "brew": Text("泡茶问答", "Brewing, asked and answered"),
}
PROOF = Text(
    "使用提示：说的是水温，不是茶的好坏；同一罐用 75、85、95 度各泡过一次，记录在店里的本子上。",
    "A tip on use: it is about the water, not about how good the tea is. One tin, brewed at 75, 85 and 95 degrees; "
    "the notes are in the store’s book.",
)
GONE = Text("交来的草稿不见了，换成了别的：{which}。", "Gone, with others in their place: {which}.")
BACK = Text("点“撤销”找回来，再改。", "Bring them back with Undo, and mend them.")
EMPTIED = Text(
    "{which} 的正文几乎删空了，或者不是中文（检查只认中文）。",
    "Hardly anything is left of the text of {which}, or it is not Chinese (only Chinese can be checked).",
)
WRITE = Text("该说的话还要说，改的是说法。", "What it has to say must still be said, in other words.")


def main_fault(facts: Facts, draft: str) -> str:  # noqa: ARG001 - the drafts are the same for every company
    """Return what is most of all wrong with a draft to mend: a rule without its system, or `none`."""
    faults = [each for each in draft_to_mend(draft).faults if each != REMINDER]
    return faults[0].removeprefix("content.") if faults else NO_FAULT


def absolute_word(facts: Facts, draft: str) -> Stands:
    """Tell whether the absolute word of a draft may stay, as its reading says."""
    found = [each for each in review_text(draft_to_mend(draft).draft, facts) if each.rule == ABSOLUTE]
    if not found:
        return "not_about_goods"
    return "with_proof" if all(exemption(each) for each in found) else "change"


def exempt_as(facts: Facts, text: str) -> str | None:
    """Return which exemption the reading names for the absolute word of a text; None if it names none."""
    found = review_text(Draft(id="asked", account=facts.main, text=text), facts)
    return next((exemption(each) for each in found if each.rule == ABSOLUTE), None)


def steps(facts: Facts) -> list[Status]:  # noqa: ARG001 - the same for every company
    """Return the six steps of a draft in order."""
    return list(STATUSES)


def furthest_alone(facts: Facts) -> Status:  # noqa: ARG001 - the same for every company
    """Return the last step to which whoever wrote a draft may bring it alone."""
    writer, _ = STEPS["draft"]
    return [step for step in STATUSES if STEPS[step][0] == writer][-1]


def fits_us(facts: Facts, among: list[str]) -> str:  # noqa: ARG001 - the same for every company
    """Return which of some events has to do with the house and is none that nobody rides."""
    [name] = [name for name in among if events()[name].get("related") and "never" not in events()[name]]
    return name


def mark(facts: Facts, quality: str) -> str:  # noqa: ARG001 - the same for every company
    """Return the mark that the rubric gives the post it puts to the reader."""
    return str(next(each.to_mark.mark for each in dimensions() if each.key == quality))


def six_drafts(facts: Facts, account: str) -> ContentPlan:  # noqa: ARG001 - the same for every company
    """Return the six drafts as they were handed in, all of one account."""
    return _queue(account, [each.draft for each in _six()])


def six_mended(facts: Facts, account: str) -> ContentPlan:  # noqa: ARG001 - the same for every company
    """Return the six drafts mended; what may stay has its proof in the notes."""
    return _queue(account, [_mended(each) for each in _six()])


def review_six(plan: ContentPlan, account: str, facts: Facts) -> list[Finding]:
    """Return what is left to mend in an account's drafts, and whether one of the six was emptied or replaced.

    Reminders (no question, longer than a list shows) are left out, and an absolute word whose exemption has a note. A
    draft that was taken out leaves fewer than six, which is told by their number.
    """
    drafts = plan.of(account)
    missing = sorted(SIX.keys() - {each.id for each in drafts})
    gone = [_whole(GONE, BACK, missing)] if missing and len(drafts) >= len(SIX) else []
    return [*gone, *(finding for each in drafts for finding in _left(each, facts))]


def _left(draft: Draft, facts: Facts) -> Iterator[Finding]:
    if len(draft.text.strip()) < LEAST_LEFT or not is_readable(draft.text):
        yield _whole(EMPTIED, WRITE, [draft.id])
        return
    for finding in review_text(draft, facts):
        may_stay = exemption(finding) is not None and draft.notes.strip()
        if finding.rule not in {REMINDER, FOLD} and not may_stay:
            yield finding


def _whole(said: Text, mend: Text, drafts: list[str]) -> Finding:
    return Finding("content.mend-before-approval", said.format(which=", ".join(drafts)), mend, tuple(drafts))


def _six() -> list[ToMend]:
    return [draft_to_mend(name) for name in SIX]


def _mended(each: ToMend) -> Draft:
    changed = {"text": each.mended.zh} if each.mended else {"notes": str(PROOF)}
    return each.draft.model_copy(update=changed)


def _queue(account: str, drafts: list[Draft]) -> ContentPlan:
    columns = [Column(id=name, name=str(said)) for name, said in COLUMNS.items()]
    queue = [each.model_copy(update={"account": account, "column": SIX[each.id], "owner": "tao"}) for each in drafts]
    return ContentPlan(columns=columns, queue=queue)
