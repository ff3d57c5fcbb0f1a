"""The voice card: whether there is somebody who speaks, whether the words agree, and who speaks when it is serious."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from playbook.image import words
from playbook.image.parts import Change, Habit, Situation, Voice
from playbook.image.raised import blank, raised, terms
from playbook.language import Text, join, same
from playbook.refused import meant
from playbook.rules import Finding, rule

PERSON = re.compile(r"[我你您咱]|\b(?:I|we|you|us|me|my|our|your)\b", re.IGNORECASE)
STOCK = re.compile(
    r"尊敬的(?:用户|客户|顾客)|您的反馈(?:我们)?已收到|感谢您的(?:支持|关注|理解)|敬请谅解|给您(?:带来|造成)的?不便"
    r"|亲爱的(?:顾客|客户|用户)|(?:会|将)尽快处理"
    r"|\bdear (?:customer|user)|\bthank you for your (?:feedback|support|patience)|\binconvenience\b",
    re.IGNORECASE,
)
# A pun without a laugh in it is not found.
LAUGHS = re.compile(r"哈哈|嘻嘻|～|\[(?:doge|嘻嘻|哈哈|偷笑|笑cry|太开心)\]|\bha-?ha\b|\blol\b", re.IGNORECASE)
GRAVE: frozenset[Situation | None] = frozenset({"complaint", "crisis"})
SERIOUS: tuple[Habit, ...] = ("jokes", "emoji", "slang", "selling")


def voice_review(voice: Voice) -> Iterator[Finding]:
    """Yield what is wrong with a voice card that is begun."""
    if voice == Voice():
        return
    yield from _speaker(voice)
    yield from _whole(voice)
    yield from _agree(voice)
    yield from _labelled(voice)
    for part in ("complaint", "crisis"):
        yield from _serious(voice, part)


def _speaker(voice: Voice) -> Iterator[Finding]:
    if blank(voice.speaker) or blank(voice.sounds_like):
        said = Text(
            "口吻卡上还没有写全：谁在说话，像谁在说话。",
            "The voice card does not say who speaks, or who it sounds like.",
        )
        yield raised("brand-spokesperson", said, words.A_PERSON, "voice/speaker")
    cold = [each for each in voice.pairs if each.do.strip() and not PERSON.search(each.do)]
    if cold:
        said = Text(
            "这样说的例句里没有“我”也没有“你”：{where}。", "In what we say there is no “I”, “we” or “you”: {where}."
        )
        at = join([words.SITUATIONS[each.situation] for each in cold])
        yield raised("brand-spokesperson", said, words.SAY_I, "voice/pairs", where=at)
    laughs = [each for each in voice.pairs if each.situation in GRAVE and LAUGHS.search(each.do)]
    if laughs:
        said = Text("这样说的例句还在开玩笑：{where}。", "What we say still jokes: {where}.")
        at = join([words.SITUATIONS[each.situation] for each in laughs])
        yield raised("no-jokes-when-serious", said, words.NO_JOKE, "voice/pairs", where=at)
    stock = meant(STOCK, [each.do for each in voice.pairs])
    if stock:
        said = Text("例句里有现成的套话：“{stock}”。", "What we say has a stock phrase in it: “{stock}”.")
        yield raised("brand-spokesperson", said, words.NO_STOCK, "voice/pairs", stock=stock)


def _whole(voice: Voice) -> Iterator[Finding]:
    values = rule("image.voice-card-whole").values
    given, whole = (
        terms(voice.words),
        [each for each in voice.pairs if each.situation and each.do.strip() and each.dont.strip()],
    )
    lacks = [said for said, absent in (
        (words.LABELS["words"], len(given) != values["words"]), (words.LABELS["says"], blank(voice.says)),
        (words.LABELS["never"], blank(voice.never)),
        (words.LABELS["pairs"], len({each.situation for each in whole}) < values["pairs"]),
    ) if absent]  # fmt: skip
    if lacks:
        said = Text("口吻卡还缺，或者数目不对：{lacks}。", "The voice card lacks, or has the wrong number of: {lacks}.")
        yield raised("voice-card-whole", said, words.CARD, "voice", lacks=join(lacks))


def _agree(voice: Voice) -> Iterator[Finding]:
    for one, other in _apart():
        left, right = _first(one, voice.words), _first(other, voice.words)
        if left and right:
            said = Text(
                "“{left}”和“{right}”放在一张卡上，写的人不知道听哪个。",
                "“{left}” and “{right}” stand on one card: whoever writes does not know which to follow.",
            )
            yield raised("voice-words-agree", said, words.ONE_OF_TWO, "voice/words", left=left, right=right)
    both = set(terms(voice.says)) & set(terms(voice.never))
    if both:
        said = Text("既写在“我们说”又写在“从不说”里：{both}。", "Both said and never said: {both}.")
        yield raised(
            "voice-words-agree", said, words.ONE_LIST, "voice/says", both=join([same(each) for each in sorted(both)])
        )


def _labelled(voice: Voice) -> Iterator[Finding]:
    """Article 5’s three roles can be counted only where each sample names one; more than one needs a lead."""
    astray = [each for each in voice.pairs if each.do.strip() and each.voice not in voice.voices]
    if astray:
        said = Text(
            "这几处的例句，还没有选卡上用的口吻：{where}。",
            "These samples are not in one of the card’s voices: {where}.",
        )
        at = join([words.SITUATIONS[each.situation] for each in astray])
        yield raised("three-personas", said, words.LABEL_EACH, "voice/pairs", where=at)
    if len(voice.voices) > 1 and voice.lead not in voice.voices:
        said = Text("卡上有 {count} 种口吻，没有定平时用哪一种。", "The card has {count} voices, and none that leads.")
        yield raised("three-personas", said, words.LEAD, "voice/lead", count=len(voice.voices))


def _serious(voice: Voice, part: str) -> Iterator[Finding]:
    change: Change = getattr(voice, part)
    when, at = words.SERIOUS[part], f"voice/{part}"
    if change.voice is None or blank(change.stays):
        said = Text(
            "口吻卡没有写{when}用哪种口吻、什么不变。",
            "The voice card does not say {when} which voice is used and what stays as it is.",
        )
        yield raised("same-person-when-serious", said, words.WHAT_STAYS, at, when=when)
    lacks = [words.HABITS[each] for each in SERIOUS if each not in change.stops]
    if lacks:
        said = Text("{when}，还没有停下：{lacks}。", "These still go on {when}: {lacks}.")
        yield raised("no-jokes-when-serious", said, words.STOP, at, when=when, lacks=join(lacks))
    if change.speaker.strip() and change.speaker.strip() != voice.speaker.strip():
        said = Text(
            "{when}说话的换成了 {speaker}：读者认得的那个人，在最要紧的时候不见了。",
            "{speaker} takes over {when}: the person whom readers know is gone when it matters most.",
        )
        yield raised("same-person-when-serious", said, words.SAME_PERSON, at, when=when, speaker=change.speaker.strip())


@cache
def _apart() -> list[tuple[list[str], list[str]]]:
    table = tomllib.loads(resources.files("playbook.image").joinpath("apart.toml").read_text("utf-8"))
    return [(each["one"], each["other"]) for each in table["pair"]]


def _first(listed: list[str], line: str) -> str:
    return next((each for each in listed if each in line.casefold()), "")
