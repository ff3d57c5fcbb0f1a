"""How well a list of words finds what is said of us, measured on mentions that somebody labelled by hand.

A word matches as a search box does: somewhere in the text, small and capital letters and full and half width alike; of
a word with spaces (`城南 茶馆`) every part must stand there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.estimates import Estimate, share
from playbook.once import once

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Judged:
    """What a list of words finds among labelled mentions (`every` in all, `ours` of them about us).

    `found` by the list, `right` of them about us; `missed` are ours that it does not find, `wrong` found ones that are
    not ours: rows of the table. Recall and precision have Wilson's 95% intervals.
    """

    words: tuple[str, ...]
    without: tuple[str, ...]
    every: int
    ours: int
    found: int
    right: int
    missed: pd.DataFrame
    wrong: pd.DataFrame

    @property
    def recall(self) -> Estimate:
        """Return the share of what is about us that the list finds; NaN where nothing is about us."""
        return share(self.right, self.ours)

    @property
    def precision(self) -> Estimate:
        """Return the share of what the list finds that is about us; NaN where it finds nothing."""
        return share(self.right, self.found)

    @property
    def to_read(self) -> float:
        """Return how many have to be read for each mention about us; times the mentions of a day, what a day takes."""
        return self.found / self.ours if self.ours else float("nan")


def judge_words(heard: pd.DataFrame, words: Iterable[str], without: Iterable[str] = ()) -> Judged:
    """Return what `words` find in labelled mentions (`text`, `about_us`), leaving out texts with a word of `without`.

    Empty words find nothing; a word that stands twice counts once.
    """
    wanted, unwanted = _each_once(words), _each_once(without)
    texts, ours = _folded(heard["text"]), heard["about_us"].to_numpy(dtype=bool)
    found = _any(texts, wanted) & ~_any(texts, unwanted)
    return Judged(
        wanted, unwanted, len(heard), int(ours.sum()), int(found.sum()), int((found & ours).sum()),
        heard[ours & ~found], heard[found & ~ours],
    )  # fmt: skip


def judge_each(heard: pd.DataFrame, words: Iterable[str], without: Iterable[str] = ()) -> pd.DataFrame:
    """Return a row a word: what it finds by itself, and what the list would lose without it.

    `found, right, precision, recall`, and `alone` and `wrong_alone`: found by no other word of the list, about us and
    not.
    """
    wanted, unwanted = _each_once(words), _each_once(without)
    texts, ours = _folded(heard["text"]), heard["about_us"].to_numpy(dtype=bool)
    kept = ~_any(texts, unwanted)
    hits = np.array([_any(texts, (word,)) & kept for word in wanted], dtype=bool).reshape(len(wanted), len(heard))
    single = hits & (hits.sum(axis=0) == 1)
    found, right = hits.sum(axis=1), (hits & ours).sum(axis=1)
    return pd.DataFrame(
        {
            "found": found,
            "right": right,
            "precision": [share(int(one), int(of)).value for one, of in zip(right, found, strict=True)],
            "recall": right / max(int(ours.sum()), 1),
            "alone": (single & ours).sum(axis=1),
            "wrong_alone": (single & ~ours).sum(axis=1),
        },
        index=list(wanted),
    )


@once(256)
def judge_list(facts: Facts, words: tuple[str, ...], without: tuple[str, ...] = ()) -> Judged | None:
    """Return what a list finds among a company's labelled mentions; None where nobody labelled any."""
    return None if facts.heard is None or facts.heard.empty else judge_words(facts.heard, words, without)


def read_a_day(facts: Facts, judged: Judged) -> float:
    """Return how many posts a list brings to read on a usual day; NaN where mentions were not counted.

    The labelled mentions were drawn at random; counted ones tell how many are about us in a day (the median day).
    """
    if facts.mentions is None or facts.mentions.empty:
        return float("nan")
    days = facts.mentions["mentions"].astype(float).groupby(facts.mentions["at"].dt.date).sum()
    return judged.to_read * float(days.median())


def found_by(heard: pd.DataFrame, words: Iterable[str], without: Iterable[str] = ()) -> pd.DataFrame:
    """Return the labelled mentions that a list of words finds."""
    texts = _folded(heard["text"])
    return heard[_any(texts, _each_once(words)) & ~_any(texts, _each_once(without))]


def complaints_by_week(
    heard: pd.DataFrame, words: Iterable[str] | None = None, without: Iterable[str] = ()
) -> pd.Series:
    """Return how many negative mentions about us a list finds in each week of the labelled ones, by its Monday.

    Without a list, all of them are counted.
    """
    bad = heard[heard["about_us"].astype(bool) & heard["negative"].astype(bool)]
    found = bad if words is None else found_by(bad, words, without)
    weeks = sorted(_monday(heard["at"]).unique())
    counted: pd.Series = _monday(found["at"]).value_counts().reindex(weeks, fill_value=0)
    return counted.rename("complaints")


def _monday(at: pd.Series) -> pd.Series:
    day = at.dt.tz_localize(None).dt.normalize()
    monday: pd.Series = day - pd.to_timedelta(day.dt.day_of_week, unit="D")
    return monday


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _folded(texts: pd.Series) -> list[str]:
    return [_fold(str(text)) for text in texts]


def _any(texts: Sequence[str], words: Sequence[str]) -> Flags:
    """Tell of each text whether one of the words matches it."""
    parts = [_fold(word).split() for word in words]
    return np.array([any(all(part in text for part in each) for each in parts) for text in texts], dtype=bool)
