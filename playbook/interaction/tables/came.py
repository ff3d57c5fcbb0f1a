"""What lies in the inbox: how many of each kind, in the readers' own words, and what came in a night."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.waiting import waits
from playbook.interaction.kinds import message_said
from playbook.interaction.missing import no_inbox
from playbook.interaction.tables.shown import cannot_tell
from playbook.language import Text, language
from playbook.shown import cut
from playbook.tables import table

NIGHT = ("c0547", "c0548", "c0549", "c0550")  # what came to the sample company between 22:00 and midnight
KIND = Text("哪一类", "kind")
WORDS = Text("读者的话", "in the reader’s words")


def came(known: Facts | None = None) -> pd.DataFrame:
    """What came in: a row a kind, the most frequent first, how many nobody has answered, and the first to come."""
    facts = known or present_facts()
    inbox = waits(facts)
    if inbox is None:
        return cannot_tell(no_inbox(facts) or Text("", ""))
    begun = inbox.assign(goes_on=inbox["thread"] != inbox["id"]).sort_values(["goes_on", "at"])
    each = begun.groupby("kind").agg(came=("id", "size"), answered=("answered", "sum"), words=(_words(inbox), "first"))
    each = each.sort_values("came", ascending=False, kind="stable")
    shown = zip(each["came"].tolist(), each["answered"].tolist(), each["words"].tolist(), strict=True)
    rows = [(f"{count:,}", f"{count - answered:,}", cut(str(words))) for count, answered, words in shown]
    heads = [Text("来了几条", "came"), Text("还在等", "still waiting"), Text("最早的一条", "the first to come")]
    return table(rows, [str(message_said(str(kind))) for kind in each.index], heads, KIND)


def at_night(known: Facts | None = None, messages: Sequence[str] = NIGHT) -> pd.DataFrame:
    """Some messages (by id) in the order in which they came: when, of which kind, and their words."""
    facts = known or present_facts()
    inbox = facts.comments
    if inbox is None or inbox.empty:
        return cannot_tell(no_inbox(facts) or Text("", ""))
    own = inbox[inbox["id"].isin(messages)].sort_values("at")
    shown = zip(own["kind"].tolist(), own[_words(inbox)].tolist(), strict=True)
    rows = [(str(message_said(str(kind))), cut(str(words))) for kind, words in shown]
    return table(rows, own["at"].dt.strftime("%m-%d %H:%M").tolist(), [KIND, WORDS], Text("几点来的", "came at"))


def _words(inbox: pd.DataFrame) -> str:
    """Return the column that the reader can read: the gloss in English, where there is one."""
    return "text_en" if language() == "en" and inbox["text_en"].notna().all() else "text"
