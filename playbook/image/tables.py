"""What lessons and exercises on the image show as tables."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.image.analysis.pages import effects
from playbook.image.analysis.searches import KINDS, by_kind
from playbook.image.analysis.voices import CUES, VOICES, Outcome, agreement, outcomes, overall
from playbook.image.analysis.voices import cues as cues_of
from playbook.image.charts.pages import NO_VISITS
from playbook.image.charts.searched import NO_SEARCHES
from playbook.image.charts.voices import NO_VOICES
from playbook.image.words import PERSONAS, SITUATIONS
from playbook.interaction.tables.shown import cannot_tell, percent, percent_between
from playbook.language import Text, language
from playbook.metrics.charts.frame import signed
from playbook.tables import NOTHING, number, table

REPLIES = Text("回了几条", "replies")
WELL, ANGRY = Text("道谢或接着问", "thanked us or asked on"), Text("更气", "got angry")
INTERVAL = Text("95% 区间", "95% interval")
VOICE, ID = Text("口吻", "voice"), Text("编号", "id")
SAID = {str(name): said for name, said in SITUATIONS.items() if name}
NAMES = {str(name): said for name, said in PERSONAS.items() if name}
TOO_FEW = Text("太少，不判", "too few to judge")


def searched(known: Facts | None = None) -> pd.DataFrame:
    """Return what came of each kind of search term in the year."""
    facts = known or present_facts()
    if facts.searches is None:
        return cannot_tell(NO_SEARCHES)
    found = by_kind(facts.searches)
    rows = [
        (number(each.searches), number(each.visits), number(each.follows), f"{100 * each.stay.ratio:.1f}")
        for each in found.values()
    ]
    heads = [
        Text("搜了几次", "searches"), Text("打开主页", "page opened"), Text("关注", "follows"),
        Text("每打开 100 次关注", "follows per 100 opened"),
    ]  # fmt: skip
    return table(rows, [str(KINDS[kind]) for kind in found], heads, Text("搜的词", "search term"))


def changes(known: Facts | None = None) -> pd.DataFrame:
    """Return every change of a page: when, the share of visitors who followed before and after, and the change."""
    facts = known or present_facts()
    found = effects(facts)
    if not found:
        return cannot_tell(NO_VISITS)
    rows = [
        (
            str(each.change.said), f"{each.change.week:%Y-%m-%d}", f"{each.before:.1%}", f"{each.after:.1%}",
            *((signed(each.gap.percent.value), f"{signed(each.gap.percent.low)}…{signed(each.gap.percent.high)}")
              if each.gap.known else (NOTHING, NOTHING)),
        )
        for each in found
    ]  # fmt: skip
    heads = [
        Text("换了什么", "what changed"), Text("从哪一周", "from the week of"), Text("换前关注", "followed before"),
        Text("换后关注", "followed after"), Text("比同期别的账号", "beyond other accounts"), INTERVAL,
    ]  # fmt: skip
    names = [facts.company.account(each.change.account).name for each in found]
    return table(rows, names, heads, Text("账号", "account"))


def replies(
    known: Facts | None = None, ids: Sequence[str] | None = None, situation: str | None = None, first: int = 10
) -> pd.DataFrame:
    """Return replies to read, without their voices: those with these ids, else the `first` ones (of a situation)."""
    facts = known or present_facts()
    if facts.voices is None:
        return cannot_tell(NO_VOICES)
    own = facts.voices
    if ids is not None:
        own = own.set_index("id").loc[list(ids)].reset_index()
    elif situation is not None:
        own = own[own["situation"] == situation]
    english = ("asked_en", "text_en") if language() == "en" else ("asked", "text")
    rows = [tuple(row) for row in own.head(len(ids) if ids is not None else first)[list(english)].to_numpy()]
    names = [str(each) for each in own["id"].head(len(rows))]
    return table(rows, names, [Text("读者写的", "what somebody wrote"), Text("我们的回复", "our reply")], ID)


def labelled(known: Facts | None = None, ids: Sequence[str] = ()) -> pd.DataFrame:
    """Return in which voice two readers heard these replies."""
    facts = known or present_facts()
    if facts.voices is None:
        return cannot_tell(NO_VOICES)
    own = facts.voices.set_index("id").loc[list(ids)]
    rows = [(str(NAMES[one]), str(NAMES[two])) for one, two in zip(own["voice"], own["second"], strict=True)]
    return table(rows, list(ids), [Text("第一个人", "first reader"), Text("第二个人", "second reader")], ID)


def next_by_voice(known: Facts | None = None, situation: str | None = None) -> pd.DataFrame:
    """Return what readers did after each voice, in a situation or in all together."""
    facts = known or present_facts()
    if facts.voices is None:
        return cannot_tell(NO_VOICES)
    found = overall(facts.voices)
    if situation is not None:
        found = {voice: outcomes(facts.voices)[situation, voice] for voice in VOICES}
    rows = [_row(each) for each in found.values()]
    heads = [REPLIES, WELL, INTERVAL, ANGRY, INTERVAL]
    corner = VOICE if situation is None else VOICE + Text("：", ", ") + SAID[situation]
    return table(rows, [str(NAMES[voice]) for voice in found], heads, corner)


def agreed(known: Facts | None = None, situation: str | None = None) -> pd.DataFrame:
    """Return on how many replies two readers agree, and on how many they would by chance alone."""
    facts = known or present_facts()
    if facts.voices is None:
        return cannot_tell(NO_VOICES)
    own = facts.voices if situation is None else facts.voices[facts.voices["situation"] == situation]
    found = agreement(own)
    heads = [REPLIES, Text("两人一致", "both agree"), Text("碰巧也会一致", "would agree by chance")]
    name = Text("全部", "all") if situation is None else SAID[situation]
    return table([(len(own), f"{found.plain:.1%}", f"{found.chance:.1%}")], [str(name)], heads, Text("哪些", "which"))


def cues(known: Facts | None = None) -> pd.DataFrame:
    """Return in what share of each voice’s replies a cue stands (in the Chinese texts)."""
    facts = known or present_facts()
    if facts.voices is None:
        return cannot_tell(NO_VOICES)
    shares = cues_of(facts.voices)
    rows = [tuple(percent(value) for value in shares.loc[name]) for name in shares.index]
    return table(
        rows, [str(CUES[str(name)][0]) for name in shares.index], [PERSONAS[voice] for voice in VOICES],
        Text("听得出的地方", "what gives it away"),
    )  # fmt: skip


def _row(each: Outcome) -> tuple[object, ...]:
    if not each.told:
        return each.number, str(TOO_FEW), NOTHING, str(TOO_FEW), NOTHING
    well, angry = (f"{round(found.value * each.number)}" for found in (each.well, each.angry))
    return each.number, well, percent_between(each.well), angry, percent_between(each.angry)
