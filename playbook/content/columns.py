"""What posts are about and in which form they came: columns as the editorial log files them, forms as the post shows.

A company of its own has no log: its posts have forms and no columns.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from playbook.claims import ENOUGH, Claim, Outcome, Result, test_at_same_hour
from playbook.content.kinds import KINDS, kind_of_ledger
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.microblog import HOOK, length, links
from playbook.once import once
from playbook.posts import COUNTS, counted

By = Literal["column", "form"]
Of = Literal["reactions", "reposts", "comments", "likes"]
# The columns of the sample's log, each called like the first kind of content that goes under it.
COLUMNS: dict[str, Text] = {
    column: KINDS[kind_of_ledger(column)].name
    for column in dict.fromkeys(kind.ledger for kind in KINDS.values() if kind.ledger)
}
FORMS: dict[str, Text] = {
    "video": Text("视频", "video"),
    "long": Text("长文", "long text"),
    "image": Text("图片", "picture"),
    "link": Text("链接", "link"),
    "text": Text("纯文字", "text alone"),
}
LINK_WORDS = "网页链接"  # what a link reads as in an export
SAID = Text("“{name}”这一类的互动更多", "Posts of the kind “{name}” get more reactions")


def name_of(label: str, by: By = "column") -> Text:
    """Return what a column or form is called: a column like its kind; one that we do not know, as the log has it."""
    if by == "form":
        return FORMS.get(label, same(label))
    kind = KINDS.get(label)
    return COLUMNS.get(label, same(label) if kind is None else kind.name)


def has_link(text: str) -> bool:
    """Tell whether a post has a link, be it an address or the words that exports put in its place."""
    return LINK_WORDS in text or bool(links(text))


def lengths(posts: pd.DataFrame) -> pd.Series:
    """Return how many characters each post counts, as Weibo counts; empty where the export has but its beginning."""
    known = posts["text"].where(~posts["text_cut"].fillna(value=False).astype(bool))
    return known.map(length, na_action="ignore").astype("Int64")


def form_of(posts: pd.DataFrame) -> pd.Series:
    """Return the form of each post: the first of video, long, image, link, text that it is.

    `long` is over 140 characters, or cut by the export. Empty where the export does not tell of pictures or videos
    and the form hangs on it.
    """
    texts = posts["text"].fillna("")
    video, image = (posts[name].fillna(value=False).astype(bool) for name in ("has_video", "has_image"))
    long = posts["text_cut"].fillna(value=False).astype(bool) | (lengths(posts) > HOOK).fillna(value=False)
    kinds = {"video": video, "long": long.astype(bool), "image": image, "link": texts.map(has_link).astype(bool)}
    form = pd.Series(np.select(list(kinds.values()), list(kinds), "text"), posts.index, dtype="string")
    unknown = posts["has_video"].isna() & ~video | posts["has_image"].isna() & ~video & ~long
    return form.mask(unknown)


@once(16)
def filed(facts: Facts) -> pd.DataFrame:
    """Return the posts with `column` (empty where no log files it), `form` and `signs` (their length, as Weibo counts).

    Not to be changed in place.
    """
    posts = facts.posts.reset_index(drop=True)
    column = pd.Series(pd.NA, posts.index, "string")
    if facts.ledger is not None:
        column = posts["post_id"].map(facts.ledger.set_index("post_id")["column"]).astype("string")
    return posts.assign(column=column, form=form_of(posts), signs=lengths(posts))


def tells_columns(facts: Facts, account: str) -> bool:
    """Tell whether any post of an account is filed under a column."""
    posts = filed(facts)
    return bool(posts.loc[posts["account"] == account, "column"].notna().any())


def typical(facts: Facts, account: str, by: By = "column") -> pd.DataFrame:
    """Return, by column or form: `posts`, and what a typical one gets (`reactions`, `reposts`, `comments`, `likes`).

    The account's labels alone, in the order of `COLUMNS` or `FORMS`; a post whose counts are not known is left out.
    """
    own = counted(filed(facts), account).dropna(subset=[by])
    grouped = own.astype(dict.fromkeys(COUNTS, float)).groupby(by)
    table = grouped[["reactions", *COUNTS]].median()
    table.insert(0, "posts", grouped.size())
    return table.reindex(_in_order(table.index, by))


@once(128)  # twelve labels of six accounts
def kind_result(facts: Facts, account: str, label: str, by: By = "column") -> Result:
    """Return how the posts of a column or form do against all other posts of the account, at the same hour."""
    claim = Claim(SAID.format(name=name_of(label, by)), holds=lambda posts: posts[by] == label)
    return test_at_same_hour(filed(facts), claim, account)


def kind_outcome(facts: Facts, account: str, label: str, by: By = "column") -> Outcome:
    """Return whether the posts of a column or form get more than the others."""
    return kind_result(facts, account, label, by).outcome


def typical_shown(facts: Facts, account: str, label: str, of: Of = "reactions", by: By = "column") -> int:
    """Return what a typical post of a column or form gets, as a table shows it."""
    return round(float(typical(facts, account, by)[of][label]))


def ranked(facts: Facts, account: str, of: Of = "reactions", by: By = "column") -> list[str]:
    """Return the columns or forms, what gets most first; one with fewer than 20 posts comes after all others."""
    table = typical(facts, account, by)
    table = table.assign(known=table["posts"] >= ENOUGH)
    return [str(label) for label in table.sort_values(["known", of], ascending=False, kind="stable").index]


def _in_order(labels: pd.Index, by: By) -> list[str]:
    known = list(COLUMNS if by == "column" else FORMS)
    return [each for each in known if each in labels] + [str(each) for each in labels if each not in known]
