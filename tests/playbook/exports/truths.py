"""What a right reading of an export finds, as the posts table is written: texts, empty where nothing is told."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hypothesis import strategies as st

from playbook.exports import Reading, read_exports, report_csv
from playbook.posts import COLUMNS, write_posts

from .invented import CELLS, PRIVATE, SHANGHAI, Written
from .writers import Layout

Truth = dict[str, tuple[str, ...]]  # for each column of the posts table, what may stand there
EMPTY = ("",)


def truth(layout: Layout, post: Written, stem: str, *, keep_names: bool = False) -> Truth:
    """Return what a post's row may hold; more than one value where the contract leaves it open."""
    facts = {
        "source": post.source,
        "is_repost": said(bool(post.repost_of)),
        "repost_of": post.repost_of,
        "has_image": said(post.image),
        "has_video": said(post.video),
        "edited": said(post.edited),
        "text_cut": said(post.cut),
    }
    found: Truth = {column: (facts.get(column, ""),) if column in layout.tells else EMPTY for column in COLUMNS}
    found |= {column: (facts[column], *EMPTY * (facts[column] == "false")) for column in layout.perhaps}
    for column in ("likes", "comments", "reposts"):
        told = layout.names(column, f"{column}_text")
        found[column] = (str(getattr(post, column)),) if told else EMPTY
    for column, names in {"topics": post.topics, "mentions": post.mentions}.items():
        known = column in layout.tells or not post.cut  # from the text, where it is whole
        found[column] = (json.dumps(names, ensure_ascii=False),) if known else EMPTY
    if "text_cut" not in layout.tells:
        found["text_cut"] = ("true",) if post.cut else ("false", "")
    at = post.moment.replace(second=0) if layout.moment == "minute" else post.moment
    return found | {
        "post_id": (post.mid,),
        "account": account(layout, post, stem, keep_names=keep_names),
        "posted_on": (f"{post.moment:%Y-%m-%d}",),
        "posted_at": EMPTY if layout.moment == "day" else (at.isoformat(),),
        "text": (post.text,),
        "counts_capped": ("false",) if found["likes"] != EMPTY else ("false", ""),
        "id_damaged": ("false",),
    }


def account(layout: Layout, post: Written, stem: str, *, keep_names: bool) -> tuple[str, ...]:
    """Return the account: the author's code, or by request the nickname; the file's stem where rows have no author."""
    if not layout.author:
        return (stem,)
    author = str(CELLS[layout.author](post))
    if not keep_names:
        return ("a" + hashlib.sha256(author.encode()).hexdigest()[:12],)
    of_file = (f"{PRIVATE}-nickname", f"{PRIVATE}-screen_name") * (layout.form in {"weibo", "sqlite"})
    return (post.nickname,) if layout.nickname else (author, *of_file)


def said(true: bool) -> str:
    """Return a flag as the posts table writes it."""
    return "true" if true else "false"


def read(
    path: Path, *, taken: datetime | None = None, keep_names: bool = False
) -> tuple[Reading, list[dict[str, str]]]:
    """Read one export; return the reading and its posts as they are written to a file."""
    reading = read_exports([path], taken=taken, keep_names=keep_names)
    written = io.StringIO(write_posts(reading.posts), newline="")
    return reading, list(csv.DictReader(written))


def differences(rows: list[dict[str, str]], truths: list[Truth]) -> list[str]:
    """Return every cell that is not as it should be, in words; nothing if the reading is right."""
    if len(rows) != len(truths):
        return [f"{len(rows)} posts instead of {len(truths)}"]
    return [
        f"row {number}, {column}: {row[column]!r} instead of {' or '.join(map(repr, wanted))}"
        for number, (row, wanted_row) in enumerate(zip(rows, truths, strict=True), start=1)
        for column, wanted in wanted_row.items()
        if row[column] not in wanted
    ]


def statuses(reading: Reading) -> dict[int, str]:
    """Return what became of each row, by its line; a row told in several ways that differ is told as `a/b`."""
    found = reading.report.groupby("line")["status"].agg(lambda each: "/".join(sorted(set(each))))
    return dict(zip(found.index.to_list(), found.to_list(), strict=True))


def everything_shown(reading: Reading) -> str:
    """Return all that a reading leaves behind: posts, report and summary in both languages."""
    return "\n".join([write_posts(reading.posts), report_csv(reading.report), reading.summary.zh, reading.summary.en])


names = st.lists(st.text("春夏秋冬山水云月", min_size=2, max_size=6), unique=True, max_size=2).map(tuple)
counts = st.integers(0, 999_999)
flags = st.booleans()
mids = st.integers(345_000_000_000_000, 520_000_000_000_000).map(lambda number: f"{number}7")
moments = st.datetimes(datetime(2009, 9, 1), datetime(2026, 6, 30)).map(  # noqa: DTZ001 - the zone follows
    lambda at: at.replace(microsecond=0, tzinfo=SHANGHAI)
)
written = st.builds(
    Written,
    mid=mids,
    moment=moments,
    body=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00#@"), max_size=12),
    author=st.sampled_from(["998877665500", "998877665511", "998877665522"]),
    likes=counts,
    comments=counts,
    reposts=counts,
    topics=names,
    mentions=names,
    source=st.sampled_from(["茶馆手机", "iPhone 5s", "微博 weibo.com"]),
    image=flags,
    video=flags,
    repost_of=st.one_of(st.just(""), mids),
    edited=flags,
    cut=flags,
)


def posts(layout: Layout) -> st.SearchStrategy[list[Written]]:
    """Return lists of posts that the tool could have written in this layout, no two with one number."""
    kind = written.map(_original) if layout.originals_only else written
    return st.lists(kind, min_size=1, max_size=5, unique_by=lambda post: post.mid)


def _original(post: Written) -> Written:
    return replace(post, repost_of="")
