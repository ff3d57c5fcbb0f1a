"""Whether a post gives a reader something to answer, and whether it begs instead of asking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.elements import own_words
from playbook.content.reading.lists import places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.content.reading.selling import offers
from playbook.content.reading.wholes import whole_clause
from playbook.language import Text
from playbook.rules import Finding

LATE = 45  # characters that may follow a question and still leave it the reader's to answer
SPEECH = re.compile(r"[“「][^“”「」\n]{0,60}[”」]")
QUESTION = re.compile(r"[^?。!\n]{1,60}\?")
DIALOGUE = re.compile(r"(?:^|\n)-?[—–-]{1,2}[^\n]{0,80}")
REPOST_FOR_PRIZES = Text(
    (
        "把“求转求赞”换成一个真问题。要办抽奖，就按平台的抽奖规则单独办，"
        "写全条件、奖品、时间和办法，不拿转发、@好友当门槛。"
    ),
    (
        "Ask a real question instead of begging. If it is to be a prize draw, hold it under the "
        "platform’s rules, with conditions, prizes, time and method in the post, and without "
        "reposts or tagged friends as the price of entry."
    ),
)


def bait(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find begging or pressing for reposts, comments, likes, follows or tagged friends."""
    found = words("opening")["bait"].found(seen)
    if found and own_words(seen.text):
        yield finding(
            "honest-questions",
            Text("求转发、求赞，而不是在问：{words}。", "It begs for reposts or likes instead of asking: {words}."),
            REPOST_FOR_PRIZES,
            places([whole_clause(seen, each) for each in found]),
        )


def nothing_to_answer(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Remind of a post without a question or an invitation; notices, apologies and bare reposts need none."""
    lists = words("opening")
    if (draft.repost and not own_words(draft.text)) or not seen.text.strip():
        return
    if lists["notice"].found(seen) and not offers(seen):
        return
    if lists["invite"].found(seen) or _asks(seen.plain):
        return
    yield finding(
        "dialogue-questions",
        Text("没有给读者留下接话的地方。", "Nothing here gives a reader something to answer."),
        Text(
            "如果想让人来聊，结尾问一件读者自己有经验的小事；只是告知一声的，不用改。",
            (
                "If it is meant to be talked about, end on a small question from the reader’s own life; "
                "if it only tells, leave it."
            ),
        ),
    )


def _asks(plain: str) -> bool:
    """Tell whether a real question is left to the reader: near the end, not in somebody's speech, not a taunt."""
    spoken = DIALOGUE.sub(" ", SPEECH.sub(" ", plain))
    back = words("opening")["question_back"].pattern
    letters = [at for at, each in enumerate(spoken) if each.isalnum()]
    late = letters[-LATE - 1] if len(letters) > LATE else 0  # where a question may end at the earliest
    return any(found.end() > late and not back.search(found[0]) for found in QUESTION.finditer(spoken))
