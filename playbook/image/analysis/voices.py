"""In which voice we answer, whether two readers hear the same, what gives a voice away, and how readers go on."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from playbook.image.words import PERSONAS, SITUATIONS
from playbook.interaction.analysis.estimates import Estimate, share
from playbook.language import Text

VOICES = [name for name in PERSONAS if name]
OCCASIONS = [name for name in SITUATIONS if name]
WELL = ("thanked", "asked_on")
NEXT: dict[str, Text] = {
    "thanked": Text("道谢", "thanked us"),
    "asked_on": Text("接着问", "asked on"),
    "silent": Text("没有下文", "fell silent"),
    "angry": Text("更气", "got angry"),
}
ENOUGH = 8  # replies of a voice in a situation before its share is told
RESAMPLES = 2000
CUES: dict[str, tuple[Text, re.Pattern[str]]] = {
    "figures": (Text("有数和单位", "a number with a unit"), re.compile(r"\d+ ?(?:度|克|毫升|秒|分|点|天|桌|:)")),
    "we": (Text("“我们”", "“we” (我们)"), re.compile(r"我们")),
    "i": (Text("“我”（不算“我们”“我司”）", "“I” (我)"), re.compile(r"我(?![们司])")),
    "calm": (Text("先宽心、再教一招", "calms, then shows how"), re.compile(r"别急|别慌|慢慢|试试|先.{0,8}(?:再|别)")),
    "laughs": (Text("“哈哈”、表情、波浪号", "laughter, emoji, “~”"), re.compile(r"哈哈|\[|～")),
    "formal": (
        Text("“您好”“我司”“请以……为准”", "“dear customer”, “our company”"),
        re.compile(r"您好|我司|为准|感谢您|依规定"),
    ),
}


class Outcome(NamedTuple):
    """Of `number` replies of a voice in a situation: the share whose reader thanked or asked on, and who got angry."""

    number: int
    well: Estimate
    angry: Estimate

    @property
    def told(self) -> bool:
        """Tell whether there are enough replies to speak of a share."""
        return self.number >= ENOUGH


class Agreement(NamedTuple):
    """How far two readers agree: plainly, by chance alone, and beyond chance (Cohen’s kappa) with its interval.

    `parted` are the two voices that they most often take for each other, `times` how often.
    """

    plain: float
    chance: float
    kappa: Estimate
    parted: tuple[str, str]
    times: int


def outcomes(voices: pd.DataFrame) -> dict[tuple[str, str], Outcome]:
    """Return what came of the replies, by situation and voice."""
    return {
        (occasion, voice): _outcome(voices[(voices["situation"] == occasion) & (voices["voice"] == voice)])
        for occasion in OCCASIONS
        for voice in VOICES
    }


def overall(voices: pd.DataFrame) -> dict[str, Outcome]:
    """Return what came of the replies of each voice, all situations together."""
    return {voice: _outcome(voices[voices["voice"] == voice]) for voice in VOICES}


@lru_cache(maxsize=1)
def _draws(rows: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.random.default_rng(0).integers(0, rows, (RESAMPLES, rows))


def agreement(voices: pd.DataFrame) -> Agreement:
    """Return how far two readers agree; the interval of kappa draws whole replies again."""
    codes = [pd.Categorical(voices[name], VOICES).codes.astype(int) for name in ("voice", "second")]
    drawn = [_kappa(codes[0][each], codes[1][each])[2] for each in _draws(len(voices))]
    plain, chance, value = _kappa(*codes)
    low, high = np.quantile(drawn, [0.025, 0.975])
    crossed = confusion(voices).to_numpy(dtype=int)
    both = crossed + crossed.T
    row, column = max(combinations(range(len(VOICES)), 2), key=lambda two: int(both[two]))
    pair, times = (str(VOICES[row]), str(VOICES[column])), int(both[row, column])
    return Agreement(plain, chance, Estimate(value, float(low), float(high)), pair, times)


def confusion(voices: pd.DataFrame) -> pd.DataFrame:
    """Return how many replies the first reader (rows) and the second (columns) labelled as which voice."""
    return pd.crosstab(voices["voice"], voices["second"]).reindex(index=VOICES, columns=VOICES, fill_value=0)


def cues(voices: pd.DataFrame) -> pd.DataFrame:
    """Return the share of replies of each voice (columns) in which a cue (rows, of CUES) stands; Chinese texts."""
    has = pd.DataFrame({name: voices["text"].str.contains(cue) for name, (_, cue) in CUES.items()})
    return has.astype(float).groupby(voices["voice"].to_numpy()).mean().reindex(VOICES).T


def _outcome(own: pd.DataFrame) -> Outcome:
    well, angry = (int(own["next"].isin(after).sum()) for after in (WELL, ("angry",)))
    return Outcome(len(own), share(well, len(own)), share(angry, len(own)))


def _kappa(first: np.ndarray, second: np.ndarray) -> tuple[float, float, float]:
    """Return the share that two labels agree, the share by chance alone, and Cohen’s kappa."""
    plain = float(np.mean(first == second))
    sizes = [np.bincount(each, minlength=len(VOICES)) / len(each) for each in (first, second)]
    chance = float(np.dot(*sizes))
    return plain, chance, (plain - chance) / (1 - chance) if chance < 1 else 1.0
