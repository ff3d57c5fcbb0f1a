"""What exercise 2.2 asks beside `questions.py`: replies put in order of their voices, kappa by hand, a card to mend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from playbook.facts import Facts
from playbook.image.analysis.voices import VOICES, agreement
from playbook.image.model_plan import sound_plan
from playbook.image.parts import Change
from playbook.image.plan import ImagePlan
from playbook.image.questions import voice_of
from playbook.image.voice_review import voice_review
from playbook.language import Text
from playbook.rules import Finding
from playbook.tables import rounded

Part = Literal["kappa", "plain", "above_chance"]
APART = Text("亲切、高冷、懂茶", "warm, aloof, knows tea")
JOKE = Text("茶碎了？碎碎平安嘛，哈哈～", "Broken, is it? Broken tea brings luck, haha~")
LAWYER = Text("公司法务", "the company’s lawyer")
NO_CARD = Text("口吻卡空了。", "The voice card is empty.")
UNDO = Text("点“撤销”，把原来的卡改好。", "Press “Undo” and mend the card you were given.")


def in_voices(facts: Facts, replies: Sequence[str], swapped: Sequence[str] = ()) -> list[str]:
    """Return ids of replies, one in each voice, in the order of the voices; with two voices `swapped`, if named."""
    order: list[str] = [str(voice) for voice in VOICES]
    if swapped:
        one, other = (order.index(voice) for voice in swapped)
        order[one], order[other] = order[other], order[one]
    return sorted(replies, key=lambda reply: order.index(voice_of(facts, reply)))


def kappa_of(facts: Facts, situation: str, part: Part = "kappa") -> float:
    """Return Cohen’s kappa of the replies in a situation, to two decimals; or a wrong way to it.

    `plain` takes no chance off; `above_chance` takes it off, and does not divide by what chance left to agree on.
    """
    if facts.voices is None:
        raise ValueError("wanted the facts of the sample company or a variant of it")
    found = agreement(facts.voices[facts.voices["situation"] == situation])
    told = {"kappa": found.kappa.value, "plain": found.plain, "above_chance": found.plain - found.chance}
    return rounded(told[part], 2)


def to_mend(facts: Facts) -> ImagePlan:  # noqa: ARG001 - what an exercise begins with is called with the facts
    """Return a voice card to mend: words apart, a joke on a complaint, and a lawyer who takes over in a crisis."""
    voice = mended_card().voice
    pairs = [
        each.model_copy(update={"do": str(JOKE), "voice": "friend"}) if each.situation == "complaint" else each
        for each in voice.pairs
    ]
    complaint = Change(voice="friend", stays=voice.complaint.stays)
    crisis = voice.crisis.model_copy(update={"speaker": str(LAWYER), "stays": ""})
    changed = {"words": str(APART), "pairs": pairs, "complaint": complaint, "crisis": crisis}
    return ImagePlan(voice=voice.model_copy(update=changed))


def mended(facts: Facts) -> ImagePlan:  # noqa: ARG001 - likewise
    """Return it mended: one right answer."""
    return mended_card()


def mended_card() -> ImagePlan:
    """Return the voice card of the sound plan alone, in the reader’s language."""
    return ImagePlan(voice=sound_plan().voice)


def review_card(plan: ImagePlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review the voice card alone; an emptied one is not mended."""
    if plan.voice == ImagePlan().voice:
        return [Finding("image.voice-card-whole", NO_CARD, UNDO)]
    return list(voice_review(plan.voice))
