"""The numbers behind the charts on content, as tables that a page shows or quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from playbook.claims import ENOUGH
from playbook.content.analysis import BANDS, CLAIMS, Name, by_length, length_result, result_of
from playbook.content.asked import examples, name_of_group, questions
from playbook.content.asked import question_bank as bank_of
from playbook.content.charts.by_kind import NO_LEDGER
from playbook.content.charts.questions import NO_INBOX, NOTHING_ASKED
from playbook.content.columns import By, kind_result, name_of, tells_columns, typical
from playbook.content.kinds import CLASSES
from playbook.content.mix import ARTICLE_8, against, against_article_8, class_name, in_posts, missing, shares
from playbook.content.plan import WHOLE
from playbook.content.to_mend import drafts_to_mend
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell
from playbook.language import Text, join, language, same
from playbook.tables import INTERVAL, NOTHING, RATIO, VERDICT, judged, number, table

POSTS, REACTIONS = Text("条数", "posts"), Text("互动", "reactions")
COUNTS = {"likes": Text("赞", "likes"), "comments": Text("评论", "comments"), "reposts": Text("转发", "reposts")}
ASKED = (
    Text("问了几次", "times asked"),
    Text("占问题的", "of all questions"),
    Text("例一", "first example"),
    Text("例二", "second example"),
    Text("说到它的微博", "posts that speak of it"),
    Text("占微博的", "of all posts"),
)
SIDES = Text("这类条数", "of these"), Text("其余条数", "others")
SHARE = Text("{share:g}%", "{share:g}%")
HEARD = 10  # questions read before they are sorted


def columns(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Each column of one account: posts, what a typical one gets, and its ratio to the others at the same hour.

    Where no log tells the columns, it says so.
    """
    facts = known or present_facts()
    if not tells_columns(facts, account or facts.main):
        return cannot_tell(NO_LEDGER)
    return _kinds(facts, account, "column", Text("栏目", "column"))


def forms(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """The same by form, which needs no log."""
    return _kinds(known or present_facts(), account, "form", Text("形式", "form"))


def claims(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Every claim on content tested on one account: article, verdict, ratio, interval, posts on both sides."""
    facts = known or present_facts()
    found = {each: result_of(facts, account or facts.main, each) for each in CLAIMS}
    rows = [(_article(each), *judged(row), f"{row.inside:,}", f"{row.outside:,}") for each, row in found.items()]
    heads = [Text("第几篇", "article"), VERDICT, RATIO, INTERVAL, *SIDES]
    return table(rows, [_said(each) for each in CLAIMS], heads, Text("说法", "claim"))


def ratios(known: Facts | None = None, account: str | None = None, names: Sequence[Name] = ()) -> pd.DataFrame:
    """Some claims tested on one account, without the verdict, which is the reader's to give; all unless named."""
    facts = known or present_facts()
    found = {each: result_of(facts, account or facts.main, each) for each in names or CLAIMS}
    rows = [(*judged(row)[1:], f"{row.inside:,}", f"{row.outside:,}") for row in found.values()]
    return table(rows, [_said(each) for each in found], [RATIO, INTERVAL, *SIDES], Text("说法", "claim"))


def lengths(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Each band of length of one account: posts, the typical post, its ratio to all others."""
    facts = known or present_facts()
    name = account or facts.main
    found = by_length(facts, name)
    rows = [
        (f"{int(found['posts'][band]):,}", number(found["median"][band]), *judged(length_result(facts, name, band))[1:])
        for band in BANDS
    ]
    heads = [POSTS, Text("通常的一条", "typical post"), RATIO, INTERVAL]
    return table(rows, [str(said) for said, _, _ in BANDS.values()], heads, Text("字数", "characters"))


def mix_over_time(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """The share of each column of one account by quarter, in whole per cent; says so where no log tells them."""
    facts = known or present_facts()
    if not tells_columns(facts, account or facts.main):
        return cannot_tell(NO_LEDGER)
    found = shares(facts, account or facts.main)
    rows = [tuple(f"{share:.0%}" for share in row) for row in found.to_numpy()]
    heads = [name_of(str(each)) for each in found]
    return table(rows, [str(each) for each in found.index], heads, Text("季度", "quarter"))


def mix(
    known: Facts | None = None, account: str | None = None, stated: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """Stated shares against those of the posts there are: by column if they are given, else article 8's four classes.

    Where no log tells the columns, it says so.
    """
    facts = known or present_facts()
    name = account or facts.main
    heads = [Text("说的占比", "stated"), Text("实际占比", "ours"), POSTS]
    corner = Text("类别", "class") if stated is None else Text("栏目", "column")
    if not tells_columns(facts, name):
        return cannot_tell(NO_LEDGER)
    found = against_article_8(facts, name) if stated is None else against(facts, name, stated)
    names = [str(class_name(str(each)) if stated is None else name_of(str(each))) for each in found.index]
    rows = [
        (str(SHARE.format(share=stated_share)), f"{ours:.0f}%", f"{posts:,}")
        for stated_share, ours, posts in found.itertuples(index=False)
    ]
    return table(rows, names, heads, corner)


def mix_sum(
    known: Facts | None = None,  # noqa: ARG001 - as all tables
    account: str | None = None,  # noqa: ARG001
    posts_a_week: int = 14,
) -> pd.DataFrame:
    """Article 8's shares, what they come to and what that is in posts a week."""
    posts = in_posts(posts_a_week)
    rows = [(f"{share}%", f"{posts[name]:g}") for name, share in ARTICLE_8.items()]
    together = WHOLE - missing()
    rows += [(f"{together}%", f"{sum(posts.values()):g}"), (f"{missing()}%", f"{missing() * posts_a_week / WHOLE:g}")]
    names = [*(class_name(name) for name in ARTICLE_8), Text("合计", "together"), Text("缺", "missing")]
    heads = [
        Text("占比", "share"),
        Text("一周 {n} 条里的条数", "of {n} posts a week").format(n=posts_a_week),
    ]
    return table(rows, [str(name) for name in names], heads, Text("第 8 篇", "article 8"))


def heard(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Ten questions as they were written, taken from the whole inbox at even steps; says so where there is none."""
    facts = known or present_facts()
    asked = questions(facts, account)
    if asked is None or asked.empty:
        return cannot_tell(NO_INBOX if asked is None else NOTHING_ASKED)
    corner, head = Text("第几句", "number"), Text("原话", "as it was written")
    steps = asked.iloc[:: max(len(asked) // HEARD, 1)].head(HEARD)
    said = [str(Text(zh, en)) for zh, en in zip(steps["text"], steps["text_en"].fillna(steps["text"]), strict=True)]
    return table([(each,) for each in said], [str(number) for number in range(1, len(said) + 1)], [head], corner)


def question_bank(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """What readers ask, the most asked first: how often, two examples, and how many posts speak of it.

    Of all accounts together, unless one is named. Where there is no inbox, it says so.
    """
    facts = known or present_facts()
    bank = bank_of(facts, account)
    corner = Text("问什么", "asked about")
    if bank is None:
        return cannot_tell(NO_INBOX)
    rows = []
    for name, (asked, share, posts, posts_share) in zip(bank.index, bank.to_numpy(), strict=True):
        said = [str(each) for each in examples(facts, str(name), 2, account)]
        told = pd.notna(posts)
        rows.append((int(asked), f"{share:.0%}", *[*said, NOTHING, NOTHING][:2], number(posts),
                     f"{posts_share:.1%}" if told else NOTHING))  # fmt: skip
    return table(rows, [str(name_of_group(str(name))) for name in bank.index], list(ASKED), corner)


def drafts(known: Facts | None = None, account: str | None = None, ids: Sequence[str] = ()) -> pd.DataFrame:
    """The drafts to mend: account, text and, for who reads English, a gloss; those named, else all (of an account)."""
    named = {each.id: each.name for each in (known or present_facts()).company.accounts}
    kept = [
        each for each in drafts_to_mend() if (each.draft.id in ids or not ids) and account in {None, each.draft.account}
    ]
    heads = [Text("账号", "account"), Text("正文", "text")]
    rows: list[tuple[object, ...]] = [
        (named.get(each.draft.account, each.draft.account), each.draft.text or NOTHING) for each in kept
    ]
    if language() == "en":
        heads.append(same("in English"))
        rows = [(*row, each.gloss) for row, each in zip(rows, kept, strict=True)]
    return table(rows, [each.draft.id for each in kept], heads, Text("草稿", "draft"))


def classes(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:  # noqa: ARG001 - as all tables
    """What four articles call the kinds of content: a row an article, how many, and which; article 8's with shares."""
    stated: dict[tuple[int, str], Text] = {(8, name): same(f" {share}%") for name, share in ARTICLE_8.items()}
    rows = [
        (len(named), str(join([said + stated.get((article, name), same("")) for name, said in named.items()])))
        for article, named in CLASSES.items()
    ]
    names = [str(Text("第 {n} 篇", "article {n}").format(n=article)) for article in CLASSES]
    return table(rows, names, [Text("几类", "classes"), Text("哪几类", "which")], Text("来源", "source"))


def _article(name: Name) -> str:
    return str(CLAIMS[name].article or NOTHING)


def _said(name: Name) -> str:
    """Say a claim; of two that read alike the one as it stands says so."""
    said = CLAIMS[name].claim.said
    return str(said if CLAIMS[name].held else said + Text("（直接比）", " (as they stand)"))


def _kinds(facts: Facts, account: str | None, by: By, corner: Text) -> pd.DataFrame:
    name = account or facts.main
    found = typical(facts, name, by)
    rows = []
    for label, row in found.iterrows():
        counts = [number(float(row[count])) if row["posts"] >= ENOUGH else NOTHING for count in ("reactions", *COUNTS)]
        rows.append((f"{int(row['posts']):,}", *counts, *judged(kind_result(facts, name, str(label), by))[1:]))
    heads = [POSTS, REACTIONS, *COUNTS.values(), RATIO, INTERVAL]
    return table(rows, [str(name_of(str(label), by)) for label in found.index], heads, corner)
