"""How the learner has filed the inbox: a kind for each message that was read, in a file beside the plan."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

import pandas as pd
from pydantic import Field

from playbook.facts import Facts
from playbook.interaction.kinds import Message, message_said
from playbook.language import Text
from playbook.plans import Id, Plan

MOST = 20_000  # messages


class InboxMarks(Plan):
    """The kind of each message by its id; what is not filed is not there."""

    system: ClassVar[str] = "inbox"
    marks: dict[Id, Message] = Field(default_factory=dict, max_length=MOST)

    def said(self) -> Text:
        """Return how many are filed."""
        return Text(f"归了 {len(self.marks)} 条", f"filed: {len(self.marks)}")

    def entries(self, account: str) -> int:  # noqa: ARG002 - the inbox is the whole company's
        """Return how many are filed."""
        return len(self.marks)

    @property
    def kinds(self) -> pd.Series:
        """Return the kinds by the message's id."""
        return pd.Series(self.marks, dtype="string")


def compared(marks: InboxMarks, facts: Facts) -> pd.DataFrame:
    """Return the filed messages that are in the inbox: `mine, theirs`, a row each; no rows where there is no inbox."""
    if facts.comments is None:
        return pd.DataFrame({"mine": [], "theirs": []}, dtype="string")
    noted = facts.comments.set_index("id")["kind"].dropna()
    mine = marks.kinds
    both = mine.index[mine.index.isin(noted.index)]
    return pd.DataFrame({"mine": mine.loc[both], "theirs": noted.loc[both]}, index=both)


def unlike(compared_ones: pd.DataFrame) -> list[tuple[Text, Text, int]]:
    """Return what was filed otherwise than the desk noted it, the commonest pair first: mine, theirs, how often."""
    apart = compared_ones[compared_ones["mine"] != compared_ones["theirs"]]
    counts = Counter(zip(apart["mine"].tolist(), apart["theirs"].tolist(), strict=True))
    return [(message_said(mine), message_said(theirs), count) for (mine, theirs), count in counts.most_common()]
