"""How well a draft is read: precision and recall of each rule on a set of labelled drafts.

`python tests/playbook/content/scoring.py first` (or `second`) prints them with every miss and false alarm.
With `samples` it prints findings on real texts (COURSE_SAMPLES), whole sentences, for an editor to judge.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playbook.content.draft import Draft
from playbook.content.reading import exemption, places, review_text
from playbook.exports import read_exports
from playbook.rules import Finding

HERE = Path(__file__).parent
LABELS_ALONE = {"gloss", "labels", "near"}
SHOWN, SEED = 100, 20260131
SENTENCE_END = re.compile(r"[。！？!?\n]")
HABIT = "content.dialogue-questions"  # raised on half of all posts: it would fill the sample


@dataclass
class Score:
    """One rule's score: the ids of drafts where it was labelled and found, labelled alone, found alone."""

    right: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of drafts where it was found that are labelled with it (1 where it was never found)."""
        return len(self.right) / max(1, len(self.right) + len(self.false)) if self.right or self.false else 1.0

    @property
    def recall(self) -> float:
        """Return the share of labelled drafts where it was found (1 where none is labelled)."""
        return len(self.right) / max(1, len(self.right) + len(self.missed)) if self.right or self.missed else 1.0


def labelled(name: str) -> list[dict[str, Any]]:
    """Return the labelled drafts of a set, `first` or `second`."""
    entries: list[dict[str, Any]] = tomllib.loads((HERE / f"drafts_{name}.toml").read_text("utf-8"))["draft"]
    return entries


def draft_of(entry: dict[str, Any]) -> Draft:
    """Return the draft of a labelled entry."""
    return Draft(account="flagship", **{key: value for key, value in entry.items() if key not in LABELS_ALONE})


def scores(name: str) -> dict[str, Score]:
    """Return each rule's score on a set; a rule counts once a draft."""
    found: dict[str, Score] = defaultdict(Score)
    for entry in labelled(name):
        wanted = {label["rule"] for label in entry["labels"]}
        got = {finding.rule for finding in review_text(draft_of(entry))}
        for rule in wanted | got:
            score = found[rule]
            bucket = score.right if rule in wanted & got else score.missed if rule in wanted else score.false
            bucket.append(entry["id"])
    return dict(sorted(found.items()))


def exemptions(name: str) -> list[tuple[str, str | None, list[str | None]]]:
    """Return, for each label on absolute words, (draft id, the exemption it names or None, those the reading named).

    The reading's are those of findings that point at words of the label, or that the label's words hold.
    """
    rows = []
    for entry in labelled(name):
        findings = [each for each in review_text(draft_of(entry)) if each.rule == "content.absolute-words"]
        for label in entry["labels"]:
            if label["rule"] == "content.absolute-words":
                named = [exemption(each) for each in findings if _meets(label["where"], each)]
                rows.append((entry["id"], label.get("exemption"), named))
    return rows


def right_exemptions(name: str) -> tuple[int, int]:
    """Return how many labelled uses of absolute words the reading judged alike (exemption or none), of how many."""
    rows = exemptions(name)
    return sum(wanted in named for _, wanted, named in rows), len(rows)


def _meets(where: str, finding: Finding) -> bool:
    return any(place in where or where in place for place in places(finding))


def table(name: str) -> Iterator[str]:
    """Yield the lines of the report on a set."""
    entries = {entry["id"]: entry for entry in labelled(name)}
    yield f"{'rule':34} labelled found precision recall"
    for rule, score in scores(name).items():
        counts = f"{len(score.right) + len(score.missed):8} {len(score.right) + len(score.false):5}"
        yield f"{rule:34} {counts} {score.precision:9.2f} {score.recall:6.2f}"
        for each in score.missed:
            wanted = [label["where"] for label in entries[each]["labels"] if label["rule"] == rule]
            yield f"    missed {each}: {' | '.join(wanted) or '(the whole post)'}"
        for each in score.false:
            got = [place for it in review_text(draft_of(entries[each])) if it.rule == rule for place in it.at]
            near = " (a near miss on purpose)" if rule in entries[each].get("near", ()) else ""
            yield f"    false alarm {each}: {' | '.join(got) or '(the whole post)'}{near}"
    yield "exemptions rightly named, or rightly none: {} of {}".format(*right_exemptions(name))
    for each, label, named in exemptions(name):
        if label not in named:
            yield f"    {each}: labelled {label}, read {named or 'nothing'}"


def real_texts() -> list[str]:
    """Return every text of the real exports below COURSE_SAMPLES; none without it."""
    folder = os.environ.get("COURSE_SAMPLES", "")
    files = sorted(Path(folder).rglob("*.csv")) if folder else []
    return [text for file in files for text in read_exports([file]).posts["text"].dropna()]


def sampled() -> Iterator[str]:
    """Yield findings on real texts, drawn with a seed: the message, every place, and the whole sentence around each."""
    found = [
        (text, finding)
        for number, text in enumerate(real_texts())
        for finding in review_text(Draft(id=f"real-{number}", account="real", text=text))
        if finding.rule != HABIT
    ]
    yield f"{len(found)} findings without {HABIT}; {min(SHOWN, len(found))} of them:"
    for text, finding in random.Random(SEED).sample(found, min(SHOWN, len(found))):  # noqa: S311 - no secret
        yield f"{finding.rule} {exemption(finding) or ''}"
        yield f"    {finding.what.zh} {finding.mend.zh}"
        yield from (f"    {_sentence(text, place)}" for place in places(finding))


def _sentence(text: str, place: str) -> str:
    """Return the sentence of a text in which a place stands, the place marked."""
    at = max(0, text.find(place))
    start = max((end.end() for end in SENTENCE_END.finditer(text, 0, at)), default=0)
    ended = SENTENCE_END.search(text, at + len(place))
    before, after = text[start:at], text[at + len(place) : ended.end() if ended else len(text)]
    return " ".join(f"{before}>>{place}<<{after}".split())


def main(wanted: str) -> None:
    """Print the report on a set, or findings on real texts."""
    for line in sampled() if wanted == "samples" else table(wanted):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
