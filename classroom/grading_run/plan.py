"""Who handed in what: senders and roster brought together, read learner by learner as the run comes to them."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from classroom import notes, refusals
from classroom.answers import AnswerFile
from classroom.downloads import claims, whose
from classroom.gradebook import CohortError, Learner, Row, read_roster, same_spelling
from classroom.judged import noted
from classroom.marking import parsed
from classroom.submissions import Fault, Piece, Sender, pieces, senders
from playbook.language import Text
from playbook.shown import cut

NO_NOTE = Text("", "")
SHORT = 16  # bytes


@dataclass(frozen=True, slots=True)
class Arrived:
    """All that came of a learner, by the names it came under; `evidence` differs wherever anything of it does."""

    names: tuple[str, ...]
    pieces: tuple[Piece, ...]
    evidence: str


@dataclass
class Plan:
    """Who is graded, what of theirs lies where, and what belongs to nobody; `counts` files read and junk."""

    learners: list[Learner]
    strangers: list[Sender]
    by_key: dict[str, list[Sender]]
    counts: Counter[str] = field(default_factory=Counter)

    def arrived(self, learner: Learner) -> Arrived:
        """Read what a learner handed in. Raises nothing: what cannot be read is told of in its place."""
        own = self.by_key.get(learner.key, [])
        names, found = claims(own), tuple(self._files(own))
        return Arrived(names, found, _evidence(names, found))

    def strays(self) -> list[tuple[Row, list[Piece]]]:
        """Return a row for each sender nobody knows, and what lies there: nothing of it is graded."""
        told = []
        for sender in self.strangers:
            found = self._files([sender])
            if found or sender.is_learner:
                told.append((_stray(sender, found), found))
        return told

    def _files(self, own: Iterable[Sender]) -> list[Piece]:
        """Return what was handed in, and count it; junk is counted apart and left out."""
        files: list[Piece] = []
        for sender in own:
            found, junk = pieces(sender)
            files += found
            self.counts["junk"] += junk
        self.counts["file"] += len(files)
        return files


def planned(submissions: Path, roster: Path | None, out: Path) -> Plan:
    """Return who is to be graded. Raises CohortError where the places or the roster make no sense."""
    found = _found(submissions, roster, out)
    listed = read_roster(roster) if roster else None
    found = whose(found, None if listed is None else {learner.key for learner in listed})
    learners = sorted(_named(found) if listed is None else listed)
    if not any(pieces(sender)[0] for sender in found):
        raise CohortError(notes.NOTHING.format(path=cut(str(submissions))))
    return _plan(learners, found)


def handed_in(submissions: Path, learners: Sequence[Learner], out: Path) -> Plan:
    """Return what lies in `submissions` of these learners. Raises CohortError where the places make no sense."""
    return _plan(list(learners), whose(_found(submissions, None, out), {learner.key for learner in learners}))


def _plan(learners: list[Learner], found: Iterable[Sender]) -> Plan:
    known = {learner.key for learner in learners}
    by_key: dict[str, list[Sender]] = defaultdict(list)
    for sender in found:
        by_key[same_spelling(sender.name)].append(sender)
    strangers = [sender for key, of_it in by_key.items() if key not in known for sender in of_it]
    return Plan(learners, strangers, by_key)


def _found(submissions: Path, roster: Path | None, out: Path) -> list[Sender]:
    """Return who handed in. Raises CohortError where the places make no sense."""
    if not submissions.is_dir():
        raise CohortError(notes.NO_FOLDER.format(path=cut(str(submissions))))
    if Path(os.path.realpath(out)).is_relative_to(os.path.realpath(submissions)):
        raise CohortError(notes.INSIDE.format(path=cut(str(submissions))))
    try:
        return senders(submissions, roster)
    except OSError as error:
        raise CohortError(notes.NO_FOLDER.format(path=cut(str(submissions)))) from error


def _named(found: Iterable[Sender]) -> list[Learner]:
    """Return the learners where no roster says who they are: whoever has a folder or a zip."""
    ids = [unicodedata.normalize("NFKC", sender.name).strip() for sender in found if sender.is_learner]
    return list({learner.key: learner for learner in map(Learner, ids)}.values())


def _stray(sender: Sender, found: Sequence[Piece]) -> Row:
    """Return the row of what belongs to nobody known; no learner is made up for it."""
    read = [parsed(piece) for piece in found]
    says = sorted({answers.learner for answers in read if isinstance(answers, AnswerFile)})
    inside = notes.SAYS.format(names=cut(", ".join(says))) if says else NO_NOTE
    faults = [fault.why for fault in read if isinstance(fault, Fault)]
    if not sender.is_learner:
        why = noted([notes.LOOSE, *faults])
    else:
        packed = sender.inside or (len(says) > 1 and sender.path.is_file())  # one zip with the work of several
        why = notes.NOT_LISTED.format(n=len(read), says=inside) + (notes.UNPACK if packed else NO_NOTE)
    note = refusals.ABOUT.format(place=cut(sender.place), why=why)
    return Row(sender.name, "", "", "QUARANTINE", None, None, note)


def _evidence(names: Sequence[str], found: Iterable[Piece]) -> str:
    """Return a hash of what was handed in, where it lies and how new it is."""
    made = blake2b(repr(names).encode("utf-8", "backslashreplace"), digest_size=SHORT)
    for piece in found:
        content = piece.content if isinstance(piece.content, bytes) else repr(piece.content).encode()
        head = repr((piece.place, piece.age, len(content)))
        made.update(head.encode("utf-8", "backslashreplace") + content)
    return made.hexdigest()
