"""Names that other systems give to what a learner handed in, and that computers give to copies.

Moodle: a folder `Li Lei_4821_assignsubmission_file` with the learner's file in it, or both in one name. Canvas:
`lilei_LATE_4821_99321_0012.zip`. Either comes as one zip of the whole class, which is read as it is, or unpacked. The
learner's file is named by the learner's id, as "Hand in" named it, and what it says inside must agree. A name that
the roster has as it stands is never taken apart.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from classroom.archives import DAMAGED, name_of
from classroom.gradebook import same_spelling
from classroom.pieces import Sender

MOODLE = re.compile(r"(?P<account>.+_\d+)_assignsubmission_file(?:_(?P<file>.*))?", re.DOTALL)
CANVAS = re.compile(r"(?P<account>[^_/]+)(?:_LATE)?_(?P<number>\d+)_\d+_(?P<file>[^/]+)", re.DOTALL)
COPY = re.compile(r"( ?[(（]\d+[)）]| ?- ?(副本|Copy)( ?[(（]\d+[)）])?|-\d{1,2})+$", re.IGNORECASE)
MOST_FILES = 50_000  # of a class in one zip
MOST_BYTES = 1024**3


def whose(found: Iterable[Sender], listed: Collection[str] | None) -> list[Sender]:
    """Return senders by the learners they are of: as they are named, else as another system or a copy named them.

    `listed` has the spellings of the ids on the roster, None where there is no roster.
    """
    return [_named(sender, listed) for sender in found]


def claims(own: Iterable[Sender]) -> tuple[str, ...]:
    """Return under which names one learner's work came: more than one means that somebody else may have sent it."""
    own = list(own)
    accounts = {sender.account for sender in own if sender.account}
    return tuple(sorted(accounts if len(accounts) > 1 else {sender.name for sender in own}))


def of_a_class(sender: Sender) -> list[Sender]:
    """Return the senders in a zip of a whole class, as Moodle and Canvas make one; else the zip as one sender."""
    try:
        with zipfile.ZipFile(sender.path) as archive:
            entries = archive.infolist()
    except DAMAGED:
        return [sender]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return [sender]
    names: dict[str, list[str]] = defaultdict(list)
    for name in map(name_of, entries):
        names[name.partition("/")[0]].append(name)
    if not any(_apart(_stem(top)) for top in names):
        return [sender]
    return [
        Sender(sender.path, _stem(top), is_learner=True, inside=top, holds=_zips(its)) for top, its in names.items()
    ]


def _named(sender: Sender, listed: Collection[str] | None) -> Sender:
    if listed is not None and same_spelling(sender.name) in listed:
        return sender
    account, file = _apart(sender.name) or ("", sender.name)
    if not file:  # a folder: the one zip in it has the learner's name
        file = sender.holds[0] if len(sender.holds) == 1 else sender.name
    short = COPY.sub("", file)
    if listed is None:
        return replace(sender, name=file if account else sender.name, account=account)
    name = next((name for name in (file, short) if same_spelling(name) in listed), sender.name)
    return replace(sender, name=name, account=account)


def _apart(name: str) -> tuple[str, str] | None:
    """Return the account and the learner's file in the name that another system gave; None if none did."""
    if found := MOODLE.fullmatch(name):
        return found["account"], found["file"] or ""
    if found := CANVAS.fullmatch(name):
        return f"{found['account']}_{found['number']}", found["file"]
    return None


def _stem(top: str) -> str:
    return top[: -len(".zip")] if top.lower().endswith(".zip") else top


def _zips(names: Sequence[str]) -> tuple[str, ...]:
    found = {PurePosixPath(name).stem for name in names if name.lower().endswith(".zip")}
    return tuple(sorted(found))
